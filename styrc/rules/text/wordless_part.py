"""Links, headings and columns in running text without words: who listens to the document is told nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.passages import texts_in

_SIGNS = re.compile(r"[#|\]]")
"""Signs that one of the parts begins with or holds; most texts have none."""
_PARTS = {
    "": re.compile(r"(?<![!\\])\[\s*\]\([^)\n]+\)"),
    "heading": re.compile(r"^ {0,3}#{1,6}[ \t]*#*[ \t]*$", re.MULTILINE),
    "column": re.compile(r"^ {0,3}(\|[^\n]*\|)[ \t]*\n {0,3}\|?[ \t]*:?-+:?[ \t]*\|[-:| \t]*$", re.MULTILINE),
}
_CELL = re.compile(r"(?<!\\)\|")
_CODE = re.compile(r"^(?: {4}|\t)|`")


def wordless_part(plan: Plan) -> Iterator[Hit]:
    """A text with something that has no words: told once for each sort, at the first."""
    for document in plan.documents.values():
        for text in texts_in(plan, document):
            for variant, pattern in _PARTS.items() if _SIGNS.search(text.text) else ():
                found = next((one for one in pattern.finditer(text.text) if _is_wordless(variant, one)), None)
                if found is not None:
                    place = text.place.within(text.text, found.start(), _end(found))
                    yield Hit(place, {"name": text.field}, variant, document=document.id)


def _is_wordless(variant: str, found: re.Match[str]) -> bool:
    """Whether the part has no words, and is not shown as code. The first column of a table may lack its head."""
    before = found.string[: found.start()]
    line = before.rpartition("\n")[2] + found[0]
    if _CODE.search(line) or before.count("```") % 2:
        return False
    return variant != "column" or any(not cell.strip() for cell in _CELL.split(found[1])[2:-1])


def _end(found: re.Match[str]) -> int:
    """The end of the part, on its first line."""
    line_end = found.string.find("\n", found.start())
    return min(found.end(), line_end) if line_end >= 0 else found.end()
