"""What a schema's relations, alternatives and comparisons name, and those of them that cannot mean anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from styrc.schema.document import DocumentKind
from styrc.schema.kind import Field, Kind
from styrc.schema.model import Schema
from styrc.schema.relation import OWN, RESERVED, Relation
from styrc.schema.theory import Type

Path = tuple[str | int, ...]

_UNITS = ("below", "directly below")
_TIMES = ("within", "after")
_OF_TIME = (Type.DATE, Type.YEAR, Type.PERIOD)


def names_of_relations(
    path: Path, here: Kind | DocumentKind, schema: Schema
) -> Iterator[tuple[Path, str, tuple[str, ...]]]:
    """Every name that they use for another part of the schema, with its place and the names that would be right."""
    for number, relation in enumerate(here.relations):
        yield from _names((*path, "relations", number), relation, here, schema)
    if not isinstance(here, Kind):
        return
    for number, either in enumerate(here.either):
        for group, names in enumerate(either.groups):
            for at, name in enumerate(names):
                yield (*path, "either", number, "groups", group, at), name, (*here.fields, *here.links)
    for number, unlike in enumerate(here.unlike):
        for at, name in enumerate(unlike.kinds):
            yield (*path, "unlike", number, "kinds", at), name, tuple(schema.kinds)


def _names(
    path: Path, relation: Relation, here: Kind | DocumentKind, schema: Schema
) -> Iterator[tuple[Path, str, tuple[str, ...]]]:
    yield (*path, "field"), relation.field, (OWN, *here.fields)
    if relation.through:
        yield (*path, "through"), relation.through, tuple(_links(here))
    yield (*path, "of"), relation.of, (*RESERVED, *_other_fields(relation, here, schema))


def _links(here: Kind | DocumentKind) -> Iterable[str]:
    return here.links if isinstance(here, Kind) else ()


def _other_fields(relation: Relation, here: Kind | DocumentKind, schema: Schema) -> Mapping[str, Field]:
    """The fields of the other side: those of the kinds that the link leads to, where there is one."""
    if not relation.through:
        return here.fields
    link = here.links.get(relation.through) if isinstance(here, Kind) else None
    kinds = [schema.kinds[kind] for kind in (link.to if link else ()) if kind in schema.kinds]
    return {name: field for kind in kinds for name, field in kind.fields.items()}


def gaps_in_relations(
    path: Path, here: Kind | DocumentKind, schema: Schema
) -> Iterator[tuple[Path, str, dict[str, object]]]:
    """Names that a relation could not tell from its own words, and values that cannot be compared as it asks."""
    for name in here.fields:
        if name in RESERVED:
            yield (*path, "fields", name), "reserved", {"name": name}
    for number, relation in enumerate(here.relations):
        others = _other_fields(relation, here, schema)
        for key, name, fields in (("field", relation.field, here.fields), ("of", relation.of, others)):
            if not _can_be(relation, name, fields):
                yield (*path, "relations", number, key), "relation", {"name": name, "is": relation.is_}


def _can_be(relation: Relation, name: str, fields: Mapping[str, Field]) -> bool:
    """Whether a value can stand in such a relation: units below units, times within times."""
    if name in RESERVED:
        return name == OWN if relation.is_ not in _TIMES else name != OWN
    type_ = fields[name].type if name in fields else None
    if relation.is_ in _UNITS:
        return type_ in (Type.UNIT, None)
    return relation.is_ not in _TIMES or type_ in (*_OF_TIME, None)
