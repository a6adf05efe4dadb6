"""References to what is there, but not at that time."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.reference.unknown_reference import lost_references


def other_period(plan: Plan) -> Iterator[Hit]:
    """An id that something has in a document of another time."""
    yield from lost_references(plan, "STY204")
