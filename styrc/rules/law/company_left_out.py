"""Budgets that say nothing of the economy of some of the municipality's companies."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.element import Document
from styrc.jurisdiction import Group
from styrc.organisation import Unit
from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.statutes import budgets, law_of
from styrc.schema import Matter, TableRole


def company_left_out(plan: Plan) -> Iterator[Hit]:
    """The companies that have neither a row in a table for them nor are named in a chapter about them."""
    law = law_of(plan)
    for document, year in budgets(plan) if law else ():
        if law is None or not document.whole or not law.statutes.companies_in_the_budget.holds(year):
            continue
        statute = law.statutes.companies_in_the_budget
        missing = [one for one in _companies(plan, statute, year) if not _is_told(plan, document, one, statute)]
        if missing:
            values = {"document": document.title, "missing": tuple(one.name for one in missing)}
            reason = law.because(statute)
            yield Hit(plan.heading(document), values, because=reason, absence=True, document=document.id)


def _companies(plan: Plan, statute: Group, year: int) -> list[Unit]:
    """The companies that the municipality has so much of that they count."""
    units = plan.organisation.units.values()
    return [one for one in units if one.share is not None and one.share >= statute.share and one.exists_in(year)]


def _is_told(plan: Plan, document: Document, company: Unit, statute: Group) -> bool:
    """Whether a company is there, or the model itself asks for its row."""
    names = {name.casefold() for name in (company.name, company.short, _bare(company.name, statute)) if name}
    for table in document.tables.values():
        schema = plan.schema.tables[table.name]
        if schema.role is TableRole.GROUP:
            asked = schema.covers is not None and company.level in schema.covers.levels
            if asked or any(row.unit == company.id or row.label.casefold() in names for row in table.rows):
                return True
    chapters = plan.schema.documents[document.kind].chapters
    texts = [
        document.chapters[name]
        for name, one in chapters.items()
        if Matter.GROUP in one.tells and name in document.chapters
    ]
    return any(text.broken or any(name in text.text.casefold() for name in names) for text in texts)


def _bare(name: str, statute: Group) -> str:
    """A company's name without its form."""
    for form in statute.company_forms:
        name = name.removesuffix(f" {form}")
    return name
