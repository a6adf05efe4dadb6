"""Calls in prose that ask for something that cannot be called."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.calling import faulty_calls


def unknown_call(plan: Plan) -> Iterator[Hit]:
    """Calls in prose that ask for something that cannot be called, each told at the words that are at fault."""
    return faulty_calls(plan, "STY222")
