"""What the compiler has to say: one mistake, one diagnostic, as a value without words in any language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from styrc.source import Place
from styrc.text import Text


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Because:
    """The reason in the steering model or in a law: the rule's ids, the passage, and whether it is only inferred."""

    ids: tuple[str, ...]
    why: str | Text
    source: str
    inferred: bool


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to the finding, with a few words on why."""

    place: Place
    words: Text
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding: its code leads to its words, `values` fill the holes, `variant` chooses among wordings."""

    code: str
    place: Place
    values: Mapping[str, object] = field(default_factory=dict)
    variant: str = ""
    severity: Severity | None = None  # None: as the code says
    because: Because | None = None
    related: tuple[Related, ...] = ()
    absence: bool = False  # something is missing that a draft may still lack
