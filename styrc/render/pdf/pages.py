"""A document in, the whole Typst source out: cover, contents, and the text on pages that stand up or lie down."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from styrc.blocks import (
    Block,
    Contents,
    DecisionHeader,
    Divider,
    Document,
    Facts,
    Heading,
    Notice,
    Paragraph,
    outline,
    words,
)
from styrc.dress import Dress
from styrc.render import labels
from styrc.render.pdf.blocks import Piece, TypstBlocks
from styrc.render.pdf.font import font
from styrc.render.pdf.inlines import Lines, Resolve
from styrc.render.pdf.tables import PORTRAIT
from styrc.render.pdf.words import pieces, plain, string
from styrc.render.walk import anchors

_ON_COVER = Notice | DecisionHeader | Facts | Paragraph | Divider
_FEWEST = 4
"""Entries: a shorter table of contents is left out, and the text begins on the first page."""
_FEW = 12
"""Entries: a table of contents this short stands on the first page."""
_ONE_PAGE = 38
"""Entries: a table of contents this short is kept on one page."""
_INTRODUCTION = 3
"""Blocks: so many between a heading and a table that lies down go with it to its page."""
_TITLE_SIZES = ((60, 28), (120, 22), (220, 17))
_TITLE_LEAST = 13
_NEARLY, _SLACK = 0.75, 0.98
"""A title on one line may be this much smaller; what is measured is a little less than what is set."""
_RUNNING_TITLE = 90
"""Signs: what the head of a page shows of a title."""
_REGIONS = {"sv": '"SE"', "en": "none"}


@dataclass(frozen=True, slots=True)
class Source:
    """What Typst is given: its source, line by line, the files it names, and where in the document each line stands."""

    lines: tuple[str, ...]
    files: Mapping[str, bytes]
    places: Mapping[int, tuple[str, ...]]
    headings: tuple[str, ...]
    row_headers: tuple[tuple[bool, ...], ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for, beside the document itself."""

    dress: Dress
    resolve: Resolve
    draft: bool
    undated: date
    attached: Mapping[str, bytes]


def source(document: Document, order: Order) -> Source:
    """The document as Typst source."""
    return _Pages(document, order).source()


