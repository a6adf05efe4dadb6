"""What every part of the schema language shares: closed, frozen, and able to name its reason."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator


def _spaced(name: str) -> str:
    """Keys are written with spaces in a schema file: `decided_by` is `decided by`."""
    return name.rstrip("_").replace("_", " ")


def as_list(value: object) -> object:
    """One word where several are allowed: `to: vision` means `to: [vision]`."""
    return [value] if isinstance(value, str) else value


def one_or_many(value: object) -> object:
    """One construct where several are allowed: `per: {…}` means `per: [{…}]`."""
    return [value] if isinstance(value, dict) else value


def _nothing_is_empty(value: object) -> object:
    """`uppdrag:` with nothing after it means `uppdrag: {}`."""
    return {} if value is None else value


Words = Annotated[tuple[str, ...], BeforeValidator(as_list)]
"""One or several words."""

Where = dict[str, Words]
"""Field or link -> the values that count; the words `any` and `none` stand for filled in and left out."""

ANY = "any"
NONE = "none"


class Language(BaseModel):
    """A construct of the schema language: unknown keys are mistakes, and nothing changes once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=_spaced, populate_by_name=False)

    @model_validator(mode="before")
    @classmethod
    def _empty_is_default(cls, value: Any) -> Any:  # noqa: ANN401 - whatever the file held
        return _nothing_is_empty(value)


class Grade(StrEnum):
    """How much a broken constraint weighs."""

    ERROR = "error"
    WARNING = "warning"


class Citation(Language):
    """Where a constraint comes from: a document of record and the heading in it."""

    in_: str = Field(description="Key in `documents of record`.")
    under: str = Field(default="", description="The heading or passage that says it.")


class Constraint(Language):
    """Anything that a plan may break; carries its id, its source and its reason."""

    id: Words = Field(default=(), description="The rule's id in the municipality's list of rules, for example LEK-L1.")
    source: Citation | None = Field(default=None, description="The document and the heading that ask for this.")
    why: str = Field(default="", description="The reason in plain words, printed with every finding.")
    grade: Grade = Field(default=Grade.ERROR, description="`error` or `warning`.")
    inferred: bool = Field(
        default=False,
        description="The source does not say it in so many words. A finding is then a warning and says so.",
    )
    at: Words = Field(default=(), description="Holds only for units of these levels; empty means all.")

    @property
    def weight(self) -> Grade:
        """The grade of a finding: what is only inferred never weighs more than a warning."""
        return Grade.WARNING if self.inferred else self.grade
