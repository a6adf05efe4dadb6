"""A document -> its content for programs: JSON of all its elements and tables, CSV of each table and its indicators.

The shape is described in docs/open-data.md and by templates/site/open-data-1.schema.json, and has a version of its own.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from styrc.element import Decision, Document, Element, FigureTable, Row, Scalar, Value
from styrc.names import slug
from styrc.plan import Plan
from styrc.quantity import Period, Target, write_target
from styrc.render import language_of
from styrc.render.say import capital
from styrc.schema import Part, Role
from styrc.text import Text

VERSION = 1
SCHEMA = "open-data-1.schema.json"
_ENDING = ".json"
_BOM = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_HEADS = {
    "id": Text("id", "id"),
    "title": Text("titel", "title"),
    "unit": Text("enhet", "unit"),
    "measure": Text("mäts i", "measured in"),
    "year": Text("år", "year"),
    "outcome": Text("utfall", "outcome"),
    "target": Text("mål", "target"),
}
Json = str | int | float | bool | None | Mapping[str, "Json"] | Sequence["Json"]


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of open data: where it lies, what it is called beside the page, and its text."""

    path: str
    title: str
    content: str


def open_data(plan: Plan, document: Document, stem: str) -> Iterator[DataFile]:
    """The files of a document; `stem` is the path of its page without an ending."""
    yield DataFile(stem + _ENDING, "JSON", json.dumps(_document(plan, document), ensure_ascii=False, indent=1) + "\n")
    taken: set[str] = set()
    for title, rows in _sheets(plan, document):
        name = slug(title)
        while name in taken:
            name += "-2"
        taken.add(name)
        yield DataFile(f"{stem}.{name}.csv", f"{title} (CSV)", _csv(rows))


# JSON


def _document(plan: Plan, document: Document) -> dict[str, Json]:
    municipality = plan.municipality
    return {
        "styrc_data": VERSION,
        "municipality": {"name": municipality.name, "code": municipality.code or None},
        "document": {
            "id": document.id,
            "kind": document.kind,
            "title": document.title,
            "unit": _unit(plan, document.unit),
            "period": _period(document.period),
            "state": document.state.value,
            "decisions": [_decision(plan, one) for one in document.decisions],
            "values": _values(plan, document.values),
        },
        "elements": [_element(plan, one) for one in plan.in_document(document.id)],
        "tables": [_table(plan, one) for one in document.tables.values()],
    }


def _unit(plan: Plan, unit: str) -> Json:
    return {"id": unit, "name": plan.organisation.name(unit), "level": plan.organisation.level(unit)} if unit else None


def _decision(plan: Plan, decision: Decision) -> Json:
    return {
        "body": _unit(plan, decision.body),
        "date": decision.day.isoformat() if decision.day else None,
        "paragraph": decision.paragraph or None,
        "registration_number": decision.registration_number or None,
    }


def _element(plan: Plan, element: Element) -> Json:
    links: dict[str, list[str]] = {}
    for tied in plan.up(element):
        links.setdefault(tied.reference.link, []).append(tied.target.key)
    return {
        "key": element.key,
        "id": element.id,
        "kind": plan.schema.word(element.kind),
        "role": plan.role(element).value,
        "title": element.title,
        "unit": _unit(plan, element.unit),
        "values": _values(plan, element.values),
        "links": links,
    }


def _table(plan: Plan, table: FigureTable) -> Json:
    return {
        "name": table.name,
        "title": plan.schema.tables[table.name].title or capital(table.name),
        "money": table.money or None,
        "costs": table.costs or None,
        "note": table.note or None,
        "rows": [_row(row) for row in table.rows],
        "total": _row(table.total) if table.total else None,
    }


def _row(row: Row) -> Json:
    cells = {name: _number(amount) for name, amount in row.cells.items() if isinstance(amount, Decimal)}
    return {"label": row.label, "unit": row.unit or None, "note": row.note or None, "cells": cells}