class _Pages:
    """Puts the pages of one document together."""

    def __init__(self, document: Document, order: Order) -> None:
        self._document, self._order = document, order
        self._lines = Lines(order.resolve, frozenset(anchors(document.blocks)))
        self._blocks = TypstBlocks(self._lines, document.language)
        self._source: list[str] = []
        self._places: dict[int, tuple[str, ...]] = {}
        self._path: list[tuple[int, str]] = []
        self._files: dict[str, bytes] = {}

    def source(self) -> Source:
        front, contents, rest = _divided(self._document.blocks)
        if contents is not None and self._entries(contents) < _FEWEST:
            front, contents, rest = (*front, *rest), None, ()
        self._put('#import "lib.typ": *')
        self._put(self._page_rule(has_cover=contents is not None))
        self._attach()
        self._front(front, contents)
        self._text(rest)
        drawings = {f"drawings/{number}.svg": svg.encode() for number, svg in enumerate(self._blocks.drawings, 1)}
        return Source(
            tuple(self._source),
            {**self._files, **drawings},
            self._places,
            tuple(self._blocks.headings),
            tuple(self._blocks.row_headers),
            self._lines.words.missing,
        )

    def _put(self, line: str) -> None:
        self._source.append(line)
        self._places[len(self._source)] = tuple(title for _, title in self._path)

    # ---- the document and its first pages ------------------------------------------------------------------------

    def _page_rule(self, *, has_cover: bool) -> str:
        document, dress, data = self._document, self._order.dress, self._document.metadata
        day = data.dated or self._order.undated
        author = dress.name or data.author
        keywords = [*data.keywords, *filter(None, (data.reference, document.label))]
        title = plain(document.title)
        running = title if len(title) <= _RUNNING_TITLE else title[: _RUNNING_TITLE - 1].rstrip() + "…"
        right = " · ".join(filter(None, (dress.header, data.reference)))
        draft = labels.DRAFT.speak(document.language).upper() if self._order.draft else ""
        text = self._lines.text
        return (
            f"#show: document-page.with(title: {string(title or document.label or author or '–')}, "
            f"author: ({string(plain(author))},), "
            f"description: {string(plain(data.description)) if data.description else 'none'}, "
            f"keywords: ({''.join(string(plain(word)) + ', ' for word in keywords)}), "
            f"date: datetime(year: {day.year}, month: {day.month}, day: {day.day}), "
            f"language: {string(document.language)}, region: {_REGIONS[document.language]}, "
            f"has-cover: {str(has_cover).lower()}, header: ({text(running)}, {text(right)}), "
            f"footer: {text(dress.footer)}, draft: {string(draft)})"
        )

    def _attach(self) -> None:
        """The files that the document was made of, for an archive that keeps both."""
        for number, (name, data) in enumerate(sorted(self._order.attached.items()), 1):
            file = f"sources/{number}"
            self._files[file] = data
            self._put(
                f"#pdf.attach({string(name)}, read({string(file)}, encoding: none), "
                f'relationship: "source", mime-type: "application/yaml", description: {string(name)})'
            )

    def _front(self, front: Sequence[Block], contents: Contents | None) -> None:
        on_cover = tuple(takewhile(lambda block: isinstance(block, _ON_COVER), front))
        entries = self._entries(contents) if contents else 0
        is_full = contents is not None and entries > _FEW
        pieces = (piece for block in on_cover for piece in self._blocks.pieces(block, may_turn=False))
        inner = "; ".join(piece.source for piece in pieces)
        self._put(f"#cover({self._cover_words(is_full=is_full, has_contents=contents is not None)}, {{{inner}}})")
        if contents is None:
            self._text(front[len(on_cover) :])
            return
        if is_full or len(front) > len(on_cover):
            self._put("#pagebreak()")
        self._text(front[len(on_cover) :])
        whole = str(entries <= _ONE_PAGE).lower()
        self._put(f"#block(above: 3em, breakable: not {whole}, {self._blocks.block(contents)})")
        if is_full or len(front) == len(on_cover):  # a few entries below a text need no page of their own
            self._put("#pagebreak(weak: true)")

    def _entries(self, contents: Contents) -> int:
        return sum(1 for _ in outline(self._document, contents.depth))

    def _cover_words(self, *, is_full: bool, has_contents: bool) -> str:
        document, dress, text = self._document, self._order.dress, self._lines.text
        gap = 48 if is_full else 16 if has_contents else 6
        size = _title_size(self._lines.words.running(document.title))
        owner = dress.name or document.metadata.author
        address = "".join(text(line) + ", " for line in dress.address)
        return (
            f"label: {text(document.label)}, shown: {text(document.title)}, size: {size}pt, owner: {text(owner)}, "
            f"logo: {self._logo()}, address: ({address}), gap: {gap}mm"
        )

    def _logo(self) -> str:
        logo = self._order.dress.logo
        if logo is None:
            return "none"
        self._files["logo"] = logo.drawing  # Typst takes only text from memory, and so no photograph
        return f'(file: "logo", format: "svg", alt: {string(plain(logo.alt) or self._order.dress.name)})'

    # ---- the text --------------------------------------------------------------------------------------------------

    def _text(self, blocks: Sequence[Block]) -> None:
        pieces = [(block, piece) for block in blocks for piece in self._blocks.pieces(block)]
        lies = _lying(pieces)
        for place, (block, piece) in enumerate(pieces):
            if lies[place] and not (place and lies[place - 1]):
                self._put("#[#set page(flipped: true)")
            self._follow(block)
            self._put(f"#{piece.source}")
            if lies[place] and not (place + 1 < len(lies) and lies[place + 1]):
                self._put("]")

    def _follow(self, block: Block) -> None:
        """Keep the headings that we stand below."""
        if isinstance(block, Heading):
            self._path = [(level, title) for level, title in self._path if level < block.level]
            self._path.append((block.level, words(block.inlines)))


def _title_size(title: str) -> float:
    """Smaller the longer the title is, so small that no word must be broken, and on one line if it nearly is."""
    size: float = next((size for longest, size in _TITLE_SIZES if len(title) <= longest), _TITLE_LEAST)
    bold = font(bold=True)
    widest = max((bold.width(piece, 1) for piece in pieces(title)), default=0)
    if not widest:
        return size
    on_one_line = PORTRAIT / bold.width(title, 1) * _SLACK
    if _NEARLY * size <= on_one_line < size:
        size = on_one_line
    return round(min(size, PORTRAIT / widest * _SLACK), 1)


def _divided(blocks: Sequence[Block]) -> tuple[Sequence[Block], Contents | None, Sequence[Block]]:
    """What stands before the table of contents, the table, and what stands after it."""
    for place, block in enumerate(blocks):
        if isinstance(block, Contents):
            return blocks[:place], block, blocks[place + 1 :]
    return (), None, blocks


def _lying(pieces: Sequence[tuple[Block, Piece]]) -> list[bool]:
    """Which pieces stand on pages that lie down: those that must, and what introduces them."""
    blocks = [block for block, _ in pieces]
    lies = [piece.across for _, piece in pieces]
    for place in [place for place, across in enumerate(lies) if across]:
        for before in _introduction(blocks, place):
            lies[before] = True
    return lies


def _introduction(blocks: Sequence[Block], place: int) -> Iterator[int]:
    """The places of the headings above a block, and of a few short blocks between."""
    start = place
    while start and place - start < _INTRODUCTION and isinstance(blocks[start - 1], Paragraph | Facts):
        start -= 1
    if not (start and isinstance(blocks[start - 1], Heading)):
        start = place
    while start and isinstance(blocks[start - 1], Heading):
        start -= 1
    yield from range(start, place)
