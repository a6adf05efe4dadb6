"""A drawing's SVG in, the size that it is printed in out: legible, inside the page, and turned only if it must."""

from __future__ import annotations

import re

_POINTS = 0.55
"""Points for each pixel of the drawing: words of 16 pixels are nearly as large as those of the text around them."""
_LEAST = 0.42
"""Points for each pixel below which words are too small: such a drawing is turned with the page."""
_TALL = 240.0
"""Points: a higher drawing is set smaller, so that text shares its page, but not below what is read with ease."""
_EASY = 0.48
_HEIGHT, _HEIGHT_ACROSS, _WIDTH_ACROSS = 560.0, 320.0, 700.0
"""Points: what a page has room for below a heading and above the drawing's title."""
_UNKNOWN = (600.0, 400.0)

_HEAD = re.compile(r"<svg\b[^>]*>", re.DOTALL)
_BOX = re.compile(r"""\bviewBox\s*=\s*["'][-\d.eE]+[\s,]+[-\d.eE]+[\s,]+([\d.]+)[\s,]+([\d.]+)["']""")


def size_of(svg: str) -> tuple[float, float]:
    """Width and height in pixels, from the drawing's view box."""
    head = _HEAD.search(svg)
    box = _BOX.search(head.group()) if head else None
    if box is None:
        return _UNKNOWN
    width, height = float(box.group(1)), float(box.group(2))
    return (width, height) if width and height else _UNKNOWN


def scaled(size: tuple[float, float], room: float, *, may_turn: bool) -> tuple[float, bool]:
    """The printed width in points, and if the page must lie down for it."""
    upright = min(_scale(size, room, _HEIGHT), max(_EASY, _TALL / size[1]))
    across = _scale(size, _WIDTH_ACROSS, _HEIGHT_ACROSS)
    turned = may_turn and upright < _LEAST and across > upright
    return size[0] * (across if turned else upright), turned


def _scale(size: tuple[float, float], width: float, height: float) -> float:
    return min(_POINTS, width / size[0], height / size[1])
