"""Remedies that were promised in the last report, and that nothing is said of now."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.diagnostic import Related
from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.reporting import own, reporting
from styrc.schema import Part
from styrc.text import Text

_PROMISED = Text("Här står det som utlovades.", "What was promised stands here.")


def remedy_not_followed_up(plan: Plan) -> Iterator[Hit]:
    """A remedy of the last report without a word on what became of it; told at the answer, else at the heading."""
    found = reporting(plan)
    for report in found.reports:
        for element, ask in found.follow_up.duties(report).values():
            name = found.follow_up.field_name(element.kind, Part.REMEDY_DONE)
            last = found.last_answer(report, element) if name else None
            if last is None or not found.follow_up.part(last, element, Part.REMEDY):
                continue
            told = found.follow_up.answering(element, report)
            is_said = any(found.follow_up.part(one.answer, element, Part.REMEDY_DONE) for one in told)
            lacking = found.follow_up.lacking(element, ask, report)
            if is_said or lacking.unsaid or any(one.answer.broken or name in lacking.fields for one in told):
                continue
            answer = own(told, report)
            values = {
                "name": element.title or element.id,
                "id": element.id,
                "field": name,
                "last": plan.documents[last.document].title,
            }
            place = found.row(answer) if answer else plan.heading(report)
            yield Hit(place, values, related=(Related(found.place(last, element, Part.REMEDY), _PROMISED),))
