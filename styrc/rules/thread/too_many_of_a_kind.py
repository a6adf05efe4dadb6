"""Kinds of which there are more than the steering model allows: in a unit, a year, a term, a document or a value."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.diagnostic import Related
from styrc.element import Element
from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.counting import Steps, axes, is_counted, steps_of_element, tally
from styrc.rules.wording import scope, several
from styrc.schema import Constraint, Per
from styrc.text import Text

_FIRST = Text("Här står den första raden.", "The first row stands here.")


def too_many_of_a_kind(plan: Plan) -> Iterator[Hit]:
    """Something of which there is too much; told once, at the first that is too many."""
    told: set[str] = set()
    for kind in plan.schema.kinds:
        for per in plan.schema.kinds[kind].per:
            if per.max is not None:
                yield from _surplus(plan, kind, per, told)
    yield from _in_documents(plan, told)


def _surplus(plan: Plan, kind: str, per: Per, told: set[str]) -> Iterator[Hit]:
    homes = plan.homes(kind)
    levels = tuple(level for home in homes for level in plan.schema.documents[home].levels)
    steps = axes(plan, per, levels, plan.documents_of(*homes), plan.schema.kinds[kind].fields)
    sure = [one for one in plan.of_kind(kind) if not one.broken and plan.has_known_period(plan.document(one))]
    found = tally(plan, per, (one for one in sure if plan.matches(one, per.where)), steps_of_element)
    for key, elements in found.items():
        if is_counted(key, steps):
            at = {axis: (step,) for axis, step in zip(per.each, key, strict=True)}
            yield from _hit(plan, elements, per.max, told, per, at)


def _in_documents(plan: Plan, told: set[str]) -> Iterator[Hit]:
    """What a chapter may hold no more of."""
    for document in plan.documents.values():
        for name, holding in plan.schema.holdings(document.kind).items():
            if name in plan.schema.kinds and plan.binds(holding, document.unit):
                held = plan.in_document(document.id, name)
                yield from _hit(plan, held, holding.max, told, holding, {"document": (document.id,)})


def _hit(
    plan: Plan, elements: list[Element], most: int | None, told: set[str], constraint: Constraint, at: Steps
) -> Iterator[Hit]:
    if most is None or len(elements) <= most or elements[most].key in told:
        return
    first, surplus = elements[0], elements[most]
    told.add(surplus.key)
    where = constraint.where if isinstance(constraint, Per) else {}
    values = {
        "name": surplus.title or surplus.id,
        "kinds": several(plan, (surplus.kind,), where),
        "scope": scope(plan, at),
        "count": len(elements),
        "max": most,
    }
    yield Hit(surplus.place, values, constraint=constraint, related=(Related(first.place, _FIRST),) if most else ())
