"""Reasons for judging otherwise than the rule, where the judgement is that of the rule."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.reporting import reporting
from styrc.schema import Part


def needless_reason(plan: Plan) -> Iterator[Hit]:
    """A reason for judging otherwise beside a status that the rule gives; told at the reason."""
    found = reporting(plan)
    for report, element, answer in found.answers():
        if not found.follow_up.part(answer, element, Part.OTHERWISE):
            continue
        made = found.follow_up.judgement(element, report)
        if made.computed is None or made.step != made.computed or not found.is_settled(element, report):
            continue
        values = {
            "name": element.title or element.id,
            "field": found.follow_up.field_name(element.kind, Part.OTHERWISE),
            "status": found.follow_up.field_name(element.kind, Part.STATUS),
            "computed": made.computed.value,
        }
        yield Hit(found.place(answer, element, Part.OTHERWISE), values, reason=plan.kind(element).status)
