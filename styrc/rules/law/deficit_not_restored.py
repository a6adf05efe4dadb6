"""Deficits of earlier years that are made up for too late, not wholly, or with money that is not there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from styrc.element import FigureTable, Row
from styrc.plan import Plan
from styrc.quantity import write_number
from styrc.rule import Hit
from styrc.rules.amounts import amount, differ, total
from styrc.rules.books import Books
from styrc.rules.statutes import Law, law_of, with_role
from styrc.schema import Account, DocumentRole, TableRole


def deficit_not_restored(plan: Plan) -> Iterator[Hit]:
    """Each deficit in a table of them, one to a row, with the years in which it is made up for."""
    law = law_of(plan)
    for document, _ in with_role(plan, DocumentRole.BUDGET, DocumentRole.ANNUAL_REPORT) if law else ():
        books = Books(plan, document)
        table = books.tables.get(TableRole.RESTORING)
        if law is not None and table is not None:
            for row in table.rows:
                yield from _row(plan, law, table, row)
            yield from _unpaid(plan, law, books, table)


def _row(plan: Plan, law: Law, table: FigureTable, row: Row) -> Iterator[Hit]:
    limit = law.statutes.deficit_restored.years
    if not row.label.isdigit():
        return
    last, restored = int(row.label) + limit, _by_year(row)
    reason = law.because(law.statutes.deficit_restored)
    values: dict[str, object] = {"year": row.label, "last": last}
    late = [year for year, cell in restored.items() if cell and year > last]
    if late:
        yield Hit(row.place.at(str(late[0])), {**values, "late": late[0]}, "late", because=reason)
        return
    columns = plan.schema.tables[table.name].columns
    deficit = [cell for name, cell in row.cells.items() if name in columns and columns[name].role is Account.DEFICIT]
    released = [cell for name, cell in row.cells.items() if name in columns and columns[name].role is Account.RELEASED]
    shown = max((year for one in table.rows for year in _by_year(one)), default=0)
    met = total(amount(abs(one)) for one in (*released, *(cell for year, cell in restored.items() if year <= last)))
    owed = total(amount(abs(one)) for one in deficit)
    if deficit and shown >= last and differ(owed, met) and met.value < owed.value:
        left = f"{write_number(owed.value - met.value)} {table.money}".rstrip()
        yield Hit(row.place, {**values, "left": left}, because=reason)


def _unpaid(plan: Plan, law: Law, books: Books, table: FigureTable) -> Iterator[Hit]:
    """Years that are to make up for more than their own result."""
    factor = Decimal(plan.words.factor(table.money))
    for year in sorted({year for row in table.rows for year in _by_year(row)}):
        result = books.entry(TableRole.INCOME, Account.RESULT, str(year))
        cells = [row.cells[str(year)] for row in table.rows if str(year) in row.cells]
        asked = total(amount(abs(one), factor) for one in cells)
        if result is not None and asked.value and asked.value - asked.slack > result.amount.value + result.amount.slack:
            place = next(row.place.at(str(year)) for row in table.rows if str(year) in row.cells)
            values = {
                "year": str(year),
                "asked": f"{write_number(asked.value / factor)} {table.money}".rstrip(),
                "result": result.printed,
            }
            yield Hit(place, values, "result", because=law.because(law.statutes.deficit_restored))


def _by_year(row: Row) -> Mapping[int, Decimal]:
    return {int(name): cell for name, cell in row.cells.items() if name.isdigit()}
