"""A document -> an anchor for each of its elements, that links lead to."""

from __future__ import annotations

from styrc.names import slug
from styrc.plan import Plan


def anchors_of(plan: Plan, document: str) -> dict[str, str]:
    """An anchor for each element of a document, by key; the same from build to build as long as the ids are."""
    anchors: dict[str, str] = {}
    taken: set[str] = set()
    for element in plan.in_document(document):
        stem = anchor = f"{slug(element.kind)}-{slug(element.id)}"
        count = 1
        while anchor in taken:
            count += 1
            anchor = f"{stem}-{count}"
        taken.add(anchor)
        anchors[element.key] = anchor
    return anchors
