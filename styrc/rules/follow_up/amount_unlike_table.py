"""Amounts in a report's prose that are nearly one of the row that the sentence names, in a table of the report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import combinations

from styrc.element import Document, FigureTable, Row
from styrc.phrases import Found, tokens
from styrc.plan import Plan
from styrc.quantity import write_number
from styrc.rule import Hit
from styrc.rules.calling import prose_in
from styrc.rules.hearing import YEARS, Heard, around
from styrc.rules.numerals import clauses, is_slip
from styrc.rules.passages import Written
from styrc.rules.reporting import reporting
from styrc.schema.word_list import language_lists

_SURE = 3
"""Digits of an amount that is hardly like another by chance."""
_SHORTEST = 4
"""Letters of a row's name that a sentence can be known by."""
_Named = list[tuple[FigureTable, Row]]


def amount_unlike_table(plan: Plan) -> Iterator[Hit]:
    """An amount with one digit unlike that of a row that its sentence names, told where it stands."""
    if not language_lists(plan.schema.language).numbers.money:
        return
    for report in reporting(plan).reports:
        tables = [one for one in report.tables.values() if one.money]
        rows = [(one, row) for one in tables for row in one.rows if len(row.label) >= _SHORTEST]
        for text in prose_in(plan, report) if rows else ():
            yield from _in_text(plan, report, rows, text)


def _in_text(plan: Plan, report: Document, rows: _Named, text: Written) -> Iterator[Hit]:
    words, low = around(plan.schema.language), " ".join(text.text.casefold().split())
    named = [(table, row) for table, row in rows if row.label.casefold() in low]
    own = tuple(dict.fromkeys(form for table, row in named for form in _forms(table, row, words.stemmer)))
    for clause in clauses(text.text, words.stemmer, words.breaks) if named else ():
        for number in clause.numerals:
            heard = Heard(words, own, text.text, clause, number)
            money, counted = _money(plan, heard)
            here = [(table, row) for table, row in named if _names(heard, row)]
            if (
                money
                and here
                and len(number.digits) >= _SURE
                and not (_is_of_other_years(heard) or _is_part(heard) or heard.is_of_others(counted, "others"))
            ):
                yield from _slips(plan, report, text, heard, money, here)


def _forms(table: FigureTable, row: Row, stemmer: str) -> Iterator[str]:
    """The words of a row's name and of the columns, which say nothing against the number being one of them."""
    for name in (row.label, *row.cells, table.name):
        yield from (name.casefold()[one.start : one.end] for one in tokens(name.casefold(), stemmer))


def _money(plan: Plan, heard: Heard) -> tuple[str, int]:
    """The unit of money that follows a number, and how many words it is; nothing where none follows."""
    said = language_lists(plan.schema.language).numbers.money
    form = " ".join(heard.form(one) for one in heard.after[:3]) + " "
    found = [
        (len(phrase.split()), unit)
        for unit, phrases in said.items()
        for phrase in phrases
        if form.startswith(f"{phrase} ")
    ]
    counted, unit = max(found, default=(0, ""))
    return unit if unit in plan.words.money else "", counted


def _names(heard: Heard, row: Row) -> bool:
    """Whether the words of a row's name stand in the same part of the sentence, before the number."""
    return row.label.casefold() in " ".join(heard.form(one) for one in heard.before)


def _is_of_other_years(heard: Heard) -> bool:
    return any(not one.decimals and one.value in YEARS for one in heard.clause.beside)


def _is_part(heard: Heard) -> bool:
    """Whether it is a part of what the row holds: ”av räntorna är …”."""
    places = [number for number, one in enumerate(heard.before) if heard.form(one) not in heard.own]
    return any(heard.words.end("share", heard.before, number) > number for number in places)


def _amounts(plan: Plan, money: str, table: FigureTable, row: Row) -> Mapping[str, Decimal]:
    """The amounts of a row, by column, in a unit of money."""
    factor = Decimal(plan.words.factor(table.money)) / plan.words.factor(money)
    return {column: amount * factor for column, amount in row.cells.items()}


def _slips(plan: Plan, report: Document, text: Written, heard: Heard, money: str, rows: _Named) -> Iterator[Hit]:
    """The amount that the number is nearly; nothing where it is an amount, or the difference of two."""
    number = heard.number._replace(text=heard.number.text.lstrip("-\u2212"), value=abs(heard.number.value))
    step = Decimal(1).scaleb(-number.decimals)
    amounts = [_amounts(plan, money, table, row) for table, row in rows]
    known = [one for each in amounts for one in (*each.values(), *(a - b for a, b in combinations(each.values(), 2)))]
    if any(abs(abs(one) - number.value) < step for one in known):
        return
    near = [
        (abs(right - number.value), table, row, column, right)
        for (table, row), each in zip(rows, amounts, strict=True)
        for column, amount in each.items()
        if is_slip(number, right := abs(amount.quantize(step)))
    ]
    if near:
        _, table, row, column, right = min(near, key=lambda one: one[0])
        call = f"[[{plan.words.calls.table}: {table.name}, {row.label}, {column}]]"
        values = {"number": number.text, "right": write_number(right), "name": row.label, "column": column}
        place = text.at(Found(heard.number.start, heard.number.end))
        rounded = "" if money == table.money else "rounded"
        yield Hit(place, {**values, "table": table.name, "call": call}, rounded, document=report.id)
