"""Documents decided by another body than the steering model says."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.element import Document
from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.wording import either
from styrc.schema.document import Decider
from styrc.text import AnyOf

_MOST = 5


def wrong_deciding_body(plan: Plan) -> Iterator[Hit]:
    """A decision by a body of the wrong level, or of the right level but not the document's own."""
    for document in plan.documents.values():
        by = plan.schema.documents[document.kind].decision.by
        if by is None or not document.unit or not plan.binds(by, document.unit):
            continue
        for decision in document.decisions:
            variant = _variant(plan, by, decision.body, document) if decision.body else None
            if variant is None:
                continue
            values = {
                "document": document.title,
                "body": plan.organisation.name(decision.body),
                "level": plan.organisation.level(decision.body),
                "wanted": either(by.any_of),
                "own": plan.organisation.name(document.unit),
                "right": AnyOf(_right(plan, by, document)),
                "key": plan.words.decision.body,
            }
            yield Hit(decision.place.at(plan.words.decision.body), values, variant, by)


def _variant(plan: Plan, by: Decider, body: str, document: Document) -> str | None:
    """What is wrong with the body; None where nothing is."""
    if body in plan.schema.offices:
        return None if body in by.any_of else "office"
    if plan.organisation.level(body) not in by.any_of:
        return ""
    in_line = plan.organisation.is_in_line(document.unit, body)
    if body == document.unit or not (by.own or by.above) or (by.above and in_line):
        return None
    return "own"


def _right(plan: Plan, by: Decider, document: Document) -> tuple[str, ...]:
    """The bodies that may decide the document, as they are written in a file; the levels where they are many."""
    offices = [name for name in by.any_of if name in plan.schema.offices]
    line = list(plan.organisation.line(document.unit))
    units = [unit.id for unit in plan.organisation.of_levels(by.any_of)]
    if by.own or by.above:
        near = line if by.above else line[:1]
        units = [unit for unit in near if plan.organisation.level(unit) in by.any_of]
    known = (*offices, *units)
    return known if 0 < len(known) <= _MOST else by.any_of
