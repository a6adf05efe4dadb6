"""What a steering model demands of the words in its plans, in a few plain sentences."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.schema import Schema
from styrc.schema.wording import TextCheck, Vocabulary, Wording
from styrc.text import AnyOf, Text
from styrc.words import words_in

Sentence = tuple[Text, dict[str, object]]

_MOST_SHOWN = 5


_AVOID = Text(
    "Inga ord i {fields} får tyda på att ”{owner}” {says}, till exempel {words}.",
    "No words in {fields} may suggest that “{owner}” {says}, such as {words}.",
)
_FIRST = Text(
    "De första orden i {fields} får inte tyda på att ”{owner}” {says}, till exempel {words}.",
    "The first words of {fields} may not suggest that “{owner}” {says}, such as {words}.",
)
_HOLD = Text(
    "Något ord i {fields} ska visa att ”{owner}” {says}, till exempel {words}.",
    "Some word in {fields} must show that “{owner}” {says}, such as {words}.",
)


def of_wording(schema: Schema, owner: str, wording: Wording) -> Iterator[Sentence]:
    """The words that must not stand in some fields, or of which one must."""
    known = schema.lists_of_words()
    fields = AnyOf(wording.fields or (words_in(schema.language).element.title,))
    for names, sentence in ((wording.avoid, _FIRST if wording.at_start else _AVOID), (wording.hold, _HOLD)):
        for name in names:
            words = AnyOf(tuple(word for word in known[name].words if word.replace(" ", "").isalpha())[:_MOST_SHOWN])
            yield sentence, {"owner": owner, "fields": fields, "says": known[name].says.text, "words": words}
    if wording.unless:
        excused = Text("Är ”{field}” ifyllt är det tillåtet.", "Where “{field}” is filled in it is allowed.")
        yield excused, {"field": wording.unless}


def of_check(_told: object, check: TextCheck) -> Iterator[Sentence]:
    """A check of the language that the model has done away with."""
    if not check.check:
        yield Text("Det granskas inte.", "It is not checked."), {}


def of_vocabulary(_told: object, _vocabulary: Vocabulary) -> Iterator[Sentence]:
    """The words that sections of a plan go by."""
    yield (
        Text("Bara modellens ord får vara rubriker i en plan.", "Only the model's words may head a part of a plan."),
        {},
    )
