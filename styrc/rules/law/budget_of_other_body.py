"""Budgets that somebody else than the council has decided."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.statutes import budgets, council_level, law_of
from styrc.text import AnyOf


def budget_of_other_body(plan: Plan) -> Iterator[Hit]:
    """A budget decided by a board, a company or an office, where the model itself does not rule that out."""
    law, level = law_of(plan), council_level(plan)
    council = AnyOf(tuple(unit.name for unit in plan.organisation.of_levels((level,))) or (level,))
    for document, _ in budgets(plan) if law else ():
        decision, by = document.decision, plan.schema.documents[document.kind].decision.by
        told = by is not None and set(by.any_of) == {level}
        if law is None or decision is None or told or not decision.body or "body" in decision.faulty:
            continue
        if plan.organisation.level(decision.body) != level:
            body = plan.organisation.name(decision.body)
            values = {"document": document.title, "body": body, "council": council}
            place = decision.place.at(plan.words.decision.body)
            yield Hit(place, values, because=law.because(law.statutes.decided_by_the_council))
