"""A line chart in, its parts out: outcomes as lines with points, targets as dashes, names and numbers at the lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby

from styrc.quantity import write_number
from styrc.render.svg.drawings import Goal, LineChart, Series
from styrc.render.svg.measure import ticks, width, wrapped
from styrc.render.svg.palette import LINES, nth
from styrc.render.svg.shapes import SIZE, Canvas, Part, Point, Shape, Words, diamond, marker, open_line
from styrc.text import Language, Text

_WIDTH, _TOP, _LOW, _HEIGHT = 480.0, 40.0, 262.0, 296.0
_SMALL = SIZE - 1
_NOTE_ROOM = 112.0  # for the names at the ends of the lines
_GOAL = Text("Mål", "Target")


@dataclass(frozen=True, slots=True)
class _Note:
    """What is said at the end of a line, on level with its last value."""

    y: float
    lines: tuple[str, ...]
    paint: str


@dataclass(frozen=True, slots=True)
class _Scale:
    """From labels and values to places."""

    steps: tuple[Decimal, ...]
    left: float
    right: float
    count: int

    def x(self, position: int) -> float:
        if self.count == 1:
            return (self.left + self.right) / 2
        return self.left + 20 + position * (self.right - self.left - 40) / (self.count - 1)

    def y(self, value: Decimal) -> float:
        share = float((value - self.steps[0]) / (self.steps[-1] - self.steps[0]))
        return _LOW - share * (_LOW - _TOP)


def line_chart(chart: LineChart, language: Language) -> Canvas:
    """The whole chart."""
    steps = ticks([*_outcomes(chart), *_targets(chart)])
    left = max(width(write_number(step), _SMALL) for step in steps) + 12
    scale = _Scale(steps, left, _WIDTH - _NOTE_ROOM, len(chart.labels))
    notes = [*_series_notes(chart, scale), *_goal_notes(chart, scale, language)]
    if not notes:
        scale = replace(scale, right=_WIDTH)
    parts = (
        *_grid(chart, scale),
        *_goals(chart, scale),
        *(part for place, series in enumerate(chart.series) for part in _series(series, place, scale)),
        *(_values(chart, scale) if len(chart.series) == 1 else ()),
        *_placed_notes(notes, scale),
    )
    return Canvas(_WIDTH, _HEIGHT, parts)


def _outcomes(chart: LineChart) -> Iterator[Decimal]:
    return (value for series in chart.series for value in series.values if value is not None)


def _targets(chart: LineChart) -> Iterator[Decimal]:
    return (number for goal in chart.goals if goal for number in (goal.low, goal.high) if number is not None)


def _grid(chart: LineChart, scale: _Scale) -> Iterator[Part]:
    for step in scale.steps:
        y = scale.y(step)
        yield Shape(open_line([(scale.left, y), (scale.right, y)]), "grid", 1)
        yield Words((scale.left - 8, y + 5), (write_number(step),), "quiet", "end", _SMALL)
    yield Words((0, 16), (chart.unit,), "quiet", size=_SMALL)
    room = (scale.right - scale.left) / len(chart.labels)
    every = next(n for n in range(1, len(chart.labels) + 1) if _fits(chart.labels, n * room) or n == len(chart.labels))
    for position, label in enumerate(chart.labels):
        if (len(chart.labels) - 1 - position) % every == 0:
            yield Words((scale.x(position), _LOW + 24), (label,), "quiet", "middle", _SMALL)


def _fits(labels: Sequence[str], room: float) -> bool:
    return max(width(label, _SMALL) for label in labels) + 4 <= room


def _series(series: Series, place: int, scale: _Scale) -> Iterator[Part]:
    points = [None if value is None else (scale.x(n), scale.y(value)) for n, value in enumerate(series.values)]
    for run in _runs(points):
        if len(run) > 1:
            yield Shape(open_line(run), nth("line", place, LINES), 2.5)
    yield from (Shape(marker(point, place), nth("dot", place, LINES), 2.5) for point in points if point)


def _runs(points: Sequence[Point | None]) -> Iterator[list[Point]]:
    """Points beside each other: a line has a gap where nothing was measured."""
    for measured, run in groupby(points, bool):
        if measured:
            yield [point for point in run if point]


def _goals(chart: LineChart, scale: _Scale) -> Iterator[Part]:
    yield from _goal_line(chart, scale, lambda goal: goal.low)
    yield from _goal_line(chart, scale, lambda goal: goal.high)


def _goal_line(chart: LineChart, scale: _Scale, number: Callable[[Goal], Decimal | None]) -> Iterator[Part]:
    """The target over the years that have one; where it is the same all along, a line from edge to edge."""
    values = [number(goal) if goal else None for goal in chart.goals]
    points = [(scale.x(n), scale.y(value)) for n, value in enumerate(values) if value is not None]
    if not points:
        return
    if None not in values and len(set(values)) == 1:
        points = [(scale.left, points[0][1]), (scale.right, points[0][1])]
        yield Shape(open_line(points), "goal", 2, "7 5")
        return
    if len(points) > 1:
        yield Shape(open_line(points), "goal", 2, "7 5")
    yield from (Shape(diamond(point), "goal-dot", 2) for point in points)


def _values(chart: LineChart, scale: _Scale) -> Iterator[Part]:
    """The first and the last value of a single line, on the side where the target is not."""
    measured = [(n, value) for n, value in enumerate(chart.series[0].values) if value is not None]
    for n, value in dict([*measured[:1], *measured[-1:]]).items():
        goal = chart.goals[n] if chart.goals else None
        is_below = goal is not None and 0 <= scale.y(value) - scale.y(goal.low) < 2 * SIZE
        said = write_number(value)
        x = max(scale.x(n), scale.left + width(said, SIZE, bold=True) / 2)  # clear of the axis
        yield Words((x, scale.y(value) + (SIZE + 9 if is_below else -12)), (said,), "ink", "middle", bold=True)


def _series_notes(chart: LineChart, scale: _Scale) -> Iterator[_Note]:
    """The names of several lines with their last values; a line by itself is named by the title."""
    if len(chart.series) == 1:
        return
    for place, series in enumerate(chart.series):
        last = next((value for value in reversed(series.values) if value is not None), None)
        if last is not None:
            words = f"{series.name} {write_number(last)}"
            yield _Note(scale.y(last), wrapped(words, _NOTE_ROOM - 8, _SMALL, bold=True), nth("line-ink", place, LINES))


def _goal_notes(chart: LineChart, scale: _Scale, language: Language) -> Iterator[_Note]:
    last = next((goal for goal in reversed(chart.goals) if goal), None)
    if last:
        room = _NOTE_ROOM - 8
        lines = wrapped(f"{_GOAL.speak(language)} {last.said}", room, _SMALL, bold=True)
        if len(lines) > 1:  # then the words of the target stand together
            lines = (_GOAL.speak(language), *wrapped(last.said, room, _SMALL, bold=True))
        yield _Note(scale.y(last.low if last.high is None else (last.low + last.high) / 2), lines, "goal-ink")


def _placed_notes(notes: Sequence[_Note], scale: _Scale) -> Iterator[Part]:
    """Notes from the top down, each on level with its line where there is room, else just below the one before."""
    free = 0.0
    for note in sorted(notes, key=lambda note: note.y):
        words = Words((scale.right + 8, 0), note.lines, note.paint, size=_SMALL, bold=True)
        top = max(note.y - words.leading * len(note.lines) / 2, free)
        free = top + words.leading * len(note.lines) + 2
        yield replace(words, place=(words.place[0], top + _SMALL * 0.95))
