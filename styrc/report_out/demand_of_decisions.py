"""What a steering model demands of decisions, in plain sentences: by whom, when, in which order, recorded how."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from styrc.report_out.demand_on_words import Sentence
from styrc.report_out.demand_tables import quoted
from styrc.schema import Schema
from styrc.schema.document import After, Decider, ElectionYear, Header, Months
from styrc.text import AnyOf, Text
from styrc.words import words_in


class Told(Protocol):
    """Where in the model a constraint stands: the document that is decided."""

    @property
    def schema(self) -> Schema:
        """The model."""

    @property
    def owner(self) -> str:
        """The kind of document."""


def of_decider(told: Told, decider: Decider) -> Iterator[Sentence]:
    """By whom a document is decided."""
    values = {"document": told.owner, "bodies": AnyOf(decider.any_of)}
    yield Text("”{document}” beslutas av {bodies}.", "“{document}” is decided by {bodies}."), values
    if decider.own and decider.above:
        yield Text("Enheten själv beslutar, eller en ovanför den.", "The unit itself decides, or one above it."), {}
    elif decider.own:
        yield Text("Var och en beslutar om sitt eget dokument.", "Each decides its own document."), {}
    elif decider.above:
        yield Text("Också en enhet ovanför får besluta.", "A unit above may decide too."), {}


def of_months(told: Told, months: Months) -> Iterator[Sentence]:
    """In which months."""
    values: dict[str, object] = {"document": told.owner, "months": months.months}
    yield Text("”{document}” beslutas i {months}.", "“{document}” is decided in {months}."), values
    if months.election_year:
        yield from of_election_year(told, months.election_year)


def of_election_year(told: Told, months: ElectionYear) -> Iterator[Sentence]:
    """In which months of an election year."""
    words = Text(
        "Ett valår beslutas ”{document}” i {months}.", "In election years “{document}” is decided in {months}."
    )
    if months.each:
        words = Text(
            "Ett valår beslutas ”{document}” både i {months}.",
            "In election years “{document}” is decided both in {months}.",
        )
    yield words, {"document": told.owner, "months": months.months}


def of_after(told: Told, after: After) -> Iterator[Sentence]:
    """After which other decisions."""
    words = Text("”{document}” beslutas efter {others}.", "“{document}” is decided after {others}.")
    yield words, {"document": told.owner, "others": quoted(after.documents)}


def of_header(told: Told, header: Header) -> Iterator[Sentence]:
    """What the header says of the decision."""
    keys = words_in(told.schema.language).decision
    asks = tuple(str(getattr(keys, one.replace(" ", "_"))) for one in header.asks)
    yield (
        Text("Beslutet om ”{document}” ska ange {asks}.", "The decision on “{document}” must give {asks}."),
        {
            "document": told.owner,
            "asks": asks,
        },
    )
