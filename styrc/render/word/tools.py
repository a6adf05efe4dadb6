"""What every part of the Word writer works with: the styles, the register, the pictures; and where it writes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from styrc.blocks import Blocks
from styrc.render.word.inlines import InlineWriter
from styrc.render.word.markup import Properties, Xml
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
    """Where blocks stand: the room there is, the style of running text, how deep in lists, and what is around them."""

    width: int  # in twentieths of a point
    style: str = "BodyText"
    depth: int = 0
    frame: Properties = field(default_factory=dict)


Write = Callable[[Blocks, Place], Xml]
"""Writes the blocks that stand inside others."""
