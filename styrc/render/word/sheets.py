"""Blocks and their trees in, the leaves of a Word file out: upright and lying, each with its head, foot and number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from styrc.blocks import Block, Figure, Heading, Table
from styrc.render.word.figures import wants_width
from styrc.render.word.grid import is_too_wide
from styrc.render.word.markup import NOTHING, Xml, tag
from styrc.render.word.parts import Node, children, w
from styrc.render.word.tools import Tools

_FEW = 3  # blocks between two wide ones that are not worth turning the paper for
_LEAST = 4000  # twentieths of a point: a template with less room than this between its margins is not believed
_BEFORE_BREAK = ("pStyle", "keepNext", "keepLines")


@dataclass(frozen=True, slots=True)
class Paper:
    """An upright leaf and its margins, in twentieths of a point."""

    width: int = 11906
    height: int = 16838
    top: int = 1531
    right: int = 1417
    bottom: int = 1418
    left: int = 1417
    header: int = 680
    footer: int = 624

    @property
    def room(self) -> int:
        """Between the margins of an upright leaf."""
        return self.width - self.left - self.right

    @property
    def long_room(self) -> int:
        """Between the margins of a lying leaf."""
        return self.height - self.left - self.right


def paper_of(section: Node) -> Paper:
    """The paper of a template, by the properties of its last section; our own where it makes no sense."""
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    if size is None or margins is None:
        return Paper()
    try:
        sides = sorted(int(size.get(w(name))) for name in ("w", "h"))
        edges = [int(margins.get(w(name))) for name in ("top", "right", "bottom", "left", "header", "footer")]
    except (TypeError, ValueError):
        return Paper()
    found = Paper(*sides, *(abs(edge) for edge in edges))
    return found if found.room >= _LEAST and found.height - found.top - found.bottom >= _LEAST else Paper()


def lying(blocks: Sequence[Block], tools: Tools, room: int) -> list[bool]:
    """Which blocks want a lying leaf: wide tables and drawings, the headings over them, a few lines between two."""
    wide = [_is_wide(block, tools, room) for block in blocks]
    for place in range(len(blocks) - 1, 0, -1):
        if wide[place] and isinstance(blocks[place - 1], Heading):
            wide[place - 1] = True
    last = None
    for place, is_wide in enumerate(wide.copy()):
        if is_wide:
            if last is not None and place - last - 1 <= _FEW:
                wide[last:place] = [True] * (place - last)
            last = place
    return wide


def _is_wide(block: Block, tools: Tools, room: int) -> bool:
    match block:
        case Table():
            return is_too_wide(block, room)
        case Figure(svg=svg, table=table):
            return wants_width(tools.pictures.get(svg), room) or (table is not None and is_too_wide(table, room))
        case _:
            return False


class Sheets:
    """Collects what is written, leaf after leaf. `upright` and `lying` are the references to heads and feet."""

    def __init__(self, body: Node, paper: Paper, heads: tuple[Xml, Xml]) -> None:
        self._body, self._paper, self._heads = body, paper, heads
        self._lies = False
        self._turns = False
        self._begun = False

    def place(self, markup: Xml, *, lies: bool = False) -> None:
        """Place markup on an upright leaf or a lying one."""
        nodes = children(markup) if markup else []
        if not nodes:
            return
        if lies != self._lies:
            self._end_section()
            self._lies, self._turns = lies, False
        if self._turns:
            _turn_before(nodes)
            self._turns = False
        self._body.extend(nodes)

    def turn(self) -> None:
        """Turn the leaf before what comes next."""
        self._turns = len(self._body) > 0

    def close(self) -> None:
        """End the last section; a file that ends with anything but a paragraph cannot be written on."""
        if not len(self._body) or self._body[-1].tag != w("p"):
            self._body.extend(children(tag("p")))
        self._body.extend(children(self._section()))

    def _end_section(self) -> None:
        if not len(self._body):
            return
        if self._body[-1].tag != w("p"):
            self._body.extend(children(tag("p", tag("pPr"))))
        (properties,) = self._body[-1].iterchildren(w("pPr"))
        properties.extend(children(self._section()))

    def _section(self) -> Xml:
        paper, is_first = self._paper, not self._begun
        self._begun = True
        sides = (paper.height, paper.width) if self._lies else (paper.width, paper.height)
        orient = {"orient": "landscape"} if self._lies else {}
        edges = {name: getattr(paper, name) for name in ("top", "right", "bottom", "left", "header", "footer")}
        return tag(
            "sectPr",
            self._heads[self._lies],
            tag("pgSz", w=sides[0], h=sides[1], **orient),
            tag("pgMar", **edges, gutter=0),
            tag("cols", space=708),
            tag("titlePg") if is_first else NOTHING,
        )


def _turn_before(nodes: Sequence[Node]) -> None:
    """Let the first paragraph begin a new leaf."""
    first = next(one for node in nodes for one in node.iter(w("pPr")))
    before = [one for one in first if one.tag in {w(name) for name in _BEFORE_BREAK}]
    first[len(before) : len(before)] = children(tag("pageBreakBefore"))
