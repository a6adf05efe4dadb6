"""Budgets whose income is not higher than their costs, with no exception recorded."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.element import Document
from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.books import Books
from styrc.rules.statutes import budgets, field_name, law_of, said
from styrc.schema import Account, Part, TableRole


def result_out_of_balance(plan: Plan) -> Iterator[Hit]:
    """The result of the budget year. The plan years after it may show a deficit that is yet to be dealt with."""
    law = law_of(plan)
    for document, first in budgets(plan) if law else ():
        books, field = Books(plan, document), field_name(plan, document, Part.EXCEPTION)
        for year in _budget_years(plan, document, first) if not said(plan, document, Part.EXCEPTION) else ():
            result = books.entry(TableRole.INCOME, Account.RESULT, year)
            if law is None or result is None or result.amount.value > 0:
                continue
            used = books.entry(TableRole.RESERVE, Account.USED, year)
            is_used = used is not None and bool(used.amount.value)
            if used is not None and is_used and result.amount.value + abs(used.amount.value) > -result.amount.slack:
                continue
            values = {
                "result": result.words,
                "amount": result.printed,
                "year": year,
                "used": used.printed if used else "",
                "field": field,
            }
            variant = "reserve" if is_used else "" if field else "no field"
            yield Hit(result.place, values, variant, because=law.because(law.statutes.result_in_balance))


def _budget_years(plan: Plan, document: Document, first: int) -> tuple[str, ...]:
    """The years that the budget itself is for."""
    years = plan.schema.documents[document.kind].years
    return tuple(str(first + step) for step in range(years.budget if years else 1))
