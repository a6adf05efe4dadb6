"""A text -> the numbers that stand in it by themselves, with what is around them; and whether one is a slip."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from styrc.calls import calls, without_code
from styrc.phrases import Token, tokens
from styrc.quantity import read_number

_SPACE = "[ \u00a0\u2009\u202f]"
_NUMERAL = re.compile(
    rf"(?<![\w,.:/§*^+\-\u2212\u2013\u2014])(?<!§{_SPACE})"
    rf"[-\u2212]?(?:[0-9]{{1,3}}(?:{_SPACE}[0-9]{{3}})+|[0-9]+)(?:,[0-9]+)?"
    rf"(?![\w/]|[.,:\-\u2013\u2014\u2212]{_SPACE}?[0-9]|{_SPACE}[\u2013\u2014-]{_SPACE}?[0-9])"
)
"""A number that is no part of a date, an interval, a reference, a word or a longer number."""
_AFTER_DASH = re.compile(rf"[0-9]{_SPACE}?[\u2013\u2014-]{_SPACE}?$")
_LINK = re.compile(r"(?<=\])\([^)\s]*\)|https?://\S+|^ *[0-9]+[.)] ", re.MULTILINE)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_a-zåäö])|\n\s*\n|\n(?=\s*(?:[-*+]|[0-9]+[.)]) )")
_CLAUSE = re.compile(r"[;:()]|,(?![0-9])|\s[\u2013\u2014-]\s")


class Numeral(NamedTuple):
    """A number as it is written, and where."""

    text: str
    start: int
    end: int
    value: Decimal

    @property
    def decimals(self) -> int:
        """How many decimals it is written with."""
        return len(self.text.partition(",")[2])

    @property
    def digits(self) -> str:
        """Its digits alone."""
        return re.sub(r"[^0-9]", "", self.text)


class Clause(NamedTuple):
    """A part of a sentence: its numbers, its words, and all numbers of the sentence."""

    start: int
    end: int
    numerals: tuple[Numeral, ...]
    words: tuple[Token, ...]
    beside: tuple[Numeral, ...]
    begins: int
    ends: int
    """Where the sentence begins and ends."""


def clauses(text: str, stemmer: str, breaks: frozenset[str]) -> Iterator[Clause]:
    """The parts of each sentence that has a number; `breaks` are words that begin a part of their own."""
    shown = _shown(text)
    found = [Numeral(*one) for one in _numerals(shown)]
    if not found:
        return
    words = tokens(shown, stemmer)
    for start, end in _pieces(_SENTENCE, shown, 0, len(shown)):
        inside = tuple(one for one in found if start <= one.start < end)
        cuts = sorted({*(match.start() for match in _CLAUSE.finditer(shown, start, end)), *_broken(words, breaks)})
        edges = [start, *(cut for cut in cuts if start < cut < end), end]
        for begin, stop in pairwise(edges):
            mine = tuple(one for one in inside if begin <= one.start < stop)
            near = tuple(word for word in words if begin <= word.start < stop)
            if mine:
                yield Clause(begin, stop, mine, near, inside, start, end)


def _shown(text: str) -> str:
    """The text without what is no prose: code, addresses, numbers of a list, and calls, which are right by nature."""
    shown = _LINK.sub(lambda found: " " * len(found[0]), without_code(text))
    for call in calls(text):
        shown = shown[: call.start] + "\u25a1" * (call.end - call.start) + shown[call.end :]
    return shown


def _numerals(shown: str) -> Iterator[tuple[str, int, int, Decimal]]:
    for match in _NUMERAL.finditer(shown):
        if len(match[0]) <= 20 and not _AFTER_DASH.search(shown, max(0, match.start() - 8), match.start()):  # noqa: PLR2004
            yield match[0], match.start(), match.end(), read_number(match[0])


def _pieces(cut: re.Pattern[str], text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in cut.finditer(text, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


def _broken(words: list[Token], breaks: frozenset[str]) -> Iterator[int]:
    return (word.start for word in words if word.keys & breaks)


def is_slip(written: Numeral, right: Decimal) -> bool:
    """Whether a number is another with one digit changed or two digits next to each other in the other's place."""
    exponent = right.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    one, other = written.digits, re.sub(r"[^0-9]", "", f"{right:f}")
    if written.decimals != decimals or len(one) != len(other) or (written.value < 0) != (right < 0):
        return False
    unlike = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(unlike) == 1:
        return True
    if len(unlike) != 2 or unlike[1] != unlike[0] + 1:  # noqa: PLR2004 - two digits in each other's place
        return False
    first, second = unlike
    return one[first] == other[second] and one[second] == other[first]
