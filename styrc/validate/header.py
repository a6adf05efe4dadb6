"""The header of a plan file -> a Document: which kind, whose, for when, decided by whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from styrc.element import Decision, Document, Prose, State, Value
from styrc.names import nearest, slug
from styrc.quantity import Period, write_period
from styrc.schema import DocumentKind, Field, Type
from styrc.source import Place, Raw, SourceFile
from styrc.text import AnyOf
from styrc.validate.keys import Keys
from styrc.validate.reader import Reader, is_empty

_UNIT = Field(type=Type.UNIT)
_PERIOD = Field(type=Type.PERIOD)
_DATE = Field(type=Type.DATE)


def header(source: SourceFile, reader: Reader) -> Document | None:
    """The document that a file begins; None where the file has no header, or one whose kind is unknown."""
    if not isinstance(source.value, dict):
        return None
    keys, top, place = reader.words.document, source.value, Place(source.name)
    if keys.document not in top:
        return None
    before = len(reader.found)
    kind = _kind(reader, top, place)
    if kind is None:
        return None
    schema_kind, written = reader.schema.documents[kind], top
    top = reader.tops[source.name] = reader.mended(written, place, reader.vocabulary(kind).at_the_top)
    unit = reader.value(top, keys.unit, _unit_field(schema_kind), place, required=True)
    period = reader.value(top, keys.period, _PERIOD, place, required=schema_kind.period.form != "open")
    state = _state(reader, top, place)
    decisions = _decisions(reader, top, place)
    values = _own_fields(reader, schema_kind, top, place, str(unit or ""))
    title, id_ = reader.text(top, keys.title, place), reader.text(top, keys.id, place)
    reader.check_id(id_, reader.at(place, keys.id))
    label = str(period) if isinstance(period, Period) else ""
    document = Document(
        id=id_ or "-".join(part for part in (slug(kind), slug(label) if label else "", str(unit or "")) if part),
        kind=kind,
        title=title or " ".join(part for part in (kind[:1].upper() + kind[1:], _in_words(period, reader)) if part),
        unit=str(unit or ""),
        period=period if isinstance(period, Period) else Period(date.min, None),
        place=place,
        state=state,
        decision=decisions[-1] if decisions else None,
        earlier=tuple(decisions[:-1]),
        values=values,
        proposals=_proposals(reader, top, place),
        broken=len(reader.found) > before or (not source.whole and not (unit and isinstance(period, Period))),
        whole=source.whole,
    )
    return replace(document, id=f"{slug(kind)}-{slug(source.name)}") if is_unsure(document) and not id_ else document


def _in_words(period: Value | None, reader: Reader) -> str:
    """The period as a title ends; nothing for one without a beginning or an end."""
    return write_period(period, reader.words) if isinstance(period, Period) and str(period) else ""


def is_unsure(document: Document) -> bool:
    """Whether the header lacks what the document's id is made of."""
    faulty = document.broken or not document.whole
    return faulty and (not document.unit or document.period.start == date.min)


def _unit_field(kind: DocumentKind) -> Field:
    return _UNIT.model_copy(update={"levels": kind.levels})


def _kind(reader: Reader, top: dict[str, Raw], place: Place) -> str | None:
    key = reader.words.document.document
    written = reader.text(top, key, place, required=True)
    if written in reader.schema.documents:
        return written
    if written:
        near = nearest(written, reader.schema.documents)
        known = AnyOf(tuple(reader.schema.documents))
        reader.say("STY110", place.at(key), "near" if near else "", value=written, near=AnyOf(near), known=known)
        return near[0] if len(near) == 1 else None
    return None


def _state(reader: Reader, top: dict[str, Raw], place: Place) -> State:
    said = reader.words.states
    states = {said.draft: State.DRAFT, said.preparation: State.PREPARATION, said.decided: State.DECIDED}
    written = reader.value(top, reader.words.document.state, Field(type=Type.CHOICE, of=tuple(states)), place)
    return states[written] if isinstance(written, str) else State.DECIDED


def _proposals(reader: Reader, top: dict[str, Raw], place: Place) -> tuple[Prose, ...]:
    """The decisions that the document proposes, each with the place where it stands."""
    key = reader.words.document.proposals
    said = reader.value(top, key, Field(type=Type.PROSE, many=True), place)
    here = reader.at(place, key)
    if said is None and not is_empty(top.get(key)):
        return (Prose("", here, broken=True),)
    return tuple(Prose(str(one), here.at(number)) for number, one in enumerate(said if isinstance(said, tuple) else ()))


def _decisions(reader: Reader, top: dict[str, Raw], place: Place) -> list[Decision]:
    """The decisions on the document by their days; what is decided twice, the last time counts."""
    key = reader.words.document.decision
    if key not in top:
        return []
    raw, here = top[key], reader.at(place, key)
    if not isinstance(raw, list):
        return [_decision(reader, raw, here)]
    made = [_decision(reader, one, here.at(number)) for number, one in enumerate(raw)]
    return sorted(made, key=lambda one: one.day or date.min)


def _decision(reader: Reader, raw: Raw, here: Place) -> Decision:
    keys = reader.words.decision
    known = Keys((keys.body, keys.date, keys.paragraph, keys.registration_number))
    row = reader.mended(reader.mapping(raw, here), here, known)
    day = reader.value(row, keys.date, _DATE, here)
    body = _body(reader, row, here)
    faulty = {part for part, value in (("date", day), ("body", body)) if value is None}
    return Decision(
        place=here,
        body=body or "",
        day=day if isinstance(day, date) else None,
        paragraph=reader.text(row, keys.paragraph, here),
        registration_number=reader.text(row, keys.registration_number, here),
        faulty=frozenset(part for part in faulty if getattr(keys, part) in row),
    )


def _body(reader: Reader, row: dict[str, Raw], place: Place) -> str | None:
    """The deciding body: a unit's id or one of the model's offices; None where its level is not known."""
    key = reader.words.decision.body
    written = row.get(key)
    if isinstance(written, str) and written in reader.schema.offices:
        return written
    if isinstance(written, str) and written.strip() and not reader.may_be_unit(written):
        reader.unknown_unit(written, reader.at(place, key), key, reader.schema.offices)
        return None
    value = reader.value(row, key, _UNIT, place)
    return value if isinstance(value, str) and reader.organisation.level(value) else None


def _own_fields(reader: Reader, kind: DocumentKind, top: dict[str, Raw], place: Place, unit: str) -> dict[str, Value]:
    """The fields that the model gives this kind of document."""
    values: dict[str, Value] = {}
    level = reader.organisation.level(unit)
    for name, field in kind.fields.items():
        required = field.required and (not field.at or level in field.at)
        value = reader.value(top, name, field, place, required=required)
        if value is not None:
            values[name] = value
    return values
