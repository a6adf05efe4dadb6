"""A document in, an HTML fragment out: one function for each kind of block, every value escaped."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from html import unescape

from markupsafe import Markup, escape

from styrc.blocks import (
    INSIDE,
    Align,
    Anchor,
    Block,
    Blocks,
    BulletList,
    Card,
    Cards,
    Code,
    CodeBlock,
    Column,
    Contents,
    DecisionHeader,
    Divider,
    Document,
    Emphasis,
    Facts,
    Figure,
    Heading,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Mark,
    Notice,
    NumberedList,
    PageBreak,
    Pair,
    Paragraph,
    Quote,
    Row,
    Run,
    Status,
    Strong,
    Table,
    Thread,
    ThreadNode,
    anchored,
    outline,
)
from styrc.text import Text

Resolve = Callable[[str], str | None]
"""The address of `page:…` or `element:…` as seen from the page being written; None where it has no page."""

_CONTENTS = Text("Innehåll", "Contents")
_AS_TABLE = Text("Visa som tabell", "Show as a table")
_TABLE = Text("Tabell", "Table")
_DRAWING = Text("Bild", "Drawing")
_LINK_IN_DRAWING = re.compile(r' href="((?:page|element):[^"]*)"')


class HtmlBlocks:
    """Writes one document; counts its figures and labels, so that names on the page are unique."""

    def __init__(self, document: Document, resolve: Resolve) -> None:
        self._given = anchored(document)
        self._resolve = resolve
        self._anchors = {block.anchor for block in self._given.blocks if isinstance(block, Heading)}
        self._figures = 0
        self._labels: Counter[str] = Counter()

    def document(self) -> Markup:
        """The title, what stands before the table of contents, and then the text beside it."""
        blocks = self._given.blocks
        cut = next((place for place, block in enumerate(blocks) if isinstance(block, Contents)), len(blocks))
        parts = [self._title(), self.blocks(blocks[:cut])]
        match blocks[cut:]:
            case [Contents(depth), *rest]:
                inside = self._contents(depth) + _tag("div", self.blocks(rest), "text")
                parts.append(_tag("div", inside, "with-contents"))
        return _glued(parts)

    def _title(self) -> Markup:
        label = _tag("p", escape(self._given.label), "label") if self._given.label else Markup()
        return _tag("header", label + _tag("h1", escape(self._given.title)), "title")

    def blocks(self, blocks: Iterable[Block]) -> Markup:
        """Blocks one after the other."""
        return _glued(self._block(block) for block in blocks)

    def _block(self, block: Block) -> Markup:  # noqa: C901, PLR0911, PLR0912 - one line for each kind of block
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
                return Markup('<pre tabindex="0"><code>{}</code></pre>\n').format(text)
            case Divider():
                return Markup("<hr>\n")
            case PageBreak():
                return _tag("div", Markup(), "page-break")
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
                return _tag("ul", _glued(self._card(card) for card in cards), "cards")

    # ---- inlines -------------------------------------------------------------------------------------------------

    def line(self, inlines: Inlines) -> Markup:
        """Inlines one after the other."""
        return _glued(self._inline(inline) for inline in inlines)

    def _inline(self, inline: Inline) -> Markup:  # noqa: C901, PLR0911 - one line for each kind of inline
        match inline:
            case Run(text):
                return escape(text)
            case Strong(inlines):
                return Markup("<strong>{}</strong>").format(self.line(inlines))
            case Emphasis(inlines):
                return Markup("<em>{}</em>").format(self.line(inlines))
            case Code(text):
                return Markup("<code>{}</code>").format(text)
            case Link(target, inlines):
                return self._link(target, self.line(inlines))
            case LineBreak():
                return Markup("<br>")
            case Anchor(name):
                return self._anchor(name)
            case Mark(text, tone):
                return Markup('<span class="mark {}">{}</span>').format(tone, text)
            case Status(word, sign, tone):
                sign = Markup('<span class="sign" aria-hidden="true">{}</span>').format(sign)
                return Markup('<span class="status {}">{} {}</span>').format(tone, sign, word)

    def _anchor(self, name: str) -> Markup:
        """A name that already leads somewhere on the page keeps leading to its first place."""
        if name in self._anchors:
            return Markup()
        self._anchors.add(name)
        return Markup('<span id="{}"></span>').format(name)

    def address(self, target: str) -> str | None:
        """Where a target leads from this page; None if it leads nowhere."""
        return self._resolve(target) if target.startswith(INSIDE) else target

    def _link(self, target: str, inside: Markup) -> Markup:
        address = self.address(target)
        return inside if address is None else Markup('<a href="{}">{}</a>').format(address, inside)

    # ---- blocks that hold others -----------------------------------------------------------------------------------

    def _items(self, items: Iterable[Blocks]) -> Markup:
        return _glued(_tag("li", self._item(blocks)) for blocks in items)

    def _item(self, blocks: Blocks) -> Markup:
        """An item's blocks; its first paragraph needs no tag of its own."""
        match blocks:
            case [Paragraph(inlines), *rest]:
                return self.line(inlines) + self.blocks(rest)
        return self.blocks(blocks)

    def _pairs(self, pairs: Iterable[Pair], name: str) -> Markup:
        one = Markup("<div><dt>{}</dt><dd>{}</dd></div>\n")
        return _tag("dl", _glued(one.format(pair.name, self.line(pair.inlines)) for pair in pairs), name)

    def _notice(self, notice: Notice) -> Markup:
        title = _tag("p", escape(notice.title), "notice-title")
        return Markup('<div class="notice {}" role="note">\n{}{}</div>\n').format(
            notice.tone, title, self.blocks(notice.blocks)
        )

    def _thread(self, nodes: Iterable[ThreadNode], name: str = "") -> Markup:
        return _tag("ul", _glued(_tag("li", self._thread_node(node)) for node in nodes), name)

    def _thread_node(self, node: ThreadNode) -> Markup:
        label = self._inline(Mark(node.kind)) + " " if node.kind else Markup()
        words = self.line(node.inlines)
        here = Markup('<strong aria-current="true">{}</strong>').format(words) if node.is_here else words
        below = self._thread(node.children) if node.children else Markup()
        return label + here + below

    def _card(self, card: Card) -> Markup:
        mark = _tag("p", self._inline(card.mark)) if card.mark else Markup()
        title = _tag("p", self._link(card.target, escape(card.title)), "card-title")
        return _tag("li", mark + title + (_tag("p", self.line(card.inlines)) if card.inlines else Markup()))

    def _contents(self, depth: int) -> Markup:
        entries = [(heading.level, heading) for heading in outline(self._given, depth)]
        title = Markup('<h2 id="contents_title">{}</h2>\n').format(self._say(_CONTENTS))
        nested = self._entries(entries)
        return Markup('<nav class="contents" aria-labelledby="contents_title">\n{}{}</nav>\n').format(title, nested)

    def _entries(self, entries: Sequence[tuple[int, Heading]]) -> Markup:
        """Headings as nested lists: those deeper than the first of a run belong to it."""
        items: list[Markup] = []
        rest = list(entries)
        while rest:
            (level, heading), *rest = rest
            length = next((place for place, (deeper, _) in enumerate(rest) if deeper <= level), len(rest))
            below = self._entries(rest[:length]) if length else Markup()
            link = Markup('<a href="#{}">{}</a>').format(heading.anchor, self.line(_unlinked(heading.inlines)))
            items.append(_tag("li", link + below))
            rest = rest[length:]
        return _tag("ul", _glued(items)) if items else Markup()

    # ---- tables and figures ------------------------------------------------------------------------------------------

    def _table(self, table: Table) -> Markup:
        caption = _tag("caption", Markup("<span>{}</span>").format(table.caption)) if table.caption else Markup()
        head = _tag("tr", _glued(_head(column, self.line(column.inlines)) for column in table.columns))
        rows = _glued(self._row(row, table) for row in table.rows)
        inside = _tag("table", caption + _tag("thead", head) + _tag("tbody", rows))
        note = _tag("p", self.line(table.note), "table-note") if table.note else Markup()
        return self._scrolling(inside, "table-box", table.caption or self._say(_TABLE)) + note

    def _row(self, row: Row, table: Table) -> Markup:
        cells = []
        for place, (inlines, column) in enumerate(zip(row.cells, table.columns, strict=True)):
            is_header = place == 0 and table.row_headers and inlines
            start = Markup('th scope="row"') if is_header else Markup("td")
            cells.append(_cell(start, column.align, self.line(inlines)))
        return _tag("tr", _glued(cells), "sum" if row.is_sum else "")

    def _figure(self, figure: Figure) -> Markup:
        self._figures += 1
        drawing = self._drawing(figure.svg)
        if 'class="chart wide"' in figure.svg:
            drawing = self._scrolling(drawing, "drawing-box", f"{self._say(_DRAWING)}: {figure.title}")
        behind = Markup()
        if figure.table:
            unseen = Markup(' <span class="unseen">{}</span>').format(figure.title)
            summary = _tag("summary", escape(self._say(_AS_TABLE)) + unseen)
            behind = _tag("details", summary + self._table(figure.table))
        return _tag("figure", _tag("figcaption", escape(figure.title)) + drawing + behind)

    def _drawing(self, svg: str) -> Markup:
        """The drawing with names of its own on the page and with the addresses of its links.

        Our drawings hold no quotation mark but those around attributes, so nobody's words can be taken for one.
        """
        svg = svg.replace('id="drawing_', f'id="drawing_{self._figures}_')
        svg = svg.replace(
            '"drawing_title drawing_text"', f'"drawing_{self._figures}_title drawing_{self._figures}_text"'
        )
        return Markup(_LINK_IN_DRAWING.sub(self._link_in_drawing, svg))  # noqa: S704 - made by our own templates

    def _link_in_drawing(self, found: re.Match[str]) -> str:
        address = self.address(unescape(found[1]))
        return "" if address is None else f' href="{escape(address)}"'

    def _scrolling(self, inside: Markup, name: str, label: str) -> Markup:
        """A box that scrolls by itself, which the keyboard can reach and whose label no other box has."""
        self._labels[label] += 1
        count = self._labels[label]
        own = label if count == 1 else f"{label} ({count})"
        return Markup('<div class="{}" role="region" aria-label="{}" tabindex="0">\n{}</div>\n').format(
            name, own, inside
        )

    def _say(self, text: Text) -> str:
        return text.speak(self._given.language)


