"""A schema file -> a Schema, or what is wrong in it, with the place of each mistake."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from styrc.diagnostic import Diagnostic
from styrc.names import nearest
from styrc.schema.document import DocumentKind
from styrc.schema.kind import Field, Kind, Link, Need, Per
from styrc.schema.language import ANY, NONE, Where
from styrc.schema.model import Schema
from styrc.schema.theory import Type
from styrc.source import Place, SourceFile
from styrc.text import AnyOf, Text
from styrc.words import languages, words_in

_WANTED = {
    "int": Text("ett heltal", "a whole number"),
    "bool": Text("yes eller no", "yes or no"),
    "date": Text("ett datum, till exempel 2026-03-31", "a date, for example 2026-03-31"),
    "string": Text("text", "text"),
    "dict": Text("nycklar med värden under", "keys with values under them"),
    "model": Text("nycklar med värden under", "keys with values under them"),
    "tuple": Text("en lista", "a list"),
    "list": Text("en lista", "a list"),
}
_QUOTED = re.compile(r"'([^']*)'")


def read_schema(source: SourceFile) -> tuple[Schema | None, list[Diagnostic]]:
    """The steering model in a file. None when it has mistakes: plans cannot be judged by a faulty model."""
    place = Place(source.name)
    try:
        schema = Schema.model_validate(source.value)
    except ValidationError as error:
        return None, [_diagnostic(one, place) for one in error.errors(include_url=False)]
    found = [_unknown(place.at(*path), name, known) for path, name, known in _names(schema) if name not in known]
    found += [Diagnostic("STY055", place.at(*path), values, variant) for path, variant, values in _gaps(schema)]
    return (None if found else schema), found


def _diagnostic(error: ErrorDetails, place: Place) -> Diagnostic:
    """One of Pydantic's errors in our words."""
    kind, loc = error["type"], error["loc"]
    here, name = place.at(*loc), str(loc[-1]) if loc else ""
    if kind == "extra_forbidden":
        known = _keys_at(loc[:-1])
        near = nearest(name, known)
        return Diagnostic("STY051", here.__class__(here.file, here.path, on_key=True), {"name": name, "near": AnyOf(near), "known": known}, "near" if near else "")
    if kind == "missing":
        return Diagnostic("STY052", place.at(*loc[:-1]), {"name": name})
    if kind in ("literal_error", "enum"):
        allowed = tuple(_QUOTED.findall(str(error.get("ctx", {}).get("expected", ""))))
        near = nearest(str(error["input"]), allowed)
        values = {"value": error["input"], "allowed": AnyOf(allowed), "near": AnyOf(near)}
        return Diagnostic("STY053", here, values, "near" if near else "")
    wanted = next((words for start, words in _WANTED.items() if kind.startswith(start)), Text("något annat", "something else"))
    return Diagnostic("STY054", here, {"name": name, "wanted": wanted})


def _keys_at(loc: tuple[int | str, ...]) -> tuple[str, ...]:
    """The keys that the language allows at a place in a schema file."""
    model: Any = Schema
    for step in loc:
        if isinstance(model, type) and issubclass(model, BaseModel):
            field = next((one for name, one in model.model_fields.items() if (one.alias or name) == step), None)
            model = _inner(field.annotation) if field else None
    if isinstance(model, type) and issubclass(model, BaseModel):
        return tuple(one.alias or name for name, one in model.model_fields.items())
    return ()


