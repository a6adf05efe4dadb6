"""Dates and years: `2026-03-31`, `31 mars 2026`, `2026`."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from styrc.quantity.misread import Misread

if TYPE_CHECKING:
    from styrc.words import Words

_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_NEAR_ISO = re.compile(r"([0-9]{4})[-./]?([0-9]{1,2})[-./]?([0-9]{1,2})")
_SAID = re.compile(r"(?:den )?([0-9]{1,2}) ([^\W\d]+) ([0-9]{4})", re.IGNORECASE)
_SLASHED = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/. -]+([0-9]{4})")
_YEAR = re.compile(r"(19|20|21)[0-9]{2}")


def read_date(text: str, words: Words) -> date:
    """A day, as `2026-03-31` or with the month in words. Raises Misread, with the right spelling where known."""
    text = text.strip()
    if match := _ISO.fullmatch(text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if (match := _SAID.fullmatch(text)) and match[2].lower() in words.months:
        return _day(int(match[3]), words.months.index(match[2].lower()) + 1, int(match[1]))
    raise _misread(text)


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise Misread("no such day") from None


def _misread(text: str) -> Misread:
    guess = None
    if match := _NEAR_ISO.fullmatch(text):
        guess = (match[1], match[2], match[3])
    elif match := _SLASHED.fullmatch(text):
        guess = (match[3], match[2], match[1])
    if guess is None:
        return Misread()
    try:
        right = date(*(int(part) for part in guess))
    except ValueError:
        return Misread("no such day")
    return Misread("other form", right=right.isoformat())


def read_year(text: str) -> int:
    """A year in four digits. Raises Misread."""
    if not _YEAR.fullmatch(text.strip()):
        raise Misread
    return int(text)
