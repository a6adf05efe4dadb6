"""Step 2. Files and the steering model -> what each file says: documents, elements, chapters and tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from posixpath import relpath

from styrc.diagnostic import Diagnostic, Severity
from styrc.element import Answer, Document, Element, FigureTable, Outcome, Prose
from styrc.names import NAMELESS, nearest, slug
from styrc.organisation import Organisation
from styrc.schema import Schema
from styrc.source import Place, Raw, SourceFile
from styrc.text import AnyOf
from styrc.validate.answers import Answers
from styrc.validate.elements import Sections
from styrc.validate.header import header, is_unsure
from styrc.validate.keys import Keys
from styrc.validate.reader import Reader, is_empty
from styrc.validate.series import Series
from styrc.validate.settings import settings
from styrc.validate.tables import table
from styrc.words import Words

__all__ = ["Content", "settings", "validate"]


@dataclass
class Content:
    """What all files say together, before anything is linked."""

    documents: list[Document] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    unread: dict[str, frozenset[str]] = field(default_factory=dict)
    """For each file that could not be read whole: the ids in it, and `NAMELESS` where some rows have none."""
    series: dict[str, str] = field(default_factory=dict)
    """The files with series of outcomes, as they were read."""


def validate(
    sources: Mapping[str, SourceFile],
    texts: Mapping[str, str],
    schema: Schema,
    organisation: Organisation,
    words: Words,
    series: Mapping[str, bytes] | None = None,
) -> tuple[Content, list[Diagnostic]]:
    """Type every value by the model. `texts` are the Markdown files, `series` those with outcomes from a spreadsheet.

    Rows with faults are kept, marked broken.
    """
    reader, content = Reader(schema, words, organisation, sources), Content()
    heads = {name: header(source, reader) for name, source in sorted(sources.items())}
    documents = [head for head in heads.values() if head is not None]
    parts: dict[int, _Parts] = {id(document): _Parts() for document in documents}
    owners = _Owners(heads, sources, reader)
    reports: list[tuple[SourceFile, Document]] = []
    for name, source in sorted(sources.items()):
        document = owners.of(source)
        if document is None:
            if source.value is not None or not source.whole:
                content.unread[name] = _ids_in(source.value, words.element.id) | source.unread_ids
            continue
        parts[id(document)].files.add(name)
        content.elements += _body(source, texts, document, parts[id(document)], reader)
        reports += [(source, document)] if document.kind in schema.reports else []
        lost = source.unread_ids | ({NAMELESS} if name in reader.nameless else frozenset())
        if not source.whole or lost:
            content.unread[name] = lost
            parts[id(document)].whole = False
    kinds = _kinds_by_id(content.elements)
    for source, document in reports:
        _answers(source, document, kinds, content, reader)
    _series(series or {}, content, reader)
    content.documents = [
        replace(one, chapters=part.chapters, tables=part.tables, files=frozenset(part.files), whole=part.whole)
        for one, part in ((one, parts[id(one)]) for one in documents)
    ]
    drafts = {file for one in content.documents if not one.decided for file in one.files}
    return content, [_in_a_draft(one) if one.place.file in drafts else one for one in reader.findings()]


def _in_a_draft(one: Diagnostic) -> Diagnostic:
    """A finding in a document that is not decided: what is only missing, or not filled in yet, is a warning there."""
    return replace(one, severity=Severity.WARNING) if one.absence or one.code == "STY103" else one


@dataclass
class _Parts:
    """What one document is made of, gathered from its files."""

    chapters: dict[str, Prose] = field(default_factory=dict)
    tables: dict[str, FigureTable] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)
    whole: bool = True


def _ids_in(raw: Raw, key: str) -> frozenset[str]:
    """Every id in a file that belongs to no document, so that references to them are not called unknown."""
    found: set[str] = set()
    left = [raw]
    while left:
        here = left.pop()
        if isinstance(here, dict):
            id_ = here.get(key)
            found |= {id_} if isinstance(id_, str) else set()
            left += here.values()
        elif isinstance(here, list):
            left += here
    return frozenset(found)


@dataclass
class _Owners:
    """Finds the document that each file belongs to."""

    heads: Mapping[str, Document | None]
    sources: Mapping[str, SourceFile]
    reader: Reader

    def __post_init__(self) -> None:
        self.documents = [head for head in self.heads.values() if head is not None]
        heads = [name for name, head in self.heads.items() if head is None and self._may_be_head(self.sources[name])]
        self.unknown = frozenset(heads)
        """Files with a header that could not be understood: what belongs to them has no document."""

    def _may_be_head(self, source: SourceFile) -> bool:
        key = self.reader.words.document.document
        if isinstance(source.value, dict):
            return key in source.value or (not source.whole and f"\n{key}:" in f"\n{source.text}")
        return not source.whole

    def of(self, source: SourceFile) -> Document | None:
        """The document that a file begins, the one that it names, or the only one in the nearest folder."""
        if (head := self.heads[source.name]) is not None:
            return head
        if not isinstance(source.value, dict):
            if source.whole and source.value is not None:
                self.reader.say("STY010", Place(source.name), key=self.reader.words.document.document)
            return None
        if source.name in self.unknown or self._has_stray_header(source):
            return None
        keys, place = self.reader.words.document, Place(source.name)
        if keys.belongs_to in source.value:
            named = self.reader.text(source.value, keys.belongs_to, place)
            return self._named(named, place.at(keys.belongs_to)) if named else None
        return self._beside(source)

    def _has_stray_header(self, source: SourceFile) -> bool:
        """Whether a file has lines of a header but not the first, so that nobody knows what it is."""
        keys, top = self.reader.words.document, source.value if isinstance(source.value, dict) else {}
        if keys.belongs_to in top:
            return False
        stray = next((key for key in (keys.period, keys.unit, keys.decision, keys.state) if key in top), None)
        if stray is None:
            return False
        self.reader.say("STY111", Place(source.name).key(stray), "header", name=stray, key=keys.document)
        return True

    def _named(self, named: str, place: Place) -> Document | None:
        matching = [one for one in self.documents if one.id == named]
        if not matching and not self.unknown and not any(is_unsure(one) for one in self.documents):
            said = named.casefold()
            meant = tuple(one.id for one in self.documents if said in (one.unit, one.title.casefold(), slug(one.id)))
            near = meant or nearest(named, [one.id for one in self.documents])
            self.reader.say("STY111", place, "near" if near else "unknown", value=named, near=AnyOf(near))
        return matching[0] if matching else None

    def _beside(self, source: SourceFile) -> Document | None:
        place, key = Place(source.name), self.reader.words.document.document
        for folder in PurePosixPath(source.name).parents:
            if any(PurePosixPath(name).parent == folder for name in self.unknown):
                return None
            beside = [one for one in self.documents if PurePosixPath(one.place.file).parent == folder]
            if len(beside) == 1:
                return beside[0]
            if beside:
                named = AnyOf(tuple(one.id for one in beside))
                self.reader.say("STY111", place, "several", documents=named, key=self.reader.words.document.belongs_to)
                return None
        self.reader.say("STY111", place, key=key)
        return None


def _body(
    source: SourceFile, texts: Mapping[str, str], document: Document, parts: _Parts, reader: Reader
) -> list[Element]:
    """Read everything in a file below its header."""
    keys, place = reader.words.document, Place(source.name)
    begins = document.place.file == source.name
    vocabulary = reader.vocabulary(document.kind)
    written = source.value if isinstance(source.value, dict) else {}
    top = reader.tops[source.name] if begins else reader.mended(written, place, vocabulary.further_on)
    sections = Sections(reader, vocabulary, document)
    for key, raw in top.items():
        if key in vocabulary.header:
            if not begins:
                reader.say("STY111", place.key(key), "header", name=key, key=keys.document)
        elif key == keys.chapters:
            _chapters(raw, reader.at(place, key), texts, document, parts, reader)
        elif key in vocabulary.tables:
            _table(key, raw, reader.at(place, key), document, parts, reader)
        elif (kind := vocabulary.sections.get(key.casefold())) is not None:
            sections.section(kind, raw, reader.at(place, key))
    return sections.elements


def _kinds_by_id(elements: list[Element]) -> dict[str, tuple[str, ...]]:
    """The kinds of all elements that have an id."""
    kinds: dict[str, tuple[str, ...]] = {}
    for one in elements:
        kinds[one.id] = tuple(dict.fromkeys((*kinds.get(one.id, ()), one.kind)))
    return kinds


def _answers(
    source: SourceFile, document: Document, kinds: Mapping[str, tuple[str, ...]], content: Content, reader: Reader
) -> None:
    """Read what a report says of elements. Every plan is read before: an element's kind tells what may be said."""
    keys, place = reader.words.report, Place(source.name)
    section = Answers(reader, document, reader.schema.reports[document.kind], kinds)
    top = reader.tops.get(source.name) or (source.value if isinstance(source.value, dict) else {})
    if keys.answers in top:
        content.answers += section.answers(top[keys.answers], reader.at(place, keys.answers))
    if keys.outcomes in top:
        content.outcomes += section.outcomes(top[keys.outcomes], reader.at(place, keys.outcomes))


