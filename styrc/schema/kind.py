"""Kinds of element: their fields, their links upwards, and what must point back at them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator
from pydantic import Field as Described

from styrc.schema.language import Constraint, Language, Where, Words, one_or_many
from styrc.schema.relation import Either, Relation, Unlike
from styrc.schema.status import StatusRule
from styrc.schema.table import Within
from styrc.schema.theory import Part, Role, Tie, Type
from styrc.schema.wording import Wording


class Field(Constraint):
    """A field of an element or of a document header."""

    part: Part | None = Described(default=None, description="What the field is to the compiler.")
    type: Type = Described(default=Type.LINE, description="How the text is read.")
    required: bool = Described(default=False, description="Must be there, and not empty.")
    required_when: Where = Described(default={}, description="Required where these fields have these values.")
    of: Words = Described(default=(), description="The values to choose from, for `type: choice`.")
    scale: str = Described(default="", description="A scale whose values are the choices.")
    list_: str = Described(default="", description="A list from outside whose entries are the choices: `agenda2030`.")
    many: bool = Described(default=False, description="A list of values, written as a list.")
    by: Literal["", "year"] = Described(default="", description="`year`: the value may be written per year.")
    levels: Words = Described(default=(), description="For `type: unit`: the unit must be of one of these levels.")
    least: int | None = Described(default=None, description="Smallest number allowed, or fewest values of a list.")
    most: int | None = Described(default=None, description="Largest number allowed, or most values of a list.")
    means: str = Described(default="", description="What the field means; goes to the glossary.")


class Link(Constraint):
    """A link from an element up to what it serves, measures or guards."""

    to: Words = Described(description="The kinds that it may point at.")
    part: Tie = Described(default=Tie.SERVES, description="What the link is to the red thread.")
    min: int = Described(default=0, description="Fewest targets.")
    max: int | None = Described(default=None, description="Most targets.")
    where: Where = Described(default={}, description="What must be true of the target.")
    unit: Literal["any", "same", "own line"] = Described(
        default="any",
        description="Whose target: the `same` unit's, one in the `own line` (the unit and those above it), or `any`.",
    )
    document: Literal["any", "same"] = Described(
        default="any", description="`same`: the target stands in the same document."
    )
    skip_levels: bool = Described(
        default=True, description="`no`: the target's unit is on the same level or the next one up."
    )
    means: str = Described(default="", description="What the link means; goes to the glossary.")


class Need(Constraint):
    """Something must point back at the element: an indicator that measures it, an activity that serves it."""

    kind: Words = Described(description="The kinds that may answer; one answer of any of them counts.")
    link: str = Described(default="", description="Only answers by this link count; empty means any link.")
    min: int = Described(default=1, description="Fewest answers.")
    max: int | None = Described(default=None, description="Most answers.")
    where: Where = Described(default={}, description="Only answers of which this is true count.")
    when: Where = Described(default={}, description="Asked only where this is true of the element itself.")
    for_each: str = Described(
        default="",
        description="A field that lists units: one answer is needed from each of them, or from a unit below it.",
    )


class Per(Constraint):
    """How many there are to be of a kind of element or document, for each unit, year, term or value."""

    each: Words = Described(description="`unit`, `year`, `term`, `document`, or a field's name; several are combined.")
    levels: Words = Described(default=(), description="With `unit`: every unit of these levels.")
    of: Words = Described(default=(), description="With a field: every one of these values.")
    min: int = Described(default=0, description="Fewest.")
    max: int | None = Described(default=None, description="Most.")
    where: Where = Described(default={}, description="Count only those of which this is true.")


class RiskLevel(Language):
    """A level of risk: a word, a sign and a tone together, from a value of the matrix upwards."""

    at_least: int = Described(
        description="The lowest value of this level: likelihood × consequence, each counted from 1."
    )
    value: str = Described(description="The word for the level.")
    sign: Literal["circle", "triangle", "square", "dash", "none"] = Described(default="none", description="Its sign.")
    tone: Literal["good", "partly", "bad", "none"] = Described(default="none", description="Its tone.")


class Matrix(Constraint):
    """How likelihood and consequence together weigh, and from when a risk must have a control."""

    levels: tuple[RiskLevel, ...] = Described(description="The levels, the lowest first.")
    control_from: int = Described(
        default=0, description="A risk of this value or more needs a control or an action; 0 asks for none."
    )


class Kind(Language):
    """A kind of element, in the municipality's own word."""

    role: Role = Described(description="What the kind is to the red thread.")
    word: str = Described(
        default="", description="The word for one; the key itself when empty. Two kinds may share a word."
    )
    plural: str = Described(default="", description="The word for several.")
    means: str = Described(default="", description="What it is, for the glossary.")
    fields: dict[str, Field] = Described(
        default={}, description="Its fields, beside the `id`, title and text that all have."
    )
    links: dict[str, Link] = Described(default={}, description="Its links upwards.")
    needs: tuple[Need, ...] = Described(default=(), description="What must point back at it.")
    relations: tuple[Relation, ...] = Described(default=(), description="How its values must stand to others.")
    either: Annotated[tuple[Either, ...], BeforeValidator(one_or_many)] = Described(
        default=(), description="Fields of which only some need to be filled in."
    )
    unlike: Annotated[tuple[Unlike, ...], BeforeValidator(one_or_many)] = Described(
        default=(), description="What it must not repeat."
    )
    per: Annotated[tuple[Per, ...], BeforeValidator(one_or_many)] = Described(
        default=(), description="How many there are to be."
    )
    within: Annotated[tuple[Within, ...], BeforeValidator(one_or_many)] = Described(
        default=(), description="Tables that its amounts must fit in."
    )
    answers: dict[str, Field] = Described(
        default={}, description="What a report can say of one of the kind: status, forecast, analysis and the like."
    )
    status: StatusRule | None = Described(default=None, description="How its status comes about.")
    matrix: Matrix | None = Described(
        default=None, description="For a kind with the parts `likelihood` and `consequence`: how they weigh together."
    )
    wordings: tuple[Wording, ...] = Described(default=(), description="What its texts must and must not say.")
    thread: bool = Described(
        default=True, description="`no`: the kind stands outside the red thread and need not reach its top."
    )
