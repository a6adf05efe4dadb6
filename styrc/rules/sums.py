"""The sums that a table of figures says it holds: its sum row, rows that are sums of others, and columns likewise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from styrc.element import FigureTable, Row
from styrc.rules.amounts import Sum, Term
from styrc.rules.wording import quoted
from styrc.schema import Column, Table
from styrc.schema.table import YEARS
from styrc.source import Place
from styrc.text import Text, say


class Told(NamedTuple):
    """A sum, with the words for what it is and for what its terms make."""

    sum: Sum
    what: Text
    makes: Text


def heading(table: FigureTable) -> Place:
    """Where the table is named: the place of what is wrong with the table as a whole."""
    return replace(table.place, on_key=True)


def is_whole(table: FigureTable) -> bool:
    """Whether every row could be read; where one could not, that is told instead of what seems to follow."""
    return [row.place.path[-1] for row in table.rows] == list(range(len(table.rows)))


def sums_of(table: FigureTable, schema: Table) -> Iterator[Told]:
    """All sums of a table that can be counted: those whose terms are all filled in."""
    if is_whole(table):
        yield from _sum_row(table, schema)
        yield from _sum_posts(table, schema)
    for row in (*table.rows, *((table.total,) if table.total else ())):
        yield from _sum_columns(row, table, schema)


def added(table: FigureTable, schema: Table) -> tuple[Row, ...]:
    """The rows that the sum row adds up: those that are not sums of others."""
    return tuple(row for row in table.rows if row.label not in schema.posts or not schema.posts[row.label].sum_of)


def _sum_row(table: FigureTable, schema: Table) -> Iterator[Told]:
    rows = added(table, schema)
    for name, written in table.total.cells.items() if table.total and rows else ():
        terms = tuple(Term(row.label, row.cells[name]) for row in rows if name in row.cells)
        if len(terms) == len(rows) and table.total:
            what = Text(f"Summan för {name}", f"The sum for {name}")
            makes = Text("raderna blir tillsammans", "the rows add up to")
            found = Sum(what.sv, table.total.place.at(name), written, terms, schema.rounded)
            yield Told(found, what, makes)


def _sum_posts(table: FigureTable, schema: Table) -> Iterator[Told]:
    rows = {row.label: row for row in table.rows}
    for row in table.rows:
        parts = _parts_of_post(row.label, rows, schema)
        for name, written in row.cells.items() if parts else ():
            cells = {part: rows[part].cells[name] for part in parts if name in rows[part].cells}
            if len(cells) == len(parts):
                terms = tuple(Term(part, cell, parts[part]) for part, cell in cells.items())
                found = Sum(row.label, row.place.at(name), written, terms, schema.rounded)
                yield Told(found, Text(f"”{row.label}” för {name}", f"“{row.label}” for {name}"), _makes(terms))


def _parts_of_post(label: str, rows: Mapping[str, Row], schema: Table) -> dict[str, bool]:
    """The rows that a row is made of, and which are taken off; none where one is missing that means something."""
    post = schema.posts.get(label)
    if post is None or not post.sum_of:
        return {}
    parts = {**dict.fromkeys(post.sum_of, False), **dict.fromkeys(post.less, True)}
    gone = [schema.posts[name] for name in parts if name not in rows]
    if any(one.role or one.sum_of for one in gone):
        return {}
    return {name: off for name, off in parts.items() if name in rows}


def _sum_columns(row: Row, table: FigureTable, schema: Table) -> Iterator[Told]:
    for name in schema.named_columns:
        parts = _parts(schema.columns[name], row, table, schema)
        written = row.cells.get(name)
        if written is None or not parts or not all(part in row.cells for part in parts):
            continue
        terms = tuple(Term(part, row.cells[part], off) for part, off in parts.items())
        found = Sum(name, row.place.at(name), written, terms, schema.rounded)
        yield Told(found, Text(f"”{name}” för {row.label}", f"“{name}” for {row.label}"), _makes(terms))


def _parts(column: Column, row: Row, table: FigureTable, schema: Table) -> Mapping[str, bool]:
    """The columns that a column is made of, and which are taken off. A deviation is plus where costs are low."""
    years = [name for name in row.cells if name not in schema.columns]
    if len(column.deviation_of) > 1:
        outcome, budget = column.deviation_of[:2]
        return {budget: False, outcome: True} if table.costs == "positive" else {outcome: False, budget: True}
    found: dict[str, bool] = {}
    for names, off in ((column.sum_of, False), (column.less, True)):
        for name in names:
            found |= dict.fromkeys(years if name == YEARS else (name,), off)
    return found


def _makes(terms: tuple[Term, ...]) -> Text:
    """What the terms make, as the beginning of a sentence: ”A” och ”B” minus ”C” blir."""
    plus = quoted(term.label for term in terms if not term.taken)
    minus = quoted(term.label for term in terms if term.taken)
    one = Text(say(plus, "sv"), say(plus, "en"))
    off = Text(f" minus {say(minus, 'sv')}", f" less {say(minus, 'en')}") if minus else Text("", "")
    several = Text(" tillsammans", " together") if len(terms) > 1 and not minus else Text("", "")
    return Text(f"{one.sv}{off.sv} blir{several.sv}", f"{one.en}{off.en} make{several.en}")
