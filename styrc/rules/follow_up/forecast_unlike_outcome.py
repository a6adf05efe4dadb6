"""Forecasts that differ from how it goes, or from how it went, without a word on why."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.element import Answer, Document, Element
from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.reporting import Reporting, reporting
from styrc.schema import Part

_KNOWN = ("good", "partly", "bad")
_WORDS = (Part.ANALYSIS, Part.REMEDY)


def forecast_unlike_outcome(plan: Plan) -> Iterator[Hit]:
    """A forecast unlike the status: in a report on part of a year, on the whole of it, or in the report before."""
    found = reporting(plan)
    for report, element, answer in found.answers():
        now = found.follow_up.judgement(element, report).step
        if now is None or now.tone not in _KNOWN:
            continue
        forecast = found.follow_up.part(answer, element, Part.FORECAST)
        last = found.last_answer(report, element)
        values = {
            "name": element.title or element.id,
            "status": now.value,
            "field": found.follow_up.field_name(element.kind, Part.ANALYSIS),
        }
        is_explained = not values["field"] or any(found.follow_up.part(answer, element, part) for part in _WORDS)
        is_asked = _is_asked(found, report, element)
        if _ends_a_year(report):
            before = found.follow_up.part(last, element, Part.FORECAST) if _is_same_year(plan, last, report) else ""
            if forecast and _differs(found, element, forecast, now.tone):
                place = found.place(answer, element, Part.FORECAST)
                yield Hit(place, {**values, "forecast": forecast}, "year end")
            elif before and not is_explained and not is_asked and _differs(found, element, before, now.tone):
                yield Hit(found.row(answer), {**values, "forecast": before}, "last")
        elif forecast and not is_explained and not is_asked and _differs(found, element, forecast, now.tone):
            yield Hit(found.place(answer, element, Part.FORECAST), {**values, "forecast": forecast})


def _ends_a_year(report: Document) -> bool:
    last = report.period.last
    return (last.month, last.day) == (12, 31)


def _is_same_year(plan: Plan, last: Answer | None, report: Document) -> bool:
    return last is not None and plan.documents[last.document].period.last.year == report.period.last.year


def _is_asked(found: Reporting, report: Document, element: Element) -> bool:
    """Whether an explanation is missing that the model asks for, which is told."""
    duty = found.follow_up.duties(report).get(element.key)
    return duty is not None and found.follow_up.lacking(element, duty[1], report).anything


def _differs(found: Reporting, element: Element, forecast: str, tone: str) -> bool:
    """Whether a forecast is of another tone; one that says that nothing is known differs from nothing."""
    tones = {step.value: step.tone for step in found.follow_up.steps(element.kind)}
    return tones.get(forecast, "none") in _KNOWN and tones[forecast] != tone
