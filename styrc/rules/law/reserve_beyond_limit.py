"""More put into the result reserve than the law allows, or a reserve that has grown too large."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from styrc.jurisdiction import Reserve
from styrc.plan import Plan
from styrc.quantity import write_number
from styrc.rule import Hit
from styrc.rules.amounts import total
from styrc.rules.books import Books, Reading
from styrc.rules.statutes import law_of, with_role
from styrc.schema import Account, DocumentRole, TableRole

_HUNDRED = Decimal(100)


def reserve_beyond_limit(plan: Plan) -> Iterator[Hit]:
    """Only years in which something is put in: a reserve that is larger from before may stay."""
    law = law_of(plan)
    roles = DocumentRole.BUDGET, DocumentRole.INTERIM_REPORT, DocumentRole.ANNUAL_REPORT
    for document, _ in with_role(plan, *roles) if law else ():
        books = Books(plan, document)
        for year in books.columns() if TableRole.RESERVE in books.tables else ():
            if law is not None and year.isdigit() and law.statutes.result_reserve.holds(int(year)):
                for reading, values, variant in _beyond(plan, books, year, law.statutes.result_reserve):
                    yield Hit(reading.place, values, variant, because=law.because(law.statutes.result_reserve))


def _beyond(plan: Plan, books: Books, year: str, statute: Reserve) -> Iterator[tuple[Reading, dict[str, object], str]]:
    put, held = (books.entry(TableRole.RESERVE, one, year) for one in (Account.RESERVED, Account.RESERVE))
    tax, grants, result = (
        books.entry(TableRole.INCOME, one, year) for one in (Account.TAX, Account.GRANTS, Account.RESULT)
    )
    if put is None or put.amount.value <= 0 or tax is None or grants is None:
        return
    basis = total((tax.amount, grants.amount))
    share = statute.share_with_negative_equity if _owes(books, year) else statute.share
    limits: list[tuple[Reading | None, Decimal, Decimal, str]] = [(held, statute.ceiling, Decimal(0), "total")]
    if result is not None:
        limits = [(put, share, result.amount.value, ""), *limits]
    for reading, percent, above, variant in limits:
        part = basis.times(percent / _HUNDRED)
        most = part.value if variant else max(above - part.value, Decimal(0))
        slack = part if variant or result is None else total((part, result.amount))
        if reading is not None and reading.amount.value - reading.amount.slack > most + slack.slack:
            values = {"year": year, "amount": reading.printed, "most": _said(plan, books, most), "share": percent}
            yield reading, values, variant


def _owes(books: Books, year: str) -> bool:
    """Whether equity is negative, with all pensions counted where that is shown."""
    places = (
        (TableRole.BALANCE, Account.FULL_EQUITY),
        (TableRole.RESERVE, Account.FULL_EQUITY),
        (TableRole.BALANCE, Account.EQUITY),
    )
    found = (books.entry(role, account, year) for role, account in places)
    return next((one.amount.value < 0 for one in found if one is not None), False)


def _said(plan: Plan, books: Books, number: Decimal) -> str:
    money = books.tables[TableRole.RESERVE].money
    smallest = Decimal("0.1") if money == plan.words.money[-1] else Decimal(1)
    return f"{write_number((number / plan.words.factor(money)).quantize(smallest))} {money}".rstrip()
