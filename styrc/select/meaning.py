"""A term of a selection -> what it means in a plan: elements and documents, or which word is unknown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from styrc.element import Document, Element
from styrc.names import nearest
from styrc.organisation import Unit
from styrc.plan import Plan
from styrc.quantity import Misread, Period, read_period
from styrc.schema import Part, Role
from styrc.select.written import METHODS, Fault, Term, folded
from styrc.text import AnyOf, Text

ROLES = {
    Role.VISION: Text("vision", "vision"),
    Role.MISSION: Text("grunduppdrag", "mission"),
    Role.AREA: Text("område", "area"),
    Role.GOAL: Text("mål", "goal"),
    Role.QUALITY: Text("kvalitet", "quality"),
    Role.INDICATOR: Text("indikator", "indicator"),
    Role.KEY_FIGURE: Text("nyckeltal", "key figure"),
    Role.ASSIGNMENT: Text("uppdrag", "assignment"),
    Role.ACTIVITY: Text("aktivitet", "activity"),
    Role.RISK: Text("risk", "risk"),
    Role.CONTROL: Text("kontroll", "control"),
    Role.ACTION: Text("åtgärd", "action"),
}
"""What the roles are called on the command line, whatever the municipality calls its kinds."""


_FEW = 20
"""So many words can be listed in an answer."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a selection means: elements, and documents that it names as such, by their keys and ids."""

    elements: frozenset[str]
    documents: frozenset[str]

    def __or__(self, other: Choice) -> Choice:
        """What is in either."""
        return Choice(self.elements | other.elements, self.documents | other.documents)

    def __and__(self, other: Choice) -> Choice:
        """What is in both."""
        return Choice(self.elements & other.elements, self.documents & other.documents)

    def __sub__(self, other: Choice) -> Choice:
        """What is in this but not in the other."""
        return Choice(self.elements - other.elements, self.documents - other.documents)


_NOTHING = Choice(frozenset(), frozenset())


def _pattern(value: str) -> Callable[[str], bool]:
    """Whether a word is the value, which may hold `*` for anything."""
    parts = [re.escape(part) for part in folded(value).split("*")]
    match = re.compile(".*".join(parts), re.DOTALL).fullmatch
    return lambda word: match(folded(word)) is not None


