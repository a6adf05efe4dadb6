"""Elements that must say one thing or another and say neither whole."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.wording import quoted
from styrc.text import alternatives


def neither_nor(plan: Plan) -> Iterator[Hit]:
    """Groups of fields of which none is filled in whole; told at the element, with what the fullest of them lacks."""
    for element in plan.sound:
        for either in plan.kind(element).either:
            lacking = [[name for name in group if not plan.said(element, name)] for group in either.groups]
            if not all(lacking) or not plan.binds(either, element.unit):
                continue
            begun = [lack for lack, group in zip(lacking, either.groups, strict=True) if len(lack) < len(group)]
            fullest: list[str] = min(begun, key=len, default=[])
            values = {
                "name": element.title or element.id,
                "groups": alternatives(either.groups),
                "missing": quoted(fullest),
            }
            variant = "begun" if begun else ""
            yield Hit(element.place, values, variant, either, absence=True, document=element.document)
