"""Controls that showed a fault, and after which nothing is done."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.element import Answer, Document, Element
from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.reporting import Reporting, reporting
from styrc.rules.wording import either
from styrc.schema import Part, Role


def unremedied_control(plan: Plan) -> Iterator[Hit]:
    """A control judged as not good, without a remedy in the answer or an action in any plan; told at the result.

    Where the model asks for the remedy, the deviation is told to be unexplained instead.
    """
    found = reporting(plan)
    actions = plan.schema.kinds_with(Role.ACTION)
    for report, control, answer in found.answers():
        if plan.role(control) is not Role.CONTROL or not found.follow_up.judgement(control, report).deviates:
            continue
        name = found.follow_up.field_name(control.kind, Part.REMEDY)
        is_done = any(plan.role(tied.target) is Role.ACTION for tied in plan.down(control))
        if found.follow_up.part(answer, control, Part.REMEDY) or is_done or not (name or actions):
            continue
        if _is_asked(found, report, control, answer):
            continue
        status = found.follow_up.field_name(control.kind, Part.STATUS)
        values = {
            "name": control.title or control.id,
            "status": str(answer.values.get(status, "")),
            "field": name,
            "kinds": either(plan.schema.words(kind) for kind in actions),
        }
        yield Hit(found.place(answer, control, Part.STATUS), values, "" if name else "action")


def _is_asked(found: Reporting, report: Document, control: Element, answer: Answer) -> bool:
    duty = found.follow_up.duties(report).get(control.key)
    asked = duty is not None and found.follow_up.lacking(control, duty[1], report).when_deviating
    return bool(asked) or answer.broken
