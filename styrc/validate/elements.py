"""The sections of a plan file -> elements: each row with its typed values, its references and the rows inside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from styrc.diagnostic import Severity
from styrc.element import Document, Element, Reference, Value
from styrc.schema import ANY, NONE, Field, Kind, Part, Type, Where
from styrc.source import Place, Raw
from styrc.text import AnyOf
from styrc.validate.reader import Reader, is_empty

_LINE = Field(type=Type.LINE, part=Part.TITLE, required=True)
_PROSE = Field(type=Type.PROSE, part=Part.TEXT)


@dataclass
class Sections:
    """Reads the sections of one document; `words` leads from a section's heading to the kind it holds."""

    reader: Reader
    document: Document
    elements: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        schema, keys = self.reader.schema, self.reader.words.document
        general = (keys.document, keys.id, keys.title, keys.period, keys.unit, keys.state, keys.decision)
        self.header = (*general, *schema.documents[self.document.kind].fields)
        self.kinds = [name for name in schema.holdings(self.document.kind) if name in schema.kinds]
        self.words = {word.casefold(): kind for kind in reversed(self.kinds) for word in schema.section_words(kind)}
        self.fields = {kind: _fields(schema.kinds[kind], self.reader) for kind in self.kinds}
        self.inside = {kind: self._kinds_inside(kind) for kind in self.kinds}
        self.lists = {kind: _lists(schema.kinds[kind]) for kind in self.kinds}

    def _kinds_inside(self, kind: str) -> dict[str, tuple[str, str]]:
        """For each heading allowed inside a row of `kind`: the kind of the rows under it and the link that they get."""
        schema = self.reader.schema
        found: dict[str, tuple[str, str]] = {}
        for inner in self.kinds:
            for name, link in schema.kinds[inner].links.items():
                if kind in link.to:
                    for word in schema.section_words(inner):
                        found.setdefault(word.casefold(), (inner, name))
        return found

    def section(self, kind: str, raw: Raw, place: Place) -> None:
        """Read the rows of a section at the top of a file."""
        for number, row in enumerate(self.reader.rows(raw, place)):
            self.row(kind, row, place.at(number), None)

    def row(self, kind: str, raw: Raw, place: Place, above: Reference | None) -> None:
        """Read one row, and the rows inside it. `above` is the link to the row it stands in."""
        if is_empty(raw):
            self.reader.say("STY103", place, "row", name=self.reader.schema.word(kind))
        row = self.reader.mapping(raw, place)
        if not row:
            return
        before = len(self.reader.found)
        inside = self._check_keys(kind, row, place)
        id_ = self._id(row, place)
        values = self._values(kind, row, place)
        references = (*((above,) if above else ()), *self._references(kind, row, place))
        broken = self.reader.written.is_cut_short(place) or self._has_errors(before)
        unit = self._part(kind, Part.UNIT, values) or self.document.unit
        title = self._part(kind, Part.TITLE, values)
        if id_:
            self.elements.append(Element(id_, kind, self.document.id, unit, title, values, references, place, broken))
        for key, (inner, link) in inside.items():
            for number, child in enumerate(self.reader.rows(row[key], place.at(key))):
                here = place.at(key, number)
                self.row(inner, child, here, Reference(link, f"{self.document.id}/{id_}", here) if id_ else None)

    def _part(self, kind: str, part: Part, values: Mapping[str, Value]) -> str:
        """The value of a part as text; nothing where there is none."""
        names = (name for name, one in self.fields[kind].items() if one.part is part)
        return next((str(values[name]) for name in names if name in values), "")

    def _has_errors(self, since: int) -> bool:
        return any(one.severity is not Severity.WARNING for one in self.reader.found[since:])

    def _check_keys(self, kind: str, row: dict[str, Raw], place: Place) -> dict[str, tuple[str, str]]:
        """Tell of unknown keys; give back the sections inside the row with their kind and link."""
        schema_kind, fields, inside = self.reader.schema.kinds[kind], self.fields[kind], self.inside[kind]
        found = {}
        for key, raw in row.items():
            if key in fields or key in schema_kind.links or key == self.reader.words.element.id:
                continue
            if key.casefold() in inside:
                found[key] = inside[key.casefold()]
                continue
            here, homes = self.document.kind, self.reader.homes(key, besides=self.document.kind)
            if homes and raw is not None:
                self.reader.say("STY112", place.key(key), name=key, document=here, homes=AnyOf(homes))
                continue
            known = (*fields, *schema_kind.links, *(self.reader.schema.words(inner) for inner, _ in inside.values()))
            self.reader.unknown(place, key, raw, dict.fromkeys(known), self.lists[kind])
        return found

    def _id(self, row: Mapping[str, Raw], place: Place) -> str:
        key = self.reader.words.element.id
        id_ = self.reader.text(row, key, place, required=True)
        self.reader.check_id(id_, place.at(key))
        return id_

    def _values(self, kind: str, row: dict[str, Raw], place: Place) -> dict[str, Value]:
        values: dict[str, Value] = {}
        read, fields = self.reader.value, self.fields[kind]
        for name, one in fields.items():
            if name in row or one.required or one.required_when:
                value = read(row, name, one, place, required=self._is_required(one, row))
                if value is not None:
                    values[name] = value
        return values

    def _is_required(self, one: Field, row: dict[str, Raw]) -> bool:
        if one.at and self.reader.organisation.level(self.document.unit) not in one.at:
            return False
        return one.required or bool(one.required_when and says(row, one.required_when))

    def _references(self, kind: str, row: dict[str, Raw], place: Place) -> Iterator[Reference]:
        for name in self.reader.schema.kinds[kind].links:
            if name in row:
                yield from self._targets(name, row[name], place.at(name))

    def _targets(self, name: str, raw: Raw, place: Place) -> Iterator[Reference]:
        """The ids that a link names: one, or a list of them."""
        if self.reader.written.is_cut_short(place) and not isinstance(raw, list):
            return
        if is_empty(raw):
            self.reader.empty(place, name)
        elif isinstance(raw, dict):
            self.reader.say("STY104", place, "reference", name=name)
        elif isinstance(raw, str):
            ids = [part.strip() for part in raw.split(",") if part.strip()]
            if "," in raw:
                self.reader.say("STY108", place, "ids", name=name, right=", ".join(ids))
            yield from (Reference(name, id_, place) for id_ in ids)
        elif raw is not None:
            for number, one in enumerate(raw):
                yield from self._targets(name, one, place.at(number))


def _fields(kind: Kind, reader: Reader) -> dict[str, Field]:
    """The kind's fields with the general ones, which the model may have renamed."""
    parts = {one.part for one in kind.fields.values()}
    general = {}
    if Part.TITLE not in parts:
        general[reader.words.element.title] = _LINE
    if Part.TEXT not in parts:
        general[reader.words.element.text] = _PROSE
    return {**general, **kind.fields}


def _lists(kind: Kind) -> frozenset[str]:
    """The keys of a kind that may hold a list."""
    return frozenset((*kind.links, *(name for name, one in kind.fields.items() if one.many)))


def says(row: Mapping[str, Raw], where: Where) -> bool:
    """Whether a row, as written, has these values."""
    for name, wanted in where.items():
        raw = row.get(name)
        if name in row and is_empty(raw):
            return False  # it is told to be empty; what should stand there is not known
        rows = raw if isinstance(raw, list) else [raw]
        written = [one for one in rows if isinstance(one, str)]
        if NONE in wanted and not written:
            continue
        if ANY in wanted and (written or isinstance(raw, dict)):
            continue
        if not set(written) & set(wanted):
            return False
    return True
