"""Financial goals in percent that are not what the budget itself gives."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from styrc.diagnostic import Related
from styrc.element import Row
from styrc.plan import Plan
from styrc.quantity import write_number
from styrc.rule import Hit
from styrc.rules.amounts import Amount, amount, total
from styrc.rules.books import Books
from styrc.schema import Account, TableRole
from styrc.text import Text

_HUNDRED = Decimal(100)
_BASIS = Text("Härifrån är talet räknat.", "The figure is counted from here.")


def wrong_share(plan: Plan) -> Iterator[Hit]:
    """A share that no amounts, however rounded, could give."""
    for document in plan.documents.values():
        books = Books(plan, document)
        goals = books.tables.get(TableRole.FINANCIAL_GOALS)
        posts = plan.schema.tables[goals.name].posts if goals else {}
        for row in goals.rows if goals else ():
            role = posts[row.label].role if row.label in posts else None
            for name in row.cells if role else ():
                yield from _wrong(books, row, role, name)


def _wrong(books: Books, row: Row, role: Account | None, name: str) -> Iterator[Hit]:
    parts = _parts(books, role, name)
    if parts is None or not parts[1].value:
        return
    whole, written = parts[1], amount(row.cells[name])
    ends = [
        (parts[0].value + one * parts[0].slack) / (whole.value + other * whole.slack) * _HUNDRED
        for one, other in product((-1, 1), repeat=2)
    ]
    if written.value + written.slack < min(ends) or written.value - written.slack > max(ends):
        counted = (parts[0].value / whole.value * _HUNDRED).quantize(written.unit)
        values = {
            "row": row.label,
            "column": name,
            "written": write_number(written.value),
            "counted": write_number(counted),
        }
        basis = books.entry(TableRole.INCOME, Account.RESULT, name) or books.entry(
            TableRole.BALANCE, Account.EQUITY, name
        )
        related = (Related(basis.place, _BASIS),) if basis else ()
        yield Hit(row.place.at(name), values, related=related)


def _parts(books: Books, role: Account | None, name: str) -> tuple[Amount, Amount] | None:
    """The amount and the whole that a share is counted from."""
    income, balance = TableRole.INCOME, TableRole.BALANCE
    result, depreciation = (books.entry(income, one, name) for one in (Account.RESULT, Account.DEPRECIATION))
    if role is Account.RESULT_SHARE:
        tax, grants = (books.entry(income, one, name) for one in (Account.TAX, Account.GRANTS))
        return (result.amount, total((tax.amount, grants.amount))) if result and tax and grants else None
    if role is Account.EQUITY_SHARE:
        equity, assets = (books.entry(balance, one, name) for one in (Account.EQUITY, Account.ASSETS))
        return (equity.amount, assets.amount) if equity and assets else None
    if role is Account.SELF_FINANCING:
        invested = books.sum(TableRole.INVESTMENT, name)
        if result and depreciation and invested:
            worn = Amount(abs(depreciation.amount.value), depreciation.amount.unit)
            return total((result.amount, worn)), Amount(abs(invested.amount.value), invested.amount.unit)
    return None
