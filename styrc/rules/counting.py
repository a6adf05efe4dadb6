"""Counts of elements and documents for each unit, year, term, document and value that a steering model names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import product
from typing import TypeVar

from styrc.element import Document, Element
from styrc.organisation import Unit
from styrc.plan import Plan
from styrc.quantity import Period
from styrc.rules.wording import Step
from styrc.schema import Field, Per
from styrc.source import Place

Thing = TypeVar("Thing", Document, Element)

Key = tuple[Step, ...]
"""One step for each word in a count's `each`."""

Steps = Mapping[str, tuple[Step, ...]]
"""For each word in a count's `each`: the steps that there are; none where they are free."""

_WHEN = ("year", "term", "document")


# What something counts under


def steps_of_element(plan: Plan, element: Element, axis: str) -> tuple[Step, ...]:
    """What an element counts under, for one word of a count's `each`."""
    if axis == "unit":
        return (element.unit,)
    return _when(plan, plan.document(element), axis) if axis in _WHEN else plan.said(element, axis)


def steps_of_document(plan: Plan, document: Document, axis: str) -> tuple[Step, ...]:
    """What a document counts under, for one word of a count's `each`."""
    if axis == "unit":
        return (document.unit,)
    return _when(plan, document, axis) if axis in _WHEN else plan.spelled(document.values.get(axis))


def _when(plan: Plan, document: Document, axis: str) -> tuple[Step, ...]:
    if axis == "document":
        return (document.id,)
    if axis == "year":
        return tuple(year for year in plan.municipality.years if document.period.touches(year))
    return tuple(term for term in plan.terms if term.overlaps(document.period))


def tally(
    plan: Plan, per: Per, things: Iterable[Thing], steps: Callable[[Plan, Thing, str], tuple[Step, ...]]
) -> dict[Key, list[Thing]]:
    """The things under each key; one that runs for several years counts in each."""
    found: dict[Key, list[Thing]] = {}
    for thing in things:
        for key in product(*(steps(plan, thing, axis) for axis in per.each)):
            found.setdefault(key, []).append(thing)
    return found


# What there is to count for


def axes(
    plan: Plan, per: Per, levels: tuple[str, ...], documents: Iterable[Document], fields: Mapping[str, Field]
) -> Steps:
    """All steps that there are for each word in a count's `each`."""
    known: dict[str, tuple[Step, ...]] = {
        "unit": tuple(
            unit.id for unit in plan.organisation.of_levels(per.levels or levels) if plan.binds(per, unit.id)
        ),
        "year": plan.municipality.years,
        "term": plan.terms,
        "document": tuple(document.id for document in documents if plan.binds(per, document.unit)),
    }
    return {axis: known[axis] if axis in known else per.of or _choices(plan, fields.get(axis)) for axis in per.each}


def _choices(plan: Plan, field: Field | None) -> tuple[str, ...]:
    if field is None:
        return ()
    return plan.schema.choices(field)


def is_counted(key: Key, steps: Steps) -> bool:
    """Whether a key is one that the model speaks of; a word whose values are free allows any."""
    return all(step in known or not known for step, known in zip(key, steps.values(), strict=True))


def expected(plan: Plan, steps: Steps) -> Iterator[Key]:
    """Every key that there must be something under; a unit is asked only while it exists."""
    for key in product(*steps.values()):
        if _is_possible(plan, dict(zip(steps, key, strict=True))):
            yield key


def _is_possible(plan: Plan, at: Mapping[str, Step]) -> bool:
    document = plan.documents.get(str(at.get("document", "")))
    unit = plan.organisation.units.get(str(at.get("unit", "")))
    years = _years(plan, at)
    if (
        document is not None
        and ("year" in at or "term" in at)
        and not any(document.period.touches(year) for year in years)
    ):
        return False
    if unit is None:
        return True
    ours = document is None or plan.organisation.is_in_line(unit.id, document.unit)
    return ours and exists_in(unit, years)


def _years(plan: Plan, at: Mapping[str, Step]) -> Iterable[int]:
    """The years that a key is about: its own, the plan's in its term, or all of the plan's."""
    year, term, years = at.get("year"), at.get("term"), plan.municipality.years
    if isinstance(year, int):
        return (year,)
    if isinstance(term, Period):
        return tuple(one for one in years if term.touches(one)) or term.years
    return years


def exists_in(unit: Unit, years: Iterable[int]) -> bool:
    """Whether a unit is there in any of the years."""
    return any(unit.exists_in(year) for year in years)


# Where something may be hidden by a fault


def times(plan: Plan, per: Per, documents: Iterable[Document]) -> set[Key]:
    """What documents with faults in them say of time and document: there, something may be only seemingly missing."""
    each = [axis for axis in per.each if axis in _WHEN]
    return {key for document in documents for key in product(*(_when(plan, document, axis) for axis in each))}


def time(per: Per, key: Key) -> Key:
    """What a key says of time and document."""
    return tuple(step for axis, step in zip(per.each, key, strict=True) if axis in _WHEN)


# Where it is named


def place_in_settings(plan: Plan, at: Mapping[str, Step]) -> Place:
    """Where `styrc.yaml` names what something is missing for: the unit, the year or the term."""
    words, municipality = plan.words.project, plan.municipality
    unit = plan.organisation.units.get(str(at.get("unit", "")))
    if unit is not None:
        return unit.place
    if "year" in at:
        return municipality.place.at(words.years, municipality.years.index(int(str(at["year"]))))
    term = at.get("term")
    if term in municipality.terms:
        return municipality.place.at(words.terms, municipality.terms.index(term))
    return municipality.place.at(words.years)
