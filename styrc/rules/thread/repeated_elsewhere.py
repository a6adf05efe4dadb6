"""Elements that repeat what stands elsewhere: an assignment to do what goes on already, a measure with two purposes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from styrc.diagnostic import Related
from styrc.element import Element
from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.alike import gist
from styrc.schema import Part, Unlike
from styrc.schema.word_list import language_lists
from styrc.source import Place
from styrc.text import Text

_OTHER = Text("Här står det andra.", "The other one stands here.")


def repeated_elsewhere(plan: Plan) -> Iterator[Hit]:
    """An element that is alike one of those that it must not repeat; told once, at the part that is alike."""
    told: set[frozenset[str]] = set()
    index = _Index(plan)
    for element in plan.sound:
        for unlike in plan.kind(element).unlike:
            found = next(index.repeated(element, unlike), None) if plan.binds(unlike, element.unit) else None
            if found is None or frozenset((element.key, found[0].key)) in told:
                continue
            other, part = found
            told.add(frozenset((element.key, other.key)))
            values = {
                "name": element.title or element.id,
                "other": other.title or other.id,
                "kind": plan.schema.word(other.kind),
                "document": plan.document(other).title,
                "field": plan.field_name(element.kind, part),
                "value": str(plan.part(element, part)),
            }
            related = (Related(_place(plan, other, part), _OTHER),)
            yield Hit(_place(plan, element, part), values, "" if part is Part.TITLE else "value", unlike, related)


class _Index:
    """What elements may repeat, found by a word of their title or a value, so that few need to be compared."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.stemmer = language_lists(plan.schema.language).stemmer
        self.order = {key: number for number, key in enumerate(plan.elements)}
        self.known: dict[tuple[tuple[str, ...], Part], dict[object, list[Element]]] = {}

    def repeated(self, element: Element, unlike: Unlike) -> Iterator[tuple[Element, Part]]:
        """What the element repeats, and in which part; of two of a kind, the later one repeats the first."""
        for part in unlike.by:
            for other in self._near(element, unlike, part):
                first = other.kind != element.kind or self.order[other.key] < self.order[element.key]
                apart = not first or other.broken or _is_one_thing(self.plan, element, other)
                if not apart and _compares(self.plan, element, other, unlike):
                    yield other, part

    def _near(self, element: Element, unlike: Unlike, part: Part) -> list[Element]:
        """Those that are alike in a part."""
        key = unlike.kinds, part
        if key not in self.known:
            self.known[key] = {}
            for other in self.plan.of_kind(*unlike.kinds):
                self.known[key].setdefault(self._mark(other, part), []).append(other)
        mark = self._mark(element, part)
        return self.known[key].get(mark, []) if mark else []

    def _mark(self, element: Element, part: Part) -> object:
        """What is compared: the words of a title, or a value as it is written."""
        if part is Part.TITLE:
            return gist(element.title, self.stemmer)
        return tuple(word.casefold() for word in self.plan.spelled(self.plan.part(element, part)))


def _compares(plan: Plan, element: Element, other: Element, unlike: Unlike) -> bool:
    """Whether the two are of the same time, and where that is asked of the same line."""
    if unlike.unit == "any" or not _goes_on(plan, other, element):
        return _goes_on(plan, other, element)
    line = plan.organisation.is_in_line
    return any(line(one, two) or line(two, one) for one in _doers(plan, element) for two in _doers(plan, other))


def _goes_on(plan: Plan, other: Element, element: Element) -> bool:
    """Whether the other runs at the same time, in its document or until its own last day."""
    ours, theirs = plan.document(element).period, plan.document(other).period
    end = plan.part(other, Part.END)
    return theirs.overlaps(ours) or (isinstance(end, date) and theirs.start <= ours.start <= end)


def _doers(plan: Plan, element: Element) -> tuple[str, ...]:
    """Those who do it: the takers where it is given to someone, else the unit that it belongs to."""
    field = plan.field_name(element.kind, Part.TAKER)
    takers = plan.said(element, field) if field else ()
    return tuple(one for one in takers if one in plan.organisation.units) or (element.unit,)


def _is_one_thing(plan: Plan, element: Element, other: Element) -> bool:
    """Whether the two are meant to be one: carried on under the same id, or tied together by a link."""
    if element.id == other.id and element.kind == other.kind:
        return True
    tied = {tied.target.key for one in (element, other) for tied in plan.up(one)}
    return not tied.isdisjoint((element.key, other.key))


def _place(plan: Plan, element: Element, part: Part) -> Place:
    return element.place.at(plan.field_name(element.kind, part))
