"""Elements that share an id, and who speaks of them -> how near each stands to the speaker."""

from __future__ import annotations

from styrc.element import Element
from styrc.follow_up.duty import responsible
from styrc.plan import Plan


def nearness(plan: Plan, element: Element, unit: str) -> int:
    """How near an element stands to the unit that speaks of it: 0 is its own, then what names it."""
    if not unit or element.unit == unit:
        return 0
    if unit in responsible(plan, element):
        return 1
    if plan.organisation.is_in_line(element.unit, unit):
        return 2
    return 3 if plan.organisation.is_in_line(unit, element.unit) else 4
