"""Calls in prose of what is not there."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.calling import faulty_calls


def call_of_nothing(plan: Plan) -> Iterator[Hit]:
    """Calls in prose of what is not there, each told at the words that are at fault."""
    return faulty_calls(plan, "STY223")
