"""Reports that are missing although others have reported for the same time, or for a later one."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.element import Document
from styrc.follow_up.breaks import Due
from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.reporting import Reporting, reporting
from styrc.rules.wording import quoted


def missing_report(plan: Plan) -> Iterator[Hit]:
    """A unit that has not reported; told at the report that gathers the others, else at the unit."""
    found = reporting(plan)
    for due in found.missing:
        kind, words = plan.schema.reports[due.kind], plan.words.document
        lines = (f"{words.document}: {due.kind}", f"{words.period}: {due.period}", f"{words.unit}: {due.unit}")
        values = {
            "unit": plan.organisation.name(due.unit),
            "kind": due.kind,
            "period": str(due.period),
            "header": quoted(lines),
        }
        gathering = _gathering(found, due)
        place = plan.heading(gathering) if gathering else plan.organisation.units[due.unit].place
        document = gathering.id if gathering else ""
        yield Hit(place, values, "", kind.breaks, absence=True, document=document)


def _gathering(found: Reporting, due: Due) -> Document | None:
    """The report in which the missing one would have been gathered."""
    same = (one for one in found.reports if one.period.last == due.period.last)
    fitting = (one for one in same if due.kind in found.kind(one).gathers)
    return next((one for one in fitting if found.plan.organisation.is_in_line(due.unit, one.unit)), None)
