"""Reports that came later than the model says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from styrc.element import Document
from styrc.follow_up.breaks import due_day
from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.law.report_late import report_late
from styrc.rules.reporting import reporting
from styrc.rules.statutes import field_name, said
from styrc.schema import Part
from styrc.source import Place


def late_report(plan: Plan) -> Iterator[Hit]:
    """A report that was handed over, or decided by those who make it, after the day that it was due.

    Where it is later than the law allows too, that is told.
    """
    found, against_law = reporting(plan), {hit.place for hit in report_late(plan)}
    for report in found.reports:
        breaks, came = found.kind(report).breaks, _came(plan, report)
        last = due_day(report.period, breaks) if breaks else None
        if breaks is None or last is None or came is None:
            continue
        place, day = came
        if day > last and place not in against_law and plan.binds(breaks, report.unit):
            values = {"report": report.title, "date": day, "last": last, "days": breaks.days}
            yield Hit(place, values, reason=breaks)


def _came(plan: Plan, report: Document) -> tuple[Place, date] | None:
    """When a report came to those who get it: its own day for that, else that of the decision to hand it on.

    The day that those who get it decided on it says nothing of when they got it.
    """
    day, decision = said(plan, report, Part.HANDED_OVER), report.decision
    if isinstance(day, date):
        return report.place.at(field_name(plan, report, Part.HANDED_OVER)), day
    if decision is None or decision.day is None:
        return None
    getters = plan.schema.reports[report.kind].to
    if {decision.body, plan.organisation.level(decision.body)} & set(getters):
        return None
    return decision.place.at(plan.words.decision.date), decision.day
