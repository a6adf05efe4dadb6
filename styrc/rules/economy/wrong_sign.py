"""Figures with another sign than costs and income are written with in their table."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.element import FigureTable, Row
from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.sums import added, heading
from styrc.schema import Account, Table, TableRole

_COSTS = (Account.COST, Account.DEPRECIATION)
_INCOME = (Account.REVENUE, Account.TAX)


def wrong_sign(plan: Plan) -> Iterator[Hit]:
    """A row of costs or income, or a whole table of costs, against the table's own convention."""
    signs = plan.words.signs
    for document in plan.documents.values():
        for table in document.tables.values() if document.whole else ():
            said = {"positive": signs.positive, "negative": signs.negative}.get(table.costs, "")
            values = {"table": table.name, "costs": plan.words.table.costs, "sign": said}
            schema = plan.schema.tables[table.name]
            if said and schema.role is TableRole.OPERATING and _is_turned(table, schema):
                yield Hit(heading(table), values, "table")
            for row in table.rows if said else ():
                minus = _is_minus(row, table, schema)
                cells = {name: cell for name, cell in row.cells.items() if cell and not _is_deviation(name, schema)}
                wrong = tuple(name for name, cell in cells.items() if (cell < 0) is not minus)
                if wrong and _is_known(row, table, schema):
                    yield Hit(row.place.at(wrong[0]), {**values, "row": row.label, "columns": wrong})


def _is_known(row: Row, table: FigureTable, schema: Table) -> bool:
    """Whether the row's sign follows from its role. Where costs are plus, income may be written either way."""
    post = schema.posts.get(row.label)
    return post is not None and (post.role in _COSTS or (post.role in _INCOME and table.costs == "negative"))


def _is_minus(row: Row, table: FigureTable, schema: Table) -> bool:
    """Whether the row should be below zero."""
    post = schema.posts.get(row.label)
    return post is not None and post.role in _COSTS and table.costs == "negative"


def _is_deviation(name: str, schema: Table) -> bool:
    """Whether a column is a difference: its sign says what is better, not what is a cost."""
    return name in schema.columns and bool(schema.columns[name].deviation_of)


def _is_turned(table: FigureTable, schema: Table) -> bool:
    """Whether the units together have costs of the wrong sign in every column. One that earns money is no fault."""
    rows = added(table, schema)
    names = {name for row in rows for name in row.cells if not _is_deviation(name, schema)}
    sums = [sum(row.cells[name] for row in rows if name in row.cells) for name in names]
    return any(sums) and all((one < 0) is (table.costs == "positive") for one in sums if one)
