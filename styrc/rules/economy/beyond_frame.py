"""Elements whose amounts together are more than a table gives the unit that takes them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from styrc.diagnostic import Related
from styrc.element import Document, Element
from styrc.plan import Plan
from styrc.quantity import write_number
from styrc.rule import Hit
from styrc.rules.amounts import amount, total
from styrc.rules.frames import table_above
from styrc.rules.sums import is_whole
from styrc.schema import Part
from styrc.schema.table import Within
from styrc.text import Text

_FRAME = Text("Här står vad enheten har fått.", "What the unit is given stands here.")


def beyond_frame(plan: Plan) -> Iterator[Hit]:
    """Amounts that do not fit; told once for each unit, at the last of them."""
    for name, kind in plan.schema.kinds.items():
        for within in kind.within:
            for (document, unit), elements in _takers(plan, name, within).items():
                yield from _hits(plan, plan.documents[document], unit, elements, within)


def _takers(plan: Plan, kind: str, within: Within) -> dict[tuple[str, str], list[Element]]:
    """The elements with an amount, by the document they stand in and the unit that takes them."""
    found: dict[tuple[str, str], list[Element]] = {}
    for element in plan.of_kind(kind):
        taker = plan.part(element, Part.TAKER)
        unit = taker if isinstance(taker, str) else element.unit
        if isinstance(element.values.get(within.field), Decimal) and plan.binds(within, unit):
            found.setdefault((element.document, unit), []).append(element)
    return found


def _hits(plan: Plan, document: Document, unit: str, elements: list[Element], within: Within) -> Iterator[Hit]:
    here = document.tables.get(within.table)
    home = (document, here) if here is not None else table_above(plan, document, within.table)
    if home is None or not plan.has_known_period(document) or not is_whole(home[1]):
        return
    column = str(document.period.start.year)
    rows = [row for row in home[1].rows if plan.organisation.is_in_line(row.unit, unit) and column in row.cells]
    factor, unit_of_field = (Decimal(plan.words.factor(money)) for money in (home[1].money, within.money))
    given = total(amount(row.cells[column], factor) for row in rows)
    asked = total(amount(one, unit_of_field) for one in _amounts(elements, within))
    if rows and asked.value - asked.slack > abs(given.value) + given.slack:
        values = {
            "unit": plan.organisation.name(unit),
            "kinds": plan.schema.words(elements[0].kind),
            "field": within.field,
            "asked": f"{write_number(asked.value / unit_of_field)} {within.money}",
            "given": f"{write_number(abs(given.value) / factor)} {home[1].money}",
            "table": within.table,
            "document": home[0].title,
        }
        related = (Related(rows[0].place.at(column), _FRAME),)
        yield Hit(elements[-1].place.at(within.field), values, constraint=within, related=related)


def _amounts(elements: list[Element], within: Within) -> Iterator[Decimal]:
    for element in elements:
        value = element.values[within.field]
        if isinstance(value, Decimal):
            yield value
