"""Anybody's text in, text that can be set out: every sign is one that the font has, and no word is too long to break.

What is set is written as a Typst string, so that nothing in a text can be read as a command.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from styrc.render.pdf.font import Font, font

MISSING = "\u25a1"
"""An empty square, which stands where the font lacks a sign."""
LONGEST = 30
"""Words with more signs than this are given places to break."""

_BREAK = "\u200b"
"""Where a word may break. The font has a sign for it, as it has not for a soft hyphen, which would be read aloud."""
_STEP = 8  # signs between the places where an overlong word may break
_SPACES = frozenset(("Zs", "Zl", "Zp"))
_NO_SIGNS = frozenset(("Cc", "Cs", "Cn"))
"""Unicode's categories of what is no sign: controls, halves of pairs, numbers not yet given."""
_LONG_WORD = re.compile(rf"[^\s\u00a0-]{{{LONGEST + 1},}}")
_WHOLE = re.compile(
    r"(\d{1,4}\u2013\d{1,4}(?!\d)"
    r"|(?<![\w.,:§/\u00a0\u2013-])\d{1,3}(?:\u00a0\d{3})* [^\W\d_A-ZÅÄÖ]{2,10}(?![\w-]))"
)
"""From year to year; a day before its month, a number before what it counts, if that is no long word."""
_WHITE = re.compile(r"[ \t\n\r\f\v\u2028\u2029]+")


class Words:
    """Makes text fit to be set, and remembers which signs had to give way."""

    def __init__(self) -> None:
        self._font: Font = font()
        self._missing: dict[str, None] = {}

    @property
    def missing(self) -> tuple[str, ...]:
        """The signs that the font lacks, in the order met."""
        return tuple(self._missing)

    def running(self, text: str) -> str:
        """Running text: white space is one space, signs are the font's, overlong words may break."""
        return _LONG_WORD.sub(_breakable, self.signs(_WHITE.sub(" ", text)))

    def lines(self, text: str) -> str:
        """Text whose lines and indents are kept."""
        return "\n".join(self.signs(line) for line in text.expandtabs(4).splitlines())

    def signs(self, text: str) -> str:
        """The text with signs of the font alone; white space as it is."""
        return "".join(self._sign(sign) for sign in unicodedata.normalize("NFC", text))

    def _sign(self, sign: str) -> str:
        if self._font.has(sign) or sign == "\n":
            return sign
        category = unicodedata.category(sign)
        if category in _SPACES:
            return " "
        if category in {"Cc", "Cf", "Cs"} or unicodedata.name(sign, "").startswith("VARIATION SELECTOR"):
            return ""  # they steer how text is shown and are not seen themselves
        alike = unicodedata.normalize("NFKC", sign)
        if all(self._font.has(part) for part in alike):
            return alike
        self._missing[sign] = None
        return MISSING


def _breakable(found: re.Match[str]) -> str:
    word = found.group()
    return _BREAK.join(word[place : place + _STEP] for place in range(0, len(word), _STEP))


def plain(text: str) -> str:
    """Words on one line that are read and not set: titles, alternative texts."""
    return _WHITE.sub(" ", text).strip()


def string(text: str) -> str:
    """A Typst string, without what no file can hold."""
    kept = "".join(sign for sign in text if sign == "\n" or unicodedata.category(sign) not in _NO_SIGNS)
    return '"' + kept.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def pieces(text: str) -> Iterator[str]:
    """The parts of a text between the places where a line may end."""
    for part in parted(text):
        if part.is_whole:
            yield part.text
        else:
            yield from (piece for piece in re.split(rf"[ {_BREAK}]|(?<=-)", part.text) if piece)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a text, and whether it must share a line."""

    text: str
    is_whole: bool


def parted(text: str) -> Iterator[Part]:
    """A text's parts: two numbers with a dash between, and a number with the word after it, share a line."""
    for place, part in enumerate(_WHOLE.split(text)):
        if part:
            yield Part(part, is_whole=place % 2 == 1)
