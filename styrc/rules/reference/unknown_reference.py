"""References to what is not there."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.plan import Lost, Plan
from styrc.rule import Hit
from styrc.rules.document.missing_document import MissingDocuments
from styrc.schema import Grade

_GUESSES = ("", "near")
"""What can only be guessed at: where a document is missing, it is more likely that it stands there."""


def unknown_reference(plan: Plan) -> Iterator[Hit]:
    """An id that nothing has."""
    yield from lost_references(plan, "STY203")


def lost_references(plan: Plan, code: str) -> Iterator[Hit]:
    """What is to be said of the references that lead nowhere."""
    for one in _told(plan):
        if one.said.code == code:
            yield Hit(one.said.place, one.said.values, one.said.variant, related=one.said.related)


def _told(plan: Plan) -> Iterator[Lost]:
    """The lost references, but not those whose targets may stand in a document that is told to be missing.

    Where the model only warns of the missing document, the first of them is told all the same: they are errors.
    """
    missing = MissingDocuments(plan) if plan.lost else None
    told: set[tuple[str, ...]] = set()
    for one in plan.lost:
        element = plan.elements[one.element]
        link = plan.link(element, one.link)
        is_guess = one.said.variant in _GUESSES
        grade = missing.may_hold_target(plan, element, link) if missing and is_guess else None
        homes = plan.homes(*link.to)
        if grade is not Grade.ERROR and not (grade is Grade.WARNING and homes in told):
            told |= {homes} if grade else set()
            yield one
