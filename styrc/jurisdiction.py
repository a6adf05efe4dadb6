"""A country's calendar, as data: its elections and the terms of office that follow from them."""

from __future__ import annotations

from datetime import date
from functools import cache

from pydantic import BaseModel, ConfigDict

from styrc.quantity import Period
from styrc.resources import builtin
from styrc.yaml_text import read_trusted


class _Calendar(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=lambda name: name.replace("_", " "))


class Election(_Calendar):
    """An ordinary election: its day, and the day from which the newly elected council sits."""

    day: date
    council_from: date


class Jurisdiction(_Calendar):
    """What a country's law says of elections and terms."""

    elections: tuple[Election, ...]
    term_years: int

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


@cache
def jurisdiction_of(name: str) -> Jurisdiction | None:
    """The calendar of a country; None where a model names no country, or one that styrc does not know."""
    known = {path.stem: path for path in (builtin("schemas") / "jurisdictions").glob("*.yaml")}
    return Jurisdiction.model_validate(read_trusted(known[name])) if name in known else None
