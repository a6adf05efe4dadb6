"""Rings in the red thread: elements that serve each other in turn."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.plan import Plan
from styrc.rule import Hit

_LONGEST = 6


def ring(plan: Plan) -> Iterator[Hit]:
    """A way that leads back to where it began; told once, at the reference of its first element."""
    for elements in plan.cycles():
        first, second = elements[0], elements[1]
        ties = (tied.reference for tied in plan.up(first) if tied.target.key == second.key)
        reference = next(one for one in ties if plan.carries_thread(first, one))
        yield Hit(reference.place, {"path": " → ".join(_path([element.id for element in elements]))})


def _path(ids: list[str]) -> list[str]:
    """The way round, back to where it began; only its two ends where it is too long to read."""
    shown = ids if len(ids) <= _LONGEST else [*ids[:_LONGEST], "…", ids[-1]]
    return [*shown, ids[0]]
