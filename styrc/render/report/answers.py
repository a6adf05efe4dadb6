"""What a report says of elements -> tables and sections in print: status, forecast, trend, outcomes, causes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from styrc.blocks import (
    ELEMENT,
    Align,
    Anchor,
    Blocks,
    Column,
    Heading,
    Inlines,
    LineBreak,
    Link,
    Mark,
    Paragraph,
    Row,
    Run,
    Strong,
    Table,
)
from styrc.element import Document, Element
from styrc.follow_up import FollowUp, How, Judgement, Told, follow_up
from styrc.names import slug
from styrc.plan import Plan
from styrc.render.report import words as said
from styrc.render.report.marks import between, brief, status_inlines
from styrc.render.report.outcomes import outcome_table
from styrc.render.said import said as with_values
from styrc.render.say import capital, printed
from styrc.schema import Field, Part, Role, Tie, Type
from styrc.text import Language, Text

_SECTIONS = (Role.VISION, Role.MISSION, Role.AREA, Role.GOAL, Role.QUALITY, Role.RISK)
"""Roles whose answers are sections of their own; the others are rows of a table."""
_DOT = " · "
_MEASURES = (Role.INDICATOR, Role.KEY_FIGURE)


@dataclass(frozen=True, slots=True)
class AnswerView:
    """What a report says of one element, as its own section."""

    title: str
    anchor: str
    state: Inlines
    text: Blocks
    outcomes: Table | None
    units: Table | None

    def heading(self, level: int) -> Heading:
        """The element's heading."""
        return Heading(level, (Run(self.title),), self.anchor)


@dataclass(frozen=True, slots=True)
class AnswersView:
    """The answers on one kind in a chapter: as a table, or as sections."""

    words: str
    table: Table | None
    elements: tuple[AnswerView, ...]

    def heading(self, level: int) -> Heading:
        """What the elements are called together."""
        return Heading(level, (Run(self.words),))


