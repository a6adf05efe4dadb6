"""How each type of the schema language is read: Pydantic turns the text in a file into a value."""

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
from styrc.words import Words

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
