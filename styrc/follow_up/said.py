"""A call in a document's prose -> the value that it calls, as it is written in print; or why nothing can be said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from styrc.calls import Call, Piece, calls
from styrc.element import Document, Element, Outcome, Sex
from styrc.follow_up import FollowUp, follow_up
from styrc.follow_up.meant import Meaning, UnsaidError
from styrc.names import nearest
from styrc.plan import Plan
from styrc.quantity import Aim, Misread, Period, Target, read_period, write_number, write_target
from styrc.schema import Part, Role
from styrc.text import AnyOf

_MEASURES = (Role.INDICATOR, Role.KEY_FIGURE)
_NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a call asks for beside the indicator."""

    period: Period | None = None
    year: int | None = None
    sex: Sex = Sex.ALL
    unit: str = ""
    with_unit: bool = False


class Speaker:
    """Answers the calls of one document: in a report by what is known at its break, in a plan when it begins."""

    def __init__(self, plan: Plan, document: Document) -> None:
        self.plan, self.document, self.words = plan, document, plan.words.calls
        self.follow_up: FollowUp = follow_up(plan)
        self.meaning = Meaning(plan, document)
        self.is_report = self.meaning.is_report
        self.until = document.period.last if self.is_report else _beginning(document)
        words = self.words
        self._ways: dict[str, Callable[[Call], str]] = {
            words.outcome: self._outcome,
            words.target: self._target,
            words.change: self._change,
            words.status: self._status,
            words.forecast: self._forecast,
            words.title: self._title,
            words.table: self._table,
            words.count: self._count,
        }

    def say(self, call: Call) -> str:
        """The value, as plain text. Raises UnsaidError."""
        if not call.closed:
            raise UnsaidError("STY222", call.word, "open")
        way = self._ways.get(call.word.text.casefold())
        if way is None:
            known = tuple(self._ways)
            near = nearest(call.word.text.casefold(), known)
            variant = "bare" if call.bare and not near else "near" if near else ""
            raise UnsaidError("STY222", call.word, variant, near=AnyOf(near), known=AnyOf(known))
        if not call.arguments:
            raise UnsaidError("STY222", call.word, "nothing")
        return way(call)

    def _asked(self, call: Call, *, of_outcome: bool = True) -> _Asked:
        """What stands after the indicator, in any order."""
        asked, keys = _Asked(), self.plan.words.outcome
        sexes = {keys.women: Sex.WOMEN, keys.men: Sex.MEN, keys.all: Sex.ALL} if of_outcome else {}
        for piece in call.arguments[1:]:
            said = piece.text.casefold()
            if said == self.words.with_unit:
                asked = replace(asked, with_unit=True)
            elif said in sexes:
                asked = replace(asked, sex=sexes[said])
            elif of_outcome and piece.text in self.plan.organisation.units:
                asked = replace(asked, unit=piece.text)
            elif (period := self._period(piece.text)) is not None and (of_outcome or period.whole_years == 1):
                year = period.start.year if period.whole_years == 1 else None
                asked = replace(asked, period=period, year=year)
            else:
                units = tuple(self.plan.organisation.units) if of_outcome else ()
                near = nearest(piece.text, (*sexes, self.words.with_unit, *units))
                raise UnsaidError("STY222", piece, "detail near" if near else "detail", near=AnyOf(near))
        return asked

    def _period(self, text: str) -> Period | None:
        try:
            period = read_period(text, self.plan.words)
        except Misread:
            return None
        return period if period.end is not None and period.start != date.min else None

    def _no_more(self, call: Call) -> None:
        """Nothing may stand after the id."""
        if call.arguments[1:]:
            raise UnsaidError("STY222", call.arguments[1], "detail")

    def _outcome(self, call: Call) -> str:
        indicator, asked = self.meaning.element(call.arguments[0], *_MEASURES), self._asked(call)
        return self._number(self._found(call, indicator, asked), indicator, asked)

    def _change(self, call: Call) -> str:
        """The difference to the value before, with its sign."""
        indicator, asked = self.meaning.element(call.arguments[0], *_MEASURES), self._asked(call)
        self._found(call, indicator, asked)
        outcome = self.measured(indicator, asked)
        before = self.follow_up.outcomes.before(indicator, outcome, self.until) if outcome else None
        if outcome is None or outcome.value is None or before is None or before.value is None:
            raise UnsaidError("STY224", call.arguments[0], "before")
        change = outcome.value - before.value
        return ("+" if change > 0 else "") + self._number(change, indicator, asked)

    def _found(self, call: Call, indicator: Element, asked: _Asked) -> Decimal:
        outcome = self.measured(indicator, asked)
        if outcome is not None and outcome.value is not None:
            return outcome.value
        known = self.follow_up.outcomes.values(indicator, self.until, asked.sex, self._whose(indicator, asked))
        latest = max(known, key=lambda one: one.period.last, default=None)
        at, year = call.arguments[0], str(asked.period or self.until.year)
        if latest is None:
            raise UnsaidError("STY224", at, "outcome", period=year)
        right = f"[[{self.words.outcome}: {at.text}, {latest.period}]]"
        raise UnsaidError("STY224", at, "latest", period=year, latest=str(latest.period), right=right)

    def measured(self, indicator: Element, asked: _Asked | None = None) -> Outcome | None:
        """The outcome that is asked for, as it was known; without a period that which the indicator is judged by."""
        asked, outcomes = asked or _Asked(), self.follow_up.outcomes
        unit = self._whose(indicator, asked)
        current = outcomes.current(indicator, self.until) if self.is_report else None
        if not asked.period and not unit and asked.sex is Sex.ALL and self.is_report:
            return current
        values = outcomes.values(indicator, self.until, asked.sex, unit)
        if asked.period is not None:
            exact = [one for one in values if one.period == asked.period]
            values = exact or [one for one in values if asked.year and _lies_in(one.period, asked.period)]
        elif self.is_report:
            same = [one for one in values if current and one.period == current.period]
            values = same or [one for one in values if one.period.touches(self.until.year)]
        return max(values, key=lambda one: (one.period.last, one.period.start), default=None)

    def _whose(self, indicator: Element, asked: _Asked) -> str:
        return "" if asked.unit == indicator.unit else asked.unit

    def _number(self, number: Decimal, indicator: Element, asked: _Asked) -> str:
        return self._with_unit(write_number(number), indicator, asked)

    def _with_unit(self, text: str, indicator: Element, asked: _Asked) -> str:
        measure = self.plan.part(indicator, Part.UNIT_OF_MEASURE) if asked.with_unit else None
        return f"{text}{_NO_BREAK}{measure}" if measure else text

    def _target(self, call: Call) -> str:
        indicator, asked = self.meaning.element(call.arguments[0], *_MEASURES), self._asked(call, of_outcome=False)
        year = asked.year or self.until.year
        target = self.follow_up.target(indicator, year)
        if target is None:
            raise UnsaidError("STY224", call.arguments[0], "target", period=str(year))
        return self._with_unit(self._written(target), indicator, asked)

    def _written(self, target: Target) -> str:
        """A target in running text, where ”minst” reads better than its sign."""
        said = self.plan.words.targets
        word = {Aim.AT_LEAST: said.at_least, Aim.AT_MOST: said.at_most}.get(target.aim)
        return f"{word} {write_number(target.low)}" if word and target.low else write_target(target, self.plan.words)

    def _status(self, call: Call) -> str:
        self._no_more(call)
        element = self.meaning.element(call.arguments[0])
        report = self._report_on(element)
        step = self.follow_up.judgement(self._then(element, report), report).step if report else None
        if step is None:
            raise UnsaidError("STY224", call.arguments[0], "status")
        return step.value

    def _forecast(self, call: Call) -> str:
        self._no_more(call)
        element = self.meaning.element(call.arguments[0])
        report = self._report_on(element)
        told = self.follow_up.told(self._then(element, report), report) if report else []
        words = (self.follow_up.part(one.answer, one.element, Part.FORECAST) for one in told)
        if said := next(filter(None, words), ""):
            return said
        raise UnsaidError("STY224", call.arguments[0], "forecast")

    def _report_on(self, element: Element) -> Document | None:
        """The report by which it is judged how an element goes: the document itself, or for a plan the last before."""
        if self.is_report:
            return self.document
        earlier = [one for one in self.follow_up.reports if one.period.last < self.until]
        for report in sorted(earlier, key=lambda one: one.period.last, reverse=True):
            then = self.follow_up.carried_on(element, report)
            if then is not None and self.follow_up.judgement(then, report).step is not None:
                return report
        return None

    def _then(self, element: Element, report: Document | None) -> Element:
        """The element in the plan that a report answers for."""
        return (self.follow_up.carried_on(element, report) if report else None) or element

    def _title(self, call: Call) -> str:
        self._no_more(call)
        element = self.meaning.element(call.arguments[0])
        return element.title or element.id

    def _table(self, call: Call) -> str:
        """A figure of a table, in the row and the column that are named; a row's name may hold commas."""
        table = self.meaning.table(call.arguments[0])
        pieces = call.arguments[1:]
        asked = [piece for piece in pieces if piece.text.casefold() == self.words.with_unit]
        pieces = tuple(piece for piece in pieces if piece not in asked)
        if len(pieces) < 2:  # noqa: PLR2004 - a row and a column
            raise UnsaidError("STY222", call.arguments[0], "cell")
        last = pieces[-1]
        head = Piece(", ".join(one.text for one in pieces[:-1]), pieces[0].start, pieces[-2].end)
        row = self.meaning.row(table, head)
        columns = {name.casefold(): value for name, value in row.cells.items()}
        if last.text.casefold() not in columns:
            near = nearest(last.text, row.cells)
            known = AnyOf(tuple(row.cells))
            raise UnsaidError("STY223", last, "column near" if near else "column", near=AnyOf(near), known=known)
        text = write_number(columns[last.text.casefold()])
        return f"{text}{_NO_BREAK}{table.money}" if asked and table.money else text

    def _count(self, call: Call) -> str:
        """How many of a kind the document has to do with, or how many of them stand on a step."""
        kinds = self.meaning.kinds(call.arguments[0])
        if self.is_report:
            found = [one for one, _ in self.follow_up.duties(self.document).values() if one.kind in kinds]
        else:
            found = self.plan.in_document(self.document.id, *kinds)
        if not call.arguments[1:]:
            return str(len(found))
        if len(call.arguments) > 2:  # noqa: PLR2004 - a kind and a step
            raise UnsaidError("STY222", call.arguments[2], "detail")
        said = call.arguments[1]
        steps = dict.fromkeys(step.value for kind in kinds for step in self.follow_up.steps(kind))
        if said.text not in steps:
            near = nearest(said.text, steps)
            raise UnsaidError(
                "STY223", said, "step near" if near else "step", near=AnyOf(near), known=AnyOf(tuple(steps))
            )
        if not self.is_report:
            raise UnsaidError("STY224", said, "plan")
        judged = (self.follow_up.judgement(one, self.document).step for one in found)
        return str(sum(step is not None and step.value == said.text for step in judged))


def _beginning(document: Document) -> date:
    """The day that a plan begins; for one that has always held, the day that it was decided."""
    day = document.decision.day if document.decision else None
    return day if day and document.period.start == date.min else document.period.start


def _lies_in(period: Period, other: Period) -> bool:
    return other.start <= period.start and period.last <= other.last


def _as_it_is(value: str, _before: str) -> str:
    return value


def spoken(plan: Plan, document: Document, text: str, write: Callable[[str, str], str] = _as_it_is) -> str:
    """A document's prose with a value in the place of each call; one that nothing can be said for stays as it is.

    `write` makes the words that are put in from a value and from what stands before it.
    """
    parts: list[str] = []
    end = 0
    speaker: Speaker | None = None
    for call in calls(text):
        speaker = speaker or Speaker(plan, document)
        try:
            value = speaker.say(call)
        except UnsaidError:
            value = text[call.start : call.end]
        parts += [text[end : call.start], write(value, text[: call.start])]
        end = call.end
    return "".join(parts) + text[end:]
