"""Chapters that are written, with nothing in them."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.chapters import Fault, faulty_chapters


def empty_chapter(plan: Plan) -> Iterator[Hit]:
    """A chapter whose text is empty, here or in its file; its reason is printed where the chapter is required."""
    for document, name, chapter, _, _ in faulty_chapters(plan, Fault.EMPTY):
        asked = (chapter.required or chapter.text) and plan.binds(chapter, document.unit)
        values = {"name": name, "document": document.title}
        constraint = chapter if asked else None
        place = document.chapters[name].place
        yield Hit(place, values, "required" if asked else "", constraint, absence=True, document=document.id)
