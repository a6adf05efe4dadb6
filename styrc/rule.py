"""What a rule is: a code, a question to the plan, and words, reason and example in a file beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from styrc.diagnostic import Because, Diagnostic, Related, Severity
from styrc.plan import Plan
from styrc.schema import Constraint
from styrc.source import Place
from styrc.text import Language, Text
from styrc.yaml_text import read_trusted


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule found: where, what the words need, and the constraint in the model that was broken."""

    place: Place
    values: Mapping[str, object] = field(default_factory=dict)
    variant: str = ""
    constraint: Constraint | None = None
    related: tuple[Related, ...] = ()
    absence: bool = False
    document: str = ""  # whose state decides whether a missing part may still be missing
    because: Because | None = None  # a reason that is not the model's: a law
    reason: Constraint | None = None  # says why the model asks for this, and leaves the weight to the code


@dataclass(frozen=True, slots=True)
class Rule:
    """A question to the plan under a code."""

    code: str
    ask: Callable[[Plan], Iterator[Hit]]


class _Variant(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    message: str = ""
    remedy: str = ""


class _Spoken(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str
    message: str
    remedy: str
    why: str
    variants: dict[str, _Variant] = {}


class Example(BaseModel):
    """A mistake and its look-alike: files to add to, or put in place of, those of the example project."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    wrong: dict[str, str]
    right: dict[str, str]
    alone: bool = False  # the files are a project of their own
    encoding: str = "utf-8"  # of the wrong files
    size: int = 0  # bytes that each wrong file is filled up to
    symlink: dict[str, str] = {}  # wrong files that only lead to another place


class Entry(BaseModel):
    """All that is said about a code, in both languages, with its example."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    code: str
    name: str
    severity: Severity = Severity.ERROR
    source: str
    sv: _Spoken
    en: _Spoken
    example: Example

    def message(self, variant: str) -> Text:
        """What is wrong."""
        return self._text("message", variant)

    def remedy(self, variant: str) -> Text:
        """What to do about it."""
        return self._text("remedy", variant)

    @property
    def title(self) -> Text:
        """The fault in a few words."""
        return Text(self.sv.title, self.en.title)

    @property
    def why(self) -> Text:
        """Why it matters."""
        return Text(self.sv.why, self.en.why)

    def _text(self, what: str, variant: str) -> Text:
        def spoken(words: _Spoken) -> str:
            special = words.variants.get(variant)
            return (special and str(getattr(special, what))) or str(getattr(words, what))

        return Text(spoken(self.sv), spoken(self.en))


_RULES = Path(__file__).parent / "rules"


@cache
def catalogue() -> dict[str, Entry]:
    """Every code with its words, in the order of the codes. The files are styrc's own; a fault in one is a bug."""
    entries = [Entry.model_validate(read_trusted(path)) for path in sorted(_RULES.glob("*/*.yaml"))]
    return {entry.code: entry for entry in sorted(entries, key=lambda entry: entry.code)}


def speak(diagnostic: Diagnostic, language: Language) -> tuple[str, str]:
    """A finding's message and remedy in a language."""
    entry = catalogue()[diagnostic.code]
    message = entry.message(diagnostic.variant).speak(language, diagnostic.values)
    return message, entry.remedy(diagnostic.variant).speak(language, diagnostic.values)


def severity(diagnostic: Diagnostic) -> Severity:
    """How much a finding weighs: as the model says, else as the code says."""
    return diagnostic.severity or catalogue()[diagnostic.code].severity