class Answering:
    """Makes the views of what one report says."""

    def __init__(self, plan: Plan, report: Document, language: Language) -> None:
        self.plan, self.report, self.language = plan, report, language
        self.follow_up: FollowUp = follow_up(plan)

    def say(self, text: Text, **values: object) -> str:
        """Words in the language of the report."""
        return text.speak(self.language, values)

    @cached_property
    def asked(self) -> list[Element]:
        """What the report must answer for, then what else it says something of; both in the order of the plans."""
        duties = self.follow_up.duties(self.report)
        more = self.follow_up.answers(self.report).keys() - duties.keys()
        told = (element for key, element in self.plan.elements.items() if key in more)
        return [*(element for element, _ in duties.values()), *told]

    def judgement(self, element: Element) -> Judgement:
        """The status of an element at the report's break."""
        return self.follow_up.judgement(element, self.report)

    def groups(self, kinds: Iterable[str]) -> Iterator[AnswersView]:
        """The answers on some kinds, kind by kind; indicators in the section of what they measure, if there is one."""
        kinds = tuple(kinds)
        elements = [one for one in self.asked if one.kind in kinds]
        sections = {one.key for one in elements if self.plan.role(one) in _SECTIONS}
        for kind in kinds:
            mine = [one for one in elements if one.kind == kind]
            role = self.plan.schema.kinds[kind].role
            if role in _MEASURES:
                mine = [one for one in mine if not any(goal.key in sections for goal in self._measured(one))]
            if mine:
                yield self._group(kind, mine)

    def _group(self, kind: str, elements: Sequence[Element]) -> AnswersView:
        title, role = capital(self.plan.schema.distinct_words(kind)), self.plan.schema.kinds[kind].role
        if role in _MEASURES:
            return AnswersView(title, self.outcomes(elements, title), ())
        if role in _SECTIONS:
            return AnswersView(title, None, tuple(self._section(one) for one in elements))
        return AnswersView(title, self._rows(kind, elements, title), ())

    def _measured(self, indicator: Element) -> list[Element]:
        ties = (tied for tied in self.plan.up(indicator))
        return [tied.target for tied in ties if self.plan.link(indicator, tied.reference.link).part is Tie.MEASURES]

    def _section(self, element: Element) -> AnswerView:
        made = self.judgement(element)
        indicators = self._indicators.get(element.key, [])
        return AnswerView(
            title=element.title or element.id,
            anchor=self.anchor(element),
            state=self._state(element, made),
            text=tuple(self._text(element, made)),
            outcomes=self.outcomes(indicators, element.title) if indicators else None,
            units=self._units(element, made),
        )

    @cached_property
    def _indicators(self) -> dict[str, list[Element]]:
        """The indicators that the report answers for, by the key of what they measure."""
        found: dict[str, list[Element]] = {}
        for one in self.asked:
            for goal in self._measured(one) if self.plan.role(one) in _MEASURES else ():
                found.setdefault(goal.key, []).append(one)
        return found

    def anchor(self, element: Element) -> str:
        """Where the element's answer stands in the report."""
        return f"{slug(element.kind)}-{slug(element.id)}"

    def _state(self, element: Element, made: Judgement) -> Inlines:
        """The kind, the status and the forecast on a line, and where the element comes from."""
        home = self.plan.document(element)
        mark = Mark(self.plan.schema.word(element.kind))
        parts: list[Inlines] = [status_inlines(made.step, self.language)]
        if forecast := self.forecast(element, made):
            parts.append((Run(f"{said.FORECAST.speak(self.language)}: "), *forecast))
        if made.report is not None and made.report.id != self.report.id:
            unit = self.plan.organisation.name(made.report.unit)
            parts.append((Run(self.say(said.ANSWERED_BY, unit=unit)),))
        source = said.FROM.speak(self.language, {"title": home.title})
        parts.append((Link(ELEMENT + element.key, (Run(source),)),))
        return (mark, Run(" "), *between(parts, Run(_DOT)))

    def forecast(self, element: Element, made: Judgement) -> Inlines:
        """The status that is expected at the end of the year; nothing where none is told."""
        word = self.follow_up.part(made.answer, element, Part.FORECAST)
        step = next((one for one in self.follow_up.steps(element.kind) if one.value == word), None)
        return status_inlines(step, self.language) if step else ((Run(word),) if word else ())

    def _text(self, element: Element, made: Judgement) -> Iterator[Paragraph]:
        """Why a status is not the computed one, and each text of the answer below its name."""
        if made.how is How.OTHERWISE and made.computed is not None:
            yield Paragraph((Run(said.COMPUTED.speak(self.language, {"step": made.computed.value})),))
        for name, field in self.plan.kind(element).answers.items():
            value = made.answer.values.get(name) if made.answer else None
            if field.type is Type.PROSE and value is not None:
                yield Paragraph((Strong((Run(f"{capital(name)}. "),)), *brief(self.prose(made, str(value)))))

    def prose(self, made: Judgement, text: str) -> str:
        """A text of an answer with the values that it calls, as they are known to the report that it stands in."""
        return with_values(self.plan, made.report or self.report, text)

    def outcomes(self, indicators: Sequence[Element], title: str) -> Table:
        """Indicators with their outcomes, target, trend and status."""
        return outcome_table(self, indicators, said.OUTCOMES.speak(self.language, {"title": title}))

    def _units(self, element: Element, made: Judgement) -> Table | None:
        """What other units say at the same break of an element and of what stands right below it.

        An answer that has been taken up as the report's own is not told again.
        """
        gathers = self.plan.schema.reports[self.report.kind].gathers
        told = [
            one
            for one in self.follow_up.told_below(element, self.report)
            if one.report.kind in gathers and one.answer is not made.answer and not self._is_measure(one.element)
        ]
        if not told:
            return None
        heads = (said.UNIT, said.CONCERNS, said.STATUS, said.COMMENT)
        columns = tuple(Column((Run(head.speak(self.language)),)) for head in heads)
        rows = tuple(self._unit_row(one, element) for one in told)
        return Table(said.UNITS_SAY.speak(self.language, {"title": element.title}), columns, rows)

    def _is_measure(self, element: Element) -> bool:
        return self.plan.role(element) in _MEASURES

    def _unit_row(self, told: Told, above: Element) -> Row:
        made = self._of_the_unit(told, above)
        name = "–" if told.element.key == above.key else told.element.title
        return Row(
            (
                (Run(self.plan.organisation.name(told.report.unit)),),
                (Run(name),),
                status_inlines(made.step, self.language) if made.step else (Run("–"),),
                self.comment(told.element, made) or (Run("–"),),
            )
        )

    def _of_the_unit(self, told: Told, above: Element) -> Judgement:
        """What the unit itself says: of another's element it may tell its part without a status of its own."""
        made = replace(self.follow_up.judgement(told.element, told.report), answer=told.answer, report=told.report)
        stated = self.follow_up.field_name(told.element.kind, Part.STATUS) in told.answer.values
        return made if stated or told.element.key != above.key else replace(made, step=None)

    def comment(self, element: Element, made: Judgement) -> Inlines:
        """The texts of an answer in one cell, in the order of the model; all but the analysis below their names."""
        texts: list[Inlines] = []
        for name, field in self.plan.kind(element).answers.items():
            value = made.answer.values.get(name) if made.answer else None
            if field.type is Type.PROSE and value is not None:
                lead = () if field.part is Part.ANALYSIS else (Strong((Run(f"{capital(name)}. "),)),)
                texts.append((*lead, *brief(self.prose(made, str(value)))))
        return between(texts, LineBreak())

    def _rows(self, kind: str, elements: Sequence[Element], caption: str) -> Table:
        """Assignments, activities and controls in rows: who, when, status, what else the answers say, comment."""
        plan = self.plan
        parts = [name for part in (Part.TAKER, Part.OWNER, Part.END) if (name := plan.field_name(kind, part))]
        own = {name: one for name, one in plan.schema.kinds[kind].fields.items() if name in parts}
        answers = {
            name: one
            for name, one in plan.schema.kinds[kind].answers.items()
            if one.type is not Type.PROSE and one.part is not Part.STATUS
        }
        told = {one.key: self.judgement(one) for one in elements}
        answers = {
            name: one
            for name, one in answers.items()
            if any(made.answer and name in made.answer.values for made in told.values())
        }
        comments = any(self.comment(one, told[one.key]) for one in elements)
        heads = [plan.schema.word(kind), *own, said.STATUS.speak(self.language), *answers]
        heads += [said.COMMENT.speak(self.language)] if comments else []
        columns = tuple(Column((Run(capital(head)),), _align(answers.get(head))) for head in heads)
        rows = tuple(self._row(one, told[one.key], own, answers, comments=comments) for one in elements)
        return Table(caption, columns, rows)

    def _row(
        self, element: Element, made: Judgement, own: dict[str, Field], answers: dict[str, Field], *, comments: bool
    ) -> Row:
        given = made.answer.values if made.answer else {}
        cells: list[Inlines] = [
            (Anchor(self.anchor(element)), Link(ELEMENT + element.key, (Run(element.title or element.id),))),
            *(self._value(element.values.get(name), field) for name, field in own.items()),
            status_inlines(made.step, self.language),
            *(self._value(given.get(name), field) for name, field in answers.items()),
        ]
        if comments:
            cells.append(self.comment(element, made) or (Run("–"),))
        return Row(tuple(cells))

    def _value(self, value: object, field: Field) -> Inlines:
        return (Run(printed(value, field, self.plan)),) if value is not None else (Run("–"),)  # type: ignore[arg-type]


def _align(field: Field | None) -> Align:
    return Align.END if field and field.type in (Type.NUMBER, Type.WHOLE, Type.MONEY) else Align.START