def _glued(parts: Iterable[Markup]) -> Markup:
    return Markup().join(parts)


def _tag(name: str, inside: Markup, css: str = "") -> Markup:
    attribute = Markup(' class="{}"').format(css) if css else Markup()
    return Markup("<{0}{1}>{2}</{0}>\n").format(name, attribute, inside)


def _heading(level: int, anchor: str, inside: Markup) -> Markup:
    attribute = Markup(' id="{}"').format(anchor) if anchor else Markup()
    return Markup("<h{0}{1}>{2}</h{0}>\n").format(level, attribute, inside)


def _numbered(items: Markup, start: int) -> Markup:
    attribute = Markup(' start="{}"').format(start) if start != 1 else Markup()
    return Markup("<ol{}>\n{}</ol>\n").format(attribute, items)


def _head(column: Column, inside: Markup) -> Markup:
    """A column's head; an empty one is a plain cell, since it heads nothing."""
    return _cell(Markup('th scope="col"') if column.inlines else Markup("td"), column.align, inside)


def _cell(start: Markup, align: Align, inside: Markup) -> Markup:
    attribute = Markup() if align is Align.START else Markup(' class="{}"').format(align)
    return Markup("<{}{}>{}</{}>").format(start, attribute, inside, start[:2])


def _unlinked(inlines: Inlines) -> Inlines:
    """The same words without links, to stand inside a link."""
    return tuple(
        part for inline in inlines for part in (_unlinked(inline.inlines) if isinstance(inline, Link) else (inline,))
    )
