"""Tables without a row for each unit that must have one, or without a row that the model asks for."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.element import Document, FigureTable
from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.sums import heading, is_whole


def missing_row(plan: Plan) -> Iterator[Hit]:
    """All units that have no row, told together; a row that is missing by name, told by itself."""
    for document in plan.documents.values():
        for table in document.tables.values() if document.whole else ():
            if table.rows and is_whole(table):
                yield from _units(plan, document, table)
                yield from _posts(plan, document, table)


def _units(plan: Plan, document: Document, table: FigureTable) -> Iterator[Hit]:
    covers = plan.schema.tables[table.name].covers
    if covers is None or not plan.binds(covers, document.unit) or not plan.has_known_period(document):
        return
    written, year = {row.unit for row in table.rows}, document.period.start.year
    missing = tuple(
        unit.name
        for unit in plan.organisation.of_levels(covers.levels)
        if unit.id not in written and unit.exists_in(year) and plan.organisation.is_in_line(unit.id, document.unit)
    )
    if missing:
        yield Hit(
            heading(table), {"table": table.name, "missing": missing}, "", covers, absence=True, document=document.id
        )


def _posts(plan: Plan, document: Document, table: FigureTable) -> Iterator[Hit]:
    written = {row.label for row in table.rows}
    for name, post in plan.schema.tables[table.name].posts.items():
        if post.required and name not in written and plan.binds(post, document.unit):
            values = {"table": table.name, "missing": name}
            yield Hit(heading(table), values, "post", post, absence=True, document=document.id)
