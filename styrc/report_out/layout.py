"""Words -> lines that fit a page: wrapping by what the eye sees, harmless signs, counts in words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from rich.cells import cell_len, chop_cells
from rich.text import Text as Line

from styrc.text import Language, Text

Sign = Literal["error", "warning", "fine"]

_NARROWEST = 20
_READABLE = 100
"""Longer lines of prose than this are hard to read, however wide the window is."""
_TAB = 4
_DELETE = 0x7F
_HIDDEN = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
_BLANK = re.compile(r"[ \t\r\n]+")  # not the no-break space, which holds a number together
_SIGNS: dict[Sign, tuple[str, str]] = {"error": ("✗", "x"), "warning": ("▲", "!"), "fine": ("✓", "*")}
STYLES: dict[Sign, str] = {"error": "bold red", "warning": "bold yellow", "fine": "bold green"}


@dataclass(frozen=True, slots=True)
class Page:
    """What is printed on: how wide it is, for whom, and whether it has more than the plainest signs."""

    width: int = 80
    language: Language = "sv"
    plain: bool = False

    @property
    def dot(self) -> str:
        """What stands between short facts."""
        return " - " if self.plain else " · "

    def say(self, words: Text, **values: object) -> str:
        """A sentence in the reader's language, made harmless."""
        return safe(words.speak(self.language, values))

    def sign(self, sign: Sign) -> str:
        """A sign that says the same as its colour."""
        return _SIGNS[sign][self.plain]

    def wrap(self, words: str, indent: int = 0) -> list[str]:
        """Lines of prose that fit, when each is printed so far in."""
        room = max(_NARROWEST, min(self.width, _READABLE) - indent)
        return [line for paragraph in safe(words).split("\n") for line in _wrapped(paragraph, room)]

    def labelled(self, label: str, words: str, indent: int = 2, style: str = "bold") -> Iterator[Line]:
        """A word in bold and beside it the text, every line of it in the same column."""
        lines = self.wrap(words, indent + cell_len(label) + 1)
        for number, line in enumerate(lines):
            made = Line(" " * indent)
            made.append(label if number == 0 else " " * cell_len(label), style if number == 0 else "")
            yield made.append(" " + line)

    def count(self, number: int, one: Text, many: Text) -> str:
        """A number and what there is so many of."""
        grouped = f"{number:,}".replace(",", "\u00a0" if self.language == "sv" else ",")
        return f"{grouped} {self.say(one if number == 1 else many)}"


def _wrapped(paragraph: str, room: int) -> Iterator[str]:
    line = ""
    for word in _BLANK.split(paragraph.strip(" \t\r")):
        if line and cell_len(line) + 1 + cell_len(word) > room:
            yield line
            line = ""
        *full, rest = chop_cells(word, room) if cell_len(word) > room else [word]
        yield from full
        line = f"{line} {rest}" if line else rest
    yield line


def safe(text: str) -> str:
    """The text with every sign that could steer a terminal shown as a harmless one; line breaks are kept."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(sign if sign == "\n" else glyph(sign) for sign in text)


def glyph(sign: str, column: int = 0) -> str:
    """One sign as it is shown: itself, or something harmless in its place."""
    if sign == "\t":
        return " " * (_TAB - column % _TAB)
    code = ord(sign)
    if code < ord(" "):
        return chr(0x2400 + code)
    if code == _DELETE:
        return "␡"
    if unicodedata.category(sign) in _HIDDEN and sign not in ("\u00ad", "\u200d"):
        return f"<U+{code:04X}>"
    return sign
