"""A plan and a year -> the reports that the model asks for: of which kind, from whom, for when, and due when."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from styrc.element import Document
from styrc.plan import Plan
from styrc.quantity import Period
from styrc.schema import Breaks

_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Due:
    """A report that is asked for; `report` is the one that has been made, if any."""

    kind: str
    unit: str
    period: Period
    day: date | None
    """The last day to hand it in, where the model says."""
    report: Document | None

    @property
    def last_day(self) -> date:
        """The day it is due; that of the break where the model says nothing."""
        return self.day or self.period.last

    def as_of(self, today: date) -> Due:
        """The same as it was known on a day: without a report that was decided later, or is for a time not yet over."""
        report = self.report
        day = report.decision.day if report and report.decision else None
        is_there = report is not None and report.period.last <= today and (day is None or day <= today)
        return self if is_there else replace(self, report=None)

    def is_late(self, today: date) -> bool:
        """Whether it should have been there by a day."""
        return self.report is None and self.last_day < today


def dues(plan: Plan, year: int) -> list[Due]:
    """Every report that the model asks for in a year, by the day it is due, then in the order of the model."""
    made = {(one.kind, one.unit, one.period.last): one for one in reversed(plan.documents_of(*plan.schema.reports))}
    found = [
        Due(kind, unit, period, due_day(period, breaks), made.get((kind, unit, period.last)))
        for kind, breaks, unit in _asked(plan, year)
        for period in periods(breaks, year, plan.words.months)
    ]
    return sorted(found, key=lambda one: (one.last_day, one.period.last))


def _asked(plan: Plan, year: int) -> Iterator[tuple[str, Breaks, str]]:
    for kind, report in plan.schema.reports.items():
        for unit in plan.organisation.of_levels(report.levels) if report.breaks else ():
            if report.breaks and unit.exists_in(year) and plan.binds(report.breaks, unit.id):
                yield kind, report.breaks, unit.id


def periods(breaks: Breaks, year: int, months: tuple[str, ...]) -> list[Period]:
    """The periods of a year that a kind of report covers, in the order of their months."""
    ends = sorted(months.index(name) + 1 for name in breaks.months if name in months)
    starts = [1, *(end % _MONTHS + 1 for end in ends[:-1])] if breaks.since == "break" else [1] * len(ends)
    return [
        Period(date(year, start, 1), date(year, end, calendar.monthrange(year, end)[1]))
        for start, end in zip(starts, ends, strict=True)
    ]


def due_day(period: Period, breaks: Breaks) -> date | None:
    """The last day to hand in a report on a period, where the model says; no later than the calendar goes."""
    if breaks.days is None:
        return None
    return date.fromordinal(min(period.last.toordinal() + breaks.days, date.max.toordinal()))
