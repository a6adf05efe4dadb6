"""What points back at an element, as the needs in the steering model ask."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.element import Element, Reference
from styrc.names import nearest
from styrc.plan import Plan
from styrc.rules.reference.too_few_targets import lacking
from styrc.schema import Kind, Link, Need
from styrc.text import AnyOf, Text, say

_MOST_LOOKED_UP = 50


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


def ways_to_answer(plan: Plan, element: Element, need: Need) -> dict[str, object]:
    """Where an answer could be written and by which link, for the words of a remedy."""
    links = list(_links(plan, element, need))
    names = tuple(dict.fromkeys(name for _, name, _ in links))
    homes = AnyOf(homes_of_answers(plan, element, need))
    where = Text(f"i dokumentet {say(homes, 'sv')}", f"in the document {say(homes, 'en')}")
    if links and all(link.document == "same" for _, _, link in links):
        where = Text("i samma dokument", "in the same document")
    return {"links": AnyOf(names or (need.link,)), "homes": homes, "where": where}


def homes_of_answers(plan: Plan, element: Element, need: Need) -> tuple[str, ...]:
    """The kinds of document in which an answer could stand: only the element's own where the link must stay in it."""
    own = plan.document(element).kind
    found = {
        home: None
        for kind, _, link in _links(plan, element, need)
        for home in plan.homes(kind)
        if home == own or link.document == "any"
    }
    return tuple(found)


def _links(plan: Plan, element: Element, need: Need) -> Iterator[tuple[str, str, Link]]:
    """The links by which something could answer: the kind that would, the link's name and what the model says of it."""
    for kind in need.kind:
        for name, link in plan.schema.kinds[kind].links.items():
            if need.link in ("", name) and element.kind in link.to:
                yield kind, name, link


class HiddenAnswers:
    """Elements whose way upwards is at fault, which is told: any of them may be the answer that seems to be missing."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.meant: set[str] = set()
        self.places: dict[tuple[str, str], set[tuple[str, str]]] = {}
        self.known: dict[tuple[tuple[str, ...], str, str, str], bool] = {}
        lost = {(key, one.link, one.to): None for key in plan.loose for one in _lost(plan, key)}
        few = len({to for _, _, to in lost}) <= _MOST_LOOKED_UP
        for key, link, to in lost:
            element = plan.elements[key]
            near = self._near(to.rpartition("/")[2], plan.link(element, link).to) if few else ()
            if near:
                self.meant.update(near)
            else:
                self._hides(element, link)
        for element in plan.sound:
            for link, _, _ in lacking(plan, element):
                self._hides(element, link)

    def _hides(self, element: Element, link: str) -> None:
        self.places.setdefault((element.kind, link), set()).add((element.document, element.unit))

    def _near(self, to: str, kinds: tuple[str, ...]) -> tuple[str, ...]:
        """What a misspelt id was meant to be; nothing where the id exists, and something else is wrong with it."""
        ids = {one.id for one in self.plan.of_kind(*kinds)}
        return () if to in ids else nearest(to, ids)

    def may_hold(self, element: Element, need: Need) -> bool:
        """Whether an answer may be hidden: by an id like the element's, or in the element's time and line."""
        if element.id in self.meant:
            return True
        key = need.kind, need.link, element.document, element.unit
        if key not in self.known:
            self.known[key] = any(
                kind in need.kind and need.link in ("", link) and self._any_near(places, element)
                for (kind, link), places in self.places.items()
            )
        return self.known[key]

    def _any_near(self, places: set[tuple[str, str]], element: Element) -> bool:
        period, documents = self.plan.document(element).period, self.plan.documents
        return any(
            documents[document].period.overlaps(period) and self.plan.organisation.is_in_line(unit, element.unit)
            for document, unit in places
        )


def _lost(plan: Plan, key: str) -> Iterator[Reference]:
    """The references of an element that lead nowhere."""
    element = plan.elements[key]
    held = {tied.reference.place for tied in plan.up(element)}
    return (one for one in element.references if one.link in plan.loose[key] and one.place not in held)


def kinds_of(plan: Plan, need: Need) -> list[Kind]:
    """What the model says of the kinds that may answer."""
    return [plan.schema.kinds[kind] for kind in need.kind]
