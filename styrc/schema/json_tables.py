"""A table of figures -> JSON Schema: its rows, its columns and the words for its unit and its signs."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from styrc.schema.json_values import Json, closed, described, enum
from styrc.schema.kind import Field
from styrc.schema.table import Table
from styrc.schema.theory import Type
from styrc.text import Language
from styrc.words import Words

_LINE = Field()
_YEARS = "^[0-9]{4}$"
_NAMED_BY = {"unit": Type.UNIT, "post": Type.LINE, "year": Type.YEAR}


def table_schema(table: Table, words: Words, value: Callable[[Field], Json], language: Language) -> Json:
    """What may stand below a table's name; `value` gives the forms of a field's value."""
    keys = words.table
    named_by = {"unit": keys.unit, "post": keys.post, "year": keys.year}[table.rows]
    label = value(Field(type=_NAMED_BY[table.rows]))
    if table.posts and not table.more_posts:
        label = enum(table.posts, {name: post.means for name, post in table.posts.items()}, language=language)
    row = _figures(table, value, {named_by: label, keys.note: value(_LINE)}, (named_by,))
    made = {
        keys.money: enum(words.money, {}, language=language),
        keys.costs: enum((words.signs.positive, words.signs.negative), {}, language=language),
        keys.rows: {"type": "array", "items": row},
        keys.sum: _figures(table, value, {}, ()),
        keys.note: value(_LINE),
    }
    money, total = [keys.money] if table.money else [], [keys.sum] if table.total == "required" else []
    return closed(made, required=[keys.rows, *money, *total])


def _figures(
    table: Table, value: Callable[[Field], Json], names: Mapping[str, Json], required: tuple[str, ...]
) -> Json:
    """A row of figures: a number in every column."""
    number = value(Field(type=Type.MONEY if table.money else Type.NUMBER))
    columns = {
        name: described(number, column.means) for name, column in table.columns.items() if name in table.named_columns
    }
    must = () if table.rows == "year" else tuple(columns)
    return closed({**names, **columns}, required=(*required, *must), patterns={_YEARS: number} if table.by_year else {})
