"""Kinds of which there are fewer than the steering model asks for: in a unit, a year, a term, a document or a value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from styrc.element import Document
from styrc.plan import Plan
from styrc.quantity import Period
from styrc.rule import Hit
from styrc.rules.counting import axes, expected, place_in_settings, steps_of_element, tally, time, times
from styrc.rules.wording import Step, rows, scope, several
from styrc.schema import Per
from styrc.text import AnyOf


class Shortage(NamedTuple):
    """Too little of a kind: under which count, for what, how many there are, and the document that should hold more."""

    kind: str
    per: Per
    at: dict[str, Step]
    there_are: int
    document: Document | None


def too_few_of_a_kind(plan: Plan) -> Iterator[Hit]:
    """Something that there should be and is not, or not enough of."""
    for kind, per, at, count, document in shortages(plan):
        values = {
            "kinds": several(plan, (kind,), per.where),
            "scope": scope(plan, {axis: (step,) for axis, step in at.items()}),
            "count": count,
            "min": per.min,
            "rows": rows(per.min - count, more=bool(count)),
            "homes": AnyOf(plan.homes(kind)),
        }
        place = plan.heading(document) if document else place_in_settings(plan, at)
        yield Hit(place, values, "few" if count else "", per, absence=True, document=document.id if document else "")


def shortages(plan: Plan) -> Iterator[Shortage]:
    """Every shortage that is not told by a document that is missing, or by one that holds nothing of the kind."""
    for kind in plan.schema.kinds if plan.whole else ():
        for per in plan.schema.kinds[kind].per:
            for at, count in _short(plan, kind, per) if per.min else ():
                document = _home(plan, kind, at)
                if not _is_told(plan, kind, document):
                    yield Shortage(kind, per, at, count, document)


def _short(plan: Plan, kind: str, per: Per) -> Iterator[tuple[dict[str, Step], int]]:
    """What there is too little for, and how much there is. Where a row has faults it may be the one that is missing."""
    homes = plan.homes(kind)
    levels = tuple(level for home in homes for level in plan.schema.documents[home].levels)
    steps = axes(plan, per, levels, plan.documents_of(*homes), plan.schema.kinds[kind].fields)
    elements = plan.of_kind(kind)
    found = tally(plan, per, (one for one in elements if plan.matches(one, per.where)), steps_of_element)
    doubtful = times(plan, per, (plan.document(one) for one in elements if one.broken))
    for key in expected(plan, steps):
        count = len(found.get(key, ()))
        if count < per.min and time(per, key) not in doubtful:
            yield dict(zip(per.each, key, strict=True)), count


def _home(plan: Plan, kind: str, at: dict[str, Step]) -> Document | None:
    """The document that should hold more: of the time, and of the unit or the nearest above it."""
    if "document" in at:
        return plan.documents[str(at["document"])]
    documents = [one for one in plan.documents_of(*plan.homes(kind)) if _runs(one, at)]
    if "unit" not in at:
        return documents[0] if documents else None
    for unit in plan.organisation.line(str(at["unit"])):
        own = [one for one in documents if one.unit == unit]
        if own:
            return own[0]
    return None


def _runs(document: Document, at: dict[str, Step]) -> bool:
    """Whether a document runs in the year or the term."""
    year, term = at.get("year"), at.get("term")
    in_year = not isinstance(year, int) or document.period.touches(year)
    return in_year and (not isinstance(term, Period) or document.period.overlaps(term))


def _is_told(plan: Plan, kind: str, document: Document | None) -> bool:
    """Whether a rule on documents says it: one is missing that should be there, or it lacks all of the kind."""
    if document is None:
        return any(per.min for home in plan.homes(kind) for per in plan.schema.documents[home].per)
    holding = plan.schema.holdings(document.kind)[kind]
    return bool(holding.min) and plan.binds(holding, document.unit) and not plan.in_document(document.id, kind)
