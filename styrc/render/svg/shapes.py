"""The parts that every drawing is built of: words and shapes with a place and the name of a paint."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

Point = tuple[float, float]
Anchor = Literal["start", "middle", "end"]

SIZE = 16
"""The height of words, in a drawing made to be legible when it is 343 pixels wide."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words on one or several lines; `turn` is in degrees around their place."""

    kind: ClassVar[str] = "words"
    place: Point
    lines: tuple[str, ...]
    paint: str = "ink"
    anchor: Anchor = "start"
    size: int = SIZE
    bold: bool = False
    turn: float = 0

    @property
    def leading(self) -> float:
        """From one line to the next."""
        return self.size * 1.25


@dataclass(frozen=True, slots=True)
class Shape:
    """An outline, as SVG writes paths."""

    kind: ClassVar[str] = "shape"
    path: str
    paint: str
    width: float = 1.5
    dashes: str = ""


@dataclass(frozen=True, slots=True)
class Linked:
    """Parts that lead somewhere."""

    kind: ClassVar[str] = "linked"
    target: str
    parts: tuple[Words | Shape, ...]


Part = Words | Shape | Linked


@dataclass(frozen=True, slots=True)
class Canvas:
    """A finished drawing: its size and parts; a wide one may be scrolled sideways rather than made smaller."""

    width: float
    height: float
    parts: tuple[Part, ...]
    wide: bool = False


def coordinate(value: float) -> str:
    """A number as short as a tenth of a pixel allows, the same on every machine."""
    short = f"{value:.1f}".removesuffix(".0")
    return "0" if short == "-0" else short


def at(point: Point) -> str:
    """A place as paths write it."""
    return f"{coordinate(point[0])},{coordinate(point[1])}"


def open_line(points: Sequence[Point]) -> str:
    """A line from point to point."""
    return "M" + " L".join(at(point) for point in points)


def closed_line(points: Sequence[Point]) -> str:
    """A line from point to point and back again."""
    return open_line(points) + " Z"


def box(x: float, y: float, width: float, height: float, radius: float = 0) -> str:
    """A rectangle, with rounded corners if wanted."""
    right, low = x + width, y + height
    if not radius:
        return closed_line([(x, y), (right, y), (right, low), (x, low)])
    arc = f"A{coordinate(radius)},{coordinate(radius)} 0 0 1 "
    return (
        f"M{at((x + radius, y))} L{at((right - radius, y))} {arc}{at((right, y + radius))} "
        f"L{at((right, low - radius))} {arc}{at((right - radius, low))} "
        f"L{at((x + radius, low))} {arc}{at((x, low - radius))} L{at((x, y + radius))} {arc}{at((x + radius, y))} Z"
    )


def circle(centre: Point, radius: float) -> str:
    """A circle, as two half turns."""
    (x, y), half = centre, f"A{coordinate(radius)},{coordinate(radius)} 0 1 1 "
    return f"M{at((x - radius, y))} {half}{at((x + radius, y))} {half}{at((x - radius, y))} Z"


def ring_part(centre: Point, radii: tuple[float, float], angles: tuple[float, float]) -> str:
    """A part of a ring, or the whole of it, between two radii and two angles, in radians clockwise from the top."""
    (inner, outer), (start, end) = radii, angles
    middle = (start + end) / 2  # each arc in two, since none can go the whole way round
    out, back = (f"A{coordinate(radius)},{coordinate(radius)} 0 0 {turn} " for radius, turn in ((outer, 1), (inner, 0)))
    return (
        f"M{at(around(centre, outer, start))} "
        f"{out}{at(around(centre, outer, middle))} {out}{at(around(centre, outer, end))} "
        f"L{at(around(centre, inner, end))} "
        f"{back}{at(around(centre, inner, middle))} {back}{at(around(centre, inner, start))} Z"
    )


def around(centre: Point, radius: float, angle: float) -> Point:
    """The place at an angle from the top, clockwise."""
    return centre[0] + radius * math.sin(angle), centre[1] - radius * math.cos(angle)


def marker(centre: Point, position: int, size: float = 1) -> str:
    """The mark of a line's points: lines differ by shape and not by colour alone."""
    x, y = centre
    match position % 4:
        case 0:
            return circle(centre, 4.5 * size)
        case 1:
            return box(x - 4 * size, y - 4 * size, 8 * size, 8 * size)
        case 2:
            return triangle(centre, size)
    return diamond(centre, size)


def triangle(centre: Point, size: float = 1) -> str:
    """A triangle that stands on its base."""
    x, y = centre
    return closed_line([(x, y - 5.5 * size), (x + 5.5 * size, y + 4 * size), (x - 5.5 * size, y + 4 * size)])


def diamond(centre: Point, size: float = 1) -> str:
    """A square on its corner."""
    x, y = centre
    return closed_line([(x, y - 6 * size), (x + 6 * size, y), (x, y + 6 * size), (x - 6 * size, y)])
