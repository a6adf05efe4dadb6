"""The document model: what a document holds, said without HTML, Word or PDF; every writer reads these and nothing else.

All values are frozen and compare by value, so the same plan gives the same document. Links name what they point at
(`page:<key>`, `element:<key>`, `series:<key>`), never a path: the writer is given the addresses.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from styrc.text import Language

PAGE = "page:"
ELEMENT = "element:"
SERIES = "series:"
INSIDE = (PAGE, ELEMENT, SERIES)
"""How a target begins that stands for something of our own and must be given an address by the writer."""


class Tone(StrEnum):
    """What a status or a notice says by its colour; the word and the sign say the same."""

    GOOD = "good"
    CAUTION = "caution"
    BAD = "bad"
    NEUTRAL = "neutral"
    INFO = "info"


class Align(StrEnum):
    """Which edge a column keeps to; figures keep to the end."""

    START = "start"
    CENTRE = "centre"
    END = "end"


# ---- inlines: what stands in a line of text ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Run:
    """Plain text."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Text of weight."""

    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Text with stress."""

    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Code:
    """Text to be read sign by sign: an id, a file name."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Text that leads somewhere: `page:…`, `element:…`, `#anchor` or an address outside."""

    target: str
    inlines: Inlines


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line inside a paragraph or a cell."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A small label beside something: its kind, its year."""

    text: str
    tone: Tone = Tone.NEUTRAL


@dataclass(frozen=True, slots=True)
class Status:
    """How it goes, in a word, a sign and a colour that all say the same."""

    word: str
    sign: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in a line, without words, that a link may lead to: a row of a table that stands for an element."""

    name: str


Inline = Run | Strong | Emphasis | Code | Link | LineBreak | Mark | Status | Anchor
Inlines = tuple[Inline, ...]


# ---- blocks: what stands on lines of its own ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. Level 1 is the document's title, which the writers take from the document: blocks begin at 2."""

    level: int
    inlines: Inlines
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    inlines: Inlines


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list without order; each item holds blocks, so lists may stand inside lists."""

    items: tuple[Blocks, ...]


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A list in order."""

    items: tuple[Blocks, ...]
    start: int = 1


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody else's words."""

    blocks: Blocks


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Lines to be read sign by sign."""

    text: str


@dataclass(frozen=True, slots=True)
class Divider:
    """A line between two parts of a text."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """Where paper turns the leaf; a screen shows nothing."""


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a table's column, and the edge that its cells keep to."""

    inlines: Inlines
    align: Align = Align.START


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; a sum row is shown in bold."""

    cells: tuple[Inlines, ...]
    is_sum: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; with `row_headers` the first cell of each row says what the row is about."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    row_headers: bool = True
    note: Inlines = ()

    def __post_init__(self) -> None:
        """A row too long or too short would shift figures to the wrong heading: never let it pass."""
        for row in self.rows:
            if len(row.cells) != len(self.columns):
                message = f"table {self.caption!r}: {len(row.cells)} cells in a row, {len(self.columns)} columns"
                raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing, what it shows in words, and the table behind it if there is one."""

    title: str
    description: str
    svg: str
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """A name and what stands for it."""

    name: str
    inlines: Inlines


@dataclass(frozen=True, slots=True)
class DecisionHeader:
    """Who decided, when, under which number: the box at the head of a decided document."""

    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and values about one thing, without a box: who is responsible, in which unit it is measured."""

    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """Where the table of contents stands: headings from level 2 down to `depth`."""

    depth: int = 3


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader must not miss: that this is a draft, that something is at fault."""

    tone: Tone
    title: str
    blocks: Blocks = ()


@dataclass(frozen=True, slots=True)
class ThreadNode:
    """An element in the red thread: its kind, its title (often a link), what stands below it, and if we stand on it."""

    kind: str
    inlines: Inlines
    children: tuple[ThreadNode, ...] = ()
    is_here: bool = False


@dataclass(frozen=True, slots=True)
class Thread:
    """The red thread as a nested list."""

    nodes: tuple[ThreadNode, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A way on from a start page: a title that leads somewhere, and a few words."""

    title: str
    target: str
    inlines: Inlines = ()
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards side by side."""

    cards: tuple[Card, ...]


Block = (
    Heading | Paragraph | BulletList | NumberedList | Quote | CodeBlock | Divider | PageBreak | Table | Figure
    | DecisionHeader | Facts | Contents | Notice | Thread | Cards
)  # fmt: skip
Blocks = tuple[Block, ...]


# ---- the document --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file says about itself: whose it is, its reference number, in a sentence, and when it was decided."""

    author: str = ""
    reference: str = ""
    description: str = ""
    dated: date | None = None
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. The writers write the title, before the blocks; the label says what kind of thing it is."""

    title: str
    language: Language
    blocks: Blocks
    label: str = ""
    metadata: Metadata = field(default_factory=Metadata)


def line(*parts: str | Inline) -> Inlines:
    """Inlines from plain words and inlines in the order given."""
    return tuple(Run(part) if isinstance(part, str) else part for part in parts)


def words(inlines: Inlines) -> str:
    """The text alone, as it would be read aloud."""
    return "".join(_word(inline) for inline in inlines)


def _word(inline: Inline) -> str:
    match inline:
        case Run(text) | Code(text) | Mark(text):
            return text
        case Strong(inlines) | Emphasis(inlines) | Link(_, inlines):
            return words(inlines)
        case LineBreak():
            return " "
        case Anchor():
            return ""
        case Status(word, _, _):
            return word
        case Anchor():
            return ""


def anchored(document: Document) -> Document:
    """The same document, where every heading has an anchor of its own that holds from build to build."""
    given = {block.anchor for block in document.blocks if isinstance(block, Heading)}
    used: set[str] = set()
    blocks = tuple(
        replace(block, anchor=_anchor(block, given, used)) if isinstance(block, Heading) else block
        for block in document.blocks
    )
    return replace(document, blocks=blocks)


def _anchor(heading: Heading, given: set[str], used: set[str]) -> str:
    stem = heading.anchor or slug(words(heading.inlines))
    anchor, count = stem, 1
    while anchor in used or (anchor in given and anchor != heading.anchor):
        count += 1
        anchor = f"{stem}-{count}"
    used.add(anchor)
    return anchor


def slug(text: str) -> str:
    """Words as an anchor: lower case, letters and digits of any language, hyphens between."""
    kept = "".join(sign if sign.isalnum() else " " for sign in text.lower())
    return "-".join(kept.split()) or "del"


def outline(document: Document, depth: int) -> Iterator[Heading]:
    """The headings that a table of contents shows."""
    return (block for block in document.blocks if isinstance(block, Heading) and block.level <= depth)
