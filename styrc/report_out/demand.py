"""A constraint in a steering model -> what it demands, in a few plain sentences made from the constraint itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from styrc.report_out.demand_of_decisions import of_after, of_decider, of_election_year, of_header, of_months
from styrc.report_out.demand_of_reports import of_ask, of_breaks, of_proposals, of_shown, of_status
from styrc.report_out.demand_of_values import of_either, of_relation, of_unlike
from styrc.report_out.demand_on_words import Sentence, of_check, of_vocabulary, of_wording
from styrc.report_out.demand_tables import of_column, of_coverage, of_frame, of_post, of_table, of_within
from styrc.schema import ANY, NONE, Constraint, Either, Relation, Schema, Unlike, Where
from styrc.schema.document import (
    After,
    Chapter,
    Cover,
    Decider,
    ElectionYear,
    Header,
    Holding,
    Months,
    Period,
    Proposals,
    Years,
)
from styrc.schema.kind import Field, Link, Need, Per
from styrc.schema.model import Owned, Validity
from styrc.schema.report import Ask, Breaks
from styrc.schema.status import StatusRule
from styrc.schema.table import Column, Coverage, Frame, Post, Shown, Table, Within
from styrc.schema.wording import Abbreviations, TextCheck, Vocabulary, Wording
from styrc.text import AnyOf, Language, Text, say

_EACH = {
    "unit": Text("varje enhet", "each unit"),
    "year": Text("varje år", "each year"),
    "term": Text("varje mandatperiod", "each term of office"),
    "document": Text("varje dokument", "each document"),
}
_FORMS = {
    "year": Text("”{document}” gäller ett kalenderår.", "“{document}” runs for one calendar year."),
    "years": Text("”{document}” gäller {years} hela år.", "“{document}” runs for {years} whole years."),
    "term": Text("”{document}” gäller en mandatperiod.", "“{document}” runs for a term of office."),
    "part": Text("”{document}” gäller en del av ett år.", "“{document}” runs for a part of a year."),
    "open": Text("”{document}” gäller tills vidare.", "“{document}” runs until further notice."),
}


def demand(schema: Schema, path: tuple[str, ...], constraint: Constraint, language: Language) -> str:
    """What the constraint at a path in the model asks for."""
    owner = _owner(schema, path)
    tell = _TELL.get(type(constraint), _nothing)
    sentences = list(tell(_Told(schema, owner, path), constraint))
    if constraint.at:
        only = Text("Det gäller bara på nivån {levels}.", "It holds only on the level {levels}.")
        sentences.append((only, {"levels": AnyOf(constraint.at)}))
    return " ".join(words.speak(language, values) for words, values in sentences)


@dataclass(frozen=True, slots=True)
class _Told:
    """Where in the model a constraint stands: whose it is and what it is called."""

    schema: Schema
    owner: str
    path: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.path[-1]

    @property
    def homes(self) -> tuple[str, ...]:
        """The kinds of document that may hold what it is called."""
        return tuple(name for name in self.schema.documents if self.name in self.schema.holdings(name))

    def word(self, kind: str) -> str:
        """The word for a kind, or its key where another kind has the same word; a table or document by its name."""
        if kind not in self.schema.kinds:
            return kind
        word = self.schema.word(kind)
        return word if sum(self.schema.word(one) == word for one in self.schema.kinds) == 1 else kind

    def words(self, kinds: tuple[str, ...]) -> AnyOf:
        return AnyOf(tuple(self.word(kind) for kind in kinds))


def _owner(schema: Schema, path: tuple[str, ...]) -> str:
    told = _Told(schema, "", path)
    return told.word(path[1]) if len(path) > 1 else schema.name


def _nothing(_told: _Told, _constraint: Constraint) -> Iterator[Sentence]:
    yield from ()


def _amount(least: int, most: int | None) -> Text:
    if least and least == most:
        return Text(f"precis {least}", f"exactly {least}")
    if least and most is not None:
        return Text(f"{least}–{most}", f"{least}–{most}")
    if most is not None:
        return Text(f"högst {most}", f"at most {most}")
    return Text(f"minst {least}", f"at least {least}")


def _conditions(where: Where, template: Text) -> Iterator[Sentence]:
    """One sentence for each field that must have a value."""
    for name, wanted in where.items():
        values: object = AnyOf(wanted)
        if wanted == (ANY,):
            values = Text("är ifyllt", "is filled in")
        elif wanted == (NONE,):
            values = Text("är tomt", "is empty")
        else:
            values = Text(f"är {say(AnyOf(wanted), 'sv')}", f"is {say(AnyOf(wanted), 'en')}")
        yield template, {"field": name, "values": values}


def _link(told: _Told, link: Link) -> Iterator[Sentence]:
    must = Text(
        "Varje ”{owner}” ska genom ”{link}” leda till {amount} {to}.",
        "Each “{owner}” must by “{link}” lead to {amount} {to}.",
    )
    may = Text("”{owner}” kan genom ”{link}” leda till {to}.", "“{owner}” may by “{link}” lead to {to}.")
    values = {"owner": told.owner, "link": told.name, "to": told.words(link.to), "amount": _amount(link.min, link.max)}
    yield (must if link.min or link.max is not None else may), values
    yield from _conditions(
        link.where, Text("Bara mål där ”{field}” {values} får väljas.", "Only where “{field}” {values}.")
    )
    if link.unit != "any":
        line = Text(
            "Målet hör till den egna enheten eller en enhet ovanför.", "It belongs to the own unit or one above."
        )
        yield (Text("Målet hör till samma enhet.", "It belongs to the same unit.") if link.unit == "same" else line), {}
    if link.document == "same":
        yield Text("Målet står i samma dokument.", "It stands in the same document."), {}
    if not link.skip_levels:
        yield Text("Ingen nivå får hoppas över.", "No level may be skipped."), {}


def _need(told: _Told, need: Need) -> Iterator[Sentence]:
    by = Text(f" genom ”{need.link}”", f" by “{need.link}”") if need.link else Text("", "")
    words = Text(
        "Till varje ”{owner}” ska {amount} {kinds} vara kopplad{by}.",
        "Each “{owner}” must have {amount} {kinds} tied to it{by}.",
    )
    amount = _amount(need.min, need.max)
    yield words, {"owner": told.owner, "amount": amount, "kinds": told.words(need.kind), "by": by}
    if need.for_each:
        each = Text(
            "Det behövs från varje enhet som står i ”{field}”, eller från en enhet under den.",
            "It is needed from each unit in “{field}”, or from a unit below it.",
        )
        yield each, {"field": need.for_each}
    yield from _conditions(need.where, Text("Bara de där ”{field}” {values} räknas.", "Only where “{field}” {values}."))
    yield from _conditions(need.when, Text("Det gäller när ”{field}” {values}.", "It holds when “{field}” {values}."))


def _each(what: str, levels: tuple[str, ...]) -> Text:
    """One of what is counted by."""
    if what == "unit" and levels:
        sv, en = say(AnyOf(levels), "sv"), say(AnyOf(levels), "en")
        return Text(f"varje enhet på nivån {sv}", f"each unit on the level {en}")
    return _EACH.get(what, Text(f"varje värde på ”{what}”", f"each value of “{what}”"))


def _per(told: _Told, per: Per) -> Iterator[Sentence]:
    each = tuple(_each(one, per.levels) for one in per.each)
    words = Text("För {each} ska det finnas {amount} ”{owner}”.", "For {each} there must be {amount} “{owner}”.")
    yield words, {"each": each, "amount": _amount(per.min, per.max), "owner": told.owner}
    if per.of:
        yield Text("Värdena är {values}.", "The values are {values}."), {"values": per.of}
    yield from _conditions(per.where, Text("Bara de där ”{field}” {values} räknas.", "Only where “{field}” {values}."))


def _field(told: _Told, field: Field) -> Iterator[Sentence]:
    words = Text("”{owner}” kan ha ”{field}”.", "“{owner}” may have “{field}”.")
    if field.required:
        words = Text("Varje ”{owner}” ska ha ”{field}” ifyllt.", "Each “{owner}” must have “{field}” filled in.")
    elif field.required_when:
        words = Text("”{owner}” ska ibland ha ”{field}” ifyllt.", "“{owner}” must sometimes have “{field}” filled in.")
    yield words, {"owner": told.owner, "field": told.name}
    yield from _conditions(field.required_when, Text("Det gäller när ”{field}” {values}.", "When “{field}” {values}."))
    choices = told.schema.choices(field)
    if choices:
        yield Text("Värdet är {choices}.", "The value is {choices}."), {"choices": AnyOf(choices)}
    if field.levels:
        yield (
            Text("Enheten är på nivån {levels}.", "The unit is on the level {levels}."),
            {"levels": AnyOf(field.levels)},
        )
    if field.least is not None:
        yield Text("Minst {number}.", "At least {number}."), {"number": field.least}
    if field.most is not None:
        yield Text("Högst {number}.", "At most {number}."), {"number": field.most}


def _chapter(told: _Told, chapter: Chapter) -> Iterator[Sentence]:
    words = Text("”{document}” kan ha avsnittet ”{chapter}”.", "“{document}” may have the chapter “{chapter}”.")
    if chapter.text:
        words = Text(
            "Avsnittet ”{chapter}” i ”{document}” ska ha en egen text.",
            "The chapter “{chapter}” of “{document}” must have a text of its own.",
        )
    elif chapter.required:
        words = Text(
            "Avsnittet ”{chapter}” i ”{document}” ska ha ett innehåll.",
            "The chapter “{chapter}” of “{document}” must have content.",
        )
    yield words, {"document": told.owner, "chapter": told.name}


def _holding(told: _Told, holding: Holding) -> Iterator[Sentence]:
    must = Text("Varje ”{document}” ska ha {amount} ”{kind}”.", "Each “{document}” must have {amount} “{kind}”.")
    may = Text("”{document}” kan ha ”{kind}”.", "“{document}” may have “{kind}”.")
    values = {"document": told.owner, "kind": told.word(told.name), "amount": _amount(holding.min, holding.max)}
    yield (must if holding.min or holding.max is not None else may), values


def _period(told: _Told, period: Period) -> Iterator[Sentence]:
    years: object = period.years or Text("ett antal", "a number of")
    yield _FORMS[period.form], {"document": told.owner, "years": years}


def _years(told: _Told, years: Years) -> Iterator[Sentence]:
    words = Text(
        "Tabellerna i ”{document}” visar budgetår: {budget}, planår efter dem: {plan}.",
        "The tables of “{document}” show budget years: {budget}, plan years after them: {plan}.",
    )
    yield words, {"document": told.owner, "budget": years.budget, "plan": years.plan}


def _cover(told: _Told, cover: Cover) -> Iterator[Sentence]:
    words = Text(
        "”{document}” ska ha något för varje enhet på nivån {levels}.",
        "“{document}” must have something for each unit on the level {levels}.",
    )
    yield words, {"document": told.owner, "levels": AnyOf(cover.levels)}


def _validity(_told: _Told, validity: Validity) -> Iterator[Sentence]:
    yield Text("Styrmodellen gäller till och med {day}.", "The steering model is valid to {day}."), {"day": validity.to}


def _owned(told: _Told, owned: Owned) -> Iterator[Sentence]:
    values: dict[str, object] = {"level": told.owner, "least": owned.least, "below": owned.below or ""}
    if owned.least:
        words = Text(
            "På nivån ”{level}” är kommunens ägarandel minst {least} procent.",
            "On the level “{level}” the municipality owns at least {least} percent.",
        )
        yield words, values
    if owned.below is not None:
        words = Text(
            "På nivån ”{level}” är kommunens ägarandel mindre än {below} procent.",
            "On the level “{level}” the municipality owns less than {below} percent.",
        )
        yield words, values


def _wording(told: _Told, one: Wording) -> Iterator[Sentence]:
    yield from of_wording(told.schema, told.owner, one)
    yield from _conditions(one.when, Text("Det gäller när ”{field}” {values}.", "It holds when “{field}” {values}."))


_TELL: dict[type[Constraint], Callable[[_Told, Any], Iterator[Sentence]]] = {
    Link: _link,
    Need: _need,
    Per: _per,
    Field: _field,
    Chapter: _chapter,
    Holding: _holding,
    Decider: of_decider,
    Months: of_months,
    ElectionYear: of_election_year,
    After: of_after,
    Header: of_header,
    Period: _period,
    Years: _years,
    Proposals: of_proposals,
    Ask: lambda told, ask: of_ask(told, told.word(told.name), ask),
    Breaks: of_breaks,
    StatusRule: of_status,
    Cover: _cover,
    Relation: lambda told, relation: of_relation(told.owner, relation),
    Either: lambda told, either: of_either(told.owner, either),
    Unlike: lambda told, unlike: of_unlike(told.owner, told.words(unlike.kinds), unlike),
    Table: of_table,
    Post: of_post,
    Column: of_column,
    Coverage: of_coverage,
    Frame: of_frame,
    Shown: of_shown,
    Within: of_within,
    Validity: _validity,
    Owned: _owned,
    Vocabulary: of_vocabulary,
    Wording: _wording,
    TextCheck: of_check,
    Abbreviations: of_check,
}
