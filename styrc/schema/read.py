"""A schema file -> a Schema, or what is wrong in it, with the place of each mistake."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from types import UnionType
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from styrc.diagnostic import Diagnostic
from styrc.lists import list_names
from styrc.names import nearest
from styrc.schema.document import Decision, DocumentKind
from styrc.schema.gaps import gaps
from styrc.schema.kind import Field, Kind, Link, Need, Per
from styrc.schema.language import Where
from styrc.schema.model import Schema
from styrc.schema.names_of_tables import names_of_amounts, names_of_tables
from styrc.schema.read_relations import names_of_relations
from styrc.schema.read_reports import names_of_answers, names_of_report
from styrc.schema.report import ReportKind
from styrc.schema.theory import Part
from styrc.schema.wording import Wording
from styrc.source import Place, Raw, SourceFile
from styrc.text import AnyOf, Text
from styrc.words import languages, words_in

_TEXT = Text("text", "text")
_KEYS = Text("rader med namn och värde under sig", "lines with a name and a value below it")
_LIST = Text("en lista", "a list")
_WANTED = {
    "int": Text("ett heltal", "a whole number"),
    "bool": Text("yes eller no", "yes or no"),
    "date": Text("ett datum, till exempel 2026-03-31", "a date, for example 2026-03-31"),
    "dict": _KEYS,
    "model": _KEYS,
    "tuple": _LIST,
    "list": _LIST,
}
_QUOTED = re.compile(r"'([^']*)'")


def read_schema(source: SourceFile) -> tuple[Schema | None, list[Diagnostic]]:
    """The steering model in a file. None when it has mistakes: plans cannot be judged by a faulty model."""
    file = source.name
    try:
        schema = Schema.model_validate(source.value)
    except ValidationError as error:
        found = [_diagnostic(one, source) for one in error.errors(include_url=False)]
        return None, [one for one in found if not _is_only_mistyped(one, found)]
    found = [_unknown(source, *used) for used in _names(schema) if used[1] not in used[2]]
    for path, variant, values in gaps(schema):
        found.append(Diagnostic("STY055", Place(file, path, on_key=True), values, variant))
    return (None if found else schema), found


def _diagnostic(error: ErrorDetails, source: SourceFile) -> Diagnostic:
    """One of Pydantic's errors in our words."""
    kind, loc, file = error["type"], error["loc"], source.name
    here = Place(file, _as_written(source, loc))
    name = str(loc[-1]) if loc else file
    if kind == "extra_forbidden":
        known = _keys_at(loc[:-1])
        near = nearest(name, known)
        values = {"name": name, "near": AnyOf(near), "known": AnyOf(known)}
        return Diagnostic("STY051", replace(here, on_key=True), values, "near" if near else "")
    if kind == "missing":
        return Diagnostic("STY052", Place(file, here.path[:-1]), {"name": name})
    written = error["input"]
    if kind in ("literal_error", "enum") and isinstance(written, str):
        allowed = tuple(_QUOTED.findall(str(error.get("ctx", {}).get("expected", ""))))
        near = nearest(written, allowed)
        values = {"name": _name_in(loc), "value": written, "allowed": AnyOf(allowed), "near": AnyOf(near)}
        return Diagnostic("STY053", here, values, "near" if near else "")
    wanted = next((words for start, words in _WANTED.items() if kind.startswith(start)), _TEXT)
    return Diagnostic("STY054", here, {"name": _name_in(loc) or file, "wanted": wanted})


def _is_only_mistyped(one: Diagnostic, found: list[Diagnostic]) -> bool:
    """Whether a missing key stands there under a name that is nearly right, which is told."""
    if one.code != "STY052":
        return False
    beside = [other for other in found if other.code == "STY051" and other.place.path[:-1] == one.place.path]
    return any(one.values["name"] in near.words for other in beside if isinstance(near := other.values["near"], AnyOf))


def _name_in(loc: Iterable[int | str]) -> str:
    """The nearest name above a place in the file."""
    return next((step for step in reversed(tuple(loc)) if isinstance(step, str)), "")


def _as_written(source: SourceFile, loc: Iterable[int | str]) -> tuple[int | str, ...]:
    """A path as it stands in the file, where `to: goal` may be written for `to: [goal]`."""
    path: tuple[int | str, ...] = ()
    here: Raw = source.value
    for step in loc:
        if isinstance(step, int):
            if not isinstance(here, list):
                continue
            here = here[step] if step < len(here) else None
        else:
            here = here.get(step) if isinstance(here, dict) else None
        path = (*path, step)
    return path


def _keys_at(loc: Iterable[int | str]) -> tuple[str, ...]:
    """The keys that the language allows at a place in a schema file."""
    part: Any = Schema
    for step in loc:
        part = _below(part, step)
    model = _model_in(part)
    return tuple(one.alias or name for name, one in model.model_fields.items()) if model else ()


def _below(part: Any, step: int | str) -> Any:  # noqa: ANN401 - annotations are untyped
    """What the language allows one step down: a field of a model, a value of a dict, an item of a list."""
    model = _model_in(part)
    if model is not None:
        return next((one.annotation for name, one in model.model_fields.items() if (one.alias or name) == step), None)
    inner = [one for one in get_args(part) if one not in (str, Ellipsis, type(None))]
    return inner[0] if inner else None


