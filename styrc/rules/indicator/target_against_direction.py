"""Targets that lie on the wrong side of the value that the indicator began with."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from styrc.diagnostic import Related
from styrc.element import Element
from styrc.plan import Plan
from styrc.quantity import Aim, Target, write_number, write_target
from styrc.rule import Hit
from styrc.rules.figures import baseline, last_target
from styrc.rules.indicator.implausible_share import odd_share
from styrc.schema import Part, Role
from styrc.text import Text

_BASELINE = Text(
    "Här står värdet som målvärdet jämförs med.", "The value that the target is compared with stands here."
)


def target_against_direction(plan: Plan) -> Iterator[Hit]:
    """Higher is said to be better but the target is lower than the baseline, or the other way round."""
    directions = plan.words.directions
    for element in plan.sound:
        direction = plan.part(element, Part.DIRECTION)
        if direction not in (directions.higher, directions.lower):
            continue
        first, found = baseline(plan, element), last_target(plan, element)
        if first is None or found is None or odd_share(plan, element):
            continue
        place, target = found
        higher = direction == directions.higher
        if _measures_a_goal(plan, element) and _is_worse(target, first.number, higher=higher):
            said = plan.words.targets.at_least if higher else plan.words.targets.at_most
            values = {
                "name": element.title or element.id,
                "target": write_target(target, plan.words),
                "field": plan.field_name(element.kind, Part.TARGET),
                "baseline": write_number(first.number),
                "from": plan.field_name(element.kind, Part.BASELINE),
                "direction": direction,
                "key": plan.field_name(element.kind, Part.DIRECTION),
                "level": f"{said} {write_target(target, plan.words)}",
            }
            yield Hit(place, values, related=(Related(first.place, _BASELINE),))


def _measures_a_goal(plan: Plan, element: Element) -> bool:
    """Whether the indicator is there to show a change; a mark of quality or a key figure may be planned to worsen."""
    return (
        any(plan.role(tied.target) in (Role.GOAL, Role.AREA) for tied in plan.up(element)) and plan.kind(element).thread
    )


def _is_worse(target: Target, start: Decimal, *, higher: bool) -> bool:
    """Whether all that the target allows is worse than the start. ”At least 90” from 95 keeps a level: no mistake."""
    if target.low is None or target.aim not in (Aim.EXACT, Aim.BETWEEN):
        return False
    top = target.high if target.high is not None else target.low
    return top < start if higher else target.low > start
