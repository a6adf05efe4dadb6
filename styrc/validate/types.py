"""How each type of the schema language is read: Pydantic turns text into values, and each type says in words what it wants."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Annotated, Any

from pydantic import BeforeValidator, TypeAdapter

from styrc.quantity import (
    Misread,
    Period,
    Target,
    read_date,
    read_money,
    read_number,
    read_period,
    read_target,
    read_year,
)
from styrc.schema.theory import Type
from styrc.text import Text
from styrc.words import Words

WANTED = {
    Type.LINE: Text("text på en rad", "text on one line"),
    Type.PROSE: Text("text", "text"),
    Type.NUMBER: Text("ett tal, till exempel 85,5 eller 1 250", "a number, for example 85,5 or 1 250"),
    Type.WHOLE: Text("ett heltal, till exempel 12", "a whole number, for example 12"),
    Type.MONEY: Text("ett belopp, till exempel 120 500", "an amount, for example 120 500"),
    Type.TARGET: Text(
        "ett målvärde, till exempel 87, minst 40, 30–35 eller öka", "a target, for example 87, minst 40, 30–35 or öka"
    ),
    Type.DATE: Text("ett datum, till exempel 2026-03-31", "a date, for example 2026-03-31"),
    Type.YEAR: Text("ett årtal, till exempel 2026", "a year, for example 2026"),
    Type.PERIOD: Text(
        "en period, till exempel 2026, 2023–2026 eller tills vidare", "a period, for example 2026, 2023–2026 or tills vidare"
    ),
    Type.CHOICE: Text("ett av modellens ord", "one of the model's words"),
    Type.UNIT: Text("id för en enhet i organisationen", "the id of a unit in the organisation"),
    Type.YES_NO: Text("ja eller nej", "ja or nej"),
    Type.KOLADA: Text("ett nyckeltal i Kolada, till exempel N15428", "a Kolada id, for example N15428"),
}

_KOLADA = re.compile(r"[NU][0-9]{5}")


def _line(text: str) -> str:
    text = text.strip()
    if "\n" in text:
        raise Misread("several lines")
    return text


def _whole(text: str) -> int:
    number = read_number(text)
    if number != number.to_integral_value():
        raise Misread
    return int(number)


def _kolada(text: str) -> str:
    text = text.strip()
    if not _KOLADA.fullmatch(text):
        raise Misread
    return text


@cache
def adapters(words: Words) -> dict[Type, TypeAdapter[Any]]:
    """One adapter for each type whose reading does not depend on the model."""

    def yes_no(text: str) -> bool:
        try:
            return {words.yes: True, words.no: False}[text.strip().lower()]
        except KeyError:
            raise Misread from None

    return {
        Type.LINE: TypeAdapter(Annotated[str, BeforeValidator(_line)]),
        Type.PROSE: TypeAdapter(str),
        Type.NUMBER: TypeAdapter(Annotated[Decimal, BeforeValidator(read_number)]),
        Type.WHOLE: TypeAdapter(Annotated[int, BeforeValidator(_whole)]),
        Type.MONEY: TypeAdapter(Annotated[Decimal, BeforeValidator(read_money)]),
        Type.TARGET: TypeAdapter(Annotated[Target, BeforeValidator(lambda text: read_target(text, words))]),
        Type.DATE: TypeAdapter(Annotated[date, BeforeValidator(lambda text: read_date(text, words))]),
        Type.YEAR: TypeAdapter(Annotated[int, BeforeValidator(read_year)]),
        Type.PERIOD: TypeAdapter(Annotated[Period, BeforeValidator(lambda text: read_period(text, words))]),
        Type.YES_NO: TypeAdapter(Annotated[bool, BeforeValidator(yes_no)]),
        Type.KOLADA: TypeAdapter(Annotated[str, BeforeValidator(_kolada)]),
        Type.UNIT: TypeAdapter(Annotated[str, BeforeValidator(_line)]),
        Type.CHOICE: TypeAdapter(Annotated[str, BeforeValidator(_line)]),
    }
