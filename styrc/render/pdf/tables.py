"""A table in, its shape on paper out: how wide each column is, in which size, upright or across, whole or in parts.

Widths are reckoned with the font's own measures: a column is never narrower than its longest figure or the longest
part of a word that cannot be broken, and what room is left goes to the columns that have most to say.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from styrc.blocks import Align, Table
from styrc.render.pdf.cells import Cell, cells

PORTRAIT, LANDSCAPE = 453.5, 700.0
"""The room for text on A4, in points, upright and across."""
SIZE, SNUG, SMALL = 8.5, 7.7, 7.0
"""The size of text in tables, a little less to save turning the page, and the least that is still read with ease."""
INSET = 4.0
"""The room on each side of a cell's text."""

_LINE, _BETWEEN = 0.73, 0.5  # a line's height and the room to the next, in shares of the size
_ROW_INSET = 9.5  # above and below a row's text together, with the line below the row
_TALL, _TALL_AND_BROKEN = 9, 5
"""Lines in a row, taken over all, from which a table of many columns is better laid across; fewer if words break."""
_LONG = 14  # lines in a row, from which smaller text is better
_MANY = 5
_WHOLE = 250.0  # points: a table lower than this is not parted between pages
_ROW_WHOLE = 300.0  # points: a row lower than this is not parted
_PIECES = 40  # so many pieces of room are given out, one by one
_BESIDE = 0.1  # what a cell counts that stands beside a taller one
_STRETCH = 2.0  # how much wider than it wants a table is made at most, to fill the page
_TITLE, _TITLE_LINES = 10.0, 2.6
"""Ems that a column of titles has where there is room, and lines that a shorter title takes at most, or nearly."""
_WIDEST = 60  # ems: what a column is at most said to want, so that one long text does not starve the others


@dataclass(frozen=True, slots=True)
class Shape:
    """How a table, or a part of one, is set: all lengths in points."""

    table: Table
    widths: tuple[float, ...]
    size: float = SIZE
    across: bool = False
    whole: bool = True  # so low that it is kept on one page
    whole_rows: bool = True  # no row is so tall that it must be parted between pages
    hyphenated: tuple[tuple[bool, ...], ...] = ()  # the cells with a word that must be broken, the head's row first


def shapes(table: Table, room: float = PORTRAIT, *, may_turn: bool = True) -> tuple[Shape, ...]:
    """The shapes of a table's parts, most often one; `room` is what there is without turning the page."""
    if not table.columns:
        return (Shape(table, ()),)
    measured = _Measured(table, cells(table))
    upright = [measured.shape(room, size) for size in measured.sizes((SIZE, SNUG), room)]
    if fits := [shape for shape in upright if not (may_turn and measured.is_too_tall(shape))]:
        return (next((shape for shape in fits if measured.tallest(shape) <= _LONG), fits[-1]),)
    widest = LANDSCAPE if may_turn else room
    for size in measured.sizes((SIZE, SMALL), widest):
        return (measured.shape(widest, size, across=may_turn),)
    parts = [measured.part(places) for places in measured.groups(widest, SMALL)]
    return tuple(part.shape(widest, SMALL, across=may_turn) for part in parts)


