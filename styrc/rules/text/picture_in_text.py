"""Pictures in running text, which no writer can show yet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.passages import texts_in

_PICTURE = re.compile(r"(?<!\\)!\[[^\]]*\](?:\([^)\n]*\)|\[[^\]\n]*\])?|<img\b[^>]*>", re.IGNORECASE)


def picture_in_text(plan: Plan) -> Iterator[Hit]:
    """A text with a picture in it: told once, at the first."""
    for document in plan.documents.values():
        for text in texts_in(plan, document):
            for found in _PICTURE.finditer(text.text):
                if _is_picture(text.text, found[0]):
                    place = text.place.within(text.text, found.start(), found.end())
                    yield Hit(place, {"name": text.field}, document=document.id)
                    break


def _is_picture(text: str, found: str) -> bool:
    """Whether the signs mean a picture where they stand: not where code is shown as code."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - needed only where there may be a picture

    tokens = [one for block in MarkdownIt("commonmark").parse(text) for one in (block, *(block.children or ()))]
    if found.startswith("<"):
        return any(one.type.startswith("html_") and found in one.content for one in tokens)
    return any(one.type == "image" for one in tokens)
