"""A document in, an HTML fragment out: one function for each kind of block, every value escaped."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from html import unescape

from styrc.blocks import (
    Align,
    Block,
    Blocks,
    BulletList,
    Card,
    Cards,
    CodeBlock,
    Column,
    Contents,
    DecisionHeader,
    Divider,
    Document,
    Facts,
    Figure,
    Heading,
    Inlines,
    Link,
    Mark,
    Notice,
    NumberedList,
    PageBreak,
    Pair,
    Paragraph,
    Quote,
    Row,
    Table,
    Thread,
    ThreadNode,
    anchored,
    outline,
)
from styrc.render.html_inlines import NOTHING, Html, HtmlInlines, Resolve, escaped, glued
from styrc.text import Text

_CONTENTS = Text("Innehåll", "Contents")
_AS_TABLE = Text("Visa som tabell", "Show as a table")
_TABLE = Text("Tabell", "Table")
_DRAWING = Text("Bild", "Drawing")
_LINK_IN_DRAWING = re.compile(r' href="((?:page|element):[^"]*)"')


class HtmlBlocks:
    """Writes one document; counts its figures and labels, so that names on the page are unique."""

    def __init__(self, document: Document, resolve: Resolve) -> None:
        self._given = anchored(document)
        self._lines = HtmlInlines(resolve, {block.anchor for block in self._given.blocks if isinstance(block, Heading)})
        self.line, self.address = self._lines.line, self._lines.address
        self._figures = 0
        self._labels: Counter[str] = Counter()

    def document(self) -> Html:
        """The title, what stands before the table of contents, and then the text beside it."""
        blocks = self._given.blocks
        cut = next((place for place, block in enumerate(blocks) if isinstance(block, Contents)), len(blocks))
        parts = [self._title(), self.blocks(blocks[:cut])]
        match blocks[cut:]:
            case [Contents(depth), *rest]:
                inside = glued((self._contents(depth), _tag("div", self.blocks(rest), "text")))
                parts.append(_tag("div", inside, "with-contents"))
        return glued(parts)

    def _title(self) -> Html:
        label = _tag("p", escaped(self._given.label), "label") if self._given.label else NOTHING
        return _tag("header", glued((label, _tag("h1", escaped(self._given.title)))), "title")

    def blocks(self, blocks: Iterable[Block]) -> Html:
        """Blocks one after the other."""
        return glued(map(self._block, blocks))

    def _block(self, block: Block) -> Html:  # noqa: C901, PLR0911, PLR0912 - one line for each kind of block
        match block:
            case Heading(level, inlines, anchor):
                return _heading(level, anchor, self.line(inlines))
            case Paragraph(inlines):
                return _tag("p", self.line(inlines))
            case BulletList(items):
                return _tag("ul", self._items(items))
            case NumberedList(items, start):
                return _numbered(self._items(items), start)
            case Quote(blocks):
                return _tag("blockquote", self.blocks(blocks))
            case CodeBlock(text):
                return Html(f'<pre tabindex="0"><code>{escaped(text)}</code></pre>\n')
            case Divider():
                return Html("<hr>\n")
            case PageBreak():
                return _tag("div", NOTHING, "page-break")
            case Table():
                return self._table(block)
            case Figure():
                return self._figure(block)
            case DecisionHeader(pairs):
                return self._pairs(pairs, "decision")
            case Facts(pairs):
                return self._pairs(pairs, "facts")
            case Contents(depth):
                return self._contents(depth)
            case Notice():
                return self._notice(block)
            case Thread(nodes):
                return self._thread(nodes, "thread")
            case Cards(cards):
                return _tag("ul", glued(map(self._card, cards)), "cards")

    # ---- blocks that hold others -----------------------------------------------------------------------------------

    def _items(self, items: Iterable[Blocks]) -> Html:
        return glued(_tag("li", self._item(blocks)) for blocks in items)

    def _item(self, blocks: Blocks) -> Html:
        """An item's blocks; its first paragraph needs no tag of its own."""
        match blocks:
            case [Paragraph(inlines), *rest]:
                return glued((self.line(inlines), self.blocks(rest)))
        return self.blocks(blocks)

    def _pairs(self, pairs: Iterable[Pair], name: str) -> Html:
        lines = (
            Html(f"<div><dt>{escaped(pair.name)}</dt><dd>{self.line(pair.inlines)}</dd></div>\n") for pair in pairs
        )
        return _tag("dl", glued(lines), name)

    def _notice(self, notice: Notice) -> Html:
        title = _tag("p", escaped(notice.title), "notice-title")
        start = f'<div class="notice {escaped(notice.tone)}" role="note">\n'
        return Html(f"{start}{title}{self.blocks(notice.blocks)}</div>\n")

    def _thread(self, nodes: Iterable[ThreadNode], name: str = "") -> Html:
        return _tag("ul", glued(_tag("li", self._thread_node(node)) for node in nodes), name)

    def _thread_node(self, node: ThreadNode) -> Html:
        label = f"{self._lines.inline(Mark(node.kind))} " if node.kind else ""
        words = self.line(node.inlines)
        here = f'<strong aria-current="true">{words}</strong>' if node.is_here else words
        below = self._thread(node.children) if node.children else ""
        return Html(f"{label}{here}{below}")

    def _card(self, card: Card) -> Html:
        mark = _tag("p", self._lines.inline(card.mark)) if card.mark else NOTHING
        title = _tag("p", self._lines.link(card.target, escaped(card.title)), "card-title")
        about = _tag("p", self.line(card.inlines)) if card.inlines else NOTHING
        return _tag("li", glued((mark, title, about)))

    def _contents(self, depth: int) -> Html:
        entries = [(heading.level, heading) for heading in outline(self._given, depth)]
        title = f'<h2 id="contents_title">{escaped(self._say(_CONTENTS))}</h2>\n'
        start = '<nav class="contents" aria-labelledby="contents_title">\n'
        return Html(f"{start}{title}{self._entries(entries)}</nav>\n")

    def _entries(self, entries: Sequence[tuple[int, Heading]]) -> Html:
        """Headings as nested lists: those deeper than the first of a run belong to it."""
        items: list[Html] = []
        place = 0
        while place < len(entries):
            level, heading = entries[place]
            end = next((at for at in range(place + 1, len(entries)) if entries[at][0] <= level), len(entries))
            link = f'<a href="#{escaped(heading.anchor)}">{self.line(_unlinked(heading.inlines))}</a>'
            items.append(_tag("li", Html(f"{link}{self._entries(entries[place + 1 : end])}")))
            place = end
        return _tag("ul", glued(items)) if items else NOTHING

    # ---- tables and figures ------------------------------------------------------------------------------------------

    def _table(self, table: Table) -> Html:
        caption = _tag("caption", Html(f"<span>{escaped(table.caption)}</span>")) if table.caption else NOTHING
        head = _tag("tr", glued(_head(column, self.line(column.inlines)) for column in table.columns))
        rows = glued(self._row(row, table) for row in table.rows)
        inside = _tag("table", glued((caption, _tag("thead", head), _tag("tbody", rows))))
        note = _tag("p", self.line(table.note), "table-note") if table.note else NOTHING
        return glued((self._scrolling(inside, "table-box", table.caption or self._say(_TABLE)), note))

    def _row(self, row: Row, table: Table) -> Html:
        cells = []
        for place, (inlines, column) in enumerate(zip(row.cells, table.columns, strict=True)):
            is_header = place == 0 and table.row_headers and inlines
            cells.append(_cell("row" if is_header else "", column.align, self.line(inlines)))
        return _tag("tr", glued(cells), "sum" if row.is_sum else "")

    def _figure(self, figure: Figure) -> Html:
        self._figures += 1
        drawing = self._drawing(figure.svg)
        if 'class="chart wide"' in figure.svg:
            drawing = self._scrolling(drawing, "drawing-box", f"{self._say(_DRAWING)}: {figure.title}")
        behind = NOTHING
        if figure.table:
            unseen = f' <span class="unseen">{escaped(figure.title)}</span>'
            summary = _tag("summary", Html(f"{escaped(self._say(_AS_TABLE))}{unseen}"))
            behind = _tag("details", glued((summary, self._table(figure.table))))
        return _tag("figure", glued((_tag("figcaption", escaped(figure.title)), drawing, behind)))

    def _drawing(self, svg: str) -> Html:
        """The drawing with names of its own on the page and with the addresses of its links.

        Our drawings hold no quotation mark but those around attributes, so nobody's words can be taken for one.
        """
        svg = svg.replace('id="drawing_', f'id="drawing_{self._figures}_')
        svg = svg.replace(
            '"drawing_title drawing_text"', f'"drawing_{self._figures}_title drawing_{self._figures}_text"'
        )
        return Html(_LINK_IN_DRAWING.sub(self._link_in_drawing, svg))  # made by our own templates

    def _link_in_drawing(self, found: re.Match[str]) -> str:
        address = self.address(unescape(found[1]))
        return "" if address is None else f' href="{escaped(address)}"'

    def _scrolling(self, inside: Html, name: str, label: str) -> Html:
        """A box that scrolls by itself, which the keyboard can reach and whose label no other box has."""
        self._labels[label] += 1
        count = self._labels[label]
        own = label if count == 1 else f"{label} ({count})"
        start = f'<div class="{name}" role="region" aria-label="{escaped(own)}" tabindex="0">\n'
        return Html(f"{start}{inside}</div>\n")

    def _say(self, text: Text) -> str:
        return text.speak(self._given.language)


