"""Drawings and a logo in, pictures that every Word program can show out: PNG beside the SVG, all made at once."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from styrc.blocks import Block, BulletList, Figure, Notice, NumberedList, Quote
from styrc.resources import builtin

_SHARPNESS = 160  # dots for each inch; programs that can will draw the SVG instead
_POINTS = 0.75  # points for each of SVG's pixels
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_LINK = re.compile(r' href="(?:page|element):[^"]*"')
_ATTRIBUTE = r'<svg\b[^>]*?\s{}="([\d.]+)(?:px)?"'
_VIEW = re.compile(r'<svg\b[^>]*?\sviewBox="[-\d.]+[ ,]+[-\d.]+[ ,]+([\d.]+)[ ,]+([\d.]+)"')


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as bytes, its size in points, and the drawing behind it where there is one."""

    data: bytes
    ending: str
    width: float
    height: float
    svg: bytes | None = None


def figures(blocks: Iterable[Block]) -> Iterator[Figure]:
    """All figures among the blocks and inside them."""
    for block in blocks:
        match block:
            case Figure():
                yield block
            case BulletList(items) | NumberedList(items):
                for item in items:
                    yield from figures(item)
            case Quote(inside) | Notice(_, _, inside):
                yield from figures(inside)


def drawn(drawings: Iterable[str]) -> dict[str, Picture]:
    """Each drawing, by its text, as a picture. One that is no drawing is left out: the words about it remain."""
    sized = {svg: size for svg in dict.fromkeys(drawings) if (size := _size_of_svg(svg))}
    made = {}
    for svg, png in _pngs(list(sized)).items():
        width, height = sized[svg]
        made[svg] = Picture(png, "png", width, height, unlinked(svg).encode())
    return made


def photograph(data: bytes) -> Picture | None:
    """A PNG or a JPEG as a picture; None where the bytes are neither."""
    from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError  # noqa: PLC0415
    from docx.image.exceptions import UnrecognizedImageError as Unknown  # noqa: PLC0415 - only for Word files
    from docx.image.image import Image  # noqa: PLC0415

    if not data.startswith((_PNG, _JPEG)):
        return None
    try:
        image = Image.from_blob(data)
    except (Unknown, InvalidImageStreamError, UnexpectedEndOfFileError, struct.error, KeyError, ValueError):
        return None
    if not (image.px_width and image.px_height):
        return None
    ending = "png" if data.startswith(_PNG) else "jpg"
    return Picture(data, ending, image.px_width * _POINTS, image.px_height * _POINTS)


def unlinked(svg: str) -> str:
    """The drawing without links, which no Word program follows."""
    return _LINK.sub("", svg)


def _size_of_svg(svg: str) -> tuple[float, float] | None:
    sides = [re.search(_ATTRIBUTE.format(name), svg) for name in ("width", "height")]
    found = [float(side[1]) for side in sides if side]
    if len(found) < len(sides):
        view = _VIEW.search(svg)
        found = [float(view[1]), float(view[2])] if view else []
    return (found[0] * _POINTS, found[1] * _POINTS) if found and all(found) else None


def _pngs(drawings: Sequence[str]) -> dict[str, bytes]:
    """All drawings at once, which is quick; one by one where that fails, so that a bad one takes no other with it."""
    if not drawings:
        return {}
    try:
        return dict(zip(drawings, _printed(drawings), strict=True))
    except RuntimeError:
        return {} if len(drawings) == 1 else {svg: png for one in drawings for svg, png in _pngs([one]).items()}


def _printed(drawings: Sequence[str]) -> list[bytes]:
    import typst  # noqa: PLC0415 - only who draws for Word pays for it

    source = ["#set page(width: auto, height: auto, margin: 0pt, fill: none)"]
    files: Any = {}  # the library takes files in memory, though its types do not say so
    for number, svg in enumerate(drawings):
        width, height = _size_of_svg(svg) or (1, 1)
        source.append(f'#image("{number}.svg", width: {width}pt, height: {height}pt)')
        files[f"{number}.svg"] = unlinked(svg).encode()
    files["main.typ"] = "\n#pagebreak()\n".join([source[0] + "\n" + source[1], *source[2:]]).encode()
    folder = str(builtin("templates") / "fonts")  # and nothing else is to be found
    made, _ = typst.compile_with_warnings(files, root=folder, font_paths=_fonts(folder), format="png", ppi=_SHARPNESS)
    return list(made) if isinstance(made, list) else [made or b""]


@cache
def _fonts(folder: str) -> Any:  # noqa: ANN401 - its type is the library's, which is not loaded for nothing
    import typst  # noqa: PLC0415 - only who draws for Word pays for it

    return typst.Fonts(include_system_fonts=False, font_paths=[folder])
