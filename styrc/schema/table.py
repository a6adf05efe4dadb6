"""Tables of figures: their rows and columns, the sums that these hold, and what the whole must agree with."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator
from pydantic import Field as Described

from styrc.schema.language import Constraint, Words
from styrc.schema.theory import Account, TableRole

YEARS = "years"
"""The name that stands for one column a year."""


def _by_name(value: object) -> object:
    """One name, or a list of them, where a mapping could say more of each."""
    if isinstance(value, str):
        return {value: {}}
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return {one: {} for one in value}
    return value


class Post(Constraint):
    """A row of a table, in the municipality's own words."""

    role: Account | None = Described(default=None, description="What the row is to the arithmetic.")
    required: bool = Described(default=False, description="The table must have this row.")
    sum_of: Words = Described(
        default=(), description="The rows that it adds up. One without a role that is not there is left out."
    )
    less: Words = Described(default=(), description="Rows that are taken off from these.")
    means: str = Described(default="", description="What the row holds; goes to the glossary.")


class Shown(Constraint):
    """What a column repeats from a plan: a report shows the decided budget beside the outcome."""

    table: str = Described(description="The table, in a plan of the unit or one above it.")
    column: str = Described(default=YEARS, description="Its column; `years` stands for that of the report's year.")


class Column(Constraint):
    """A column of a table."""

    role: Account | None = Described(default=None, description="What the column is to the arithmetic.")
    sum_of: Words = Described(default=(), description="The columns that it adds up; `years` stands for all the years.")
    less: Words = Described(default=(), description="Columns that are taken off from these.")
    deviation_of: Words = Described(
        default=(),
        description="An outcome and its budget: the difference, which is plus where the outcome is the better.",
    )
    shows: Shown | None = Described(default=None, description="A column of a table in a plan that it repeats.")
    means: str = Described(default="", description="What the column holds; goes to the glossary.")


class Coverage(Constraint):
    """Units that must have a row of their own in a table."""

    levels: Words = Described(description="Every unit of these levels that exists in the document's first year.")


class Frame(Constraint):
    """A table that must keep to what a document above gives the unit."""

    table: str = Described(description="The table in the document above: its rows are units.")
    at_most: bool = Described(default=False, description="`yes`: the sum may be lower than the frame, but not higher.")


class Within(Constraint):
    """Amounts of elements that together must fit in what a table gives the unit that takes them."""

    field: str = Described(description="The field with the amount.")
    money: str = Described(description="The unit of money that the field is written in.")
    table: str = Described(description="The table, in the same document or one above: its rows are units.")


class Table(Constraint):
    """A table of figures that a document may hold."""

    role: TableRole | None = Described(default=None, description="What the table is to the economy and to the law.")
    title: str = Described(default="", description="The caption in print.")
    rows: Literal["unit", "post", "year"] = Described(
        default="post", description="What a row is named by: a `unit`, a `post` in words, or a `year`."
    )
    columns: Annotated[dict[str, Column], BeforeValidator(_by_name)] = Described(
        default={}, description="`years`, names of columns, or both. Names alone may be written as a list."
    )
    posts: Annotated[dict[str, Post], BeforeValidator(_by_name)] = Described(
        default={}, description="The rows that the table may have; empty allows any. Names alone may be a list."
    )
    more_posts: bool = Described(default=False, description="`yes`: the table may have other rows than `posts` too.")
    money: bool = Described(default=True, description="The figures are money, and the table says in which unit.")
    costs: Literal["", "positive", "negative"] = Described(
        default="", description="How costs are written, where a plan file does not say it for its own table."
    )
    rounded: bool = Described(
        default=True, description="`no`: the figures are not rounded in print, so sums must be exact."
    )
    total: Literal["required", "optional", "none"] = Described(
        default="optional", description="Whether there is a sum row."
    )
    covers: Coverage | None = Described(default=None, description="Units that must have a row of their own.")
    frame: Frame | None = Described(default=None, description="A table above that it must keep to.")
    means: str = Described(default="", description="What the table shows.")

    @property
    def by_year(self) -> bool:
        """Whether there is a column for each year of the document."""
        return not self.columns or YEARS in self.columns

    @property
    def named_columns(self) -> tuple[str, ...]:
        """The columns that have names of their own."""
        return tuple(name for name in self.columns if name != YEARS)

    def posts_with(self, role: Account) -> tuple[str, ...]:
        """The rows with a role, in the order of the model."""
        return tuple(name for name, post in self.posts.items() if post.role is role)
