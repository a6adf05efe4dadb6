"""Statuses that are judged otherwise than the model's rule makes them, without a reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from styrc.diagnostic import Related
from styrc.element import Document, Element
from styrc.follow_up import Judgement
from styrc.plan import Plan
from styrc.quantity import write_number, write_target
from styrc.rule import Hit
from styrc.rules.reporting import Reporting, reporting
from styrc.schema import Part
from styrc.text import Text

_TENTH = Decimal("0.1")
_OUTCOME = Text("Här står utfallet.", "The outcome stands here.")
_TARGET = Text("Här står målvärdet.", "The target stands here.")


def status_against_rule(plan: Plan) -> Iterator[Hit]:
    """A judged status that the outcome, or what stands below, does not bear out; told with the figures."""
    found = reporting(plan)
    for report, element, answer in found.answers():
        rule, name = plan.kind(element).status, found.follow_up.field_name(element.kind, Part.STATUS)
        if rule is None or name not in answer.values or not found.is_at_odds(element, report):
            continue
        if not found.is_settled(element, report):
            continue
        made = found.follow_up.judgement(element, report)
        if made.answer is not answer or made.computed is None or made.step is None:
            continue
        values = {
            "name": element.title or element.id,
            "written": made.step.value,
            "computed": made.computed.value,
            "field": found.follow_up.field_name(element.kind, Part.OTHERWISE) if rule.override else "",
            **_figures(plan, found, element, report, made),
        }
        values["figures"] = _in_short(values, _variant(made))
        place = found.place(answer, element, Part.STATUS)
        variant = _variant(made) if values["field"] else "fixed"
        yield Hit(place, values, variant, rule, _related(plan, element, made))


def _variant(made: Judgement) -> str:
    if made.below:
        return "below"
    return "trend" if made.attainment is None else "change" if made.target and made.target.low is None else ""


def _figures(plan: Plan, found: Reporting, element: Element, report: Document, made: Judgement) -> dict[str, object]:
    """The numbers that the rule goes by, as they are written in a plan."""
    outcome, target, last = made.outcome, made.target, plan.number(element, Part.BASELINE)
    before = found.follow_up.outcomes.before(element, outcome, report.period.last) if outcome else None
    last = before.value if before and before.value is not None else last
    percent = made.attainment.percent.quantize(_TENTH).normalize() if made.attainment else Decimal(0)
    steps = {step.value: None for kind in plan.schema.kinds for step in found.follow_up.steps(kind)}
    below = [(made.below[step], step) for step in steps if made.below[step]]
    return {
        "outcome": write_number(outcome.value) if outcome and outcome.value is not None else "",
        "target": write_target(target, plan.words) if target else "",
        "percent": write_number(Decimal(f"{percent:f}")),
        "last": write_number(last) if last is not None else "",
        "below": tuple(Text(f"{count} ”{step}”", f"{count} “{step}”") for count, step in below),
    }


def _in_short(values: Mapping[str, object], variant: str) -> Text:
    """What the rule goes by, in a few words."""
    if variant == "below":
        return Text("det som ligger under", "what is below it")
    if variant == "trend":
        sv, en = "utfallet {outcome} efter {last}", "the outcome {outcome} after {last}"
    else:
        sv, en = "utfallet {outcome} mot målvärdet {target}", "the outcome {outcome} against the target {target}"
    return Text(sv.format_map(values), en.format_map(values))


def _related(plan: Plan, element: Element, made: Judgement) -> tuple[Related, ...]:
    """Where the outcome and the target stand, so that the wrong one can be corrected."""
    if made.outcome is None or made.below:
        return ()
    related = [Related(made.outcome.place, _OUTCOME)]
    if made.attainment is not None:
        related.append(Related(element.place.at(plan.field_name(element.kind, Part.TARGET)), _TARGET))
    return tuple(related)
