"""Analyses and remedies that stand word for word in the unit's last report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from styrc.diagnostic import Related
from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.reporting import reporting
from styrc.schema import Part
from styrc.text import Text

_PARTS = (Part.ANALYSIS, Part.REMEDY, Part.REMEDY_DONE)
_FEWEST_WORDS = 8
_WORD = re.compile(r"\w+")
_LAST = Text("Här står den förra gången.", "It stands here the last time.")


def same_text_as_last(plan: Plan) -> Iterator[Hit]:
    """A text of some length that is the same as last time; told at the text."""
    found = reporting(plan)
    for report, element, answer in found.answers():
        last = found.last_answer(report, element)
        for part in _PARTS if last else ():
            now, before = (found.follow_up.part(one, element, part) for one in (answer, last))
            words = _WORD.findall(now.lower())
            if last is None or len(words) < _FEWEST_WORDS or words != _WORD.findall(before.lower()):
                continue
            home = plan.documents[last.document]
            name = found.follow_up.field_name(element.kind, part)
            values = {"field": name, "name": element.title or element.id, "last": home.title, "file": home.place.file}
            related = (Related(found.place(last, element, part), _LAST),)
            yield Hit(found.place(answer, element, part), values, related=related)
