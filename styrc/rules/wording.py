"""Phrases that several rules share: kinds in the plural, conditions, and for whom and when something is asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from styrc.plan import Plan
from styrc.quantity import Period
from styrc.schema import ANY, NONE, Where
from styrc.text import Text, say

Step = str | int | Period
"""One value of what a count is made for: a unit, a year, a term, a document or a value of a field."""


def either(words: Iterable[str]) -> Text:
    """Words without quotation marks: ”mål eller uppdrag”."""
    *most, last = dict.fromkeys(words) or ("",)
    return Text(*(f" {joint} ".join(filter(None, (", ".join(most), last))) for joint in ("eller", "or")))


def quoted(words: Iterable[str]) -> tuple[Text, ...]:
    """Words with quotation marks: ”datum” och ”paragraf”."""
    return tuple(Text(f"”{word}”", f"“{word}”") for word in words)


def rows(number: int, *, more: bool = False) -> Text:
    """So many rows, beside those that are there: ”en rad”, ”2 rader till”."""
    sv, en = ("en rad", "one row") if number == 1 else (f"{number} rader", f"{number} rows")
    return Text(f"{sv} till", en.replace("row", "more row")) if more else Text(sv, en)


def several(plan: Plan, kinds: Iterable[str], where: Where | None = None) -> Text:
    """The kinds in the plural, with what is asked of them: ”mått med ”mätmetod: kvantitativ””."""
    words, asked = either(plan.schema.words(kind) for kind in kinds), conditions(where or {})
    return Text(words.sv + asked.sv, words.en + asked.en)


def conditions(where: Where) -> Text:
    """What must be true, as it is written in a plan: ” med ”område: barn”” or ” utan ”område””."""
    parts = [_condition(name, wanted) for name, wanted in where.items()]
    return Text(" och".join(part.sv for part in parts), " and".join(part.en for part in parts))


def _condition(name: str, wanted: tuple[str, ...]) -> Text:
    values = [one for one in wanted if one not in (ANY, NONE)]
    if values:
        return Text(
            " med " + " eller ".join(f"”{name}: {value}”" for value in values),
            " with " + " or ".join(f"“{name}: {value}”" for value in values),
        )
    return (
        Text(f" utan ”{name}”", f" without “{name}”") if NONE in wanted else Text(f" med ”{name}”", f" with “{name}”")
    )


def scope(plan: Plan, steps: Mapping[str, tuple[Step, ...]]) -> Text:
    """For whom and when: ” för Barnnämnden 2025 och 2026”. Begins with a space, so that nothing leaves no gap."""
    parts = [_part(plan, axis, values) for axis, values in steps.items() if values]
    return Text("".join(part.sv for part in parts), "".join(part.en for part in parts))


def _part(plan: Plan, axis: str, values: tuple[Step, ...]) -> Text:
    if axis == "unit":
        names = [plan.organisation.name(str(value)) for value in values]
        return Text(f" för {say(names, 'sv')}", f" for {say(names, 'en')}")
    if axis == "year":
        return Text(f" {say(values, 'sv')}", f" in {say(values, 'en')}")
    if axis == "term":
        return Text(f" mandatperioden {say(values, 'sv')}", f" in the term {say(values, 'en')}")
    if axis == "document":
        titles = [plan.documents[str(value)].title for value in values]
        return Text(f" i ”{say(titles, 'sv')}”", f" in “{say(titles, 'en')}”")
    return conditions({axis: tuple(str(value) for value in values)})
