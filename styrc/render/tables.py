"""Elements and figures of a plan -> tables: indicators over the years, elements in rows, budgets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from styrc.blocks import (
    ELEMENT,
    SERIES,
    Align,
    Anchor,
    Column,
    Emphasis,
    Inlines,
    LineBreak,
    Link,
    Row,
    Run,
    Status,
    Table,
    Tone,
)
from styrc.element import Element, FigureTable, Value
from styrc.element import Row as FigureRow
from styrc.plan import Plan
from styrc.quantity import write_number
from styrc.render.labels import BASELINE_YEAR, COSTS, RISK_VALUE, SUM_CAPTION, TARGET, TARGET_YEAR
from styrc.render.say import capital, printed
from styrc.schema import Field, Part, Type
from styrc.schema import Table as FigureSchema
from styrc.schema.table import YEARS
from styrc.text import Language

SIGNS = {"circle": "●", "triangle": "▲", "square": "■", "dash": "–", "none": ""}
TONES = {"good": Tone.GOOD, "partly": Tone.CAUTION, "bad": Tone.BAD, "none": Tone.NEUTRAL}
"""How the signs and tones of a model's scales are printed."""

_OUTCOME_YEARS = 3
"""How many of the latest years with outcomes a table shows: enough to see a direction, few enough for paper."""


def element_link(element: Element) -> Inlines:
    """The element's title, leading to where it stands."""
    return (Link(ELEMENT + element.key, (Run(element.title or element.id),)),)


def indicator_table(
    plan: Plan,
    indicators: Sequence[Element],
    above: Element | None,
    *,
    anchors: Mapping[str, str],
    caption: str,
    language: Language,
) -> Table:
    """Indicators in rows: what each measures unless all stand below it, unit, outcomes and targets by year."""
    kind = indicators[0].kind
    unit = plan.field_name(kind, Part.UNIT_OF_MEASURE)
    links = [name for name in plan.schema.kinds[kind].links if _is_news(plan, indicators, name, above)]
    outcomes = _years(plan, indicators, Part.OUTCOME)[-_OUTCOME_YEARS:]
    targets_ = _years(plan, indicators, Part.TARGET)
    single = any(_single(plan, one) is not None for one in indicators)
    parts = [
        _Part(capital(plan.schema.word(kind)), lambda one: _measure(one, anchors)),
        *(_link_part(plan, name) for name in links),
        *([_Part(capital(unit), lambda one: _cell(plan, one, Part.UNIT_OF_MEASURE))] if unit else []),
        *(_year_part(plan, Part.OUTCOME, year, BASELINE_YEAR.speak(language, {"year": year})) for year in outcomes),
        *(_year_part(plan, Part.TARGET, year, TARGET_YEAR.speak(language, {"year": year})) for year in targets_),
        *([_year_part(plan, Part.TARGET, None, TARGET.speak(language))] if single else []),
    ]
    return _table(caption, parts, indicators)


def _is_news(plan: Plan, indicators: Sequence[Element], link: str, above: Element | None) -> bool:
    """Whether an indicator points by a link at something else than what they all stand below."""
    ties = (tied for one in indicators for tied in plan.up(one) if tied.reference.link == link)
    return any(above is None or tied.target.key != above.key for tied in ties)


def _year_part(plan: Plan, part: Part, year: int | None, head: str) -> _Part:
    return _Part(head, lambda one: _cell(plan, one, part, year), Align.END)


def _table(caption: str, parts: Sequence[_Part], elements: Sequence[Element]) -> Table:
    columns = tuple(Column((Run(part.head),), part.align) for part in parts)
    return Table(caption, columns, tuple(Row(tuple(part.cell(one) for part in parts)) for one in elements))


def _title(element: Element, anchors: Mapping[str, str]) -> Inlines:
    """The title where the element stands, which links lead to; elsewhere a link that leads there."""
    if element.key not in anchors:
        return element_link(element)
    return (Anchor(anchors[element.key]), Run(element.title or element.id))


def _measure(indicator: Element, anchors: Mapping[str, str]) -> Inlines:
    """An indicator's title, leading to the page with all its values."""
    place = (Anchor(anchors[indicator.key]),) if indicator.key in anchors else ()
    return (*place, Link(SERIES + indicator.key, (Run(indicator.title or indicator.id),)))


def _years(plan: Plan, indicators: Iterable[Element], part: Part) -> list[int]:
    values = (plan.part(one, part) for one in indicators)
    return sorted({year for value in values if isinstance(value, Mapping) for year in value})


def _single(plan: Plan, indicator: Element) -> Value | None:
    value = plan.part(indicator, Part.TARGET)
    return None if isinstance(value, Mapping) else value


def _cell(plan: Plan, indicator: Element, part: Part, year: int | None = None) -> Inlines:
    value, field = plan.part(indicator, part), field_of(plan, indicator.kind, part)
    if isinstance(value, Mapping):
        value = value.get(year) if year is not None else None
    elif year is not None:
        value = None
    return (Run(printed(value, field, plan)),) if value is not None else (Run("–"),)


