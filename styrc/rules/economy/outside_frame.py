"""Tables that do not add up to what a document above gives the unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from styrc.diagnostic import Related
from styrc.element import Document, FigureTable, Row
from styrc.plan import Plan
from styrc.quantity import write_number
from styrc.rule import Hit
from styrc.rules.amounts import Amount, amount, differ, total
from styrc.rules.frames import table_above
from styrc.rules.sums import added, heading, is_whole
from styrc.schema.table import Frame
from styrc.source import Place
from styrc.text import Text

_FRAME = Text("Här står ramen.", "The frame stands here.")


def outside_frame(plan: Plan) -> Iterator[Hit]:
    """A sum that is another than its frame, or higher than it where it may be lower."""
    for document in plan.documents.values():
        for table in document.tables.values() if document.whole else ():
            frame = plan.schema.tables[table.name].frame
            if frame is None or not plan.binds(frame, document.unit) or not is_whole(table) or not table.rows:
                continue
            above = table_above(plan, document, frame.table)
            if above is not None:
                yield from _Comparison(plan, document, table, *above, frame).hits()


class _Comparison:
    """A table and its frame."""

    def __init__(
        self, plan: Plan, document: Document, table: FigureTable, home: Document, above: FigureTable, frame: Frame
    ) -> None:
        self.plan, self.document, self.table, self.home, self.above = plan, document, table, home, above
        self.constraint = frame
        self.rows = [row for row in above.rows if plan.organisation.is_in_line(row.unit, document.unit)]

    def hits(self) -> Iterator[Hit]:
        """What is wrong: no frame at all, or amounts that are not those of the frame."""
        if not is_whole(self.above):
            return
        if not self.rows:
            if self._is_forgotten():
                yield Hit(heading(self.table), self._values(self.document.unit), "none", self.constraint)
        elif self.plan.schema.tables[self.table.name].rows == "unit":
            for row in self.rows:
                yield from self._compare([row], self._below(row), row.unit)
        else:
            rows = added(self.table, self.plan.schema.tables[self.table.name])
            yield from self._compare(self.rows, rows, self.document.unit)

    def _is_forgotten(self) -> bool:
        """Whether other units of the same level have a row, so that this one should have one too."""
        level = self.plan.organisation.level
        return any(level(row.unit) == level(self.document.unit) for row in self.above.rows)

    def _below(self, frame: Row) -> list[Row]:
        """The rows of the units that share in a row of the frame: those for which it is the nearest one above."""
        units, line = {row.unit for row in self.rows}, self.plan.organisation.line
        return [
            row for row in self.table.rows if next((one for one in line(row.unit) if one in units), "") == frame.unit
        ]

    def _compare(self, frames: Sequence[Row], rows: Sequence[Row], unit: str) -> Iterator[Hit]:
        for name in frames[0].cells:
            cells = [row.cells[name] for row in rows if name in row.cells]
            given = [row.cells[name] for row in frames if name in row.cells]
            if len(given) < len(frames) or len(cells) < len(rows) or (not cells and not self._has_column(name)):
                continue
            place, made = self._made(name, rows, cells, unit)
            frame = total(amount(one, self._factor(self.above)) for one in given)
            if differ(made, frame) and not (self.constraint.at_most and made.value < frame.value):
                other = Related(frames[0].place.at(name), _FRAME)
                difference = abs(made.value - frame.value) / self._factor(self.table)
                values = {
                    **self._values(unit),
                    "column": name,
                    "written": self._said(made.value / self._factor(self.table), self.table),
                    "given": self._said(sum(given, Decimal(0)), self.above),
                    "difference": self._said(difference, self.table),
                }
                yield Hit(place, values, "most" if self.constraint.at_most else "", self.constraint, (other,))

    def _made(self, name: str, rows: Sequence[Row], cells: Sequence[Decimal], unit: str) -> tuple[Place, Amount]:
        """What the table adds up to for a unit: its sum row where that is all of it, else the rows."""
        whole = self.table.total if unit == self.document.unit and len(rows) == len(self.table.rows) else None
        if whole is not None and name in whole.cells:
            return whole.place.at(name), amount(whole.cells[name], self._factor(self.table))
        place = rows[0].place.at(name) if len(rows) == 1 else heading(self.table)
        return place, total(amount(one, self._factor(self.table)) for one in cells)

    def _has_column(self, name: str) -> bool:
        return any(name in row.cells for row in self.table.rows)

    def _values(self, unit: str) -> dict[str, object]:
        name = self.plan.organisation.name
        return {"unit": name(unit), "table": self.table.name, "above": self.above.name, "document": self.home.title}

    def _factor(self, table: FigureTable) -> Decimal:
        return Decimal(self.plan.words.factor(table.money))

    def _said(self, number: Decimal, table: FigureTable) -> str:
        return f"{write_number(number)} {table.money}".rstrip()
