"""Goals and assignments so vague that nobody can tell when they are reached."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.passages import finder, texts_of
from styrc.rules.wording import quoted
from styrc.schema import Part, Role

_LIST = "vague words"


def vague_words(plan: Plan) -> Iterator[Hit]:
    """A goal or an assignment with vague words in its title: told once, at the first of them."""
    check, told = plan.schema.texts.vague_words, plan.schema.lists_of_words().get(_LIST)
    if told is None or not check.check:
        return
    look, roles = finder(plan, _LIST), (Role.GOAL, Role.ASSIGNMENT)
    for element in plan.sound:
        if plan.role(element) not in roles or not plan.binds(check, element.unit):
            continue
        for text in texts_of(element, [plan.field_name(element.kind, Part.TITLE)]):
            if found := look.anywhere(text.text):
                words = quoted(dict.fromkeys(text.words(one) for one in found))
                values = {"name": element.title or element.id, "words": words, "instead": told.instead.text}
                yield Hit(text.at(found[0]), values, "", check, document=element.document)
