"""Which keys may stand in a row."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_YEAR = re.compile("[0-9]{4}")


@dataclass(frozen=True)
class Keys:
    """The keys that may stand in a row."""

    names: tuple[str, ...]
    headings: Mapping[str, str] = field(default_factory=dict)
    """Headings of sections, whatever their case, each with the one to suggest."""
    lists: frozenset[str] = frozenset()
    """Those that may hold a list of words."""
    also: tuple[str, ...] = ()
    """Accepted but not suggested."""
    years: bool = False
    """Any year may stand here too."""
    document: str = ""
    """The kind of document, where the headings of other kinds are known to belong elsewhere."""

    def __contains__(self, key: str) -> bool:
        known = key in self.names or key in self.also or key.casefold() in self.headings
        return known or (self.years and _YEAR.fullmatch(key) is not None)

    @property
    def suggested(self) -> tuple[str, ...]:
        """What may be written here."""
        return tuple(dict.fromkeys((*self.names, *self.headings.values())))
