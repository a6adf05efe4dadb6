"""Step 2. Files and the steering model -> what each file says: documents, elements, chapters and tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from styrc.diagnostic import Diagnostic
from styrc.element import Document, Element, FigureTable, Prose
from styrc.names import nearest
from styrc.organisation import Organisation
from styrc.schema import Schema
from styrc.source import Place, Raw, SourceFile
from styrc.text import AnyOf
from styrc.validate.elements import Sections
from styrc.validate.header import header
from styrc.validate.reader import Reader
from styrc.validate.settings import settings
from styrc.validate.tables import table
from styrc.words import Words

__all__ = ["Content", "settings", "validate"]


@dataclass
class Content:
    """What all files say together, before anything is linked."""

    documents: list[Document] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    unread: dict[str, frozenset[str]] = field(default_factory=dict)
    """For each file that could not be read whole: the ids in it."""


def validate(
    sources: Mapping[str, SourceFile], texts: Mapping[str, str], schema: Schema, organisation: Organisation, words: Words
) -> tuple[Content, list[Diagnostic]]:
    """Type every value by the model. `texts` are the Markdown files of the project, by name. Rows with faults are kept, marked broken."""
    reader, content = Reader(schema, words, organisation), Content()
    heads = {name: header(source, reader) for name, source in sorted(sources.items())}
    documents = [head for head in heads.values() if head is not None]
    parts: dict[int, _Parts] = {id(document): _Parts({}, {}) for document in documents}
    for name, source in sorted(sources.items()):
        document = heads[name] or _owner(source, heads, reader)
        if not source.whole:
            content.unread[name] = source.unread_ids
        if document is None:
            continue
        content.elements += _body(source, texts, document, parts[id(document)], reader)
        if not source.whole:
            parts[id(document)].whole = False
    content.documents = [
        replace(one, chapters=parts[id(one)].chapters, tables=parts[id(one)].tables, whole=parts[id(one)].whole) for one in documents
    ]
    return content, reader.found


@dataclass
class _Parts:
    """Chapters and tables of one document, gathered from its files."""

    chapters: dict[str, Prose]
    tables: dict[str, FigureTable]
    whole: bool = True


def _owner(source: SourceFile, heads: Mapping[str, Document | None], reader: Reader) -> Document | None:
    """The document that a file without a header belongs to: the one it names, or the only one in the nearest folder."""
    keys, place = reader.words.document, Place(source.name)
    if not isinstance(source.value, dict):
        if source.whole and source.value is not None:
            reader.say("STY010", place)
        return None
    if keys.document in source.value:
        return None  # its header was told to be wrong
    named = source.value.get(keys.belongs_to)
    documents = [head for head in heads.values() if head is not None]
    if isinstance(named, str):
        matching = [one for one in documents if one.id == named]
        if not matching:
            near = nearest(named, [one.id for one in documents])
            reader.say("STY111", place.at(keys.belongs_to), "near" if near else "unknown", value=named, near=AnyOf(near))
        return matching[0] if matching else None
    for folder in PurePosixPath(source.name).parents:
        beside = [one for one in documents if PurePosixPath(one.place.file).parent == folder]
        if len(beside) == 1:
            return beside[0]
        if beside:
            reader.say("STY111", place, "several", folder=str(folder), documents=AnyOf(tuple(one.id for one in beside)))
            return None
    if source.whole:
        reader.say("STY111", place, key=keys.document)
    return None


def _body(source: SourceFile, texts: Mapping[str, str], document: Document, parts: _Parts, reader: Reader) -> list[Element]:
    """Read everything in a file below its header."""
    keys, schema, place = reader.words.document, reader.schema, Place(source.name)
    kind = schema.documents[document.kind]
    sections = Sections(reader, document)
    holdings = schema.holdings(document.kind)
    general = (keys.document, keys.id, keys.title, keys.period, keys.unit, keys.state, keys.decision, keys.belongs_to)
    top = source.value if isinstance(source.value, dict) else {}
    for key, raw in top.items():
        if key in general or key in kind.fields:
            continue
        if key == keys.chapters:
            _chapters(raw, place.at(key), texts, document, parts, reader)
        elif key in holdings and key in schema.tables:
            if key in parts.tables:
                reader.say("STY121", place.key(key), name=key, document=document.title)
            parts.tables[key] = table(key, raw, place.at(key), document, reader)
        elif (element_kind := sections.words.get(key.casefold())) is not None:
            sections.section(element_kind, raw, place.at(key))
        else:
            _unknown_section(key, raw, place, document, sections, reader)
    return sections.elements


def _unknown_section(key: str, raw: Raw, place: Place, document: Document, sections: Sections, reader: Reader) -> None:
    """A heading that this document does not have: in another kind of document, or nowhere."""
    schema, keys = reader.schema, reader.words.document
    homes = tuple(
        name
        for name in schema.documents
        for holding in schema.holdings(name)
        if key.casefold() == holding.casefold()
        or (holding in schema.kinds and key.casefold() in (word.casefold() for word in schema.section_words(holding)))
    )
    if homes:
        reader.say("STY112", place.key(key), name=key, document=document.kind, homes=AnyOf(tuple(dict.fromkeys(homes))))
        return
    known = [schema.words(kind) for kind in sections.kinds]
    known += [name for name in schema.holdings(document.kind) if name in schema.tables]
    general = (keys.title, keys.period, keys.unit, keys.state, keys.decision, keys.chapters)
    reader.unknown(place, key, raw, dict.fromkeys((*known, *general, *schema.documents[document.kind].fields)))


def _chapters(raw: Raw, place: Place, texts: Mapping[str, str], document: Document, parts: _Parts, reader: Reader) -> None:
    chapters = reader.schema.documents[document.kind].chapters
    for key, value in reader.mapping(raw, place).items():
        if key not in chapters:
            reader.unknown(place, key, value, chapters)
            continue
        if key in parts.chapters:
            reader.say("STY121", place.key(key), name=key, document=document.title)
            continue
        prose = _prose(value, place.at(key), texts, reader)
        if prose is not None:
            parts.chapters[key] = prose


def _prose(raw: Raw, place: Place, texts: Mapping[str, str], reader: Reader) -> Prose | None:
    """A text written in place, or in a Markdown file beside. An empty text is kept: a rule tells what the chapter needs."""
    key = reader.words.file.file
    if raw is None or isinstance(raw, str):
        return Prose(raw or "", place)
    if not isinstance(raw, dict) or set(raw) != {key} or not isinstance(raw[key], str):
        reader.say("STY104", place, "chapter", name=str(place.path[-1]), key=key)
        return Prose("", place, broken=True)
    name = _inside(place.file, str(raw[key]))
    if name is None:
        reader.say("STY116", place.at(key), "outside", file=raw[key])
    elif name not in texts:
        near = nearest(name, texts)
        reader.say("STY116", place.at(key), "near" if near else "", file=name, near=AnyOf(near))
    return Prose(texts[name], Place(name)) if name in texts else Prose("", place, broken=True)


def _inside(file: str, path: str) -> str | None:
    """A path relative to a file, as a name in the project; None where it leads out of the project."""
    steps: list[str] = list(PurePosixPath(file).parent.parts)
    if path.startswith("/") or "\\" in path or ":" in path:
        return None
    for step in PurePosixPath(path).parts:
        if step == "..":
            if not steps:
                return None
            steps.pop()
        else:
            steps.append(step)
    return "/".join(steps)
