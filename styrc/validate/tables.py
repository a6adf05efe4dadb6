"""A table of figures in a plan file -> a FigureTable with exact amounts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from styrc.element import Document, FigureTable, Row
from styrc.schema import Field, Table, Type
from styrc.source import Place, Raw
from styrc.validate.keys import Keys
from styrc.validate.reader import Reader, is_empty

_MONEY = Field(type=Type.MONEY)
_NUMBER = Field(type=Type.NUMBER)
_UNIT = Field(type=Type.UNIT)
_YEAR = Field(type=Type.YEAR)


def table(name: str, raw: Raw, place: Place, document: Document, reader: Reader) -> FigureTable:
    """Read one table; rows and figures that are wrong are told and left out."""
    schema, keys = reader.schema.tables[name], reader.words.table
    if is_empty(raw):
        reader.empty(place, name)
    known = Keys((keys.money, keys.costs, keys.rows, keys.sum, keys.note))
    top = reader.mended(reader.mapping(raw, place), place, known)
    money = Field(type=Type.CHOICE, of=reader.words.money)
    unit = reader.value(top, keys.money, money, place, required=schema.money and bool(top))
    columns = _columns(schema, document, reader)
    written = _written(top, place, schema, columns, reader)
    total = _written_total(top, place, schema, columns, reader)
    columns = _told_columns(place, document, schema, columns, [*written, *total], reader)
    rows = [read for here, row in written if (read := _row(row, here, schema, columns, reader))]
    sums = [Row(keys.sum, _cells(row, here, schema, columns, reader), here) for here, row in total]
    note = reader.text(top, keys.note, place)
    return FigureTable(
        name, str(unit or ""), tuple(rows), next(iter(sums), None), place, _costs(top, place, schema, reader), note
    )


def _costs(top: Mapping[str, Raw], place: Place, schema: Table, reader: Reader) -> str:
    """How costs are written: as the table says, else as the model does."""
    signs = reader.words.signs
    meant = {signs.positive: "positive", signs.negative: "negative"}
    said = reader.value(top, reader.words.table.costs, Field(type=Type.CHOICE, of=tuple(meant)), place)
    return meant[said] if isinstance(said, str) else schema.costs


_Written = tuple[Place, dict[str, Raw]]
"""A row by right names, and where it stands."""


def _written(
    top: Mapping[str, Raw], place: Place, schema: Table, columns: tuple[str, ...], reader: Reader
) -> list[_Written]:
    """The rows that have something in them."""
    keys = reader.words.table
    if keys.rows not in top:
        if top:
            reader.missing(place, keys.rows)
        return []
    here, found = reader.at(place, keys.rows), []
    known = Keys((_named_by(schema, reader)[0], *columns, keys.note), also=_optional(schema), years=schema.by_year)
    for there, row in reader.rows(top[keys.rows], here):
        if is_empty(row) and not reader.written.is_told(there):
            reader.say("STY103", there, "row", name=keys.rows)
        found.append((there, reader.mended(reader.mapping(row, there), there, known)))
    return [(there, row) for there, row in found if row]


def _written_total(
    top: Mapping[str, Raw], place: Place, schema: Table, columns: tuple[str, ...], reader: Reader
) -> list[_Written]:
    """The sum row, where there is one."""
    key = reader.words.table.sum
    here = reader.at(place, key)
    if key not in top:
        if top and schema.total == "required":
            reader.missing(place, key, schema)
        return []
    if is_empty(top[key]):
        reader.empty(here, key)
    known = Keys(columns, also=_optional(schema), years=schema.by_year)
    return [(here, reader.mended(reader.mapping(top[key], here), here, known))]


def _columns(schema: Table, document: Document, reader: Reader) -> tuple[str, ...]:
    """The columns to be filled; no names where any year will do."""
    years = reader.schema.documents[document.kind].years
    named = () if schema.rows == "year" else schema.named_columns
    if not schema.by_year or schema.rows == "year" or years is None or document.period.end is None:
        return named
    return (*named, *(str(document.period.start.year + step) for step in range(years.budget + years.plan)))


def _optional(schema: Table) -> tuple[str, ...]:
    """Columns that a row may leave out: where the rows are years, what did not happen that year."""
    return schema.named_columns if schema.rows == "year" else ()


def _told_columns(
    place: Place,
    document: Document,
    schema: Table,
    columns: tuple[str, ...],
    rows: list[_Written],
    reader: Reader,
) -> tuple[str, ...]:
    """The columns that each row is asked for. One that is in no row at all is told here, once for the table."""
    gone = tuple(column for column in columns if not any(column in row for _, row in rows)) if len(rows) > 1 else ()
    if gone:
        years = reader.schema.documents[document.kind].years if schema.by_year else None
        here, table = replace(place, on_key=True), place.path[-1]
        reader.say("STY120", here, "table", years, table=table, columns=columns, missing=gone, name=gone[0])
    return tuple(column for column in columns if column not in gone)


def _named_by(schema: Table, reader: Reader) -> tuple[str, Field]:
    """The key that a row is named by, and what may stand there."""
    keys = reader.words.table
    if schema.rows == "post":
        closed = schema.posts and not schema.more_posts
        return keys.post, Field(type=Type.CHOICE, of=tuple(schema.posts)) if closed else Field()
    return (keys.unit, _UNIT) if schema.rows == "unit" else (keys.year, _YEAR)


def _row(row: Mapping[str, Raw], place: Place, schema: Table, columns: tuple[str, ...], reader: Reader) -> Row | None:
    keys, (named_by, field) = reader.words.table, _named_by(schema, reader)
    label = str(reader.value(row, named_by, field, place, required=True) or "")
    figures = {key: raw for key, raw in row.items() if key not in (named_by, keys.note)}
    cells = _cells(figures, place, schema, columns, reader)
    unit = label if schema.rows == "unit" else ""
    name = reader.organisation.name(unit) if unit else label
    return Row(name, cells, place, unit, reader.text(row, keys.note, place))


def _cells(
    row: Mapping[str, Raw], place: Place, schema: Table, columns: tuple[str, ...], reader: Reader
) -> dict[str, Decimal]:
    type_ = _MONEY if schema.money else _NUMBER
    values = {key: reader.value(row, key, type_, place) for key in row}
    for column in columns if row else ():
        if column not in row:
            reader.say("STY120", place, name=column, columns=columns)
    return {key: value for key, value in values.items() if isinstance(value, Decimal)}
