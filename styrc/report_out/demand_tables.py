"""What a steering model demands of its tables of figures, in plain sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from styrc.schema.table import Column, Coverage, Frame, Post, Table, Within
from styrc.text import AnyOf, Text, say

Sentence = tuple[Text, dict[str, object]]


class Told(Protocol):
    """Where in the model a constraint stands: whose it is and what it is called."""

    @property
    def owner(self) -> str:
        """The table."""

    @property
    def name(self) -> str:
        """The last step of the way to it."""

    @property
    def homes(self) -> tuple[str, ...]:
        """The kinds of document that may hold it."""


_COSTS = {
    "positive": Text("Kostnader skrivs med plus.", "Costs are written as plus."),
    "negative": Text("Kostnader skrivs med minus.", "Costs are written as minus."),
}


def of_table(told: Told, table: Table) -> Iterator[Sentence]:
    """The table itself: its sum, its signs and its rounding."""
    values: dict[str, object] = {"table": told.name, "homes": AnyOf(told.homes)}
    yield Text("Tabellen ”{table}” står bara i {homes}.", "The table “{table}” stands only in {homes}."), values
    if table.total == "required":
        yield Text("Den ska ha en summa.", "It must have a sum."), {}
    if table.costs:
        yield _COSTS[table.costs], {}
    if not table.rounded:
        yield Text("Beloppen är inte avrundade.", "The amounts are not rounded."), {}


def of_post(told: Told, post: Post) -> Iterator[Sentence]:
    """A row: whether it must be there, and which rows it adds up."""
    values: dict[str, object] = {"post": told.name, "table": told.owner}
    if post.required:
        yield Text("”{table}” ska ha raden ”{post}”.", "“{table}” must have the row “{post}”."), values
    else:
        yield Text("”{table}” kan ha raden ”{post}”.", "“{table}” may have the row “{post}”."), values
    yield from _sum(post.sum_of, post.less)


def of_column(told: Told, column: Column) -> Iterator[Sentence]:
    """A column, and which columns it adds up."""
    values: dict[str, object] = {"column": told.name, "table": told.owner}
    yield Text("”{table}” har kolumnen ”{column}”.", "“{table}” has the column “{column}”."), values
    yield from _sum(column.sum_of, column.less)
    if column.deviation_of:
        words = Text(
            "Den visar skillnaden mellan {columns}. Plus är bättre än budget.",
            "It shows the difference between {columns}. Plus is better than the budget.",
        )
        yield words, {"columns": quoted(column.deviation_of)}


def of_coverage(told: Told, coverage: Coverage) -> Iterator[Sentence]:
    """Units that must have a row."""
    words = Text(
        "Varje enhet på nivån {levels} ska ha en rad i ”{table}”.",
        "Every unit on the level {levels} must have a row in “{table}”.",
    )
    yield words, {"levels": AnyOf(coverage.levels), "table": told.owner}


def of_frame(told: Told, frame: Frame) -> Iterator[Sentence]:
    """The table above that this one keeps to."""
    words = Text(
        "”{table}” ska summera till det som enheten har fått i ”{above}” i dokumentet ovanför.",
        "“{table}” must add up to what the unit is given in “{above}” of the document above.",
    )
    if frame.at_most:
        words = Text(
            "”{table}” får inte överstiga det som enheten har fått i ”{above}” i dokumentet ovanför.",
            "“{table}” must not exceed what the unit is given in “{above}” of the document above.",
        )
    yield words, {"table": told.owner, "above": frame.table}


def of_within(told: Told, within: Within) -> Iterator[Sentence]:
    """Amounts that must fit in a table."""
    words = Text(
        "”{field}” för alla ”{kind}” ska tillsammans rymmas i det som enheten har fått i ”{table}”.",
        "“{field}” of all “{kind}” must together fit in what the unit is given in “{table}”.",
    )
    yield words, {"field": within.field, "kind": told.owner, "table": within.table}


def _sum(added: tuple[str, ...], taken: tuple[str, ...]) -> Iterator[Sentence]:
    if added:
        yield Text("Den är summan av {parts}.", "It is the sum of {parts}."), {"parts": quoted(added)}
    if taken:
        yield Text("Därifrån dras {parts}.", "From that {parts} are taken off."), {"parts": quoted(taken)}


def quoted(names: tuple[str, ...]) -> Text:
    """Names in quotation marks, one after the other."""
    return Text(say(tuple(f"”{name}”" for name in names), "sv"), say(tuple(f"“{name}”" for name in names), "en"))
