"""What a drawing is made of: plain values in, nothing about plans, colours or places."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from styrc.blocks import Status
from styrc.quantity import write_number


@dataclass(frozen=True, slots=True)
class Series:
    """One line or one part of a bar: its name, and a value for each label; None where nothing was measured."""

    name: str
    values: tuple[Decimal | None, ...]
    forecast: tuple[Decimal | None, ...] = ()
    """What is expected, for each label, or nothing at all; only lines show it."""


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
    """How something has gone over years or months, where it is meant to go, and where it is expected to go.

    Two or three lines can be told apart at a glance; more are told by their marks and names alone.
    """

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
class GroupedBarChart:
    """For each label (often a unit) a few amounts below each other, to be compared: budget, outcome, forecast."""

    title: str
    description: str
    unit: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]

    def __post_init__(self) -> None:
        """A value without a label would stand under the wrong name: never let it pass."""
        _same_length(self.title, self.labels, self.series)


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
        for values in (one.values, one.forecast) if one.forecast else (one.values,):
            if len(values) != len(labels):
                message = f"drawing {title!r}: {len(values)} values in {one.name!r}, {len(labels)} labels"
                raise ValueError(message)


@dataclass(frozen=True, slots=True)
class StatusBar:
    """How many of something have each status of a scale, in the scale's order; those that none has are 0."""

    name: str
    counts: tuple[tuple[Status, int], ...]

    def __post_init__(self) -> None:
        """Fewer than none cannot be drawn, and tells of a fault in the counting."""
        if any(count < 0 for _, count in self.counts):
            raise ValueError(f"status bar {self.name!r}: a count below zero")


@dataclass(frozen=True, slots=True)
class StatusSummary:
    """How it goes at one glance: a bar for each scale or group of goals."""

    title: str
    description: str
    bars: tuple[StatusBar, ...]


@dataclass(frozen=True, slots=True)
class StatusRow:
    """A goal in the status map: its status in each unit, None where it does not concern the unit."""

    title: str
    cells: tuple[Status | None, ...]
    target: str = ""


@dataclass(frozen=True, slots=True)
class StatusMap:
    """How each goal goes in each unit; `goals` is what the rows are called together."""

    title: str
    description: str
    goals: str
    units: tuple[str, ...]
    scale: tuple[Status, ...]
    rows: tuple[StatusRow, ...]

    def __post_init__(self) -> None:
        """A status without a unit would stand under the wrong name: never let it pass."""
        for row in self.rows:
            if len(row.cells) != len(self.units):
                raise ValueError(f"drawing {self.title!r}: {len(row.cells)} statuses in {row.title!r}")


@dataclass(frozen=True, slots=True)
class TreeNode:
    """An element in the tree: the column it stands in, and the keys of those above it, the main one first."""

    key: str
    column: int
    title: str
    parents: tuple[str, ...] = ()
    target: str = ""
    elsewhere: tuple[str, ...] = ()
    """Titles of those above it that are not in this drawing, where a tree has been split."""


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


Chart = LineChart | BarChart | GroupedBarChart | StackedBarChart
Drawing = Chart | StatusSummary | StatusMap | Tree | YearWheel | RiskMatrix
