"""Answers that lack a field which the model asks for."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.reporting import own, reporting
from styrc.rules.wording import quoted


def incomplete_answer(plan: Plan) -> Iterator[Hit]:
    """An element that something is said of, but not all that is asked; told at the answer, else at the heading."""
    found = reporting(plan)
    for duty in found.lacking:
        element, report, lacking = duty.element, duty.report, duty.lacking
        if lacking.unsaid or not lacking.fields or found.is_told_below(duty):
            continue
        answer = own(found.follow_up.told(element, report), report)
        values = {
            "name": element.title or element.id,
            "kind": plan.schema.word(element.kind),
            "id": element.id,
            "key": plan.words.report.answers,
            "fields": quoted(lacking.fields),
        }
        place = found.row(answer) if answer else plan.heading(report)
        yield Hit(place, values, "" if answer else "row", duty.ask, absence=True, document=report.id)
