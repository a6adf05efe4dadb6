"""Targets worded against their indicator: at most 5 where higher is better, or an increase where lower is better."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.plan import Plan
from styrc.quantity import Aim, Target, write_number, write_target
from styrc.rule import Hit
from styrc.rules.figures import written
from styrc.schema import Part

_DOWN = (Aim.LESS, Aim.AT_MOST, Aim.DECREASE)
_UP = (Aim.MORE, Aim.AT_LEAST, Aim.INCREASE)


def wording_against_direction(plan: Plan) -> Iterator[Hit]:
    """A ceiling, or a decrease, where higher is better; a floor, or an increase, where lower is. Told once."""
    directions = plan.words.directions
    against = {directions.higher: _DOWN, directions.lower: _UP}
    for element in plan.sound:
        direction = plan.part(element, Part.DIRECTION)
        wrong = against.get(str(direction), ())
        for place, target in written(plan, element, Part.TARGET):
            if isinstance(target, Target) and target.aim in wrong:
                values = {
                    "name": element.title or element.id,
                    "target": _said(plan, target),
                    "field": plan.field_name(element.kind, Part.TARGET),
                    "direction": direction,
                    "key": plan.field_name(element.kind, Part.DIRECTION),
                }
                yield Hit(place, values)
                break


def _said(plan: Plan, target: Target) -> str:
    """The target in words rather than in signs."""
    said = {Aim.AT_LEAST: plan.words.targets.at_least, Aim.AT_MOST: plan.words.targets.at_most}
    if target.aim in said and target.low is not None:
        return f"{said[target.aim]} {write_number(target.low)}"
    return write_target(target, plan.words)
