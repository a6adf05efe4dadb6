"""Values that must differ and do not, or must agree and do not: a target that is where one already stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from styrc.element import Scalar
from styrc.plan import Plan
from styrc.quantity import Target, write_target
from styrc.quantity.target import Aim
from styrc.rule import Hit
from styrc.rules.relating import TIMES, Related, related
from styrc.rules.wording import quoted
from styrc.text import Text


def values_at_odds(plan: Plan) -> Iterator[Hit]:
    """Two values that do not go together; told at the field that the model asks about."""
    for one in related(plan):
        if one.is_of_units or one.relation.is_ in TIMES or _holds(one):
            continue
        relation, target = one.relation, one.tied.target if one.tied else None
        of = quoted([relation.of])[0]
        values = {
            "name": one.subject.name,
            "field": relation.field,
            "of": Text(f"{of.sv} i ”{target.id}”", f"{of.en} in “{target.id}”") if target else of,
            "value": _spoken(plan, one.left),
            "other": _spoken(plan, one.right),
        }
        yield Hit(one.place, values, "same" if relation.is_ == "same as" else "", relation)


def _holds(one: Related) -> bool:
    left, right = ({_plain(value) for value in values} for values in (one.left, one.right))
    if one.relation.is_ == "same as":
        return not left.isdisjoint(right)
    keeps = Target(Aim.KEEP) in (*one.left, *one.right)
    return left.isdisjoint(right) and not keeps


def _plain(value: Scalar) -> object:
    """A value as it is compared: a text by its words, a target that a number reaches as that number."""
    if isinstance(value, Target):
        return value.low if value.aim in (Aim.EXACT, Aim.AT_LEAST, Aim.AT_MOST) else value
    return " ".join(value.casefold().split()).rstrip(".") if isinstance(value, str) else value


def _spoken(plan: Plan, values: Iterable[Scalar]) -> tuple[object, ...]:
    return tuple(write_target(value, plan.words) if isinstance(value, Target) else value for value in values)
