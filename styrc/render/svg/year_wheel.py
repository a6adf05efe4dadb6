"""A year wheel in, its parts out: the months in a ring, the events by number in rings inside it, their names below."""

from __future__ import annotations

import math
from collections.abc import Iterator

from styrc.render.svg.drawings import Event, YearWheel
from styrc.render.svg.measure import wrapped
from styrc.render.svg.palette import AREAS
from styrc.render.svg.shapes import SIZE, Canvas, Part, Shape, Words, around, circle, ring_part
from styrc.text import Language, Text

_WIDTH = 480.0
_CENTRE = (240.0, 224.0)
_OUTER, _MONTHS, _INNERMOST = 220.0, 40.0, 44.0
_BROADEST = 34.0
_MONTH = math.pi / 6
_BADGE = 12.0

MONTHS = Text("jan feb mar apr maj jun jul aug sep okt nov dec", "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")


def year_wheel(wheel: YearWheel, language: Language) -> Canvas:
    """The wheel, and below it what the numbers stand for."""
    legend, height = _legend(wheel, language)
    return Canvas(_WIDTH, height, (*_months(language), *_events(wheel), *legend))


def months(event: Event, language: Language) -> str:
    """When an event is, in words: the first month and the last."""
    names = MONTHS.speak(language).split()
    first, last = names[event.first - 1], names[event.last - 1]
    return first if first == last else f"{first}\u2013{last}"


def _months(language: Language) -> Iterator[Part]:
    for place, name in enumerate(MONTHS.speak(language).split()):
        angles = (place * _MONTH, (place + 1) * _MONTH)
        yield Shape(ring_part(_CENTRE, (_OUTER - _MONTHS, _OUTER), angles), "area-1", 2)
        turn = (place + 0.5) * _MONTH
        is_lower = math.cos(turn) < 0  # there the words are turned to be read from the outside
        radius = _OUTER - _MONTHS / 2 + (5 if is_lower else -5)
        degrees = math.degrees(turn) - (180 if is_lower else 0)
        yield Words(around(_CENTRE, radius, turn), (name,), "on-1", "middle", bold=True, turn=degrees)


def _events(wheel: YearWheel) -> Iterator[Part]:
    rings = _rings(wheel.events)
    room = _OUTER - _MONTHS - 4 - _INNERMOST
    broad = min(_BROADEST, room / (max(rings, default=0) + 1))
    for place, (event, ring) in enumerate(zip(wheel.events, rings, strict=True)):
        outer = _OUTER - _MONTHS - 4 - ring * broad
        start = (event.first - 1) * _MONTH
        end = start + _length(event) * _MONTH
        yield Shape(ring_part(_CENTRE, (outer - broad + 2, outer), (start, end)), _paint("area", place), 1)
        x, y = around(_CENTRE, outer - broad / 2 + 1, (start + end) / 2)
        size = SIZE if broad > SIZE + 3 else 11
        yield Words((x, y + size * 0.35), (str(place + 1),), _paint("on", place), "middle", size, bold=True)


def _length(event: Event) -> int:
    """How many months an event takes, over the turn of the year too."""
    return (event.last - event.first) % 12 + 1


def _rings(events: tuple[Event, ...]) -> list[int]:
    """The outermost ring where each event does not run into one before it."""
    taken: list[set[int]] = []
    rings = []
    for event in events:
        own = {(event.first - 1 + step) % 12 for step in range(_length(event))}
        ring = next((number for number, busy in enumerate(taken) if not busy & own), len(taken))
        if ring == len(taken):
            taken.append(set())
        taken[ring] |= own
        rings.append(ring)
    return rings


def _paint(name: str, place: int) -> str:
    """The first paint is the months' own."""
    return f"{name}-{place % (AREAS - 1) + 2}"


def _legend(wheel: YearWheel, language: Language) -> tuple[list[Part], float]:
    parts: list[Part] = []
    y = _CENTRE[1] + _OUTER + 20
    for place, event in enumerate(wheel.events):
        words = Words((32, y + 17), wrapped(f"{event.name} ({months(event, language)})", _WIDTH - 36, SIZE))
        number = Words((_BADGE, y + 17), (str(place + 1),), _paint("on", place), "middle", SIZE - 2, bold=True)
        parts += [Shape(circle((_BADGE, y + _BADGE), _BADGE), _paint("area", place), 0), number, words]
        y += 30 + words.leading * (len(words.lines) - 1)
    return parts, y
