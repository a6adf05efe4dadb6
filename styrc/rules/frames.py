"""Where a unit's frame stands: the table, in a document of the same time, that gives it its money."""

from __future__ import annotations

from datetime import date

from styrc.element import Document, FigureTable
from styrc.plan import Plan


def table_above(plan: Plan, document: Document, name: str) -> tuple[Document, FigureTable] | None:
    """A table in a document of the same time, of the unit or one above it; of several, the last decided."""
    found = [other for other in plan.documents.values() if name in other.tables and _is_above(plan, document, other)]
    last = max(found, key=lambda one: (one.decision and one.decision.day) or date.min, default=None)
    return None if last is None else (last, last.tables[name])


def _is_above(plan: Plan, document: Document, other: Document) -> bool:
    if other is document or not other.whole or not plan.organisation.is_in_line(document.unit, other.unit):
        return False
    known = plan.has_known_period(document) and plan.has_known_period(other)
    return known and other.period.overlaps(document.period)
