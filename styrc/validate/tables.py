"""A table of figures in a plan file -> a FigureTable with exact amounts."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from styrc.element import Document, FigureTable, Row
from styrc.schema import Field, Table, Type
from styrc.source import Place, Raw
from styrc.validate.reader import Reader, is_empty

_MONEY = Field(type=Type.MONEY)
_NUMBER = Field(type=Type.NUMBER)
_UNIT = Field(type=Type.UNIT)


def table(name: str, raw: Raw, place: Place, document: Document, reader: Reader) -> FigureTable:
    """Read one table; rows and figures that are wrong are told and left out."""
    schema, keys = reader.schema.tables[name], reader.words.table
    if is_empty(raw):
        reader.empty(place, name)
    top = reader.mapping(raw, place)
    known = (keys.money, keys.rows, keys.sum, keys.note)
    for key, value in top.items():
        if key not in known:
            reader.unknown(place, key, value, known)
    money = Field(type=Type.CHOICE, of=reader.words.money)
    unit = reader.value(top, keys.money, money, place, required=schema.money and bool(top))
    columns = _columns(schema, document, reader)
    rows = []
    if keys.rows in top:
        here = place.at(keys.rows)
        for number, row in enumerate(reader.rows(top[keys.rows], here)):
            read = _row(row, here.at(number), schema, columns, reader)
            rows += [read] if read else []
    elif top:
        reader.missing(place, keys.rows)
    total = _total(top, place, schema, columns, reader)
    return FigureTable(name, str(unit or ""), tuple(rows), total, place)


def _total(top: Mapping[str, Raw], place: Place, schema: Table, columns: tuple[str, ...], reader: Reader) -> Row | None:
    key = reader.words.table.sum
    here = place.at(key)
    if key not in top:
        if top and schema.total == "required":
            reader.missing(place, key, schema)
        return None
    if is_empty(top[key]):
        reader.empty(here, key)
    return Row(key, _cells(reader.mapping(top[key], here), here, (), columns, schema, reader), here)


def _columns(schema: Table, document: Document, reader: Reader) -> tuple[str, ...]:
    """The columns to be filled; no names where any year will do."""
    years = reader.schema.documents[document.kind].years
    if not schema.by_year:
        return schema.columns
    if years is None or document.period.end is None:
        return ()
    return tuple(str(document.period.start.year + step) for step in range(years.budget + years.plan))


def _row(row: Raw, place: Place, schema: Table, columns: tuple[str, ...], reader: Reader) -> Row | None:
    keys = reader.words.table
    named_by = keys.unit if schema.rows == "unit" else keys.post
    if is_empty(row):
        reader.say("STY103", place, "row", name=keys.rows)
    raw = reader.mapping(row, place)
    if not raw:
        return None
    label = reader.value(raw, named_by, _UNIT if schema.rows == "unit" else Field(), place, required=True)
    cells = _cells(raw, place, (named_by, keys.note), columns, schema, reader)
    if not isinstance(label, str):
        return None
    name = reader.organisation.name(label) if schema.rows == "unit" else label
    unit = label if schema.rows == "unit" else ""
    return Row(name, cells, place, unit, reader.text(raw, keys.note, place))


def _cells(
    raw: Mapping[str, Raw],
    place: Place,
    names: tuple[str, ...],
    columns: tuple[str, ...],
    schema: Table,
    reader: Reader,
) -> dict[str, Decimal]:
    cells: dict[str, Decimal] = {}
    type_ = _MONEY if schema.money else _NUMBER
    for key in raw:
        if key in names:
            continue
        if key not in columns and not (schema.by_year and _is_year(key)):
            reader.unknown(place, key, raw[key], (*names, *columns))
            continue
        value = reader.value(raw, key, type_, place)
        if isinstance(value, Decimal):
            cells[key] = value
    for column in columns if raw else ():
        if column not in raw:
            reader.say("STY120", place, name=column, columns=columns)
    return cells


def _is_year(key: str) -> bool:
    return len(key) == 4 and key.isascii() and key.isdigit()  # noqa: PLR2004 - a year has four digits
