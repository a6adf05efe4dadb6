"""Values in, words in print out: numbers, dates and choices as a reader of the document expects them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from styrc.element import Scalar, Value
from styrc.lists import outside_list
from styrc.plan import Plan
from styrc.quantity import Period, Target, write_number, write_period, write_target
from styrc.schema import Field, Type
from styrc.words import Words


def printed(value: Value, field: Field, plan: Plan) -> str:
    """A typed value as it stands in a document."""
    if isinstance(value, Mapping):
        return " · ".join(f"{year}: {_one(one, field, plan)}" for year, one in value.items())
    if isinstance(value, tuple):
        return ", ".join(_one(one, field, plan) for one in value)
    return _one(value, field, plan)


def _one(value: Scalar, field: Field, plan: Plan) -> str:
    words = plan.words
    match value:
        case bool():
            said = words.yes if value else words.no
        case Target():
            said = write_target(value, words)
        case Decimal():
            said = write_number(value)
        case date():
            said = day(value, words)
        case Period():
            said = period(value, words)
        case _ if field.type is Type.UNIT:
            said = plan.organisation.name(str(value))
        case _:
            said = outside_list(field.list_).name(str(value)) if field.list_ else str(value)
    return said


def day(value: date, words: Words) -> str:
    """A date in words: 31 mars 2026."""
    return f"{value.day} {words.months[value.month - 1]} {value.year}"


def period(value: Period, words: Words) -> str:
    """A period in words; an open one says that it holds until further notice."""
    return write_period(value, words)


def capital(text: str) -> str:
    """The text with a capital first letter, the rest as written."""
    return text[:1].upper() + text[1:]
