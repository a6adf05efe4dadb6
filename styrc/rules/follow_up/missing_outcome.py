"""Indicators without an outcome, and without a reason why there is none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.reporting import Duty, own, reporting


def missing_outcome(plan: Plan) -> Iterator[Hit]:
    """An indicator that reports must tell the outcome of and none does; told once for each break."""
    found, told = reporting(plan), set[tuple[str, date]]()
    duties = (duty for duty in found.lacking if duty.lacking.outcome)
    for duty in sorted(duties, key=lambda duty: _order(plan, duty)):
        element, report = duty.element, duty.report
        if (element.key, report.period.last) in told or found.is_told_below(duty) or found.gathers_unclear(report):
            continue
        told.add((element.key, report.period.last))
        answer = own(found.follow_up.told(element, report), report)
        words = plan.words
        values = {
            "name": element.title or element.id,
            "id": element.id,
            "period": str(report.period),
            "key": words.report.outcomes,
            "reason": words.outcome.reason,
        }
        place = found.row(answer) if answer else plan.heading(report)
        yield Hit(place, values, "", duty.ask, absence=True, document=report.id)


def _order(plan: Plan, duty: Duty) -> tuple[object, ...]:
    """The report that should tell it first: one that gathers no others, of the unit that the indicator belongs to."""
    gathers = bool(plan.schema.reports[duty.report.kind].gathers)
    return gathers, duty.report.unit != duty.element.unit, duty.report.period.last, duty.report.id
