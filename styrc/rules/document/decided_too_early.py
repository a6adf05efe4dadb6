"""Documents decided before a document that they build on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from styrc.diagnostic import Related
from styrc.element import Document
from styrc.plan import Plan
from styrc.rule import Hit
from styrc.source import Place
from styrc.text import Text

_OTHER = Text("Här står det andra beslutets datum.", "The date of the other decision stands here.")

_ByUnit = Mapping[tuple[str, str], list[Document]]


def decided_too_early(plan: Plan) -> Iterator[Hit]:
    """A decision before that of a document which must come first: of the same time, and of the unit or one above it."""
    by_unit: dict[tuple[str, str], list[Document]] = {}
    for document in plan.documents.values():
        by_unit.setdefault((document.kind, document.unit), []).append(document)
    key = plan.words.decision.date
    for document in plan.documents.values():
        after, decision = plan.schema.documents[document.kind].decision.after, document.decision
        if after is None or decision is None or decision.day is None or not plan.binds(after, document.unit):
            continue
        earlier = _before(plan, document, after.documents, by_unit)
        latest = max(earlier, key=lambda dated: dated[1], default=None)
        if latest is not None and latest[1] > decision.day:
            place, day, title = latest
            values = {"document": document.title, "date": decision.day, "other": title, "day": day}
            yield Hit(decision.place.at(key), values, constraint=after, related=(Related(place.at(key), _OTHER),))


def _before(
    plan: Plan, document: Document, kinds: tuple[str, ...], by_unit: _ByUnit
) -> Iterator[tuple[Place, date, str]]:
    """The decisions that must come first: where each stands, its day, and what is decided."""
    for unit in plan.organisation.line(document.unit) if plan.has_known_period(document) else ():
        for other in (one for kind in kinds for one in by_unit.get((kind, unit), ())):
            same_time = plan.has_known_period(other) and other.period.overlaps(document.period)
            if same_time and other.decision and other.decision.day:
                yield other.decision.place, other.decision.day, other.title
