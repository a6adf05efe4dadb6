"""A country, as data: its elections, the terms of office that follow from them, and what its law asks of plans."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict

from styrc.diagnostic import Because
from styrc.quantity import Period
from styrc.resources import builtin
from styrc.schema.theory import Matter
from styrc.text import Text
from styrc.yaml_text import read_trusted

_SECTION = "\u00a0§"
"""The sign of a section stays on the line of its number."""


def _month_and_day(written: object) -> object:
    month, _, day = str(written).partition("-")
    return int(month), int(day)


class _Calendar(BaseModel):
    model_config = ConfigDict(
        extra="forbid", frozen=True, alias_generator=lambda name: name.rstrip("_").replace("_", " ")
    )


class Election(_Calendar):
    """An ordinary election: its day, and the day from which the newly elected council sits."""

    day: date
    council_from: date


class Said(_Calendar):
    """A reason in both languages."""

    sv: str
    en: str


class Statute(_Calendar):
    """A demand of law: where it stands, what it says in our own words, and which findings tell that it is broken."""

    codes: str
    in_: str
    section: str
    why: Said
    since: int = 0

    def holds(self, year: int) -> bool:
        """Whether it holds for a budget year or a year of account."""
        return year >= self.since


_Day = Annotated[tuple[int, int], BeforeValidator(_month_and_day)]


class Deadline(Statute):
    """A day of the year by which something must be done."""

    last_day: _Day
    last_day_with_special_reasons: _Day | None = None

    def by(self, year: int) -> date:
        """The last day in a year."""
        return date(year, *self.last_day)

    def at_most(self, year: int) -> date:
        """The last day in a year where there are special reasons."""
        return date(year, *(self.last_day_with_special_reasons or self.last_day))


class Years(Statute):
    """A number of years."""

    years: int


class Matters(Statute):
    """What a document must tell."""

    matters: tuple[Matter, ...]


class Group(Statute):
    """Companies that must be in the budget: from what share, in percent, and how their names may end."""

    share: Decimal
    company_forms: tuple[str, ...]


class Reserve(Statute):
    """Limits of the result reserve, in percent of tax and grants."""

    share: Decimal
    share_with_negative_equity: Decimal
    ceiling: Decimal


class Months(Statute):
    """Fewest and most months of a period."""

    least_months: int
    most_months: int


class Delay(Statute):
    """So many months after a period that something may take."""

    months: int


class Statutes(_Calendar):
    """What a country's law asks of municipal plans."""

    budget_in_time: Deadline
    newly_elected_council: Statute
    decided_by_the_council: Statute
    proposal_in_time: Deadline
    three_years: Years
    result_in_balance: Statute
    what_a_budget_tells: Matters
    companies_in_the_budget: Group
    deficit_restored: Years
    result_reserve: Reserve
    spending_in_the_running_year: Statute
    interim_period: Months
    interim_report_handed_over: Delay
    annual_report_handed_over: Deadline


class Jurisdiction(_Calendar):
    """What a country's law says of elections, terms and plans."""

    elections: tuple[Election, ...]
    term_years: int
    laws: dict[str, str] = {}
    statutes: Statutes | None = None

    def is_election_year(self, year: int) -> bool:
        """Whether an ordinary election is held in a year."""
        return self.council_from(year) is not None

    def council_from(self, year: int) -> date | None:
        """The day from which the council elected in a year sits; None where the year has no election."""
        return next((one.council_from for one in self.elections if one.day.year == year), None)

    @property
    def terms(self) -> tuple[Period, ...]:
        """The terms of office as plans count them: whole years, the first being the year after the election."""
        firsts = (one.day.year + 1 for one in self.elections)
        return tuple(Period(date(first, 1, 1), date(first + self.term_years - 1, 12, 31)) for first in firsts)

    def because(self, statute: Statute) -> Because:
        """The reason to print with a finding: what the law says, with act, chapter and section."""
        return Because(
            (),
            Text(statute.why.sv, statute.why.en),
            f"{self.laws[statute.in_]} {statute.section.replace(' §', _SECTION)}",
            inferred=False,
        )


@cache
def jurisdiction_of(name: str) -> Jurisdiction | None:
    """The calendar of a country; None where a model names no country, or one that styrc does not know."""
    known = {path.stem: path for path in (builtin("schemas") / "jurisdictions").glob("*.yaml")}
    return Jurisdiction.model_validate(read_trusted(known[name])) if name in known else None
