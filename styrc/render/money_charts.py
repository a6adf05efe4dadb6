"""A table of money -> a drawing: what the units may cost year by year, or what was budgeted and what it became."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from styrc.blocks import Figure
from styrc.element import FigureTable, Row
from styrc.plan import Plan
from styrc.quantity import write_number
from styrc.render.say import capital
from styrc.render.svg import GroupedBarChart, Series, StackedBarChart, figure
from styrc.schema import Table, TableRole
from styrc.text import Language, Text

_FEWEST, _MOST = 2, 8
"""Rows that are worth drawing, and those that can be told apart in one bar."""

_TITLE = Text("{title} i bild", "{title} drawn")
_STACKED = Text(
    "{rows} delar. Tillsammans {first} ({first_year}) och {last} ({last_year}) {money}. Samma tal finns i tabellen.",
    "{rows} parts. Together {first} ({first_year}) and {last} ({last_year}) {money}. The table has the same figures.",
)
_COMPARED = Text(
    "{columns} för {rows} delar, i {money}. Samma tal finns i tabellen.",
    "{columns} for {rows} parts, in {money}. The same figures stand in the table.",
)


def money_figure(plan: Plan, table: FigureTable, language: Language) -> Figure | None:
    """The drawing of what units cost; None for other tables, and for one that cannot be drawn."""
    schema = plan.schema.tables[table.name]
    rows = [row for row in table.rows if row.cells]
    if schema.role is not TableRole.OPERATING or schema.rows != "unit" or len(rows) < _FEWEST:
        return None
    title = _TITLE.speak(language, {"title": schema.title or capital(table.name)})
    compared = _compared(schema)
    if compared:
        return _grouped(rows, compared, title, table.money, language)
    years = tuple(sorted({column for row in rows for column in row.cells if column.isdigit()}))
    return _stacked(rows, years, title, table.money, language) if len(years) > 1 and len(rows) <= _MOST else None


def _compared(schema: Table) -> tuple[str, ...]:
    """The columns that a deviation is counted between, with the forecast's beside them where there is one."""
    pairs = [column.deviation_of for column in schema.columns.values() if column.deviation_of]
    return tuple(reversed(dict.fromkeys(name for pair in pairs for name in pair)))


def _grouped(rows: list[Row], columns: tuple[str, ...], title: str, money: str, language: Language) -> Figure | None:
    columns = tuple(name for name in columns if any(name in row.cells for row in rows))
    if len(columns) < _FEWEST:
        return None
    chart = GroupedBarChart(
        title=title,
        description=_COMPARED.speak(
            language, {"columns": capital(", ".join(columns)), "rows": len(rows), "money": money}
        ),
        unit=money,
        labels=tuple(row.label for row in rows),
        series=tuple(Series(capital(name), tuple(row.cells.get(name) for row in rows)) for name in columns),
    )
    return _alone(chart, language)


def _stacked(rows: list[Row], years: tuple[str, ...], title: str, money: str, language: Language) -> Figure:
    sums = {year: sum((row.cells.get(year, Decimal(0)) for row in rows), Decimal(0)) for year in years}
    said = {
        "rows": len(rows),
        "first": write_number(sums[years[0]]),
        "first_year": years[0],
        "last": write_number(sums[years[-1]]),
        "last_year": years[-1],
        "money": money,
    }
    chart = StackedBarChart(
        title=title,
        description=_STACKED.speak(language, said),
        unit=money,
        labels=years,
        series=tuple(Series(row.label, tuple(row.cells.get(year) for year in years)) for row in rows),
    )
    return _alone(chart, language)


def _alone(chart: GroupedBarChart | StackedBarChart, language: Language) -> Figure:
    """The drawing without the table behind it: that is the one that it stands below."""
    return replace(figure(chart, language), table=None)
