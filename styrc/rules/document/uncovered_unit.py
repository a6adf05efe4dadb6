"""Documents that say nothing of a unit which they must cover."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.element import Document
from styrc.organisation import Unit
from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.thread.too_few_of_a_kind import shortages
from styrc.schema import Part
from styrc.schema.document import Cover


def uncovered_unit(plan: Plan) -> Iterator[Hit]:
    """A unit below the document's own of which the document has no element."""
    told: dict[str, list[str]] = {}
    for one in shortages(plan):
        if one.document:
            told.setdefault(one.document.id, []).append(str(one.at.get("unit", "")))
    for document in plan.documents.values():
        covers = plan.schema.documents[document.kind].covers
        if covers is None or not document.whole or not plan.binds(covers, document.unit):
            continue
        units = {one.unit for one in plan.in_document(document.id)} | set(told.get(document.id, ()))
        named = {above for unit in units for above in plan.organisation.line(unit)}
        for unit in () if _hides_a_unit(plan, document) else _asked(plan, document, covers):
            if unit.id not in named:
                values = {"document": document.title, "unit": unit.name, "level": unit.level}
                yield Hit(plan.heading(document), values, constraint=covers, absence=True, document=document.id)


def _asked(plan: Plan, document: Document, covers: Cover) -> Iterator[Unit]:
    """The units that the document must cover: those below its own, while they exist."""
    for unit in plan.organisation.of_levels(covers.levels):
        exists = any(unit.exists_in(year) for year in document.period.years)
        if exists and plan.organisation.is_in_line(unit.id, document.unit):
            yield unit


def _hides_a_unit(plan: Plan, document: Document) -> bool:
    """Whether a row with faults has lost the unit that it belongs to."""
    faulty = [one for one in plan.in_document(document.id) if one.broken]
    return any(plan.field_name(one.kind, Part.UNIT) and plan.part(one, Part.UNIT) is None for one in faulty)
