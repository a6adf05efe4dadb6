"""Budgets that the council has decided later than the law allows."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.statutes import budgets, field_name, is_decided_in_time, law_of, of_council, window
from styrc.schema import Part


def budget_decided_late(plan: Plan) -> Iterator[Hit]:
    """No decision in time, and one after it. Until the end of the year, special reasons may be given."""
    law = law_of(plan)
    for document, year in budgets(plan) if law else ():
        if law is None or is_decided_in_time(plan, law, document, year):
            continue
        days = window(law, year)
        for one in of_council(plan, document):
            if one.day is None or one.day <= days.last:
                continue
            field = field_name(plan, document, Part.SPECIAL_REASONS)
            values = {
                "document": document.title,
                "date": one.day,
                "last": days.last,
                "most": days.at_most,
                "field": field,
            }
            variant = "" if one.day > days.at_most else "december" if field else "no field"
            place = one.place.at(plan.words.decision.date)
            yield Hit(place, values, variant, because=law.because(law.statutes.budget_in_time))
            break
