"""A Word file taken apart, what would be at fault with one, and documents to make some of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
from docx.oxml import parse_xml

from styrc.blocks import (
    Align,
    Anchor,
    Block,
    BulletList,
    Card,
    Cards,
    Code,
    CodeBlock,
    Column,
    Contents,
    DecisionHeader,
    Divider,
    Document,
    Emphasis,
    Facts,
    Figure,
    Heading,
    LineBreak,
    Link,
    Mark,
    Metadata,
    Notice,
    NumberedList,
    PageBreak,
    Pair,
    Paragraph,
    Quote,
    Row,
    Run,
    Status,
    Strong,
    Table,
    Thread,
    ThreadNode,
    Tone,
    line,
)
from styrc.dress import PLAIN, Dress
from styrc.render.svg import Bar, BarChart, figure
from styrc.render.word import word

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NAMESPACE}}}"
DOC_PROPERTIES = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
ROOT = Path(__file__).parent.parent
ADDRESSES = {
    "element:here": "#mål",
    "element:nowhere": "#finns-inte",
    "element:there": "../2026/plan.docx#a-b",
    "page:start": "../index.html",
}
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path fill="#00527a" d="M0 0h40v20H0z"/></svg>'
ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps color spacing kern sz szCs highlight u effect bdr shd rtl cs lang",
}
"""The order in which the standard wants the properties of paragraphs, tables and runs."""


class Read:
    """A Word file taken apart."""

    def __init__(self, data: bytes) -> None:
        with ZipFile(BytesIO(data)) as file:
            self.parts = {name: file.read(name) for name in file.namelist()}
            self.days = {entry.date_time for entry in file.infolist()}
        self.document = docx.Document(BytesIO(data))
        self.body = self.document.element.body

    def all(self, name: str) -> list[Any]:
        """Every element of that name in the text."""
        return list(self.body.iter(W + name))

    def text(self, node: Any) -> str:  # noqa: ANN401 - a node has no type
        """The words in an element."""
        return "".join(one.text or "" for one in node.iter(W + "t"))

    def styled(self, prefix: str) -> list[tuple[str, str]]:
        """The id of the style and the words of all paragraphs whose style begins like that."""
        found = [(one.style or "", self.text(one)) for one in self.all("p")]
        return [(style, said) for style, said in found if style.startswith(prefix)]

    def fields(self) -> list[str]:
        """What the fields ask Word for."""
        return [one.text.strip() for one in self.all("instrText")]

    def relations(self) -> dict[str, str]:
        """What the text leads to outside itself, by the name it has there."""
        return {key: one.target_ref for key, one in self.document.part.rels.items()}


def written(*blocks: Block, dress: Dress = PLAIN, draft: bool = False, title: str = "Kommunplan") -> Read:
    return Read(word(Document(title, "sv", blocks), dress, ADDRESSES.get, draft=draft))


def chart() -> Figure:
    return figure(BarChart("Betyg", "Tre skolor.", "poäng", (Bar("Åsen", Decimal(3)), Bar("Norra", Decimal(5)))), "sv")


def budget() -> Table:
    columns = (Column(line("Nämnd")), Column(line("2026"), Align.END), Column(line("2027"), Align.END))
    rows = (
        Row(((Anchor("rad"), Run("KS")), line("1 000"), line("2 000"))),
        Row((line("Summa"), line("1 000"), line("2 000")), is_sum=True),
    )
    return Table("Driftbudget, tkr", columns, rows, note=line("Avrundat."))


def rich() -> Document:
    inlines = (
        Run("Text "), Strong(line("tung")), Emphasis(line("lutad")), Code("ks-1"), Mark("mål"), LineBreak(),
        Link("https://example.org/å?a=b&c", line("ute")), Link("element:here", line("inne")),
        Status("på väg", "▲", Tone.CAUTION),
    )  # fmt: skip
    blocks: tuple[Block, ...] = (
        DecisionHeader((Pair("Diarienummer", line("KS 1")), Pair("Datum", line("8 december 2025")))),
        Contents(),
        Heading(2, line("Mål & medel"), "mål"),
        Paragraph(inlines),
        Facts((Pair("Ansvarig", line("KS")),)),
        Heading(3, line("Ett mål"), "ett-mål"),
        BulletList(((Paragraph(line("ett")), NumberedList(((Paragraph(line("inre")),),))), (Paragraph(line("två")),))),
        NumberedList(((Paragraph(line("första")), Paragraph(line("mer"))), (Paragraph(line("andra")),)), start=3),
        NumberedList(((Paragraph(line("på nytt")),),)),
        Quote((Paragraph(line("Ord")),)),
        CodeBlock("mål:\n  - ett"),
        Divider(),
        Notice(Tone.BAD, "Fel", (Paragraph(line("Rätta.")),)),
        Thread((ThreadNode("mål", line("Trygg"), (ThreadNode("", line("Plan"), is_here=True),)),)),
        Cards((Card("Start", "page:start", line("Hit"), Mark("ny")),)),
        PageBreak(),
        Heading(2, line("Ekonomi"), "ekonomi"),
        budget(),
        chart(),
    )
    about = Metadata("Testköping", "KS 2025/1", "En plan.", date(2025, 12, 8), ("mål",))
    return Document("Kommunplan 2026", "sv", blocks, "Kommunplan", about)


def sizes(blocks: tuple[Block, ...]) -> tuple[int, int]:
    """How many tables and pictures the blocks ask for."""
    figures = [block for block in blocks if isinstance(block, Figure)]
    tables = sum(isinstance(block, Table) for block in blocks) + sum(one.table is not None for one in figures)
    return tables, len(figures)


def faults(read: Read) -> Iterator[str]:
    """What would make a file hard to read for those who do not see it, or hard to open for Word."""
    for table in read.all("tbl"):
        first = table.find(W + "tr")
        about = table.find(W + "tblPr")
        yield from ["no head that is repeated"] * (first.find(f"{W}trPr/{W}tblHeader") is None)
        yield from ["a row that may be cut"] * any(
            one.find(f"{W}trPr/{W}cantSplit") is None for one in table.iter(W + "tr")
        )
        yield from ["a table without a name"] * (about.find(W + "tblCaption") is None)
        yield from ["a cell without a paragraph"] * any(one.find(W + "p") is None for one in table.iter(W + "tc"))
    pictures = list(read.body.iter(DOC_PROPERTIES))
    yield from ["a picture without words"] * any(not one.get("descr") for one in pictures)
    yield from ["pictures of the same number"] * (len({one.get("id") for one in pictures}) != len(pictures))
    levels = [int(style[7:]) for style, _ in read.styled("Heading")]
    yield from ["a level skipped"] * any(
        after - before > 1 for before, after in zip([0, *levels], levels, strict=False)
    )
    yield from ["an empty heading"] * any(not said.strip() for _, said in read.styled("Heading"))
    names = [one.get(W + "name") for one in read.all("bookmarkStart")]
    yield from ["bookmarks of the same name"] * (len(set(names)) != len(names))
    yield from [f"a bookmark called {name}" for name in names if not re.fullmatch(r"[^\W\d_]\w{0,39}", name)]
    links = [{key.partition("}")[2]: value for key, value in one.attrib.items()} for one in read.all("hyperlink")]
    leads = {link["anchor"] for link in links if "id" not in link}
    yield from [f"a link to {name}, which is not there" for name in leads - set(names)]
    yield from disorder(read)
    yield from unknown_styles(read)


def disorder(read: Read) -> Iterator[str]:
    """Word refuses a file whose properties stand in another order than the standard's."""
    for name, order in ((name, names.split()) for name, names in ORDERS.items()):
        for part in ("word/document.xml", "word/styles.xml"):
            for node in parse_xml(read.parts[part]).iter(W + name):
                places = [order.index(one.tag.removeprefix(W)) for one in node]
                yield from [f"{name} out of order in {part}"] * (places != sorted(places))


def unknown_styles(read: Read) -> Iterator[str]:
    styles = {one.get(W + "styleId") for one in parse_xml(read.parts["word/styles.xml"]).iter(W + "style")}
    for part, data in read.parts.items():
        if part.endswith(".xml") and part.startswith("word/"):
            for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"):
                used = {one.get(W + "val") for one in parse_xml(data).iter(W + name)}
                yield from [f"{part} names {style}" for style in used - styles]