def field_of(plan: Plan, kind: str, part: Part) -> Field:
    """The field of a part; a plain line where the kind has none of its own."""
    return plan.schema.kinds[kind].fields.get(plan.field_name(kind, part), Field())


def row_table(
    plan: Plan, elements: Sequence[Element], anchors: Mapping[str, str], caption: str, language: Language
) -> Table:
    """Elements without running text in rows: title, fields in the model's order, a risk's weight, what they serve."""
    kind = plan.schema.kinds[elements[0].kind]
    parts = [
        _Part(capital(plan.schema.word(elements[0].kind)), lambda one: _title(one, anchors)),
        *(_field_part(plan, name, field) for name, field in kind.fields.items() if _is_shown(elements, name, field)),
        *([_Part(RISK_VALUE.speak(language), lambda one: weight(plan, one))] if kind.matrix else []),
        *(_link_part(plan, name) for name in kind.links if _is_used(plan, elements, name)),
    ]
    return _table(caption, parts, elements)


@dataclass(frozen=True, slots=True)
class _Part:
    """A column of a table of elements: its head and what each element has in it."""

    head: str
    cell: Callable[[Element], Inlines]
    align: Align = Align.START


def _field_part(plan: Plan, name: str, field: Field) -> _Part:
    def cell(one: Element) -> Inlines:
        return (Run(printed(one.values[name], field, plan)),) if name in one.values else (Run("–"),)

    return _Part(capital(name), cell, _align(field))


def _link_part(plan: Plan, name: str) -> _Part:
    return _Part(capital(name), lambda one: targets(plan, one, name))


def _is_shown(elements: Sequence[Element], name: str, field: Field) -> bool:
    is_text = field.part in (Part.TITLE, Part.TEXT) or field.type is Type.PROSE
    return not is_text and any(name in one.values for one in elements)


def _is_used(plan: Plan, elements: Sequence[Element], link: str) -> bool:
    return any(tied.reference.link == link for one in elements for tied in plan.up(one))


def weight(plan: Plan, element: Element) -> Inlines:
    """How a risk weighs: its value, and its level as word, sign and tone."""
    risk = plan.risk(element)
    if risk is None:
        return (Run("–"),)
    return (Run(f"{risk.value} "), Status(risk.level.value, SIGNS[risk.level.sign], TONES[risk.level.tone]))


def _align(field: Field) -> Align:
    return Align.END if field.type in (Type.NUMBER, Type.WHOLE, Type.MONEY, Type.TARGET) else Align.START


def targets(plan: Plan, element: Element, link: str) -> Inlines:
    """What an element points at by a link, as links with commas between."""
    parts: list[Run | Link] = []
    for tied in plan.up(element):
        if tied.reference.link == link:
            parts += [Run(", ")] if parts else []
            parts += [Link(ELEMENT + tied.target.key, (Run(tied.target.title or tied.target.id),))]
    return tuple(parts) or (Run("–"),)


def figure_table(plan: Plan, table: FigureTable, language: Language) -> Table:
    """A budget table as it stands in print: figures to the right, the sum in bold."""
    schema = plan.schema.tables[table.name]
    columns = _columns(schema, table)
    title = schema.title or capital(table.name)
    caption = SUM_CAPTION.speak(language, {"title": title, "money": table.money}) if table.money else title
    words = plan.words.table
    named_by = {"unit": words.unit, "post": words.post, "year": words.year}[schema.rows]
    heads = (Column((Run(capital(named_by)),)), *(Column((Run(column),), Align.END) for column in columns))
    sums = {name for name, post in schema.posts.items() if post.sum_of}
    rows = [replace(_figures(row, columns), is_sum=row.label in sums) for row in table.rows]
    if table.total is not None:
        total = _figures(table.total, columns)
        rows.append(Row(((Run(capital(words.sum)),), *total.cells[1:]), is_sum=True))
    said = (COSTS[table.costs].speak(language) if table.costs else "", table.note)
    note = " ".join(one for one in said if one)
    return Table(caption, heads, tuple(rows), note=(Run(note),) if note else ())


def _columns(schema: FigureSchema, table: FigureTable) -> tuple[str, ...]:
    """The columns in the order of the model; where it says `years`, those that have figures."""
    rows = (*table.rows, *((table.total,) if table.total else ()))
    written = {column for row in rows for column in row.cells}
    years = tuple(sorted(column for column in written if column not in schema.columns))
    found: list[str] = []
    for name in schema.columns or (YEARS,):
        found += years if name == YEARS else (name,)
    return tuple(found)


def _figures(row: FigureRow, columns: Iterable[str]) -> Row:
    note: Inlines = (LineBreak(), Emphasis((Run(row.note),))) if row.note else ()
    cells: list[Inlines] = [(Run(row.label), *note)]
    for column in columns:
        amount = row.cells.get(column)
        cells.append((Run(write_number(amount) if isinstance(amount, Decimal) else "–"),))
    return Row(tuple(cells))
