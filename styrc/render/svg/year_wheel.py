"""A year wheel in, its parts out: the months in a ring, the events by number in rings inside it, their names below."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from styrc.render.svg.drawings import Event, YearWheel
from styrc.render.svg.measure import wrapped
from styrc.render.svg.palette import AREAS
from styrc.render.svg.shapes import SIZE, Canvas, Part, Point, Shape, Words, around, circle, ring_part
from styrc.render.svg.wheel_places import MONTH, Place, places
from styrc.text import Language, Text

_WIDTH = 480.0
_INSIDE, _MONTHS, _AROUND = 176.0, 40.0, 4.0
_BADGE = 12.0

MONTHS = Text("jan feb mar apr maj jun jul aug sep okt nov dec", "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")


def year_wheel(wheel: YearWheel, language: Language) -> Canvas:
    """The wheel, and below it what the numbers stand for. A wheel that has to be greater may be scrolled sideways."""
    found, inside = places(wheel.events, _INSIDE)
    outer = inside + _AROUND + _MONTHS
    broad = max(_WIDTH, 2 * outer + 2 * _AROUND)
    centre = (broad / 2, outer + _AROUND)
    legend, height = _legend(wheel, broad, centre[1] + outer + 20, language)
    parts = (*_months(centre, outer, language), *_events(found, centre), *legend)
    return Canvas(broad, height, parts, wide=broad > _WIDTH)


def months(event: Event, language: Language) -> str:
    """When an event is, in words: the first month and the last."""
    names = MONTHS.speak(language).split()
    first, last = names[event.first - 1], names[event.last - 1]
    return first if first == last else f"{first}\u2013{last}"


def _months(centre: Point, outer: float, language: Language) -> Iterator[Part]:
    for place, name in enumerate(MONTHS.speak(language).split()):
        angles = (place * MONTH, (place + 1) * MONTH)
        yield Shape(ring_part(centre, (outer - _MONTHS, outer), angles), "area-1", 2)
        turn = (place + 0.5) * MONTH
        is_lower = math.cos(turn) < 0  # there the words are turned to be read from the outside
        radius = outer - _MONTHS / 2 + (5 if is_lower else -5)
        degrees = math.degrees(turn) - (180 if is_lower else 0)
        yield Words(around(centre, radius, turn), (name,), "on-1", "middle", bold=True, turn=degrees)


def _events(found: Sequence[Place], centre: Point) -> Iterator[Part]:
    for number, place in enumerate(found):
        angles = (place.start, place.end)
        yield Shape(ring_part(centre, (place.inner, place.outer), angles), _paint("area", number), 1)
        x, y = around(centre, (place.inner + place.outer) / 2, (place.start + place.end) / 2)
        size = SIZE - 2
        yield Words((x, y + size * 0.35), (str(number + 1),), _paint("on", number), "middle", size, bold=True)


def _paint(name: str, place: int) -> str:
    """The first paint is the months' own."""
    return f"{name}-{place % (AREAS - 1) + 2}"


def _legend(wheel: YearWheel, broad: float, y: float, language: Language) -> tuple[list[Part], float]:
    parts: list[Part] = []
    for place, event in enumerate(wheel.events):
        words = Words((32, y + 17), wrapped(f"{event.name} ({months(event, language)})", broad - 36, SIZE))
        number = Words((_BADGE, y + 17), (str(place + 1),), _paint("on", place), "middle", SIZE - 2, bold=True)
        parts += [Shape(circle((_BADGE, y + _BADGE), _BADGE), _paint("area", place), 0), number, words]
        y += 30 + words.leading * (len(words.lines) - 1)
    return parts, y
