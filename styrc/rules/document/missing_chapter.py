"""Chapters that a document must have and does not."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.chapters import Fault, faulty_chapters


def missing_chapter(plan: Plan) -> Iterator[Hit]:
    """A chapter of which there is nothing, or which holds its elements but not the text that it must have."""
    for document, name, chapter, fault, _ in faulty_chapters(plan, Fault.MISSING, Fault.NO_TEXT):
        values = {"name": name, "document": document.title, "key": plan.words.document.chapters}
        variant = "text" if fault is Fault.NO_TEXT else ""
        yield Hit(plan.heading(document), values, variant, chapter, absence=True, document=document.id)
