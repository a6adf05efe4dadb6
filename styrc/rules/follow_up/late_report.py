"""Reports that were decided later than the model says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.reporting import reporting
from styrc.rules.statutes import said
from styrc.schema import Part


def late_report(plan: Plan) -> Iterator[Hit]:
    """A report neither handed over nor decided so many days after the break as the model says; told at the date."""
    found = reporting(plan)
    for report in found.reports:
        breaks, decision = found.kind(report).breaks, report.decision
        if breaks is None or breaks.days is None or decision is None or decision.day is None:
            continue
        last = report.period.last + timedelta(days=breaks.days)
        handed_over = said(plan, report, Part.HANDED_OVER)
        if isinstance(handed_over, date) and handed_over <= last:
            continue
        if decision.day > last and plan.binds(breaks, report.unit):
            values = {"report": report.title, "date": decision.day, "last": last, "days": breaks.days}
            yield Hit(decision.place.at(plan.words.decision.date), values, reason=breaks)
