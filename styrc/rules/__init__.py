"""The contents page: every rule that asks a question of the whole plan, by code."""

from __future__ import annotations

from styrc.rule import Rule

RULES: tuple[Rule, ...] = ()
