"""Proposals for a budget that came later than the law allows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.statutes import budgets, field_name, law_of, said
from styrc.schema import Part


def proposal_late(plan: Plan) -> Iterator[Hit]:
    """The day of the proposal, where the document gives it."""
    law = law_of(plan)
    for document, year in budgets(plan) if law else ():
        day = said(plan, document, Part.PROPOSED)
        if law is None or not isinstance(day, date):
            continue
        deadline = law.statutes.proposal_in_time
        reasons = said(plan, document, Part.SPECIAL_REASONS)
        if day <= (deadline.at_most(year - 1) if reasons else deadline.by(year - 1)):
            continue
        field = field_name(plan, document, Part.SPECIAL_REASONS)
        values = {
            "document": document.title,
            "date": day,
            "last": deadline.by(year - 1),
            "most": deadline.at_most(year - 1),
            "field": field,
        }
        variant = "november" if field and day <= deadline.at_most(year - 1) else ""
        place = document.place.at(field_name(plan, document, Part.PROPOSED))
        yield Hit(place, values, variant, because=law.because(deadline))
