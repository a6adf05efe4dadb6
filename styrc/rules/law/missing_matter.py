"""Budgets that do not tell all that the law wants them to."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.matters import WORDS, has_place, is_asked, tells
from styrc.rules.statutes import budgets, law_of


def missing_matter(plan: Plan) -> Iterator[Hit]:
    """All that a document does not tell, told at once; apart, what its model has no place for."""
    law = law_of(plan)
    for document, _ in budgets(plan) if law else ():
        if law is None or not document.whole:
            continue
        statute = law.statutes.what_a_budget_tells
        missing = [
            one for one in statute.matters if not tells(plan, document, one) and not is_asked(plan, document, one)
        ]
        for variant, is_there in (("", True), ("model", False)):
            words = tuple(WORDS[one] for one in missing if has_place(plan, document, one) is is_there)
            if words:
                values = {
                    "document": document.title,
                    "missing": words,
                    "kind": document.kind,
                    "model": plan.schema.name,
                }
                reason = law.because(statute)
                yield Hit(plan.heading(document), values, variant, because=reason, absence=True, document=document.id)
