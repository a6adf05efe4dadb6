"""A rule, styrc's own or a steering model's -> an explanation: what, why, how, and an example of wrong and right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from rich.text import Text as Line

from styrc.diagnostic import Severity
from styrc.report_out.demand import demand
from styrc.report_out.layout import STYLES, Page, safe
from styrc.report_out.terminal import INFERRED
from styrc.rule import Entry
from styrc.schema import Constraint, Grade, Schema, Unchecked
from styrc.text import Language, Text

_ERROR = Text("fel", "error")
_WARNING = Text("varning", "warning")
_WHAT, _WHY, _HOW = Text("Vad:", "What:"), Text("Varför:", "Why:"), Text("Gör så här:", "What to do:")
_SOURCE, _WEIGHT = Text("Källa:", "Source:"), Text("Grad:", "Grade:")
_CHECK = Text("Prövning:", "Check:")
_NEVER = Text("Prövas inte av styrc.", "Not checked by styrc.")
_LATER = Text("Prövas när uppföljningen rapporteras.", "Checked when the follow-up is reported.")
_WRONG, _RIGHT = (
    Text("Exempel på fel", "An example of what is wrong"),
    Text("Exempel på rätt", "An example of what is right"),
)
_MARKED = re.compile(r"\s*# <- STY\d{3}.*$")
_HOLE = "…"


class _Holes(dict[str, str]):
    """What stands in the holes of a sentence that is about no particular plan."""

    def __missing__(self, key: str) -> str:
        return _HOLE


def of_entry(entry: Entry, page: Page) -> Iterator[Line]:
    """One of styrc's own rules."""
    style = STYLES["error" if entry.severity is Severity.ERROR else "warning"]
    yield Line.assemble((entry.code, style), "  ", (page.say(entry.title), "bold"))
    yield Line()
    weight = _ERROR if entry.severity is Severity.ERROR else _WARNING
    parts = (
        (_WHAT, _general(entry.message(""), page)),
        (_WHY, page.say(entry.why)),
        (_HOW, _general(entry.remedy(""), page)),
        (_WEIGHT, page.say(weight)),
        (_SOURCE, entry.source),
    )
    yield from _table(parts, page)
    yield from _example(_WRONG, entry.example.wrong, page)
    yield from _example(_RIGHT, entry.example.right, page)


def of_constraint(schema: Schema, path: tuple[str, ...], constraint: Constraint, page: Page) -> Iterator[Line]:
    """One of the rules of a steering model."""
    yield Line.assemble((", ".join(constraint.id), "bold"), "  ", safe(schema.name))
    yield Line()
    weight = page.say(_WARNING if constraint.weight is Grade.WARNING else _ERROR)
    if constraint.inferred:
        weight = f"{weight}. {INFERRED.speak(page.language)}"
    parts = (
        (_WHAT, demand(schema, path, constraint, page.language)),
        (_WHY, constraint.why),
        (_WEIGHT, weight),
        (_SOURCE, schema.cite(constraint)),
    )
    yield from _table(parts, page)


def of_unchecked(schema: Schema, id_: str, page: Page) -> Iterator[Line]:
    """One of the rules of a steering model that no finding can come from, with the reason."""
    one = schema.unchecked[id_]
    yield Line.assemble((id_, "bold"), "  ", safe(schema.name))
    yield Line()
    parts = (
        (_WHAT, one.asks),
        (_CHECK, f"{check_of(one, page.language)} {one.why}"),
        (_SOURCE, schema.cite(one)),
    )
    yield from _table(parts, page)


def check_of(one: Unchecked, language: Language) -> str:
    """Whether the rule will be checked, and when."""
    return (_LATER if one.waits_for else _NEVER).speak(language)


def index(entries: Iterable[Entry], page: Page) -> Iterator[Line]:
    """All of styrc's rules, by code."""
    for _, group in groupby(entries, key=lambda one: one.code[:4]):
        for one in group:
            yield from page.labelled(one.code, page.say(one.title), 2)
        yield Line()


def model_index(schema: Schema, page: Page) -> Iterator[Line]:
    """The rules of a steering model that have an id of their own."""
    rules = [(id_, demand(schema, path, one, page.language)) for path, one in schema.constraints() for id_ in one.id]
    rules += [(id_, f"{one.asks} {check_of(one, page.language)}") for id_, one in schema.unchecked.items()]
    if rules:
        yield Line(safe(schema.name), "bold underline")
        yield Line()
    width = max((len(id_) for id_, _ in rules), default=0)
    for id_, words in sorted(rules, key=lambda rule: _natural(rule[0])):
        yield from page.labelled(id_.ljust(width), words, 2)


def _natural(id_: str) -> list[tuple[int, str]]:
    """An order in which L2 comes before L10."""
    return [(int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"(\d+)", id_)]


def _general(words: Text, page: Page) -> str:
    return safe((words.sv if page.language == "sv" else words.en).format_map(_Holes()))


def _table(parts: Iterable[tuple[Text, str]], page: Page) -> Iterator[Line]:
    """Labels in one column, what they label in the next."""
    filled = [(page.say(label), words) for label, words in parts if words]
    width = max(len(label) for label, _ in filled)
    for label, words in filled:
        yield from page.labelled(label.ljust(width), words)


def _example(title: Text, files: Mapping[str, str], page: Page) -> Iterator[Line]:
    yield Line()
    yield Line(page.say(title), "bold")
    rule = "|" if page.plain else "│"
    for name, text in files.items():
        yield Line.assemble("  ", (safe(name), "cyan"))
        lines = text.rstrip("\n").split("\n")
        width = len(str(len(lines)))
        for number, line in enumerate(lines, 1):
            shown, marked = _MARKED.subn("", line)
            sign = page.sign("error") if marked else " "
            gutter = (f"{number:>{width}} {rule} ", "dim")
            yield Line.assemble(" ", (sign, STYLES["error"]), " ", gutter, safe(shown))
