"""An OpenType font file in, what a layout must know of it out: which signs it has, and how wide each of them is.

Only three of the font's tables are read (head, cmap, hmtx), as the OpenType specification describes them.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from styrc.resources import builtin

_WINDOWS, _BASIC_PLANE, _SEGMENTS = 3, 1, 4
"""The part of `cmap` that is read: Windows, Unicode's basic plane, in segments. Every font meant for text has one."""


@dataclass(frozen=True, slots=True)
class Font:
    """The widths of a font's signs, in shares of the size of the text."""

    widths: Mapping[str, float]

    def has(self, sign: str) -> bool:
        """Whether the font can show the sign."""
        return sign in self.widths

    def width(self, text: str, size: float) -> float:
        """How wide the text is on one line, in the unit of `size`; a sign that the font lacks is as wide as an M."""
        return sum(self.widths.get(sign, self.widths["M"]) for sign in text) * size


@cache
def font(*, bold: bool = False) -> Font:
    """The font that styrc brings along for print."""
    return read(folder() / f"Inter-{'Bold' if bold else 'Regular'}.ttf")


def folder() -> Path:
    """Where the fonts for print lie."""
    return builtin("templates") / "fonts"


def read(path: Path) -> Font:
    """A font from its file."""
    data = path.read_bytes()
    tables = {name: data[start : start + length] for name, start, length in _tables(data)}
    (units,) = struct.unpack_from(">H", tables["head"], 18)
    (measured,) = struct.unpack_from(">H", tables["hhea"], 34)
    widths = [width for width, _ in struct.iter_unpack(">Hh", tables["hmtx"][: measured * 4])]
    return Font({sign: widths[min(glyph, measured - 1)] / units for sign, glyph in _signs(tables["cmap"])})


def _tables(data: bytes) -> Iterator[tuple[str, int, int]]:
    (count,) = struct.unpack_from(">H", data, 4)
    for place in range(count):
        tag, _, start, length = struct.unpack_from(">4sLLL", data, 12 + 16 * place)
        yield tag.decode("ascii"), start, length


def _signs(cmap: bytes) -> Iterator[tuple[str, int]]:
    """Each sign and the number of its glyph, from the segments of Unicode's basic plane."""
    start = _segments(cmap)
    (doubled,) = struct.unpack_from(">H", cmap, start + 6)
    count = doubled // 2
    ends = start + 14
    for place in range(count):
        (end,) = struct.unpack_from(">H", cmap, ends + 2 * place)
        (begin,) = struct.unpack_from(">H", cmap, ends + doubled + 2 + 2 * place)
        (delta,) = struct.unpack_from(">h", cmap, ends + 2 * doubled + 2 + 2 * place)
        here = ends + 3 * doubled + 2 + 2 * place
        (offset,) = struct.unpack_from(">H", cmap, here)
        for code in range(begin, min(end, 0xFFFE) + 1):
            glyph = code
            if offset:
                (glyph,) = struct.unpack_from(">H", cmap, here + offset + 2 * (code - begin))
            if glyph:
                yield chr(code), (glyph + delta) % 0x10000


def _segments(cmap: bytes) -> int:
    (count,) = struct.unpack_from(">H", cmap, 2)
    for place in range(count):
        platform, encoding, start = struct.unpack_from(">HHL", cmap, 4 + 8 * place)
        (layout,) = struct.unpack_from(">H", cmap, start)
        if (platform, encoding, layout) == (_WINDOWS, _BASIC_PLANE, _SEGMENTS):
            return int(start)
    raise ValueError("the font has no table of signs that can be read")
