"""Tables that should show the same money and do not: result, balance, cash flow, operations and investments."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.diagnostic import Related
from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.amounts import Amount, differ
from styrc.rules.books import Books, Reading
from styrc.schema import Account, TableRole
from styrc.text import Text

_OTHER = Text("Här står det andra beloppet.", "The other amount stands here.")
_CHANGES = (Account.PROVISIONS, Account.DEBTS, Account.CASH)


def statements_disagree(plan: Plan) -> Iterator[Hit]:
    """Two amounts of the same money that differ by more than rounding can explain."""
    for document in plan.documents.values():
        books = Books(plan, document)
        for year in books.columns():
            for one, other in (*_signed(books, year), *_unsigned(books, year)):
                if differ(one.amount, other.amount):
                    yield _hit(one, other, year)


def _hit(one: Reading, other: Reading, year: str) -> Hit:
    values = {
        "year": year,
        "one": one.words,
        "amount": one.printed,
        "other": other.words,
        "other_amount": other.printed,
    }
    return Hit(one.place, values, related=(Related(other.place, _OTHER),))


def _signed(books: Books, year: str) -> Iterator[tuple[Reading, Reading]]:
    """Amounts that are the same with their signs."""
    income, cash = TableRole.INCOME, TableRole.CASH_FLOW
    result = books.entry(income, Account.RESULT, year)
    yield from _pair(books.entry(cash, Account.RESULT, year), result)
    yield from _pair(books.change(Account.EQUITY, year), result)
    yield from _pair(books.entry(TableRole.BALANCE_REQUIREMENT, Account.RESULT, year), result)
    assets, financing = (books.entry(TableRole.BALANCE, one, year) for one in (Account.ASSETS, Account.FINANCING))
    yield from _pair(financing, assets)
    for account in _CHANGES:
        yield from _pair(books.entry(cash, account, year), books.change(account, year))


def _unsigned(books: Books, year: str) -> Iterator[tuple[Reading, Reading]]:
    """Amounts that are the same whatever their signs: a cost in one table is money that does not leave in another."""
    income, cash = TableRole.INCOME, TableRole.CASH_FLOW
    pairs = (
        (books.entry(cash, Account.DEPRECIATION, year), books.entry(income, Account.DEPRECIATION, year)),
        (books.entry(income, Account.OPERATING, year), books.sum(TableRole.OPERATING, year)),
        (books.entry(cash, Account.INVESTMENT, year), books.sum(TableRole.INVESTMENT, year)),
    )
    for one, other in pairs:
        yield from ((_bare(a), _bare(b)) for a, b in _pair(one, other))


def _pair(one: Reading | None, other: Reading | None) -> Iterator[tuple[Reading, Reading]]:
    if one is not None and other is not None:
        yield one, other


def _bare(reading: Reading) -> Reading:
    return reading._replace(amount=Amount(abs(reading.amount.value), reading.amount.unit))
