"""Calls in prose of values that nobody knows yet."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.calling import faulty_calls


def call_without_value(plan: Plan) -> Iterator[Hit]:
    """Calls in prose of values that nobody knows yet, each told at the words that are at fault."""
    return faulty_calls(plan, "STY224")
