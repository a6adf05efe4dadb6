"""How much a finding weighs by the constraint that it breaks, and which reason it cites."""

from __future__ import annotations

from styrc.diagnostic import Because, Severity
from styrc.schema import Constraint, Grade, Schema

_BOUNDS = ("STY115", "STY117", "STY120", "STY122")
"""Findings on bounds that the model sets: they may be inferred, as what is missing may be."""


def weigh(
    schema: Schema, code: str, constraint: Constraint | None, *, absence: bool
) -> tuple[Severity | None, Because | None]:
    """The weight, None for that of the code, and the reason.

    A grade says how much it matters that something is missing; what is written must be right anyhow. A bound that is
    only inferred is no more than a warning.
    """
    if constraint is None:
        return None, None
    if constraint.weight is Grade.WARNING and (absence or (code in _BOUNDS and constraint.inferred)):
        return Severity.WARNING, schema.because(constraint)
    return None, schema.because(constraint, lent=True)
