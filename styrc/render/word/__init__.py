"""A document and a dress in, a Word file out: real styles, filled contents, tables and pictures with words."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import nullcontext

from styrc.blocks import Contents, Document, Notice, PageBreak, anchored
from styrc.dress import Dress
from styrc.render.labels import DRAFT
from styrc.render.word.body import Body
from styrc.render.word.figures import write_picture
from styrc.render.word.file import WordFile, WordTemplateError, reading_template
from styrc.render.word.heads import Heads, logo_words
from styrc.render.word.inlines import InlineWriter
from styrc.render.word.markup import NOTHING, Xml, joined, paragraph
from styrc.render.word.numbering import Numbering
from styrc.render.word.pictures import Picture, drawn, figures, photograph
from styrc.render.word.register import Register, Resolve
from styrc.render.word.sheets import Paper, Sheets, lying, paper_of
from styrc.render.word.styles import Styles
from styrc.render.word.tools import Place, Tools

__all__ = ["Resolve", "WordTemplateError", "word"]

_LOGO_ROOM = (170.0, 60.0)  # points, on the first leaf
_SHORT, _ONE_LEAF = 9, 26  # entries of a contents: with the text on one leaf; with the title on one leaf


def word(
    document: Document,
    dress: Dress,
    resolve: Resolve,
    *,
    draft: bool = False,
    pages: Mapping[str, int] | None = None,
) -> bytes:
    """The document as the bytes of a Word file (.docx), the same for the same values.

    `resolve` gives the address of a logical target; `pages` the page of each heading by its anchor, without which
    the table of contents has no numbers until Word works them out. Raises WordTemplateError where the dress has a
    Word template that cannot be read; of a template come styles, list marks, fonts, paper and margins.
    """
    given = anchored(document)
    file = WordFile(dress.word_template)
    with nullcontext() if file.is_own else reading_template():
        numbering = Numbering(file.root("numbering"), is_own=file.is_own)
        styles = Styles(file.root("styles"), numbering, dress, given.language, is_own=file.is_own)
        file.set_up(given)
    register = Register(file.part, resolve)
    pictures, logo = _pictures(given, dress)
    tools = Tools(given.language, styles, numbering, register, InlineWriter(styles, register), pictures)
    paper = paper_of(file.section)
    heads = Heads(file.part, given, dress, tools, logo, draft=draft).references(paper)
    sheets = Sheets(file.body, paper, heads)
    sheets.place(_title(given, dress, tools, logo, draft=draft))
    _fill(sheets, given, Body(given, tools, pages or {}), tools, paper)
    sheets.close()
    register.drop_dead_links(file.body, styles["Hyperlink"])
    return file.bytes()


def _pictures(document: Document, dress: Dress) -> tuple[dict[str, Picture], Picture | None]:
    """All drawings of the document, and the logo, which may be a drawing too."""
    logo = dress.logo
    is_drawing = logo is not None and logo.name.lower().endswith(".svg")
    svg = logo.data.decode("utf-8", "replace") if logo and is_drawing else ""
    made = drawn([*(figure.svg for figure in figures(document.blocks)), *([svg] if svg else [])])
    return made, made.get(svg) if is_drawing or logo is None else photograph(logo.data)


def _title(document: Document, dress: Dress, tools: Tools, logo: Picture | None, *, draft: bool) -> Xml:
    """The logo, that it is a draft, what kind of document it is, and the title."""
    said, styles = tools.inlines.run, tools.styles
    parts = []
    if logo is not None:
        shown = write_picture(logo, tools.register, _LOGO_ROOM, logo_words(dress, tools))
        parts.append(paragraph(styles["Drawing"], shown))
    stamp = DRAFT.speak(document.language)
    if draft and not any(isinstance(block, Notice) and block.title == stamp for block in document.blocks):
        parts.append(paragraph(styles["Draft"], said(stamp)))
    if document.label:
        parts.append(paragraph(styles["Subtitle"], said(document.label)))
    parts.append(paragraph(styles["Title"], said(document.title)) if document.title else NOTHING)
    return joined(parts)


def _fill(sheets: Sheets, document: Document, body: Body, tools: Tools, paper: Paper) -> None:
    """Place every block on a leaf that it fits; a long table of contents is followed, or preceded, by a new leaf."""
    wide = lying(document.blocks, tools, paper.room)
    for number, (block, lies) in enumerate(zip(document.blocks, wide, strict=True)):
        entries = len(body.listed(block.depth)) if isinstance(block, Contents) else 0
        if isinstance(block, PageBreak) or entries > _ONE_LEAF:
            sheets.turn()
        sheets.place(body.block(number, Place(paper.long_room if lies else paper.room)), lies=lies)
        if entries > _SHORT:
            sheets.turn()
