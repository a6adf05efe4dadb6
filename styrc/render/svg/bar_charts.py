"""Bar charts in, their parts out: bars to be compared lie down, bars that make up a whole stand on a legend."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from styrc.quantity import write_number
from styrc.render.svg.drawings import Bar, BarChart, StackedBarChart
from styrc.render.svg.measure import ticks, width, wrapped
from styrc.render.svg.palette import AREAS, nth
from styrc.render.svg.shapes import SIZE, Canvas, Part, Shape, Words, box, open_line

_WIDTH = 480.0
_SMALL = SIZE - 1
_BAR, _GAP = 18.0, 14.0
_TOP, _LOW = 36.0, 280.0
_LEGEND_ROW = 24.0
_ZERO = Decimal(0)


def bar_chart(chart: BarChart) -> Canvas:
    """Bars that lie down: the name above, the amount after."""
    amounts = [_ZERO, *(bar.value for bar in chart.bars)]
    low, high = min(amounts), max(amounts)
    after = max(width(write_number(amount), SIZE, bold=True) for amount in amounts) + 8
    before = after if low < 0 else 0.0
    scale = (_WIDTH - before - after) / float(high - low or 1)
    parts: list[Part] = [Words((0, 16), (chart.unit,), "quiet", size=_SMALL)]
    y = 34.0
    for bar in chart.bars:
        name = Words((0, y + SIZE - 2), wrapped(bar.name, _WIDTH, SIZE))
        y += name.leading * len(name.lines) + 3
        parts += [name, *_lying(bar, before - float(low) * scale, y, scale)]
        y += _BAR + _GAP
    return Canvas(_WIDTH, y, tuple(parts))


def _lying(bar: Bar, zero: float, y: float, scale: float) -> Iterator[Part]:
    """One bar from its zero, which is marked, and the amount at its end."""
    length = float(bar.value) * scale
    yield Shape(box(zero + min(length, 0), y, abs(length), _BAR), "area-1", 0)
    yield Shape(open_line([(zero, y - 3), (zero, y + _BAR + 3)]), "axis", 1.5)
    said = (write_number(bar.value),)
    if length >= 0:
        yield Words((zero + length + 7, y + 14), said, bold=True)
    else:
        yield Words((zero + length - 7, y + 14), said, anchor="end", bold=True)


def stacked_bar_chart(chart: StackedBarChart) -> Canvas:
    """Bars that stand, one for each label, with a legend below in the order of the parts from the top."""
    steps = ticks([_ZERO, *_sums(chart)])
    left = max(width(write_number(step), _SMALL) for step in steps) + 12
    parts = (*_grid(chart, steps, left), *_bars(chart, steps, left))
    label_lines = max((len(words.lines) for words in _labels(chart, left)), default=1)
    legend, height = _legend([series.name for series in chart.series], _LOW + 20 + label_lines * SIZE * 1.25 + 8)
    return Canvas(_WIDTH, height, (*parts, *legend))


def _sums(chart: StackedBarChart) -> Iterator[Decimal]:
    """How high and how low each bar reaches; what is below zero hangs below it."""
    for n in range(len(chart.labels)):
        values = [series.values[n] or _ZERO for series in chart.series]
        yield sum((value for value in values if value > 0), _ZERO)
        yield sum((value for value in values if value < 0), _ZERO)


def _y(value: Decimal, steps: tuple[Decimal, ...]) -> float:
    return _LOW - float((value - steps[0]) / (steps[-1] - steps[0])) * (_LOW - _TOP)


def _grid(chart: StackedBarChart, steps: tuple[Decimal, ...], left: float) -> Iterator[Part]:
    yield Words((0, 16), (chart.unit,), "quiet", size=_SMALL)
    for step in steps:
        y = _y(step, steps)
        yield Shape(open_line([(left, y), (_WIDTH, y)]), "axis" if step == 0 else "grid", 1)
        yield Words((left - 8, y + 5), (write_number(step),), "quiet", "end", _SMALL)
    yield from _labels(chart, left)


def _labels(chart: StackedBarChart, left: float) -> Iterator[Words]:
    slot = (_WIDTH - left) / len(chart.labels)
    for n, label in enumerate(chart.labels):
        yield Words((left + slot * (n + 0.5), _LOW + 22), wrapped(label, slot - 6, _SMALL), "quiet", "middle", _SMALL)


def _bars(chart: StackedBarChart, steps: tuple[Decimal, ...], left: float) -> Iterator[Part]:
    slot = (_WIDTH - left) / len(chart.labels)
    wide = min(slot * 0.68, 90)
    for n in range(len(chart.labels)):
        x = left + slot * (n + 0.5) - wide / 2
        up = down = _ZERO
        for place, series in enumerate(chart.series):
            value = series.values[n] or _ZERO
            start = up if value >= 0 else down
            up, down = (start + value, down) if value >= 0 else (up, start + value)
            top, low = sorted((_y(start, steps), _y(start + value, steps)))
            yield from _segment(value, place, (x, top, wide, low - top))


def _segment(value: Decimal, place: int, frame: tuple[float, float, float, float]) -> Iterator[Part]:
    """One part of a bar, with its amount on it where that has room."""
    x, y, wide, high = frame
    if not high:
        return
    yield Shape(box(x, y, wide, high), nth("area", place, AREAS), 1.5)
    said = write_number(value)
    if high >= SIZE + 4 and width(said, _SMALL) <= wide:
        yield Words((x + wide / 2, y + high / 2 + 5), (said,), nth("on", place, AREAS), "middle", _SMALL, bold=True)


def _legend(names: list[str], top: float) -> tuple[list[Part], float]:
    """A square and a name for each part, in the order in which they lie in the bar, and where the legend ends."""
    parts: list[Part] = []
    y = top
    for place, name in reversed(list(enumerate(names))):
        words = Words((24, y + 13), wrapped(name, _WIDTH - 24, SIZE))
        parts += [Shape(box(0, y, 15, 15), nth("area", place, AREAS), 0), words]
        y += _LEGEND_ROW + words.leading * (len(words.lines) - 1)
    return parts, y