class Finder:
    """Looks up terms in one plan."""

    def __init__(self, plan: Plan, selection: str) -> None:
        self.plan, self.selection = plan, selection

    def find(self, term: Term) -> Choice | Fault:
        """What a term means, with the steps up and down that go with it."""
        found: Choice | Fault = getattr(self, f"_by_{term.method}")(term)
        if isinstance(found, Fault):
            return found
        keys = set(found.elements)
        if term.up != 0:
            keys |= _reached(found.elements, self._above, term.up)
        if term.down != 0 and term.method != "unit":
            keys |= _reached(found.elements, self._below, term.down)
        return Choice(frozenset(keys), found.documents)

    def _above(self, key: str) -> Iterable[str]:
        element = self.plan.elements[key]
        return (one.target.key for one in self.plan.up(element) if self.plan.carries_thread(element, one.reference))

    def _below(self, key: str) -> Iterable[str]:
        down = self.plan.down(self.plan.elements[key])
        return (one.target.key for one in down if self.plan.carries_thread(one.target, one.reference))

    def _elements(self, meant: Callable[[Element], bool]) -> Choice:
        return Choice(frozenset(key for key, one in self.plan.elements.items() if meant(one)), frozenset())

    def _whole(self, documents: Iterable[Document]) -> Choice:
        ids = frozenset(document.id for document in documents)
        return Choice(self._elements(lambda one: one.document in ids).elements, ids)

    def _by_id(self, term: Term) -> Choice | Fault:
        fits = _pattern(term.value)
        name: Callable[[Element], str] = (lambda one: one.key) if "/" in term.value else (lambda one: one.id)
        found = self._elements(lambda one: fits(name(one)))
        if found.elements or "*" in term.value:
            return found
        ids = [name(one) for one in self.plan.elements.values()]
        other = self._named_otherwise(term.value)
        message = Text("Det finns inget i planerna med id ”{value}”.", "Nothing in the plans has the id “{value}”.")
        return self._unknown(term, message, other or nearest(term.value, ids))

    def _named_otherwise(self, value: str) -> tuple[str, ...]:
        """How to write what a bare word seems to mean: a document, a kind or a unit."""
        wanted = folded(value)
        found = []
        if any(wanted in (folded(one.id), folded(one.kind)) for one in self.plan.documents.values()):
            found.append(f"{METHODS['document'].sv}:{value}")
        if any(wanted in map(folded, self.plan.schema.section_words(kind)) for kind in self.plan.schema.kinds):
            found.append(f"{METHODS['kind'].sv}:{value}")
        if any(wanted in map(folded, _names(unit)) for unit in self.plan.organisation.units.values()):
            found.append(f"{METHODS['unit'].sv}:{value}")
        return tuple(found)

    def _by_text(self, term: Term) -> Choice:
        wanted = folded(term.value)
        return self._elements(lambda one: wanted in folded(f"{one.title} {self.plan.part(one, Part.TEXT) or ''}"))

    def _by_kind(self, term: Term) -> Choice | Fault:
        fits, schema = _pattern(term.value), self.plan.schema
        kinds = {kind for kind in schema.kinds if any(map(fits, schema.section_words(kind)))}
        if kinds or "*" in term.value:
            return self._elements(lambda one: one.kind in kinds)
        words = tuple(dict.fromkeys(schema.word(kind) for kind in schema.kinds))
        message = Text("Styrmodellen har ingen sort som heter ”{value}”.", "The model has no kind called “{value}”.")
        return self._unknown(term, message, nearest(term.value, words), words)

    def _by_role(self, term: Term) -> Choice | Fault:
        wanted = folded(term.value)
        roles = {role for role, words in ROLES.items() if wanted in (words.sv, words.en, role.value)}
        if roles:
            return self._elements(lambda one: self.plan.role(one) in roles)
        words = tuple(words.sv for words in ROLES.values())
        near = nearest(term.value, [*words, *(one.en for one in ROLES.values())])
        return self._unknown(term, Text("Det finns ingen roll ”{value}”.", "There is no role “{value}”."), near, words)

    def _by_unit(self, term: Term) -> Choice | Fault:
        fits, units = _pattern(term.value), self.plan.organisation.units
        found = {unit.id for unit in units.values() if any(map(fits, _names(unit)))}
        if not found and "*" not in term.value:
            near = nearest(term.value, [name for unit in units.values() for name in _names(unit)])
            message = Text("Organisationen har ingen enhet som heter ”{value}”.", "There is no unit called “{value}”.")
            known = tuple(units) if len(units) <= _FEW else ()
            return self._unknown(term, message, near, known)
        if term.down != 0:
            below: dict[str, list[str]] = {}
            for unit in units.values():
                below.setdefault(unit.parent or "", []).append(unit.id)
            found |= _reached(found, lambda id_: below.get(id_, ()), term.down)
        whose = self._elements(lambda one: one.unit in found)
        return Choice(whose.elements, frozenset(one.id for one in self.plan.documents.values() if one.unit in found))

    def _by_level(self, term: Term) -> Choice | Fault:
        fits, organisation = _pattern(term.value), self.plan.organisation
        levels = {level for level in self.plan.schema.levels if fits(level)}
        if not levels and "*" not in term.value:
            message = Text("Styrmodellen har ingen nivå som heter ”{value}”.", "The model has no level “{value}”.")
            known = tuple(self.plan.schema.levels)
            return self._unknown(term, message, nearest(term.value, known), known)
        whose = self._elements(lambda one: self.plan.level(one) in levels)
        documents = self.plan.documents.values()
        return Choice(whose.elements, frozenset(one.id for one in documents if organisation.level(one.unit) in levels))

    def _by_document(self, term: Term) -> Choice | Fault:
        fits, kinds = _pattern(term.value), self.plan.schema.documents
        named = {kind for kind, one in kinds.items() if fits(kind) or (one.plural and fits(one.plural))}
        documents = [one for one in self.plan.documents.values() if one.kind in named or fits(one.id)]
        if documents or named or "*" in term.value:
            return self._whole(documents)
        near = nearest(term.value, [*kinds, *self.plan.documents])
        message = Text(
            "Det finns inget dokument, och ingen sorts dokument, som heter ”{value}”.",
            "There is no document, and no kind of document, called “{value}”.",
        )
        return self._unknown(term, message, near, tuple(kinds))

    def _by_period(self, term: Term) -> Choice | Fault:
        try:
            period: Period = read_period(term.value, self.plan.words)
        except Misread:
            message = Text("”{value}” är ingen period.", "“{value}” is no period.")
            remedy = Text("Skriv till exempel 2026 eller 2023–2026.", "Write for example 2026 or 2023–2026.")
            return Fault(self.selection, term.start, term.end, message, remedy, {"value": term.value})
        return self._whole(one for one in self.plan.documents.values() if one.period.overlaps(period))

    def _unknown(self, term: Term, message: Text, near: tuple[str, ...], known: tuple[str, ...] = ()) -> Fault:
        near = tuple({folded(word): word for word in reversed(near)}.values())[::-1]
        if near:
            remedy = Text("Menade du {near}?", "Did you mean {near}?")
        elif known:
            remedy = Text("Välj bland {known}.", "Choose among {known}.")
        else:
            remedy = Text("Sök i texten med text:{value}.", "Search the text with text:{value}.")
        values = {"value": term.value, "near": AnyOf(near), "known": AnyOf(known)}
        return Fault(self.selection, term.start, term.end, message, remedy, values)


def _names(unit: Unit) -> tuple[str, ...]:
    return tuple(name for name in (unit.id, unit.name, unit.short) if name)


def _reached(starts: Iterable[str], step: Callable[[str], Iterable[str]], most: int | None) -> set[str]:
    """Everything that can be reached in at most so many steps; a ring ends by itself."""
    seen = set(starts)
    edge = list(seen)
    while edge and most != 0:
        edge = sorted({key for one in edge for key in step(one)} - seen)
        seen.update(edge)
        most = None if most is None else most - 1
    return seen
