"""Budgets whose plan for the economy is shorter than the law asks for, where the model asks for no more."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.element import Document, FigureTable
from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.statutes import budgets, law_of
from styrc.rules.sums import heading
from styrc.schema import TableRole


def too_few_years(plan: Plan) -> Iterator[Hit]:
    """Years that no table for the economy has. Those that the model itself asks for are told with the table."""
    law = law_of(plan)
    for document, year in budgets(plan) if law else ():
        if law is None or not document.whole:
            continue
        years = plan.schema.documents[document.kind].years
        wanted = tuple(year + step for step in range(law.statutes.three_years.years))
        if years is not None and years.budget + years.plan >= len(wanted):
            continue
        tables = _economy(plan, document)
        there = {name for table in tables for row in table.rows for name in row.cells}
        missing = tuple(one for one in wanted if str(one) not in there)
        if tables and missing:
            values = {"document": document.title, "years": wanted, "missing": missing}
            yield Hit(heading(tables[0]), values, because=law.because(law.statutes.three_years))


def _economy(plan: Plan, document: Document) -> list[FigureTable]:
    """The tables that can show the plan for the economy: the income budget, else what the units may cost."""
    for role in (TableRole.INCOME, TableRole.OPERATING):
        found = [table for table in document.tables.values() if _is(plan, table, role) and table.rows]
        if found:
            return found
    return []


def _is(plan: Plan, table: FigureTable, role: TableRole) -> bool:
    schema = plan.schema.tables[table.name]
    return schema.role is role and schema.by_year
