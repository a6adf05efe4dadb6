"""`styrc.yaml` -> the municipality, its years, its organisation and its dress."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from styrc.diagnostic import Diagnostic, Related
from styrc.organisation import Municipality, Organisation, Unit
from styrc.quantity import Period
from styrc.schema import Field, Schema, Type
from styrc.source import Place, Raw, SourceFile
from styrc.text import AnyOf, Text
from styrc.validate.keys import Keys
from styrc.validate.profile import Files, profile
from styrc.validate.reader import Reader, is_empty
from styrc.words import Words

_NUMBER = Field(type=Type.NUMBER, least=0, most=100)
_YEAR = Field(type=Type.YEAR)
_YEARS = Field(type=Type.YEAR, many=True)
_TERMS = Field(type=Type.PERIOD, many=True)
_FIRST = Text("Här står den första.", "The first stands here.")


def settings(
    source: SourceFile, schema: Schema, words: Words, files: Files | None = None
) -> tuple[Municipality, list[Diagnostic]]:
    """The municipality that `styrc.yaml` describes. Units with faults are kept as far as they can be.

    `files` are the pictures and Word files that its profile may name.
    """
    reader = Reader(schema, words, Organisation({}), {source.name: source})
    place, keys = Place(source.name), words.project
    names = (keys.model, keys.municipality, keys.terms, keys.years, keys.organisation, keys.profile)
    written = source.value if isinstance(source.value, dict) else {}
    top = reader.mended(written, place, Keys(names, lists=frozenset((keys.terms, keys.years))))
    name, code = _municipality(reader, top, place)
    terms = reader.value(top, keys.terms, _TERMS, place)
    years = reader.value(top, keys.years, _YEARS, place, required=True)
    units = _units(reader, top, place)
    return Municipality(
        name=name,
        code=code,
        terms=tuple(term for term in terms if isinstance(term, Period)) if isinstance(terms, tuple) else (),
        years=tuple(year for year in years if isinstance(year, int)) if isinstance(years, tuple) else (),
        organisation=Organisation(units, source.unread_ids - units.keys()),
        place=place,
        dress=profile(reader, top, place, files or {}, name),
    ), reader.findings()


def _municipality(reader: Reader, top: dict[str, Raw], place: Place) -> tuple[str, str]:
    """The municipality's name and code."""
    keys = reader.words.project
    here, raw = reader.at(place, keys.municipality), top.get(keys.municipality)
    if keys.municipality not in top:
        reader.missing(place, keys.municipality)
    elif is_empty(raw):
        reader.empty(here, keys.municipality)
    row = reader.mended(reader.mapping(raw, here), here, Keys((keys.name, keys.code)))
    name = reader.text(row, keys.name, here, required=bool(row))
    return name, reader.text(row, keys.code, here)


def _units(reader: Reader, top: dict[str, Raw], place: Place) -> dict[str, Unit]:
    keys = reader.words.project
    if keys.organisation not in top:
        reader.missing(place, keys.organisation)
        return {}
    units: dict[str, Unit] = {}
    here = reader.at(place, keys.organisation)
    for row_place, raw in reader.rows(top[keys.organisation], here):
        unit = _unit(reader, raw, row_place)
        if unit is None:
            continue
        if unit.id in units:
            first = Related(units[unit.id].place.at(keys.id), _FIRST)
            reader.say("STY201", unit.place.at(keys.id), "unit", related=(first,), id=unit.id)
            continue
        units[unit.id] = unit
    lost = reader.sources[place.file].unread_ids
    reader.organisation = Organisation(units, lost - units.keys())
    _parents(reader, units)
    return units


def _unit(reader: Reader, raw: Raw, place: Place) -> Unit | None:
    keys, levels = reader.words.project, Field(type=Type.CHOICE, of=tuple(reader.schema.levels))
    if is_empty(raw) and not reader.written.is_told(place):
        reader.say("STY103", place, "row", name=keys.organisation)
    known = (keys.id, keys.name, keys.level, keys.parent, keys.share, keys.short, keys.from_, keys.to)
    row = reader.mended(reader.mapping(raw, place), place, Keys(known))
    if not row:
        return None
    unit = reader.text(row, keys.id, place, required=True)
    reader.check_id(unit, reader.at(place, keys.id))
    level = reader.value(row, keys.level, levels, place, required=True)
    share = reader.value(row, keys.share, _NUMBER, place)
    first, last = (reader.value(row, key, _YEAR, place) for key in (keys.from_, keys.to))
    if isinstance(level, str) and isinstance(share, Decimal) and not _may_be_owned(reader, row, level, share, place):
        level = ""
    if not unit or reader.written.is_cut_short(place):
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


def _may_be_owned(reader: Reader, row: dict[str, Raw], level: str, share: Decimal, place: Place) -> bool:
    """Whether the municipality's share in a unit goes with its level; what is wrong is told."""
    keys, levels = reader.words.project, reader.schema.levels
    owned = levels[level].owned if level in levels else None
    if owned is None or owned.allows(share):
        return True
    right = AnyOf(tuple(name for name, one in levels.items() if one.owned and one.owned.allows(share)))
    name, at = str(row.get(keys.name, "")), reader.at(place, keys.share)
    variant = "" if right.words else "none"
    reader.say("STY122", at, variant, owned, name=name, share=share, level=level, key=keys.share, right=right)
    return False


def _parents(reader: Reader, units: dict[str, Unit]) -> None:
    """A unit's parent must exist, and nobody stands above themselves."""
    keys = reader.words.project
    for unit in list(units.values()):
        if unit.parent is None or unit.parent in reader.organisation.lost:
            continue
        place = reader.at(unit.place, keys.parent)
        if unit.parent not in units:
            reader.unknown_unit(unit.parent, place, keys.parent)
        elif _ring(unit, units):
            path = " → ".join(units[one].name for one in _ring(unit, units))
            reader.say("STY210", place, "unit", path=path)
            units[unit.id] = replace(unit, parent=None)  # so that one ring is told once


def _ring(unit: Unit, units: dict[str, Unit]) -> list[str]:
    """The units from this one up and back to itself; nothing where the way up ends elsewhere."""
    path, parent = [unit.id], unit.parent
    while parent in units and parent not in path:
        path.append(parent)
        parent = units[parent].parent
    return [*path, unit.id] if parent == unit.id else []
