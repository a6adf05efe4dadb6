"""Elements that a report must answer for and says nothing of."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.reporting import reporting
from styrc.rules.wording import quoted


def unanswered(plan: Plan) -> Iterator[Hit]:
    """An element without a word in the report; told at the report's heading."""
    found = reporting(plan)
    for duty in found.lacking:
        element, report = duty.element, duty.report
        if not duty.lacking.unsaid or found.is_told_below(duty):
            continue
        fields = (*duty.lacking.fields, *duty.lacking.when_deviating)
        values = {
            "name": element.title or element.id,
            "kind": plan.schema.word(element.kind),
            "id": element.id,
            "key": plan.words.report.answers,
            "fields": quoted(fields),
        }
        variant = "fields" if fields else ""
        yield Hit(plan.heading(report), values, variant, duty.ask, absence=True, document=report.id)
