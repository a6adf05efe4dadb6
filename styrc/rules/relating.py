"""The relations that the steering model asks for between values, each with the two sides that are to be compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from styrc.element import Document, Element, Scalar, Value
from styrc.jurisdiction import jurisdiction_of
from styrc.plan import Plan, Tied
from styrc.quantity import Period
from styrc.schema import Field, Relation, Type
from styrc.schema.relation import DECISION, OWN, PERIOD, TERM
from styrc.source import Place

TIMES = ("within", "after")
UNITS = ("below", "directly below")


class Subject(NamedTuple):
    """An element or a document, as far as its values go."""

    name: str
    unit: str
    values: Mapping[str, Value]
    fields: Mapping[str, Field]
    document: Document
    place: Place

    @property
    def of_units(self) -> tuple[str, ...]:
        """The fields that name units."""
        return (OWN, *(name for name, field in self.fields.items() if field.type is Type.UNIT))


class Related(NamedTuple):
    """Two sides of a relation that are both known: of one element or document, or across a link."""

    subject: Subject
    relation: Relation
    left: tuple[Scalar, ...]
    right: tuple[Scalar, ...]
    place: Place
    tied: Tied | None

    @property
    def sides(self) -> tuple[str, ...]:
        """The fields of the row itself that are compared."""
        return (self.relation.field,) if self.tied else (self.relation.field, self.relation.of)

    @property
    def is_of_units(self) -> bool:
        """Whether units are compared, rather than other values."""
        return self.relation.is_ in UNITS or self.relation.field in self.subject.of_units


def related(plan: Plan) -> Iterator[Related]:
    """Every relation whose two sides are written; what is missing or wrong is told elsewhere."""
    for document in plan.documents.values():
        for relation in plan.schema.documents[document.kind].relations if not document.broken else ():
            if plan.binds(relation, document.unit):
                yield from _between(plan, of_document(plan, document), relation, None)
    for element in plan.sound:
        for relation in plan.kind(element).relations:
            if plan.binds(relation, element.unit):
                for tied in _ways(plan, element, relation):
                    yield from _between(plan, of_element(plan, element), relation, tied)


def _ways(plan: Plan, element: Element, relation: Relation) -> list[Tied | None]:
    """The links across which a relation is asked; one that is no link where it is asked of the element itself."""
    if not relation.through:
        return [None]
    return [tied for tied in plan.up(element) if tied.reference.link == relation.through and plan.is_sound(tied.target)]


def _between(plan: Plan, subject: Subject, relation: Relation, tied: Tied | None) -> Iterator[Related]:
    other = of_element(plan, tied.target) if tied else subject
    left, right = values(plan, subject, relation.field), values(plan, other, relation.of)
    if left and right:
        here = relation.field if relation.field != OWN else relation.of
        place = tied.reference.place if tied else subject.place.at(here)
        yield Related(subject, relation, left, right, place, tied)


def of_element(plan: Plan, element: Element) -> Subject:
    """An element as the subject of a relation."""
    fields = plan.kind(element).fields
    return Subject(
        element.title or element.id, element.unit, element.values, fields, plan.document(element), element.place
    )


def of_document(plan: Plan, document: Document) -> Subject:
    """A document as the subject of a relation."""
    fields = plan.schema.documents[document.kind].fields
    return Subject(document.title, document.unit, document.values, fields, document, document.place)


def values(plan: Plan, subject: Subject, name: str) -> tuple[Scalar, ...]:
    """What stands on one side of a relation; of values per year, the last."""
    if name == OWN:
        return (subject.unit,) if subject.unit else ()
    if name == DECISION:
        decision = subject.document.decision
        return (decision.day,) if decision and decision.day else ()
    if name == PERIOD:
        return (subject.document.period,) if plan.has_known_period(subject.document) else ()
    if name == TERM:
        return terms(plan, subject.document)
    value = subject.values.get(name)
    if isinstance(value, Mapping):
        return (value[max(value)],) if value else ()
    return value if isinstance(value, tuple) else () if value is None else (value,)


def terms(plan: Plan, document: Document) -> tuple[Period, ...]:
    """The terms of office of a document's time, or of the plan's where it runs until further notice.

    A term begins on the day from which its council sits, where the country's law names that day.
    """
    country = jurisdiction_of(plan.schema.jurisdiction)
    open_ = document.period.end is None
    found = []
    for term in plan.terms:
        if any(map(term.touches, plan.municipality.years)) if open_ else term.overlaps(document.period):
            sits = country.council_from(term.start.year - 1) if country else None
            found.append(Period(sits or term.start, term.end))
    return tuple(found)


def last_day(value: Scalar) -> date | None:
    """The last day of a day, a year or a period."""
    if isinstance(value, Period):
        return value.last
    if isinstance(value, int) and not isinstance(value, bool):
        return date(value, 12, 31)
    return value if isinstance(value, date) else None
