"""`styrc.yaml` -> the municipality, its years and its organisation."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from styrc.diagnostic import Diagnostic
from styrc.names import ID, nearest
from styrc.organisation import Municipality, Organisation, Unit
from styrc.quantity import Period
from styrc.schema import Field, Schema, Type
from styrc.source import Place, Raw, SourceFile
from styrc.text import AnyOf
from styrc.validate.reader import Reader
from styrc.words import Words

_NUMBER = Field(type=Type.NUMBER, least=0, most=100)
_YEAR = Field(type=Type.YEAR)
_YEARS = Field(type=Type.YEAR, many=True)
_TERMS = Field(type=Type.PERIOD, many=True)


def settings(source: SourceFile, schema: Schema, words: Words) -> tuple[Municipality, list[Diagnostic]]:
    """The municipality that `styrc.yaml` describes. Units with faults are kept as far as they can be."""
    reader = Reader(schema, words, Organisation({}))
    place, keys = Place(source.name), words.project
    top = reader.mapping(source.value, place)
    for key, raw in top.items():
        if key not in (keys.model, keys.municipality, keys.terms, keys.years, keys.organisation):
            reader.unknown(place, key, raw, (keys.model, keys.municipality, keys.terms, keys.years, keys.organisation))
    whose = reader.mapping(top.get(keys.municipality), place.at(keys.municipality))
    if keys.municipality not in top:
        reader.missing(place, keys.municipality)
    for key, raw in whose.items():
        if key not in (keys.name, keys.code):
            reader.unknown(place.at(keys.municipality), key, raw, (keys.name, keys.code))
    terms = reader.value(top, keys.terms, _TERMS, place)
    years = reader.value(top, keys.years, _YEARS, place, required=True)
    units = _units(reader, top, place)
    name = reader.text(whose, keys.name, place.at(keys.municipality), required=keys.municipality in top)
    return Municipality(
        name=name,
        code=reader.text(whose, keys.code, place.at(keys.municipality)),
        terms=tuple(term for term in terms if isinstance(term, Period)) if isinstance(terms, tuple) else (),
        years=tuple(year for year in years if isinstance(year, int)) if isinstance(years, tuple) else (),
        organisation=Organisation(units),
        place=place,
    ), reader.found


def _units(reader: Reader, top: dict[str, Raw], place: Place) -> dict[str, Unit]:
    keys = reader.words.project
    if keys.organisation not in top:
        reader.missing(place, keys.organisation)
        return {}
    units: dict[str, Unit] = {}
    here = place.at(keys.organisation)
    for number, raw in enumerate(reader.rows(top[keys.organisation], here)):
        unit = _unit(reader, reader.mapping(raw, here.at(number)), here.at(number))
        if unit is None:
            continue
        if unit.id in units:
            reader.say("STY201", unit.place.at(keys.id), "unit", id=unit.id)
            continue
        units[unit.id] = unit
    _parents(reader, units)
    return units


def _unit(reader: Reader, row: dict[str, Raw], place: Place) -> Unit | None:
    if not row:
        return None
    keys, levels = reader.words.project, Field(type=Type.CHOICE, of=tuple(reader.schema.levels))
    known = (keys.id, keys.name, keys.level, keys.parent, keys.share, keys.short, keys.from_, keys.to)
    for key, raw in row.items():
        if key not in known:
            reader.unknown(place, key, raw, known)
    unit = reader.text(row, keys.id, place, required=True)
    if unit and not ID.fullmatch(unit):
        reader.say("STY119", place.at(keys.id), id=unit)
    level = reader.value(row, keys.level, levels, place, required=True)
    share = reader.value(row, keys.share, _NUMBER, place)
    first, last = (reader.value(row, key, _YEAR, place) for key in (keys.from_, keys.to))
    if not unit:
        return None
    return Unit(
        id=unit,
        name=reader.text(row, keys.name, place, required=True) or unit,
        level=str(level or ""),
        parent=reader.text(row, keys.parent, place) or None,
        place=place,
        short=reader.text(row, keys.short, place),
        share=share if isinstance(share, Decimal) else None,
        first_year=first if isinstance(first, int) else None,
        last_year=last if isinstance(last, int) else None,
    )


def _parents(reader: Reader, units: dict[str, Unit]) -> None:
    """A unit's parent must exist, and nobody stands above themselves."""
    keys = reader.words.project
    for unit in list(units.values()):
        if unit.parent is None:
            continue
        place = unit.place.at(keys.parent)
        if unit.parent not in units:
            near = nearest(unit.parent, units)
            reader.say("STY114", place, "near" if near else "", name=keys.parent, value=unit.parent, near=AnyOf(near))
        elif _in_ring(unit, units):
            reader.say("STY210", place, "unit", path=unit.name)
            units[unit.id] = replace(unit, parent=None)  # so that one ring is told once


def _in_ring(unit: Unit, units: dict[str, Unit]) -> bool:
    seen, parent = {unit.id}, unit.parent
    while parent in units and parent not in seen:
        seen.add(parent)
        parent = units[parent].parent
    return parent == unit.id
