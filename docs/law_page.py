"""The page on the law of a country: each statute that plans are checked against, and the findings that tell of it."""

from __future__ import annotations

from page_parts import page, table

from styrc.jurisdiction import Statute, jurisdiction_of
from styrc.resources import builtin
from styrc.rule import catalogue

_INTRODUCTION = """
What the law asks of municipal plans, country by country. A model switches it on with `jurisdiction: sweden`, and says
with `role` which of its kinds of document is the budget, the interim report and so on; see
[document roles](schema-language.md#document-roles). What is asked, with chapter, section, days, years and percentages,
is data in `schemas/jurisdictions/`; each finding cites it. Where a steering model and the law disagree, as on the month
of the budget in a year of elections, the finding names both, and the law goes first.

Some of what the law wants to know has no place of its own in most plans. A model gives it one: a field in the header
whose `part` is `tax rate`, `proposed`, `special reasons`, `exception` or `handed over`, with a field of an assignment
whose `part` is `decided`, with tables that have a `role`, and with chapters that say what they `tell`.
"""


def law() -> str:
    """For each country whose law is known: what it asks for, and the rules that hold it."""
    names = sorted(path.stem for path in (builtin("schemas") / "jurisdictions").glob("*.yaml"))
    return page("The law", _INTRODUCTION, [part for name in names for part in _country(name)])


def _country(name: str) -> list[str]:
    country = jurisdiction_of(name)
    if country is None or country.statutes is None:
        return []
    statutes: list[Statute] = [getattr(country.statutes, one) for one in type(country.statutes).model_fields]
    rows = [
        (
            f"[{one.codes}](rules.md#{one.codes.lower()})",
            f"{country.laws[one.in_]} {one.section}",
            one.why.sv,
            one.why.en,
            catalogue()[one.codes].severity.value,
        )
        for one in statutes
    ]
    return [f"## {name.capitalize()}\n\n" + table(("Code", "Statute", "What it says", "In English", "Weight"), rows)]
