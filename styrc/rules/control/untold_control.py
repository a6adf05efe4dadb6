"""Controls whose result nobody has told when the year is over."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.element import Document, Element
from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.reporting import Reporting, reporting
from styrc.schema import Part, Role

_RESULTS = (Part.RESULT, Part.STATUS)


def untold_control(plan: Plan) -> Iterator[Hit]:
    """A control without a result in any report of its year, where its line has reported on the year; told there.

    Where the model asks the report for it, the report is told to be incomplete instead.
    """
    found = reporting(plan)
    asked = {key for report in found.reports for key in found.follow_up.duties(report)}
    for control in plan.with_role(Role.CONTROL) if plan.whole else ():
        names = [found.follow_up.field_name(control.kind, part) for part in _RESULTS]
        if not any(names) or not plan.is_sound(control) or control.key in asked:
            continue
        report = _at_year_end(found, control)
        if report is None or _is_told(found, control, report, names):
            continue
        values = {
            "name": control.title or control.id,
            "id": control.id,
            "year": report.period.last.year,
            "field": next(filter(None, names)),
            "key": plan.words.report.answers,
        }
        yield Hit(plan.heading(report), values, absence=True, document=report.id)


def _at_year_end(found: Reporting, control: Element) -> Document | None:
    """The report on the year that may tell of the control: that of the unit nearest to it, of a kind that may."""
    plan, home = found.plan, found.plan.document(control)
    line = list(plan.organisation.line(control.unit))
    fitting = [
        one
        for one in found.reports
        if one.unit in line
        and (one.period.last.month, one.period.last.day) == (12, 31)
        and home.period.overlaps(one.period)
        and control.kind in found.kinds(one.kind)
    ]
    return min(fitting, key=lambda one: (line.index(one.unit), one.period.last, one.id), default=None)


def _is_told(found: Reporting, control: Element, report: Document, names: list[str]) -> bool:
    year = report.period.last.year
    told = (one for one in found.reports if one.period.touches(year))
    answers = (found.follow_up.answers(one).get(control.key) for one in told)
    return any(answer is not None and (answer.broken or set(names) & answer.values.keys()) for answer in answers)
