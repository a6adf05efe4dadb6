"""What each chapter of a document lacks: one fault a chapter, so that one omission is told once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from enum import Enum, auto
from typing import NamedTuple

from styrc.element import Document
from styrc.follow_up import follow_up
from styrc.plan import Plan
from styrc.schema import Chapter, Holding


class Fault(Enum):
    """What may be wrong with a chapter."""

    EMPTY = auto()  # it is written, with nothing in it
    LACKS = auto()  # it does not hold enough of what it must hold
    MISSING = auto()  # it is not there at all
    NO_TEXT = auto()  # it holds something, but not the text that it must have


class Faulty(NamedTuple):
    """A chapter at fault, and what it holds too little of: name, what the model says, and how much there is."""

    document: Document
    name: str
    chapter: Chapter
    fault: Fault
    lacks: tuple[tuple[str, Holding, int], ...] = ()


def faulty_chapters(plan: Plan, *faults: Fault) -> Iterator[Faulty]:
    """The chapters with one of these faults, in all documents that could be read whole."""
    for document in plan.documents.values():
        held = _held(plan, document)
        for name, chapter in plan.schema.documents[document.kind].chapters.items() if document.whole else ():
            one = _fault(plan, document, name, chapter, held)
            if one is not None and one.fault in faults:
                yield one


def _held(plan: Plan, document: Document) -> Mapping[str, int]:
    """How many there are in a document of each kind and table."""
    return Counter(one.kind for one in plan.in_document(document.id)) + Counter(document.tables.keys())


def _fault(plan: Plan, document: Document, name: str, chapter: Chapter, held: Mapping[str, int]) -> Faulty | None:
    prose = document.chapters.get(name)
    if prose is not None and prose.broken:
        return None
    if prose is not None and not prose.text.strip():
        return Faulty(document, name, chapter, Fault.EMPTY)
    lacks = tuple(
        (one, holding, held[one])
        for one, holding in chapter.holds.items()
        if held[one] < holding.min and plan.binds(holding, document.unit)
    )
    if lacks:
        return Faulty(document, name, chapter, Fault.LACKS, lacks)
    if prose is not None or not plan.binds(chapter, document.unit):
        return None
    holds = any(held[one] for one in chapter.holds) or _is_answered(plan, document, chapter)
    if chapter.text or (chapter.required and not holds):
        return Faulty(document, name, chapter, Fault.NO_TEXT if holds else Fault.MISSING)
    return None


def _is_answered(plan: Plan, document: Document, chapter: Chapter) -> bool:
    """Whether a report has something to answer for in the chapter: what it does not say of it is told by itself."""
    asked = follow_up(plan).duties(document).values() if chapter.answers else ()
    if chapter.answers and document.broken:
        return True  # whose it is or for when is told to be wrong, and so what it must answer for
    return any(element.kind in chapter.answers for element, _ in asked)
