"""The plan: all documents and elements and the thread between them; our own words on top of networkx.

Edges go up, from what serves to what is served. networkx calls what can reach a node its ancestors, which is what we
call `below`; no other file needs to know.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from styrc.diagnostic import Diagnostic
from styrc.element import Answer, Document, Element, Outcome, Reference, Value
from styrc.jurisdiction import jurisdiction_of
from styrc.organisation import Municipality, Organisation
from styrc.quantity import Period
from styrc.schema import ANY, NONE, THREAD_ENDS, Constraint, Kind, Link, Part, RiskLevel, Role, Schema, Tie, Where
from styrc.source import Place
from styrc.words import Words

if TYPE_CHECKING:
    from networkx import DiGraph


@dataclass(frozen=True, slots=True)
class Tied:
    """A link that holds: the reference as written and the element it leads to."""

    reference: Reference
    target: Element


@dataclass(frozen=True, slots=True)
class Risk:
    """A risk weighed: its steps of likelihood and consequence from 0, their product counted from 1, its level."""

    likelihood: int
    consequence: int
    value: int
    level: RiskLevel


@dataclass(frozen=True, slots=True)
class Lost:
    """A reference to what is not there, or is not there at that time: who makes it, and what would be said of it."""

    element: str
    link: str
    said: Diagnostic


Series = tuple[str, str]
"""An indicator over the years: its id and its unit. The same id means the same thing carried on."""


@dataclass(eq=False)
class Plan:
    """Everything in a municipality's plans, linked."""

    schema: Schema
    words: Words
    municipality: Municipality
    documents: Mapping[str, Document]
    elements: Mapping[str, Element]
    ties: Mapping[str, tuple[Tied, ...]]
    loose: Mapping[str, frozenset[str]]
    """For an element's key: the links that name something unknown."""
    whole: bool = True
    """False where some file could not be read, so that what seems to be missing may stand there."""
    lost: tuple[Lost, ...] = ()
    """References whose target is missing; a rule tells of those that no missing document explains."""
    answers: Mapping[str, Mapping[str, Answer]] = field(default_factory=dict)
    """What each report says of elements, by their keys."""
    outcomes: Mapping[Series, tuple[Outcome, ...]] = field(default_factory=dict)
    """The outcomes that are told of each indicator, in the order of their periods."""
    adrift: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """For each file, the ids that it answers for and that mean nothing, or nothing certain."""
    _kinds: dict[str, list[Element]] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        for element in self.elements.values():
            self._kinds.setdefault(element.kind, []).append(element)

    @cached_property
    def graph(self) -> DiGraph[str]:
        """The thread: an edge from each element up to what it serves, measures or guards.

        networkx takes a tenth of a second to load. A plan without rings is checked without it.
        """
        from networkx import DiGraph  # noqa: PLC0415

        graph: DiGraph[str] = DiGraph()
        graph.add_nodes_from(self.elements)
        graph.add_edges_from((key, above) for key, ones in self._upward.items() for above in ones)
        return graph

    @cached_property
    def _upward(self) -> dict[str, list[str]]:
        """The edges of the thread, from each key to those above it."""
        return {
            key: [tied.target.key for tied in ties if self.carries_thread(self.elements[key], tied.reference)]
            for key, ties in self.ties.items()
        }

    # What there is

    @property
    def organisation(self) -> Organisation:
        """The units of the municipality."""
        return self.municipality.organisation

    def kind(self, element: Element) -> Kind:
        """What the model says of the element's kind."""
        return self.schema.kinds[element.kind]

    def role(self, element: Element) -> Role:
        """What the element is to the red thread."""
        return self.kind(element).role

    def of_kind(self, *kinds: str) -> list[Element]:
        """All elements of these kinds, in the order of the documents."""
        return [element for kind in kinds for element in self._kinds.get(kind, ())]

    def with_role(self, *roles: Role) -> list[Element]:
        """All elements of kinds with these roles."""
        return self.of_kind(*self.schema.kinds_with(*roles))

    def document(self, element: Element) -> Document:
        """The document that the element stands in."""
        return self.documents[element.document]

    def files_of(self, document: Document) -> frozenset[str]:
        """Every file that a document stands in, its texts in Markdown too."""
        return document.files | {one.place.file for one in document.chapters.values()}

    def in_document(self, document: str, *kinds: str) -> list[Element]:
        """The elements of a document, all or those of some kinds, in its order."""
        return [one for one in self._by_document.get(document, ()) if not kinds or one.kind in kinds]

    @cached_property
    def _by_document(self) -> dict[str, list[Element]]:
        found: dict[str, list[Element]] = {}
        for element in self.elements.values():
            found.setdefault(element.document, []).append(element)
        return found

    def documents_of(self, *kinds: str) -> list[Document]:
        """All documents of these kinds, in their order."""
        return [document for kind in kinds for document in self._documents_by_kind.get(kind, ())]

    @cached_property
    def _documents_by_kind(self) -> dict[str, list[Document]]:
        found: dict[str, list[Document]] = {}
        for document in self.documents.values():
            found.setdefault(document.kind, []).append(document)
        return found

    @cached_property
    def sound(self) -> tuple[Element, ...]:
        """The elements in which nothing is known to be wrong: what rules may ask things of."""
        return tuple(element for element in self.elements.values() if self.is_sound(element))

    def homes(self, *kinds: str) -> tuple[str, ...]:
        """The kinds of document that may hold elements of these kinds."""
        documents = self.schema.documents
        return tuple(name for name in documents if not self.schema.holdings(name).keys().isdisjoint(kinds))

    def heading(self, document: Document) -> Place:
        """Where a document says what it is: the place of what is wrong with the document as a whole."""
        return document.place.at(self.words.document.document)

    # When

    @cached_property
    def terms(self) -> tuple[Period, ...]:
        """The terms of office of the plan's years: those that the municipality names, else those of the country."""
        country = jurisdiction_of(self.schema.jurisdiction)
        known, years = country.terms if country else (), self.municipality.years
        return self.municipality.terms or tuple(term for term in known if any(term.touches(year) for year in years))

    def has_known_period(self, document: Document) -> bool:
        """Whether the document's period could be read."""
        return not (document.broken and document.period.start == document.period.start.min)

    # What it says

    def part(self, element: Element, part: Part) -> Value | None:
        """The value of a part, whatever the municipality calls its field."""
        name = self.field_name(element.kind, part)
        return element.values.get(name) if name else None

    def number(self, element: Element, part: Part) -> Decimal | None:
        """The value of a part where it is one number."""
        value = self.part(element, part)
        return value if isinstance(value, Decimal) else None

    def field_name(self, kind: str, part: Part) -> str:
        """The municipality's word for a part of a kind; empty where the kind has none."""
        return self._field_names.get((kind, part), "")

    @cached_property
    def _field_names(self) -> dict[tuple[str, Part], str]:
        general = {Part.TITLE: self.words.element.title, Part.TEXT: self.words.element.text}
        names = {(kind, part): name for kind in self.schema.kinds for part, name in general.items()}
        own = {
            (kind, one.part): name
            for kind in self.schema.kinds
            for name, one in reversed(self.schema.kinds[kind].fields.items())
            if one.part
        }
        return names | own

    def level(self, element: Element) -> str:
        """The level of the element's unit."""
        return self.organisation.level(element.unit)

    def binds(self, constraint: Constraint, unit: str) -> bool:
        """Whether a constraint holds for a unit: those that name levels hold only there."""
        return not constraint.at or self.organisation.level(unit) in constraint.at

    def risk(self, element: Element) -> Risk | None:
        """How a risk weighs by the model's matrix; None where there is no matrix or nothing to weigh."""
        matrix = self.kind(element).matrix
        steps = [self._step(element, part) for part in (Part.LIKELIHOOD, Part.CONSEQUENCE)]
        if matrix is None or steps[0] is None or steps[1] is None:
            return None
        value = (steps[0] + 1) * (steps[1] + 1)
        level = [one for one in matrix.levels if one.at_least <= value]
        return Risk(steps[0], steps[1], value, level[-1]) if level else None

    def _step(self, element: Element, part: Part) -> int | None:
        """The place of a value on its scale, counted from 0."""
        value, name = self.part(element, part), self.field_name(element.kind, part)
        choices = self.schema.choices(self.kind(element).fields[name]) if name in self.kind(element).fields else ()
        return choices.index(str(value)) if value in choices else None

    def matches(self, element: Element, where: Where) -> bool:
        """Whether the element has these values; what its kind has no field or link for is not asked of it."""
        return next(self.mismatches(element, where), None) is None

    def mismatches(self, element: Element, where: Where) -> Iterator[str]:
        """The fields and links whose values are not these."""
        kind = self.kind(element)
        asked = {name: wanted for name, wanted in where.items() if name in kind.fields or name in kind.links}
        return (name for name, wanted in asked.items() if not meets(self.said(element, name), wanted))

    def said(self, element: Element, name: str) -> tuple[str, ...]:
        """The values of a field, or the ids that a link names, as they are written in a schema's `where`."""
        if name in self.kind(element).links:
            return tuple(one.to.rpartition("/")[2] for one in element.references if one.link == name)
        return self.spelled(element.values.get(name))

    def document_matches(self, document: Document, where: Where) -> bool:
        """Whether a document's header has these values."""
        return all(meets(self.spelled(document.values.get(name)), wanted) for name, wanted in where.items())

    def spelled(self, value: Value | None) -> tuple[str, ...]:
        """A value as the words of a schema's `where`; several for a list."""
        if value is None:
            return ()
        if isinstance(value, bool):
            return (self.words.yes if value else self.words.no,)
        return tuple(str(one) for one in value) if isinstance(value, tuple) else (str(value),)

    # The thread

    def link(self, element: Element, name: str) -> Link:
        """What the model says of one of the element's links."""
        return self.kind(element).links[name]

    def carries_thread(self, element: Element, reference: Reference) -> bool:
        """Whether a reference is part of the red thread, rather than a mere relation."""
        return self.link(element, reference.link).part is not Tie.RELATES

    def up(self, element: Element) -> tuple[Tied, ...]:
        """What the element points at, by all its links."""
        return self.ties.get(element.key, ())

    def down(self, element: Element) -> tuple[Tied, ...]:
        """What points at the element: the references, with the element that makes each as target."""
        return self._downward.get(element.key, ())

    @cached_property
    def _downward(self) -> dict[str, tuple[Tied, ...]]:
        found: dict[str, list[Tied]] = {}
        for key, ties in self.ties.items():
            for tied in ties:
                found.setdefault(tied.target.key, []).append(Tied(tied.reference, self.elements[key]))
        return {key: tuple(ties) for key, ties in found.items()}

    def above(self, element: Element) -> list[Element]:
        """Everything that the element serves, near or far, in the order of the documents."""
        from networkx import descendants  # noqa: PLC0415 - see `graph`

        return self._in_order(descendants(self.graph, element.key))

    def below(self, element: Element) -> list[Element]:
        """Everything that serves the element, near or far, in the order of the documents."""
        from networkx import ancestors  # noqa: PLC0415 - see `graph`

        return self._in_order(ancestors(self.graph, element.key))

    def _in_order(self, keys: Iterable[str]) -> list[Element]:
        chosen = set(keys)
        return [element for key, element in self.elements.items() if key in chosen]

    @cached_property
    def on_thread(self) -> frozenset[str]:
        """The keys of all elements from which a way leads up to a vision or a core mission."""
        downward: dict[str, list[str]] = {}
        for key, ones in self._upward.items():
            for above in ones:
                downward.setdefault(above, []).append(key)
        ends = {element.key for element in self.with_role(*THREAD_ENDS)}
        reached: set[str] = set()
        while ends:
            reached |= ends
            ends = {key for end in ends for key in downward.get(end, ())} - reached
        return frozenset(reached)

    def cycles(self) -> Iterator[list[Element]]:
        """Rings in the thread, each told once, beginning with its first element."""
        try:
            TopologicalSorter(self._upward).prepare()
        except CycleError:
            from networkx import find_cycle, strongly_connected_components  # noqa: PLC0415 - see `graph`

            for ring in sorted(sorted(part) for part in strongly_connected_components(self.graph) if len(part) > 1):
                edges = find_cycle(self.graph.subgraph(ring), ring[0])
                yield [self.elements[key] for key, _ in edges]

    def is_sound(self, element: Element) -> bool:
        """Whether nothing in the element or its references is known to be wrong."""
        return not element.broken and element.key not in self.loose


def meets(said: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Whether values are among those wanted; `any` and `none` stand for some and no value."""
    if (NONE in wanted and not said) or (ANY in wanted and said):
        return True
    return bool(set(said) & set(wanted))
