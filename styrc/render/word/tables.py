"""A table in, Word's table out: a caption with a number, a head that every leaf repeats, rows that are kept whole."""

from __future__ import annotations

from collections.abc import Sequence

from styrc.blocks import Align, Inlines, Row, Table, words
from styrc.render.word.grid import cut, widths
from styrc.render.word.inlines import PLAIN, Look
from styrc.render.word.markup import NOTHING, Properties, Xml, field, joined, paragraph, switched_on, tag
from styrc.render.word.names import COLUMNS, PART, TABLE
from styrc.render.word.tools import Place, Tools
from styrc.text import Text

_EDGES = {Align.CENTRE: "center", Align.END: "right"}
_FEW = 10  # rows that are kept together on one leaf


def write_table(table: Table, tools: Tools, place: Place) -> Xml:
    """The table, in parts where it is wider than a leaf; its caption before and its note after it."""
    parts = cut(table, place.width) if table.columns else []
    made = []
    for number, part in enumerate(parts, 1):
        which = PART.speak(tools.language, {"part": number, "count": len(parts)}) if len(parts) > 1 else ""
        if table.caption:
            title = f"{table.caption} ({which})" if which else table.caption
            made.append(write_caption(TABLE, title, tools, is_again=number > 1))
        made.append(_grid(part, tools, place))
        if number < len(parts) or not table.note:
            made.append(paragraph(tools.styles["TableEnd"], NOTHING))
    if table.note:
        made.append(paragraph(tools.styles["TableNote"], tools.inlines.line(table.note)))
    return joined(made)


def write_caption(
    kind: Text, title: str, tools: Tools, properties: Properties | None = None, *, is_again: bool = False
) -> Xml:
    """A caption with a number that Word keeps in order; `is_again` gives the number before, for more of the same."""
    word = kind.speak(tools.language)
    number = tools.register.last(word) if is_again else tools.register.next(word)
    code = rf"SEQ {word} \c \* ARABIC" if is_again else rf"SEQ {word} \* ARABIC"
    said = tools.inlines.run
    inside = joined((said(f"{word} "), field(code, said(str(number))), said(f": {title}")))
    return paragraph(tools.styles["Caption"], inside, properties)


def _grid(table: Table, tools: Tools, place: Place) -> Xml:
    wide = widths(table, place.width)
    head = _row(tuple(column.inlines for column in table.columns), "TableHead", table, tools, wide)
    rows = [
        _row(row.cells, _style(row), table, tools, wide, is_kept=len(table.rows) <= _FEW and row is not table.rows[-1])
        for row in table.rows
    ]
    columns = tag("tblGrid", *(tag("gridCol", w=one) for one in wide))
    return tag("tbl", _about(table, tools, sum(wide)), columns, head, *rows)


def _about(table: Table, tools: Tools, width: int) -> Xml:
    """What Word knows of the table; a screen reader says the caption and the columns."""
    names = ", ".join(name for column in table.columns if (name := words(column.inlines)))
    look = {"firstRow": 1, "lastRow": 0, "firstColumn": int(table.row_headers), "lastColumn": 0}
    return tag(
        "tblPr",
        tag("tblStyle", val=tools.styles["PlanTable"]),
        tag("tblW", w=width, type="dxa"),
        tag("tblLayout", type="fixed"),
        tag("tblLook", val="06A0" if table.row_headers else "0620", **look, noHBand=1, noVBand=1),
        tag("tblCaption", val=table.caption or TABLE.speak(tools.language)),
        tag("tblDescription", val=COLUMNS.speak(tools.language, {"names": names})) if names else NOTHING,
    )


def _style(row: Row) -> str:
    return "TableSum" if row.is_sum else "TableText"


def _row(
    cells: tuple[Inlines, ...], style: str, table: Table, tools: Tools, wide: Sequence[int], *, is_kept: bool = False
) -> Xml:
    is_head, is_sum = style == "TableHead", style == "TableSum"
    made = []
    for inlines, column, width in zip(cells, table.columns, wide, strict=True):
        edge = {"jc": tag("jc", val=_EDGES[column.align])} if column.align in _EDGES else {}
        own = {**edge, **(switched_on("keepNext") if is_kept else {})}
        inside = tools.inlines.line(inlines, Look(bold=True) if is_head or is_sum else PLAIN)
        line = tag("tcBorders", tag("top", val="single", sz=8, space=0, color="6B7680")) if is_sum else NOTHING
        about = tag("tcPr", tag("tcW", w=width, type="dxa"), line)
        made.append(tag("tc", about, paragraph(tools.styles[style], inside, own)))
    kept = tag("trPr", tag("cantSplit"), tag("tblHeader") if is_head else NOTHING)
    return tag("tr", kept, *made)
