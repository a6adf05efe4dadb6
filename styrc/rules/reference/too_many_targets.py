"""Elements with more targets of a link than the steering model allows."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.plan import Plan
from styrc.rule import Hit


def too_many_targets(plan: Plan) -> Iterator[Hit]:
    """An element that names too much above it by some link; told at the first one too many."""
    for element in plan.sound:
        for name, link in plan.kind(element).links.items():
            if link.max is None or not plan.binds(link, element.unit):
                continue
            tied = [one for one in plan.up(element) if one.reference.link == name]
            if len(tied) > link.max:
                values = {"name": element.title or element.id, "link": name, "count": len(tied), "max": link.max}
                yield Hit(tied[link.max].reference.place, values, constraint=link)
