"""Steering models that are no longer valid in the years of the plan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from styrc.plan import Plan
from styrc.rule import Hit


def expired_model(plan: Plan) -> Iterator[Hit]:
    """A model whose validity ends before the last day of some year of the plan."""
    valid = plan.schema.valid
    if valid is None:
        return
    years = tuple(year for year in plan.municipality.years if date(year, 12, 31) > valid.to)
    if years:
        values = {"model": plan.schema.name, "date": valid.to, "years": years}
        yield Hit(plan.municipality.place.at(plan.words.project.model), values, constraint=valid)
