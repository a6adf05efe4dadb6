"""Where things stand: a place is an address in a file; lines are looked up only when someone must see them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
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


@dataclass(frozen=True, slots=True)
class Place:
    """An address: a file and a path into it. It survives re-indenting, comments and moved lines."""

    file: str
    path: Path = ()
    on_key: bool = False
    span: Span | None = None  # known only where there is no value to address, as in a file that cannot be read

    def at(self, *steps: str | int) -> Place:
        """The place further down."""
        return Place(self.file, self.path + steps)

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
    known_spans: Mapping[Path, Span] = field(default_factory=dict)


START = Span(1, 1, 1, 2)
