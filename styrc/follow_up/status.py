"""An element and a report -> its status: as it is judged there, and as the model's rule computes it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from styrc.element import Answer, Document, Outcome
from styrc.follow_up.attainment import Attainment, Better, attainment
from styrc.quantity import Target
from styrc.schema import Condition, Step


class How(StrEnum):
    """How a status has come about."""

    JUDGED = "judged"  # by those who report, where the model has no rule or the judgement agrees with it
    COMPUTED = "computed"  # by the model's rule
    OTHERWISE = "otherwise"  # judged otherwise than the rule
    NOT_MEASURED = "not measured"  # there is nothing to go by
    UNTOLD = "untold"  # nobody has said anything


class Trend(StrEnum):
    """How an outcome stands to the last one. What is better is not the same as what is higher."""

    BETTER = "better"
    UNCHANGED = "unchanged"
    WORSE = "worse"


@dataclass(frozen=True)
class Judgement:
    """The status of an element at a break, and what it is made of."""

    how: How
    step: Step | None = None
    computed: Step | None = None
    """What the rule says, whether or not it is judged otherwise."""
    reason: str = ""
    """Why it is judged otherwise than the rule."""
    answer: Answer | None = None
    report: Document | None = None
    """The report that the answer stands in."""
    outcome: Outcome | None = None
    target: Target | None = None
    attainment: Attainment | None = None
    trend: Trend | None = None
    below: Counter[str] = field(default_factory=Counter)
    """How many of the elements below stand on each step, where the status is rolled up."""

    @property
    def deviates(self) -> bool:
        """Whether it does not go as it should."""
        return self.step is not None and self.step.tone in ("partly", "bad")

    @property
    def is_told(self) -> bool:
        """Whether there is anything to show."""
        return self.how is not How.UNTOLD


def judged_by_attainment(found: Attainment | None, steps: dict[str, Decimal]) -> str:
    """The first step whose least attainment is reached; nothing where nothing is known."""
    return next((step for step, least in steps.items() if found and found.percent >= least), "")


def rolled_up(below: list[tuple[str, Step]], steps: dict[str, tuple[Condition, ...]]) -> str:
    """The first step whose conditions all hold for the elements below, given as kind and step."""
    return next((step for step, wanted in steps.items() if all(_holds(below, one) for one in wanted)), "")


def _holds(below: list[tuple[str, Step]], wanted: Condition) -> bool:
    counted = [step for kind, step in below if not wanted.kinds or kind in wanted.kinds]
    if not counted:
        return False
    share = Decimal(100 * sum(step.value in wanted.steps for step in counted)) / len(counted)
    return (wanted.least is None or share >= wanted.least) and (wanted.most is None or share <= wanted.most)


_TONES = ("good", "partly", "bad")


def worst(below: list[tuple[str, Step]], scale: tuple[Step, ...]) -> str:
    """The step of the scale whose tone is that of the worst below."""
    tones = [_TONES.index(step.tone) for _, step in below if step.tone in _TONES]
    return next((step.value for step in scale if tones and step.tone == _TONES[max(tones)]), "")


def trend(value: Decimal, before: Decimal, better: Better, target: Target | None) -> Trend:
    """How a value stands to the one before, by which way is better."""
    if better is Better.NEAR and target is not None and target.low is not None:
        value, before, better = abs(value - target.low), abs(before - target.low), Better.LOWER
    if value == before:
        return Trend.UNCHANGED
    return Trend.BETTER if (value > before) is (better is not Better.LOWER) else Trend.WORSE


__all__ = ["Better", "How", "Judgement", "Trend", "attainment", "judged_by_attainment", "rolled_up", "trend", "worst"]
