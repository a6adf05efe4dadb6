"""Prose -> the calls of values in it: `[[utfall: frånvaro, 2025]]`, as words with their places; code is left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

_CALL = re.compile(r"\[\[(?P<inside>[^\[\]]*)\]\]|\[\[(?P<open>[^\[\]\n]*:[^\[\]\n]*)(?:\]|$|(?=\n))")
_CODE = re.compile(
    r"^(?: {0,3})(?P<fence>`{3,}|~{3,})[^\n]*\n(?s:.*?)(?:^ {0,3}(?P=fence)[`~]*[ \t]*$|\Z)"
    r"|(?<![`\\])(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n)(?s:.))+?(?<!`)(?P=ticks)(?!`)",
    re.MULTILINE,
)
_BACKSLASHES = re.compile(r"\\*$")


class Piece(NamedTuple):
    """Some words of a call and where they stand in the text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Call:
    """A call: what it asks for, and of what. `closed` is false where its end is missing."""

    start: int
    end: int
    word: Piece
    arguments: tuple[Piece, ...]
    closed: bool = True
    bare: bool = False
    """Whether it has no colon, so that nothing says what is asked for."""


def calls(text: str) -> Iterator[Call]:
    """The calls of a text in their order. A backslash before the brackets makes them mere words."""
    if "[[" not in text:
        return
    shown = without_code(text)
    for match in _CALL.finditer(shown):
        backslashes = _BACKSLASHES.search(shown[: match.start()])
        if backslashes is not None and len(backslashes[0]) % 2:
            continue
        if ":" not in match[0] and shown[match.end() : match.end() + 1] in ("(", "["):
            continue  # a link whose words stand in brackets
        yield _call(text, match)


def without_code(text: str) -> str:
    """The text with a blank in the place of each sign of code in it."""
    return _CODE.sub(lambda code: " " * len(code[0]), text) if "`" in text or "~~~" in text else text


def _call(text: str, match: re.Match[str]) -> Call:
    group = "inside" if match["inside"] is not None else "open"
    start, end = match.span(group)
    colon = text.find(":", start, end)
    word = _piece(text, start, colon if colon >= 0 else end)
    arguments = tuple(_arguments(text, colon + 1, end)) if colon >= 0 else ()
    return Call(match.start(), match.end(), word, arguments, closed=group == "inside", bare=colon < 0)


def _arguments(text: str, start: int, end: int) -> Iterator[Piece]:
    while start <= end:
        comma = text.find(",", start, end)
        stop = comma if comma >= 0 else end
        piece = _piece(text, start, stop)
        if piece.text:
            yield piece
        start = stop + 1


def _piece(text: str, start: int, end: int) -> Piece:
    written = text[start:end]
    bare = written.strip()
    begin = start + len(written) - len(written.lstrip()) if bare else start
    return Piece(" ".join(bare.split()), begin, begin + len(bare))
