"""The tables of a document by what they are to the economy, and their amounts by what they are to the arithmetic."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from styrc.element import Document, FigureTable
from styrc.plan import Plan
from styrc.quantity import write_number
from styrc.rules.amounts import Amount, amount, total
from styrc.rules.sums import added, heading, is_whole
from styrc.schema import Account, TableRole
from styrc.source import Place
from styrc.text import Text


class Reading(NamedTuple):
    """An amount in the smallest unit of money, with its words, as it is printed, and where it stands."""

    amount: Amount
    words: Text
    printed: str
    place: Place


class Books:
    """The tables of one document. A role that several of its tables have says nothing of which is meant."""

    def __init__(self, plan: Plan, document: Document) -> None:
        self.plan, self.document = plan, document
        found: dict[TableRole, list[FigureTable]] = {}
        for table in document.tables.values() if document.whole else ():
            role = plan.schema.tables[table.name].role
            if role is not None:
                found.setdefault(role, []).append(table)
        self.tables = {role: tables[0] for role, tables in found.items() if len(tables) == 1}

    def columns(self) -> list[str]:
        """The years and other columns that any of the tables has figures in."""
        return sorted({name for one in self.tables.values() for row in one.rows for name in row.cells})

    def entry(self, role: TableRole, account: Account, column: str) -> Reading | None:
        """The figure of the row with a role in the arithmetic, in a column."""
        table = self.tables.get(role)
        posts = self.plan.schema.tables[table.name].posts_with(account) if table else ()
        for row in table.rows if table else ():
            if row.label in posts and column in row.cells and table:
                words = Text(f"”{row.label}”", f"“{row.label}”")
                return self._reading(table, words, row.cells[column], row.place.at(column))
        return None

    def sum(self, role: TableRole, name: str) -> Reading | None:
        """The sum of a table in a column: as it is written, else as its rows add up to."""
        table = self.tables.get(role)
        if table is None or not is_whole(table):
            return None
        words = Text("summan", "the sum")
        if table.total is not None and name in table.total.cells:
            return self._reading(table, words, table.total.cells[name], table.total.place.at(name))
        cells = [row.cells[name] for row in added(table, self.plan.schema.tables[table.name]) if name in row.cells]
        if not cells or table.total is not None:
            return None
        made = self._reading(table, words, sum(cells, Decimal(0)), heading(table))
        return made._replace(amount=total(amount(one, self._factor(table)) for one in cells))

    def change(self, account: Account, year: str) -> Reading | None:
        """How much a row of the balance has changed since the year before."""
        last = str(int(year) - 1) if year.isdigit() else ""
        now, before = (self.entry(TableRole.BALANCE, account, one) for one in (year, last))
        if now is None or before is None:
            return None
        words = Text(f"förändringen av {now.words.sv} sedan {last}", f"the change in {now.words.en} since {last}")
        made = total((now.amount, before.amount.times(Decimal(-1))))
        unit = self.tables[TableRole.BALANCE].money
        printed = f"{write_number(made.value / self.plan.words.factor(unit))} {unit}"
        return Reading(made._replace(unit=now.amount.unit + before.amount.unit), words, printed, now.place)

    def _reading(self, table: FigureTable, words: Text, number: Decimal, place: Place) -> Reading:
        said = Text(f"{words.sv} i ”{table.name}”", f"{words.en} in “{table.name}”")
        return Reading(
            amount(number, self._factor(table)), said, f"{write_number(number)} {table.money}".rstrip(), place
        )

    def _factor(self, table: FigureTable) -> Decimal:
        return Decimal(self.plan.words.factor(table.money))
