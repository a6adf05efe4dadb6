"""A table's cells in, how much room each of them takes out, in shares of the size of the text."""

from __future__ import annotations

from dataclasses import dataclass

from styrc.blocks import Align, Column, Inline, Inlines, LineBreak, Mark, Row, Status, Table, words
from styrc.render.pdf.font import Font, font
from styrc.render.pdf.words import LONGEST, pieces

_FIGURE = 18  # signs: text this short in a column of figures is kept on one line
_HYPHENATED = 10  # signs: shorter words are not taken to be hyphenated
_BROKEN = 0.6  # of a word that is hyphenated, the share that may have to stay on one line
_OVERLONG = 8.0  # ems: the part of an overlong word that stays on one line
_SPACE = 0.28  # ems: between two words
_SLACK = 1.03  # kerning makes some pairs of signs wider
_DIGITS = str.maketrans("123456789", "0" * 9)  # in tables all figures are as wide as a nought


@dataclass(frozen=True, slots=True)
class Cell:
    """The widths of a cell's lines, of the words in each, of the longest word, and of what it cannot do without."""

    widths: tuple[float, ...]
    words: tuple[tuple[float, ...], ...]
    longest: float
    least: float  # when words are hyphenated

    @property
    def widest(self) -> float:
        """The width at which no line is broken."""
        return max(self.widths)

    def count(self, room: float) -> int:
        """How many lines the cell takes in this room."""
        return sum(
            1 if width <= room else _count(line, room) for width, line in zip(self.widths, self.words, strict=True)
        )


def _count(line: tuple[float, ...], room: float) -> int:
    """How many lines a line's words take when each goes where there is room for it."""
    count, used = 1, 0.0
    for word in line:
        if used and used + _SPACE + word > room:
            count, used = count + 1, 0.0
        used += word + (_SPACE if used else 0)
        if used > room > 0:  # a word that is broken
            count, used = count + int(used // room), used % room
    return count


def cells(table: Table) -> tuple[tuple[Cell, ...], ...]:
    """The measures of a table's rows, the head's first."""
    head = tuple(_cell(column.inlines, Align.START, font(bold=True)) for column in table.columns)
    return (head, *(_row(row, table.columns) for row in table.rows))


def _row(row: Row, columns: tuple[Column, ...]) -> tuple[Cell, ...]:
    cut = font(bold=row.is_sum)
    return tuple(_cell(inlines, column.align, cut) for inlines, column in zip(row.cells, columns, strict=True))


def _cell(inlines: Inlines, align: Align, cut: Font) -> Cell:
    lines = _lines(inlines)
    return Cell(
        tuple(cut.width(line, 1) for line in lines),
        tuple(tuple(cut.width(piece, 1) for piece in pieces(line)) for line in lines),
        max(_unbroken(line, align, cut, hyphenated=False) for line in lines) * _SLACK,
        max(_unbroken(line, align, cut, hyphenated=True) for line in lines) * _SLACK,
    )


def _lines(inlines: Inlines) -> list[str]:
    """The cell's lines as text; what is drawn beside a status or around a mark counts as two signs."""
    lines: list[list[Inline]] = [[]]
    for inline in inlines:
        if isinstance(inline, LineBreak):
            lines.append([])
        else:
            lines[-1].append(inline)
    return ["".join(_text(inline) for inline in line) for line in lines]


def _text(inline: Inline) -> str:
    return ("MM" if isinstance(inline, Status | Mark) else "") + words((inline,)).translate(_DIGITS)


def _unbroken(line: str, align: Align, cut: Font, *, hyphenated: bool) -> float:
    """The width of the longest part of a line that cannot be broken; a figure is kept together."""
    if align is not Align.START and len(line) <= _FIGURE:
        return cut.width(line, 1)
    return max((_piece(piece, cut, hyphenated=hyphenated) for piece in pieces(line)), default=0.0)


def _piece(piece: str, cut: Font, *, hyphenated: bool) -> float:
    if len(piece) > LONGEST:
        return _OVERLONG
    word = piece.strip("().,:;")
    is_hyphenated = hyphenated and len(word) > _HYPHENATED and word.isalpha() and word[1:].islower()
    return cut.width(piece, 1) * (_BROKEN if is_hyphenated else 1)
