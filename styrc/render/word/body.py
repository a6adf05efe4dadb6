"""Blocks in, paragraphs, tables and pictures out: one function for each kind of block."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from styrc.blocks import (
    Block,
    Blocks,
    BulletList,
    Cards,
    CodeBlock,
    Contents,
    DecisionHeader,
    Divider,
    Document,
    Facts,
    Figure,
    Heading,
    Notice,
    NumberedList,
    PageBreak,
    Paragraph,
    Quote,
    Table,
    Thread,
    words,
)
from styrc.render.word.contents import Entry, entries, write_contents
from styrc.render.word.figures import write_figure
from styrc.render.word.lists import LIST_STEP, card_list, thread_list, write_list, write_pairs
from styrc.render.word.markup import NOTHING, Properties, Xml, exact, joined, paragraph, tag
from styrc.render.word.names import TONES
from styrc.render.word.tables import write_table
from styrc.render.word.tools import Place, Tools

_INSET = 227  # twentieths of a point, from the bar of a notice to its words


class Body:
    """Writes the blocks of one document."""

    def __init__(self, document: Document, tools: Tools, pages: Mapping[str, int]) -> None:
        self._document, self._tools, self._pages = document, tools, pages
        self._entries = entries(document)

    def block(self, number: int, place: Place) -> Xml:
        """The document's block of that number, from 0."""
        block = self._document.blocks[number]
        if isinstance(block, Heading):
            entry = self._entries.get(number)
            return self._heading(block, entry.level, place) if entry else NOTHING
        return self._block(block, place)

    def listed(self, depth: int) -> list[Entry]:
        """What a table of contents of that depth shows."""
        return [entry for entry in self._entries.values() if entry.level < depth]

    def _blocks(self, blocks: Blocks, place: Place) -> Xml:
        return joined(self._block(block, place) for block in blocks)

    def _block(self, block: Block, place: Place) -> Xml:  # noqa: C901, PLR0911, PLR0912 - one line for each kind
        match block:
            case Heading(level, inlines):
                return self._heading(block, min(max(level - 1, 1), 6), place) if words(inlines).strip() else NOTHING
            case Paragraph(inlines):
                inside = self._tools.inlines.line(inlines)
                around = place.around(place.depth * LIST_STEP)
                return paragraph(self._tools.styles[place.style], inside, around) if inside else NOTHING
            case BulletList(items):
                return write_list(items, self._tools, place, self._blocks)
            case NumberedList(items, start):
                return write_list(items, self._tools, place, self._blocks, start)
            case Quote(blocks):
                return self._blocks(blocks, replace(place, style="Quote"))
            case CodeBlock(text):
                return self._code(text, place)
            case Divider():
                return paragraph(self._tools.styles["Divider"], NOTHING)
            case PageBreak():
                return NOTHING  # the sheets turn the leaf where the document does; inside a list nothing does
            case Table():
                return write_table(block, self._tools, place)
            case Figure():
                return write_figure(block, self._tools, place)
            case DecisionHeader(pairs):
                return write_pairs(pairs, "Decision", self._tools, place)
            case Facts(pairs):
                return write_pairs(pairs, "Fact", self._tools, place)
            case Contents(depth):
                return write_contents(self.listed(depth), depth, self._pages, self._tools, place)
            case Notice():
                return self._notice(block, place)
            case Thread(nodes):
                return self._block(thread_list(nodes, self._tools.language), place)
            case Cards(cards):
                return self._block(card_list(cards), place)
        raise TypeError(block)

    def _heading(self, heading: Heading, level: int, place: Place) -> Xml:
        mark = self._tools.register.bookmark(heading.anchor)
        inside = joined((mark, self._tools.inlines.line(heading.inlines)))
        return paragraph(self._tools.styles[f"Heading{level}"], inside, place.around())

    def _code(self, text: str, place: Place) -> Xml:
        lines: Sequence[str] = text.rstrip("\n").split("\n")
        broken = tag("br").join(exact(line.expandtabs(4)) for line in lines)
        return paragraph(self._tools.styles["CodeBlock"], tag("r", Xml(broken)), place.around())

    def _notice(self, notice: Notice, place: Place) -> Xml:
        """A notice in its tone: a bar and a pale area beside and behind all its paragraphs, and a title of weight."""
        colour, shade = TONES[notice.tone]
        frame: Properties = {
            "pBdr": tag("pBdr", tag("left", val="single", sz=36, space=8, color=colour)),
            "shd": tag("shd", val="clear", color="auto", fill=shade),
        }
        inner = replace(place, frame=frame, inset=_INSET)
        around = inner.around(place.depth * LIST_STEP)
        title = paragraph(self._tools.styles["NoticeTitle"], self._tools.inlines.run(notice.title), around)
        return joined((title, self._blocks(notice.blocks, inner)))
