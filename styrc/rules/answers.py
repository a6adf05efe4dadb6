"""What points back at an element, as the needs in the steering model ask."""

from __future__ import annotations

from styrc.element import Document, Element
from styrc.plan import Plan
from styrc.schema import Kind, Need
from styrc.text import AnyOf


def answers(plan: Plan, element: Element, need: Need) -> list[Element]:
    """Those who answer a need. One whose values could not all be read is given the benefit of the doubt."""
    return [
        tied.target
        for tied in plan.down(element)
        if tied.target.kind in need.kind
        and need.link in ("", tied.reference.link)
        and (tied.target.broken or plan.matches(tied.target, need.where))
    ]


def is_asked(plan: Plan, element: Element, need: Need) -> bool:
    """Whether a need is asked of an element: of its level, in its state, and in years that are to be complete."""
    if not plan.binds(need, element.unit) or not plan.matches(element, need.when):
        return False
    document = plan.document(element)
    within = not plan.schema.holdings(document.kind).keys().isdisjoint(need.kind)
    return within or any(document.period.touches(year) for year in plan.municipality.years)


def ways_to_answer(plan: Plan, kind: str, need: Need) -> dict[str, object]:
    """Where an answer could be written and by which link, for the words of a remedy."""
    links = [name for one in need.kind for name, link in plan.schema.kinds[one].links.items() if kind in link.to]
    return {
        "links": AnyOf((need.link,) if need.link else tuple(dict.fromkeys(links))),
        "homes": AnyOf(plan.homes(*need.kind)),
    }


class MisspeltAnswers:
    """Elements whose references lead nowhere: any of them may be the answer that seems to be missing."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.places: dict[tuple[str, str], set[tuple[str, str]]] = {}
        self.known: dict[tuple[tuple[str, ...], str, str, str], bool] = {}
        for key, links in plan.loose.items():
            element = plan.elements[key]
            for link in links:
                self.places.setdefault((element.kind, link), set()).add((element.document, element.unit))

    def may_hold(self, element: Element, need: Need) -> bool:
        """Whether a lost reference may have been meant for the element: one of the same time, from its own line."""
        key = need.kind, need.link, element.document, element.unit
        if key not in self.known:
            self.known[key] = any(
                kind in need.kind and need.link in ("", link) and self._any_near(places, element)
                for (kind, link), places in self.places.items()
            )
        return self.known[key]

    def _any_near(self, places: set[tuple[str, str]], element: Element) -> bool:
        own: Document = self.plan.document(element)
        return any(
            self.plan.documents[document].period.overlaps(own.period)
            and self.plan.organisation.is_in_line(unit, element.unit)
            for document, unit in places
        )


def kinds_of(plan: Plan, need: Need) -> list[Kind]:
    """What the model says of the kinds that may answer."""
    return [plan.schema.kinds[kind] for kind in need.kind]
