"""Documents that propose fewer decisions than the steering model asks for."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.plan import Plan
from styrc.rule import Hit


def missing_proposals(plan: Plan) -> Iterator[Hit]:
    """A document without its proposed decisions, or with too few; told at them, else at the heading."""
    for document in plan.documents.values():
        asked = plan.schema.documents[document.kind].decision.proposals
        count = len(document.proposals)
        if any(one.broken for one in document.proposals):
            continue  # they are written in a way that cannot be read, which is told
        if count >= asked.min or not document.whole or not plan.binds(asked, document.unit):
            continue
        key = plan.words.document.proposals
        values = {"document": document.title, "key": key, "min": asked.min, "count": count}
        place = document.place.key(key) if count else plan.heading(document)
        yield Hit(place, values, "few" if count else "", asked, absence=True, document=document.id)
