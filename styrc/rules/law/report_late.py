"""Interim and annual reports that were handed over later than the law allows."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date

from styrc.element import Document
from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.statutes import council_level, field_name, law_of, said, with_role
from styrc.schema import DocumentRole, Part
from styrc.source import Place


def report_late(plan: Plan) -> Iterator[Hit]:
    """The day that a report was handed over, or decided by others than the council, where it is given."""
    law = law_of(plan)
    if law is None:
        return
    interim, annual = law.statutes.interim_report_handed_over, law.statutes.annual_report_handed_over
    for document, _ in with_role(plan, DocumentRole.INTERIM_REPORT):
        for place, day in _handed_over(plan, document):
            last = _months_after(document.period.last, interim.months)
            if day > last:
                values = {"document": document.title, "date": day, "last": last, "months": interim.months}
                yield Hit(place, values, "", because=law.because(interim))
    for document, year in with_role(plan, DocumentRole.ANNUAL_REPORT):
        for place, day in _handed_over(plan, document) if year < date.max.year else ():
            if day > annual.by(year + 1):
                values = {"document": document.title, "date": day, "last": annual.by(year + 1)}
                yield Hit(place, values, "annual", because=law.because(annual))


def _handed_over(plan: Plan, document: Document) -> Iterator[tuple[Place, date]]:
    """When the report reached the council: its own day for that, else that of the board's decision."""
    day, decision = said(plan, document, Part.HANDED_OVER), document.decision
    if isinstance(day, date):
        yield document.place.at(field_name(plan, document, Part.HANDED_OVER)), day
    elif (
        decision is not None
        and decision.day
        and decision.body
        and plan.organisation.level(decision.body) != council_level(plan)
    ):
        yield decision.place.at(plan.words.decision.date), decision.day


def _months_after(day: date, months: int) -> date:
    """The last day of the month that is so many months after a day's own; no later than the calendar goes."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, calendar.monthrange(year, month + 1)[1])
