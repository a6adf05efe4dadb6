"""Assignments that the council gave during the budget year without saying how they are paid for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from styrc.element import Element
from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.statutes import council_level, law_of
from styrc.schema import Part, Role


def unpaid_decision(plan: Plan) -> Iterator[Hit]:
    """An assignment with a day of decision within the plan's own year; one that is said to cost nothing is paid for."""
    law = law_of(plan)
    for element in plan.with_role(Role.ASSIGNMENT) if law else ():
        day, field = plan.part(element, Part.DECIDED), plan.field_name(element.kind, Part.FUNDING)
        document = plan.document(element)
        if law is None or not field or field in element.values or not isinstance(day, date):
            continue
        if not plan.has_known_period(document) or not document.period.holds(day) or not _is_councils(plan, element):
            continue
        if plan.part(element, Part.MONEY) == 0 or not plan.is_sound(element):
            continue
        money = plan.field_name(element.kind, Part.MONEY)
        values = {"name": element.title or element.id, "date": day, "field": field, "money": money}
        place = element.place.at(plan.field_name(element.kind, Part.DECIDED))
        reason = law.because(law.statutes.spending_in_the_running_year)
        yield Hit(place, values, "" if money else "no money", because=reason)


def _is_councils(plan: Plan, element: Element) -> bool:
    """Whether the council gave the assignment: as it says itself, else as whose document it stands in."""
    giver = plan.part(element, Part.GIVER)
    unit = giver if isinstance(giver, str) else plan.document(element).unit
    return plan.organisation.level(unit) == council_level(plan)
