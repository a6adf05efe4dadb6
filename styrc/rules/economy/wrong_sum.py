"""Sums that say something else than what they are made of adds up to."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from styrc.element import FigureTable
from styrc.plan import Plan
from styrc.quantity import write_number
from styrc.rule import Hit
from styrc.rules.amounts import Sum
from styrc.rules.sums import Told, sums_of


def wrong_sum(plan: Plan) -> Iterator[Hit]:
    """A sum row, a row or a column that differs from its terms by more than rounding can explain."""
    for document in plan.documents.values():
        for table in document.tables.values() if document.whole else ():
            for told in sums_of(table, plan.schema.tables[table.name]):
                if told.sum.is_wrong:
                    yield _hit(told, table)


def _hit(told: Told, table: FigureTable) -> Hit:
    variant, hint = _hint(told.sum)
    values = {
        "what": told.what,
        "table": table.name,
        "written": _amount(told.sum.printed, table),
        "makes": told.makes,
        "counted": _amount(told.sum.counted, table),
        "difference": _amount(abs(told.sum.printed - told.sum.counted), table),
        **hint,
    }
    return Hit(told.sum.place, values, variant)


def _amount(number: Decimal, table: FigureTable) -> str:
    return f"{write_number(number)} {table.money}".rstrip()


def _hint(found: Sum) -> tuple[str, dict[str, object]]:
    """The slip that explains the difference, where there is only one that does."""
    slips = found.slips()
    if len(slips) == 1:
        slip = slips[0]
        values: dict[str, object] = {
            "row": slip.label,
            "value": write_number(slip.written),
            "right": write_number(_plain(slip.meant)),
        }
        return slip.kind, values
    return "nine" if found.by_nine else "", {}


def _plain(number: Decimal) -> Decimal:
    """Without zeros after the decimal comma that another unit has brought along."""
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()
