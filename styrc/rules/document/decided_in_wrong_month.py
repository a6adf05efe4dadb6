"""Documents decided in another month than the steering model says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from styrc.element import Decision, Document
from styrc.jurisdiction import jurisdiction_of
from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.statutes import is_for_new_council, is_too_early
from styrc.rules.wording import either
from styrc.schema import Constraint
from styrc.schema.document import ElectionYear, Months


def decided_in_wrong_month(plan: Plan) -> Iterator[Hit]:
    """A decision out of season; in an election year other months may hold, and several be asked for."""
    for document in plan.documents.values():
        month = plan.schema.documents[document.kind].decision.month
        if month is None or not plan.binds(month, document.unit) or is_too_early(plan, document):
            continue  # where the law says that it is too early, the law goes before the model
        late = [hit for one in document.decisions for hit in _out_of_season(plan, document, one, month)]
        yield from late or _missing(plan, document, month)


def _out_of_season(plan: Plan, document: Document, decision: Decision, month: Months) -> Iterator[Hit]:
    if decision.day is None:
        return
    elects = _election_year(plan, decision.day, month)
    allowed, said = (elects or month).months, plan.words.months[decision.day.month - 1]
    if said not in allowed and (elects or not is_for_new_council(plan, document, decision.day)):
        values = {"document": document.title, "month": said, "allowed": either(allowed), "year": decision.day.year}
        place = decision.place.at(plan.words.decision.date)
        yield Hit(place, values, "election year" if elects else "", _reason(month, elects))


def _missing(plan: Plan, document: Document, month: Months) -> Iterator[Hit]:
    """The decisions that a document lacks where an election year asks for one in each of several months."""
    last = document.decision
    elects = _election_year(plan, last.day, month) if last and last.day else None
    if last is None or last.day is None or elects is None or not elects.each:
        return
    made = {plan.words.months[one.day.month - 1] for one in document.decisions if one.day}
    lacking = tuple(one for one in elects.months if one not in made)
    if lacking:
        values = {
            "document": document.title,
            "year": last.day.year,
            "months": elects.months,
            "lacking": lacking,
            "key": plan.words.document.decision,
        }
        yield Hit(last.place, values, "each", _reason(month, elects), absence=True, document=document.id)


def _election_year(plan: Plan, day: date, month: Months) -> ElectionYear | None:
    """What holds in the year of a decision, where an election is held in it and the model says more of such years."""
    country = jurisdiction_of(plan.schema.jurisdiction)
    return month.election_year if country is not None and country.is_election_year(day.year) else None


def _reason(month: Months, elects: ElectionYear | None) -> Constraint:
    """What the finding cites: the months of election years where they have a reason of their own."""
    return elects if elects is not None and (elects.source or elects.why or elects.id) else month
