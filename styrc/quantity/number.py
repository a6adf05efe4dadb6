"""Numbers as Swedes write them: decimal comma, spaces between thousands, no guessing; `Decimal`, never float."""

from __future__ import annotations

import re
from decimal import Decimal

from styrc.quantity.misread import Misread

_SPACE = "[ \u00a0\u2009\u202f]"
_MINUS = "[-\u2212\u2013]"  # hyphen, minus, en dash
_NUMBER = re.compile(
    rf"(?P<minus>{_MINUS}|\+)?{_SPACE}?(?P<whole>[0-9]+|[0-9]{{1,3}}(?:{_SPACE}[0-9]{{3}})+)(?:,(?P<part>[0-9]+))?"
)
_PERCENT = re.compile(rf"{_SPACE}?%$")
_POINT_THOUSANDS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_POINT_DECIMALS = re.compile(rf"(?:[0-9]+|[0-9]{{1,3}}(?:{_SPACE}[0-9]{{3}})+)\.[0-9]+")
_ENGLISH = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+|[0-9]{1,3}(?:,[0-9]{3}){2,}")
_LONGEST = 30

NO_BREAK = "\u00a0"


def read_number(text: str) -> Decimal:
    """A number such as `85,5`, `1 250`, `−3` or `12 %` (read as 12). Raises Misread."""
    bare = _PERCENT.sub("", text.strip())
    match = _NUMBER.fullmatch(bare) if len(bare) <= _LONGEST else None
    if match is None:
        raise _misread(bare)
    digits = re.sub(_SPACE, "", match["whole"])
    number = Decimal(f"{digits}.{match['part']}" if match["part"] else digits)
    return -number if match["minus"] and match["minus"] != "+" else number


def read_money(text: str) -> Decimal:
    """An amount such as `120 500` or `−1,5`. Raises Misread; also for `1,250`, which may be an English 1 250."""
    if "%" in text:
        raise Misread("percent")
    number = read_number(text)
    if number.as_tuple().exponent == -3 and " " not in text.strip():  # noqa: PLR2004 - three decimals
        raise Misread(
            "two readings",
            one=write_number(number.normalize()),
            other=write_number((number * 1000).to_integral_value()),
        )
    return number


def _misread(text: str) -> Misread:
    body = text.lstrip("+-\u2212\u2013 \u00a0")
    sign = "\u2212" if text != body and text[0] != "+" else ""
    if _POINT_THOUSANDS.fullmatch(body):
        whole = sign + _grouped(body.partition(",")[0].replace(".", ""))
        decimals = "," + body.partition(",")[2] if "," in body else ""
        if body.count(".") == 1 and not decimals:
            return Misread("two readings", one=sign + body.replace(".", ",").rstrip("0").rstrip(","), other=whole)
        return Misread("thousands", right=whole + decimals)
    if _POINT_DECIMALS.fullmatch(body):
        return Misread("decimal point", right=sign + body.replace(".", ","))
    if _ENGLISH.fullmatch(body):
        whole, _, part = body.partition(".")
        return Misread("thousands", right=sign + _grouped(whole.replace(",", "")) + (f",{part}" if part else ""))
    if re.fullmatch(rf"[0-9]+(?:{_SPACE}[0-9]+)+(?:,[0-9]+)?", body):
        return Misread("thousands", right=sign + _grouped(re.sub(_SPACE, "", body.partition(",")[0])))
    return Misread()


def _grouped(digits: str) -> str:
    digits = digits.lstrip("0") or "0"
    return f"{int(digits):,}".replace(",", " ") if len(digits) < _LONGEST else digits


def write_number(number: Decimal) -> str:
    """The number in print: decimal comma, no-break spaces between thousands, also in 1 000, true minus."""
    whole, _, part = f"{abs(number):f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", NO_BREAK)
    minus = "\u2212" if number < 0 else ""
    return f"{minus}{grouped},{part}" if part else f"{minus}{grouped}"
