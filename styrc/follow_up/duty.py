"""A report -> the elements that it must answer for, by the model: its unit's own, and those it is responsible for."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from styrc.element import Document, Element
from styrc.plan import Plan
from styrc.schema import Ask, Part, Planned, ReportKind, Tie

_MONTHS = 12
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


class Duties:
    """Who answers for what. Each element is asked once whose it is, however many reports there are."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    def of(self, report: Document) -> dict[str, tuple[Element, Ask]]:
        """Each element that a report must answer for, by key, with what it is asked. Broken ones are left out."""
        kind = report_kind(self.plan, report)
        asks = kind.asks if kind else {}
        return {
            element.key: (element, ask)
            for name, ask in asks.items()
            for element in self._elements(report, name, ask)
            if is_of_time(self.plan, element, report) and self._is_asked(element, ask)
        }

    def _is_asked(self, element: Element, ask: Ask) -> bool:
        level = self.plan.organisation.level(element.unit)
        return (not ask.levels or level in ask.levels) and self.plan.matches(element, ask.where)

    def _elements(self, report: Document, kind: str, ask: Ask) -> list[Element]:
        """The elements of a kind that a report is asked about, in the order of the documents."""
        if ask.planned is None:
            return self._whose(report.unit, kind, ask)
        taken_up = self._taken_up(report, ask.planned)
        return [one for one in self.plan.of_kind(kind) if one.key in taken_up and self.plan.is_sound(one)]

    def _taken_up(self, report: Document, planned: Planned) -> frozenset[str]:
        """The keys of what the plan for the follow-up of the report's unit takes up in the month that it is given."""
        plan, last = self.plan, report.period.last
        years, month = divmod(last.month - 1 + planned.after, _MONTHS)
        given = date(last.year + years, month + 1, 1)
        return frozenset(
            tied.target.key
            for one in plan.of_kind(planned.in_)
            if plan.document(one).period.holds(given)
            and plan.said(one, planned.month) == (plan.words.months[month],)
            and report.unit in (responsible(plan, one) or {one.unit})
            for tied in plan.up(one)
        )

    def _whose(self, unit: str, kind: str, ask: Ask) -> list[Element]:
        """The elements of a kind that a unit answers for, in the order of the documents."""
        found: dict[int, Element] = {}
        for whose in ask.whose:
            found |= self._index.get((whose, unit, kind), {})
        return [found[number] for number in sorted(found)]

    @cached_property
    def _index(self) -> dict[tuple[str, str, str], dict[int, Element]]:
        """For each way of answering, for each unit and kind: the elements by their place in the plan."""
        made: dict[tuple[str, str, str], dict[int, Element]] = {}
        asked = {name for kind in self.plan.schema.reports.values() for name in kind.asks}
        units = self.plan.organisation.units.values()
        for number, element in enumerate(self.plan.sound):
            if element.kind in asked:
                whose = [("below", unit) for unit in self.plan.organisation.line(element.unit)][1:]
                whose += [("own", element.unit)]
                whose += [("above", unit.id) for unit in units if unit.parent == element.unit]
                whose += [("responsible", unit) for unit in responsible(self.plan, element)]
                for how, unit in whose:
                    made.setdefault((how, unit, element.kind), {})[number] = element
        return made


def is_of_time(plan: Plan, element: Element, report: Document) -> bool:
    """Whether an element stands in a plan, and the plan and the report have days in common."""
    home = plan.document(element)
    return home.kind not in plan.schema.reports and home.period.overlaps(report.period)
