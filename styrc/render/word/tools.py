"""What every part of the Word writer works with: the styles, the register, the pictures; and where it writes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from styrc.blocks import Blocks
from styrc.render.word.inlines import InlineWriter
from styrc.render.word.markup import Properties, Xml, tag
from styrc.render.word.numbering import Numbering
from styrc.render.word.pictures import Picture
from styrc.render.word.register import Register
from styrc.render.word.styles import Styles
from styrc.text import Language


@dataclass(frozen=True, slots=True)
class Tools:
    """The tools for one file."""

    language: Language
    styles: Styles
    numbering: Numbering
    register: Register
    inlines: InlineWriter
    pictures: Mapping[str, Picture]  # by the text of the drawing; what could not be drawn is not there


@dataclass(frozen=True, slots=True)
class Place:
    """Where blocks stand: the room there is, the style of running text, how deep in lists, and what is around them.

    `inset` is how far a frame moves its paragraphs in, beside what their styles do; in twentieths of a point.
    """

    width: int  # in twentieths of a point
    style: str = "BodyText"
    depth: int = 0
    frame: Properties = field(default_factory=dict)
    inset: int = 0

    def around(self, left: int = 0, hanging: int = 0) -> Properties:
        """The frame, for a paragraph whose style has these indents; without a frame the style's own hold."""
        if not self.inset:
            return self.frame
        return {**self.frame, "ind": tag("ind", left=self.inset + left, right=self.inset // 2, hanging=hanging)}


Write = Callable[[Blocks, Place], Xml]
"""Writes the blocks that stand inside others."""
