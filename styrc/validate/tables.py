"""A table of figures in a plan file -> a FigureTable with exact amounts."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from styrc.element import Document, FigureTable, Row
from styrc.schema import Field, Table, Type
from styrc.source import Place, Raw
from styrc.validate.keys import Keys
from styrc.validate.reader import Reader, is_empty

_MONEY = Field(type=Type.MONEY)
_NUMBER = Field(type=Type.NUMBER)
_UNIT = Field(type=Type.UNIT)


def table(name: str, raw: Raw, place: Place, document: Document, reader: Reader) -> FigureTable:
    """Read one table; rows and figures that are wrong are told and left out."""
    schema, keys = reader.schema.tables[name], reader.words.table
    if is_empty(raw):
        reader.empty(place, name)
    top = reader.mended(reader.mapping(raw, place), place, Keys((keys.money, keys.rows, keys.sum, keys.note)))
    money = Field(type=Type.CHOICE, of=reader.words.money)
    unit = reader.value(top, keys.money, money, place, required=schema.money and bool(top))
    columns = _columns(schema, document, reader)
    rows = []
    if keys.rows in top:
        here = reader.at(place, keys.rows)
        for row_place, row in reader.rows(top[keys.rows], here):
            read = _row(row, row_place, schema, columns, reader)
            rows += [read] if read else []
    elif top:
        reader.missing(place, keys.rows)
    total = _total(top, place, schema, columns, reader)
    return FigureTable(name, str(unit or ""), tuple(rows), total, place)


def _total(top: Mapping[str, Raw], place: Place, schema: Table, columns: tuple[str, ...], reader: Reader) -> Row | None:
    key = reader.words.table.sum
    here = reader.at(place, key)
    if key not in top:
        if top and schema.total == "required":
            reader.missing(place, key, schema)
        return None
    if is_empty(top[key]):
        reader.empty(here, key)
    row = reader.mended(reader.mapping(top[key], here), here, Keys(columns, years=schema.by_year))
    if row:
        _tell_gaps(row, here, columns, reader)
    return Row(key, _cells(row, here, schema, reader), here)


def _columns(schema: Table, document: Document, reader: Reader) -> tuple[str, ...]:
    """The columns to be filled; no names where any year will do."""
    years = reader.schema.documents[document.kind].years
    if not schema.by_year:
        return schema.columns
    if years is None or document.period.end is None:
        return ()
    return tuple(str(document.period.start.year + step) for step in range(years.budget + years.plan))


def _row(written: Raw, place: Place, schema: Table, columns: tuple[str, ...], reader: Reader) -> Row | None:
    keys = reader.words.table
    named_by = keys.unit if schema.rows == "unit" else keys.post
    if is_empty(written) and not reader.written.is_told(place):
        reader.say("STY103", place, "row", name=keys.rows)
    known = Keys((named_by, *columns, keys.note), years=schema.by_year)
    row = reader.mended(reader.mapping(written, place), place, known)
    if not row:
        return None
    label = reader.value(row, named_by, _UNIT if schema.rows == "unit" else Field(), place, required=True)
    cells = _cells({key: raw for key, raw in row.items() if key not in (named_by, keys.note)}, place, schema, reader)
    _tell_gaps(row, place, columns, reader)
    unit = str(label or "") if schema.rows == "unit" else ""
    name = reader.organisation.name(unit) if unit else str(label or "")
    return Row(name, cells, place, unit, reader.text(row, keys.note, place))


def _cells(row: Mapping[str, Raw], place: Place, schema: Table, reader: Reader) -> dict[str, Decimal]:
    type_ = _MONEY if schema.money else _NUMBER
    values = {key: reader.value(row, key, type_, place) for key in row}
    return {key: value for key, value in values.items() if isinstance(value, Decimal)}


def _tell_gaps(row: Mapping[str, Raw], place: Place, columns: tuple[str, ...], reader: Reader) -> None:
    for column in columns:
        if column not in row:
            reader.say("STY120", place, name=column, columns=columns)
