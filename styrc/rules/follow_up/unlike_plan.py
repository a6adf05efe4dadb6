"""Amounts that a report repeats from a plan, and that are others there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from styrc.diagnostic import Related
from styrc.element import Document, FigureTable
from styrc.plan import Plan
from styrc.quantity import write_number
from styrc.rule import Hit
from styrc.rules.amounts import Amount, amount, differ, total
from styrc.rules.reporting import reporting
from styrc.rules.sums import added, heading, is_whole
from styrc.schema.table import YEARS, Shown
from styrc.source import Place
from styrc.text import Text

_PLAN = Text("Här står beloppet i planen.", "The amount in the plan stands here.")


class _Cell(NamedTuple):
    """An amount, where it stands, and what it is named by; nothing where it is all of the table."""

    amount: Amount
    printed: str
    place: Place
    row: str


def unlike_plan(plan: Plan) -> Iterator[Hit]:
    """An amount in a column that shows a plan's, and that differs by more than rounding; told at the amount."""
    for report in reporting(plan).reports:
        for table in report.tables.values():
            for name, column in plan.schema.tables[table.name].columns.items():
                if column.shows is not None and is_whole(table) and plan.binds(column.shows, report.unit):
                    yield from _column(plan, report, table, name, column.shows)


def _column(plan: Plan, report: Document, table: FigureTable, name: str, shown: Shown) -> Iterator[Hit]:
    home = _plan(plan, report, shown.table)
    if home is None or not is_whole(home.tables[shown.table]):
        return
    there = home.tables[shown.table]
    column = str(report.period.last.year) if shown.column == YEARS else shown.column
    is_share = plan.schema.tables[there.name].rows == "unit" != plan.schema.tables[table.name].rows
    ours, theirs = _cells(plan, table, name), _cells(plan, there, column)
    if is_share:  # a unit's own table, against its row in a table of all units
        ours, theirs = _whole(plan, table, name), _share(theirs, report.unit)
    for row, cell in ours.items():
        other = theirs.get(row)
        if other is None or not differ(cell.amount, other.amount) or _is_turned(table, there, cell, other):
            continue
        values = {
            "column": name,
            "row": plan.organisation.name(cell.row) if row else table.name,
            "written": cell.printed,
            "given": other.printed,
            "table": there.name,
            "document": home.title,
        }
        yield Hit(cell.place, values, "" if row else "sum", shown, (Related(other.place, _PLAN),))


def _plan(plan: Plan, report: Document, table: str) -> Document | None:
    """The plan of the report's time with the table, of its unit or one above: the last that was decided by then."""
    line, last = plan.organisation.is_in_line, report.period.last
    found = [
        one
        for one in plan.documents.values()
        if one.kind not in plan.schema.reports
        and table in one.tables
        and one.whole
        and line(report.unit, one.unit)
        and one.period.overlaps(report.period)
        and one.decided
        and _day(one) <= last
    ]
    return max(found, key=_day, default=None)


def _day(document: Document) -> date:
    return (document.decision and document.decision.day) or date.min


def _cells(plan: Plan, table: FigureTable, column: str) -> dict[str, _Cell]:
    """The amounts of a column by what their rows are named by."""
    return {
        (row.unit or row.label).casefold(): _Cell(
            amount(row.cells[column], _factor(plan, table)),
            f"{write_number(row.cells[column])} {table.money}".rstrip(),
            row.place.at(column),
            row.unit or row.label,
        )
        for row in table.rows
        if column in row.cells
    }


def _whole(plan: Plan, table: FigureTable, column: str) -> dict[str, _Cell]:
    """What a column adds up to: as its sum row says, else its rows."""
    if table.total is not None and column in table.total.cells:
        number, place = table.total.cells[column], table.total.place.at(column)
        made = amount(number, _factor(plan, table))
    else:
        rows = added(table, plan.schema.tables[table.name])
        numbers = [row.cells[column] for row in rows if column in row.cells]
        if not numbers or len(numbers) < len(rows):
            return {}
        number, place = sum(numbers, Decimal(0)), heading(table)
        place = rows[0].place.at(column) if len(rows) == 1 else place
        made = total(amount(one, _factor(plan, table)) for one in numbers)
    return {"": _Cell(made, f"{write_number(number)} {table.money}".rstrip(), place, "")}


def _share(cells: dict[str, _Cell], unit: str) -> dict[str, _Cell]:
    return {"": cells[unit.casefold()]} if unit.casefold() in cells else {}


def _factor(plan: Plan, table: FigureTable) -> Decimal:
    return Decimal(plan.words.factor(table.money))


def _is_turned(table: FigureTable, other: FigureTable, cell: _Cell, there: _Cell) -> bool:
    """Whether the amounts are the same but for their signs, in tables that write costs with different signs."""
    return table.costs != other.costs and not differ(cell.amount, there.amount.times(Decimal(-1)))
