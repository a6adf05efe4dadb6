"""Goals by units in, a map out: goals in rows, units in columns, a status by sign, colour and word in each field."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from styrc.blocks import Status
from styrc.render.svg.drawings import StatusMap, StatusRow
from styrc.render.svg.measure import whole_words, width, wrapped
from styrc.render.svg.shapes import SIZE, Canvas, Linked, Part, Shape, Words, box, open_line
from styrc.render.svg.status_parts import SIGN, entries, in_short, sign, tone
from styrc.text import Language, Text

_SIZE = SIZE - 2
_LEADING = _SIZE * 1.25
_TITLE = 250.0
_UNITS = 560.0  # what the columns share
_LEGEND = 343.0  # so broad that it is seen on a narrow screen before one scrolls
_NARROWEST, _BROADEST = 48.0, 170.0
_ROW, _PADDING = 36.0, 12.0
_SIGN = 2 * SIGN + 5  # a sign with its distance to the word
_AROUND = _SIGN + 10  # what a field holds beside its word
_HEAD_LINES, _TURNED_LINES, _WORD_LINES = 3, 2, 2
_TURN = math.radians(60)
_ROOMS = (150.0, 190.0, 240.0, 320.0)  # how long a turned name may be on one line
_EMPTY = Text("Tom ruta: enheten har inte sagt något om det.", "Empty field: the unit has said nothing of it.")


@dataclass(frozen=True, slots=True)
class _Heads:
    """The names of the units over their columns, level or turned, and the room that they need."""

    names: tuple[tuple[str, ...], ...]
    goals: tuple[str, ...]
    turned: bool
    column: float

    @property
    def height(self) -> float:
        """From the top of the drawing to the first row."""
        own = len(self.goals) * _LEADING + 10
        if not self.turned:
            return max(own, *(len(lines) * _LEADING + 10 for lines in self.names), 0)
        return max(own, max(map(_length, self.names), default=0) * math.sin(_TURN) + 24)

    @property
    def beyond(self) -> float:
        """How far turned names reach to the right of the last column."""
        return max(map(_length, self.names), default=0) * math.cos(_TURN) if self.turned else 0


def _length(lines: tuple[str, ...]) -> float:
    return max(width(line, _SIZE) for line in lines) + _LEADING * (len(lines) - 1) / 2


def note(language: Language) -> str:
    """What an empty field means."""
    return _EMPTY.speak(language)


def status_map(drawing: StatusMap, language: Language) -> Canvas:
    """The whole map with its legend."""
    scale = list(dict.fromkeys((*drawing.scale, *(cell for row in drawing.rows for cell in row.cells if cell))))
    short = in_short(scale)
    heads = _heads(drawing, max((width(word, _SIZE) for word in short.values()), default=0) + _AROUND)
    if all(_is_whole(status.word, heads.column - _AROUND, _WORD_LINES) for status in scale):
        short = {status: status.word for status in scale}
    broad = _TITLE + heads.column * len(drawing.units)
    rows, low = _rows(drawing, heads, short, broad)
    said = [(status, _explained(short[status], status.word)) for status in scale]
    legend, low = entries(said, _LEGEND, low + 14)
    empty = Words((0, low + 14), wrapped(note(language), _LEGEND, _SIZE), "quiet", size=_SIZE)
    parts = (*_names(heads), *rows, *legend, empty)
    return Canvas(max(broad + heads.beyond + 2, _LEGEND), low + 12 + empty.leading * len(empty.lines), parts, wide=True)


def _explained(short: str, word: str) -> str:
    return word if short == word else f"{short} = {word}"


def _is_whole(text: str, room: float, lines: int) -> bool:
    """Whether the text has room on so many lines without a broken word."""
    return whole_words(text, room, _SIZE) and len(wrapped(text, room, _SIZE)) <= lines


def _heads(drawing: StatusMap, narrowest: float) -> _Heads:
    """Names lie level where no word is broken and few lines suffice; else they are turned and the lines made longer."""
    units, goals = drawing.units, wrapped(drawing.goals, _TITLE - 14, _SIZE, bold=True)
    column = max(min(max(_UNITS / max(len(units), 1), _NARROWEST), _BROADEST), narrowest)
    level = tuple(wrapped(name, column - 8, _SIZE) for name in units)
    if all(_is_whole(name, column - 8, _HEAD_LINES) for name in units):
        return _Heads(level, goals, turned=False, column=column)
    room = next((room for room in _ROOMS if all(_is_whole(name, room, _TURNED_LINES) for name in units)), _ROOMS[-1])
    best = tuple(wrapped(name, room, _SIZE) for name in units)
    return _Heads(best, goals, turned=True, column=max(column, max(map(len, best)) * _LEADING / math.sin(_TURN) + 5))


def _names(heads: _Heads) -> Iterator[Words]:
    y = heads.height - 8 - _LEADING * (len(heads.goals) - 1)
    yield Words((0, y), heads.goals, "quiet", size=_SIZE, bold=True)
    for place, lines in enumerate(heads.names):
        x = _TITLE + heads.column * (place + 0.5)
        if heads.turned:
            back = (
                _LEADING * (len(lines) - 1) / 2 - _SIZE * 0.35
            )  # from the middle of the lines to the first one's foot
            start = (x - back * math.sin(_TURN), heads.height - 10 - back * math.cos(_TURN))
            yield Words(start, lines, "ink", size=_SIZE, turn=-math.degrees(_TURN))
        else:
            y = heads.height - 8 - _LEADING * (len(lines) - 1)
            yield Words((x, y), lines, "ink", "middle", _SIZE)


def _rows(drawing: StatusMap, heads: _Heads, short: dict[Status, str], broad: float) -> tuple[list[Part], float]:
    parts: list[Part] = []
    y = heads.height
    for row in drawing.rows:
        parts.append(Shape(open_line([(0, y), (broad, y)]), "grid", 1))
        title = Words((0, 0), wrapped(row.title, _TITLE - 14, _SIZE), size=_SIZE)
        words = [wrapped(short[cell], heads.column - _AROUND + 0.1, _SIZE) for cell in row.cells if cell]
        high = max(_ROW, _LEADING * max(len(title.lines), *map(len, words), 1) + _PADDING)
        middle = y + high / 2 - title.leading * (len(title.lines) - 1) / 2 + _SIZE * 0.35
        parts.append(_titled(row, replace(title, place=(0, middle))))
        for place, status in enumerate(row.cells):
            if status is not None:
                parts += _field(status, short[status], (_TITLE + heads.column * place, y, heads.column, high))
        y += high
    parts.append(Shape(open_line([(0, y), (broad, y)]), "grid", 1))
    return parts, y


def _titled(row: StatusRow, title: Words) -> Part:
    return Linked(row.target, (replace(title, paint="line-ink-1"),)) if row.target else title


def _field(status: Status, said: str, frame: tuple[float, float, float, float]) -> Iterator[Part]:
    """A status in its field: the sign, and beside it the word or what stands for it."""
    x, y, broad, high = frame
    yield Shape(box(x + 2, y + 2.5, broad - 4, high - 5, 3), f"tone-{tone(status)}", 1)
    lines = wrapped(said, broad - _AROUND + 0.1, _SIZE)
    long = max(width(line, _SIZE) for line in lines) + _SIGN
    start, middle = x + (broad - long) / 2, y + high / 2
    yield from sign(status, (start + SIGN, middle))
    foot = middle - _LEADING * (len(lines) - 1) / 2 + _SIZE * 0.35
    yield Words((start + _SIGN, foot), lines, f"on-tone-{tone(status)}", size=_SIZE)
