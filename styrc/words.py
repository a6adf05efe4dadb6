"""The language pack: the general words of plan files, as data, so that a new language needs no code."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel, ConfigDict

from styrc.resources import builtin
from styrc.yaml_text import read_trusted


def _spaced(name: str) -> str:
    return name.rstrip("_").replace("_", " ")


class _Pack(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=_spaced)


class ProjectWords(_Pack):
    """Keys of `styrc.yaml`."""

    model: str
    municipality: str
    name: str
    code: str
    terms: str
    years: str
    organisation: str
    profile: str
    id: str
    level: str
    parent: str
    share: str
    short: str
    from_: str
    to: str


class ProfileWords(_Pack):
    """Keys of the municipality's profile, and of the logo in it."""

    name: str
    logo: str
    file: str
    description: str
    colour: str
    colour_on_dark: str
    font: str
    address: str
    header: str
    footer: str
    word_template: str
    web_address: str


class DocumentWords(_Pack):
    """Keys of a document's header."""

    document: str
    id: str
    title: str
    period: str
    unit: str
    state: str
    decision: str
    chapters: str
    belongs_to: str
    proposals: str


class DecisionWords(_Pack):
    """Keys of a decision."""

    body: str
    date: str
    paragraph: str
    registration_number: str


class StateWords(_Pack):
    """The states of a document."""

    draft: str
    preparation: str
    decided: str


class ElementWords(_Pack):
    """Keys that every element has."""

    id: str
    title: str
    text: str


class TableWords(_Pack):
    """Keys of a table of figures."""

    money: str
    rows: str
    sum: str
    unit: str
    year: str
    post: str
    costs: str
    note: str


class SignWords(_Pack):
    """How costs are written in a table."""

    positive: str
    negative: str


class FileWords(_Pack):
    """Keys that point at another file."""

    file: str


class ReportWords(_Pack):
    """Sections of a report, and the folder with series of outcomes."""

    outcomes: str
    answers: str


class OutcomeWords(_Pack):
    """Keys of an outcome in a report, and columns of a series."""

    indicator: str
    unit: str
    period: str
    sex: str
    value: str
    source: str
    measured: str
    reason: str
    all: str
    women: str
    men: str


class TargetWords(_Pack):
    """Words of a target without a number, and of inequalities."""

    increase: str
    decrease: str
    keep: str
    at_least: str
    at_most: str


class DirectionWords(_Pack):
    """Which way is better."""

    higher: str
    lower: str
    target: str


class CallWords(_Pack):
    """What prose can call by `[[word: …]]`."""

    outcome: str
    target: str
    status: str
    forecast: str
    change: str
    title: str
    table: str
    count: str
    with_unit: str


class Words(_Pack):
    """All general words of a language."""

    project: ProjectWords
    profile: ProfileWords
    document: DocumentWords
    decision: DecisionWords
    states: StateWords
    element: ElementWords
    table: TableWords
    file: FileWords
    report: ReportWords
    outcome: OutcomeWords
    calls: CallWords
    months: tuple[str, ...]
    open: str
    yes: str
    no: str
    targets: TargetWords
    directions: DirectionWords
    signs: SignWords
    money: tuple[str, ...]
    """The units that amounts are written in, each a thousand of the one before it."""
    percent: tuple[str, ...]
    share_of_a_whole: tuple[str, ...]

    def factor(self, money: str) -> int:
        """How many of the smallest unit of money there are in a unit; one where none is named."""
        return 1000 ** self.money.index(money) if money in self.money else 1


@cache
def words_in(language: str) -> Words:
    """The pack for a language; packs are styrc's own data, so a missing one is our mistake."""
    return Words.model_validate(read_trusted(builtin("schemas") / "words" / f"{language}.yaml"))


def languages() -> tuple[str, ...]:
    """The languages that there are packs for."""
    return tuple(sorted(path.stem for path in (builtin("schemas") / "words").glob("*.yaml")))
