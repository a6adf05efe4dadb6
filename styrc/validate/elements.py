"""The sections of a plan file -> elements: each row with its typed values, its references and the rows inside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from styrc.diagnostic import Severity
from styrc.element import Document, Element, Reference, Value
from styrc.schema import ANY, NONE, Constraint, Field, Part, Where
from styrc.source import Place, Raw
from styrc.validate.reader import Reader, is_empty
from styrc.validate.vocabulary import Vocabulary


@dataclass
class Sections:
    """Reads the sections of one document."""

    reader: Reader
    vocabulary: Vocabulary
    document: Document
    elements: list[Element] = field(default_factory=list)

    def section(self, kind: str, raw: Raw, place: Place) -> None:
        """Read the rows of a section at the top of a file."""
        for here, row in self.reader.rows(raw, place, needed=self._is_held(kind)):
            self.row(kind, row, here, None)

    def _is_held(self, kind: str) -> bool:
        """Whether a chapter of the document must hold some of the kind."""
        holding = self.reader.schema.holdings(self.document.kind)[kind]
        return bool(holding.min) and self._binds(holding, self.document.unit)

    def _is_needed(self, inner: str, kind: str, unit: str) -> bool:
        """Whether each of a kind must have some of another pointing at it."""
        needs = self.reader.schema.kinds[kind].needs
        return any(inner in need.kind and need.min and not need.when and self._binds(need, unit) for need in needs)

    def _binds(self, constraint: Constraint, unit: str) -> bool:
        return not constraint.at or self.reader.organisation.level(unit) in constraint.at

    def row(self, kind: str, raw: Raw, place: Place, above: Reference | None, *, doubtful: bool = False) -> None:
        """Read a row and the rows inside it. `above`: its link to the row it stands in; `doubtful`: that has no id."""
        if is_empty(raw) and not self.reader.written.is_told(place):
            self.reader.say("STY103", place, "row", name=self.reader.schema.word(kind))
        if not (written := self.reader.mapping(raw, place)):
            self.reader.nameless.add(place.file)
            return
        before = len(self.reader.found)
        row = self.reader.mended(written, place, self.vocabulary.in_a_row[kind])
        id_ = self._id(row, place)
        values = self._values(kind, row, place)
        references = (*((above,) if above else ()), *self._references(kind, row, place))
        broken = doubtful or self.reader.written.is_cut_short(place) or self._has_errors(before)
        broken = broken or self._loses_rows(kind, row, place)
        unit = self._part(kind, Part.UNIT, values) or self.document.unit
        title = self._part(kind, Part.TITLE, values)
        if id_:
            self.elements.append(Element(id_, kind, self.document.id, unit, title, values, references, place, broken))
        else:
            self.reader.nameless.add(place.file)
        self._rows_inside(kind, row, place, id_, unit)

    def _rows_inside(self, kind: str, row: dict[str, Raw], place: Place, id_: str, unit: str) -> None:
        inside = self.vocabulary.inside[kind]
        for key, rows in row.items():
            if key in self.vocabulary.in_a_row[kind].names or key.casefold() not in inside:
                continue
            inner, link = inside[key.casefold()]
            section = self.reader.at(place, key)
            for here, child in self.reader.rows(rows, section, needed=self._is_needed(inner, kind, unit)):
                above = Reference(link, f"{self.document.id}/{id_}", here) if id_ else None
                self.row(inner, child, here, above, doubtful=not id_)

    def _loses_rows(self, kind: str, row: dict[str, Raw], place: Place) -> bool:
        """Whether a row inside has no id, so that it will seem to be missing."""
        inside, id_ = self.vocabulary.inside[kind], self.reader.words.element.id
        rows = [
            one
            for key, raw in row.items()
            if key.casefold() in inside and not self.reader.is_bare_heading(raw, self.reader.at(place, key))
            for one in (raw if isinstance(raw, list) else [raw])
        ]
        return any(not isinstance(one, dict) or is_empty(one.get(id_)) for one in rows)

    def _part(self, kind: str, part: Part, values: Mapping[str, Value]) -> str:
        """The value of a part as text; nothing where there is none."""
        names = (name for name, one in self.vocabulary.fields[kind].items() if one.part is part)
        return next((str(values[name]) for name in names if name in values), "")

    def _has_errors(self, since: int) -> bool:
        return any(one.severity is not Severity.WARNING for one in self.reader.found[since:])

    def _id(self, row: Mapping[str, Raw], place: Place) -> str:
        key = self.reader.words.element.id
        id_ = self.reader.text(row, key, place, required=True)
        self.reader.check_id(id_, self.reader.at(place, key))
        return id_

    def _values(self, kind: str, row: dict[str, Raw], place: Place) -> dict[str, Value]:
        values: dict[str, Value] = {}
        read, fields = self.reader.value, self.vocabulary.fields[kind]
        for name, one in fields.items():
            if name in row or one.required or one.required_when:
                value = read(row, name, one, place, required=self._is_required(one, row))
                if value is not None:
                    values[name] = value
        return values

    def _is_required(self, one: Field, row: dict[str, Raw]) -> bool:
        if not self._binds(one, self.document.unit):
            return False
        return one.required or bool(one.required_when and says(row, one.required_when))

    def _references(self, kind: str, row: dict[str, Raw], place: Place) -> Iterator[Reference]:
        for name in self.reader.schema.kinds[kind].links:
            if name in row:
                yield from self._targets(name, row[name], self.reader.at(place, name))

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
