"""Kinds of report: who makes them, how often, for whom, and what each must answer of the plans."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator
from pydantic import Field as Described

from styrc.schema.document import DocumentKind
from styrc.schema.language import Constraint, Language, Where, Words, as_list

Whose = Literal["own", "responsible", "below", "above"]


class Planned(Language):
    """A plan for the follow-up itself: its elements name a month and point at what is taken up then."""

    in_: str = Described(description="The kind whose elements name the month and what is taken up.")
    month: str = Described(description="Its field with the month, in the language of the model.")
    after: int = Described(
        default=0, ge=0, description="How many months after its period a report is given; 1 means in the month after."
    )


class Ask(Constraint):
    """What a report must say of each element of a kind that it answers for."""

    whose: Annotated[tuple[Whose, ...], BeforeValidator(as_list)] = Described(
        default=("own", "responsible"),
        description="`own`: what stands in the unit's own documents; `responsible`: what names the unit as owner or "
        "taker; `below`: what stands in the documents of the units below it; `above`: of the unit right above it.",
    )
    planned: Planned | None = Described(
        default=None, description="In place of `whose`: what the unit's plan for the follow-up takes up that month."
    )
    levels: Words = Described(default=(), description="Only what stands with units of these levels; empty means all.")
    where: Where = Described(default={}, description="Only those of which this is true.")
    outcome: bool = Described(
        default=False, description="`yes`: an outcome of the period, or the reason why there is none."
    )
    required: Words = Described(default=(), description="Fields of the answer that must be filled in.")
    when_deviating: Words = Described(
        default=(), description="Fields that must be filled in where the status is not among the good ones."
    )


class Breaks(Constraint):
    """How often a report is made: it covers the year up to and including each of these months."""

    months: Words = Described(description="The last month of each period, in the language of the model.")
    since: Literal["year", "break"] = Described(
        default="year", description="Whether the period begins with the `year` or after the last `break`."
    )
    days: int | None = Described(default=None, description="How many days after the break the report is due.")


class ReportKind(DocumentKind):
    """A kind of report: a document that answers for plans. What it shares with other documents is said there."""

    to: Words = Described(default=(), description="Who gets it: levels or offices.")
    breaks: Breaks | None = Described(default=None, description="How often; without it whenever there is a reason.")
    asks: dict[str, Ask] = Described(default={}, description="The kinds that it answers for, and what it says of each.")
    gathers: Words = Described(
        default=(), description="Kinds of report from the units below whose answers it takes up and adds together."
    )
