"""Outcomes beside a reason why there is none."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.plan import Plan
from styrc.rule import Hit
from styrc.source import Place


def outcome_and_reason(plan: Plan) -> Iterator[Hit]:
    """A row with both a value and the reason why there is no value; told at the reason."""
    told: set[Place] = set()
    for outcomes in plan.outcomes.values():
        for outcome in outcomes:
            if outcome.value is None or not outcome.reason:
                continue
            name = plan.words.outcome.reason
            place = Place(outcome.place.file, (*outcome.place.path[:-1], name))
            if place not in told:
                told.add(place)
                yield Hit(place, {"id": outcome.of, "reason": name, "value": plan.words.outcome.value})
