"""A document -> its content for programs, as JSON: header, elements, tables, and what a report tells.

The shape is described in docs/open-data.md and docs/open-data-1.schema.json, and has a version of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from styrc.element import Answer, Decision, Document, Element, FigureTable, Outcome, Row, Scalar, Value
from styrc.follow_up.said import spoken
from styrc.plan import Plan
from styrc.quantity import Period, Target, write_target
from styrc.render.say import capital

VERSION = 1
"""Raised when a program that reads the files would have to be changed; new keys do not raise it."""

Json = str | int | float | bool | None | Mapping[str, "Json"] | Sequence["Json"]


def as_json(plan: Plan, document: Document, outcomes: Iterable[Outcome]) -> str:
    """A document's file; `outcomes` are those that it tells, if it is a report."""
    parts = [f"{_dumped(key)}: {_by_lines(value)}" for key, value in _document(plan, document, outcomes).items()]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _by_lines(value: Json) -> str:
    """A list with each of its items on a line, so that versions can be compared; anything else on one line."""
    if not isinstance(value, list) or not value:
        return _dumped(value)
    return "[\n" + ",\n".join(map(_dumped, value)) + "\n]"


def _dumped(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False)


def _document(plan: Plan, document: Document, outcomes: Iterable[Outcome]) -> dict[str, Json]:
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
            "values": _values(plan, document.values, document),
        },
        "elements": [_element(plan, one) for one in plan.in_document(document.id)],
        "tables": [_table(plan, one) for one in document.tables.values()],
        "answers": [_answer(plan, key, one) for key, one in plan.answers.get(document.id, {}).items()],
        "outcomes": [_outcome(plan, one) for one in outcomes],
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
        "kind": element.kind,
        "word": plan.schema.word(element.kind),
        "role": plan.role(element).value,
        "title": element.title,
        "unit": _unit(plan, element.unit),
        "values": _values(plan, element.values, plan.document(element)),
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


def _values(plan: Plan, values: Mapping[str, Value], document: Document) -> dict[str, Json]:
    """The values of an element or an answer; texts with the values that they call, as the document says them."""
    texts = {name: spoken(plan, document, one) for name, one in values.items() if isinstance(one, str)}
    return {name: _value(texts.get(name, value), plan) for name, value in values.items()}


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


def _answer(plan: Plan, key: str, answer: Answer) -> Json:
    return {"of": key, "values": _values(plan, answer.values, plan.documents[answer.document])}


def _outcome(plan: Plan, outcome: Outcome) -> Json:
    return {
        "of": outcome.of,
        "period": _period(outcome.period),
        "value": _number(outcome.value),
        "reason": outcome.reason or None,
        "unit": _unit(plan, outcome.unit),
        "sex": outcome.sex.value,
        "source": outcome.source or None,
        "measured": outcome.measured.isoformat() if outcome.measured else None,
    }
