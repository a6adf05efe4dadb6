"""Units that do not stand to each other as the steering model says: a taker who is not below the giver."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from styrc.diagnostic import Related as Also
from styrc.element import Scalar
from styrc.organisation import Organisation
from styrc.plan import Plan, Tied
from styrc.rule import Hit
from styrc.rules.relating import TIMES, Related, related
from styrc.rules.wording import either, quoted
from styrc.schema.relation import OWN
from styrc.source import Place
from styrc.text import AnyOf, Text

Field = tuple[Place, str]
"""A row, and one of its fields."""

_MOST = 5
_TARGET = Text("Det är den här raden som hänvisningen leder till.", "This is the row that the reference leads to.")
_HERE = {
    "same as": Text("{unit}", "{unit}"),
    "other than": Text("någon annan än {unit}", "someone other than {unit}"),
    "below": Text("någon under {unit}", "someone below {unit}"),
    "directly below": Text("någon närmast under {unit}", "someone directly below {unit}"),
}
"""Whom a relation asks for where it stands."""
_THERE = _HERE | {
    "below": Text("någon ovanför {unit}", "someone above {unit}"),
    "directly below": Text("den närmast ovanför {unit}", "the one directly above {unit}"),
}
"""Whom it asks for at the other end of a link."""


def unit_out_of_line(plan: Plan) -> Iterator[Hit]:
    """A unit in the wrong place in the chain; told at the field that names it, or at the link that leads to it."""
    within, across = _failing(plan)
    wrong = _named_wrongly(within)
    for one in within:
        yield _within(plan, one)
    for one, tied in across:
        ends = {(one.subject.place, one.relation.field), (tied.target.place, one.relation.of)}
        if wrong.isdisjoint(ends):
            yield _across(plan, one, tied)


def units_at_fault(plan: Plan) -> set[Field]:
    """The fields that name a unit in the wrong place, which is told there."""
    return _named_wrongly(_failing(plan)[0])


def _failing(plan: Plan) -> tuple[list[Related], list[tuple[Related, Tied]]]:
    """What fails within a row, and across a link. A field told to be wrong by itself is not compared with others."""
    failing = [one for one in related(plan) if _is_asked(one) and not _holds(plan.organisation, one)]
    within = [one for one in failing if one.tied is None]
    fixed = _named_wrongly(one for one in within if OWN in one.sides)
    told = [one for one in within if OWN in one.sides or fixed.isdisjoint((one.subject.place, it) for it in one.sides)]
    return told, [(one, one.tied) for one in failing if one.tied is not None]


def _is_asked(one: Related) -> bool:
    return one.is_of_units and one.relation.is_ not in TIMES


def _named_wrongly(within: Iterable[Related]) -> set[Field]:
    """The fields to be mended: of each relation the first that is no unit of the row's own."""
    return {(one.subject.place, next((side for side in one.sides if side != OWN), OWN)) for one in within}


def _holds(organisation: Organisation, one: Related) -> bool:
    """Whether the units stand as they must; one that does not exist is told elsewhere."""
    left, right = ([str(unit) for unit in units] for units in (one.left, one.right))
    if not organisation.units.keys() >= {*left, *right}:
        return True
    if one.relation.is_ == "same as":
        return not set(left).isdisjoint(right)
    if one.relation.is_ == "other than":
        return set(left).isdisjoint(right)
    return all(any(_is_below(organisation, unit, above, one.relation.is_) for above in right) for unit in left)


def _is_below(organisation: Organisation, unit: str, above: str, how: str) -> bool:
    if how == "directly below":
        return organisation.units[unit].parent == above
    return unit != above and organisation.is_in_line(unit, above)


def _within(plan: Plan, one: Related) -> Hit:
    """A unit that does not go with another in the same row."""
    relation, near = one.relation, _near(plan, one)
    values = {
        "name": one.subject.name,
        "field": Text("enheten", "the unit") if relation.field == OWN else quoted([relation.field])[0],
        "value": _names(plan, one.left),
        "wanted": _wanted(plan, _HERE[relation.is_], one.right, relation.of),
        "fields": AnyOf(tuple(name for name in (relation.field, relation.of) if name != OWN)),
        "near": near,
    }
    return Hit(one.place, values, "near" if near.words else "", relation)


def _across(plan: Plan, one: Related, tied: Tied) -> Hit:
    """A link to something of a unit that does not go with the own."""
    relation = one.relation
    values = {
        "link": relation.through,
        "id": tied.target.id,
        "of": relation.of,
        "other": _names(plan, one.right),
        "wanted": _wanted(plan, _THERE[relation.is_], one.left, relation.field),
    }
    variant = "target's unit" if relation.of == OWN else "target's several" if len(one.right) > 1 else "target"
    return Hit(one.place, values, variant, relation, (Also(tied.target.place.at(relation.of), _TARGET),))


def _wanted(plan: Plan, words: Text, units: Iterable[Scalar], field: str) -> Text:
    """Whom the relation asks for, and in which field that is written."""
    names = either(_names(plan, units))
    sv, en = ("", "") if field == OWN else (f", som är ”{field}”", f", who is “{field}”")
    return Text(words.sv.format(unit=names.sv + sv), words.en.format(unit=names.en + en))


def _names(plan: Plan, units: Iterable[Scalar]) -> tuple[str, ...]:
    return tuple(plan.organisation.name(str(unit)) for unit in units)


def _near(plan: Plan, one: Related) -> AnyOf:
    """The units that could stand in the field, where they are few enough to be read out."""
    field = one.subject.fields.get(one.relation.field)
    if field is None:
        return AnyOf(())
    units = [unit for unit in plan.organisation.units.values() if not field.levels or unit.level in field.levels]
    fit = tuple(unit.id for unit in units if _holds(plan.organisation, one._replace(left=(unit.id,))))
    return AnyOf(fit if len(fit) <= _MOST else ())
