"""A document and its dress in, the heads and feet of the leaves out: title, number, logo, address, ”5 (97)”."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from textwrap import shorten

from styrc.blocks import Document, Tone
from styrc.dress import Dress
from styrc.render.labels import DRAFT
from styrc.render.word.figures import write_picture
from styrc.render.word.inlines import Look
from styrc.render.word.markup import NOTHING, Xml, field, joined, paragraph, tag
from styrc.render.word.names import LOGO, REGISTERED, TONES
from styrc.render.word.parts import Node, children
from styrc.render.word.pictures import Picture
from styrc.render.word.sheets import Paper
from styrc.render.word.tools import Tools

_LONGEST_TITLE = 75  # signs of a title at the head of a leaf, so that it keeps to one line
_LOGO_ROOM = (90.0, 22.0)  # points: no wider, no higher
_BETWEEN = "\u00a0\u00a0"


class Heads:
    """Makes the heads and feet of one file, as parts of their own."""

    def __init__(
        self, part: Node, document: Document, dress: Dress, tools: Tools, logo: Picture | None, *, draft: bool
    ) -> None:
        self._part, self._document, self._dress, self._tools, self._logo = part, document, dress, tools, logo
        self._draft = draft

    def references(self, paper: Paper) -> tuple[Xml, Xml]:
        """The references of upright sections and of lying ones. The first leaf does not say the title twice."""
        made = []
        for room in (paper.room, paper.long_room):
            head = self._reference("header", "default", partial(self._head, room))
            made.append(joined((head, self._reference("footer", "default", partial(self._foot, room)))))
        head = self._reference("header", "first", partial(self._first_head, paper.room))
        foot = self._reference("footer", "first", partial(self._first_foot, paper.room))
        return joined((made[0], head, foot)), made[1]

    def _head(self, room: int, part: Node) -> Xml:
        """The logo and the title to the left, the registration number to the right, and the municipality's line."""
        left = [*self._small_logo(part), *self._stamp(), self._said(_shortened(self._document.title))]
        head, line = self._line("Header", room, left, [self._number()]), self._dress.header
        return joined((head, self._line("Header", room, [self._said(line)], []))) if line else head

    def _first_head(self, room: int, _: Node) -> Xml:
        name = self._dress.name or self._document.metadata.author
        return self._line("Header", room, [*self._stamp(), self._said(name)], [self._number()])

    def _small_logo(self, part: Node) -> list[Xml]:
        if self._logo is None:
            return []
        shown = write_picture(
            self._logo, self._tools.register, _LOGO_ROOM, logo_words(self._dress, self._tools), part=part
        )
        return [shown, self._said(_BETWEEN)]

    def _foot(self, room: int, _: Node) -> Xml:
        """The municipality's line to the left, the number of the leaf and of all leaves to the right."""
        said = self._tools.inlines.run
        pages = [field("PAGE", said("1")), said(" ("), field("NUMPAGES", said("1")), said(")")]
        return self._line("Footer", room, [self._said(self._dress.footer)], pages)

    def _first_foot(self, room: int, part: Node) -> Xml:
        """As the others, and the lines of address above."""
        address = " · ".join(self._dress.address)
        foot = self._foot(room, part)
        return joined((self._line("Footer", room, [self._said(address)], []), foot)) if address else foot

    def _stamp(self) -> list[Xml]:
        if not self._draft:
            return []
        look = Look(bold=True, colour=TONES[Tone.BAD][0])
        word = DRAFT.speak(self._tools.language).upper()
        return [self._tools.inlines.run(word, look), self._said(_BETWEEN)]

    def _number(self) -> Xml:
        number = self._document.metadata.reference
        return self._said(REGISTERED.speak(self._tools.language, {"number": number})) if number else NOTHING

    def _said(self, words: str) -> Xml:
        return self._tools.inlines.run(words)

    def _line(self, style: str, room: int, left: list[Xml], right: list[Xml]) -> Xml:
        """A line with something at each edge."""
        between = tag("r", tag("tab")) if any(right) else NOTHING
        stops = [tag("tab", val="clear", pos=stop) for stop in self._tools.styles.tabs_of(style) if stop != str(room)]
        stops.append(tag("tab", val="right", pos=room))
        inside = joined((*left, between, *right))
        return paragraph(self._tools.styles[style], inside, {"tabs": tag("tabs", *stops)})

    def _reference(self, kind: str, leaves: str, write: Callable[[Node], Xml]) -> Xml:
        part, relation = self._part.add_header_part() if kind == "header" else self._part.add_footer_part()
        part.element[:] = children(write(part))
        return Xml(f'<w:{kind}Reference w:type="{leaves}" r:id="{relation}"/>')


def logo_words(dress: Dress, tools: Tools) -> str:
    """What the logo shows, for those who do not see it."""
    given = dress.logo.alt if dress.logo else ""
    return given or " ".join(filter(None, (LOGO.speak(tools.language), dress.name)))


def _shortened(title: str) -> str:
    """The title on one line, cut between words."""
    return shorten(title, _LONGEST_TITLE, placeholder=" …") if len(title) > _LONGEST_TITLE else title
