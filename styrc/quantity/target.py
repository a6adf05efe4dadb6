"""Targets: a number, an inequality, an interval, or a change from the last value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from styrc.quantity.misread import Misread
from styrc.quantity.number import read_number, write_number

if TYPE_CHECKING:
    from styrc.words import Words


class Aim(StrEnum):
    """What kind of target it is."""

    EXACT = "exact"
    MORE = "more"
    AT_LEAST = "at least"
    LESS = "less"
    AT_MOST = "at most"
    BETWEEN = "between"
    INCREASE = "increase"
    DECREASE = "decrease"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Target:
    """A target: `low` is the number of it, `high` the upper end of an interval; a change has neither."""

    aim: Aim
    low: Decimal | None = None
    high: Decimal | None = None


_SIGNS = {
    ">=": Aim.AT_LEAST,
    "\u2265": Aim.AT_LEAST,
    "<=": Aim.AT_MOST,
    "\u2264": Aim.AT_MOST,
    ">": Aim.MORE,
    "<": Aim.LESS,
}
_PRINTED = {Aim.MORE: ">\u00a0", Aim.AT_LEAST: "\u2265\u00a0", Aim.LESS: "<\u00a0", Aim.AT_MOST: "\u2264\u00a0"}
_INTERVAL = re.compile(r"(.*[0-9]%?)\s*(?:\u2013|\s-\s|(?<=[0-9])-(?=[0-9]))\s*([0-9].*)")


def read_target(text: str, words: Words) -> Target:
    """A target as it is written in a plan. Raises Misread."""
    text = text.strip()
    said = words.targets
    changes = {said.increase: Aim.INCREASE, said.decrease: Aim.DECREASE, said.keep: Aim.KEEP}
    if (change := changes.get(text.lower())) is not None:
        return Target(change)
    for sign, aim in (*_SIGNS.items(), (f"{said.at_least} ", Aim.AT_LEAST), (f"{said.at_most} ", Aim.AT_MOST)):
        if text.lower().startswith(sign):
            return Target(aim, read_number(text[len(sign) :]))
    if match := _INTERVAL.fullmatch(text):
        low, high = read_number(match[1]), read_number(match[2])
        if high < low:
            raise Misread("backwards")
        return Target(Aim.BETWEEN, low, high)
    return Target(Aim.EXACT, read_number(text))


def write_target(target: Target, words: Words) -> str:
    """The target in print."""
    if target.low is None:
        said = words.targets
        return {Aim.INCREASE: said.increase, Aim.DECREASE: said.decrease, Aim.KEEP: said.keep}[target.aim]
    if target.high is not None:
        return f"{write_number(target.low)}\u2013{write_number(target.high)}"
    return _PRINTED.get(target.aim, "") + write_number(target.low)
