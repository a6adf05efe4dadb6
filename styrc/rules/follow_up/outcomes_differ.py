"""The same outcome told twice with different values."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from styrc.diagnostic import Related
from styrc.element import Element, Outcome
from styrc.follow_up import Known
from styrc.plan import Plan, Series
from styrc.quantity import write_number
from styrc.rule import Hit
from styrc.rules.reporting import MEASURED, reporting
from styrc.text import Text

_OTHER = Text("Här står det andra värdet.", "The other value stands here.")


def outcomes_differ(plan: Plan) -> Iterator[Hit]:
    """Two values of the same indicator, time, unit and sex, as far into that time; told at the one told last.

    What two plans say of years gone by is left to them: an indicator may be counted anew.
    """
    outcomes = reporting(plan).follow_up.outcomes
    for series, indicator in _indicators(plan).items():
        if series not in plan.outcomes:
            continue
        first: dict[tuple[object, ...], Known] = {}
        for known in sorted(outcomes.of(indicator), key=lambda one: one.since):
            outcome = known.outcome
            if outcome.value is None or outcome.broken:
                continue
            key = (outcome.period, outcome.unit, outcome.sex, _as_of(plan, known))
            other = first.setdefault(key, known).outcome
            if _are_plans(plan, outcome, other):
                continue
            if other.value is not None and _differ(other.value, outcome.value):
                values = {
                    "name": indicator.title or indicator.id,
                    "period": str(outcome.period),
                    "value": write_number(outcome.value),
                    "other": write_number(other.value),
                    "file": other.place.file,
                }
                yield Hit(outcome.place, values, related=(Related(other.place, _OTHER),))


def _indicators(plan: Plan) -> dict[Series, Element]:
    return {(one.id, one.unit): one for one in plan.with_role(*MEASURED)}


def _are_plans(plan: Plan, *outcomes: Outcome) -> bool:
    homes = [plan.documents.get(one.document) for one in outcomes]
    return all(home is not None and home.kind not in plan.schema.reports for home in homes)


def _as_of(plan: Plan, known: Known) -> date:
    """How far into its time a value goes: a year's value in August is another than that of the whole year."""
    home, day = plan.documents.get(known.outcome.document), known.since
    if home is not None and home.kind not in plan.schema.reports and home.decision and home.decision.day:
        day = min(day, home.decision.day)
    return min(day, known.outcome.period.last)


def _differ(one: Decimal, other: Decimal) -> bool:
    """Whether two values are more apart than that one is printed with fewer decimals."""
    coarse = max(Decimal(1).scaleb(int(str(value.as_tuple().exponent))) for value in (one, other))
    return one.quantize(coarse) != other.quantize(coarse)
