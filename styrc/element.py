"""The one shape of everything in a plan, for all kinds and municipalities, and of the documents they stand in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from styrc.quantity import Period, Target
from styrc.source import Place

Scalar = str | Decimal | int | bool | date | Period | Target
Value = Scalar | tuple[Scalar, ...] | Mapping[int, Scalar]
"""A typed value, a list of them, or one per year."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A link as written: the link's name, what it names, and where it stands."""

    link: str
    to: str
    place: Place


@dataclass(frozen=True, slots=True)
class Element:
    """A goal, an indicator, an activity …: everything in a plan. `broken`: something in it is known to be wrong."""

    id: str
    kind: str
    document: str
    unit: str
    title: str
    values: Mapping[str, Value]
    references: tuple[Reference, ...]
    place: Place
    broken: bool = False

    @property
    def key(self) -> str:
        """The address that names exactly this element: document and id."""
        return f"{self.document}/{self.id}"


class Sex(StrEnum):
    """Whom an outcome is said of."""

    ALL = "all"
    WOMEN = "women"
    MEN = "men"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A measured value of an indicator, or the reason why there is none.

    `of` names the indicator as written; `document` is the report that tells it, empty for a series in a file of its
    own. `unit` is empty where the value is the indicator's own and not that of one unit of several.
    """

    of: str
    period: Period
    place: Place
    value: Decimal | None = None
    reason: str = ""
    document: str = ""
    unit: str = ""
    sex: Sex = Sex.ALL
    source: str = ""
    measured: date | None = None
    broken: bool = False
    named: Place | None = None
    """Where the indicator is named, in a series; in a report it is the key above."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a report says of an element: `of` names the element as written, `values` are by the model's fields."""

    of: str
    document: str
    values: Mapping[str, Value]
    place: Place
    broken: bool = False


class State(StrEnum):
    """How far a document has come."""

    DRAFT = "draft"
    PREPARATION = "preparation"
    DECIDED = "decided"


@dataclass(frozen=True, slots=True)
class Decision:
    """The decision on a document; what is not written is empty."""

    place: Place
    body: str = ""
    day: date | None = None
    paragraph: str = ""
    registration_number: str = ""
    faulty: frozenset[str] = frozenset()  # parts that are written but wrong


@dataclass(frozen=True, slots=True)
class Prose:
    """A text in Markdown and the place it comes from."""

    text: str
    place: Place
    broken: bool = False  # something is written, but not a text that can be read


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table of figures: what it is named by, and its figures by column."""

    label: str
    cells: Mapping[str, Decimal]
    place: Place
    unit: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class FigureTable:
    """A table of figures as written; amounts in `money` (kr, tkr, mnkr), `costs` written positive or negative."""

    name: str
    money: str
    rows: tuple[Row, ...]
    total: Row | None
    place: Place
    costs: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A document: its header, its chapters' text and its tables. Its elements point at it."""

    id: str
    kind: str
    title: str
    unit: str
    period: Period
    place: Place
    state: State = State.DECIDED
    decision: Decision | None = None
    earlier: tuple[Decision, ...] = ()
    """Decisions before the one that counts, in the order of their days."""
    values: Mapping[str, Value] = field(default_factory=dict)
    chapters: Mapping[str, Prose] = field(default_factory=dict)
    tables: Mapping[str, FigureTable] = field(default_factory=dict)
    proposals: tuple[Prose, ...] = ()
    """The decisions that the document proposes, each as a sentence."""
    files: frozenset[str] = frozenset()
    broken: bool = False
    whole: bool = True  # False where a file of it could not be read

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """All decisions on the document, the one that counts last."""
        return (*self.earlier, self.decision) if self.decision else self.earlier

    @property
    def decided(self) -> bool:
        """Whether the document is said to be decided."""
        return self.state is State.DECIDED