def _model_in(part: Any) -> type[BaseModel] | None:  # noqa: ANN401 - annotations are untyped
    """The model that an annotation is, or may be."""
    if isinstance(part, type) and issubclass(part, BaseModel):
        return part
    if isinstance(part, UnionType) or get_origin(part) is Annotated:
        return next((found for one in get_args(part) if (found := _model_in(one)) is not None), None)
    return None


def _unknown(source: SourceFile, path: tuple[str | int, ...], name: str, known: tuple[str, ...]) -> Diagnostic:
    place = Place(source.name, _as_written(source, path), on_key=path[-1] == name)
    near = nearest(name, known)
    values = {"name": name, "near": AnyOf(near), "known": AnyOf(known)}
    return Diagnostic("STY056", place, values, "near" if near else "" if known else "none")


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
    for id_, one in schema.unchecked.items():
        if one.source:
            yield ("unchecked", id_, "source", "in"), one.source.in_, tuple(schema.documents_of_record)
    for name, kind in schema.kinds.items():
        yield from _names_of_kind(("kinds", name), kind, schema)
    for name, document in schema.documents.items():
        yield from _names_of_document(schema.path_of_document(name), document, schema)
    yield from names_of_tables(schema.tables, schema.levels)
    if schema.language in languages():
        yield from names_of_amounts(schema.kinds, schema.tables, words_in(schema.language).money)


def _names_of_kind(path: tuple[str | int, ...], kind: Kind, schema: Schema) -> Iterator[_Name]:
    for key, field in kind.fields.items():
        yield from _names_of_field((*path, "fields", key), field, kind, schema)
    for key, link in kind.links.items():
        yield from _names_of_link((*path, "links", key), link, schema)
    for number, need in enumerate(kind.needs):
        yield from _names_of_need((*path, "needs", number), need, kind, schema)
    for number, per in enumerate(kind.per):
        yield from _names_of_per((*path, "per", number), per, (*kind.fields, *kind.links), schema)
    yield from names_of_relations(path, kind, schema)
    for number, wording in enumerate(kind.wordings):
        yield from _names_of_wording((*path, "wordings", number), wording, kind, schema)
    yield from names_of_answers(path, kind, schema, lambda at, field, of: _names_of_field(at, field, of, schema))


def _names_of_wording(path: tuple[str | int, ...], wording: Wording, kind: Kind, schema: Schema) -> Iterator[_Name]:
    lists = schema.lists_of_words()
    yield from _each((*path, "avoid"), wording.avoid, lists)
    yield from _each((*path, "hold"), wording.hold, lists)
    yield from _each((*path, "fields"), wording.fields, (*_general_fields(kind, schema), *kind.fields))
    if wording.unless:
        yield (*path, "unless"), wording.unless, tuple(kind.fields)
    yield from _names_of_where((*path, "when"), wording.when, (*kind.fields, *kind.links))


def _general_fields(kind: Kind, schema: Schema) -> Iterator[str]:
    """The title and the text, by the words of the language, where the model has not renamed them."""
    if schema.language in languages():
        general, parts = words_in(schema.language).element, {field.part for field in kind.fields.values()}
        yield from (
            name for part, name in ((Part.TITLE, general.title), (Part.TEXT, general.text)) if part not in parts
        )


def _names_of_field(path: tuple[str | int, ...], field: Field, kind: Kind | None, schema: Schema) -> Iterator[_Name]:
    if field.scale:
        yield (*path, "scale"), field.scale, tuple(schema.scales)
    if field.list_:
        yield (*path, "list"), field.list_, list_names()
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
    said = [key for one in answers for key in (*one.fields, *one.links)]
    yield from _names_of_where((*path, "where"), need.where, said)
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
    yield from _names_of_decision((*path, "decision"), document.decision, schema)
    if document.covers:
        yield from _each((*path, "covers", "levels"), document.covers.levels, schema.levels)
    for number, per in enumerate(document.per):
        yield from _names_of_per((*path, "per", number), per, document.fields, schema)
    for key, field in document.fields.items():
        yield from _names_of_field((*path, "fields", key), field, None, schema)
    yield from names_of_relations(path, document, schema)
    for key, chapter in document.chapters.items():
        for held in chapter.holds:
            yield (*path, "chapters", key, "holds", held), held, (*schema.kinds, *schema.tables)
        yield from _each((*path, "chapters", key, "answers"), chapter.answers, schema.kinds)
    if isinstance(document, ReportKind):
        yield from names_of_report(path, document, schema)


def _names_of_decision(path: tuple[str | int, ...], decision: Decision, schema: Schema) -> Iterator[_Name]:
    if decision.by:
        yield from _each((*path, "by", "any of"), decision.by.any_of, (*schema.levels, *schema.offices))
    if decision.after:
        yield from _each((*path, "after", "documents"), decision.after.documents, schema.documents)
    if decision.month and schema.language in languages():
        months = words_in(schema.language).months
        yield from _each((*path, "month", "months"), decision.month.months, months)
        if decision.month.election_year:
            election = (*path, "month", "election year")
            yield from _each((*election, "months"), decision.month.election_year.months, months)