@dataclass(frozen=True, slots=True)
class _Measured:
    """A table and the measures of its cells: `rows` of cells, the head's first."""

    table: Table
    rows: tuple[tuple[Cell, ...], ...]

    def sizes(self, sizes: Sequence[float], room: float) -> list[float]:
        """The sizes that the table has room for: first those in which no word must be broken."""
        whole = [size for size in sizes if sum(self._whole_words(size)) <= room]
        return [*whole, *(size for size in sizes if size not in whole and sum(self._least(size)) <= room)]

    def _least(self, size: float) -> list[float]:
        return [max(cell.least for cell in column) * size + 2 * INSET for column in zip(*self.rows, strict=True)]

    def _whole_words(self, size: float) -> list[float]:
        return [max(cell.longest for cell in column) * size + 2 * INSET for column in zip(*self.rows, strict=True)]

    def _easy(self, size: float) -> list[float]:
        """Widths at which no title is read as a column of single words."""
        eased = [
            min(max(cell.widest for cell in column) / _TITLE_LINES, _TITLE) * size + 2 * INSET
            for column in zip(*self.rows, strict=True)
        ]
        return [max(widths) for widths in zip(self._whole_words(size), eased, strict=True)]

    def _wanted(self, size: float) -> list[float]:
        return [
            min(max(cell.widest for cell in column), _WIDEST) * size + 2 * INSET + 1
            for column in zip(*self.rows, strict=True)
        ]

    def shape(self, room: float, size: float, *, across: bool = False) -> Shape:
        """The table in this room; where it has too little, all columns give way alike and words are broken."""
        leasts = (self._easy(size), self._whole_words(size), self._least(size))
        least = next((widths for widths in leasts if sum(widths) <= room), leasts[-1])
        widths = self._shared(least, self._wanted(size), room, size)
        lines = [self._lines(row, widths, size) for row in self.rows]
        heights = [(count * (_LINE + _BETWEEN) - _BETWEEN) * size + _ROW_INSET for count in lines]
        hyphenated = tuple(
            tuple(cell.longest * size + 2 * INSET > width for cell, width in zip(row, widths, strict=True))
            for row in self.rows
        )
        is_low, has_low_rows = sum(heights) <= _WHOLE, max(heights) <= _ROW_WHOLE
        return Shape(self.table, widths, size, across, is_low, has_low_rows, hyphenated)

    def _shared(self, least: list[float], wanted: list[float], room: float, size: float) -> tuple[float, ...]:
        """What each column gets: what it wants, or the least it needs and then, little by little, the rest.

        The next little piece goes to the column that makes the most rows tall, if it has not yet what it wants; tall
        cells count more than many, and a cell beside a taller one hardly counts.
        """
        if sum(wanted) <= room:
            return tuple(width * min(room / sum(wanted), _STRETCH) for width in wanted)
        if sum(least) >= room:
            return tuple(width * room / sum(least) for width in least)
        columns = list(zip(*self.rows, strict=True))
        widths, piece = list(least), (room - sum(least)) / _PIECES
        counts = [_counts(column, width, size) for column, width in zip(columns, widths, strict=True)]
        for _ in range(_PIECES):
            tallest = [max(row) for row in zip(*counts, strict=True)]
            open_ = [place for place, width in enumerate(widths) if width < wanted[place]]
            growing = max(open_ or range(len(widths)), key=lambda place: _growth(counts[place], tallest))
            widths[growing] += piece
            counts[growing] = _counts(columns[growing], widths[growing], size)
        return self._evened(widths, least)

    def _evened(self, widths: Sequence[float], least: Sequence[float]) -> tuple[float, ...]:
        """The same widths, but columns of figures equally wide, save those that then would have too little."""
        figures = [place for place, column in enumerate(self.table.columns) if column.align is not Align.START]
        even = 0.0
        while figures:
            even = sum(widths[place] for place in figures) / len(figures)
            if all(least[place] <= even for place in figures):
                break
            figures.remove(max(figures, key=least.__getitem__))
        return tuple(even if place in figures else width for place, width in enumerate(widths))

    @staticmethod
    def _lines(row: Sequence[Cell], widths: Sequence[float], size: float) -> int:
        return max(cell.count((width - 2 * INSET) / size) for cell, width in zip(row, widths, strict=True))

    def tallest(self, shape: Shape) -> int:
        """The lines of the tallest row."""
        return max(self._lines(row, shape.widths, shape.size) for row in self.rows)

    def is_too_tall(self, shape: Shape) -> bool:
        """Whether many columns side by side make rows so tall that the table is better laid across."""
        lines = [self._lines(row, shape.widths, shape.size) for row in self.rows[1:]]
        is_broken = any(any(row) for row in shape.hyphenated)
        return len(shape.widths) >= _MANY and sum(lines) >= (_TALL_AND_BROKEN if is_broken else _TALL) * len(lines) > 0

    def groups(self, room: float, size: float) -> list[tuple[int, ...]]:
        """The columns' places in as few and as even groups as fit; what heads the rows is in each of them."""
        least = self._least(size)
        kept = (0,) if self.table.row_headers and len(least) > 1 else ()
        places = range(len(kept), len(least))
        room -= sum(least[place] for place in kept)
        fewest = len(_filled(places, least, room))
        share = math.ceil(len(places) / fewest)
        even = [list(places[start : start + share]) for start in range(0, len(places), share)]
        fits = all(sum(least[place] for place in group) <= room for group in even)
        return [(*kept, *group) for group in (even if fits else _filled(places, least, room))]

    def part(self, places: Sequence[int]) -> _Measured:
        """Some of the table's columns as a table of their own."""
        table = self.table
        rows = tuple(replace(row, cells=tuple(row.cells[place] for place in places)) for row in table.rows)
        part = replace(table, columns=tuple(table.columns[place] for place in places), rows=rows)
        return _Measured(part, tuple(tuple(row[place] for place in places) for row in self.rows))


def _filled(places: Sequence[int], least: Sequence[float], room: float) -> list[list[int]]:
    """Places in groups, each filled before the next is begun."""
    groups: list[list[int]] = [[]]
    used = 0.0
    for place in places:
        if groups[-1] and used + least[place] > room:
            groups.append([])
            used = 0.0
        groups[-1].append(place)
        used += least[place]
    return groups


def _counts(column: Sequence[Cell], width: float, size: float) -> list[int]:
    """The lines that each of a column's cells takes."""
    return [cell.count((width - 2 * INSET) / size) for cell in column]


def _growth(counts: Sequence[int], tallest: Sequence[int]) -> float:
    """How much a column makes its rows grow, when the tallest cells of the rows are known."""
    return sum(count**2 * (1 if count == most else _BESIDE) for count, most in zip(counts, tallest, strict=True))
