"""The numbers of an indicator, each with its place: where it began, what was measured and what is to be reached."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from styrc.element import Element, Scalar
from styrc.plan import Plan
from styrc.quantity import Target
from styrc.schema import Part
from styrc.source import Place


class Figure(NamedTuple):
    """A number, what it is to the indicator, and where it stands."""

    part: Part
    number: Decimal
    place: Place


def figures(plan: Plan, element: Element) -> list[Figure]:
    """All numbers of an indicator: its baseline, its outcomes and its targets."""
    return [
        Figure(part, number, place)
        for part in (Part.BASELINE, Part.OUTCOME, Part.TARGET)
        for place, value in written(plan, element, part)
        for number in _numbers(value)
    ]


def written(plan: Plan, element: Element, part: Part) -> Iterator[tuple[Place, Scalar]]:
    """The values of a part: one, or one for each year."""
    value = plan.part(element, part)
    place = element.place.at(plan.field_name(element.kind, part))
    if isinstance(value, Mapping):
        for year, one in sorted(value.items()):
            yield place.at(str(year)), one
    elif value is not None and not isinstance(value, tuple):
        yield place, value


def _numbers(value: Scalar) -> tuple[Decimal, ...]:
    if isinstance(value, Target):
        return tuple(one for one in (value.low, value.high) if one is not None)
    return (value,) if isinstance(value, Decimal) else ()


def last_target(plan: Plan, element: Element) -> tuple[Place, Target] | None:
    """The target, and where it stands: that of the last year where it is written per year."""
    targets = [(place, value) for place, value in written(plan, element, Part.TARGET) if isinstance(value, Target)]
    return targets[-1] if targets else None


def baseline(plan: Plan, element: Element) -> Figure | None:
    """Where the indicator began, when that is a number."""
    return next((one for one in figures(plan, element) if one.part is Part.BASELINE), None)
