"""Links that must stay in the document and lead out of it."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.fitting import leaves_document, ties_that_fail


def target_in_another_document(plan: Plan) -> Iterator[Hit]:
    """A link to something that stands in another document than the link."""
    for element, tied, link in ties_that_fail(plan, leaves_document):
        values = {
            "link": tied.reference.link,
            "id": tied.target.id,
            "document": plan.document(tied.target).title,
            "own": plan.document(element).title,
        }
        yield Hit(tied.reference.place, values, constraint=link)
