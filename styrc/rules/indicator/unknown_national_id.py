"""A national id that the catalogue of national indicators does not hold."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.lists import kolada
from styrc.names import nearest
from styrc.plan import Plan
from styrc.rule import Hit
from styrc.schema import Part
from styrc.text import AnyOf


def unknown_national_id(plan: Plan) -> Iterator[Hit]:
    """An id of the right form that no national indicator has; near are those whose title is like the element's."""
    titles: dict[str, str] = {}
    for element in plan.sound:
        written = plan.part(element, Part.NATIONAL_ID)
        if not isinstance(written, str) or written in kolada():
            continue
        titles = titles or {one.title: id_ for id_, one in kolada().items() if one.ended is None}
        near = tuple(f"{titles[title]} {title}" for title in nearest(element.title, titles))
        values = {"name": element.title or element.id, "id": written, "near": AnyOf(near)}
        field = plan.field_name(element.kind, Part.NATIONAL_ID)
        reason = plan.kind(element).fields.get(field)
        yield Hit(element.place.at(field), values, "near" if near else "", reason=reason)
