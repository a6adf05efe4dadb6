"""The names that tables of figures use for each other, for their own rows and columns, and for levels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from styrc.schema.kind import Kind
from styrc.schema.table import YEARS, Table

Name = tuple[tuple[str | int, ...], str, tuple[str, ...]]
"""A path in the file, a name used there, and the names that would be right."""


def each(path: tuple[str | int, ...], names: Iterable[str], known: Iterable[str]) -> Iterator[Name]:
    """Every name in a list, with the names that would be right."""
    known = tuple(known)
    for number, name in enumerate(names):
        yield (*path, number), name, known


def names_of_tables(tables: Mapping[str, Table], levels: Iterable[str]) -> Iterator[Name]:
    """Every name that the tables use for something else."""
    levels = tuple(levels)
    for name, table in tables.items():
        yield from _of_sums(("tables", name), table)
        yield from _of_shown(("tables", name), table, tables)
        if table.covers:
            yield from each(("tables", name, "covers", "levels"), table.covers.levels, levels)
        if table.frame:
            yield ("tables", name, "frame", "table"), table.frame.table, _of_units(tables)


def names_of_amounts(kinds: Mapping[str, Kind], tables: Mapping[str, Table], money: tuple[str, ...]) -> Iterator[Name]:
    """Every name that a kind uses for the amounts that must fit in a table."""
    for name, kind in kinds.items():
        for number, within in enumerate(kind.within):
            path = ("kinds", name, "within", number)
            yield (*path, "field"), within.field, tuple(kind.fields)
            yield (*path, "table"), within.table, _of_units(tables)
            yield (*path, "money"), within.money, money


def _of_units(tables: Mapping[str, Table]) -> tuple[str, ...]:
    return tuple(name for name, table in tables.items() if table.rows == "unit")


def _of_sums(path: tuple[str | int, ...], table: Table) -> Iterator[Name]:
    """The rows and columns of which others are the sum."""
    for key, post in table.posts.items():
        others = tuple(one for one in table.posts if one != key)
        yield from each((*path, "posts", key, "sum of"), post.sum_of, others)
        yield from each((*path, "posts", key, "less"), post.less, others)
    for key, column in table.columns.items():
        others = tuple(one for one in table.columns if one != key)
        yield from each((*path, "columns", key, "sum of"), column.sum_of, others)
        yield from each((*path, "columns", key, "less"), column.less, others)
        yield from each((*path, "columns", key, "deviation of"), column.deviation_of, others)


def _of_shown(path: tuple[str | int, ...], table: Table, tables: Mapping[str, Table]) -> Iterator[Name]:
    """The tables, and the columns in them, that columns repeat."""
    for key, column in table.columns.items():
        if column.shows is not None:
            here, named = (*path, "columns", key, "shows"), column.shows.table
            yield (*here, "table"), named, tuple(one for one in tables if tables[one] is not table)
            if named in tables:
                known = (*tables[named].named_columns, *((YEARS,) if tables[named].by_year else ()))
                yield (*here, "column"), column.shows.column, known
