"""Answers and outcomes that are not the report's to give."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from styrc.element import Document, Element, Outcome
from styrc.plan import Plan, Series
from styrc.rule import Hit
from styrc.rules.reporting import MEASURED, Reporting, reporting
from styrc.source import Place


def surplus_answer(plan: Plan) -> Iterator[Hit]:
    """An answer of a kind that the report does not answer for, or on what is another unit's; and such an outcome."""
    found = reporting(plan)
    for report in found.reports:
        yield from _answers(plan, found, report)
    yield from _outcomes(plan, found)


def _answers(plan: Plan, found: Reporting, report: Document) -> Iterator[Hit]:
    for key, answer in found.follow_up.answers(report).items():
        element = plan.elements[key]
        fault = found.surplus(report, element) if plan.is_sound(element) else ""
        if fault:
            kinds = found.kinds(report.kind)
            values = {
                "name": element.title or element.id,
                "kind": plan.schema.word(element.kind),
                "unit": plan.organisation.name(element.unit),
                "own": plan.organisation.name(report.unit),
                "kinds": tuple(dict.fromkeys(plan.schema.words(kind) for kind in plan.schema.kinds if kind in kinds)),
            }
            yield Hit(found.row(answer), values, "kind" if fault == "kind" else "")


def _outcomes(plan: Plan, found: Reporting) -> Iterator[Hit]:
    """Outcomes of indicators of a unit that the report's unit is neither below nor above."""
    indicators = _indicators(plan)
    reports = {report.id: report for report in found.reports}
    for series, outcomes in plan.outcomes.items():
        told: set[tuple[object, ...]] = set()
        for outcome in outcomes:
            report, place = reports.get(outcome.document), _row(outcome)
            if report is None or (place.file, place.path) in told or series not in indicators:
                continue
            indicator = indicators[series]
            if outcome.unit == report.unit and not _shares(found, indicator, report.unit):
                told.add((place.file, place.path))
                values = {
                    "name": indicator.title or indicator.id,
                    "unit": plan.organisation.name(indicator.unit),
                    "own": plan.organisation.name(report.unit),
                }
                yield Hit(place, values, "outcome")


def _shares(found: Reporting, indicator: Element, unit: str) -> bool:
    """Whether a unit may have a value of its own: it is above the indicator's unit, below it, or named by it."""
    return found.concerns(indicator, unit) or found.plan.organisation.is_in_line(unit, indicator.unit)


def _indicators(plan: Plan) -> Mapping[Series, Element]:
    return {(one.id, one.unit): one for one in plan.with_role(*MEASURED)}


def _row(outcome: Outcome) -> Place:
    """The line that names the indicator."""
    path = outcome.place.path
    above = path[: path.index(outcome.of) + 1] if outcome.of in path else path
    return replace(outcome.place, path=above, on_key=True)
