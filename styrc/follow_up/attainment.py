"""A target and an outcome -> how much of the target is attained, and whether it is met."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from styrc.quantity import Aim, Target

_WHOLE = Decimal(100)
_ALMOST = Decimal("99.9")
"""What stands for nearly all, where rounding would make a target that is missed look met."""


class Better(StrEnum):
    """Which way is better."""

    HIGHER = "higher"
    LOWER = "lower"
    NEAR = "near"  # the nearer the target the better


@dataclass(frozen=True, slots=True)
class Attainment:
    """How much of a target is attained, in percent, and whether it is met. Above 100 only where it is met."""

    percent: Decimal
    met: bool


def attainment(
    target: Target, value: Decimal, better: Better, *, last: Decimal | None, baseline: Decimal | None, way: bool
) -> Attainment | None:
    """How an outcome stands to its target; None where a change is asked for and there is nothing to compare with.

    The share is the outcome's of the target, in percent; where lower is better the target's of the outcome, and where
    the nearest is best the smaller's of the larger. With `way` it is the share of the way from the baseline to the
    target; where the baseline was good enough already there is no way, and a target that is missed is attained to
    nothing. A share of what is not above zero means nothing: such a target is met, or attained to nothing. So is an
    asked-for change, which has no half. Within an interval nothing is more than met.
    """
    if target.low is None:
        return _change(target.aim, value, last if last is not None else baseline)
    aim, edge, better = _edge(target, value, better)
    met = _is_met(target, aim, value, better)
    if way and baseline is not None:
        share = Decimal(0) if _is_met(target, aim, baseline, better) else _way(value, edge, baseline)
    else:
        share = _share(value, edge, better)
    if met:
        return Attainment(_WHOLE if aim is Aim.BETWEEN else max(share, _WHOLE), met)
    return Attainment(min(max(share, Decimal(0)), _ALMOST), met)


def _change(aim: Aim, value: Decimal, before: Decimal | None) -> Attainment | None:
    if before is None:
        return None
    met = {Aim.INCREASE: value > before, Aim.DECREASE: value < before, Aim.KEEP: value == before}[aim]
    return Attainment(_WHOLE if met else Decimal(0), met)


def _edge(target: Target, value: Decimal, better: Better) -> tuple[Aim, Decimal, Better]:
    """The number to compare with and which way is better; the nearer end of an interval."""
    low = target.low or Decimal(0)
    if target.aim is Aim.BETWEEN and target.high is not None:
        return (Aim.BETWEEN, target.high, Better.LOWER) if value > target.high else (Aim.BETWEEN, low, Better.HIGHER)
    sides = {
        Aim.MORE: Better.HIGHER,
        Aim.AT_LEAST: Better.HIGHER,
        Aim.LESS: Better.LOWER,
        Aim.AT_MOST: Better.LOWER,
    }
    return target.aim, low, sides.get(target.aim, better)


def _is_met(target: Target, aim: Aim, value: Decimal, better: Better) -> bool:
    low = target.low or Decimal(0)
    if aim is Aim.BETWEEN and target.high is not None:
        return low <= value <= target.high
    if aim in (Aim.MORE, Aim.LESS):
        return value > low if aim is Aim.MORE else value < low
    return {Better.HIGHER: value >= low, Better.LOWER: value <= low, Better.NEAR: value == low}[better]


def _share(value: Decimal, edge: Decimal, better: Better) -> Decimal:
    if value <= 0 or edge <= 0:
        return Decimal(0)
    share = {Better.HIGHER: value / edge, Better.LOWER: edge / value, Better.NEAR: min(value / edge, edge / value)}
    return share[better] * _WHOLE


def _way(value: Decimal, edge: Decimal, baseline: Decimal) -> Decimal:
    return (value - baseline) / (edge - baseline) * _WHOLE if edge != baseline else Decimal(0)
