"""Texts without any of the words that the steering model wants: a motive that names no analysis."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.passages import finder, texts_of
from styrc.rules.text.unsuitable_wording import asked_wordings, fields_of
from styrc.rules.wording import either


def missing_wording(plan: Plan) -> Iterator[Hit]:
    """An element whose texts have none of the words of a list. A text that is missing is told elsewhere."""
    for element, wording in asked_wordings(plan):
        texts = list(texts_of(element, fields_of(plan, element, wording)))
        for name in wording.hold if texts else ():
            look = finder(plan, name)
            if any(look.anywhere(one.text) for one in texts):
                continue
            told = plan.schema.lists_of_words()[name]
            values = {
                "name": element.title or element.id,
                "fields": either(f"”{one}”" for one in dict.fromkeys(text.field for text in texts)),
                "says": told.says.text,
                "instead": told.instead.text,
            }
            yield Hit(texts[0].place, values, "", wording, document=element.document)
