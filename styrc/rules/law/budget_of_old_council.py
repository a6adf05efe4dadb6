"""Budgets that were decided in a year of elections before the newly elected council sat."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.statutes import budgets, is_decided_in_time, law_of, of_council, window
from styrc.rules.wording import either
from styrc.schema import Constraint
from styrc.schema.document import Months


def budget_of_old_council(plan: Plan) -> Iterator[Hit]:
    """All decisions too early; where the steering model asks for just that month, the finding names both."""
    law = law_of(plan)
    for document, year in budgets(plan) if law else ():
        if law is None or is_decided_in_time(plan, law, document, year):
            continue
        first, last, _ = window(law, year)
        decisions = [one for one in of_council(plan, document) if one.day]
        if first is None or not decisions or any(one.day and one.day >= first for one in decisions):
            continue
        months = plan.schema.documents[document.kind].decision.month
        place = decisions[-1].place.at(plan.words.decision.date)
        month = plan.words.months[decisions[-1].day.month - 1] if decisions[-1].day else ""
        values = {
            "document": document.title,
            "date": decisions[-1].day,
            "year": year - 1,
            "first": first,
            "last": last,
            **_of_model(plan, months),
        }
        yield Hit(place, values, _variant(months, month), because=law.because(law.statutes.newly_elected_council))


def _of_model(plan: Plan, months: Months | None) -> dict[str, object]:
    """What the steering model says of the month, and where."""
    elects = months.election_year if months else None
    return {
        "model": _cited(plan, months),
        "months": either(months.months) if months else "",
        "election_model": _cited(plan, elects, months),
        "election_months": elects.months if elects else (),
        "decision": plan.words.document.decision,
    }


def _cited(plan: Plan, *constraints: Constraint | None) -> str:
    """The passage that asks for the months: of the first that names one, else the model."""
    cited = (plan.schema.cite(one) for one in constraints if one is not None)
    return next((one for one in cited if one), plan.schema.name)


def _variant(months: Months | None, month: str) -> str:
    """Whether the model asks for this month, and whether it wants more in years of elections."""
    if months is None:
        return ""
    elects = months.election_year
    if elects is None or (month in elects.months and not elects.each):
        return "model" if month in (elects or months).months else ""
    return "both"
