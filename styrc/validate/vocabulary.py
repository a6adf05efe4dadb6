"""What may be written in the files of a kind of document: the keys of its header, its sections and their rows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from styrc.schema import Field, Kind, Part, Schema, Type
from styrc.validate.keys import Keys
from styrc.words import Words

_LINE = Field(type=Type.LINE, part=Part.TITLE, required=True)
_PROSE = Field(type=Type.PROSE, part=Part.TEXT)


@dataclass
class Vocabulary:
    """The words of one kind of document."""

    schema: Schema
    words: Words
    document: str

    @cached_property
    def header(self) -> tuple[str, ...]:
        """The keys of the header: the general ones, and the model's own."""
        keys = self.words.document
        general = (keys.document, keys.id, keys.title, keys.period, keys.unit, keys.state, keys.decision)
        return (*general, keys.proposals, *self.schema.documents[self.document].fields)

    @cached_property
    def answers(self) -> tuple[str, ...]:
        """The sections that only reports have."""
        keys = self.words.report
        return (keys.outcomes, keys.answers) if self.document in self.schema.reports else ()

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of element that the document holds."""
        return tuple(name for name in self.schema.holdings(self.document) if name in self.schema.kinds)

    @cached_property
    def tables(self) -> tuple[str, ...]:
        """The tables that the document may hold."""
        return tuple(name for name in self.schema.holdings(self.document) if name in self.schema.tables)

    @cached_property
    def sections(self) -> dict[str, str]:
        """For each heading of a section, whatever its case: the kind that it holds."""
        words = {word: kind for kind in reversed(self.kinds) for word in self.schema.section_words(kind)}
        return {word.casefold(): kind for word, kind in words.items()}

    @cached_property
    def at_the_top(self) -> Keys:
        """What may stand at the top of the file that begins the document."""
        keys = self.words.document
        names = (*self.tables, *self.header, *self.answers, keys.chapters)
        return Keys(names, self._headings(self.sections), also=(keys.belongs_to,), document=self.document)

    @cached_property
    def further_on(self) -> Keys:
        """What may stand at the top of its other files; a stray line of the header is told for itself."""
        keys = self.words.document
        also = (*self.header, keys.belongs_to)
        names = (*self.tables, *self.answers, keys.chapters)
        return Keys(names, self._headings(self.sections), also=also, document=self.document)

    @cached_property
    def fields(self) -> dict[str, dict[str, Field]]:
        """The fields of each kind with the general ones, which the model may have renamed."""
        return {kind: self._fields(self.schema.kinds[kind]) for kind in self.kinds}

    @cached_property
    def inside(self) -> dict[str, dict[str, tuple[str, str]]]:
        """For each kind, the headings allowed inside its rows: the kind of the rows below, and their link."""
        return {kind: self._inside(kind) for kind in self.kinds}

    @cached_property
    def in_a_row(self) -> dict[str, Keys]:
        """What may stand in a row of each kind."""
        return {kind: self._keys(kind) for kind in self.kinds}

    def _keys(self, kind: str) -> Keys:
        links, fields = self.schema.kinds[kind].links, self.fields[kind]
        names = (self.words.element.id, *fields, *links)
        lists = frozenset((*links, *(name for name, one in fields.items() if one.many)))
        headings = self._headings({word: inner for word, (inner, _) in self.inside[kind].items()})
        return Keys(names, headings, lists, document=self.document)

    def _headings(self, sections: dict[str, str]) -> dict[str, str]:
        return {heading: self.schema.words(kind) for heading, kind in sections.items()}

    def _fields(self, kind: Kind) -> dict[str, Field]:
        parts = {one.part for one in kind.fields.values()}
        general = {}
        if Part.TITLE not in parts:
            general[self.words.element.title] = _LINE
        if Part.TEXT not in parts:
            general[self.words.element.text] = _PROSE
        return {**general, **kind.fields}

    def _inside(self, kind: str) -> dict[str, tuple[str, str]]:
        found: dict[str, tuple[str, str]] = {}
        for inner in self.kinds:
            for name, link in self.schema.kinds[inner].links.items():
                if kind in link.to:
                    for word in self.schema.section_words(inner):
                        found.setdefault(word.casefold(), (inner, name))
        return found
