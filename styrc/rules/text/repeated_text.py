"""The same text pasted into several places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from styrc.diagnostic import Related
from styrc.element import Element
from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.passages import Written, texts_of
from styrc.schema import Part, Role, Type
from styrc.text import Text

_FIGURES = (Role.INDICATOR, Role.KEY_FIGURE)
_REPEATED = (Part.METHOD, Part.DATA_SOURCE, Part.FREQUENCY, Part.CONCERNS)
_FEWEST_WORDS = 8
_MOST_SHOWN = 3
_WORD = re.compile(r"\w+")
_ALSO = Text("Samma text står i ”{field}” i ”{name}”.", "The same text stands in “{field}” in “{name}”.")

_Copy = tuple[Element, Written]


def repeated_text(plan: Plan) -> Iterator[Hit]:
    """A text that stands in several places of the same time: told once, at the second of them."""
    check = plan.schema.texts.repeated_texts
    if not check.check:
        return
    copies: dict[tuple[str, ...], list[_Copy]] = {}
    for element in plan.sound:
        for text in _texts(plan, element) if plan.binds(check, element.unit) else ():
            words = tuple(_WORD.findall(text.text.lower()))
            if len(words) >= _FEWEST_WORDS:
                copies.setdefault(words, []).append((element, text))
    for ones in copies.values():
        for (element, text), others in _pasted(plan, ones):
            related = tuple(
                Related(one.place, _ALSO, {"field": one.field, "name": other.title}) for other, one in others
            )
            values = {"name": element.title or element.id, "field": text.field, "other": others[0][0].title}
            yield Hit(text.place, values, "", check, related[:_MOST_SHOWN], document=element.document)


def _texts(plan: Plan, element: Element) -> Iterator[Written]:
    """The texts that should be an element's own; how figures are made may be the same for many."""
    if plan.role(element) in _FIGURES:
        return
    fields = plan.kind(element).fields
    own = [name for name, field in fields.items() if field.type is Type.PROSE and field.part not in _REPEATED]
    yield from texts_of(element, dict.fromkeys((plan.field_name(element.kind, Part.TEXT), *own)))


def _pasted(plan: Plan, copies: list[_Copy]) -> Iterator[tuple[_Copy, list[_Copy]]]:
    """The first copy that has others of the same time before it, with all of these; nothing for what is carried on."""
    for number, (element, text) in enumerate(copies):
        period = plan.document(element).period
        others = [
            (other, one)
            for other, one in (*copies[:number], *copies[number + 1 :])
            if (other.id != element.id or other.key == element.key) and plan.document(other).period.overlaps(period)
        ]
        if any(one in others for one in copies[:number]):
            yield (element, text), others
            return
