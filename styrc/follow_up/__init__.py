"""A Plan -> how it goes: what each report must answer, has answered and shows; outcomes, statuses and changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from weakref import WeakKeyDictionary

from styrc.element import Answer, Document, Element, Sex
from styrc.follow_up.attainment import Attainment, Better, attainment
from styrc.follow_up.duty import Duties, is_of_time, report_kind, reports, responsible
from styrc.follow_up.lacking import Lacking, lacking
from styrc.follow_up.outcomes import Known, Outcomes
from styrc.follow_up.status import How, Judgement, Trend, judged_by_attainment, rolled_up, trend, worst
from styrc.plan import Plan
from styrc.quantity import Target
from styrc.schema import Ask, Field, Part, Role, StatusRule, Step

__all__ = [
    "Attainment", "Better", "FollowUp", "How", "Judgement", "Known", "Lacking", "Progress", "Told", "Trend",
    "follow_up", "report_kind", "reports", "responsible",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """An answer, the report that it stands in and the element that it is said of."""

    report: Document
    element: Element
    answer: Answer


@dataclass(frozen=True, slots=True)
class Progress:
    """How many elements a report must answer for, and how many it has answered."""

    asked: int
    answered: int


_MADE: WeakKeyDictionary[Plan, FollowUp] = WeakKeyDictionary()


def follow_up(plan: Plan) -> FollowUp:
    """The follow-up of a plan; made once, however many ask for it."""
    if plan not in _MADE:
        _MADE[plan] = FollowUp(plan)
    return _MADE[plan]


class FollowUp:
    """Answers questions on how it goes with a plan."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self.outcomes = Outcomes(plan)
        self._whose = Duties(plan)
        self._duties: dict[str, dict[str, tuple[Element, Ask]]] = {}
        self._judged: dict[tuple[str, str], Judgement] = {}
        self._lacking: dict[tuple[str, str], Lacking] = {}

    @cached_property
    def reports(self) -> list[Document]:
        """Every report, in the order of the documents."""
        return reports(self._plan)

    def duties(self, report: Document) -> Mapping[str, tuple[Element, Ask]]:
        """What a report must answer for, by key."""
        if report.id not in self._duties:
            self._duties[report.id] = self._whose.of(report)
        return self._duties[report.id]

    def asked_of(self, report: Document) -> Mapping[str, tuple[Element, Ask]]:
        """What a report that may not be there would have to answer for, by key."""
        return self._whose.of(report)

    def answers(self, report: Document) -> Mapping[str, Answer]:
        """What a report says of elements, by their keys."""
        return self._plan.answers.get(report.id, {})

    def told(self, element: Element, report: Document) -> list[Told]:
        """What is said of an element at a report's break: its own answer first, then those of other units' reports."""
        told = self._told.get((report.period.last, element.key), [])
        return sorted(told, key=lambda one: one.report.id != report.id)

    @cached_property
    def _told(self) -> dict[tuple[date, str], list[Told]]:
        """Everything that is said, by break and element, in the order of the reports."""
        found: dict[tuple[date, str], list[Told]] = {}
        for report in self.reports:
            for key, answer in self.answers(report).items():
                told = Told(report, self._plan.elements[key], answer)
                found.setdefault((report.period.last, key), []).append(told)
        return found

    def answering(self, element: Element, report: Document) -> list[Told]:
        """What counts as a report's answer: its own, those of its unit's other reports, those of what it gathers."""
        gathered = self._plan.schema.reports[report.kind].gathers
        told = self.told(element, report)
        return [one for one in told if one.report.unit == report.unit or one.report.kind in gathered]

    def told_below(self, element: Element, report: Document) -> list[Told]:
        """What other reports say at the same break of an element and of what stands right below it."""
        near = [element, *(tied.target for tied in self._plan.down(element) if self._counts(tied.target, report))]
        return [one for each in near for one in self.told(each, report) if one.report.id != report.id]

    def _counts(self, element: Element, report: Document) -> bool:
        return is_of_time(self._plan, element, report)

    def previous(self, report: Document) -> Document | None:
        """The same unit's report before a report: of those that have most kinds in common with it, the last."""
        kinds = self._plan.schema.reports
        earlier = [
            one
            for one in self.reports
            if one.unit == report.unit and one.period.last < report.period.last and kinds[one.kind].asks
        ]
        asked = kinds[report.kind].asks.keys()
        return max(earlier, key=lambda one: (len(asked & kinds[one.kind].asks.keys()), one.period.last), default=None)

    def carried_on(self, element: Element, report: Document) -> Element | None:
        """The same thing in the plans that an earlier report answers for: by its id, its kind and its unit."""
        alike = self._by_thing.get((element.kind, element.id, element.unit), ())
        return next((one for one in alike if self._counts(one, report)), None)

    @cached_property
    def _by_thing(self) -> dict[tuple[str, str, str], list[Element]]:
        found: dict[tuple[str, str, str], list[Element]] = {}
        for one in self._plan.elements.values():
            found.setdefault((one.kind, one.id, one.unit), []).append(one)
        return found

    def part(self, answer: Answer | None, element: Element, part: Part) -> str:
        """A part of an answer as text, whatever the municipality calls its field; empty where nothing is said."""
        name = self.field_name(element.kind, part)
        value = answer.values.get(name) if answer and name else None
        return str(value) if value is not None else ""

    def field_name(self, kind: str, part: Part) -> str:
        """The municipality's word for a part of the answers on a kind; empty where there is none."""
        fields = self._plan.schema.kinds[kind].answers
        return next((name for name, one in fields.items() if one.part is part), "")

    def is_computed(self, kind: str) -> bool:
        """Whether the model has a rule for the status of a kind, so that nobody needs to judge it."""
        rule = self._plan.schema.kinds[kind].status
        return rule is not None and rule.computed

    def steps(self, kind: str) -> tuple[Step, ...]:
        """The scale that the status of a kind is on, the best step first."""
        schema, rule = self._plan.schema, self._plan.schema.kinds[kind].status
        field = schema.kinds[kind].answers.get(self.field_name(kind, Part.STATUS), Field())
        return schema.scales.get(rule.scale if rule else field.scale, ())

    def judgement(self, element: Element, report: Document) -> Judgement:
        """The status of an element as it is known at a report's break."""
        return self._judge(element, report, frozenset())

    def _judge(self, element: Element, report: Document, seen: frozenset[str]) -> Judgement:
        """`seen` are the elements above, so that a ring in the thread ends."""
        key = (element.key, report.id)
        if key not in self._judged:
            made = self._made(element, report, seen | {element.key})
            if seen:
                return made  # perhaps without a part of a ring
            self._judged[key] = made
        return self._judged[key]

    def _made(self, element: Element, report: Document, seen: frozenset[str]) -> Judgement:
        rule = self._plan.kind(element).status
        told = self.told(element, report)
        name = self.field_name(element.kind, Part.STATUS)
        answer = next((one for one in told if name in one.answer.values), told[0] if told else None)
        made = self._measured(element, report, rule)
        computed = self._computed(element, report, rule, made, seen) if rule else made
        scale = {step.value: step for step in self.steps(element.kind)}
        stated = scale.get(self.part(answer.answer, element, Part.STATUS)) if answer else None
        none = scale.get(rule.not_measured) if rule else None
        how = How.UNTOLD if none is None and not told else How.NOT_MEASURED
        if stated is not None:
            how = How.OTHERWISE if computed.step not in (None, stated) else How.JUDGED
        elif computed.step is not None:
            how = How.COMPUTED
        step = stated or computed.step or (none if how is How.NOT_MEASURED else None)
        reason = self.part(answer.answer, element, Part.OTHERWISE) if answer else ""
        return Judgement(
            how=how,
            step=step,
            computed=computed.step,
            reason=reason,
            answer=answer.answer if answer else None,
            report=answer.report if answer else None,
            outcome=made.outcome,
            target=made.target,
            attainment=made.attainment,
            trend=made.trend,
            below=computed.below,
        )

    def _measured(self, element: Element, report: Document, rule: StatusRule | None) -> Judgement:
        """What an indicator's outcome says: its target, its attainment and its trend. Empty for what has no outcome."""
        plan, until = self._plan, report.period.last
        if plan.role(element) not in (Role.INDICATOR, Role.KEY_FIGURE):
            return Judgement(How.UNTOLD)
        outcome, target = self.outcomes.current(element, until), self.target(element, until.year)
        if outcome is None or outcome.value is None:
            return Judgement(How.UNTOLD, outcome=outcome, target=target)
        before, better = self.outcomes.before(element, outcome, until), self.better(element)
        last = before.value if before else None
        baseline = plan.number(element, Part.BASELINE)
        way = rule is not None and rule.measure == "way"
        found = attainment(target, outcome.value, better, last=last, baseline=baseline, way=way) if target else None
        turns = self._has_direction(element) or (rule is not None and rule.by_trend)
        turn = trend(outcome.value, last, better, target) if turns and last is not None else None
        return Judgement(How.UNTOLD, outcome=outcome, target=target, attainment=found, trend=turn)

    def target(self, indicator: Element, year: int) -> Target | None:
        """The target of an indicator for a year."""
        said = self._plan.part(indicator, Part.TARGET)
        value = said.get(year) if isinstance(said, Mapping) else said
        return value if isinstance(value, Target) else None

    def target_years(self, indicator: Element) -> tuple[int, ...]:
        """The years that an indicator has a target for."""
        said = self._plan.part(indicator, Part.TARGET)
        return tuple(said) if isinstance(said, Mapping) else ()

    def _has_direction(self, indicator: Element) -> bool:
        """Whether the plan says which way is better: without that nobody knows if a change is one for the better.

        A model that judges by the trend means higher where nothing is said.
        """
        return self._plan.part(indicator, Part.DIRECTION) is not None

    def better(self, indicator: Element) -> Better:
        """Which way is better for an indicator; higher where nothing is said."""
        words = self._plan.words.directions
        said = self._plan.spelled(self._plan.part(indicator, Part.DIRECTION))
        known = {words.higher: Better.HIGHER, words.lower: Better.LOWER, words.target: Better.NEAR}
        return known.get(said[0], Better.HIGHER) if said else Better.HIGHER

    def _computed(
        self, element: Element, report: Document, rule: StatusRule, made: Judgement, seen: frozenset[str]
    ) -> Judgement:
        """What the rule says of an element; no step where it has nothing to go by."""
        scale = {step.value: step for step in self._plan.schema.scales.get(rule.scale, ())}
        if rule.by_attainment:
            return Judgement(How.COMPUTED, scale.get(judged_by_attainment(made.attainment, rule.by_attainment)))
        if rule.by_trend:
            steps = {Trend(turn): step for step, turn in rule.by_trend.items()}
            return Judgement(How.COMPUTED, scale.get(steps.get(made.trend, "")) if made.trend else None)
        if rule.rolled_up is None:
            return Judgement(How.UNTOLD)
        below = self._below(element, report, rule.rolled_up.of, seen)
        steps_, lowest = rule.rolled_up.steps, rule.rolled_up.worst
        name = worst(below, tuple(scale.values())) if lowest else rolled_up(below, steps_)
        return Judgement(How.COMPUTED, scale.get(name), below=Counter(step.value for _, step in below))

    def below(self, element: Element, report: Document, kinds: tuple[str, ...]) -> list[Element]:
        """The elements of some kinds right below an element, in the plans that a report answers for."""
        found = {tied.target.key: tied.target for tied in self._plan.down(element) if tied.target.kind in kinds}
        return [one for one in found.values() if self._counts(one, report)]

    def _below(
        self, element: Element, report: Document, kinds: tuple[str, ...], seen: frozenset[str]
    ) -> list[tuple[str, Step]]:
        """The kinds and steps of the elements right below whose status is known; those not measured are left out."""
        found = (one for one in self.below(element, report, kinds) if one.key not in seen)
        judged = ((one, self._judge(one, report, seen)) for one in found)
        return [(one.kind, made.step) for one, made in judged if made.step and self._is_measured(one, made)]

    def _is_measured(self, element: Element, made: Judgement) -> bool:
        """Whether there is something to count; one that is judged to be not measured has nothing either."""
        rule = self._plan.kind(element).status
        is_judged_so = made.step is not None and rule is not None and made.step.value == rule.not_measured
        return made.how is not How.NOT_MEASURED and not is_judged_so

    def lacking(self, element: Element, ask: Ask, report: Document) -> Lacking:
        """What a report has not said of an element that it must answer for."""
        key = (element.key, report.id)
        if key not in self._lacking:
            self._lacking[key] = lacking(self, element, ask, report)
        return self._lacking[key]

    def progress(self, report: Document) -> Progress:
        """How far a report has come."""
        asked = self.duties(report).values()
        return Progress(len(asked), sum(not self.lacking(element, ask, report).anything for element, ask in asked))

    def by_sex(self, indicator: Element, report: Document) -> dict[Sex, Decimal]:
        """The values for women and for men of what an indicator is judged by."""
        outcome, until = self.outcomes.current(indicator, report.period.last), report.period.last
        if outcome is None:
            return {}
        found = {sex: self.outcomes.values(indicator, until, sex) for sex in (Sex.WOMEN, Sex.MEN)}
        same = {sex: [one.value for one in ones if one.period == outcome.period] for sex, ones in found.items()}
        return {sex: values[0] for sex, values in same.items() if values and values[0] is not None}
