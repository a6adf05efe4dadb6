"""What relations, alternatives and comparisons in a steering model demand, in plain sentences."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.report_out.demand_on_words import Sentence
from styrc.schema import Either, Part, Relation, Unlike
from styrc.schema.relation import DECISION, OWN, PERIOD, TERM
from styrc.text import AnyOf, Text, alternatives

_IS = {
    "same as": Text("stämma med {of}", "agree with {of}"),
    "other than": Text("vara något annat än {of}", "be something other than {of}"),
    "below": Text("i organisationen ligga under {of}", "in the organisation be below {of}"),
    "directly below": Text("i organisationen ligga närmast under {of}", "in the organisation be directly below {of}"),
    "within": Text("ligga inom {of}", "lie within {of}"),
    "after": Text("komma efter {of}", "come after {of}"),
}
_YEARS = Text("komma minst {years} år efter {of}", "come at least {years} years after {of}")
_SIDES = {
    OWN: Text("den egna enheten", "the own unit"),
    DECISION: Text("beslutet", "the decision"),
    PERIOD: Text("dokumentets tid", "the time of the document"),
    TERM: Text("mandatperioden", "the term of office"),
}
_PARTS = {Part.TITLE: Text("titel", "title"), Part.NATIONAL_ID: Text("nationella nummer", "national number")}


def of_relation(owner: str, relation: Relation) -> Iterator[Sentence]:
    """How one value must stand to another."""
    words = Text("I ”{owner}” ska {field} {must}.", "In “{owner}”, {field} must {must}.")
    of = _side(relation.of)
    if relation.through:
        sv = f"{of.sv} i det som ”{relation.through}” leder till"
        if relation.of == OWN:
            sv = f"enheten för det som ”{relation.through}” leder till"
        of = Text(sv, f"{of.en} of what “{relation.through}” leads to")
    must = _YEARS if relation.years else _IS[relation.is_]
    said = {"of": of, "years": relation.years}
    yield (
        words,
        {
            "owner": owner,
            "field": _side(relation.field),
            "must": Text(must.speak("sv", said), must.speak("en", said)),
        },
    )


def _side(name: str) -> Text:
    return _SIDES.get(name, Text(f"”{name}”", f"“{name}”"))


def of_either(owner: str, either: Either) -> Iterator[Sentence]:
    """Of which fields only some are needed."""
    words = Text("Varje ”{owner}” ska ha {groups} ifyllt.", "Each “{owner}” must have {groups} filled in.")
    yield words, {"owner": owner, "groups": alternatives(either.groups)}


def of_unlike(owner: str, kinds: AnyOf, unlike: Unlike) -> Iterator[Sentence]:
    """What an element must not repeat."""
    parts = [_PARTS.get(part, Text(part.value, part.value)) for part in unlike.by]
    by = Text(" eller ".join(one.sv for one in parts), " or ".join(one.en for one in parts))
    words = Text("”{owner}” ska inte ha samma {by} som {kinds}.", "“{owner}” must not have the same {by} as {kinds}.")
    yield words, {"owner": owner, "by": by, "kinds": kinds}
    if unlike.unit == "own line":
        line = Text(
            "Det gäller hos den som ska göra det och hos dem ovanför och under.",
            "It holds for those who are to do it, and those above and below them.",
        )
        yield line, {}
