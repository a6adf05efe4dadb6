"""Elements with fewer targets of a link than the steering model asks for."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.element import Element
from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.fitting import fits
from styrc.rules.wording import either
from styrc.schema import Link
from styrc.text import AnyOf

_MOST_CHOICES = 5


def too_few_targets(plan: Plan) -> Iterator[Hit]:
    """An element that names too little above it by some link."""
    choices = _Choices(plan)
    for element in plan.sound:
        for name, link, count in lacking(plan, element):
            near = choices.of(element, name, link)
            values = {
                "name": element.title or element.id,
                "link": name,
                "wanted": either(plan.schema.word(kind) for kind in link.to),
                "count": count,
                "min": link.min,
                "near": AnyOf(near),
            }
            variant = "few" if count else "near" if near else ""
            yield Hit(element.place.at(name), values, variant, link, absence=True, document=element.document)


def lacking(plan: Plan, element: Element) -> Iterator[tuple[str, Link, int]]:
    """The links of which an element has too few, with how many it has as written: one told twice is told elsewhere."""
    for name, link in plan.kind(element).links.items():
        count = sum(one.link == name for one in element.references)
        if count < link.min and plan.binds(link, element.unit):
            yield name, link, count


class _Choices:
    """What an element could name, where that is little enough to be read out; kept for each unit in a document."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.known: dict[tuple[str, str, str, str], tuple[str, ...]] = {}

    def of(self, element: Element, name: str, link: Link) -> tuple[str, ...]:
        key = element.document, element.unit, element.kind, name
        if key not in self.known:
            period = self.plan.document(element).period
            targets = (one for one in self.plan.of_kind(*link.to) if self.plan.document(one).period.overlaps(period))
            fitting = [one.id for one in targets if fits(self.plan, element, link, one)]
            self.known[key] = tuple(dict.fromkeys(fitting)) if len(fitting) <= _MOST_CHOICES else ()
        return tuple(one for one in self.known[key] if one != element.id)
