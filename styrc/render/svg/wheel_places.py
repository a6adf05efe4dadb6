"""Events of a year in, their places in the rings of a wheel out: none runs into another, each has room for a number."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from styrc.render.svg.drawings import Event

MONTH = math.pi / 6
BROADEST, NARROWEST = 34.0, 24.0
"""How broad rings may be, in pixels."""
_INNERMOST = 44.0
_NUMBER = 26.0  # how long a part of a ring must be for a number


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event is drawn: between two radii and two angles from the turn of the year, clockwise."""

    inner: float
    outer: float
    start: float
    end: float


def length(event: Event) -> int:
    """How many months an event takes, over the turn of the year too."""
    return (event.last - event.first) % 12 + 1


def places(events: Sequence[Event], outer: float) -> tuple[list[Place], float]:
    """The place of each event inside a radius, and the radius, made greater where rings would be too narrow."""
    rings = 0
    while True:
        rings += 1
        radius = max(outer, _INNERMOST + rings * NARROWEST)
        broad = min(BROADEST, (radius - _INNERMOST) / rings)
        found = _placed(events, rings, radius, broad)
        if found is not None:
            return found, radius


def _placed(events: Sequence[Event], rings: int, radius: float, broad: float) -> list[Place] | None:
    """Long events each in the outermost ring that is free; those of one month share what is left of their month."""
    busy: list[set[int]] = [set() for _ in range(rings)]
    found: dict[int, Place] = {}
    for number, event in enumerate(events):
        months = {(event.first - 1 + step) % 12 for step in range(length(event))}
        if len(months) > 1:
            ring = next((ring for ring in range(rings) if not busy[ring] & months), None)
            if ring is None:
                return None
            busy[ring] |= months
            start = (event.first - 1) * MONTH
            found[number] = _in_ring(ring, radius, broad, (start, start + len(months) * MONTH))
    for month in range(12):
        short = [number for number, event in enumerate(events) if event.first == event.last == month + 1]
        free = [ring for ring in range(rings) if month not in busy[ring]]
        if not _share(short, free, month, found, (radius, broad)):
            return None
    return [found[number] for number in range(len(events))]


def _share(short: list[int], free: list[int], month: int, found: dict[int, Place], size: tuple[float, float]) -> bool:
    """Give the events of one month their parts of the free rings. Whether there was room."""
    radius, broad = size
    for ring in free:
        middle = radius - (ring + 0.5) * broad
        here = short[: max(1, int(middle * MONTH // _NUMBER))]
        short = short[len(here) :]
        for place, number in enumerate(here):
            angles = ((month + place / len(here)) * MONTH, (month + (place + 1) / len(here)) * MONTH)
            found[number] = _in_ring(ring, radius, broad, angles)
    return not short


def _in_ring(ring: int, radius: float, broad: float, angles: tuple[float, float]) -> Place:
    outer = radius - ring * broad
    return Place(outer - broad + 2, outer, *angles)
