"""Indicators and a report -> the table of their outcomes: earlier years, the latest value, target, trend and status."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from styrc.blocks import SERIES, Align, Anchor, Column, Inlines, LineBreak, Link, Row, Run, Strong, Table, words
from styrc.element import Element, Outcome, Sex
from styrc.follow_up import How
from styrc.quantity import write_number, write_target
from styrc.render.labels import BASELINE_YEAR, TARGET_YEAR
from styrc.render.report import words as said
from styrc.render.report.marks import between, status_inlines, trend_inlines
from styrc.render.say import capital, period
from styrc.schema import Part

if TYPE_CHECKING:
    from styrc.render.report.answers import Answering

_EARLIER = 2
"""How many earlier years a table shows: enough to see a direction, few enough for paper."""


def outcome_table(view: Answering, indicators: Sequence[Element], caption: str) -> Table:
    """One row for each indicator; a value that is not for the report's year says what it is for."""
    language, year = view.language, view.report.period.last.year
    years = _earlier(view, indicators, year)
    heads = [
        Column((Run(capital(view.plan.schema.word(indicators[0].kind))),)),
        *(Column((Run(BASELINE_YEAR.speak(language, {"year": one})),), Align.END) for one in (*years, year)),
        Column((Run(TARGET_YEAR.speak(language, {"year": year})),), Align.END),
        Column((Run(said.TREND.speak(language)),)),
        Column((Run(said.STATUS.speak(language)),)),
    ]
    rows = tuple(_row(view, one, years, year) for one in indicators)
    parts = (_reasons(view, indicators), *_words(view, indicators))
    table = Table(caption, tuple(heads), rows, note=between([one for one in parts if one], LineBreak()))
    return _without_empty(table, kept=len(years) + 2)


def _without_empty(table: Table, kept: int) -> Table:
    """The table without the last columns that say nothing of any row; the first ones, `kept`, always stay."""
    shown = [
        number
        for number in range(len(table.columns))
        if number < kept or any(words(row.cells[number]) not in ("–", "") for row in table.rows)
    ]
    rows = tuple(replace(row, cells=tuple(row.cells[number] for number in shown)) for row in table.rows)
    return replace(table, columns=tuple(table.columns[number] for number in shown), rows=rows)


def _words(view: Answering, indicators: Sequence[Element]) -> Iterator[Inlines]:
    """What the answers on the indicators say, and what the rule would give where one is judged otherwise."""
    for one in indicators:
        made = view.judgement(one)
        if comment := view.comment(one, made):
            rule = made.computed if made.how is How.OTHERWISE else None
            lead = f" {view.say(said.COMPUTED, step=rule.value)} " if rule else " "
            yield (Strong((Run(f"{one.title or one.id}."),)), Run(lead), *comment)


def _reasons(view: Answering, indicators: Sequence[Element]) -> Inlines:
    """Why some of the indicators have no value, in the words of the report."""
    untold = ((one, view.judgement(one).outcome) for one in indicators)
    texts = [f"{one.title or one.id}: {made.reason}" for one, made in untold if made and made.reason]
    said_ = said.NOT_MEASURED.speak(view.language, {"reason": " ".join(texts)})
    return (Run(said_),) if texts else ()


def _earlier(view: Answering, indicators: Sequence[Element], year: int) -> list[int]:
    """The latest years before the report's that any of the indicators has a value for."""
    until = view.report.period.last
    values = (value for one in indicators for value in view.follow_up.outcomes.values(one, until))
    found = {value.period.start.year for value in values if value.period.whole_years == 1}
    return sorted(one for one in found if one < year)[-_EARLIER:]


def _row(view: Answering, indicator: Element, years: Sequence[int], year: int) -> Row:
    made = view.judgement(indicator)
    values = view.follow_up.outcomes.values(indicator, view.report.period.last)
    by_year = {one.period.start.year: one for one in values if one.period.whole_years == 1}
    unit = str(view.plan.part(indicator, Part.UNIT_OF_MEASURE) or "")
    below: Inlines = (LineBreak(), Run(unit)) if unit else ()
    title = Link(SERIES + indicator.key, (Run(indicator.title or indicator.id),))
    return Row(
        (
            (Anchor(view.anchor(indicator)), title, *below),
            *(_number(by_year.get(one)) for one in years),
            _current(view, indicator, made.outcome, year),
            (Run(write_target(made.target, view.plan.words) if made.target else "–"),),
            trend_inlines(made.trend, view.language),
            status_inlines(made.step, view.language) if view.follow_up.steps(indicator.kind) else (Run("–"),),
        )
    )


def _number(outcome: Outcome | None) -> Inlines:
    return (Run(write_number(outcome.value) if outcome and outcome.value is not None else "–"),)


def _current(view: Answering, indicator: Element, outcome: Outcome | None, year: int) -> Inlines:
    """The value, what it is for where that is not the year, and below it those for women and men."""
    if outcome is None:
        return (Run("–"),)
    if outcome.value is None:
        return (Run("–"),)
    is_years = outcome.period.whole_years == 1 and outcome.period.start.year == year
    meant = () if is_years else (LineBreak(), Run(f"({period(outcome.period, view.plan.words)})"))
    by_sex = view.follow_up.by_sex(indicator, view.report)
    names = {Sex.WOMEN: said.WOMEN, Sex.MEN: said.MEN}
    split = tuple(
        inline
        for sex, value in by_sex.items()
        for inline in (LineBreak(), Run(f"{names[sex].speak(view.language)} {write_number(value)}"))
    )
    return (Run(write_number(outcome.value)), *meant, *split)
