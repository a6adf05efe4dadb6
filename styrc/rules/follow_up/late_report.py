"""Reports that were decided later than the model says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.reporting import reporting


def late_report(plan: Plan) -> Iterator[Hit]:
    """A report whose decision came more days after the break than the model allows; told at the date."""
    found = reporting(plan)
    for report in found.reports:
        breaks, decision = found.kind(report).breaks, report.decision
        if breaks is None or breaks.days is None or decision is None or decision.day is None:
            continue
        last = report.period.last + timedelta(days=breaks.days)
        if decision.day > last and plan.binds(breaks, report.unit):
            values = {"report": report.title, "date": decision.day, "last": last, "days": breaks.days}
            yield Hit(decision.place.at(plan.words.decision.date), values, reason=breaks)
