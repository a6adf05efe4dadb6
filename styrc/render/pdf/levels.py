"""Heading levels as written in, levels for a printed outline out: from 1, one step down at a time, 6 at most."""

from __future__ import annotations

_DEEPEST = 6


class Levels:
    """Follows the headings of one document in their order."""

    def __init__(self) -> None:
        self._open: list[int] = []

    def of(self, level: int) -> int:
        """The level to print the next heading at; a heading below another is one step below it."""
        while self._open and self._open[-1] >= level:
            self._open.pop()
        self._open.append(level)
        return min(len(self._open), _DEEPEST)
