"""Statuses that are judged although nothing has been measured, and without a word on what they rest on."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.element import Document, Element
from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.reporting import MEASURED, Reporting, reporting
from styrc.schema import Part, Role

_JUDGED = ("good", "partly", "bad")
_WORDS = (Part.ANALYSIS, Part.OTHERWISE)


def status_without_outcome(plan: Plan) -> Iterator[Hit]:
    """A status that none of the indicators has an outcome for, where no analysis says what it rests on."""
    found = reporting(plan)
    for report, element, answer in found.answers():
        name = found.follow_up.field_name(element.kind, Part.STATUS)
        tones = {step.value: step.tone for step in found.follow_up.steps(element.kind)}
        if tones.get(str(answer.values.get(name, ""))) not in _JUDGED:
            continue
        if any(found.follow_up.part(answer, element, part) for part in _WORDS):
            continue
        indicators = _indicators(plan, found, element, report)
        if not indicators or any(_is_known(found, one, report) for one in indicators):
            continue
        values = {
            "name": element.title or element.id,
            "status": str(answer.values[name]),
            "field": next(filter(None, (found.follow_up.field_name(element.kind, part) for part in _WORDS)), ""),
            "indicators": tuple(one.title or one.id for one in indicators),
            "count": len(indicators),
        }
        measured = plan.role(element) in MEASURED
        yield Hit(found.place(answer, element, Part.STATUS), values, "own" if measured else "")


def _indicators(plan: Plan, found: Reporting, element: Element, report: Document) -> list[Element]:
    """What the status should rest on: the element itself where it is measured, else the indicators right below it."""
    if plan.role(element) in MEASURED:
        return [element]
    return found.follow_up.below(element, report, plan.schema.kinds_with(Role.INDICATOR))


def _is_known(found: Reporting, indicator: Element, report: Document) -> bool:
    """Whether there is an outcome, or the lack of one is told already."""
    outcome = found.follow_up.outcomes.current(indicator, report.period.last)
    is_told = (indicator.key, report.period.last) in found.no_outcome
    return is_told or (outcome is not None and outcome.value is not None)
