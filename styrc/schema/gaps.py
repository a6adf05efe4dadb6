"""What is well formed in a steering model and cannot mean anything, or may mean two things."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.schema.kind import Kind
from styrc.schema.language import ANY, NONE
from styrc.schema.model import Schema
from styrc.schema.read_relations import gaps_in_relations
from styrc.schema.read_reports import gaps_in_reports
from styrc.schema.theory import Type

Gap = tuple[tuple[str | int, ...], str, dict[str, object]]


def gaps(schema: Schema) -> Iterator[Gap]:
    """What is well formed but cannot mean anything."""
    for name, kind in schema.kinds.items():
        if name in (ANY, NONE):
            yield ("kinds", name), "reserved", {"name": name}
        yield from _gaps_in(("kinds", name), kind)
        yield from gaps_in_relations(("kinds", name), kind, schema)
    for part, check in schema.texts:
        if not (check.check or check.why):
            name = part.replace("_", " ")
            yield ("texts", name), "reason", {"name": name}
    carried = {id_ for _, constraint in schema.constraints() for id_ in constraint.id}
    for name in schema.unchecked:
        if name in carried:
            yield ("unchecked", name), "checked", {"name": name}
    for name, document in schema.documents.items():
        yield from _shared_words(name, schema)
        yield from gaps_in_relations(schema.path_of_document(name), document, schema)
    yield from gaps_in_reports(schema)


def _gaps_in(path: tuple[str, ...], kind: Kind) -> Iterator[Gap]:
    """A choice without values, one name for both a field and a link, and a wording that asks for nothing."""
    for key, field in kind.fields.items():
        if field.type is Type.CHOICE and not (field.of or field.scale or field.list_):
            yield (*path, "fields", key), "choice", {"name": key}
        if key in kind.links:
            yield (*path, "links", key), "twice", {"name": key}
    for number, wording in enumerate(kind.wordings):
        if not (wording.avoid or wording.hold):
            yield (*path, "wordings", number), "wording", {"name": path[-1]}


def _shared_words(name: str, schema: Schema) -> Iterator[Gap]:
    """One word for two kinds in a document: nobody could tell which a section holds."""
    words: dict[str, str] = {}
    told: set[str] = set()
    for held in schema.holdings(name):
        for word in dict.fromkeys(schema.section_words(held)) if held in schema.kinds else ():
            one = words.setdefault(word.casefold(), held)
            if one != held and held not in told:
                told.add(held)
                yield schema.path_of_document(name), "word", {"word": word, "one": one, "other": held, "document": name}
