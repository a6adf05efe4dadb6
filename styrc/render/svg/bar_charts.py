"""Amounts to be compared in, bars that lie down out: the name above, the amount beside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from styrc.quantity import write_number
from styrc.render.svg.drawings import BarChart, GroupedBarChart
from styrc.render.svg.measure import width, wrapped
from styrc.render.svg.palette import AREAS, nth
from styrc.render.svg.shapes import SIZE, Canvas, Part, Shape, Words, box, open_line

_WIDTH = 480.0
_SMALL = SIZE - 1
_BAR, _GAP = 18.0, 14.0
_BETWEEN = 5.0  # bars of the same group
_NAMES = 130.0  # the most that names before the bars may take
_NONE = "\u2013"
_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class _Ruler:
    """Where zero stands, and how long one unit is."""

    zero: float
    unit: float


def bar_chart(chart: BarChart) -> Canvas:
    """One bar for each name."""
    amounts = [bar.value for bar in chart.bars]
    beside = max((width(write_number(amount), SIZE, bold=True) for amount in amounts), default=0) + 8
    ruler = _ruler(amounts, beside if min(amounts, default=_ZERO) < 0 else 0, _WIDTH - beside)
    parts: list[Part] = [*_unit(chart.unit)]
    y = _after(parts, 34)
    for bar in chart.bars:
        name = Words((0, y + SIZE - 2), wrapped(bar.name, _WIDTH, SIZE))
        y += name.leading * len(name.lines) + 3
        parts += [name, *_lying(bar.value, ruler, y)]
        y += _BAR + _GAP
    return Canvas(_WIDTH, y, tuple(parts))


def grouped_bar_chart(chart: GroupedBarChart) -> Canvas:
    """Several bars below each name; each says what it is, so that nothing hangs on its colour."""
    names = min(max((width(series.name, _SMALL) for series in chart.series), default=0), _NAMES)
    amounts = [value for series in chart.series for value in series.values if value is not None]
    after = names + max((width(write_number(value), _SMALL, bold=True) for value in amounts), default=0) + 10
    ruler = _ruler(amounts, after + 10, _WIDTH - 1)
    parts: list[Part] = [*_unit(chart.unit)]
    y = _after(parts, 34)
    for place, label in enumerate(chart.labels):
        name = Words((0, y + SIZE - 2), wrapped(label, _WIDTH, SIZE, bold=True), bold=True)
        parts.append(name)
        y += name.leading * len(name.lines) + 4
        for number, series in enumerate(chart.series):
            said = Words((0, y + 14), wrapped(series.name, names + 1, _SMALL), "quiet", size=_SMALL)
            parts += [said, *_measured(series.values[place], after, ruler, y, nth("area", number, AREAS))]
            y += max(_BAR, said.leading * len(said.lines)) + _BETWEEN
        y += _GAP
    return Canvas(_WIDTH, y, tuple(parts))


def _unit(unit: str) -> Iterator[Words]:
    if unit:
        yield Words((0, 16), wrapped(unit, _WIDTH, _SMALL), "quiet", size=_SMALL)


def _after(parts: Sequence[Part], first: float) -> float:
    """Where the bars begin, below the unit of measure if there is one."""
    return next((first + part.leading * (len(part.lines) - 1) for part in parts if isinstance(part, Words)), 4.0)


def _ruler(values: Sequence[Decimal], left: float, right: float) -> _Ruler:
    """From the room between two places."""
    low, high = min((_ZERO, *values)), max((_ZERO, *values))
    unit = max(right - left, 1.0) / float(high - low or 1)
    return _Ruler(left - float(low) * unit, unit)


def _bar(value: Decimal, ruler: _Ruler, y: float, paint: str) -> Iterator[Shape]:
    """One bar from zero, which is marked."""
    length = float(value) * ruler.unit
    yield Shape(box(ruler.zero + min(length, 0), y, abs(length), _BAR), paint, 0)
    yield Shape(open_line([(ruler.zero, y - 3), (ruler.zero, y + _BAR + 3)]), "axis", 1.5)


def _lying(value: Decimal, ruler: _Ruler, y: float) -> Iterator[Part]:
    """A bar with its amount at its end."""
    yield from _bar(value, ruler, y, "area-1")
    end = ruler.zero + float(value) * ruler.unit
    if value >= 0:
        yield Words((end + 7, y + 14), (write_number(value),), bold=True)
    else:
        yield Words((end - 7, y + 14), (write_number(value),), anchor="end", bold=True)


def _measured(value: Decimal | None, right: float, ruler: _Ruler, y: float, paint: str) -> Iterator[Part]:
    """A bar with its amount before it, to the right of its column, so that amounts are read as in a table."""
    yield from _bar(value or _ZERO, ruler, y, paint)
    said = _NONE if value is None else write_number(value)
    yield Words((right, y + 14), (said,), anchor="end", size=_SMALL, bold=True)
