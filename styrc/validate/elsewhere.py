"""Where a name belongs that cannot stand where it is written, and why: another kind of document, or another kind."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.schema import Constraint, Schema


def homes_of_section(schema: Schema, heading: str, besides: str) -> tuple[str, ...]:
    """The kinds of document that have a section with this heading; none where `besides` has it too."""
    found = tuple(name for name in schema.documents if heading.casefold() in _sections(schema, name))
    return () if besides in found else found


def _sections(schema: Schema, document: str) -> set[str]:
    held = schema.holdings(document)
    words = (schema.section_words(one) if one in schema.kinds else (one,) for one in held)
    return {word.casefold() for ones in words for word in ones}


def reason_for_section(schema: Schema, heading: str, homes: tuple[str, ...]) -> Constraint | None:
    """What the model says of a section where it belongs: of the table, of what a chapter holds, of the chapter."""
    table = schema.tables.get(heading)
    return next((one for one in (table, *_holdings(schema, heading.casefold(), homes)) if one and _says(one)), None)


def _holdings(schema: Schema, heading: str, homes: tuple[str, ...]) -> Iterator[Constraint]:
    for home in homes:
        for chapter in schema.documents[home].chapters.values():
            for held, holding in chapter.holds.items():
                words = schema.section_words(held) if held in schema.kinds else (held,)
                if heading in (word.casefold() for word in words):
                    yield holding
                    yield chapter


def kinds_with(schema: Schema, name: str) -> tuple[str, ...]:
    """The kinds that have a field or a link of this name."""
    return tuple(kind for kind, one in schema.kinds.items() if name in one.fields or name in one.links)


def reason_for_field(schema: Schema, name: str, kinds: tuple[str, ...]) -> Constraint | None:
    """What the model says of a field or a link in the kinds that have it."""
    has = (schema.kinds[kind] for kind in kinds)
    return next((one for kind in has if (one := kind.fields.get(name) or kind.links.get(name)) and _says(one)), None)


def _says(constraint: Constraint) -> bool:
    return bool(constraint.id or constraint.why)