def _inner(annotation: Any) -> Any:  # noqa: ANN401 - annotations are untyped
    """The model inside `dict[str, Model]`, `tuple[Model, ...]` or `Model | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _inner(part)) is not None), None)


def _unknown(place: Place, name: str, known: Iterable[str]) -> Diagnostic:
    near = nearest(name, known)
    values = {"name": name, "near": AnyOf(near), "known": AnyOf(tuple(known))}
    return Diagnostic("STY056", place, values, "near" if near else "")


_Name = tuple[tuple[str | int, ...], str, tuple[str, ...]]
"""A path in the file, a name used there, and the names that would be right."""


def _each(path: tuple[str | int, ...], names: Iterable[str], known: Iterable[str]) -> Iterator[_Name]:
    known = tuple(known)
    for number, name in enumerate(names):
        yield (*path, number), name, known


def _names(schema: Schema) -> Iterator[_Name]:
    """Every name that a part of the schema uses for another part."""
    yield ("language",), schema.language, languages()
    for path, constraint in schema.constraints():
        if constraint.source:
            yield (*path, "source", "in"), constraint.source.in_, tuple(schema.documents_of_record)
        yield from _each((*path, "at"), constraint.at, schema.levels)
    for name, kind in schema.kinds.items():
        yield from _names_of_kind(("kinds", name), name, kind, schema)
    for name, document in schema.documents.items():
        yield from _names_of_document(("documents", name), document, schema)


def _names_of_kind(path: tuple[str | int, ...], name: str, kind: Kind, schema: Schema) -> Iterator[_Name]:
    for key, field in kind.fields.items():
        yield from _names_of_field((*path, "fields", key), field, kind, schema)
    for key, link in kind.links.items():
        yield from _names_of_link((*path, "links", key), link, schema)
    for number, need in enumerate(kind.needs):
        yield from _names_of_need((*path, "needs", number), need, kind, schema)
    for number, per in enumerate(kind.per):
        yield from _names_of_per((*path, "per", number), per, (*kind.fields, *kind.links), schema)


def _names_of_field(path: tuple[str | int, ...], field: Field, kind: Kind | None, schema: Schema) -> Iterator[_Name]:
    if field.scale:
        yield (*path, "scale"), field.scale, tuple(schema.scales)
    yield from _each((*path, "levels"), field.levels, schema.levels)
    if kind is not None:
        yield from _names_of_where((*path, "required when"), field.required_when, (*kind.fields, *kind.links))


def _names_of_link(path: tuple[str | int, ...], link: Link, schema: Schema) -> Iterator[_Name]:
    yield from _each((*path, "to"), link.to, schema.kinds)
    targets = [schema.kinds[to] for to in link.to if to in schema.kinds]
    yield from _names_of_where((*path, "where"), link.where, [key for to in targets for key in (*to.fields, *to.links)])


def _names_of_need(path: tuple[str | int, ...], need: Need, kind: Kind, schema: Schema) -> Iterator[_Name]:
    yield from _each((*path, "kind"), need.kind, schema.kinds)
    answers = [schema.kinds[one] for one in need.kind if one in schema.kinds]
    if need.link:
        yield (*path, "link"), need.link, tuple(key for one in answers for key in one.links)
    if need.for_each:
        yield (*path, "for each"), need.for_each, tuple(kind.fields)
    yield from _names_of_where((*path, "where"), need.where, [key for one in answers for key in (*one.fields, *one.links)])
    yield from _names_of_where((*path, "when"), need.when, (*kind.fields, *kind.links))


def _names_of_per(path: tuple[str | int, ...], per: Per, fields: Iterable[str], schema: Schema) -> Iterator[_Name]:
    fields = tuple(fields)
    yield from _each((*path, "each"), per.each, ("unit", "year", "term", "document", *fields))
    yield from _each((*path, "levels"), per.levels, schema.levels)
    yield from _names_of_where((*path, "where"), per.where, fields)


def _names_of_where(path: tuple[str | int, ...], where: Where, fields: Iterable[str]) -> Iterator[_Name]:
    for key in where:
        yield (*path, key), key, tuple(fields)


def _names_of_document(path: tuple[str | int, ...], document: DocumentKind, schema: Schema) -> Iterator[_Name]:
    yield from _each((*path, "levels"), document.levels, schema.levels)
    decision = document.decision
    if decision.by:
        yield from _each((*path, "decision", "by", "any of"), decision.by.any_of, (*schema.levels, *schema.offices))
    if decision.after:
        yield from _each((*path, "decision", "after", "documents"), decision.after.documents, schema.documents)
    if decision.month and schema.language in languages():
        months = words_in(schema.language).months
        yield from _each((*path, "decision", "month", "months"), decision.month.months, months)
        yield from _each((*path, "decision", "month", "election year"), decision.month.election_year, months)
    if document.covers:
        yield from _each((*path, "covers", "levels"), document.covers.levels, schema.levels)
    for number, per in enumerate(document.per):
        yield from _names_of_per((*path, "per", number), per, document.fields, schema)
    for key, field in document.fields.items():
        yield from _names_of_field((*path, "fields", key), field, None, schema)
    for key, chapter in document.chapters.items():
        for held in chapter.holds:
            yield (*path, "chapters", key, "holds", held), held, (*schema.kinds, *schema.tables)


_Gap = tuple[tuple[str | int, ...], str, dict[str, object]]


def _gaps(schema: Schema) -> Iterator[_Gap]:
    """What is well formed but cannot mean anything: a choice without values, one word for two kinds in a document."""
    for name, kind in schema.kinds.items():
        for key, field in kind.fields.items():
            if field.type is Type.CHOICE and not (field.of or field.scale):
                yield ("kinds", name, "fields", key), "choice", {"name": key}
        for key, field in kind.fields.items():
            if key in kind.links:
                yield ("kinds", name, "links", key), "twice", {"name": key}
    for name in schema.documents:
        words: dict[str, str] = {}
        for held in schema.holdings(name):
            for word in set(schema.section_words(held)) if held in schema.kinds else ():
                if words.setdefault(word, held) != held:
                    yield ("documents", name), "word", {"word": word, "one": words[word], "other": held}
    for where_name in (ANY, NONE):
        if where_name in schema.kinds:
            yield ("kinds", where_name), "reserved", {"name": where_name}
