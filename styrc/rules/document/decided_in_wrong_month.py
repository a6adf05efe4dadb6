"""Documents decided in another month than the steering model says."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.jurisdiction import jurisdiction_of
from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.wording import either


def decided_in_wrong_month(plan: Plan) -> Iterator[Hit]:
    """A decision out of season; in an election year other months may hold."""
    country = jurisdiction_of(plan.schema.jurisdiction)
    for document in plan.documents.values():
        month, decision = plan.schema.documents[document.kind].decision.month, document.decision
        if month is None or decision is None or decision.day is None or not plan.binds(month, document.unit):
            continue
        elects = bool(month.election_year) and country is not None and country.is_election_year(decision.day.year)
        allowed = month.election_year if elects else month.months
        said = plan.words.months[decision.day.month - 1]
        if said not in allowed:
            values = {"document": document.title, "month": said, "allowed": either(allowed), "year": decision.day.year}
            yield Hit(decision.place.at(plan.words.decision.date), values, "election year" if elects else "", month)
