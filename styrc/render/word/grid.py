"""A table and the room for it in, the width of its columns out; a table too wide for a leaf is cut between columns.

Widths are in twentieths of a point (`dxa`), Word's own measure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from styrc.blocks import Align, Column, Inlines, Row, Table, words

_SIGN = 106  # the mean width of a sign in a table: nine points high, of weight, in the wider of common fonts
_MARGINS = 2 * 85 + 30  # the margins of a cell, and a little room
_LONGEST_WORD, _LONGEST_LINE = 15, 55  # in signs; longer words are broken, longer lines wrapped
_YEAR, _FEW = 9, 3  # signs of what may stand over a column as a year does; rows that take no room to speak of
_ROOMY = 1.15
_NEARLY = 0.75  # of the page's width: a table as wide as this is given all of it
_SMALLEST = 0.55  # of the page's width: a table of two short columns is still seen as a table


def widths(table: Table, room: int) -> list[int]:
    """The width of each column, together no more than `room`."""
    least, wished = _needs(table)
    if sum(least) >= room:
        return [one * room // sum(least) for one in least]
    whole = max(int(sum(wished) * _ROOMY), int(room * _SMALLEST))
    whole = room if whole > room * _NEARLY else whole
    given = [one + more for one, more in zip(least, _shared(whole - sum(least), least, wished), strict=True)]
    return [one * whole // sum(given) for one in given]


def _shared(spare: int, least: Sequence[int], wished: Sequence[int]) -> list[int]:
    """What each column gets beyond the least: small wishes in full, so that short heads keep to one line."""
    wishes = [more - one for one, more in zip(least, wished, strict=True)]
    given = [min(wishes[0], spare // 2), *[0] * (len(wishes) - 1)]  # the first column says what a row is
    spare -= sum(given)
    wishes[0] -= given[0]
    for left, place in enumerate(sorted(range(len(wishes)), key=wishes.__getitem__)):
        more = min(wishes[place], spare // (len(wishes) - left))
        given[place] += more
        spare -= more
    return given


def is_too_wide(table: Table, room: int) -> bool:
    """Whether words or figures would have to be broken for the table to fit."""
    return sum(_needs(table)[0]) > room


def turned(table: Table, room: int) -> Table:
    """A long table of figures with its rows as columns, where they fit: years across take a line each, not a leaf."""
    head, *others = table.columns or (Column(()),)
    are_figures = all(column.align is Align.END for column in others)
    are_short = all(_length(row.cells[0]) <= _YEAR and not row.is_sum for row in table.rows)
    if len(table.rows) <= max(len(others), _FEW) or not (are_figures and are_short):
        return table
    columns = (Column(head.inlines), *(Column(row.cells[0], Align.END) for row in table.rows))
    rows = [Row((column.inlines, *(row.cells[place] for row in table.rows))) for place, column in enumerate(others, 1)]
    made = replace(table, columns=columns, rows=tuple(rows))
    return table if is_too_wide(made, room) else made


def cut(table: Table, room: int) -> list[Table]:
    """The table in as many parts as it takes; each begins with the first column, which says what a row is."""
    least = _needs(table)[0]
    groups = _groups(least, room)
    if len(groups) == 1:
        return [table]
    even = least[0] + sum(least[1:]) // len(groups) + max(least)
    groups = min(groups, _groups(least, min(room, even)), key=lambda one: (len(one), max(map(len, one))))
    return [_part(table, (0, *group)) for group in groups]


def _groups(least: Sequence[int], room: int) -> list[list[int]]:
    """The places of all columns but the first, in groups that fit beside it."""
    groups: list[list[int]] = [[]]
    used = least[0]
    for place, need in enumerate(least[1:], 1):
        if groups[-1] and used + need > room:
            groups.append([])
            used = least[0]
        groups[-1].append(place)
        used += need
    return groups


def _part(table: Table, places: Sequence[int]) -> Table:
    return replace(
        table,
        columns=tuple(table.columns[place] for place in places),
        rows=tuple(replace(row, cells=tuple(row.cells[place] for place in places)) for row in table.rows),
        note=(),
    )


def _needs(table: Table) -> tuple[list[int], list[int]]:
    """The least that each column needs, and what it wishes for to have its lines whole."""
    least, wished = [], []
    for place, column in enumerate(table.columns):
        cells = [column.inlines, *(row.cells[place] for row in table.rows)]
        line = min(max(map(_length, cells)), _LONGEST_LINE)
        word = max((len(word) for cell in cells for word in words(cell).split(" ")), default=0)
        is_figures = column.align is Align.END
        least.append(_SIGN * min(word, line if is_figures else _LONGEST_WORD) + _MARGINS)
        wished.append(max(least[-1], _SIGN * line + _MARGINS))
    return least, wished


def _length(cell: Inlines) -> int:
    return len(words(cell))