def _series(files: Mapping[str, bytes], content: Content, reader: Reader) -> None:
    """Read the series of outcomes. What an untrusted file holds is not known, so nothing can be said to be missing."""
    section = Series(reader)
    content.outcomes += section.outcomes(files)
    content.series = section.texts
    content.unread |= {name: frozenset() for name in section.untrusted}


def _table(key: str, raw: Raw, place: Place, document: Document, parts: _Parts, reader: Reader) -> None:
    if key in parts.tables:
        reader.say("STY121", replace(place, on_key=True), name=key, document=document.title)
    parts.tables[key] = table(key, raw, place, document, reader)


def _chapters(
    raw: Raw, place: Place, texts: Mapping[str, str], document: Document, parts: _Parts, reader: Reader
) -> None:
    names = tuple(reader.schema.documents[document.kind].chapters)
    row = reader.mended(reader.mapping(raw, place), place, Keys(names))
    for key, value in row.items():
        here = reader.at(place, key)
        if key in parts.chapters:
            reader.say("STY121", replace(here, on_key=True), name=key, document=document.title)
            continue
        parts.chapters[key] = _prose(value, here, texts, reader)
    if not isinstance(raw, dict) and not is_empty(raw):  # told; what stands there may be any chapter
        parts.chapters.update((name, Prose("", place, broken=True)) for name in names if name not in parts.chapters)


def _prose(raw: Raw, place: Place, texts: Mapping[str, str], reader: Reader) -> Prose:
    """A text written in place or in a Markdown file. An empty text is kept: a rule tells what the chapter needs."""
    key = reader.words.file.file
    if raw is None or isinstance(raw, str):
        return Prose(raw or "", place)
    if not isinstance(raw, dict) or set(raw) != {key} or not isinstance(raw[key], str):
        reader.say("STY104", place, "chapter", name=str(place.path[-1]), key=key)
        return Prose("", place, broken=True)
    written = str(raw[key])
    name = _inside(place.file, written)
    if name is not None and name in texts:
        return Prose(texts[name], Place(name))
    if name is None:
        reader.say("STY116", place.at(key), "outside", file=written)
    else:
        folder = PurePosixPath(place.file).parent
        near = tuple(relpath(one, folder) for one in nearest(name, texts))
        reader.say("STY116", place.at(key), "near" if near else "", file=written, near=AnyOf(near))
    return Prose("", place, broken=True)


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
