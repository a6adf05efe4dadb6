"""How an outcome stands to its target."""

from __future__ import annotations

from decimal import Decimal

import pytest

from styrc.follow_up.attainment import Better, attainment
from styrc.quantity import Aim, Target


@pytest.mark.parametrize(
    ("value", "better", "percent"),
    [
        ("70", Better.HIGHER, "0"),  # on the other side of the target, seen from the baseline
        ("77", Better.HIGHER, "100"),
        ("90", Better.LOWER, "0"),  # from 70 towards what should be at most 77, and past it
    ],
)
def test_a_target_that_the_baseline_has_already_met_is_met_or_not(value: str, better: Better, percent: str) -> None:
    baseline = Decimal(96) if better is Better.HIGHER else Decimal(70)
    found = attainment(Target(Aim.EXACT, Decimal(77)), Decimal(value), better, last=None, baseline=baseline, way=True)
    assert found is not None
    assert found.percent == Decimal(percent)


def test_the_way_is_counted_from_the_baseline() -> None:
    target = Target(Aim.EXACT, Decimal(0))
    found = attainment(target, Decimal("-0.7"), Better.HIGHER, last=None, baseline=Decimal("-1.1"), way=True)
    assert found is not None
    assert round(found.percent) == 36
