"""Percentages a hundred or ten times too small or too large: 0,85 written for 85, or 875 for 87,5."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from statistics import median
from typing import NamedTuple

from styrc.element import Element
from styrc.plan import Plan
from styrc.quantity import write_number
from styrc.rule import Hit
from styrc.rules.figures import Figure, figures
from styrc.schema import Part

_ONE, _HUNDRED = Decimal(1), Decimal(100)


class Odd(NamedTuple):
    """A number that can hardly be meant, the number that may be meant, and which mistake it looks like."""

    figure: Figure
    meant: Decimal
    variant: str


def implausible_share(plan: Plan) -> Iterator[Hit]:
    """A share that does not go with the indicator's other numbers, and would if it were written otherwise."""
    for element in plan.sound:
        odd = odd_share(plan, element)
        if odd is not None:
            values = {
                "name": element.title or element.id,
                "value": write_number(odd.figure.number),
                "meant": write_number(odd.meant),
                "others": _others(plan, element, odd.figure.number),
            }
            yield Hit(odd.figure.place, values, odd.variant)


def _others(plan: Plan, element: Element, odd: Decimal) -> list[str]:
    """The indicator's other numbers, for the reader to compare with."""
    return [write_number(one) for one in sorted({figure.number for figure in figures(plan, element)} - {odd})]


def odd_share(plan: Plan, element: Element) -> Odd | None:
    """The first number of an indicator that can hardly be meant. A small share is right where all are small."""
    said = plan.part(element, Part.UNIT_OF_MEASURE)
    if not isinstance(said, str) or not said.split() or said.split()[0].casefold() not in plan.words.share_of_a_whole:
        return None
    known = [one for one in figures(plan, element) if one.number > 0]
    small = [one for one in known if one.number < _ONE]
    plain = [one for one in known if _ONE <= one.number <= _HUNDRED]
    large = [one for one in known if one.number > _HUNDRED]
    if small and plain:
        return _fraction(plan, element, small, plain)
    return _comma(large, plain) if large and plain else None


def _fraction(plan: Plan, element: Element, small: list[Figure], plain: list[Figure]) -> Odd | None:
    """Parts of one among percentages: 0,85 beside 82 and 84. The fewer are the odd ones."""
    middle = median(one.number for one in plain)
    if not all(_is_near(one.number * _HUNDRED, middle) for one in small):
        return None
    if _is_bold_target(plan, element, small, middle):
        return None
    if len(small) <= len(plain):
        return Odd(small[0], _tidy(small[0].number * _HUNDRED), "")
    return Odd(plain[0], _tidy(plain[0].number / _HUNDRED), "whole")


def _is_bold_target(plan: Plan, element: Element, small: list[Figure], middle: Decimal) -> bool:
    """Whether a small target may be meant as it stands: where lower is better, from 40 to 0,5 percent is only bold."""
    lower = plan.part(element, Part.DIRECTION) == plan.words.directions.lower
    return lower and all(one.part is Part.TARGET and one.number * _HUNDRED > middle for one in small)


def _comma(large: list[Figure], plain: list[Figure]) -> Odd | None:
    """A lost decimal comma: 875 beside 85 and 86. Above a hundred is right where it is near the others, or all are."""
    middle = median(one.number for one in plain)
    first = large[0].number
    if len(large) > 1 or first < middle * 5 or not _is_near(first / 10, middle):
        return None
    return Odd(large[0], _tidy(first / 10), "comma")


def _is_near(number: Decimal, middle: Decimal) -> bool:
    return middle / 2 <= number <= middle * 2


def _tidy(number: Decimal) -> Decimal:
    return number.normalize()
