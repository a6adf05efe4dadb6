"""A colour `#rrggbb` -> its contrast with others, by WCAG's formula, and the nearest of its hue that can be read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from colorsys import hls_to_rgb, rgb_to_hls
from decimal import ROUND_DOWN, Decimal

WRITTEN = re.compile("#[0-9a-f]{6}")
"""How a colour is written: a number sign, and red, green and blue with two hexadecimal digits each."""

LEAST = 4.5
"""The least contrast of text with what it stands on (WCAG 2.1, success criterion 1.4.3)."""

_STEPS = 1000
_DARKEST_LINEAR = 0.04045


def luminance(colour: str) -> float:
    """How light a colour is, from 0 to 1 (WCAG 2.1, relative luminance)."""
    red, green, blue = (_linear(part) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21 (WCAG 2.1, contrast ratio)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def weakest(colour: str, grounds: Iterable[str]) -> float:
    """The least contrast that a colour has with any of the colours that it stands on."""
    return min(contrast(colour, ground) for ground in grounds)


def readable(colour: str, grounds: tuple[str, ...], *, least: float = LEAST) -> str:
    """The nearest colour of the same hue and saturation that has the least contrast asked for; itself if it has.

    It is made darker on light grounds, lighter on dark ones. There is always one, for black and white are of every hue.
    """
    if weakest(colour, grounds) >= least:
        return colour
    hue, lightness, saturation = rgb_to_hls(*_parts(colour))
    end = 0.0 if luminance(grounds[0]) > 0.5 else 1.0  # noqa: PLR2004 - halfway between black and white
    tried = (lightness + (end - lightness) * step / _STEPS for step in range(1, _STEPS + 1))
    colours = (_written(*hls_to_rgb(hue, one, saturation)) for one in tried)
    return next(one for one in colours if weakest(one, grounds) >= least)


def ratio(number: float) -> Decimal:
    """A contrast as it is said, with two decimals at most; never rounded up, so that too little never seems enough."""
    return Decimal(repr(number)).quantize(Decimal("0.01"), ROUND_DOWN).normalize()


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return red, green, blue


def _linear(part: float) -> float:
    """A part of a colour as the amount of light that it stands for."""
    return part / 12.92 if part <= _DARKEST_LINEAR else ((part + 0.055) / 1.055) ** 2.4


def _written(*parts: float) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)
