"""A place in a text -> the line it stands on, with the place underlined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.text import Text as Line

from styrc.report_out.layout import STYLES, Page, glyph
from styrc.source import Span

_BEFORE = 16
"""How much of a long line is shown before the place in it."""
_CUT = "…"


def frame(lines: Sequence[str], span: Span, page: Page, style: str, indent: int = 2) -> Iterator[Line]:
    """The line of a span with its number, and under it `^~~~`; nothing where there is no such line."""
    if not 1 <= span.line <= len(lines):
        return
    number, rule = str(span.line), "|" if page.plain else "│"
    room = page.width - indent - len(number) - 3
    shown, start, end = _cut(lines[span.line - 1].rstrip(), span, max(room, _BEFORE * 2))
    margin = " " * indent
    yield Line.assemble(margin, (f"{number} {rule} ", "dim"), shown)
    marks = "^" + "~" * (end - start - 1)
    yield Line.assemble(margin, (f"{' ' * len(number)} {rule} ", "dim"), " " * start, (marks, style))


def underlined(text: str, start: int, end: int, indent: int = 2) -> Iterator[Line]:
    """A short text on a line of its own, with some signs of it underlined."""
    before, marked = (cell_len("".join(map(glyph, part))) for part in (text[:start], text[start:end]))
    yield Line(" " * indent + "".join(map(glyph, text)))
    yield Line.assemble(" " * (indent + before), ("^" + "~" * (marked - 1), STYLES["error"]))


def _cut(line: str, span: Span, room: int) -> tuple[str, int, int]:
    """What is shown of a line, and the first and last cell to underline in it."""
    glyphs: list[str] = []
    cells = 0
    for sign in line:
        glyphs.append(glyph(sign, cells))
        cells += cell_len(glyphs[-1])
    first = min(span.column - 1, len(glyphs))
    last = span.end_column - 1 if span.end_line == span.line else len(glyphs)
    last = max(first, min(last, len(glyphs)))
    if line[first:last] in ("", "{", "["):  # a whole row or section: only its beginning is known
        last = len(glyphs)
    left, right = _window(glyphs, first, room) if cells > room else (0, len(glyphs))
    before = _CUT if left else ""
    shown = before + "".join(glyphs[left:right]) + (_CUT if right < len(glyphs) else "")
    start = cell_len(before + "".join(glyphs[left:first]))
    end = start + max(1, cell_len("".join(glyphs[first : min(last, right)])))
    return shown, start, end


def _window(glyphs: list[str], first: int, room: int) -> tuple[int, int]:
    """Which signs of a long line to show, so that the first marked one is among them with some before it."""
    left = first
    used = 0
    while left > 0 and used + cell_len(glyphs[left - 1]) <= _BEFORE:
        left -= 1
        used += cell_len(glyphs[left])
    if sum(map(cell_len, glyphs[:first])) < room // 2:
        left = 0
    used, right = 2 * len(_CUT), left
    while right < len(glyphs) and used + cell_len(glyphs[right]) <= room:
        used += cell_len(glyphs[right])
        right += 1
    return left, right
