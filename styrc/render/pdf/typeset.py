"""Typst source in, a PDF out; what Typst refuses or warns of is an error that names the heading it stands below."""

from __future__ import annotations

import re
from functools import cache

from typst import Fonts, TypstError, TypstWarning, compile_with_warnings

from styrc.render.pdf.error import PrintError
from styrc.render.pdf.font import folder
from styrc.render.pdf.pages import Source
from styrc.resources import builtin

_LIBRARY = "lib.typ"
_LINE = re.compile(r"main\.typ:(\d+):")
_DRAWING = re.compile(r"drawings/\d+\.svg")


def typeset(source: Source, accent: str, *, has_sources: bool) -> bytes:
    """The PDF, made in memory. Raises PrintError."""
    templates = builtin("templates") / "typst"
    files = {
        **source.files,
        _LIBRARY: (templates / _LIBRARY).read_bytes(),
        "main.typ": "\n".join(source.lines).encode(),
    }
    try:
        data, warnings = compile_with_warnings(  # type: ignore[call-overload]  # the stubs know no files by name
            files,
            root=str(templates),  # where nothing but our own library is to be found
            font_paths=_fonts(),
            sys_inputs={"accent": accent},
            pdf_standards=["ua-1", "a-3a" if has_sources else "a-2a"],
        )
    except TypstError as error:
        raise _error(error, source) from None
    if warnings:
        raise _error(warnings[0], source)
    return bytes(data)


@cache
def _fonts() -> Fonts:
    return Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(folder())])


def _error(said: TypstError | TypstWarning, source: Source) -> PrintError:
    """What was said, at the line that it was said of or that names the drawing."""
    line, drawing = _LINE.search(str(said.diagnostic)), _DRAWING.search(str(said.diagnostic))
    if line:
        number = int(line.group(1))
    elif drawing:
        name = f'"{drawing.group()}"'
        number = next(place for place, text in enumerate(source.lines, 1) if name in text)
    else:
        number = 0
    return PrintError(str(said.message), source.places.get(number, ()))
