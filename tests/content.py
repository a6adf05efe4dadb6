"""What a document says, in a form that all formats can be compared in; and what its blocks say, which is the truth."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from styrc.blocks import (
    Block,
    Card,
    CodeBlock,
    Column,
    DecisionHeader,
    Document,
    Figure,
    Heading,
    Notice,
    Pair,
    Paragraph,
    Row,
    Table,
    ThreadNode,
    line,
    words,
)
from styrc.render.walk import nodes

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_SIGNS = re.compile(r"[^\w%,.−-]+")
_NUMBER = re.compile(r"[−-]?(?:\d{1,3}(?: \d{3})+(?!\d)|\d+)(?:[.,:/]\d+)*%?")
_PART = re.compile(r" \((?:del|part) (\d+) (?:av|of) \d+\)$")


def text(said: str) -> str:
    """Words on one line, without what is not seen."""
    return " ".join(unicodedata.normalize("NFKC", _UNSEEN.sub("", said)).split())


def bare(said: str) -> str:
    """Letters, digits and what makes them numbers: where lines end and which sign a status has is a format's own."""
    return _SIGNS.sub("", text(said))


def numbers(texts: Iterable[str]) -> Counter[str]:
    """How many times each number is said, with its thousands, decimals and minus."""
    return Counter(number for said in texts for number in _NUMBER.findall(text(said)))


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its caption and its rows of cells, the head's first."""

    caption: str
    rows: tuple[tuple[str, ...], ...]

    def cells(self) -> Counter[str]:
        """The cells with words, in no order: Word lays a long table of years on its side."""
        return Counter(filter(None, (bare(cell) for row in self.rows for cell in row)))


@dataclass(slots=True)
class Content:
    """What a document says: headings with levels, tables, figures as title and description, and all other texts."""

    headings: list[tuple[int, str]] = field(default_factory=list)
    tables: list[Grid] = field(default_factory=list)
    figures: list[tuple[str, str]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def numbers(self) -> Counter[str]:
        """All numbers, but those of a table of contents."""
        cells = (cell for table in self.tables for row in table.rows for cell in row)
        headings = (said for _, said in self.headings)
        figures = (said for figure in self.figures for said in figure)
        return numbers([*self.texts, *headings, *figures, *(table.caption for table in self.tables), *cells])

    def outline(self) -> list[tuple[int, str]]:
        """The headings, each as far down as it stands below others: formats begin at different levels."""
        open_: list[int] = []
        found = []
        for level, said in self.headings:
            while open_ and open_[-1] >= level:
                open_.pop()
            open_.append(level)
            found.append((len(open_), bare(said)))
        return found


def of_blocks(document: Document, *, as_markdown: bool = False) -> Content:
    """What the blocks say.

    Markdown has no boxes: it says who decided in a table. And it says once what the title of a figure and the caption
    of the table behind it both say.
    """
    content = Content(texts=[document.title, document.label])
    for node in nodes(tuple(map(_as_table, document.blocks)) if as_markdown else document.blocks):
        match node:
            case Heading(level, inlines):
                content.headings.append((level, words(inlines)))
            case Figure(title, description, _, table):
                is_once = as_markdown and table is not None and table.caption.startswith(title)
                content.figures.append(("" if is_once else title, description))
            case Table(caption, columns, rows):
                cells = [tuple(column.inlines for column in columns), *(row.cells for row in rows)]
                content.tables.append(Grid(caption, tuple(tuple(map(words, row)) for row in cells)))
                content.texts.append(words(node.note))
            case _:
                content.texts += _texts(node)
    return content


def _as_table(block: Block) -> Block:
    if not isinstance(block, DecisionHeader):
        return block
    columns = tuple(Column(line(pair.name)) for pair in block.pairs)
    return Table("", columns, (Row(tuple(pair.inlines for pair in block.pairs)),))


def _texts(node: object) -> Iterator[str]:
    """What a node says itself, beside the nodes in it that are asked on their own."""
    match node:
        case Paragraph(inlines):
            yield words(inlines)
        case Pair(name, inlines) | Card(name, _, inlines) | ThreadNode(name, inlines):
            yield name
            yield words(inlines)
            if isinstance(node, Card) and node.mark:
                yield node.mark.text
        case CodeBlock(said) | Notice(_, said):
            yield said


def whole(tables: Iterable[Grid]) -> list[Grid]:
    """Tables that a format has cut between columns, put together again: each part begins with what heads the rows."""
    made: list[Grid] = []
    for table in tables:
        part = _PART.search(table.caption)
        caption = table.caption[: part.start()] if part else table.caption
        if part and int(part[1]) > 1:
            before = made.pop()
            assert before.caption == caption
            rows = zip(before.rows, table.rows, strict=True)
            made.append(Grid(caption, tuple((*old, *new[new[:1] == old[:1] :]) for old, new in rows)))
        else:
            made.append(Grid(caption, table.rows))
    return made
