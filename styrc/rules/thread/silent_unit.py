"""Units that an element concerns and that do not answer it: a council goal that one of its boards has not taken up."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.element import Element
from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.answers import HiddenAnswers, answers, homes_of_answers, is_asked, ways_to_answer
from styrc.rules.document.missing_document import MissingDocuments
from styrc.rules.thread.unit_out_of_line import units_at_fault
from styrc.rules.wording import several
from styrc.schema import Need
from styrc.source import Place


def silent_unit(plan: Plan) -> Iterator[Hit]:
    """A unit, named by an element, from which and from below which no answer comes; told at the unit's name."""
    if not plan.whole:
        return
    hidden, missing, wrong = HiddenAnswers(plan), MissingDocuments(plan), units_at_fault(plan)
    for element in plan.sound:
        for need in plan.kind(element).needs:
            told = (element.place, need.for_each) in wrong or hidden.may_hold(element, need)
            if not need.for_each or told or not is_asked(plan, element, need):
                continue
            for place, unit in _silent(plan, element, need, missing):
                values = {
                    "name": element.title or element.id,
                    "id": element.id,
                    "unit": plan.organisation.name(unit),
                    "field": need.for_each,
                    "kinds": several(plan, need.kind, need.where),
                    **ways_to_answer(plan, element, need),
                }
                yield Hit(place, values, constraint=need, absence=True, document=element.document)


def _silent(plan: Plan, element: Element, need: Need, missing: MissingDocuments) -> Iterator[tuple[Place, str]]:
    """The units named that do not answer, unless the document in which they would is itself missing."""
    said = element.values.get(need.for_each)
    place = element.place.at(need.for_each)
    answering = {above for one in answers(plan, element, need) for above in plan.organisation.line(one.unit)}
    period = plan.document(element).period
    for number, unit in enumerate(said if isinstance(said, tuple) else (said,)):
        if not isinstance(unit, str) or unit not in plan.organisation.units or unit in answering:
            continue
        if not missing.of(homes_of_answers(plan, element, need), unit, period):
            yield (place.at(number) if isinstance(said, tuple) else place), unit
