"""Markdown text in, blocks out; objects placed in the text by number come out where their number stood."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from styrc.blocks import (
    Align,
    Block,
    Blocks,
    BulletList,
    Code,
    CodeBlock,
    Column,
    Divider,
    Emphasis,
    Heading,
    Inline,
    Inlines,
    LineBreak,
    Link,
    NumberedList,
    Paragraph,
    Quote,
    Row,
    Run,
    Strong,
    Table,
)

Placed = Block | Blocks | Inline | Inlines
"""What a number in the text may stand for: one object, or several in order (prose, a line of text)."""

_OPEN, _CLOSE = "\ue000", "\ue001"
_PLACEHOLDER = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")
_PLACEHOLDER_SIGNS = re.compile(f"[{_OPEN}{_CLOSE}]")

_SAFE_LINK = re.compile(r"(?:https?:|mailto:|tel:|[^:/?#]*(?:[/?#]|$))", re.IGNORECASE)
_SPECIAL = re.compile(r"([!-/:-@\[-`{-~])")
_KEPT_SPACES = "\u00a0\u2007\u202f"  # they hold a number and its unit together
_SPACES = re.compile(rf"[^\S{_KEPT_SPACES}]+")
_UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")  # no format can hold them
_FOLDED = " \n"  # what a line break in a text becomes
_DEEPEST = 6


class MisplacedBlockError(ValueError):
    """A template has put a table, a figure or the like where only a line of text fits."""

    def __init__(self, block: Block, number: int) -> None:
        super().__init__(f"{type(block).__name__} stands in a line of text; it needs a line of its own")
        self.number = number  # of the object among those placed


def placeholder(number: int) -> str:
    """What stands in the text for the object with this number."""
    return f"{_OPEN}{number}{_CLOSE}"


def escape(text: str) -> str:
    """A plain value as Markdown that reads back as the same words: no sign in it has a meaning of its own."""
    words = (_UNFIT.sub("", _PLACEHOLDER_SIGNS.sub("", word)) for word in _SPACES.split(text))
    return _SPECIAL.sub(r"\\\1", " ".join(word for word in words if word).strip())


def parse(text: str, *, below: int = 1, placed: Sequence[Placed] = ()) -> Blocks:
    """The blocks of a Markdown text, its headings kept below level `below` and without gaps.

    Without `placed` the text is somebody's prose, in which placeholders mean nothing.
    """
    if not placed:
        text = _PLACEHOLDER_SIGNS.sub("", text)
    root = SyntaxTreeNode(_parser().parse(_UNFIT.sub("", text)))
    return _Reader(below, placed).blocks(root)


class _Parser(MarkdownIt):
    """CommonMark that lets through only addresses that lead somewhere harmless."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 - the name is markdown-it's
        return bool(_SAFE_LINK.match(url))


@cache
def _parser() -> MarkdownIt:
    return _Parser("commonmark", {"html": False}).enable("table").disable("image")


