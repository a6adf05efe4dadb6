"""Blocks in, Typst out: one line of source for each block, every word a string, and what is to be marked afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from styrc.blocks import (
    Align,
    Anchor,
    Block,
    Blocks,
    BulletList,
    Card,
    Cards,
    CodeBlock,
    Contents,
    DecisionHeader,
    Divider,
    Emphasis,
    Facts,
    Figure,
    Heading,
    Inline,
    Inlines,
    Link,
    Notice,
    NumberedList,
    PageBreak,
    Pair,
    Paragraph,
    Quote,
    Run,
    Strong,
    Table,
    Thread,
    ThreadNode,
    words,
)
from styrc.render.pdf.drawings import scaled, size_of
from styrc.render.pdf.font import font
from styrc.render.pdf.inlines import Lines, named
from styrc.render.pdf.levels import Levels
from styrc.render.pdf.tables import PORTRAIT, SIZE, Shape, shapes
from styrc.render.pdf.words import plain, string
from styrc.render.walk import anchors
from styrc.text import Language, Text

_CONTENTS = Text("Innehåll", "Contents")
_PART = Text("{caption} (del {number} av {count})", "{caption} (part {number} of {count})")
_DRAWING = Text("Bild", "Drawing")

_EDGES = {Align.START: "left", Align.CENTRE: "center", Align.END: "right"}
_PAIR_SIZE, _PAIR_WIDEST = 9.7, 160.0
_BESIDE_GAP, _BESIDE_LEAST, _BESIDE_ROWS = 16.0, 130.0, 12
"""A drawing and the table behind it share the width of the page where the table is small."""
_SHORT = 160  # signs: some two lines
_LOW = 1200  # signs, with those that a line lacks: some fifteen lines
_INDENT = 40.0  # points: what lists and boxes take of the room for tables inside them


@dataclass(frozen=True, slots=True)
class Piece:
    """A block that stands on a page by itself: its source, and if the page must lie down for it."""

    source: str
    across: bool


class TypstBlocks:
    """Writes the blocks of one document; keeps its drawings, and which rows of which tables have a header."""

    def __init__(self, lines: Lines, language: Language) -> None:
        self._lines, self._language = lines, language
        self._levels = Levels()
        self.headings: list[str] = []
        self.row_headers: list[tuple[bool, ...]] = []
        self.drawings: list[str] = []
        self._across = self._is_below_heading = False

    def pieces(self, block: Block, *, may_turn: bool = True) -> Iterator[Piece]:
        """A block that stands by itself; the page may be turned for it.

        A short line below a heading is kept with what follows, so that the two do not end a page alone. A drawing
        and the table behind it are two pieces where the page is turned for one of them.
        """
        if may_turn and isinstance(block, Figure) and block.table is not None and _differ(block, block.table):
            yield from self.pieces(replace(block, table=None))
            yield from self.pieces(block.table)
            return
        is_lead = self._is_below_heading and isinstance(block, Paragraph) and len(words(block.inlines)) <= _SHORT
        self._is_below_heading, self._across = isinstance(block, Heading), False
        source = self.block(block, may_turn=may_turn)
        if isinstance(block, BulletList | NumberedList) and _is_low(block.items):
            source = f"together({source})"
        yield Piece(f"lead({source})" if is_lead else source, self._across)

    def block(self, block: Block, *, room: float = PORTRAIT, may_turn: bool = False) -> str:  # noqa: C901, PLR0911, PLR0912 - one line for each kind of block
        """A block as one Typst expression."""
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph(inlines):
                return f"par({self._lines.line(inlines)})"
            case BulletList(items):
                return f"list({self._items(items, room)})" if items else "[]"
            case NumberedList(items, start):
                return f"enum(start: {start}, {self._items(items, room)})" if items else "[]"
            case Quote(blocks):
                return f"cited({self._inside(blocks, room)})"
            case CodeBlock(text):
                return f"code-lines({string(self._lines.words.lines(text))})"
            case Divider():
                return "divider()"
            case PageBreak():
                return "pagebreak(weak: true)" if may_turn else "[]"
            case Table():
                return self._table(block, room, may_turn=may_turn)
            case Figure():
                return self._figure(block, room, may_turn=may_turn)
            case DecisionHeader(pairs):
                return self._pairs("decision", pairs)
            case Facts(pairs):
                return self._pairs("facts", pairs)
            case Contents(depth):
                title = string(_CONTENTS.speak(self._language))
                return f"contents({title}, {max(depth - 1, 1)})"
            case Notice(tone, title, blocks):
                return f"notice({string(tone)}, {self._lines.text(title)}, {self._inside(blocks, room)})"
            case Thread(nodes):
                return self._thread(nodes) if nodes else "[]"
            case Cards(cards):
                return f"cards({_arguments(self._card(card) for card in cards)})" if cards else "[]"
        assert_never(block)

    def _inside(self, blocks: Blocks, room: float) -> str:
        """Blocks that stand inside another, where no page can be turned."""
        inner = "; ".join(self.block(block, room=room - _INDENT) for block in blocks)
        return f"{{{inner}}}" if inner else "[]"

    # ---- blocks with words -----------------------------------------------------------------------------------------

    def _heading(self, heading: Heading) -> str:
        """A heading without links, since contents and bookmarks repeat it; one without words is a place alone."""
        places = "".join(f"{self._lines.anchor(name)}; " for name in anchors(heading.inlines))
        shown = _shown(heading.inlines)
        if not words(shown).strip():
            return f"{{{places}{self._lines.anchor(heading.anchor)}}}"
        self._lines.is_new(heading.anchor)
        self.headings.append(heading.anchor)
        level = self._levels.of(heading.level)
        return f"{{{places}head({level}, {named(heading.anchor)}, {self._lines.line(shown)})}}"

    def _items(self, items: Iterable[Blocks], room: float) -> str:
        return _arguments(self._item(blocks, room) for blocks in items)

    def _item(self, blocks: Blocks, room: float) -> str:
        """An item's blocks; its first paragraph stands on the line of the item's mark."""
        match blocks:
            case [Paragraph(inlines), *rest]:
                return f"{{{self._lines.line(inlines)}; {self._inside(tuple(rest), room)}}}"
        return self._inside(blocks, room)

    def _pairs(self, kind: str, pairs: Sequence[Pair]) -> str:
        if not pairs:
            return "[]"
        widest = max(font(bold=True).width(pair.name, _PAIR_SIZE) for pair in pairs)
        width = min(widest, _PAIR_WIDEST)
        items = (f"({self._lines.text(pair.name)}, {self._lines.line(pair.inlines)})" for pair in pairs)
        return f"{kind}({width:.1f}pt, {_arguments(items)})"

    def _thread(self, nodes: Iterable[ThreadNode]) -> str:
        return f"thread({_arguments(self._knot(node) for node in nodes)})"

    def _knot(self, node: ThreadNode) -> str:
        below = self._thread(node.children) if node.children else "[]"
        here = _truth(is_true=node.is_here)
        return f"knot({self._lines.text(node.kind)}, {here}, {self._lines.line(node.inlines)}, {below})"

    def _card(self, card: Card) -> str:
        mark = f"{self._lines.line((card.mark,))}; new-line; " if card.mark else ""
        title = f"strong({self._lines.link(card.target, (Run(card.title),))})"
        body = f"; new-line; {self._lines.line(card.inlines)}" if card.inlines else ""
        return f"{{{mark}{title}{body}}}"

    # ---- tables and figures ----------------------------------------------------------------------------------------

    def _table(self, table: Table, room: float, *, may_turn: bool) -> str:
        parts = shapes(table, room, may_turn=may_turn)
        self._across |= any(part.across for part in parts)
        written = []
        for number, shape in enumerate(parts, 1):
            values = {"caption": table.caption, "number": number, "count": len(parts)}
            caption = _PART.speak(self._language, values) if len(parts) > 1 else table.caption
            written.append(self._shape(shape, caption, is_noted=bool(table.note) and number == len(parts)))
        return "{" + "; ".join((*written, self._note(table))) + "}"

    def _shape(self, shape: Shape, caption: str, *, is_noted: bool) -> str:
        table = shape.table
        if not table.columns:
            return f"par(strong({self._lines.text(caption)}))" if caption.strip() else "[]"
        self.row_headers.append(tuple(table.row_headers and bool(words(row.cells[0]).strip()) for row in table.rows))
        head_breaks, *breaks = shape.hyphenated
        rows = _list(
            f"({_truth(is_true=row.is_sum)}, {self._cells(row.cells, broken)})"
            for row, broken in zip(table.rows, breaks, strict=True)
        )
        heads = tuple(column.inlines for column in table.columns)
        is_named = any(words(one).strip() for one in heads) or any(anchors(heads))
        head = self._cells(heads, head_breaks) if is_named else "none"
        return (
            f"tabular(caption: {self._caption(caption)}, size: {shape.size}pt, "
            f"columns: {_list(f'{width:.1f}pt' for width in shape.widths)}, "
            f"aligns: {_list(_EDGES[column.align] for column in table.columns)}, "
            f"whole: {_truth(is_true=shape.whole)}, whole-rows: {_truth(is_true=shape.whole_rows)}, "
            f"noted: {_truth(is_true=is_noted)}, head: {head}, rows: {rows})"
        )

    def _cells(self, cells: Iterable[Inlines], hyphenated: Iterable[bool]) -> str:
        written = zip((self._lines.line(cell) for cell in cells), hyphenated, strict=True)
        return _list(f"hyphenated({line})" if is_broken else line for line, is_broken in written)

    def _caption(self, caption: str) -> str:
        return self._lines.text(caption) if caption.strip() else "none"

    def _figure(self, figure: Figure, room: float, *, may_turn: bool) -> str:
        """The drawing with its title, and the table behind it, so that paper too shows the figures."""
        width, across = scaled(size_of(figure.svg), room, may_turn=may_turn)
        self._across |= across
        alt = plain(figure.description) or plain(figure.title) or _DRAWING.speak(self._language)
        self.drawings.append(self._lines.words.signs(figure.svg))
        file = string(f"drawings/{len(self.drawings)}.svg")
        written = f"drawing({file}, {string(alt)}, {width:.1f}pt, {self._caption(figure.title)})"
        if figure.table is None:
            return written
        left = room - width - _BESIDE_GAP
        if len(figure.table.rows) <= _BESIDE_ROWS and left >= _BESIDE_LEAST:
            shape, *more = shapes(figure.table, left, may_turn=False)
            if not more and shape.size == SIZE:
                table = self._shape(shape, figure.table.caption, is_noted=bool(figure.table.note))
                return f"beside({width:.1f}pt, {written}, {table}, {self._note(figure.table)})"
        return f"{{{written}; {self._table(figure.table, room, may_turn=may_turn)}}}"

    def _note(self, table: Table) -> str:
        return f"note({self._lines.line(table.note)})" if table.note else "[]"


def _is_low(items: Sequence[Blocks]) -> bool:
    """Whether a list is so low that it is kept on one page, as the decisions that a report proposes."""
    inner = [block for item in items for block in item]
    if not all(isinstance(block, Paragraph) for block in inner):
        return False
    return sum(len(words(block.inlines)) + _SHORT // 2 for block in inner if isinstance(block, Paragraph)) <= _LOW


def _differ(figure: Figure, table: Table) -> bool:
    """Whether a drawing and the table behind it want pages that stand in different ways."""
    _, is_drawing_across = scaled(size_of(figure.svg), PORTRAIT, may_turn=True)
    return is_drawing_across != any(shape.across for shape in shapes(table))


def _shown(inlines: Inlines) -> Inlines:
    """The same words without links and anchors, to stand where they may be repeated."""
    shown: list[Inline] = []
    for inline in inlines:
        match inline:
            case Link(_, inner):
                shown += _shown(inner)
            case Strong(inner) | Emphasis(inner):
                shown.append(replace(inline, inlines=_shown(inner)))
            case Anchor():
                pass
            case _:
                shown.append(inline)
    return tuple(shown)


def _list(parts: Iterable[str]) -> str:
    """A Typst array, whose one part needs a comma to be a part."""
    return "(" + "".join(f"{part}, " for part in parts) + ")"


def _arguments(parts: Iterable[str]) -> str:
    return ", ".join(parts)


def _truth(*, is_true: bool) -> str:
    return "true" if is_true else "false"
