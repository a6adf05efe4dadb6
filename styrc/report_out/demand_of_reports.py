"""What a steering model demands of reports, answers and statuses, in plain sentences."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.report_out.demand_tables import Sentence, Told
from styrc.schema.document import Proposals
from styrc.schema.report import Ask, Breaks
from styrc.schema.status import Condition, StatusRule
from styrc.schema.table import Shown
from styrc.text import AnyOf, Text, say

_WHOSE = {
    "own": Text("det som står i enhetens egna dokument", "what stands in the unit's own documents"),
    "responsible": Text("det som enheten är utpekad för", "what names the unit"),
    "below": Text("det som står i dokument från enheterna under", "what stands in documents of the units below"),
    "above": Text("det som står i dokument från enheten ovanför", "what stands in documents of the unit above"),
}
_TURNS = {
    "better": Text("bättre", "better"),
    "unchanged": Text("oförändrat", "unchanged"),
    "worse": Text("sämre", "worse"),
}


def of_ask(told: Told, kind: str, ask: Ask) -> Iterator[Sentence]:
    """What a report must say of each element of a kind."""
    values: dict[str, object] = {
        "report": told.owner,
        "kind": kind,
        "whose": tuple(_WHOSE[one] for one in ask.whose),
        "required": _all(ask.required),
        "more": _all(ask.when_deviating),
    }
    yield (
        Text("”{report}” ska svara för varje ”{kind}”: {whose}.", "“{report}” must answer for each “{kind}”: {whose}."),
        values,
    )
    for field, wanted in ask.where.items():
        words = Text("Bara de där ”{field}” är {values} räknas.", "Only those where “{field}” is {values} count.")
        yield words, {"field": field, "values": AnyOf(wanted)}
    if ask.outcome:
        yield Text("Ett utfall ska anges, eller skälet till att det saknas.", "An outcome, or why there is none."), {}
    if ask.required:
        yield Text("Svaret ska ha {required} ifyllt.", "The answer must have {required} filled in."), values
    if ask.when_deviating:
        words = Text("När läget avviker ska också {more} finnas.", "Where it deviates {more} must be there too.")
        yield words, values


def of_breaks(told: Told, breaks: Breaks) -> Iterator[Sentence]:
    """How often a report is made."""
    values: dict[str, object] = {"report": told.owner, "months": breaks.months, "days": breaks.days}
    words = Text(
        "”{report}” görs för tiden från januari till och med {months}.",
        "“{report}” is made for the time from January to the end of {months}.",
    )
    if breaks.since == "break":
        words = Text(
            "”{report}” görs efter {months}, för tiden sedan den förra rapporten.",
            "“{report}” is made after {months}, for the time since the last report.",
        )
    yield words, values
    if breaks.days is not None:
        words = Text(
            "Den ska lämnas senast {days} dagar efter tidens slut.",
            "It must be handed over at the latest {days} days after the end of the time.",
        )
        yield words, values


def of_proposals(told: Told, proposals: Proposals) -> Iterator[Sentence]:
    """The decisions that a document proposes."""
    words = Text("”{document}” kan föreslå beslut.", "“{document}” may propose decisions.")
    if proposals.min:
        words = Text(
            "”{document}” ska föreslå minst {min} beslut.", "“{document}” must propose decisions: at least {min}."
        )
    yield words, {"document": told.owner, "min": proposals.min}


def of_status(told: Told, rule: StatusRule) -> Iterator[Sentence]:
    """How a status comes about, step by step."""
    values: dict[str, object] = {"kind": told.owner, "scale": rule.scale, "none": rule.not_measured}
    if not rule.computed:
        words = Text("Läget för ”{kind}” bedöms på skalan ”{scale}”.", "“{kind}” is judged on the scale “{scale}”.")
        yield words, values
    yield from _by_attainment(rule, values)
    yield from _by_trend(rule, values)
    yield from _rolled_up(rule, values)
    if rule.not_measured:
        words = Text("Utan något att gå efter är läget ”{none}”.", "With nothing to go by it is “{none}”.")
        yield words, values
    if rule.computed:
        may = Text("Den som bedömer på annat sätt ger ett skäl.", "Whoever judges otherwise gives a reason.")
        yield (
            may if rule.override else Text("Det får inte bedömas på annat sätt.", "It may not be judged otherwise."),
            {},
        )


def _by_attainment(rule: StatusRule, values: dict[str, object]) -> Iterator[Sentence]:
    if rule.by_attainment:
        way = Text("vägen från utgångsvärdet till målvärdet", "the way from the baseline to the target")
        of = way if rule.measure == "way" else Text("målvärdet", "the target")
        steps = tuple(
            Text(f"”{step}” från {say(least, 'sv')} procent", f"“{step}” from {say(least, 'en')} percent")
            for step, least in rule.by_attainment.items()
        )
        words = Text(
            "Läget för ”{kind}” räknas fram av hur mycket av {of} som är nått: {steps}.",
            "The status of “{kind}” is computed from how much of {of} is attained: {steps}.",
        )
        yield words, {**values, "of": of, "steps": steps}


def _by_trend(rule: StatusRule, values: dict[str, object]) -> Iterator[Sentence]:
    if rule.by_trend:
        steps = tuple(
            Text(f"”{step}” när det är {_TURNS[turn].sv}", f"“{step}” where it is {_TURNS[turn].en}")
            for step, turn in rule.by_trend.items()
        )
        words = Text(
            "Läget för ”{kind}” räknas fram av utfallet jämfört med det förra: {steps}.",
            "The status of “{kind}” is computed from the outcome against the last one: {steps}.",
        )
        yield words, {**values, "steps": steps}


def _rolled_up(rule: StatusRule, values: dict[str, object]) -> Iterator[Sentence]:
    roll_up = rule.rolled_up
    if roll_up is None:
        return
    below = {**values, "of": AnyOf(roll_up.of)}
    if roll_up.worst:
        words = Text("Läget för ”{kind}” är det sämsta för {of} under.", "“{kind}” is as the worst {of} below it.")
        yield words, below
        return
    words = Text(
        "Läget för ”{kind}” räknas fram av {of} under, i den här ordningen.",
        "The status of “{kind}” is computed from {of} below, in this order.",
    )
    yield words, below
    for step, conditions in roll_up.steps.items():
        words = Text("”{step}”: {conditions}.", "“{step}”: {conditions}.")
        yield words, {"step": step, "conditions": tuple(map(_condition, conditions))}


def _condition(one: Condition) -> Text:
    if not one.least and one.most is None:
        return Text("annars", "otherwise")
    kinds = (
        Text(f" av {say(AnyOf(one.kinds), 'sv')}", f" of {say(AnyOf(one.kinds), 'en')}") if one.kinds else Text("", "")
    )
    parts = [
        Text(f"{sv} {say(share, 'sv')} procent{kinds.sv}", f"{en} {say(share, 'en')} percent{kinds.en}")
        for sv, en, share in (("minst", "at least", one.least), ("högst", "at most", one.most))
        if share is not None
    ]
    steps = Text(f" är {say(AnyOf(one.steps), 'sv')}", f" are {say(AnyOf(one.steps), 'en')}")
    return Text(say(tuple(p.sv for p in parts), "sv") + steps.sv, say(tuple(p.en for p in parts), "en") + steps.en)


def of_shown(told: Told, shown: Shown) -> Iterator[Sentence]:
    """A column that repeats a plan's."""
    words = Text(
        "Beloppen är desamma som i ”{table}” i planen.", "The amounts are the same as in “{table}” of the plan."
    )
    yield words, {"table": shown.table, "owner": told.owner}


def _all(names: tuple[str, ...]) -> Text:
    sv, en = tuple(f"”{name}”" for name in names), tuple(f"“{name}”" for name in names)
    return Text(say(sv, "sv"), say(en, "en"))
