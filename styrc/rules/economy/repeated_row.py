"""Tables with two rows of the same name."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.diagnostic import Related
from styrc.element import Row
from styrc.plan import Plan
from styrc.rule import Hit
from styrc.text import Text

_FIRST = Text("Här står den första raden.", "The first row stands here.")


def repeated_row(plan: Plan) -> Iterator[Hit]:
    """A unit, a post or a year that has had its row already."""
    for document in plan.documents.values():
        for table in document.tables.values():
            first: dict[str, Row] = {}
            for row in table.rows:
                name = row.unit or row.label
                if name and name in first:
                    related = (Related(first[name].place, _FIRST),)
                    yield Hit(row.place, {"table": table.name, "row": row.label}, related=related)
                first.setdefault(name, row)
