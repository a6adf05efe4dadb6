"""Words that the steering model will not have in a text: goals about obeying the law, deeds where a state is wanted."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.element import Element
from styrc.phrases import Found
from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.passages import Written, finder, texts_of
from styrc.rules.wording import quoted
from styrc.schema import Part
from styrc.schema.wording import Wording


def unsuitable_wording(plan: Plan) -> Iterator[Hit]:
    """An element whose texts have words to avoid: told once for each list, at the first of them."""
    for element, wording in asked_wordings(plan):
        for name in wording.avoid:
            found = list(_found(plan, element, wording, name))
            if not found:
                continue
            text, first = found[0]
            told = plan.schema.lists_of_words()[name]
            values = {
                "name": element.title or element.id,
                "words": quoted(dict.fromkeys(one.words(words) for one, words in found)),
                "says": told.says.text,
                "instead": told.instead.text,
                "unless": wording.unless,
            }
            yield Hit(text.at(first), values, "excused" if wording.unless else "", wording, document=element.document)


def asked_wordings(plan: Plan) -> Iterator[tuple[Element, Wording]]:
    """What the model asks of the texts of each element, where nothing excuses it."""
    for element in plan.sound:
        for wording in plan.kind(element).wordings:
            bound = plan.binds(wording, element.unit) and plan.matches(element, wording.when)
            if bound and element.values.get(wording.unless) is None:
                yield element, wording


def fields_of(plan: Plan, element: Element, wording: Wording) -> tuple[str, ...]:
    """The fields that are read; the title where none is named."""
    return wording.fields or (plan.field_name(element.kind, Part.TITLE),)


def _found(plan: Plan, element: Element, wording: Wording, name: str) -> Iterator[tuple[Written, Found]]:
    look = finder(plan, name)
    for text in texts_of(element, fields_of(plan, element, wording)):
        for words in look.at_start(text.text) if wording.at_start else look.anywhere(text.text):
            yield text, words
