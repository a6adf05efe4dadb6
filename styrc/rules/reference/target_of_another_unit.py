"""Links that must keep to the own unit, or to those above it, and do not."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.fitting import leaves_line, ties_that_fail


def target_of_another_unit(plan: Plan) -> Iterator[Hit]:
    """A link to something that belongs to a unit which it may not lead to."""
    for element, tied, link in ties_that_fail(plan, leaves_line):
        values = {
            "link": tied.reference.link,
            "id": tied.target.id,
            "unit": plan.organisation.name(tied.target.unit),
            "own": plan.organisation.name(element.unit),
        }
        yield Hit(tied.reference.place, values, "" if link.unit == "same" else "line", link)
