"""A selection as written -> its terms, or what is wrong in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from styrc.names import nearest
from styrc.text import AnyOf, Text

METHODS = {
    "kind": Text("sort", "kind"),
    "unit": Text("enhet", "unit"),
    "document": Text("dokument", "document"),
    "period": Text("period", "period"),
    "level": Text("nivå", "level"),
    "text": Text("text", "text"),
    "role": Text("roll", "role"),
}
QUOTES = "\"”“„'"
_TERM = re.compile(
    rf"(?P<up>\d*\+)?(?:(?P<method>[^\W\d]\w*):)?"
    rf"(?:[{QUOTES}](?P<quoted>[^{QUOTES}]*)(?P<close>[{QUOTES}]?)|(?P<plain>[^\s,+{QUOTES}]+))?(?P<down>\+\d*)?"
)
_BETWEEN = re.compile(r"\s*,\s*|\s+|$")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a selection: where in it, why, and what to do."""

    selection: str
    start: int
    end: int
    message: Text
    remedy: Text
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Term:
    """One name in a selection: how it is matched, and how many steps up and down the thread go with it."""

    method: str
    value: str
    up: int | None  # None: all the way
    down: int | None
    start: int
    end: int


def parsed(selection: str) -> list[list[Term]] | Fault:
    """The terms of a selection: alternatives, each of terms that must all be true."""
    alternatives: list[list[Term]] = [[]]
    position = len(selection) - len(selection.lstrip())
    while position < len(selection):
        match = _TERM.match(selection, position)
        term = _term(selection, match) if match else None
        if match is None or isinstance(term, Fault) or term is None:
            return term if isinstance(term, Fault) else _unreadable(selection, position)
        alternatives[-1].append(term)
        between = _BETWEEN.match(selection, match.end())
        if between is None:
            return _unreadable(selection, match.end())
        position = between.end()
        if "," not in between[0] and position < len(selection):
            alternatives.append([])
        elif "," in between[0] and position == len(selection):
            return _unreadable(selection, between.start())
    return alternatives


def _term(selection: str, match: re.Match[str]) -> Term | Fault | None:
    start, end = match.span()
    if match["quoted"] is not None and not match["close"]:
        message = Text("Citattecknet avslutas inte.", "The quotation mark is never closed.")
        remedy = Text("Sätt ett citattecken efter det sista ordet.", "Put a quotation mark after the last word.")
        return Fault(selection, start, end, message, remedy)
    method = method_named(match["method"] or "")
    if match["method"] and not method:
        return _unknownmethod_named(selection, match)
    value = match["quoted"] if match["quoted"] is not None else match["plain"] or ""
    if match["method"] and not value.strip():
        message = Text("Det står inget efter ”{name}:”.", "There is nothing after “{name}:”.")
        remedy = Text("Skriv vad du söker direkt efter kolonet.", "Write what you look for right after the colon.")
        return Fault(selection, start, end, message, remedy, {"name": match["method"]})
    if not value.strip():
        return None
    bare = "text" if match["quoted"] is not None else "id"
    return Term(method or bare, value.strip(), _steps(match["up"]), _steps(match["down"]), start, end)


def _steps(written: str | None) -> int | None:
    digits = (written or "").strip("+")
    return int(digits) if digits else None if written else 0


def method_named(word: str) -> str:
    """The method that a word of either language names; nothing where it names none."""
    wanted = folded(word)
    return next((name for name, words in METHODS.items() if wanted in (words.sv, words.en)), "")


def _unreadable(selection: str, position: int) -> Fault:
    message = Text("Här går urvalet inte att läsa.", "The selection cannot be read here.")
    remedy = Text(
        "Skriv ett id, till exempel trygg-skola, eller ord och värde, till exempel sort:mål. "
        "Mellanslag betyder eller, komma betyder och.",
        "Write an id, for example trygg-skola, or a word and a value, for example kind:mål. "
        "A space means or, a comma means and.",
    )
    return Fault(selection, position, position + 1, message, remedy)


def _unknownmethod_named(selection: str, match: re.Match[str]) -> Fault:
    near = nearest(match["method"], [word for words in METHODS.values() for word in (words.sv, words.en)])
    known = Text(
        ", ".join(words.sv for words in METHODS.values()), ", ".join(dict.fromkeys(one.en for one in METHODS.values()))
    )
    message = Text("Det går inte att söka på ”{name}:”.", "It is not possible to search by “{name}:”.")
    if near:
        remedy = Text("Menade du {near}?", "Did you mean {near}?")
    else:
        remedy = Text("Sök på något av: {known}.", "Search by one of: {known}.")
    values = {"name": match["method"], "near": AnyOf(near), "known": known}
    return Fault(selection, *match.span("method"), message, remedy, values)


def folded(text: str) -> str:
    """A text as it is compared: composed, without capitals, with single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