def _values(plan: Plan, values: Mapping[str, Value]) -> dict[str, Json]:
    return {name: _value(value, plan) for name, value in values.items()}


def _value(value: Value, plan: Plan) -> Json:
    if isinstance(value, tuple):
        return [_scalar(one, plan) for one in value]
    if isinstance(value, Mapping):
        return {str(year): _scalar(one, plan) for year, one in value.items()}
    return _scalar(value, plan)


def _scalar(value: Scalar, plan: Plan) -> Json:
    match value:
        case Decimal():
            return _number(value)
        case Target(aim, low, high):
            numbers = {"low": _number(low), "high": _number(high)}
            return {"text": write_target(value, plan.words), "aim": aim.value, **numbers}
        case Period():
            return _period(value)
        case date():
            return value.isoformat()
    return value


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _period(period: Period) -> dict[str, Json]:
    return {"from": period.start.isoformat(), "to": period.end.isoformat() if period.end else None}


# CSV


def _sheets(plan: Plan, document: Document) -> Iterator[tuple[str, list[list[str]]]]:
    """Each table of figures, and the indicators of each kind, as rows with their heads first."""
    for table in document.tables.values():
        yield plan.schema.tables[table.name].title or capital(table.name), _figures(plan, table)
    for kind in plan.schema.kinds_with(Role.INDICATOR, Role.KEY_FIGURE):
        indicators = plan.in_document(document.id, kind)
        rows = [row for one in indicators for row in _years(plan, one)]
        if rows:
            yield capital(plan.schema.distinct_words(kind)), [_heads(plan, *_HEADS), *rows]


def _heads(plan: Plan, *names: str) -> list[str]:
    return [_HEADS[name].speak(language_of(plan)) for name in names]


def _figures(plan: Plan, table: FigureTable) -> list[list[str]]:
    rows = (*table.rows, *((table.total,) if table.total else ()))
    columns = list(dict.fromkeys(column for row in rows for column in row.cells))
    head = ["", *(f"{column} ({table.money})" if table.money else column for column in columns)]
    total = capital(plan.words.table.sum)
    return [
        head,
        *(
            [total if row is table.total else row.label, *(_cell(row.cells.get(one)) for one in columns)]
            for row in rows
        ),
    ]


def _years(plan: Plan, indicator: Element) -> Iterator[list[str]]:
    """A row for each year with an outcome or a target; one without a year for a target of all years."""
    outcome, target = plan.part(indicator, Part.OUTCOME), plan.part(indicator, Part.TARGET)
    measure = plan.part(indicator, Part.UNIT_OF_MEASURE)
    start = [indicator.id, indicator.title, plan.organisation.name(indicator.unit), str(measure or "")]
    outcomes = outcome if isinstance(outcome, Mapping) else {}
    targets = target if isinstance(target, Mapping) else {}
    for year in sorted({*outcomes, *targets}):
        yield [*start, str(year), _said(outcomes.get(year), plan), _said(targets.get(year), plan)]
    if target is not None and not isinstance(target, (Mapping, tuple)):
        yield [*start, "", "", _said(target, plan)]


def _said(value: Scalar | None, plan: Plan) -> str:
    if isinstance(value, Target):
        return write_target(value, plan.words)
    return _cell(value) if isinstance(value, Decimal) else str(value or "")


def _cell(amount: object) -> str:
    """A figure as Excel reads it in Swedish: decimal comma, nothing between thousands."""
    return f"{amount:f}".replace(".", ",") if isinstance(amount, Decimal) else ""


def _csv(rows: list[list[str]]) -> str:
    """A file that Excel opens rightly in Sweden: semicolons, a mark of UTF-8, and no words that pass for a formula."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return _BOM + text.getvalue()


def _harmless(cell: str) -> str:
    is_figure = cell.replace(",", "", 1).removeprefix("-").isdecimal()
    return cell if is_figure or not cell.lstrip().startswith(_FORMULA) else f"'{cell}"
