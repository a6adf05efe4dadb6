"""Pages as blocks -> the index that the site is searched by: an entry for each page, heading and row with an anchor.

The index is a script, since a page that is opened from a folder may load a script beside it but fetch nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from styrc.blocks import (
    Anchor,
    Block,
    BulletList,
    Cards,
    CodeBlock,
    DecisionHeader,
    Document,
    Facts,
    Figure,
    Heading,
    Inlines,
    Notice,
    NumberedList,
    Paragraph,
    Quote,
    Row,
    Table,
    Thread,
    ThreadNode,
    words,
)

INDEX = "search-index.js"
SCRIPT = "search.js"
_WORD = re.compile(r"[^\W_]{2,}")
"""What is worth finding: words and numbers of two signs or more."""


@dataclass
class Entry:
    """What is found: its title, what it is and where it belongs, its address, and the other words by which to find."""

    title: str
    about: str
    address: str
    texts: list[str] = field(default_factory=list)

    def row(self) -> list[str]:
        """The entry as it stands in the index; a word that the title says is not repeated."""
        said = set(_WORD.findall(self.title.casefold()))
        more = dict.fromkeys(word for text in self.texts for word in _WORD.findall(text.casefold()))
        return [self.title, self.about, self.address, " ".join(word for word in more if word not in said)]


def entries(document: Document, path: str, about: Callable[[str], str]) -> Iterator[Entry]:
    """The entries of one page; `about` says of an anchor, or of the page by an empty one, what stands there."""
    current = Entry(document.title, about(""), path, [document.label])
    for block in document.blocks:
        if isinstance(block, Heading):
            yield current
            current = Entry(words(block.inlines), about(block.anchor), f"{path}#{block.anchor}")
        elif isinstance(block, Table):
            yield from _of_rows(block, path, about, current)
        else:
            current.texts += texts(block)
    yield current


def _of_rows(table: Table, path: str, about: Callable[[str], str], current: Entry) -> Iterator[Entry]:
    """Rows that stand for elements have entries of their own; the others belong to what they stand below."""
    current.texts.append(table.caption)
    for row in table.rows:
        anchor = _anchor(row)
        cells = [words(cell) for cell in row.cells]
        if anchor:
            yield Entry(cells[0], about(anchor), f"{path}#{anchor}", cells[1:])
        else:
            current.texts += cells


def _anchor(row: Row) -> str:
    return next((one.name for cell in row.cells[:1] for one in cell if isinstance(one, Anchor)), "")


def texts(block: Block) -> list[str]:
    """The words of a block, for those who search; drawings say by their titles what they show."""
    match block:
        case Heading(_, inlines) | Paragraph(inlines):
            return [words(inlines)]
        case BulletList(items) | NumberedList(items):
            return [text for blocks in items for one in blocks for text in texts(one)]
        case Quote(blocks):
            return [text for one in blocks for text in texts(one)]
        case Notice(_, title, blocks):
            return [title, *(text for one in blocks for text in texts(one))]
        case _:
            return _of_the_rest(block)


def _of_the_rest(block: Block) -> list[str]:
    match block:
        case Facts(pairs) | DecisionHeader(pairs):
            return [text for pair in pairs for text in (pair.name, words(pair.inlines))]
        case Table(caption, _, rows):
            return [caption, *(words(cell) for row in rows for cell in row.cells)]
        case CodeBlock(text) | Figure(text):
            return [text]
        case Thread(nodes):
            return [words(inlines) for inlines in _nodes(nodes)]
        case Cards(cards):
            return [text for card in cards for text in (card.title, words(card.inlines))]
    return []


def _nodes(nodes: Sequence[ThreadNode]) -> Iterator[Inlines]:
    for node in nodes:
        yield node.inlines
        yield from _nodes(node.children)


def index(found: Iterable[Entry]) -> str:
    """The index as a script; what would end a script element is written so that it cannot."""
    rows = ",\n".join(json.dumps(entry.row(), ensure_ascii=False, separators=(",", ":")) for entry in found)
    return f"window.styrcIndex=[\n{rows}\n];\n".replace("</", "<\\/").replace("\u2028", "\\u2028")
