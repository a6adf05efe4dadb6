"""Serious risks that nothing is done about."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.element import Element
from styrc.plan import Plan
from styrc.rule import Hit
from styrc.schema import Role

_ANSWERS = (Role.CONTROL, Role.ACTION)


def uncontrolled_risk(plan: Plan) -> Iterator[Hit]:
    """A risk that weighs as much as the model's matrix wants controlled, with no control or action in any document."""
    if not plan.whole:
        return
    for element in plan.sound:
        matrix, risk = plan.kind(element).matrix, plan.risk(element)
        if matrix is None or risk is None or not 0 < matrix.control_from <= risk.value or _is_answered(plan, element):
            continue
        kinds = tuple(plan.schema.words(kind) for kind in plan.schema.kinds_with(*_ANSWERS))
        values = {
            "name": element.title or element.id,
            "value": risk.value,
            "level": risk.level.value,
            "limit": matrix.control_from,
            "kinds": kinds,
        }
        yield Hit(element.place, values, constraint=matrix, absence=True, document=element.document)


def _is_answered(plan: Plan, risk: Element) -> bool:
    """Whether a control or an action points at the risk, or at the same risk in a document of the same time."""
    alike = [one for one in plan.of_kind(risk.kind) if one.id == risk.id and _meet(plan, one, risk)]
    return any(plan.role(tied.target) in _ANSWERS for one in alike for tied in plan.down(one))


def _meet(plan: Plan, one: Element, other: Element) -> bool:
    return plan.document(one).period.overlaps(plan.document(other).period)
