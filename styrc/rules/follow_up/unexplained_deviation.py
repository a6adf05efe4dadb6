"""Elements that do not go as they should, and of which it is not said why or what is done about it."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.follow_up import Judgement
from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.reporting import Duty, Reporting, own, reporting
from styrc.rules.wording import quoted
from styrc.schema import Part
from styrc.source import Place


def unexplained_deviation(plan: Plan) -> Iterator[Hit]:
    """A status that is not good, without the fields that the model then asks for; told at the status."""
    found = reporting(plan)
    for duty in found.lacking:
        element, report, lacking = duty.element, duty.report, duty.lacking
        if lacking.unsaid or not lacking.when_deviating or found.is_told_below(duty):
            continue
        made = found.follow_up.judgement(element, report)
        if made.step is made.computed and not found.is_settled(element, report):
            continue  # what is told below may change it
        values = {
            "name": element.title or element.id,
            "id": element.id,
            "key": plan.words.report.answers,
            "status": made.step.value if made.step else "",
            "fields": quoted(lacking.when_deviating),
        }
        place = _place(plan, found, duty, made)
        answer = own(found.follow_up.told(element, report), report)
        yield Hit(place, values, "" if answer else "row", duty.ask, absence=True, document=report.id)


def _place(plan: Plan, found: Reporting, duty: Duty, made: Judgement) -> Place:
    """The status as it is written; else the answer, the outcome that it is computed from, or the report's heading."""
    report = duty.report
    answer = own(found.follow_up.told(duty.element, report), report)
    if answer is not None:
        name = found.follow_up.field_name(duty.element.kind, Part.STATUS)
        return answer.place.at(name) if name in answer.values else found.row(answer)
    if made.outcome is not None and made.outcome.document == report.id:
        return made.outcome.place
    return plan.heading(report)
