"""Where things stand: a place is an address in a file; lines are looked up only when someone must see them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

Path = tuple[str | int, ...]
"""Keys and row numbers from the top of a file down to a value."""

Raw = str | list["Raw"] | dict[str, "Raw"] | None
"""What a YAML file holds once read: every scalar is text."""


class Span(NamedTuple):
    """A stretch of a file; lines and columns count from 1, the end column is one past the last sign."""

    line: int
    column: int
    end_line: int
    end_column: int


class Passage(NamedTuple):
    """Some words of a value: as they stand there, and how many times they have stood before in it.

    It says the same of the value in the file, whether that is folded over lines or quoted.
    """

    words: str
    before: int

    @property
    def pattern(self) -> re.Pattern[str]:
        """What finds the words in a text: whole, and with any space between them."""
        words = r"[\s\\]+".join(map(re.escape, self.words.split()))
        return re.compile(rf"(?<!\w){words}(?!\w)")


@dataclass(frozen=True, slots=True)
class Place:
    """An address: a file and a path into it. It survives re-indenting, comments and moved lines."""

    file: str
    path: Path = ()
    on_key: bool = False
    span: Span | None = None  # known only where there is no value to address, as in a file that cannot be read
    passage: Passage | None = None  # some words of the value, rather than all of it

    def at(self, *steps: str | int) -> Place:
        """The place further down."""
        return Place(self.file, self.path + steps)

    def within(self, text: str, start: int, end: int) -> Place:
        """The place of a part of the value, whose text this is."""
        before = sum(one.start() < start for one in Passage(text[start:end], 0).pattern.finditer(text))
        return Place(self.file, self.path, passage=Passage(text[start:end], before))

    def key(self, name: str) -> Place:
        """The place of a key itself rather than its value."""
        return Place(self.file, (*self.path, name), on_key=True)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file as read: its name in the project, its text, and its value without any lines in it."""

    name: str
    text: str
    value: Raw
    unread_ids: frozenset[str] = frozenset()  # ids that stand in a part that could not be read
    whole: bool = True  # False where a part could not be read


START = Span(1, 1, 1, 2)
