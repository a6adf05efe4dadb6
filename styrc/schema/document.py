"""Kinds of document: whose they are, what they hold, how long they run and who decides them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator
from pydantic import Field as Described

from styrc.schema.kind import Field, Per
from styrc.schema.language import Constraint, Language, Words, as_list, one_or_many
from styrc.schema.relation import Relation
from styrc.schema.theory import DocumentRole, Matter


class Holding(Constraint):
    """A kind of element or a table in a chapter, and how many there must be."""

    min: int = Described(default=0, description="Fewest; 1 means that the chapter must have it.")
    max: int | None = Described(default=None, description="Most.")


class Chapter(Constraint):
    """A chapter of a document; it may have text, elements and tables."""

    title: str = Described(default="", description="The heading in print; the key with a capital letter when empty.")
    required: bool = Described(default=False, description="The chapter must have text, or something of what it holds.")
    text: bool = Described(default=False, description="The chapter must have text of its own.")
    holds: dict[str, Holding] = Described(default={}, description="Kinds and tables that stand in this chapter.")
    answers: Words = Described(default=(), description="In a report: the kinds whose answers stand in this chapter.")
    tells: Annotated[tuple[Matter, ...], BeforeValidator(as_list)] = Described(
        default=(), description="What the law wants a budget to tell and that stands in this chapter, in words."
    )


class Period(Constraint):
    """How long a document runs."""

    form: Literal["year", "years", "term", "part", "open"] = Described(
        default="year",
        description="A `year`, several `years`, the `term` of office, a `part` of a year, or `open`, until revoked.",
    )
    years: int | None = Described(default=None, description="With `years`: exactly so many.")


class Decider(Constraint):
    """Who decides a kind of document."""

    any_of: Words = Described(description="Levels or offices.")
    own: bool = Described(
        default=False, description="The unit decides its own document, or the body above it does where `above` is set."
    )
    above: bool = Described(default=False, description="A unit above the document's own may decide it too.")


def _months_alone(value: object) -> object:
    return {"months": value} if isinstance(value, str | list) else value


class ElectionYear(Constraint):
    """When in an election year the decision is taken. The months alone may be written, without any other key."""

    months: Words = Described(description="The months.")
    each: bool = Described(
        default=False, description="A decision is asked for in each of them: the list of months is one to go through."
    )


class Months(Constraint):
    """When in the year the decision is taken."""

    months: Words = Described(description="The months, in the language of the model.")
    election_year: Annotated[ElectionYear | None, BeforeValidator(_months_alone)] = Described(
        default=None,
        description="The months in an election year, when they differ; with a reason of their own where it is another.",
    )


class After(Constraint):
    """Which decisions must come first."""

    documents: Words = Described(description="Kinds of document that must be decided before this one.")


class Header(Constraint):
    """What the decision header must say."""

    asks: tuple[Literal["body", "date", "paragraph", "registration number"], ...] = Described(
        description="What must be there: `body`, `date`, `paragraph`, `registration number`."
    )


class Proposals(Constraint):
    """The decisions that a document proposes, each as a sentence."""

    min: int = Described(default=0, description="Fewest.")
    place: Literal["first", "last"] = Described(default="last", description="Where they stand in print.")


class Decision(Language):
    """The decision on a document: by whom, when, in which order, recorded how."""

    by: Decider | None = Described(default=None, description="By whom.")
    month: Months | None = Described(default=None, description="In which months.")
    after: After | None = Described(default=None, description="After which other decisions.")
    header: Header | None = Described(default=None, description="What the header of the document must say of it.")
    proposals: Proposals = Described(default=Proposals(), description="The decisions that the document proposes.")


class Years(Constraint):
    """The years that a document's tables show: the budget years and the plan years after them."""

    budget: int = Described(default=1, description="Number of budget years, counted from the document's first year.")
    plan: int = Described(default=0, description="Number of plan years after the budget years.")


class Cover(Constraint):
    """Units that a document must say something of: at least one element each."""

    levels: Words = Described(description="Every unit of these levels.")


class DocumentKind(Language):
    """A kind of document, in the municipality's own word."""

    role: DocumentRole | None = Described(
        default=None, description="What the document is to the law and to the year of steering."
    )
    plural: str = Described(default="", description="The word for several.")
    means: str = Described(default="", description="What it is, for the glossary.")
    levels: Words = Described(description="Whose document it is: units of these levels.")
    period: Period = Described(default=Period(), description="How long it runs.")
    years: Years | None = Described(default=None, description="The years that its tables show.")
    per: Annotated[tuple[Per, ...], BeforeValidator(one_or_many)] = Described(
        default=(), description="How many there are to be."
    )
    decision: Decision = Described(default=Decision(), description="The decision on it.")
    covers: Cover | None = Described(default=None, description="Units that it must say something of.")
    fields: dict[str, Field] = Described(default={}, description="Fields of the document's own, in its header.")
    relations: tuple[Relation, ...] = Described(default=(), description="How its fields must stand to others.")
    chapters: dict[str, Chapter] = Described(
        default={}, description="Its chapters, in the order of the printed document."
    )
    template: str = Described(
        default="",
        description="The template that makes it; empty for that of its own name, of its role, or the general one.",
    )
