"""A report -> the elements that it must answer for, by the model: its unit's own, and those it is responsible for."""

from __future__ import annotations

from styrc.element import Document, Element
from styrc.plan import Plan
from styrc.schema import Ask, Part, ReportKind, Tie

_NAMING = (Part.OWNER, Part.TAKER, Part.CONCERNS)
"""Parts that name the units that answer for an element."""


def report_kind(plan: Plan, document: Document) -> ReportKind | None:
    """What the model says of a report; None for a document that is no report."""
    return plan.schema.reports.get(document.kind)


def reports(plan: Plan) -> list[Document]:
    """Every report, in the order of the documents."""
    return plan.documents_of(*plan.schema.reports)


def responsible(plan: Plan, element: Element) -> frozenset[str]:
    """The units that the element names as owner, taker or concerned; for an indicator without, those of its goals."""
    units = plan.organisation.units
    named = {unit for part in _NAMING for unit in plan.spelled(plan.part(element, part)) if unit in units}
    if named:
        return frozenset(named)
    ties = (tied for tied in plan.up(element) if plan.link(element, tied.reference.link).part is Tie.MEASURES)
    return frozenset(unit for tied in ties for unit in responsible(plan, tied.target))


def duties(plan: Plan, report: Document) -> dict[str, tuple[Element, Ask]]:
    """Each element that the report must answer for, by key, with what it is asked. Broken ones are left out."""
    kind = report_kind(plan, report)
    asks = kind.asks if kind else {}
    return {
        element.key: (element, ask)
        for name, ask in asks.items()
        for element in plan.of_kind(name)
        if plan.is_sound(element) and is_due(plan, report, element, ask)
    }


def is_due(plan: Plan, report: Document, element: Element, ask: Ask) -> bool:
    """Whether a report must answer for an element by what it is asked of the kind."""
    home = plan.document(element)
    if home.kind in plan.schema.reports or not home.period.overlaps(report.period):
        return False
    return any(_is_whose(plan, report.unit, element, whose) for whose in ask.whose) and plan.matches(element, ask.where)


def _is_whose(plan: Plan, unit: str, element: Element, whose: str) -> bool:
    if whose == "own":
        return element.unit == unit
    if whose == "responsible":
        return unit in responsible(plan, element)
    return element.unit != unit and plan.organisation.is_in_line(element.unit, unit)
