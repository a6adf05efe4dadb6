"""Outcomes without values for women and men, where the plan says that there are such values."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.element import Sex
from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.reporting import MEASURED
from styrc.schema import Part


def missing_split(plan: Plan) -> Iterator[Hit]:
    """A value in a report for all alone, of an indicator that the plan splits by sex; told at the value."""
    indicators = {(one.id, one.unit): one for one in plan.with_role(*MEASURED) if plan.is_sound(one)}
    for series, outcomes in plan.outcomes.items():
        indicator = indicators.get(series)
        if indicator is None or plan.part(indicator, Part.BY_SEX) is not True:
            continue
        split = {(one.period, one.unit) for one in outcomes if one.sex is not Sex.ALL}
        for one in outcomes:
            is_whole = one.sex is Sex.ALL and one.value is not None and not one.broken
            if is_whole and one.document and (one.period, one.unit) not in split:
                words = plan.words.outcome
                values = {
                    "name": indicator.title or indicator.id,
                    "id": indicator.id,
                    "field": plan.field_name(indicator.kind, Part.BY_SEX),
                    "women": words.women,
                    "men": words.men,
                }
                yield Hit(one.place, values)
