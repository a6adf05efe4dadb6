"""What a schema's reports, answers and statuses name, and those of them that cannot mean anything."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from styrc.schema.kind import Field, Kind
from styrc.schema.model import Schema
from styrc.schema.names_of_tables import Name, each
from styrc.schema.report import ReportKind
from styrc.schema.status import RollUp, StatusRule
from styrc.schema.theory import Part, Role, Type
from styrc.words import languages, words_in

Path = tuple[str | int, ...]
Gap = tuple[Path, str, dict[str, object]]

_MEASURED = (Role.INDICATOR, Role.KEY_FIGURE)
"""Roles of kinds that have outcomes."""


def names_of_answers(
    path: Path, kind: Kind, schema: Schema, of_field: Callable[[Path, Field, Kind], Iterable[Name]]
) -> Iterator[Name]:
    """Every name that the answers on a kind and its status use. `of_field` tells those of an ordinary field."""
    for name, field in kind.answers.items():
        yield from of_field((*path, "answers", name), field, Kind(role=kind.role, fields=kind.answers))
    if kind.status is not None:
        yield from _of_status((*path, "status"), kind.status, schema)


def _of_status(path: Path, rule: StatusRule, schema: Schema) -> Iterator[Name]:
    yield (*path, "scale"), rule.scale, tuple(schema.scales)
    if rule.scale not in schema.scales:
        return
    steps = _steps(schema, rule.scale)
    for key, named in (("by attainment", rule.by_attainment), ("by trend", rule.by_trend)):
        for step in named:
            yield (*path, key, step), step, steps
    if rule.not_measured:
        yield (*path, "not measured"), rule.not_measured, steps
    if rule.rolled_up is not None:
        yield from _of_roll_up((*path, "rolled up"), rule.rolled_up, steps, schema)


def _of_roll_up(path: Path, rule: RollUp, steps: tuple[str, ...], schema: Schema) -> Iterator[Name]:
    yield from each((*path, "of"), rule.of, schema.kinds)
    scales = dict.fromkeys(_scale_of(schema.kinds[kind]) for kind in rule.of if kind in schema.kinds)
    below = tuple(dict.fromkeys(step for scale in scales for step in _steps(schema, scale)))
    for step, conditions in rule.steps.items():
        yield (*path, "steps", step), step, steps
        for number, condition in enumerate(conditions):
            yield from each((*path, "steps", step, number, "steps"), condition.steps, below)
            yield from each((*path, "steps", step, number, "kinds"), condition.kinds, rule.of)


def _scale_of(kind: Kind) -> str:
    """The scale that the status of a kind is on; empty where it has none."""
    if kind.status is not None:
        return kind.status.scale
    return next((field.scale for field in kind.answers.values() if field.part is Part.STATUS), "")


def _steps(schema: Schema, scale: str) -> tuple[str, ...]:
    return tuple(step.value for step in schema.scales.get(scale, ()))


def names_of_report(path: Path, report: ReportKind, schema: Schema) -> Iterator[Name]:
    """Every name that a kind of report uses, beside those of any document."""
    yield from each((*path, "to"), report.to, (*schema.levels, *schema.offices))
    yield from each((*path, "gathers"), report.gathers, schema.reports)
    if report.breaks and schema.language in languages():
        yield from each((*path, "breaks", "months"), report.breaks.months, words_in(schema.language).months)
    for name, ask in report.asks.items():
        here = (*path, "asks", name)
        yield here, name, tuple(schema.kinds)
        yield from each((*here, "levels"), ask.levels, tuple(schema.levels))
        if ask.planned is not None:
            yield (*here, "planned", "in"), ask.planned.in_, tuple(schema.kinds)
            if ask.planned.in_ in schema.kinds:
                yield (*here, "planned", "month"), ask.planned.month, tuple(schema.kinds[ask.planned.in_].fields)
        if name in schema.kinds:
            kind = schema.kinds[name]
            yield from each((*here, "required"), ask.required, kind.answers)
            yield from each((*here, "when deviating"), ask.when_deviating, kind.answers)
            for key in ask.where:
                yield (*here, "where", key), key, (*kind.fields, *kind.links)


def gaps_in_reports(schema: Schema) -> Iterator[Gap]:
    """What is well formed in reports, answers and statuses and cannot mean anything."""
    for name, kind in schema.kinds.items():
        yield from _gaps_in_answers(("kinds", name), kind)
    for name, document in schema.plans.items():
        for key, chapter in document.chapters.items():
            if chapter.answers:
                yield ("documents", name, "chapters", key, "answers"), "no report", {"name": name}
    for name, report in schema.reports.items():
        if name in schema.plans:
            yield ("reports", name), "document", {"name": name}
        yield from _gaps_in_asks(("reports", name, "asks"), report, schema)


def _gaps_in_asks(path: Path, report: ReportKind, schema: Schema) -> Iterator[Gap]:
    known = ((name, ask, schema.kinds[name]) for name, ask in report.asks.items() if name in schema.kinds)
    for name, ask, kind in known:
        if ask.outcome and kind.role not in _MEASURED:
            yield (*path, name, "outcome"), "no outcome", {"name": name}
        elif not ask.outcome and not kind.answers:
            yield (*path, name), "no answer", {"name": name}


def _gaps_in_answers(path: Path, kind: Kind) -> Iterator[Gap]:
    for key, field in kind.answers.items():
        if field.type is Type.CHOICE and not (field.of or field.scale or field.list_):
            yield (*path, "answers", key), "choice", {"name": key}
        if field.part is Part.STATUS and kind.status is not None and field.scale != kind.status.scale:
            yield (*path, "answers", key), "two scales", {"name": key}
    rule = kind.status
    if rule is None:
        return
    ways = [name for name in ("by attainment", "by trend", "rolled up") if getattr(rule, name.replace(" ", "_"))]
    if len(ways) > 1:
        yield (*path, "status"), "two ways", {"name": path[-1]}
    elif ways and ways[0] != "rolled up" and kind.role not in _MEASURED:
        yield (*path, "status", ways[0]), "no outcome", {"name": path[-1]}
    if rule.rolled_up is not None and rule.rolled_up.worst is bool(rule.rolled_up.steps):
        yield (*path, "status", "rolled up"), "roll-up", {"name": path[-1]}
