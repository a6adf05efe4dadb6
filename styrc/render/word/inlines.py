"""Inlines in, runs out: words with their weight, marks and statuses in sign, word and colour, links and places."""

from __future__ import annotations

from dataclasses import dataclass, replace
from unicodedata import bidirectional

from styrc.blocks import (
    Anchor,
    Code,
    Emphasis,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Mark,
    Run,
    Status,
    Strong,
)
from styrc.render.word.markup import NOTHING, Xml, joined, tag, text
from styrc.render.word.names import TONES
from styrc.render.word.register import Register
from styrc.render.word.styles import Styles

_NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class Look:
    """How words look: the name of one of our styles, weight, stress, colour of words and of what is behind them."""

    style: str = ""
    bold: bool = False
    italic: bool = False
    colour: str = ""
    shade: str = ""


PLAIN = Look()


class InlineWriter:
    """Writes the lines of one document."""

    def __init__(self, styles: Styles, register: Register) -> None:
        self._styles, self._register = styles, register

    def line(self, inlines: Inlines, look: Look = PLAIN) -> Xml:
        """Inlines one after the other."""
        return joined(self._inline(inline, look) for inline in inlines)

    def _inline(self, inline: Inline, look: Look) -> Xml:  # noqa: C901, PLR0911 - one line for each kind of inline
        match inline:
            case Run(words):
                return self.run(words, look)
            case Strong(inlines):
                return self.line(inlines, replace(look, bold=True))
            case Emphasis(inlines):
                return self.line(inlines, replace(look, italic=True))
            case Code(words):
                return self.run(words, replace(look, style="Code"))
            case Link(target, inlines):
                return self._link(target, inlines, look)
            case LineBreak():
                return tag("r", tag("br"))
            case Mark(words, tone):
                colour, shade = TONES[tone]
                return self.run(words, replace(look, style="Mark", colour=colour, shade=shade))
            case Status(word, sign, tone):
                before = self.run(f"{sign}{_NO_BREAK}", replace(look, colour=TONES[tone][0])) if sign else NOTHING
                return joined((before, self.run(word, look)))
            case Anchor(name):
                return self._register.bookmark(name)
        raise TypeError(inline)

    def _link(self, target: str, inlines: Inlines, look: Look) -> Xml:
        """A link that leads nowhere from here has the look of the words around it; none stands inside another."""
        start = self._register.link(target)
        if start is None:
            return self.line(inlines, look)
        inside = self.line(_unlinked(inlines), replace(look, style="Hyperlink"))
        return joined((start, inside, Xml("</w:hyperlink>"))) if inside else NOTHING

    def run(self, words: str, look: Look = PLAIN) -> Xml:
        """Words that look alike."""
        return tag("r", self._properties(words, look), text(words)) if words else NOTHING

    def _properties(self, words: str, look: Look) -> Xml:
        parts = [
            tag("rStyle", val=self._styles[look.style]) if look.style else NOTHING,
            tag("b") + tag("bCs") if look.bold else NOTHING,
            tag("i") + tag("iCs") if look.italic else NOTHING,
            tag("color", val=look.colour) if look.colour else NOTHING,
            tag("shd", val="clear", color="auto", fill=look.shade) if look.shade else NOTHING,
            tag("rtl") if _is_right_to_left(words) else NOTHING,
        ]
        inside = joined(Xml(part) for part in parts)
        return tag("rPr", inside) if inside else NOTHING


def _unlinked(inlines: Inlines) -> Inlines:
    return tuple(
        part for inline in inlines for part in (_unlinked(inline.inlines) if isinstance(inline, Link) else (inline,))
    )


def _is_right_to_left(words: str) -> bool:
    """Whether the first letter of the words belongs to a script that is read from the right."""
    if words.isascii():
        return False
    first = next((kind for kind in map(bidirectional, words) if kind in {"L", "R", "AL"}), "L")
    return first != "L"