class _Reader:
    """One reading of one text: knows the headings that it has passed and the objects to be placed."""

    def __init__(self, below: int, placed: Sequence[Placed]) -> None:
        self._below = below
        self._placed = placed
        self._number = 0  # of the object last placed
        self._level = below  # of the last heading
        self._written: list[int] = []  # the levels of the headings above us, as the text has them

    def blocks(self, parent: SyntaxTreeNode) -> Blocks:
        return tuple(block for node in parent.children for block in self._block(node))

    def _block(self, node: SyntaxTreeNode) -> Iterable[Block]:  # noqa: C901, PLR0911 - one line for each kind of node
        match node.type:
            case "paragraph":
                return self._paragraph(node)
            case "heading":
                return (Heading(self._next_level(int(node.tag[1:])), self._line(node)),)
            case "bullet_list":
                return (BulletList(tuple(self.blocks(item) for item in node.children)),)
            case "ordered_list":
                start = int(node.attrs.get("start", 1))
                return (NumberedList(tuple(self.blocks(item) for item in node.children), start),)
            case "blockquote":
                return (Quote(self.blocks(node)),)
            case "fence" | "code_block":
                return (CodeBlock(node.content.removesuffix("\n")),)
            case "hr":
                return (Divider(),)
            case "table":
                return (self._table(node),)
        message = f"no block for the Markdown node {node.type!r}"
        raise AssertionError(message)

    def _next_level(self, written: int) -> int:
        while self._written and self._written[-1] >= written:
            self._written.pop()
        self._written.append(written)
        self._level = min(self._below + len(self._written), _DEEPEST)
        return self._level

    def _paragraph(self, node: SyntaxTreeNode) -> Iterator[Block]:
        """One paragraph, or several where blocks are placed among its words."""
        words: list[Inline] = []
        for part in self._parts(node.children[0].children):
            if isinstance(part, Inline):
                words.append(part)
                continue
            yield from _text_of(words)
            words = []
            yield from self._fitted(part)
        yield from _text_of(words)

    def _fitted(self, part: Block | Blocks) -> Blocks:
        """Placed blocks; the headings of several are put below the heading that they are placed under."""
        if not isinstance(part, tuple):
            self._level = part.level if isinstance(part, Heading) else self._level
            return (part,)
        levels = [block.level for block in part if isinstance(block, Heading)]
        shift = self._level + 1 - min(levels, default=0)
        return tuple(
            replace(block, level=min(block.level + shift, _DEEPEST)) if isinstance(block, Heading) else block
            for block in part
        )

    def _table(self, node: SyntaxTreeNode) -> Table:
        head, *bodies = node.children
        columns = tuple(Column(self._line(cell), _align(cell)) for cell in head.children[0].children)
        rows = (row for body in bodies for row in body.children)
        return Table(
            "", columns, tuple(Row(tuple(self._line(cell) for cell in row.children)) for row in rows), row_headers=False
        )

    def _line(self, node: SyntaxTreeNode) -> Inlines:
        """The inlines of a node that has one line of text: a heading, a cell."""
        return _joined(self._flowing(child for inline in node.children for child in inline.children))

    def _flowing(self, nodes: Iterable[SyntaxTreeNode]) -> Iterator[Inline]:
        for part in self._parts(nodes):
            if isinstance(part, Inline):
                yield part
            else:
                yield from _as_line(part if isinstance(part, tuple) else (part,), self._number)

    def _parts(self, nodes: Iterable[SyntaxTreeNode]) -> Iterator[Inline | Block | Blocks]:
        for node in nodes:
            if node.type == "text":
                yield from self._with_placed(node.content)
            else:
                yield self._inline(node)

    def _inline(self, node: SyntaxTreeNode) -> Inline:
        match node.type:
            case "softbreak":
                return Run(" ")
            case "hardbreak":
                return LineBreak()
            case "strong":
                return Strong(_joined(self._flowing(node.children)))
            case "em":
                return Emphasis(_joined(self._flowing(node.children)))
            case "code_inline":
                return Code(node.content)
            case "link":
                return Link(str(node.attrs["href"]), _joined(self._flowing(node.children)))
        message = f"no inline for the Markdown node {node.type!r}"
        raise AssertionError(message)

    def _with_placed(self, text: str) -> Iterator[Inline | Block | Blocks]:
        """The words of a text, and in their place the objects that its placeholders stand for."""
        for position, piece in enumerate(_PLACEHOLDER.split(text)):
            if position % 2:
                self._number = int(piece)
                yield from _opened(self._placed[self._number])
            elif piece:
                yield Run(piece)


def _opened(placed: Placed) -> Iterator[Inline | Block | Blocks]:
    """One object as it is; several as inlines, as blocks, or, for a single paragraph, as the words in it."""
    if not isinstance(placed, tuple):
        yield placed
        return
    blocks = tuple(part for part in placed if not isinstance(part, Inline))
    match blocks:
        case ():
            yield from (part for part in placed if isinstance(part, Inline))
        case (Paragraph(inlines),):
            yield from inlines
        case _:
            yield blocks


def _as_line(blocks: Blocks, number: int) -> Iterator[Inline]:
    """Blocks in a place that has room for one line only: paragraphs become lines in it, anything else is a mistake."""
    for position, block in enumerate(blocks):
        if not isinstance(block, Paragraph):
            raise MisplacedBlockError(block, number)
        if position:
            yield LineBreak()
        yield from block.inlines


def _text_of(inlines: Iterable[Inline]) -> Blocks:
    """A paragraph of the inlines, without empty edges; nothing if nothing is left."""
    line = list(_joined(inlines))
    if line and isinstance(line[0], Run):
        line[0] = Run(line[0].text.lstrip(_FOLDED))
    if line and isinstance(line[-1], Run):
        line[-1] = Run(line[-1].text.rstrip(_FOLDED))
    kept = tuple(inline for inline in line if inline != Run(""))
    return (Paragraph(kept),) if kept else ()


def _joined(inlines: Iterable[Inline]) -> Inlines:
    """The same inlines, with text that follows on text as one run."""
    line: list[Inline] = []
    for inline in inlines:
        if line and isinstance(inline, Run) and isinstance(line[-1], Run):
            line[-1] = Run(line[-1].text + inline.text)
        else:
            line.append(inline)
    return tuple(line)


def _align(cell: SyntaxTreeNode) -> Align:
    return {"text-align:right": Align.END, "text-align:center": Align.CENTRE}.get(
        str(cell.attrs.get("style", "")), Align.START
    )
