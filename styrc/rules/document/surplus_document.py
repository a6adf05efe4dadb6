"""Documents of which there are more than the steering model allows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from styrc.diagnostic import Related
from styrc.element import Document
from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.counting import axes, is_counted, steps_of_document, tally
from styrc.rules.wording import scope
from styrc.schema import Per
from styrc.text import Text

_FIRST = Text("Här börjar det första.", "The first begins here.")


def surplus_document(plan: Plan) -> Iterator[Hit]:
    """A document too many for its unit, year or term; told at its heading."""
    told: set[str] = set()
    for name, kind in plan.schema.documents.items():
        for per in kind.per:
            if per.max is not None:
                yield from _surplus(plan, name, per, told)


def _surplus(plan: Plan, name: str, per: Per, told: set[str]) -> Iterator[Hit]:
    kind = plan.schema.documents[name]
    steps = axes(plan, per, kind.levels, (), kind.fields)
    sure = [one for one in plan.documents_of(name) if one.unit and plan.has_known_period(one)]
    found = tally(plan, per, (one for one in sure if plan.document_matches(one, per.where)), steps_of_document)
    for key, same in found.items():
        documents = sorted(same, key=_decided)
        for one in documents[per.max :] if is_counted(key, steps) else ():
            if one.id not in told:
                told.add(one.id)
                at = {axis: (step,) for axis, step in zip(per.each, key, strict=True)}
                yield _hit(plan, one, documents, per, scope(plan, at))


def _decided(document: Document) -> date:
    """The day of the decision: the first decided is the one that holds, and what is undecided comes last."""
    return document.decision.day if document.decision and document.decision.day else date.max


def _hit(plan: Plan, surplus: Document, documents: list[Document], per: Per, said: Text) -> Hit:
    first = documents[0]
    values = {
        "kinds": plan.schema.documents[surplus.kind].plural or surplus.kind,
        "scope": said,
        "count": len(documents),
        "max": per.max,
        "first": first.title,
        "file": first.place.file,
    }
    related = (Related(plan.heading(first), _FIRST),) if per.max else ()
    return Hit(plan.heading(surplus), values, constraint=per, related=related)
