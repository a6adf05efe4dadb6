"""The Word writer: a file that Word, a screen reader and a colleague can use, the same bytes for the same document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.oxml import parse_xml
from docx.shared import Cm, RGBColor
from model import needs

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
    words,
)
from styrc.compiler import compile_project
from styrc.dress import PLAIN, Dress, Logo
from styrc.project import open_project
from styrc.render import render
from styrc.render.svg import Bar, BarChart, figure
from styrc.render.template import Templates
from styrc.render.word import WordTemplateError, word

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
    "rPr": "rStyle rFonts b bCs i iCs caps color spacing sz szCs highlight u effect bdr shd rtl cs lang",
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


# ---- a rich document -------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def read() -> Read:
    return Read(word(rich(), Dress(name="Testköping", footer="Beslutad"), ADDRESSES.get, pages={"mål": 2}))


def test_rich_document_has_no_faults(read: Read) -> None:
    assert list(faults(read)) == []


def test_every_table_and_picture_is_there_once(read: Read) -> None:
    assert (len(read.all("tbl")), len(list(read.body.iter(DOC_PROPERTIES)))) == sizes(rich().blocks)


def test_headings_have_words_own_styles_in_order(read: Read) -> None:
    assert read.styled("Heading") == [("Heading1", "Mål & medel"), ("Heading2", "Ett mål"), ("Heading1", "Ekonomi")]
    assert read.styled("Title") == [("Title", "Kommunplan 2026")]


def test_contents_say_the_headings_and_the_pages_that_are_known(read: Read) -> None:
    assert read.styled("TOC") == [
        ("TOCHeading", "Innehåll"), ("TOC1", "Mål & medel2"), ("TOC2", "Ett mål"), ("TOC1", "Ekonomi"),
    ]  # fmt: skip
    assert r'TOC \o "1-2" \h \z' in read.fields()
    assert [one for one in read.fields() if one.startswith("PAGEREF")] == [r"PAGEREF mål \h"]


def test_field_marks_come_in_pairs(read: Read) -> None:
    kinds = [one.get(W + "fldCharType") for one in read.all("fldChar")]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") > 3


def test_captions_are_numbered_by_word(read: Read) -> None:
    captions = [said for _, said in read.styled("Caption")]
    assert captions == ["Tabell 1: Driftbudget, tkr", "Figur 1: Betyg", "Tabell 2: Betyg"]
    assert [one for one in read.fields() if one.startswith("SEQ")] == [
        r"SEQ Tabell \* ARABIC", r"SEQ Figur \* ARABIC", r"SEQ Tabell \* ARABIC",
    ]  # fmt: skip


def test_figures_keep_to_the_right_and_sums_are_bold(read: Read) -> None:
    rows = list(read.all("tbl")[0].iter(W + "tr"))
    edges = [[one.get(W + "val") for one in row.iter(W + "jc")] for row in rows]
    assert edges == [["right", "right"]] * 3
    assert [one.style for one in rows[2].iter(W + "p")] == ["TableSum"] * 3
    assert all(list(run.iter(W + "b")) for run in rows[2].iter(W + "r"))


def test_a_status_is_sign_and_word_and_colour(read: Read) -> None:
    (paragraph,) = [one for one in read.all("p") if "på väg" in read.text(one)]
    assert "▲\u00a0på väg" in read.text(paragraph)
    (sign,) = [run for run in paragraph.iter(W + "r") if "▲" in read.text(run)]
    assert [one.get(W + "val") for one in sign.iter(W + "color")] == ["5C4300"]


def test_links_lead_where_they_say(read: Read) -> None:
    targets = read.relations()
    links = {read.text(one): dict(one.attrib) for one in read.all("hyperlink")}
    (outside,) = [value for key, value in links["ute"].items() if key.endswith("}id")]
    assert targets[outside] == "https://example.org/%C3%A5?a=b&c"
    assert links["inne"][W + "anchor"] == "mål"
    assert "../index.html" in targets.values()


def test_a_link_to_another_word_file_names_the_place_in_it() -> None:
    made = written(Paragraph((Link("element:there", line("dit")),)))
    (link,) = made.all("hyperlink")
    assert link.get(W + "anchor") == "a_b"
    assert "../2026/plan.docx" in made.relations().values()


@pytest.mark.parametrize("target", ["element:nowhere", "element:unknown", "http://[", "javascript:x", "#borta"])
def test_a_link_that_leads_nowhere_is_plain_words(target: str) -> None:
    made = written(Paragraph((Link(target, line("ord")),)))
    assert not made.all("hyperlink")
    assert not made.all("rStyle")
    assert ("BodyText", "ord") in made.styled("BodyText")


def test_lists_in_order_begin_anew_and_others_are_inside_them(read: Read) -> None:
    numbers = {said: one for one, said in zip(read.all("p"), map(read.text, read.all("p")), strict=True)}
    marks = [next(numbers[said].iter(W + "numId")) for said in ("inre", "första", "andra", "på nytt")]
    lists = [mark.get(W + "val") for mark in marks]
    assert lists[1] == lists[2]
    assert len(set(lists)) == 3
    starts = parse_xml(read.parts["word/numbering.xml"]).iter(W + "startOverride")
    assert [one.get(W + "val") for one in starts] == ["1", "3", "1"]
    assert [numbers[said].style for said in ("ett", "inre", "mer")] == ["ListBullet", "ListNumber2", "ListContinue"]


def test_the_thread_says_where_we_are_in_words(read: Read) -> None:
    assert ("ListBullet2", "Plan (du är här)") in read.styled("ListBullet2")


def test_facts_are_read_as_name_and_value(read: Read) -> None:
    assert read.styled("Fact") == [("Fact", "Ansvarig:KS")]
    assert [said for _, said in read.styled("Decision")] == ["Diarienummer:KS 1", "Datum:8 december 2025"]


def test_code_keeps_its_white_space(read: Read) -> None:
    assert read.styled("CodeBlock") == [("CodeBlock", "mål:  - ett")]


def test_pictures_have_words_and_both_formats(read: Read) -> None:
    (picture,) = read.body.iter(DOC_PROPERTIES)
    assert (picture.get("descr"), picture.get("title")) == ("Tre skolor.", "Betyg")
    assert read.parts["word/media/drawing1.png"].startswith(b"\x89PNG")
    assert read.parts["word/media/drawing2.svg"].startswith(b"<svg")


def test_the_file_says_its_language_its_title_and_the_day_of_the_decision(read: Read) -> None:
    about = read.document.core_properties
    assert (about.title, about.language, about.author) == ("Kommunplan 2026", "sv-SE", "Testköping")
    assert str(about.created)[:10] == str(about.modified)[:10] == "2025-12-08"
    (language,) = parse_xml(read.parts["word/styles.xml"]).find(W + "docDefaults").iter(W + "lang")
    assert language.get(W + "val") == "sv-SE"
    assert b'w:name="compatibilityMode"' in read.parts["word/settings.xml"]
    assert b"updateFields" not in read.parts["word/settings.xml"]


def test_an_undated_document_has_no_date() -> None:
    assert b"dcterms:created" not in written(Paragraph(line("x"))).parts["docProps/core.xml"]


def test_heads_and_feet_have_number_title_and_page(read: Read) -> None:
    heads = [read.text(parse_xml(data)) for name, data in sorted(read.parts.items()) if "/header" in name]
    feet = [read.text(parse_xml(data)) for name, data in sorted(read.parts.items()) if "/footer" in name]
    assert heads == ["Kommunplan 2026Dnr KS 2025/1"] * 2 + ["TestköpingDnr KS 2025/1"]
    assert feet == ["Beslutad1 (1)"] * 3


def test_english_words_in_an_english_document() -> None:
    made = Read(word(replace(rich(), language="en"), PLAIN, ADDRESSES.get))
    assert made.styled("TOCHeading") == [("TOCHeading", "Contents")]
    assert made.styled("Caption")[0][1] == "Table 1: Driftbudget, tkr"
    assert made.document.core_properties.language == "en-GB"


def test_no_style_is_called_figure(read: Read) -> None:
    assert "Figure" not in {style.name for style in read.document.styles}


# ---- drafts, logos, wide tables --------------------------------------------------------------------------------------


def test_a_draft_says_so_on_every_leaf_and_to_those_who_do_not_see_it() -> None:
    made = written(Paragraph(line("x")), draft=True)
    heads = [made.text(parse_xml(data)) for name, data in made.parts.items() if "/header" in name]
    assert all(head.startswith("UTKAST") for head in heads)
    assert made.styled("Draft") == [("Draft", "Utkast")]
    noticed = written(Notice(Tone.CAUTION, "Utkast"), draft=True)
    assert not noticed.styled("Draft")


@pytest.mark.parametrize(("name", "data"), [("logo.svg", LOGO.encode()), ("logo.png", None)])
def test_a_logo_is_shown_with_words(name: str, data: bytes | None) -> None:
    png = written(chart()).parts["word/media/drawing1.png"]
    dress = Dress(name="Testköping", logo=Logo(name, data or png, "Testköpings vapen"))
    made = written(Paragraph(line("x")), dress=dress)
    (picture,) = made.body.iter(DOC_PROPERTIES)
    assert picture.get("descr") == "Testköpings vapen"
    assert sum(b"<wp:inline" in data for name, data in made.parts.items() if "/header" in name) == 2
    assert list(faults(made)) == []


def test_a_logo_that_is_no_picture_is_left_out() -> None:
    made = written(Paragraph(line("x")), dress=Dress(logo=Logo("logo.png", b"\x89PNG\r\n\x1a\nnej", "Vapen")))
    assert not list(made.body.iter(DOC_PROPERTIES))


def test_a_wide_table_lies_with_its_heading_and_what_follows_stands() -> None:
    columns = tuple(Column(line(f"Målvärde {year}"), Align.END) for year in range(2020, 2030))
    wide = Table("Bred", columns, (Row(tuple(line("1 000 000") for _ in columns)),))
    made = written(Paragraph(line("före")), Heading(2, line("Rubrik")), wide, *[Paragraph(line("efter"))] * 5)
    sides = [(one.get(W + "orient"), int(one.get(W + "w"))) for one in made.all("pgSz")]
    assert sides == [(None, 11906), ("landscape", 16838), (None, 11906)]
    sections = [made.text(one) for one in made.all("p") if one.find(f"{W}pPr/{W}sectPr") is not None]
    assert sections[0] == "före"
    assert list(faults(made)) == []


def test_sixty_columns_become_tables_that_each_begin_with_the_first() -> None:
    columns = (Column(line("Nämnd")), *(Column(line(f"År {year}"), Align.END) for year in range(1, 60)))
    made = written(Table("Lång", columns, (Row((line("KS"), *[line("12 345")] * 59)),)))
    tables = made.all("tbl")
    heads = [[made.text(cell) for cell in next(table.iter(W + "tr")).iter(W + "tc")] for table in tables]
    assert len(tables) > 1
    assert {head[0] for head in heads} == {"Nämnd"}
    assert [name for head in heads for name in head[1:]] == [f"År {year}" for year in range(1, 60)]
    assert made.styled("Caption")[-1][1] == f"Tabell 1: Lång (del {len(tables)} av {len(tables)})"
    room = 16838 - 2 * 1417
    assert all(sum(int(one.get(W + "w")) for one in table.iter(W + "gridCol")) <= room for table in tables)


# ---- bad input -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "said",
    ["\x00\x0b\x1f\ufffe", "😀👩‍👩‍👧", "שלום עולם", "ord" * 200, "<w:p>&amp;</w:p>", "\"] ' {{ x }} ]]>", "a\tb\nc\r"],
)
def test_any_words_give_a_sound_file(said: str) -> None:
    kept = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe]", "", said)
    table = Table(said, (Column(line(said)), Column(())), (Row((line(said), ())),), note=line(said))
    made = written(
        Contents(), Heading(2, line(said, "x"), said), Paragraph(line(said)),
        Paragraph((Link(f"#{said}", line(said)),)),
        Facts((Pair(said, line(said)),)), Figure(said, said or "bild", "inte en bild"), table, CodeBlock(said),
        Notice(Tone.GOOD, said, (BulletList(()), BulletList(((), (table,))))), title=f"T{said}",
    )  # fmt: skip
    assert list(faults(made)) == []
    assert made.document.core_properties.title == " ".join(f"T{kept}".split())
    assert " ".join(kept.split()) in " ".join(made.styled("BodyText")[0][1].split())


def test_words_from_the_right_are_marked() -> None:
    assert written(Paragraph(line("שלום"))).all("rtl")
    assert not written(Paragraph(line("Åre – 3 %"))).all("rtl")


def test_empty_things_give_a_sound_file() -> None:
    made = written(
        Contents(), Heading(2, ()), Heading(4, line("Djup")), Paragraph(()), BulletList(()), Facts(()), Thread(()),
        Table("", (), ()), Table("Tom", (Column(line("A")),), ()), Notice(Tone.INFO, ""), Cards(()), CodeBlock(""),
        PageBreak(), PageBreak(), title="",
    )  # fmt: skip
    assert list(faults(made)) == []
    assert made.styled("Heading") == [("Heading1", "Djup")]
    assert len(made.all("tbl")) == 1


def test_a_drawing_that_cannot_be_drawn_is_told_and_takes_no_other_with_it() -> None:
    broken = Figure("Trasig", "Visar fem skolor.", '<svg width="10" height="10"><path')
    made = written(chart(), broken)
    assert len(list(made.body.iter(DOC_PROPERTIES))) == 1
    assert ("BodyText", "Visar fem skolor.") in made.styled("BodyText")


def test_anchors_that_word_cannot_tell_apart_get_names_of_their_own() -> None:
    anchors = ["a-b", "a_b", "A-B", "1", "å" * 60, "å" * 61]
    made = written(Contents(), *(Heading(2, line("R"), anchor) for anchor in anchors))
    assert list(faults(made)) == []
    assert len(made.all("bookmarkStart")) == len(anchors)


def test_an_unknown_block_is_an_error() -> None:
    with pytest.raises(TypeError):
        written("text")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        written(Paragraph(("text",)))  # type: ignore[arg-type]


# ---- the same bytes --------------------------------------------------------------------------------------------------


def test_same_document_same_bytes() -> None:
    made = [sha256(word(rich(), Dress(name="T"), ADDRESSES.get)).hexdigest() for _ in range(2)]
    assert made[0] == made[1]
    assert Read(word(rich(), PLAIN, ADDRESSES.get)).days == {(1980, 1, 1, 0, 0, 0)}


# ---- the municipality's own template ---------------------------------------------------------------------------------


def template() -> Any:  # noqa: ANN401 - the library's own document
    """A template as Word writes it in Swedish: the styles have Swedish ids, and there is a text to show them."""
    made = docx.Document()
    heading = made.styles["Heading 1"]
    heading.element.set(W + "styleId", "Rubrik1")
    for one in made.styles.element.iter(W + "basedOn", W + "next", W + "link"):
        if one.get(W + "val") == "Heading1":
            one.set(W + "val", "Rubrik1")
    heading.font.color.rgb = RGBColor(0xAA, 0x00, 0x55)
    made.add_paragraph("Exempeltext", style="Heading 1")
    made.sections[0].header.paragraphs[0].text = "Brevhuvud"
    made.sections[0].left_margin = Cm(4)
    made.core_properties.title = "Mall"
    return made


def saved(made: Any) -> bytes:  # noqa: ANN401 - the library's own document
    data = BytesIO()
    made.save(data)
    return data.getvalue()


def test_a_template_lends_its_styles_and_its_margins_and_nothing_else() -> None:
    made = Read(word(rich(), Dress(word_template=saved(template())), ADDRESSES.get))
    assert [said for _, said in made.styled("Rubrik1")] == ["Mål & medel", "Ekonomi"]
    (style,) = [one for one in made.document.styles if one.name == "Heading 1"]
    assert style.font.color.rgb == RGBColor(0xAA, 0x00, 0x55)
    assert made.all("pgMar")[0].get(W + "left") == str(4 * 567)
    everything = b"".join(data for name, data in made.parts.items() if name.endswith(".xml"))
    assert not re.search(rb"Exempeltext|Brevhuvud|Mall<", everything)
    assert {"Tabelltext", "Plantabell", "Faktarad"} <= {one.name for one in made.document.styles}
    assert list(unknown_styles(made)) == []


def test_a_template_s_own_style_is_used_when_it_has_one_of_our_names() -> None:
    made = template()
    made.styles.add_style("Table Text", 1).element.set(W + "styleId", "Egen")
    read = Read(word(rich(), Dress(word_template=saved(made)), ADDRESSES.get))
    assert [said for _, said in read.styled("Egen")] == ["KS", "1 000", "2 000", *["Åsen", "3", "Norra", "5"]]


def test_lists_in_order_begin_anew_in_a_template_s_own_list() -> None:
    read = Read(word(rich(), Dress(word_template=saved(template())), ADDRESSES.get))
    numbering = parse_xml(read.parts["word/numbering.xml"])
    ids = [one.get(W + "numId") for one in numbering.iter(W + "num")]
    assert len(set(ids)) == len(ids)
    kinds = [one.tag for one in numbering]
    assert kinds == sorted(kinds, key=[W + "abstractNum", W + "num"].index)
    used = {one.get(W + "val") for one in read.all("numId")}
    assert len(used) == 3
    assert used <= set(ids)


def test_a_template_in_another_language_is_read_in_ours() -> None:
    read = Read(word(rich(), Dress(word_template=saved(template())), ADDRESSES.get))
    assert {one.get(W + "val") for one in parse_xml(read.parts["word/styles.xml"]).iter(W + "lang")} == {"sv-SE"}


def test_a_dotx_is_a_template_too() -> None:
    data = BytesIO()
    with ZipFile(BytesIO(saved(template()))) as file, ZipFile(data, "w") as copy:
        for name in file.namelist():
            copy.writestr(name, file.read(name).replace(b"document.main+xml", b"template.main+xml"))
    assert Read(word(rich(), Dress(word_template=data.getvalue()), ADDRESSES.get)).styled("Rubrik1")


def without(name: str) -> bytes:
    data = BytesIO()
    with ZipFile(BytesIO(saved(template()))) as file, ZipFile(data, "w") as copy:
        for one in file.namelist():
            if one != name:
                copy.writestr(one, file.read(one))
    return data.getvalue()


@pytest.mark.parametrize(
    "data",
    [b"", b"nej", saved(template())[:2000], without("word/document.xml"), without("[Content_Types].xml")],
    ids=["empty", "no file", "cut", "no document", "no types"],
)
def test_a_broken_template_is_a_fault_that_says_what_to_do(data: bytes) -> None:
    with pytest.raises(WordTemplateError) as found:
        word(rich(), Dress(word_template=data), ADDRESSES.get)
    assert "Spara den på nytt i Word" in found.value.text.sv


# ---- a municipality's documents --------------------------------------------------------------------------------------


@needs("leksand")
@pytest.mark.parametrize("name", ["vision-2030", "kommunplan-2026", "verksamhetsplan-ks-2026"])
def test_documents_of_a_municipality(name: str) -> None:
    plan = compile_project(open_project(ROOT / "examples" / "leksand")).plan
    assert plan is not None
    document = render(plan, plan.documents[name], Templates({}), 0)
    read = Read(word(document, Dress(name="Leksands kommun"), ADDRESSES.get))
    assert list(faults(read)) == []
    assert (len(read.all("tbl")), len(list(read.body.iter(DOC_PROPERTIES)))) == sizes(document.blocks)
    headings = [words(block.inlines) for block in document.blocks if isinstance(block, Heading)]
    assert [said for _, said in read.styled("Heading")] == headings
    shown = [words(block.inlines) for block in document.blocks if isinstance(block, Heading) and block.level <= 3]
    assert [said for _, said in read.styled("TOC")] == ["Innehåll", *shown]
