"""What the values of an element must be to each other, to what it leads to, and to the rest of the plan."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator
from pydantic import Field as Described

from styrc.schema.language import Constraint, Words
from styrc.schema.theory import Part

OWN = "own"
DECISION = "decision"
PERIOD = "period"
TERM = "term"
RESERVED = (OWN, DECISION, PERIOD, TERM)
"""What a relation may name beside fields, so that no field may be called so."""

Standing = Literal["same as", "other than", "below", "directly below", "within", "after"]


class Relation(Constraint):
    """How one value must stand to another: the taker below the giver, the target other than the baseline."""

    field: str = Described(description="A field; or `own`, the unit that the element or the document belongs to.")
    is_: Standing = Described(
        description="`same as` or `other than`: any values, and one of several is enough. `below` or `directly below`: "
        "units. `within`: a time, that of a period. `after`: a time, later than a day, a year or a period."
    )
    of: str = Described(
        description="Another field, or `own`; for times also `decision` (its day), `period` (the document's) and "
        "`term` (the term of office that the plans lie in, from the day that its council sits)."
    )
    through: str = Described(default="", description="A link: `of` is then said of each element that it leads to.")
    years: int = Described(default=0, description="With `after`: at least so many years later.")


class Either(Constraint):
    """Groups of fields and links of which one must be filled in whole: figures, or else words."""

    groups: tuple[Words, ...] = Described(description="The groups; one of them is enough.")


def _one_part(value: object) -> object:
    return [value] if isinstance(value, str) else value


class Unlike(Constraint):
    """What an element must not repeat: work that goes on already, a measure that is in use elsewhere.

    What is linked together, or carried on under the same id, is no repetition.
    """

    kinds: Words = Described(description="The kinds that it is compared with.")
    by: Annotated[tuple[Part, ...], BeforeValidator(_one_part)] = Described(
        default=(Part.TITLE,),
        description="The parts compared; one that is alike is enough. Titles are alike when their words are.",
    )
    unit: Literal["any", "own line"] = Described(
        default="any",
        description="`own line`: only with what stands with those who do it, with a unit above them or one below.",
    )
