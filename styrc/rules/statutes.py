"""What law asks of a plan: the statutes of its country, the documents that they are about, and what these say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from styrc.diagnostic import Because
from styrc.element import Decision, Document, Value
from styrc.jurisdiction import Jurisdiction, Statute, Statutes, jurisdiction_of
from styrc.plan import Plan
from styrc.schema import DocumentRole, Part


class Law(NamedTuple):
    """The law that a plan is under."""

    country: Jurisdiction
    statutes: Statutes

    def because(self, statute: Statute) -> Because:
        """The reason to print with a finding."""
        return self.country.because(statute)


def law_of(plan: Plan) -> Law | None:
    """The law of the model's country; None where it names none, or one whose law is not known."""
    country = jurisdiction_of(plan.schema.jurisdiction)
    return None if country is None or country.statutes is None else Law(country, country.statutes)


def with_role(plan: Plan, *roles: DocumentRole) -> Iterator[tuple[Document, int]]:
    """The documents of these roles, each with its first year."""
    for document in plan.documents_of(*plan.schema.documents_with(*roles)):
        if plan.has_known_period(document) and document.period.end is not None:
            yield document, document.period.start.year


def budgets(plan: Plan) -> Iterator[tuple[Document, int]]:
    """The council's budgets, each with its budget year."""
    return with_role(plan, DocumentRole.BUDGET)


def field_name(plan: Plan, document: Document, part: Part) -> str:
    """The model's word for a part of a document's header; empty where it has none."""
    fields = plan.schema.documents[document.kind].fields
    return next((name for name, field in fields.items() if field.part is part), "")


def said(plan: Plan, document: Document, part: Part) -> Value | None:
    """What a document's header says of a part."""
    return document.values.get(field_name(plan, document, part))


def council_level(plan: Plan) -> str:
    """The level that stands above all others: the council."""
    return next(iter(plan.schema.levels), "")


def of_council(plan: Plan, document: Document) -> list[Decision]:
    """The dated decisions on a document that are the council's, or do not say whose they are."""
    level = plan.organisation.level
    mine = [one for one in document.decisions if not one.body or level(one.body) == council_level(plan)]
    return [one for one in mine if one.day is not None]


class Window(NamedTuple):
    """When a budget may be decided: in a year of elections, from the newly elected council's first day."""

    first: date | None
    last: date
    at_most: date

    def holds(self, day: date, *, special_reasons: bool) -> bool:
        """Whether a decision lies in it."""
        return (self.first is None or self.first <= day) and day <= (self.at_most if special_reasons else self.last)


def window(law: Law, year: int) -> Window:
    """When the budget of a year may be decided."""
    deadline = law.statutes.budget_in_time
    return Window(law.country.council_from(year - 1), deadline.by(year - 1), deadline.at_most(year - 1))


def is_decided_in_time(plan: Plan, law: Law, document: Document, year: int) -> bool:
    """Whether any of the council's decisions on a budget lies where the law wants it."""
    reasons = bool(said(plan, document, Part.SPECIAL_REASONS))
    return any(
        window(law, year).holds(one.day, special_reasons=reasons) for one in of_council(plan, document) if one.day
    )


def is_too_early(plan: Plan, document: Document) -> bool:
    """Whether a budget was decided before the newly elected council sat, which is told by its own rule."""
    law = law_of(plan)
    if law is None or plan.schema.documents[document.kind].role is not DocumentRole.BUDGET:
        return False
    if not plan.has_known_period(document):
        return False
    first = window(law, document.period.start.year).first
    days = [one.day for one in of_council(plan, document) if one.day]
    return first is not None and bool(days) and max(days) < first


def is_for_new_council(plan: Plan, document: Document, day: date) -> bool:
    """Whether a decision waits for the newly elected council, as the law wants whatever month the model says."""
    law = law_of(plan)
    if law is None or plan.schema.documents[document.kind].role is not DocumentRole.BUDGET:
        return False
    if not plan.has_known_period(document):
        return False
    days = window(law, document.period.start.year)
    return days.first is not None and days.first <= day <= days.at_most
