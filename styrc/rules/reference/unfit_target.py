"""Links to something that is not such as the link asks for."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.diagnostic import Related
from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.fitting import lacks_values, ties_that_fail
from styrc.schema import ANY, NONE
from styrc.text import AnyOf, Text

_TARGET = Text("Det är den här raden som hänvisningen leder till.", "This is the row that the reference leads to.")


def unfit_target(plan: Plan) -> Iterator[Hit]:
    """A link to an element whose values are others than the link asks for."""
    for _, tied, link in ties_that_fail(plan, lacks_values):
        target = tied.target
        name = next(plan.mismatches(target, link.where))
        said, wanted = plan.said(target, name), link.where[name]
        values = {
            "link": tied.reference.link,
            "id": target.id,
            "name": name,
            "value": AnyOf(said),
            "wanted": AnyOf(tuple(one for one in wanted if one not in (ANY, NONE))),
        }
        related = (Related(target.place.at(name), _TARGET),)
        yield Hit(tied.reference.place, values, _variant(said, wanted), link, related)


def _variant(said: tuple[str, ...], wanted: tuple[str, ...]) -> str:
    """Which mistake it is: no value where one is asked for, a value where there should be none, or another value."""
    if set(wanted) <= {ANY, NONE}:
        return "unfilled" if ANY in wanted else "filled"
    return "" if said else "unsaid"
