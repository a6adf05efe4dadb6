"""Amounts that make up a whole in, bars that stand on a legend out; each part has a letter, a colour and its amount."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from styrc.quantity import write_number
from styrc.render.svg.drawings import Series, StackedBarChart
from styrc.render.svg.measure import ticks, whole_words, width, wrapped
from styrc.render.svg.palette import AREAS, nth
from styrc.render.svg.shapes import SIZE, Canvas, Part, Shape, Words, box, open_line

_WIDTH = 480.0
_SMALL = SIZE - 1
_TOP, _HIGH = 36.0, 244.0
_LETTER = 13
_SQUARE = 20.0
_BROADEST = 90.0
_UPRIGHT = 200.0  # the most that an upright label may take
_SHARE = 0.68  # of its room that a bar takes
_OUTSIDE = (1 - _SHARE) / 2 / _SHARE  # what is left on each side, against the bar
_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class _Frame:
    """The steps of the axis, and where it stands."""

    steps: tuple[Decimal, ...]
    left: float
    top: float
    slot: float

    @property
    def low(self) -> float:
        return self.top + _HIGH

    def y(self, value: Decimal) -> float:
        return self.low - float((value - self.steps[0]) / (self.steps[-1] - self.steps[0])) * _HIGH


def stacked_bar_chart(chart: StackedBarChart) -> Canvas:
    """Bars that stand, one for each label, with a legend below in the order of the parts from the top."""
    steps = ticks([_ZERO, *_sums(chart)])
    left = max(width(write_number(step), _SMALL) for step in steps) + 12
    unit = Words((0, 16), wrapped(chart.unit, _WIDTH, _SMALL), "quiet", size=_SMALL)
    top = _TOP + unit.leading * (len(unit.lines) - 1)
    frame = _Frame(steps, left, top, (_WIDTH - left) / max(len(chart.labels), 1))
    labels = list(_labels(chart, frame))
    legend, height = _legend(chart.series, max(map(_foot, labels), default=frame.low) + 22)
    return Canvas(_WIDTH, height, (unit, *_grid(frame), *labels, *_bars(chart, frame), *legend))


def _sums(chart: StackedBarChart) -> Iterator[Decimal]:
    """How high and how low each bar reaches; what is below zero hangs below it."""
    for n in range(len(chart.labels)):
        values = [series.values[n] or _ZERO for series in chart.series]
        yield sum((value for value in values if value > 0), _ZERO)
        yield sum((value for value in values if value < 0), _ZERO)


def _grid(frame: _Frame) -> Iterator[Part]:
    for step in frame.steps:
        y = frame.y(step)
        yield Shape(open_line([(frame.left, y), (_WIDTH, y)]), "axis" if step == 0 else "grid", 1)
        yield Words((frame.left - 8, y + 5), (write_number(step),), "quiet", "end", _SMALL)


def _labels(chart: StackedBarChart, frame: _Frame) -> Iterator[Words]:
    """The labels below their bars; upright where words would have to be broken."""
    is_level = all(whole_words(label, frame.slot - 6, _SMALL) for label in chart.labels)
    for n, label in enumerate(chart.labels):
        x = frame.left + frame.slot * (n + 0.5)
        if is_level:
            yield Words((x, frame.low + 22), wrapped(label, frame.slot - 6, _SMALL), "quiet", "middle", _SMALL)
            continue
        lines = wrapped(label, _UPRIGHT, _SMALL)
        start = x + _SMALL * 0.35 - _SMALL * 1.25 * (len(lines) - 1) / 2
        yield Words((start, frame.low + 10), lines, "quiet", "end", _SMALL, turn=-90)


def _foot(words: Words) -> float:
    """How far down a label reaches."""
    if words.turn:
        return words.place[1] + max(width(line, words.size) for line in words.lines)
    return words.place[1] + words.leading * (len(words.lines) - 1)


def _bars(chart: StackedBarChart, frame: _Frame) -> Iterator[Part]:
    wide = min(frame.slot * _SHARE, _BROADEST)
    for n in range(len(chart.labels)):
        x = frame.left + frame.slot * (n + 0.5) - wide / 2
        up = down = _ZERO
        for place, series in enumerate(chart.series):
            value = series.values[n] or _ZERO
            start = up if value >= 0 else down
            up, down = (start + value, down) if value >= 0 else (up, start + value)
            top, low = sorted((frame.y(start), frame.y(start + value)))
            yield from _segment(value, place, (x, top, wide, low - top))


def _segment(value: Decimal, place: int, frame: tuple[float, float, float, float]) -> Iterator[Part]:
    """One part of a bar, with its amount and its letter where they have room."""
    x, y, wide, high = frame
    if not high:
        return
    yield Shape(box(x, y, wide, high), nth("area", place, AREAS), 1.5)
    paint, said, letter = nth("on", place, AREAS), write_number(value), _letter(place)
    room = width(said, _SMALL, bold=True)
    is_said = high >= SIZE + 4 and room <= wide
    if is_said:
        yield Words((x + wide / 2, y + high / 2 + 5), (said,), paint, "middle", _SMALL, bold=True)
    foot, long = y + high / 2 + 4.5, width(letter, _LETTER)
    if high < _LETTER - 1:
        return
    if not is_said:
        yield Words((x + wide / 2, foot), (letter,), paint, "middle", _LETTER)
    elif (wide - room) / 2 >= long + 8:
        yield Words((x + 6, foot), (letter,), paint, size=_LETTER)
    elif wide * _OUTSIDE >= long + 3:
        yield Words((x - 3, foot), (letter,), "quiet", "end", _LETTER)


def _letter(place: int) -> str:
    """From A to Z, then AA, AB and so on."""
    return (_letter(place // 26 - 1) if place >= 26 else "") + chr(ord("A") + place % 26)  # noqa: PLR2004 - the alphabet


def _legend(series: Sequence[Series], top: float) -> tuple[list[Part], float]:
    """A square with a letter and a name for each part, in the order in which they lie in the bars; where it ends."""
    parts: list[Part] = []
    y = top
    hangs = [all((value or _ZERO) <= 0 for value in one.values) and any(one.values) for one in series]
    standing = [place for place, is_below in enumerate(hangs) if not is_below]
    for place in (*reversed(standing), *(place for place, is_below in enumerate(hangs) if is_below)):
        words = Words((_SQUARE + 9, y + 15), wrapped(series[place].name, _WIDTH - _SQUARE - 9, SIZE))
        letter = Words((_SQUARE / 2, y + 15), (_letter(place),), nth("on", place, AREAS), "middle", _LETTER, bold=True)
        parts += [Shape(box(0, y, _SQUARE, _SQUARE), nth("area", place, AREAS), 0), letter, words]
        y += _SQUARE + 6 + words.leading * (len(words.lines) - 1)
    return parts, y
