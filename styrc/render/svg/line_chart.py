"""A line chart in, its parts out: outcomes as lines with points, targets as dashes, names and numbers at the lines."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby

from styrc.quantity import write_number
from styrc.render.svg.drawings import Goal, LineChart, Series
from styrc.render.svg.measure import ticks, whole_words, width, wrapped
from styrc.render.svg.notes import height, notes, placed, room
from styrc.render.svg.palette import LINES, nth
from styrc.render.svg.scale import Scale
from styrc.render.svg.shapes import SIZE, Canvas, Part, Point, Shape, Words, diamond, marker, open_line
from styrc.text import Language, Text

_WIDTH = 480.0
_LEAST = 200.0  # for the lines; with very long numbers beside them the drawing is made broader
_SMALL = SIZE - 1
_DASHES = ("", "12 4", "12 4 3 4")  # lines differ by these and their marks, not by colour alone
_EXPECTED = "2 5"
_LABEL_LINES = 2
_NEAR = 2.0 * SIZE  # so near a point the target leaves no room for a value between them
_UNMEASURED = Text("ej mätt", "not measured")


def line_chart(chart: LineChart, language: Language) -> Canvas:
    """The whole chart."""
    steps = ticks([*_amounts(chart), *_targets(chart)])
    left = max(width(write_number(step), _SMALL) for step in steps) + 12
    whole = max(_WIDTH, left + _LEAST + room(chart))
    unit = Words((0, 16), wrapped(chart.unit, whole, _SMALL), "quiet", size=_SMALL)
    top = 40 + unit.leading * (len(unit.lines) - 1)
    scale = Scale(steps, left, whole - room(chart), len(chart.labels), top, whole)
    said = notes(chart, scale, language)
    if not said:
        scale = replace(scale, right=whole)
    labels, low = _labels(chart, scale)
    low = max(low, height(said, scale))
    parts = (
        unit,
        *_grid(scale),
        *labels,
        *_unmeasured(chart, scale, language),
        *_goals(chart, scale),
        *(part for place, series in enumerate(chart.series) for part in _series(series, place, scale)),
        *(_values(chart, scale) if len(chart.series) == 1 else ()),
        *placed(said, scale, low),
    )
    return Canvas(whole, low, parts, wide=whole > _WIDTH)


def _amounts(chart: LineChart) -> Iterator[Decimal]:
    return (value for series in chart.series for value in (*series.values, *series.forecast) if value is not None)


def _targets(chart: LineChart) -> Iterator[Decimal]:
    return (number for goal in chart.goals if goal for number in (goal.low, goal.high) if number is not None)


def _grid(scale: Scale) -> Iterator[Part]:
    for step in scale.steps:
        y = scale.y(step)
        yield Shape(open_line([(scale.left, y), (scale.right, y)]), "grid", 1)
        yield Words((scale.left - 8, y + 5), (write_number(step),), "quiet", "end", _SMALL)


def _labels(chart: LineChart, scale: Scale) -> tuple[list[Words], float]:
    """As many labels as have room, counted from the last, and how far down they reach."""
    count = len(chart.labels)
    every = next((n for n in range(1, count) if _fit(chart.labels, n * scale.slot - 6)), count)
    broad = min(every * scale.slot, scale.whole) - 6
    shown = [Words((0, 0), wrapped(label, broad, _SMALL), "quiet", "middle", _SMALL) for label in chart.labels]
    labels = [
        replace(words, place=(_inside(scale.x(place), words, scale), scale.low + 24))
        for place, words in enumerate(shown)
        if (count - 1 - place) % every == 0
    ]
    return labels, scale.low + 34 + max(((len(words.lines) - 1) * words.leading for words in labels), default=0)


def _fit(labels: Sequence[str], broad: float) -> bool:
    return all(
        whole_words(label, broad, _SMALL) and len(wrapped(label, broad, _SMALL)) <= _LABEL_LINES for label in labels
    )


def _inside(x: float, words: Words, scale: Scale) -> float:
    half = max(width(line, words.size) for line in words.lines) / 2
    return min(max(x, half), scale.whole - half)


def _unmeasured(chart: LineChart, scale: Scale, language: Language) -> Iterator[Part]:
    """Words above the labels where nothing was measured, though it was before and after; upright where it is narrow."""
    known = [any(series.values[place] is not None for series in chart.series) for place in range(len(chart.labels))]
    if True not in known or scale.slot < _SMALL:  # where words would run into each other, the gap says it alone
        return
    said, size = _UNMEASURED.speak(language), _SMALL - 1
    for place in range(known.index(True), len(known) - known[::-1].index(True)):
        if known[place]:
            continue
        if whole_words(said, scale.slot, size):
            lines = wrapped(said, scale.slot, size)
            y = scale.low - 8 - (len(lines) - 1) * size * 1.25
            yield Words((scale.x(place), y), lines, "quiet", "middle", size)
        else:
            yield Words((scale.x(place) + size * 0.35, scale.low - 8), (said,), "quiet", size=size, turn=-90)


def _series(series: Series, place: int, scale: Scale) -> Iterator[Part]:
    """Filled marks joined by a line where something was measured, hollow marks for what is expected."""
    points = scale.points(series.values)
    for run in _runs(points):
        if len(run) > 1:
            yield Shape(open_line(run), nth("line", place, LINES), 2.5, _DASHES[place % len(_DASHES)])
    expected = scale.points(series.forecast)
    yield from _ways(points, expected, nth("line", place, LINES))
    yield from (Shape(marker(point, place), nth("dot", place, LINES), 2.5) for point in expected if point)
    yield from (Shape(marker(point, place, 1.25), nth("line-ink", place, LINES), 0) for point in points if point)


def _ways(points: Sequence[Point | None], expected: Sequence[Point | None], paint: str) -> Iterator[Shape]:
    """Dots from the last that is known to each point that is expected."""
    before: Point | None = None
    for known, ahead in zip(points, expected, strict=False):  # a series without forecast has none for any label
        if ahead and before:
            yield Shape(open_line([before, ahead]), paint, 2.5, _EXPECTED)
        before = known or ahead or before


def _runs(points: Sequence[Point | None]) -> Iterator[list[Point]]:
    """Points beside each other: a line has a gap where nothing was measured."""
    for measured, run in groupby(points, bool):
        if measured:
            yield [point for point in run if point]


def _goals(chart: LineChart, scale: Scale) -> Iterator[Part]:
    yield from _goal_line(chart, scale, lambda goal: goal.low)
    yield from _goal_line(chart, scale, lambda goal: goal.high)


def _goal_line(chart: LineChart, scale: Scale, number: Callable[[Goal], Decimal | None]) -> Iterator[Part]:
    """The target over the years that have one; where it is the same all along, a line from edge to edge."""
    values = [number(goal) if goal else None for goal in chart.goals]
    points = [point for point in scale.points(values) if point]
    if not points:
        return
    if None not in values and len(set(values)) == 1:
        points = [(scale.left, points[0][1]), (scale.right, points[0][1])]
        yield Shape(open_line(points), "goal", 2, "7 5")
        return
    if len(points) > 1:
        yield Shape(open_line(points), "goal", 2, "7 5")
    yield from (Shape(diamond(point), "goal-dot", 2) for point in points)


def _values(chart: LineChart, scale: Scale) -> Iterator[Part]:
    """The first and the last value of a single line."""
    values = chart.series[0].values
    measured = [n for n, value in enumerate(values) if value is not None]
    for n in dict.fromkeys([*measured[:1], *measured[-1:]]):
        beside = values[n + 1 : n + 2] if n == measured[0] else values[n - 1 : n]
        value = values[n]
        if value is not None:
            yield _value(value, next(iter(beside), None), n, chart, scale)


def _value(value: Decimal, beside: Decimal | None, place: int, chart: LineChart, scale: Scale) -> Words:
    """A value above or below its point: where the line does not go, unless the target or the axis is there."""
    goal, said = chart.goals[place] if chart.goals else None, write_number(value)
    above = scale.y(value) - scale.y(goal.low) if goal else -math.inf  # how far above the point the target is
    wants_below = beside is not None and beside > value
    can_below = not -_NEAR < above < 0 and scale.y(value) + SIZE + 11 < scale.low
    is_below = can_below and (wants_below or 0 <= above < _NEAR)
    half = width(said, SIZE, bold=True) / 2
    x = max(scale.x(place), scale.left + half)  # clear of the axis
    if is_below and not wants_below and place:  # under a line that comes from below: clear of it to the right
        x += half
    return Words((x, scale.y(value) + (SIZE + 9 if is_below else -12)), (said,), "ink", "middle", bold=True)
