"""Reports for a unit, or for a time, that no plan is for."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.element import Document
from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.reporting import reporting


def nothing_to_answer(plan: Plan) -> Iterator[Hit]:
    """A report that is to answer for plans where there are none of its unit and time; told at what is odd."""
    found = reporting(plan)
    for report in found.reports if plan.whole else ():
        if not found.kind(report).asks or found.follow_up.duties(report) or found.is_adrift(report):
            continue
        plans = _plans(plan, report)
        if any(one.period.overlaps(report.period) for one in plans):
            continue
        words = plan.words.document
        values = {
            "report": report.title,
            "unit": plan.organisation.name(report.unit),
            "period": str(report.period),
            "periods": tuple(dict.fromkeys(str(one.period) for one in plans)),
        }
        yield Hit(report.place.at(words.period if plans else words.unit), values, "period" if plans else "")


def _plans(plan: Plan, report: Document) -> list[Document]:
    """The plans of the report's unit and of those below it."""
    documents = (one for one in plan.documents.values() if one.kind not in plan.schema.reports)
    return [one for one in documents if plan.organisation.is_in_line(one.unit, report.unit)]
