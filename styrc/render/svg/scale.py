"""Labels and values in, places in a line chart out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from styrc.render.svg.shapes import Point

_HIGH = 222.0
_EDGE = 20.0  # from the first and the last label to the ends of the axis


@dataclass(frozen=True, slots=True)
class Scale:
    """From labels and values to places."""

    steps: tuple[Decimal, ...]
    left: float
    right: float
    count: int
    top: float
    whole: float  # how broad the drawing is, with what stands beside the axes

    @property
    def low(self) -> float:
        """Where the axis of the labels lies."""
        return self.top + _HIGH

    @property
    def slot(self) -> float:
        """The room of one label."""
        return (self.right - self.left - 2 * _EDGE) / max(self.count - 1, 1)

    def x(self, position: int) -> float:
        """Where a label stands; one by itself in the middle."""
        if self.count == 1:
            return (self.left + self.right) / 2
        return self.left + _EDGE + position * self.slot

    def y(self, value: Decimal) -> float:
        """Where a value stands."""
        share = float((value - self.steps[0]) / (self.steps[-1] - self.steps[0]))
        return self.low - share * _HIGH

    def points(self, values: Sequence[Decimal | None]) -> list[Point | None]:
        """The place of each value; None where there is none."""
        return [None if value is None else (self.x(n), self.y(value)) for n, value in enumerate(values)]
