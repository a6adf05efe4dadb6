"""Reports as the rules on follow-up see them: which can be judged, what each lacks, and which are missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Literal
from weakref import WeakKeyDictionary

from styrc.element import Answer, Document, Element
from styrc.follow_up import FollowUp, Lacking, Told, follow_up, responsible
from styrc.follow_up.breaks import Due, dues
from styrc.names import nearest
from styrc.plan import Plan
from styrc.schema import Ask, Part, ReportKind, Role
from styrc.source import Place

MEASURED = (Role.INDICATOR, Role.KEY_FIGURE)
"""Roles of what has outcomes."""


@dataclass(frozen=True, slots=True)
class Duty:
    """An element that a report must answer for, and what it has not said of it."""

    report: Document
    element: Element
    ask: Ask
    lacking: Lacking


_MADE: WeakKeyDictionary[Plan, Reporting] = WeakKeyDictionary()


def reporting(plan: Plan) -> Reporting:
    """The reports of a plan; made once, however many rules ask."""
    if plan not in _MADE:
        _MADE[plan] = Reporting(plan)
    return _MADE[plan]


class Reporting:
    """Answers what several rules on follow-up ask."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.follow_up: FollowUp = follow_up(plan)

    @cached_property
    def reports(self) -> list[Document]:
        """The reports that could be read whole, and whose unit and time are known."""
        whole = (one for one in self.follow_up.reports if one.whole and one.unit)
        return [one for one in whole if self.plan.has_known_period(one)]

    def kind(self, report: Document) -> ReportKind:
        """What the model says of a report."""
        return self.plan.schema.reports[report.kind]

    def answers(self) -> Iterator[tuple[Document, Element, Answer]]:
        """Every answer that is sound and the report's to give, with its report and the element that it is said of."""
        for report in self.reports:
            for key, answer in self.follow_up.answers(report).items():
                element = self.plan.elements[key]
                if not answer.broken and self.plan.is_sound(element) and not self.surplus(report, element):
                    yield report, element, answer

    def place(self, answer: Answer, element: Element, part: Part) -> Place:
        """Where a part of an answer stands."""
        return answer.place.at(self.follow_up.field_name(element.kind, part))

    def row(self, answer: Answer) -> Place:
        """Where an answer is named: the place of what is wrong with it as a whole."""
        return replace(answer.place, on_key=True)

    def last_answer(self, report: Document, element: Element) -> Answer | None:
        """What the unit last said of the same thing before a report, in a report of any kind."""
        for last in self._earlier[report.id]:
            before = self.follow_up.carried_on(element, last)
            answer = self.follow_up.answers(last).get(before.key) if before else None
            if answer is not None:
                return answer
        return None

    @cached_property
    def _earlier(self) -> dict[str, list[Document]]:
        """For each report those of its unit for earlier times, the last first."""
        by_unit: dict[str, list[Document]] = {}
        for one in sorted(self.reports, key=lambda one: one.period.last, reverse=True):
            by_unit.setdefault(one.unit, []).append(one)
        return {
            report.id: [one for one in by_unit[report.unit] if one.period.last < report.period.last]
            for report in self.reports
        }

    def is_adrift(self, report: Document) -> bool:
        """Whether the report answers for something that could not be found."""
        return any(self.plan.adrift.get(file) for file in self.plan.files_of(report))

    # Whose answer it is to give

    def surplus(self, report: Document, element: Element) -> Literal["", "kind", "unit"]:
        """Why an answer is not the report's to give: the report is not for the `kind`, or not for the `unit`."""
        duties = self.follow_up.duties(report)
        if element.key in duties or not self.kind(report).asks:
            return ""
        is_measure = self.plan.role(element) in MEASURED
        is_part = is_measure and any(tied.target.key in duties for tied in self.plan.up(element))
        if element.kind not in self.kinds(report.kind) and not is_part:
            return "kind"
        return "" if self.concerns(element, report.unit) else "unit"

    def kinds(self, report: str) -> set[str]:
        """The kinds that a kind of report may speak of: those it is asked, those it prints and those it gathers."""
        kind = self.plan.schema.reports[report]
        gathered = (name for one in kind.gathers for name in self.plan.schema.reports[one].asks)
        printed = (name for chapter in kind.chapters.values() for name in chapter.answers)
        return {*kind.asks, *gathered, *printed}

    def concerns(self, element: Element, unit: str) -> bool:
        """Whether a unit may speak of an element: it is its own or that of a unit below, or names one of these."""
        line = self.plan.organisation.is_in_line
        return line(element.unit, unit) or any(line(one, unit) for one in responsible(self.plan, element))

    # What is not said

    @cached_property
    def lacking(self) -> list[Duty]:
        """What the reports have left unsaid, each told once: by the report nearest to the element."""
        return list(self._lacking())

    def _lacking(self) -> Iterator[Duty]:
        for report in self.reports:
            lost = self._meant(report)
            for element, ask in self.follow_up.duties(report).values():
                found = self.follow_up.lacking(element, ask, report)
                if found.anything and element.id not in lost and not self._may_be_said(element, report, found):
                    yield Duty(report, element, ask, found)

    def _meant(self, report: Document) -> frozenset[str]:
        """The ids that a report may have meant by those that lead nowhere."""
        lost = {id_ for file in self.plan.files_of(report) for id_ in self.plan.adrift.get(file, ())}
        ids = {element.id for element, _ in self.follow_up.duties(report).values()} if lost else set()
        return frozenset(near for id_ in lost for near in (id_, *nearest(id_, ids)))

    def _may_be_said(self, element: Element, report: Document, lacking: Lacking) -> bool:
        """Whether it may stand in what could not be read, which is told: an answer, an outcome, or a whole file."""
        if not self.plan.whole and (lacking.outcome or self.kind(report).gathers):
            return True
        outcomes = self.plan.outcomes.get((element.id, element.unit), ())
        told = self.follow_up.answering(element, report)
        return any(one.answer.broken for one in told) or any(one.broken for one in outcomes)

    def is_told_below(self, duty: Duty) -> bool:
        """Whether another report at the same break, one that this one gathers, is to say it or is missing."""
        gathers, last = self.kind(duty.report).gathers, duty.report.period.last
        if any((kind, last, duty.element.key) in self._lacking_below for kind in gathers):
            return True
        return any((kind, last, duty.element.unit) in self._missing_below for kind in gathers)

    @cached_property
    def _lacking_below(self) -> frozenset[tuple[str, date, str]]:
        return frozenset((one.report.kind, one.report.period.last, one.element.key) for one in self.lacking)

    @cached_property
    def _missing_below(self) -> frozenset[tuple[str, date, str]]:
        return frozenset((one.kind, one.period.last, one.unit) for one in self.missing)

    @cached_property
    def no_outcome(self) -> frozenset[tuple[str, date]]:
        """The indicators that lack an outcome, by key and break: what follows from it is not told again."""
        return frozenset((one.element.key, one.report.period.last) for one in self.lacking if one.lacking.outcome)

    def lacks_outcome(self, id_: str, last: date) -> bool:
        """Whether the lack of an indicator's outcome is told at a break."""
        return (id_, last) in self._ids_without_outcome

    @cached_property
    def _ids_without_outcome(self) -> frozenset[tuple[str, date]]:
        return frozenset((key.rpartition("/")[2], last) for key, last in self.no_outcome)

    @cached_property
    def _incomplete(self) -> frozenset[tuple[str, date]]:
        """The elements of which something is left unsaid, by key and break."""
        return frozenset((one.element.key, one.report.period.last) for one in self.lacking)

    # Reports that are not there

    def gathers_unclear(self, report: Document) -> bool:
        """Whether a report of a kind that this one gathers has a header that is told to be wrong."""
        return any(one.broken for one in self.plan.documents_of(*self.kind(report).gathers))

    @cached_property
    def missing(self) -> list[Due]:
        """Reports that are missing at a break between the first and the last for which any of their kind is made."""
        return list(self._missing()) if self.plan.whole else []

    def _missing(self) -> Iterator[Due]:
        with_breaks = (name for name, kind in self.plan.schema.reports.items() if kind.breaks)
        for name in with_breaks:
            kinds = (name, *(one for one, kind in self.plan.schema.reports.items() if name in kind.gathers))
            if any(one.broken for one in self.plan.documents_of(name)):
                continue  # that one may be the report that seems to be missing
            made = [one.period.last for one in self.reports if one.kind in kinds]
            for year in sorted({day.year for day in made}):
                for due in dues(self.plan, year):
                    is_between = due.kind == name and min(made) <= due.period.last <= max(made)
                    if is_between and due.report is None and self._has_something_to_say(due):
                        yield due

    def _has_something_to_say(self, due: Due) -> bool:
        """Whether the unit has anything to answer for, where the kind of report answers for anything."""
        report = Document("", due.kind, "", due.unit, due.period, Place(""))
        return not self.plan.schema.reports[due.kind].asks or bool(self.follow_up.asked_of(report))

    # Whether a status can be held against its rule

    def is_settled(self, element: Element, report: Document, seen: frozenset[str] = frozenset()) -> bool:
        """Whether all that a status is rolled up from is known and agreed on, so that nothing is told twice.

        `seen` are the elements above, so that a ring in the thread ends.
        """
        rule, above = self.plan.kind(element).status, seen | {element.key}
        kinds = rule.rolled_up.of if rule and rule.rolled_up else ()
        below = (one for one in self.follow_up.below(element, report, kinds) if one.key not in above)
        return all(self._is_agreed(one, report, above) for one in below)

    def _is_agreed(self, element: Element, report: Document, seen: frozenset[str]) -> bool:
        is_said = (element.key, report.period.last) not in self._incomplete
        return is_said and not self.is_at_odds(element, report) and self.is_settled(element, report, seen)

    def is_at_odds(self, element: Element, report: Document) -> bool:
        """Whether an element is judged otherwise than the rule without a reason, or where no reason will do."""
        made, rule = self.follow_up.judgement(element, report), self.plan.kind(element).status
        if made.computed is None or made.step is None or made.step == made.computed:
            return False
        return not made.reason or (rule is not None and not rule.override)


def own(told: list[Told], report: Document) -> Answer | None:
    """The report's own answer among what is told."""
    return next((one.answer for one in told if one.report.id == report.id), None)
