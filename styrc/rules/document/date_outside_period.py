"""Days that do not go with the time of their plan, and ends that come before their beginnings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from styrc.element import Element
from styrc.plan import Plan
from styrc.quantity import Period
from styrc.rule import Hit
from styrc.schema import Part, Role


def date_outside_period(plan: Plan) -> Iterator[Hit]:
    """A first or last day that does not go with the document's period; else an end before its beginning."""
    for element in plan.sound:
        days = list(_days(plan, element))
        document = plan.document(element)
        outside = [(name, day) for part, name, day in days if _is_outside(plan, element, part, day)]
        for name, day in outside:
            values = {
                "name": element.title or element.id,
                "field": name,
                "date": day,
                "document": document.title,
                "period": str(_time(plan, element)),
            }
            yield Hit(element.place.at(name), values)
        if not outside and len(days) > 1:
            yield from _backwards(element, days)


def _is_outside(plan: Plan, element: Element, part: Part, day: date) -> bool:
    """Whether a day is outside the plan. An assignment may go on for longer than the plan that names it."""
    period = _time(plan, element)
    if plan.role(element) is Role.ACTIVITY:
        return not period.holds(day)
    return day > period.last if part is Part.START else day < period.start


def _time(plan: Plan, element: Element) -> Period:
    """The time that an element's plan is made for: its period, and the plan years that it looks ahead to."""
    document = plan.document(element)
    period, years = document.period, plan.schema.documents[document.kind].years
    if years is None or period.whole_years is None:
        return period
    last = period.start.year + years.budget + years.plan - 1
    return Period(period.start, max(period.last, date(last, 12, 31)))


def _days(plan: Plan, element: Element) -> Iterator[tuple[Part, str, date]]:
    """The element's first and last day, by the municipality's words for them."""
    for part in (Part.START, Part.END):
        day = plan.part(element, part)
        if isinstance(day, date):
            yield part, plan.field_name(element.kind, part), day


def _backwards(element: Element, days: list[tuple[Part, str, date]]) -> Iterator[Hit]:
    (_, start, first), (_, end, last) = days
    if last < first:
        values = {"name": element.title or element.id, "field": end, "date": last, "start": start, "first": first}
        yield Hit(element.place.at(end), values, "backwards")
