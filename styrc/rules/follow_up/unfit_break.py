"""Reports for another time than those for which the model wants them."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.follow_up.breaks import periods
from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.reporting import reporting
from styrc.text import AnyOf


def unfit_break(plan: Plan) -> Iterator[Hit]:
    """A report whose period is none of those that its kind is made for; told at the period."""
    found = reporting(plan)
    for report in found.reports:
        breaks = found.kind(report).breaks
        if breaks is None or not plan.binds(breaks, report.unit):
            continue
        fitting = periods(breaks, report.period.last.year, plan.words.months)
        if fitting and report.period not in fitting:
            values = {
                "report": report.title,
                "period": str(report.period),
                "periods": AnyOf(tuple(str(one) for one in fitting)),
            }
            yield Hit(report.place.at(plan.words.document.period), values, "", breaks)
