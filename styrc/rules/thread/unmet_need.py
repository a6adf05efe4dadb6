"""Elements at which too little points back, or too much: goals that nothing measures, assignments nobody takes up."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.element import Element
from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.answers import HiddenAnswers, answers, is_asked, kinds_of, ways_to_answer
from styrc.rules.document.missing_document import MissingDocuments
from styrc.rules.wording import rows, several
from styrc.schema import Grade, Need, Role

_FIGURES = (Role.INDICATOR, Role.KEY_FIGURE)


def unmet_need(plan: Plan) -> Iterator[Hit]:
    """An element whose needs are not met; of several needs of the same kinds the heaviest is told."""
    hidden, missing = HiddenAnswers(plan), MissingDocuments(plan)
    for element in plan.sound:
        for need, count in _heaviest(_failing(plan, element, hidden, missing)):
            few = count < need.min
            values = {
                "name": element.title or element.id,
                "id": element.id,
                "kinds": several(plan, need.kind, need.where),
                "count": count,
                "limit": need.min if few else need.max,
                "rows": rows(need.min - count, more=bool(count)),
                **ways_to_answer(plan, element, need),
            }
            variant = _variant(plan, need, count)
            yield Hit(element.place, values, variant, need, absence=few, document=element.document)


def _failing(
    plan: Plan, element: Element, hidden: HiddenAnswers, missing: MissingDocuments
) -> Iterator[tuple[Need, int]]:
    """The needs that are not met, with the number of answers; none that a faulty row or a missing document may meet."""
    for need in plan.kind(element).needs:
        if need.for_each or not is_asked(plan, element, need):
            continue
        count = len(answers(plan, element, need))
        few = count < need.min and plan.whole
        if few and not hidden.may_hold(element, need) and not missing.may_hold(plan, element, need):
            yield need, count
        if need.max is not None and count > need.max:
            yield need, count


def _heaviest(failing: Iterator[tuple[Need, int]]) -> Iterator[tuple[Need, int]]:
    """Of needs that the same answer would meet, one: an error before a warning, else the first."""
    chosen: dict[tuple[tuple[str, ...], str], tuple[Need, int]] = {}
    for need, count in failing:
        key = need.kind, need.link
        if key not in chosen or (need.weight is Grade.ERROR and chosen[key][0].weight is Grade.WARNING):
            chosen[key] = need, count
    yield from chosen.values()


def _variant(plan: Plan, need: Need, count: int) -> str:
    if count >= need.min:
        return "many"
    if count:
        return "few"
    return "measured" if all(kind.role in _FIGURES for kind in kinds_of(plan, need)) else ""
