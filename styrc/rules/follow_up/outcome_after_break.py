"""Outcomes of a time, or measured on a day, that a report cannot know of."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.element import Document, Outcome
from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.reporting import reporting
from styrc.source import Place


def outcome_after_break(plan: Plan) -> Iterator[Hit]:
    """An outcome of a time after the report's, or measured after its end or its decision; told at the day."""
    reports, told = {report.id: report for report in reporting(plan).reports}, set[Place]()
    for outcomes in plan.outcomes.values():
        for outcome in outcomes:
            report = reports.get(outcome.document)
            fault = _fault(outcome, report) if report is not None and not outcome.broken else ""
            if report is None or not fault:
                continue
            words, decided = plan.words.outcome, report.decision.day if report.decision else None
            key = words.period if fault == "period" else words.measured
            row = outcome.place.path[:-1] if outcome.value is not None else outcome.place.path
            place = Place(outcome.place.file, (*row, key))
            if place not in told:
                told.add(place)
                values = {
                    "id": outcome.of,
                    "period": str(outcome.period),
                    "measured": outcome.measured or "",
                    "last": report.period.last,
                    "decided": decided or "",
                    "key": words.period,
                }
                yield Hit(place, values, "" if fault == "measured" else fault)


def _fault(outcome: Outcome, report: Document) -> str:
    """What the report cannot know: what begins after it ends, what it had not yet measured when it ended.

    Figures of a time that is over may come in until the report is decided.
    """
    decided = report.decision.day if report.decision else None
    if outcome.period.start > report.period.last:
        return "period"
    if outcome.measured is None:
        return ""
    if decided is not None and outcome.measured > decided:
        return "decided"
    is_over = outcome.period.last <= report.period.last
    return "measured" if outcome.measured > report.period.last and not is_over else ""