def _tag(name: str, inside: Html, css: str = "") -> Html:
    attribute = f' class="{css}"' if css else ""
    return Html(f"<{name}{attribute}>{inside}</{name}>\n")


def _heading(level: int, anchor: str, inside: Html) -> Html:
    attribute = f' id="{escaped(anchor)}"' if anchor else ""
    return Html(f"<h{level}{attribute}>{inside}</h{level}>\n")


def _numbered(items: Html, start: int) -> Html:
    attribute = f' start="{start}"' if start != 1 else ""
    return Html(f"<ol{attribute}>\n{items}</ol>\n")


def _head(column: Column, inside: Html) -> Html:
    """A column's head; an empty one is a plain cell, since it heads nothing."""
    return _cell("col" if column.inlines else "", column.align, inside)


def _cell(scope: str, align: Align, inside: Html) -> Html:
    """A cell: one that heads a `row` or a `col`, or a plain one."""
    attribute = "" if align is Align.START else f' class="{align}"'
    if scope:
        return Html(f'<th scope="{scope}"{attribute}>{inside}</th>')
    return Html(f"<td{attribute}>{inside}</td>")


def _unlinked(inlines: Inlines) -> Inlines:
    """The same words without links, to stand inside a link."""
    return tuple(
        part for inline in inlines for part in (_unlinked(inline.inlines) if isinstance(inline, Link) else (inline,))
    )
