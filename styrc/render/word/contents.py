"""Headings and their pages in, a table of contents out that is filled already and that Word can make anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from styrc.blocks import Document, Heading, words
from styrc.render.word.markup import NOTHING, Xml, field, field_end, field_start, joined, paragraph, tag
from styrc.render.word.names import CONTENTS
from styrc.render.word.tools import Place, Tools

_DEEPEST = 6  # Word has heading styles for six levels that screen readers know


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading as it stands in this file: on which of Word's levels, in which words."""

    level: int
    words: str
    anchor: str


def entries(document: Document) -> dict[int, Entry]:
    """Every heading by its place among the blocks; none skips a level, and one without words is no heading.

    The document's title has the style Title, so its chapters, of level 2, are Word's Heading 1.
    """
    found: dict[int, Entry] = {}
    last = 0
    for place, block in enumerate(document.blocks):
        if isinstance(block, Heading) and (said := words(block.inlines).strip()):
            last = min(max(block.level - 1, 1), last + 1, _DEEPEST)
            found[place] = Entry(last, said, block.anchor)
    return found


def write_contents(shown: Sequence[Entry], depth: int, pages: Mapping[str, int], tools: Tools, place: Place) -> Xml:
    """The table of contents: links to the headings, with the pages that are known."""
    title = paragraph(tools.styles["TOCHeading"], tools.inlines.run(CONTENTS.speak(tools.language)))
    if not shown:
        return NOTHING
    start, end = field_start(rf'TOC \o "1-{max(depth - 1, 1)}" \h \z'), field_end()
    last = len(shown) - 1
    lines = [
        _entry(
            entry, pages.get(entry.anchor), tools, place, start if not nth else NOTHING, end if nth == last else NOTHING
        )
        for nth, entry in enumerate(shown)
    ]
    gallery = tag("docPartObj", tag("docPartGallery", val="Table of Contents"), tag("docPartUnique"))
    return tag("sdt", tag("sdtPr", gallery), tag("sdtContent", title, *lines))


def _entry(entry: Entry, page: int | None, tools: Tools, place: Place, before: Xml, after: Xml) -> Xml:
    style = f"TOC{entry.level}"
    name = tools.register.name(entry.anchor)
    number = NOTHING
    if page is not None:
        number = joined((tag("r", tag("tab")), field(rf"PAGEREF {name} \h", tools.inlines.run(str(page)))))
    inside = joined((tools.inlines.run(entry.words), number))
    link = tag("hyperlink", inside, anchor=name, history=1)
    stops = [tag("tab", val="clear", pos=stop) for stop in tools.styles.tabs_of(style) if stop != str(place.width)]
    stops.append(tag("tab", val="right", leader="dot", pos=place.width))
    return paragraph(tools.styles[style], joined((before, link, after)), {"tabs": tag("tabs", *stops)})
