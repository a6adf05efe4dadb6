"""A municipality's steering model, whole: what `schemas/<name>.yaml` says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Literal

from pydantic import Field as Described

from styrc.diagnostic import Because
from styrc.lists import outside_list
from styrc.schema.document import DocumentKind, Holding
from styrc.schema.kind import Field, Kind
from styrc.schema.language import Citation, Constraint, Language
from styrc.schema.report import ReportKind
from styrc.schema.table import Table
from styrc.schema.theory import DocumentRole, Role
from styrc.schema.word_list import WordList, language_lists
from styrc.schema.wording import Texts, Vocabulary


class Record(Language):
    """A document that the model's rules are taken from."""

    title: str = Described(description="Its title.")
    publisher: str = Described(default="", description="Who has issued it.")
    dated: date | None = Described(default=None, description="The day that it was decided or issued.")
    read: date | None = Described(default=None, description="When it was read, for a page without a date.")


class Validity(Constraint):
    """How long the steering model itself is valid."""

    to: date = Described(description="The last day.")


class Owned(Constraint):
    """How much of a unit the municipality owns when it is on a level. The share is compared where it is given."""

    least: Decimal = Described(default=Decimal(0), description="The smallest share, in percent.")
    below: Decimal | None = Described(default=None, description="The share must be smaller than this, in percent.")

    def allows(self, share: Decimal) -> bool:
        """Whether a unit owned to this share may be on the level."""
        return share >= self.least and (self.below is None or share < self.below)


class Level(Language):
    """A level of the organisation."""

    side: Literal["what", "how"] = Described(
        default="how", description="Politics says `what`, the administration says `how`."
    )
    owned: Owned | None = Described(default=None, description="For companies: how much of them the municipality owns.")
    means: str = Described(default="", description="What it is, for the glossary.")


class Office(Language):
    """Someone who decides without being a unit of the organisation: a manager, an executive group."""

    side: Literal["what", "how"] = Described(default="how", description="As for a level.")
    means: str = Described(default="", description="Who it is, for the glossary.")


class Step(Language):
    """A value of a scale: a word, a sign and a tone together, so that colour never stands alone."""

    value: str = Described(description="The word, as plan files write it.")
    sign: Literal["circle", "triangle", "square", "dash", "none"] = Described(
        default="none", description="The sign beside the word in print."
    )
    tone: Literal["good", "partly", "bad", "none"] = Described(default="none", description="The colour of the sign.")
    means: str = Described(default="", description="What the word says of an element.")


class Term(Language):
    """A word of the model's vocabulary that is no kind, field or document."""

    means: str = Described(description="What it means.")


class Unchecked(Language):
    """A rule of the model that no finding can come from: one that styrc cannot check, or cannot yet."""

    asks: str = Described(description="What the rule asks for, as a sentence.")
    why: str = Described(description="Why styrc does not check it, as a sentence.")
    source: Citation | None = Described(default=None, description="The document and the heading that ask for this.")
    waits_for: Literal["", "reports"] = Described(
        default="", description="`reports`: it is checked when the follow-up is reported."
    )


