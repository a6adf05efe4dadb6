"""A national indicator that is no longer published."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.lists import kolada
from styrc.plan import Plan
from styrc.rule import Hit
from styrc.schema import Part


def ended_national_indicator(plan: Plan) -> Iterator[Hit]:
    """An indicator whose last year lies before the plan's: it will get no more values."""
    for element in plan.sound:
        known = kolada().get(str(plan.part(element, Part.NATIONAL_ID)))
        if known is None or known.ended is None or known.ended >= plan.document(element).period.start.year:
            continue
        values = {"name": element.title or element.id, "title": known.title, "year": known.ended}
        field = plan.field_name(element.kind, Part.NATIONAL_ID)
        yield Hit(element.place.at(field), values, reason=plan.kind(element).fields.get(field))
