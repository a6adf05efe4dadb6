"""Targets per year that say nothing of the year in which the document ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from styrc.plan import Plan
from styrc.rule import Hit
from styrc.schema import Part


def missing_target_year(plan: Plan) -> Iterator[Hit]:
    """A target for other years than the plan's own. In a plan of several years the last is enough: it is the goal."""
    for element in plan.sound:
        target, document = plan.part(element, Part.TARGET), plan.document(element)
        if not isinstance(target, Mapping) or document.period.end is None:
            continue
        year = document.period.end.year
        if year not in target:
            field = plan.field_name(element.kind, Part.TARGET)
            values = {
                "name": element.title or element.id,
                "field": field,
                "year": year,
                "years": tuple(sorted(target)),
                "document": document.title,
            }
            yield Hit(element.place.at(field), values, absence=True, document=document.id)
