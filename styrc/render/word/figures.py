"""A figure in, a picture with its words out: what it shows for those who do not see it, its caption, its table."""

from __future__ import annotations

from styrc.blocks import Figure
from styrc.render.word.grid import turned
from styrc.render.word.markup import NOTHING, Xml, joined, one_line, paragraph, switched_on, tag
from styrc.render.word.names import FIGURE
from styrc.render.word.parts import Node, filled
from styrc.render.word.pictures import Picture
from styrc.render.word.register import Register
from styrc.render.word.tables import write_caption, write_table
from styrc.render.word.tools import Place, Tools

_EMU = 12700  # Word's measure of pictures, for each point
_TWENTIETHS = 20
_HIGHEST = 520.0  # in points, so that the caption has room on the same leaf
_SCALE = 0.72  # of a drawing made for the screen: its words are then as large as in print
_SMALL_PRINT = 0.55  # a drawing made smaller than this is hard to read


def write_figure(figure: Figure, tools: Tools, place: Place) -> Xml:
    """The picture, its caption and the table behind it. What could not be drawn is said in words instead."""
    picture = tools.pictures.get(figure.svg)
    said = figure.description or figure.title
    if picture is None:
        shown = paragraph(tools.styles["BodyText"], tools.inlines.run(said), switched_on("keepNext"))
    else:
        inside = write_picture(
            picture, tools.register, (place.width / _TWENTIETHS, _HIGHEST), said, figure.title, largest=_SCALE
        )
        shown = paragraph(tools.styles["Drawing"], inside)
    loose = {"keepNext": tag("keepNext", val=0)}
    caption = write_caption(FIGURE, figure.title, tools, loose)
    behind = write_table(turned(figure.table, place.width), tools, place) if figure.table else NOTHING
    return joined((shown, caption, behind))


def wants_width(picture: Picture | None, width: int) -> bool:
    """Whether a drawing would become too small to read on an upright leaf."""
    return picture is not None and width / _TWENTIETHS < picture.width * _SMALL_PRINT


def write_picture(
    picture: Picture,
    register: Register,
    room: tuple[float, float],
    alt: str,
    title: str = "",
    part: Node | None = None,
    largest: float = 1.0,
) -> Xml:
    """A picture in a line of text, no larger than the room (points), with what it shows in words.

    `part` is the part of the file it stands in, where that is not the document itself.
    """
    scale = min(largest, room[0] / picture.width, room[1] / picture.height)
    number = register.next("picture")
    markup = filled(
        "picture",
        number=number,
        name=f"{'Drawing' if picture.svg else 'Picture'} {number}",
        alt=one_line(alt),
        title=one_line(title),
        width=round(picture.width * scale * _EMU),
        height=round(picture.height * scale * _EMU),
        image=register.picture(picture.data, picture.ending, part),
        drawing=register.picture(picture.svg, "svg", part) if picture.svg else "",
    )
    return Xml(markup)