class Schema(Language):
    """A steering model."""

    styrc: Literal["1"] = Described(description="The version of this language.")
    model: str = Described(description="The model's short name, as `styrc.yaml` writes it.")
    name: str = Described(description="The model's full name.")
    language: str = Described(default="sv", description="The language of its plans.")
    jurisdiction: str = Described(default="", description="The country whose calendar of elections and law apply.")
    documents_of_record: dict[str, Record] = Described(default={}, description="What the rules below cite.")
    valid: Validity | None = Described(default=None, description="How long the model itself is valid.")
    levels: dict[str, Level] = Described(description="The levels of the organisation, top down.")
    offices: dict[str, Office] = Described(default={}, description="Those who decide without being a unit.")
    scales: dict[str, tuple[Step, ...]] = Described(
        default={}, description="Scales of status, likelihood and the like."
    )
    kinds: dict[str, Kind] = Described(description="The kinds of element.")
    plans: dict[str, DocumentKind] = Described(alias="documents", description="The kinds of document.")
    reports: dict[str, ReportKind] = Described(
        default={}, description="The kinds of report: documents that say how it went with the plans."
    )
    tables: dict[str, Table] = Described(default={}, description="The tables of figures that documents may hold.")
    texts: Texts = Described(default=Texts(), description="Checks of the language, in every text.")
    word_lists: dict[str, WordList] = Described(
        default={}, description="Lists of words for `wordings`, beside or in place of those of the language."
    )
    glossary: dict[str, Term] = Described(default={}, description="Further words of the model.")
    vocabulary: Vocabulary | None = Described(
        default=None, description="Why the words of the model are the only ones for what stands in a plan."
    )
    unchecked: dict[str, Unchecked] = Described(
        default={}, description="The rules that no constraint carries, by their ids: each with the reason."
    )

    @cached_property
    def documents(self) -> dict[str, DocumentKind]:
        """Every kind of document: the plans first, then the reports."""
        return {**self.plans, **self.reports}

    def path_of_document(self, name: str) -> tuple[str, str]:
        """Where the model says what a kind of document is."""
        return ("reports" if name in self.reports else "documents", name)

    def kinds_with(self, *roles: Role) -> tuple[str, ...]:
        """The kinds that play one of these roles, in the order of the model."""
        return tuple(name for name, kind in self.kinds.items() if kind.role in roles)

    def documents_with(self, *roles: DocumentRole) -> tuple[str, ...]:
        """The kinds of document that play one of these roles, in the order of the model."""
        return tuple(name for name, kind in self.documents.items() if kind.role in roles)

    def holdings(self, document_kind: str) -> dict[str, Holding]:
        """Everything that a kind of document may hold: kinds of element and tables."""
        chapters = self.documents[document_kind].chapters.values()
        return {name: holding for chapter in chapters for name, holding in chapter.holds.items()}

    def word(self, kind: str) -> str:
        """The municipality's word for one of a kind."""
        return self.kinds[kind].word or kind

    def words(self, kind: str) -> str:
        """The municipality's word for several of a kind."""
        return self.kinds[kind].plural or self.word(kind)

    def distinct_words(self, kind: str) -> str:
        """The word for several, with the kind of document they stand in where two kinds share the word."""
        alike = [name for name in self.kinds if self.words(name) == self.words(kind)]
        homes = [name for name in self.documents if kind in self.holdings(name)]
        return f"{self.words(kind)} ({', '.join(homes)})" if len(alike) > 1 and homes else self.words(kind)

    def choices(self, field: Field) -> tuple[str, ...]:
        """The values that a field may choose from: its own, those of its scale, or those of a list from outside."""
        if field.list_:
            return tuple(outside_list(field.list_).entries)
        return field.of or tuple(step.value for step in self.scales.get(field.scale, ()))

    def lists_of_words(self) -> Mapping[str, WordList]:
        """The lists of words that the model can name: its own, and those of its language that it has not replaced."""
        return {**language_lists(self.language).lists, **self.word_lists}

    def section_words(self, kind: str) -> tuple[str, ...]:
        """The words that may head a section of a kind in a plan file."""
        return (self.words(kind), self.word(kind), kind)

    def because(self, constraint: Constraint, *, lent: bool = False) -> Because | None:
        """The reason to print with a finding; None where the model gives none. `lent`: its weight is another's."""
        if not (constraint.id or constraint.source or constraint.why):
            return None
        return Because(constraint.id, constraint.why, self.cite(constraint), constraint.inferred and not lent)

    def cite(self, constraint: Constraint | Unchecked) -> str:
        """The passage that a rule comes from, as document and heading."""
        if constraint.source is None:
            return ""
        record = self.documents_of_record.get(constraint.source.in_)
        title = record.title if record else constraint.source.in_
        return f"{title}, {constraint.source.under}" if constraint.source.under else title

    def constraints(self) -> Iterator[tuple[tuple[str, ...], Constraint]]:
        """Every constraint in the model with the path to it, in the order of the file."""
        yield from _constraints((), self)


def _constraints(path: tuple[str, ...], part: object) -> Iterator[tuple[tuple[str, ...], Constraint]]:
    if isinstance(part, Constraint):
        yield path, part
    if isinstance(part, Language):
        for name, field in type(part).model_fields.items():
            yield from _constraints((*path, field.alias or name), getattr(part, name))
    elif isinstance(part, dict):
        for name, value in part.items():
            yield from _constraints((*path, name), value)
    elif isinstance(part, tuple):
        for index, value in enumerate(part):
            yield from _constraints((*path, str(index)), value)
