"""What a drawing is made of: plain values in, nothing about plans, colours or places."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from styrc.quantity import write_number


@dataclass(frozen=True, slots=True)
class Series:
    """One line or one part of a bar: its name, and a value for each label; None where nothing was measured."""

    name: str
    values: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class Goal:
    """A target for one label: its number, the upper end if it is an interval, and how it is said (`minst 40`)."""

    low: Decimal
    high: Decimal | None = None
    words: str = ""

    @property
    def said(self) -> str:
        """The target in words, or else its numbers."""
        return self.words or "\u2013".join(
            write_number(number) for number in (self.low, self.high) if number is not None
        )


@dataclass(frozen=True, slots=True)
class LineChart:
    """How something has gone over the years, and where it is meant to go."""

    title: str
    description: str
    unit: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    goals: tuple[Goal | None, ...] = ()
    """One for each label, or none at all."""

    def __post_init__(self) -> None:
        """A value without a label would stand under the wrong year: never let it pass."""
        _same_length(self.title, self.labels, self.series)
        if self.goals:
            _same_length(self.title, self.labels, (Series("goals", (None,) * len(self.goals)),))


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar and what it stands for."""

    name: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class BarChart:
    """Amounts side by side, to be compared."""

    title: str
    description: str
    unit: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class StackedBarChart:
    """Amounts that make up a whole, one bar for each label (often a year)."""

    title: str
    description: str
    unit: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]

    def __post_init__(self) -> None:
        """A value without a label would stand under the wrong year: never let it pass."""
        _same_length(self.title, self.labels, self.series)


def _same_length(title: str, labels: tuple[str, ...], series: tuple[Series, ...]) -> None:
    for one in series:
        if len(one.values) != len(labels):
            message = f"drawing {title!r}: {len(one.values)} values in {one.name!r}, {len(labels)} labels"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class TreeNode:
    """An element in the tree: the column it stands in, and the keys of those above it, the main one first."""

    key: str
    column: int
    title: str
    parents: tuple[str, ...] = ()
    target: str = ""


@dataclass(frozen=True, slots=True)
class Tree:
    """The red thread, from left to right, in the plan's own order."""

    title: str
    description: str
    columns: tuple[str, ...]
    nodes: tuple[TreeNode, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that returns each year, from one month to another (1 to 12); November to February is 11 to 2."""

    name: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class YearWheel:
    """What happens when, around the year."""

    title: str
    description: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class PlacedRisk:
    """A risk in the matrix: its column (likelihood) and row (consequence) from the lowest, and its value in words."""

    title: str
    column: int
    row: int
    value: str


@dataclass(frozen=True, slots=True)
class RiskMatrix:
    """Risks by likelihood and consequence; a tone (`good`, `partly`, `bad`) for each field, row by row upwards."""

    title: str
    description: str
    across: str
    upwards: str
    columns: tuple[str, ...]
    rows: tuple[str, ...]
    tones: tuple[tuple[str, ...], ...]
    risks: tuple[PlacedRisk, ...]


Drawing = LineChart | BarChart | StackedBarChart | Tree | YearWheel | RiskMatrix
