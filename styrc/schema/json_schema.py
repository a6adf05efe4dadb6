"""A steering model -> JSON Schema, so that editors complete, explain and check plan files while they are written.

Only the shape of one file is told here: which keys there are and what their values look like. What needs the whole plan
(references, counts, years) only styrc can tell. Draft 7 is what yaml-language-server supports best.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from styrc.organisation import Organisation
from styrc.schema.document import DocumentKind
from styrc.schema.json_answers import proposals_schema, report_sections
from styrc.schema.json_tables import table_schema
from styrc.schema.json_values import (
    ANY_TEXT,
    Json,
    any_case,
    closed,
    described,
    enum,
    escaped,
    field_schema,
    id_schema,
    required_when,
    scalar,
    spoken,
    units,
)
from styrc.schema.kind import Field, Link
from styrc.schema.language import Constraint, Grade
from styrc.schema.model import Schema
from styrc.schema.table import Table
from styrc.schema.theory import Part, Type
from styrc.text import Text
from styrc.words import Words

_DRAFT = "http://json-schema.org/draft-07/schema#"
_SOURCE = Text("Källa: {source}.", "Source: {source}.")
_REQUIRED = Text("Måste fyllas i.", "Must be filled in.")
_IDS = Text("Här ska stå ett id, eller en lista med id: [a, b].", "Here should stand an id, or a list of ids: [a, b].")
_LINE = Field()
_PART = "…"
"""Stands for the kind in the name of a file that is a part of a document, without its header."""
_SHARE = Field(type=Type.NUMBER, least=0, most=100)


def plan_schema(schema: Schema, words: Words, organisation: Organisation | None = None) -> Json:
    """What a plan file may hold. With the organisation, the ids of its units are known too."""
    plan = _Plan(schema, words, organisation)
    key = words.document.document
    for name in schema.documents:
        plan.add_document(name)
    means = {name: kind.means for name, kind in schema.documents.items()}
    return {
        "$schema": _DRAFT,
        "title": schema.name,
        "type": "object",
        "properties": {key: enum(schema.documents, means, language=spoken(schema))},
        "if": {"required": [key]},
        "then": {
            "allOf": [
                {"if": {"properties": {key: {"const": name}}}, "then": _reference(name)} for name in schema.documents
            ]
        },
        "else": {"anyOf": [_reference(name, _PART) for name in schema.documents]},
        "definitions": plan.definitions,
    }


def settings_schema(schema: Schema, words: Words) -> Json:
    """What `styrc.yaml` may hold for this model."""
    keys = words.project

    def one(type_: Type, *, many: bool = False) -> Json:
        return field_schema(Field(type=type_, many=many), schema, words, None)

    levels = enum(schema.levels, {name: level.means for name, level in schema.levels.items()}, language=spoken(schema))
    line = one(Type.LINE)
    unit = closed(
        {
            keys.id: id_schema(schema),
            keys.name: line,
            keys.level: levels,
            keys.parent: line,
            keys.share: scalar(_SHARE, schema, words, None),
            keys.short: line,
            keys.from_: one(Type.YEAR),
            keys.to: one(Type.YEAR),
        },
        required=(keys.id, keys.name, keys.level),
    )
    top = {
        keys.model: line,
        keys.municipality: closed({keys.name: line, keys.code: line}, required=(keys.name,)),
        keys.terms: one(Type.PERIOD, many=True),
        keys.years: one(Type.YEAR, many=True),
        keys.organisation: {"type": "array", "items": unit},
        keys.profile: _profile(words, line),
    }
    required = (keys.model, keys.municipality, keys.years, keys.organisation)
    return {"$schema": _DRAFT, "title": schema.name, **closed(top, required=required)}


def _profile(words: Words, line: Json) -> Json:
    """The municipality's dress: a colour is written `#rrggbb`, and a logo never without its description."""
    keys = words.profile
    colour = {"type": "string", "pattern": "^\\s*#[0-9A-Fa-f]{6}\\s*$"}
    return closed(
        {
            keys.name: line,
            keys.logo: closed({keys.file: line, keys.description: line}, required=(keys.file, keys.description)),
            keys.colour: colour,
            keys.colour_on_dark: colour,
            keys.font: line,
            keys.address: {"type": "array", "items": line},
            keys.header: line,
            keys.footer: line,
            keys.word_template: line,
            keys.web_address: {"type": "string", "pattern": "^\\s*https?://[^\\s?#]+$"},
        }
    )


