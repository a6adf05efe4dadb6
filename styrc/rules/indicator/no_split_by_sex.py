"""An indicator that is to be shown by sex, taken from one that is not split."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.lists import kolada
from styrc.plan import Plan
from styrc.rule import Hit
from styrc.schema import Part


def no_split_by_sex(plan: Plan) -> Iterator[Hit]:
    """An element that asks for values by sex from a national indicator that has none."""
    for element in plan.sound:
        known = kolada().get(str(plan.part(element, Part.NATIONAL_ID)))
        if known is not None and not known.by_sex and plan.part(element, Part.BY_SEX) is True:
            values = {"name": element.title or element.id, "title": known.title}
            yield Hit(element.place.at(plan.field_name(element.kind, Part.BY_SEX)), values)
