"""Periods: a year, some years, some months, or from a day and until further notice."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from styrc.quantity.misread import Misread

if TYPE_CHECKING:
    from styrc.words import Words

_POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_BETWEEN = re.compile(r"\s+(?:[-\u2013\u2014]|till)\s+|\s*[\u2013\u2014]\s*|(?<=^[0-9]{4})-(?=[0-9]{4}$)")
_FIRST = date(1, 1, 1)
_LAST = date(9999, 12, 31)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Days from `start` to `end`, both counted; an open end means until further notice."""

    start: date
    end: date | None

    @property
    def last(self) -> date:
        """The last day, far in the future when the end is open."""
        return self.end or _LAST

    @property
    def years(self) -> range:
        """The calendar years that the period touches; for an open end only the first."""
        return range(self.start.year, (self.end or self.start).year + 1)

    def overlaps(self, other: Period) -> bool:
        """Whether the two share a day."""
        return self.start <= other.last and other.start <= self.last

    def holds(self, day: date) -> bool:
        """Whether a day lies in the period."""
        return self.start <= day <= self.last

    def touches(self, year: int) -> bool:
        """Whether the period has a day in the year."""
        return self.start.year <= year <= self.last.year

    @property
    def whole_years(self) -> int | None:
        """How many whole calendar years it is; None when it is not whole years."""
        if self.end is None or (self.start.month, self.start.day, self.end.month, self.end.day) != (1, 1, 12, 31):
            return None
        return self.end.year - self.start.year + 1

    @property
    def whole_months(self) -> bool:
        """Whether it begins with the first day of a month and ends with the last of one."""
        return self.end is not None and self.start.day == 1 and self.end.day == _last_day(self.end.year, self.end.month)

    def __str__(self) -> str:
        """The shortest true way to write it: `2026`, `2023–2026`, `2026-01 – 2026-08`, `2021–`."""
        if self.end is None:
            return "" if self.start == _FIRST else f"{self.start.year}\u2013"
        if self.whole_years == 1:
            return str(self.start.year)
        if self.whole_years:
            return f"{self.start.year}\u2013{self.end.year}"
        if self.whole_months:
            first, last = f"{self.start:%Y-%m}", f"{self.end:%Y-%m}"
            return first if first == last else f"{first} \u2013 {last}"
        return f"{self.start} \u2013 {self.end}"


def read_period(text: str, words: Words) -> Period:
    """A period: `2026`, `2023–2026`, `2026-01 – 2026-08`, `tills vidare`, `2021 – tills vidare`. Raises Misread."""
    text = text.strip()
    if text.lower() == words.open:
        return Period(_FIRST, None)
    first, *rest = _BETWEEN.split(text, maxsplit=1)
    start = _start(first)
    if not rest:
        return Period(start, _end(first))
    if rest[0].strip().lower() in ("", words.open):
        return Period(start, None)
    end = _end(rest[0].strip())
    if end < start:
        raise Misread("backwards")
    return Period(start, end)


def write_period(value: Period, words: Words) -> str:
    """A period in print: `januari–augusti 2026`, `2026`, `2023–2026`, `2021 – tills vidare`."""
    if value.end is None:
        return f"{value.start.year} \u2013 {words.open}" if str(value) else words.open
    if value.whole_months and not value.whole_years and value.start.year == value.end.year:
        first, last = (words.months[one.month - 1] for one in (value.start, value.end))
        months = first if first == last else f"{first}\u2013{last}"
        return f"{months} {value.end.year}"
    return str(value)


def _parts(text: str) -> tuple[int, int | None, int | None]:
    match = _POINT.fullmatch(text.strip())
    if match is None:
        raise Misread
    return int(match[1]), int(match[2]) if match[2] else None, int(match[3]) if match[3] else None


def _start(text: str) -> date:
    year, month, day = _parts(text)
    return _date(year, 1 if month is None else month, 1 if day is None else day)


def _end(text: str) -> date:
    year, month, day = _parts(text)
    month = 12 if month is None else month
    return _date(year, month, _last_day(year, month) if day is None else day)


def _last_day(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1] if 1 <= month <= 12 and year else 1  # noqa: PLR2004 - months


def _date(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise Misread("no such day") from None