@dataclass
class _Plan:
    """Gathers the definitions: for every kind of document its header and sections, and for every kind in it a row."""

    schema: Schema
    words: Words
    organisation: Organisation | None
    definitions: dict[str, Json] = field(default_factory=dict)

    def add_document(self, name: str) -> None:
        """Define a document with its header, the same without header, and the rows of its sections."""
        kind = self.schema.documents[name]
        holdings = self.schema.holdings(name)
        kinds = [held for held in holdings if held in self.schema.kinds]
        rows = {held: _reference(name, held) for held in kinds}
        self.definitions |= {_defined(name, held): self.row(held, rows) for held in kinds}
        chapters = self.words.document.chapters
        body = {
            **({chapters: self.chapters(kind)} if kind.chapters else {}),
            **(report_sections(name, self.schema, self.words, self.field) if name in self.schema.reports else {}),
            **{held: self.table(self.schema.tables[held]) for held in holdings if held in self.schema.tables},
            **{self.schema.words(held): self.section(held, rows) for held in reversed(kinds)},
        }
        header = self.header(name, kind)
        other = self.other_words(kinds, rows, {**body, **header})
        required = [
            self.words.document.unit,
            *(name for name, one in kind.fields.items() if _must(one)),
        ]
        required += [self.words.document.period] if kind.period.form != "open" else []
        self.definitions[_defined(name)] = closed({**body, **header}, required=required, patterns=other)
        belongs = {self.words.document.belongs_to: self.value(_LINE)}
        self.definitions[_defined(name, _PART)] = closed({**belongs, **body}, patterns=other)

    def header(self, name: str, kind: DocumentKind) -> dict[str, Json]:
        """The header's keys. What they mean is the model's where it says so."""
        keys, said = self.words.document, self.words.states
        return {
            keys.document: described({"const": name}, kind.means),
            keys.id: id_schema(self.schema),
            keys.title: self.value(_LINE),
            keys.period: described(self.value(Field(type=Type.PERIOD)), *self.reason(kind.period)),
            keys.unit: self.value(Field(type=Type.UNIT, levels=kind.levels)),
            keys.state: enum((said.draft, said.preparation, said.decided), {}, language=spoken(self.schema)),
            keys.decision: self.decision(kind),
            keys.proposals: proposals_schema(self.value),
            keys.belongs_to: self.value(_LINE),
            **{name: self.field(one) for name, one in kind.fields.items()},
        }

    def decision(self, kind: DocumentKind) -> Json:
        """The decision, or several of them: the body is a unit or one of the model's offices."""
        keys, by = self.words.decision, kind.decision.by
        body = self.value(_LINE)
        if self.organisation is not None:
            body = units(self.organisation, (), *self.schema.offices, language=spoken(self.schema))
        line = self.value(_LINE)
        one = closed(
            {
                keys.body: described(body, *(self.reason(by) if by else ())),
                keys.date: self.value(Field(type=Type.DATE)),
                keys.paragraph: line,
                keys.registration_number: line,
            },
            empty=True,
        )
        return {"anyOf": [one, {"type": "array", "items": one, "minItems": 1}]}

    def chapters(self, kind: DocumentKind) -> Json:
        """The text of the chapters: written here, or in a Markdown file."""
        file = self.words.file.file
        prose = {**closed({file: {"type": "string"}}, required=(file,)), "type": [*ANY_TEXT, "object", "null"]}
        texts = {
            name: described(prose, chapter.title, *self.reason(chapter)) for name, chapter in kind.chapters.items()
        }
        return closed(texts, empty=True)

    def section(self, kind: str, rows: Mapping[str, Json]) -> Json:
        """A list of rows of a kind."""
        return described({"type": "array", "items": rows[kind]}, self.schema.kinds[kind].means)

    def other_words(self, kinds: Iterable[str], rows: Mapping[str, Json], known: Iterable[str]) -> dict[str, Json]:
        """Other spellings of a section's heading than the `known` keys, which are allowed but not proposed."""
        made: dict[str, Json] = {}
        for kind in kinds:
            words = {word.casefold() for word in self.schema.section_words(kind)}
            taken = "|".join(escaped(key) for key in known if key.casefold() in words)
            spellings = "|".join(any_case(word) for word in sorted(words))
            made[f"^(?!(?:{taken})$)(?:{spellings})$"] = self.section(kind, rows)
        return made

    def row(self, name: str, rows: Mapping[str, Json]) -> Json:
        """An element: its fields, its links, and the sections of elements that link to it."""
        kind, general = self.schema.kinds[name], self.words.element
        parts = {one.part for one in kind.fields.values()}
        fields = {
            **({} if Part.TITLE in parts else {general.title: Field(part=Part.TITLE, required=True)}),
            **({} if Part.TEXT in parts else {general.text: Field(type=Type.PROSE, part=Part.TEXT)}),
            **kind.fields,
        }
        inside = [inner for inner in rows if any(name in link.to for link in self.schema.kinds[inner].links.values())]
        keys = {
            general.id: id_schema(self.schema),
            **{self.schema.words(inner): self.section(inner, rows) for inner in reversed(inside)},
            **{key: self.field(one) for key, one in fields.items()},
            **{key: self.link(one) for key, one in kind.links.items()},
        }
        required = (general.id, *(key for key, one in fields.items() if _must(one)))
        other = self.other_words(inside, rows, keys)
        made = closed(keys, required=required, patterns=other)
        conditions = [
            required_when(key, one.required_when)
            for key, one in fields.items()
            if one.required_when and not one.required and _is_for_all(one)
        ]
        return made | ({"allOf": conditions} if conditions else {})

    def field(self, one: Field) -> Json:
        """A field's value, with what the model says of it."""
        must = _REQUIRED.speak(spoken(self.schema)) if one.required else ""
        return described(self.value(one), one.means, must, *self.reason(one))

    def link(self, link: Link) -> Json:
        """The ids that a link names: one, or a list of them."""
        one = {"type": ANY_TEXT, "pattern": "^[^,]+$", "errorMessage": _IDS.speak(spoken(self.schema))}
        one["patternErrorMessage"] = one["errorMessage"]
        many = {"type": "array", "items": one, "minItems": 1, "uniqueItems": True}
        return described({"anyOf": [one, many]}, link.means, *self.reason(link))

    def table(self, table: Table) -> Json:
        """A table of figures."""
        made = table_schema(table, self.words, self.value, spoken(self.schema))
        return described(made, table.means, *self.reason(table))

    def value(self, one: Field) -> Json:
        """The forms that a field's value may have."""
        return field_schema(one, self.schema, self.words, self.organisation)

    def reason(self, constraint: Constraint) -> tuple[str, ...]:
        """Why the model asks for something, and where it is written."""
        source = self.schema.cite(constraint)
        return constraint.why, _SOURCE.speak(spoken(self.schema), {"source": source}) if source else ""


def _defined(document: str, kind: str = "") -> str:
    """The name of a definition, which editors show, without the signs that mean something in a reference."""
    return re.sub(r"[\s/~#%]+", "-", f"{document}·{kind}" if kind else document)


def _reference(document: str, kind: str = "") -> Json:
    return {"$ref": f"#/definitions/{_defined(document, kind)}"}


def _must(one: Field) -> bool:
    """Whether a field must be there in every row; what is only a warning, or only for some levels, is left to styrc."""
    return one.required and _is_for_all(one)


def _is_for_all(one: Field) -> bool:
    return not one.at and one.weight is Grade.ERROR
