"""Tables whose sum row says something else than the rows add up to."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from styrc.element import FigureTable, Row
from styrc.plan import Plan
from styrc.quantity import write_number
from styrc.rule import Hit

_HALF = Decimal("0.5")


class Column(NamedTuple):
    """A column with its sum: the rows, what is written, what they add up to, and what rounding can explain."""

    name: str
    rows: tuple[Row, ...]
    written: Decimal
    counted: Decimal
    tolerance: Decimal

    @property
    def difference(self) -> Decimal:
        """What the sum row says too much, or below zero too little."""
        return self.written - self.counted


def wrong_sum(plan: Plan) -> Iterator[Hit]:
    """A column whose sum differs by more than rounding can explain."""
    for document in plan.documents.values():
        for table in document.tables.values() if document.whole else ():
            for column in _columns(table):
                if table.total is not None and abs(column.difference) > column.tolerance:
                    variant, hint = _hint(column)
                    values = {
                        "table": table.name,
                        "column": column.name,
                        "written": _amount(column.written, table),
                        "counted": _amount(column.counted, table),
                        "difference": _amount(abs(column.difference), table),
                        **hint,
                    }
                    yield Hit(table.total.place.at(column.name), values, variant)


def _amount(number: Decimal, table: FigureTable) -> str:
    return f"{write_number(number)} {table.money}".rstrip()


def _columns(table: FigureTable) -> Iterator[Column]:
    """The columns that are filled in every row; where a row or a figure could not be read, that is told instead."""
    if table.total is None or [row.place.path[-1] for row in table.rows] != list(range(len(table.rows))):
        return
    for name, written in table.total.cells.items():
        cells = [row.cells[name] for row in table.rows if name in row.cells]
        if table.rows and len(cells) == len(table.rows):
            tolerance = sum((_unit(one) * _HALF for one in (*cells, written)), Decimal(0))
            yield Column(name, table.rows, written, sum(cells, Decimal(0)), tolerance)


def _unit(number: Decimal) -> Decimal:
    """One of the last digit that is printed."""
    exponent = number.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def _hint(column: Column) -> tuple[str, dict[str, object]]:
    """Two digits that have changed places differ by what nine divides; the figure is named where it can only be one."""
    cells = [(row.label, row.cells[column.name]) for row in column.rows]
    smallest = min(_unit(one) for one in (*(cell for _, cell in cells), column.written))
    if (column.difference / smallest) % 9:
        return "", {}
    found = [(label, cell, cell + column.difference) for label, cell in cells]
    found = [one for one in (*found, ("", column.written, column.counted)) if _is_swap(one[1], one[2])]
    if len(found) != 1:
        return "nine", {}
    label, wrong, right = found[0]
    variant = "swapped" if label else "swapped sum"
    return variant, {"row": label, "value": write_number(wrong), "right": write_number(right)}


def _is_swap(one: Decimal, other: Decimal) -> bool:
    """Whether two neighbouring digits in one number have changed places in the other."""
    first, second = f"{abs(one):f}".replace(".", ""), f"{abs(other):f}".replace(".", "")
    if (one < 0) is not (other < 0) or len(first) != len(second):
        return False
    differ = [place for place, pair in enumerate(zip(first, second, strict=True)) if pair[0] != pair[1]]
    if len(differ) != 2 or differ[1] != differ[0] + 1:  # noqa: PLR2004 - a pair
        return False
    left, right = differ
    return first[left] == second[right] and first[right] == second[left]
