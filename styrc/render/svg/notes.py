"""What is said at the ends of a chart's lines in, words at their places out: beside the lines, none over another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from styrc.quantity import write_number
from styrc.render.svg.drawings import LineChart
from styrc.render.svg.measure import width, wrapped
from styrc.render.svg.palette import LINES, nth
from styrc.render.svg.scale import Scale
from styrc.render.svg.shapes import SIZE, Words
from styrc.text import Language, Text

_ROOM, _FORECAST_ROOM = 112.0, 142.0
_SMALL = SIZE - 1
_LEADING = _SMALL * 1.25
_APART = 2.0
_ABOVE = 20.0  # how far above the axis the notes may begin, below the unit of measure
_GOAL = Text("Mål", "Target")
_FORECAST = Text("prognos {value}", "forecast {value}")


@dataclass(frozen=True, slots=True)
class Note:
    """What is said at the end of a line, on level with its last value."""

    y: float
    lines: tuple[str, ...]
    paint: str

    @property
    def height(self) -> float:
        """The room it takes, with its distance to the next one."""
        return _LEADING * len(self.lines) + _APART


def room(chart: LineChart) -> float:
    """How broad the notes are, with their distance to the lines; no number in them is broken."""
    last = [_last(values) for series in chart.series for values in (series.values, series.forecast)]
    goals = [number for goal in chart.goals if goal for number in (goal.low, goal.high)]
    numbers = (width(write_number(number), _SMALL, bold=True) + 8 for number in (*last, *goals) if number is not None)
    has_forecast = any(_last(series.forecast) is not None for series in chart.series)
    return max((_FORECAST_ROOM if has_forecast else _ROOM, *numbers))


def notes(chart: LineChart, scale: Scale, language: Language) -> list[Note]:
    """All that is to be said beside the lines."""
    series = (_of_series(chart, place, scale, language) for place in range(len(chart.series)))
    return [note for note in (*series, _of_goal(chart, scale, language)) if note]


def height(said: Sequence[Note], scale: Scale) -> float:
    """How far down the notes reach if they stand close below each other."""
    return scale.top - _ABOVE + sum(note.height for note in said)


def placed(said: Sequence[Note], scale: Scale, low: float) -> Iterator[Words]:
    """Notes from the top down, each on level with its line where there is room, and none below the lowest place."""
    said, tops, free = sorted(said, key=lambda note: note.y), [], scale.top - _ABOVE
    for note in said:
        tops.append(max(note.y - note.height / 2, free))
        free = tops[-1] + note.height
    for place in reversed(range(len(said))):
        tops[place] = min(tops[place], low - said[place].height)
        low = tops[place]
    for note, top in zip(said, tops, strict=True):
        yield Words((scale.right + 8, top + _SMALL * 0.95), note.lines, note.paint, size=_SMALL, bold=True)


def _of_series(chart: LineChart, place: int, scale: Scale, language: Language) -> Note | None:
    """The name of one line among several with its last value and forecast; a line by itself is named by the title."""
    series = chart.series[place]
    last, expected = _last(series.values), _last(series.forecast)
    parts = [] if len(chart.series) == 1 or last is None else [f"{series.name} {write_number(last)}"]
    if expected is not None:
        told = _FORECAST.speak(language, {"value": write_number(expected)})
        parts.append(told if parts else f"{series.name}, {told}" if len(chart.series) > 1 else told.capitalize())
    level = last if expected is None else expected
    if not parts or level is None:
        return None
    return Note(scale.y(level), _wrapped(parts, chart), nth("line-ink", place, LINES))


def _last(values: tuple[Decimal | None, ...]) -> Decimal | None:
    return next((value for value in reversed(values) if value is not None), None)


def _wrapped(parts: Sequence[str], chart: LineChart) -> tuple[str, ...]:
    return tuple(line for part in parts for line in wrapped(part, room(chart) - 8, _SMALL, bold=True))


def _of_goal(chart: LineChart, scale: Scale, language: Language) -> Note | None:
    last = next((goal for goal in reversed(chart.goals) if goal), None)
    if last is None:
        return None
    lines = _wrapped([f"{_GOAL.speak(language)} {last.said}"], chart)
    if len(lines) > 1:  # then the words of the target stand together
        lines = _wrapped([_GOAL.speak(language), last.said], chart)
    return Note(scale.y(last.low if last.high is None else (last.low + last.high) / 2), lines, "goal-ink")
