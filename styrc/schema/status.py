"""How a status comes about: by an outcome against its target or the last one, or from what stands below."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BeforeValidator
from pydantic import Field as Described

from styrc.schema.language import Constraint, Language, Words, one_or_many


class Condition(Language):
    """What must be true of the elements below for a step: how many of them, in percent, stand on some steps."""

    steps: Words = Described(description="The steps that count.")
    kinds: Words = Described(default=(), description="Only elements of these kinds are counted; empty means all.")
    least: Decimal | None = Described(default=None, description="At least this share of them, in percent.")
    most: Decimal | None = Described(default=None, description="At most this share of them, in percent.")


class RollUp(Language):
    """A status taken from the elements below, whatever the links that carry the thread."""

    of: Words = Described(description="The kinds below that count.")
    worst: bool = Described(default=False, description="`yes`: the worst of theirs, by the order of the scale.")
    steps: dict[str, Annotated[tuple[Condition, ...], BeforeValidator(one_or_many)]] = Described(
        default={}, description="For each step what it takes; the first step whose conditions all hold is the status."
    )


class StatusRule(Constraint):
    """How the status of a kind comes about: judged by those who report, or computed from outcomes or from below.

    What is computed may be judged otherwise where the answer gives a reason for it.
    """

    scale: str = Described(description="The scale that the status is on, the best step first.")
    by_attainment: dict[str, Decimal] = Described(
        default={}, description="For each step the least attainment in percent; the first reached is the status."
    )
    measure: Literal["target", "way"] = Described(
        default="target",
        description="What attainment is: the outcome's share of the `target`, or the share of the `way` from baseline "
        "to target. Where lower is better the target's share of the outcome.",
    )
    by_trend: dict[str, Literal["better", "unchanged", "worse"]] = Described(
        default={}, description="For each step how the outcome stands to the last one."
    )
    rolled_up: RollUp | None = Described(default=None, description="Taken from the elements below.")
    not_measured: str = Described(default="", description="The step where there is nothing to go by.")
    override: bool = Described(default=True, description="`no`: what is computed may not be judged otherwise.")

    @property
    def computed(self) -> bool:
        """Whether there is a rule, so that a judgement can be compared with it."""
        return bool(self.by_attainment or self.by_trend or self.rolled_up)
