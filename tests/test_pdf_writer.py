"""The PDF writer: sound by the rules of PDF/UA and PDF/A, whole in its tags, and unmoved by any text."""

from __future__ import annotations

import hashlib
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import page as validation
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject
from tagged_pdf import read

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
    Inlines,
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
from styrc.plan import Plan
from styrc.project import open_project
from styrc.render import render
from styrc.render.pdf import Printed, PrintError, pdf, printed
from styrc.render.pdf.font import font
from styrc.render.pdf.tables import shapes
from styrc.render.sound import Lack, unsound
from styrc.render.template import Templates
from styrc.render.walk import nodes

LEKSAND = Path(__file__).parents[1] / "examples" / "leksand"
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {1}">'
    '<text x="9" y="30" font-size="16" font-family="Inter">Mål 52,4</text><path d="M0,0 L{0},{1}" stroke="#000"/></svg>'
)


def text(words_: str) -> Inlines:
    return (Run(words_),)


def document(*blocks: Block, title: str = "Kommunplan 2026") -> Document:
    metadata = Metadata("Nyby kommun", "KS 2025/7", "Kommunens plan", date(2025, 11, 24))
    return Document(title, "sv", blocks, "Kommunplan", metadata)


def nowhere(_: str) -> None:
    """The resolver of a document whose links lead nowhere."""


def made(*blocks: Block, title: str = "Kommunplan 2026", dress: Dress = PLAIN) -> Printed:
    return printed(document(*blocks, title=title), dress, nowhere)


def faults(data: bytes, archive: str = "2a") -> list[str]:
    """What breaks the rules of PDF/UA-1 or of a part of PDF/A."""
    reports = [validation.validate_pdf_bytes(data, profile=profile) for profile in ("ua1", archive)]
    assert all(report.rules.total > 100 for report in reports)
    return [str(failure) for report in reports for failure in report.failures]


def budget(columns: int = 4, rows: int = 5) -> Table:
    heads = (Column(text("Post")), *(Column(text(f"År {year}"), Align.END) for year in range(2026, 2025 + columns)))
    body = tuple(
        Row(
            (text(f"Post {row}"), *(text(f"1\u00a0234\u00a0{row}{year:02}") for year in range(1, columns))), row == rows
        )
        for row in range(1, rows + 1)
    )
    return Table("Driftbudget, tkr", heads, body, note=text("Kostnader står med plus."))


RICH = (
    Notice(Tone.CAUTION, "UTKAST", (Paragraph(text("Inte beslutat.")),)),
    DecisionHeader((Pair("Beslutad av", text("Fullmäktige")), Pair("Gäller", text("2026–2028")))),
    Contents(),
    Heading(2, text("Mål"), "mal"),
    Paragraph(
        (
            *line("Se ", Link("#budget", text("budgeten")), ", ", Link("element:a/b", text("målet")), " eller "),
            Link("https://example.org/å b", text("sidan")),
            LineBreak(),
            Strong(text("Viktigt")),
            Emphasis((Run("och "), Code("mål-1"), Anchor("ställe"))),
            Mark("mål", Tone.INFO),
            Status("på väg", "▲", Tone.CAUTION),
        )
    ),
    Heading(4, text("För djup rubrik"), "djup"),
    BulletList(((Paragraph(text("Ett")), BulletList(((Paragraph(text("inuti")),),))), (Paragraph(text("Två")),))),
    NumberedList(((Paragraph(text("Tre")),),), start=3),
    Quote((Paragraph(text("Citat")),)),
    CodeBlock("rad 1\n    rad 2"),
    Divider(),
    Facts((Pair("Ansvarig", text("Kommunstyrelsen")), Pair("Mäts i", text("procent")))),
    Thread((ThreadNode("vision", text("Vision"), (ThreadNode("mål", text("Mål"), is_here=True),)),)),
    Cards((Card("Kort", "page:x.html", text("Om det"), Mark("plan")),)),
    Heading(2, text("Mer"), "mer"),
    PageBreak(),
    Heading(2, text("Budget"), "budget"),
    budget(),
    Figure("Elever", "Andelen stiger till 52,4.", DRAWING.format(380, 250), budget(3, 3)),
    Figure("Träd", "Ett träd i fyra led.", DRAWING.format(1400, 600)),
    Heading(2, text("Bred"), "bred"),
    budget(14),
)


@cache
def rich() -> Printed:
    target = {"element:a/b": "#budget", "page:x.html": "https://example.org/x.html"}
    return printed(document(*RICH), Dress(name="Nyby kommun", address=("Torget 1",)), target.get, draft=True)


# ---- what a reader of tags finds -------------------------------------------------------------------------------------


def kids(element: DictionaryObject) -> Iterator[DictionaryObject]:
    given_ = element.get("/K")
    one = given_.get_object() if given_ is not None else ArrayObject()
    for kid in one if isinstance(one, ArrayObject) else [one]:
        found = kid.get_object()
        if isinstance(found, DictionaryObject) and "/S" in found:
            yield found


def tags(element: DictionaryObject) -> Iterator[DictionaryObject]:
    for kid in kids(element):
        yield kid
        yield from tags(kid)


def tree(data: bytes) -> list[DictionaryObject]:
    root = PdfReader(io.BytesIO(data)).root_object["/StructTreeRoot"]
    assert isinstance(root, DictionaryObject)
    return list(tags(root))


def role(tag: DictionaryObject) -> str:
    return str(tag["/S"])


def roles(data: bytes) -> Counter[str]:
    return Counter(role(tag) for tag in tree(data))


def alternatives(data: bytes) -> list[str]:
    return [str(tag["/Alt"]) for tag in tree(data) if role(tag) == "/Figure"]


def of_table(cell: DictionaryObject, key: str) -> object:
    given_ = cell.get("/A")
    one = given_.get_object() if given_ is not None else ArrayObject()
    for attribute in one if isinstance(one, ArrayObject) else [one]:
        if key in (found := attribute.get_object()):
            return found[key]
    return None


def plain(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)


# ---- tests -----------------------------------------------------------------------------------------------------------


def test_a_document_of_all_blocks_keeps_the_rules_of_both_standards() -> None:
    assert faults(rich().data) == []


def test_sources_are_attached_to_an_archive_of_the_third_part() -> None:
    sources = {"mål/plan.yaml": "id: å\r\n".encode(), "budget.yaml": b"id: b"}
    data = pdf(document(*RICH), PLAIN, nowhere, sources=sources)
    assert faults(data, "3a") == []
    held = {name: files[0] for name, files in PdfReader(io.BytesIO(data)).attachments.items()}
    assert {name: held.get(name) for name in sources} == sources


def test_the_same_document_is_the_same_file() -> None:
    shas = {hashlib.sha256(pdf(document(*RICH), PLAIN, nowhere)).hexdigest() for _ in range(2)}
    assert len(shas) == 1


def test_every_table_figure_and_heading_has_its_tag_and_no_more() -> None:
    found = roles(rich().data)
    tables = [node for node in nodes(RICH) if isinstance(node, Table)]
    assert found["/Table"] == len(tables)
    assert found["/Figure"] == sum(1 for node in nodes(RICH) if isinstance(node, Figure))
    headings = sum(found[f"/H{level}"] for level in range(1, 7))
    assert headings == 1 + sum(1 for node in nodes(RICH) if isinstance(node, Heading))  # the contents have one
    assert found["/H2"] == 1  # the heading that skipped a level
    assert found["/L"] >= 6
    assert found["/TOC"] >= 1


def test_cells_name_the_heads_of_their_column_and_row() -> None:
    tables = [tag for tag in tree(rich().data) if role(tag) == "/Table"]
    for table, block in zip(tables, (node for node in nodes(RICH) if isinstance(node, Table)), strict=True):
        rows = [tag for tag in tags(table) if role(tag) == "/TR"]
        assert len(rows) == 1 + len(block.rows)
        heads = list(kids(rows[0]))
        assert [of_table(cell, "/Scope") for cell in heads] == ["/Column"] * len(block.columns)
        for row in rows[1:]:
            first, *others = kids(row)
            assert (role(first), of_table(first, "/Scope")) == ("/TH", "/Row")
            for cell, head in zip(others, heads[1:], strict=True):
                named = of_table(cell, "/Headers")
                assert isinstance(named, ArrayObject)
                assert {first["/ID"], head["/ID"]} <= set(named)


def test_the_file_says_what_it_is() -> None:
    reader = PdfReader(io.BytesIO(rich().data))
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("Kommunplan 2026", "Nyby kommun")
    assert reader.metadata.creation_date is not None
    assert reader.metadata.creation_date.date() == date(2025, 11, 24)
    assert str(reader.root_object["/Lang"]) == "sv-SE"
    assert reader.pdf_header == "%PDF-1.7"
    assert [entry.title for entry in reader.outline if not isinstance(entry, list)] == ["Mål", "Mer", "Budget", "Bred"]


def test_pages_are_numbered_headed_and_stamped() -> None:
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(rich().data)).pages]
    for number, words_ in enumerate(pages, 1):
        assert f"{number} ({len(pages)})" in words_
        assert "UTKAST" in words_
        assert ("KS 2025/7" in words_) == (number > 1)
    assert len(pages) == rich().pages


def test_the_pages_of_headings_are_those_of_the_contents() -> None:
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(rich().data)).pages]
    titles = {"mal": "Mål", "djup": "För djup rubrik", "mer": "Mer", "budget": "Budget", "bred": "Bred"}
    assert [anchor for anchor, _ in rich().headings] == list(titles)
    for anchor, number in rich().headings:
        assert titles[anchor] in pages[number - 1]


def test_a_table_of_a_few_contents_is_left_out_and_the_text_begins_on_the_first_page() -> None:
    few = made(Contents(), *(Heading(2, text(f"Del {number}")) for number in range(1, 4)))
    assert few.pages == 1
    assert "Innehåll" not in plain(few.data)
    more = made(Contents(), *(Heading(2, text(f"Del {number}")) for number in range(1, 5)))
    assert "Innehåll" in plain(more.data)


def test_a_number_shares_a_line_with_what_it_counts() -> None:
    for fill in range(1, 30):
        lines = plain(made(Paragraph(text("ord " * 18 + "i" * fill + " den 18 december"))).data).splitlines()
        assert any("18 december" in line for line in lines), fill


def test_two_years_can_be_set_as_code() -> None:
    assert "2026–2028" in plain(made(Paragraph((Code("år 2026–2028"),))).data)


def test_a_column_of_titles_is_not_one_of_single_words() -> None:
    heads = tuple(Column(text(head)) for head in ("Enhet", "Gäller", "Bedömning", "Kommentar"))
    title = "Barn och familjer får hjälp innan problemen är stora"
    comment = "Vägen in har blivit kort men den används av småbarnsfamiljer. " * 8
    cells_ = ("Utbildningsnämnden", title, "viss förflyttning", comment)
    (shape,) = shapes(Table("Svar", heads, (Row(tuple(text(cell) for cell in cells_)),)))
    assert not shape.across
    title_lines = font().width(title, shape.size) / (shape.widths[1] - 8)
    assert title_lines < 4


def test_columns_of_figures_are_equally_wide() -> None:
    heads = (Column(text("Indikator")), *(Column(text(f"Utfall {year}"), Align.END) for year in range(2020, 2026)))
    name = text("Invånare som kan rekommendera andra att flytta till kommunen och bo kvar där hela året")
    (shape,) = shapes(Table("Utfall", heads, (Row((name, *(text(f"6{year},5") for year in range(6)))),)))
    assert len({round(width, 3) for width in shape.widths[1:]}) == 1


def test_one_long_comment_lays_no_table_across_but_many_do() -> None:
    heads = tuple(Column(text(head)) for head in ("Uppdrag", "Ansvarig", "Klart", "Bedömning", "Kommentar"))

    def row(comment: str) -> Row:
        cells_ = ("Planlägg centrala Insjön", "Samhällsbyggnadsnämnden", "31 december 2026", "klart", comment)
        return Row(tuple(text(cell) for cell in cells_))

    long, short = "Planen skulle ha varit klar den 15 december men drog ut på tiden. " * 8, "Klart."
    (upright,) = shapes(Table("Uppdrag", heads, (row(long), *(row(short) for _ in range(8)))))
    assert not upright.across
    (lying,) = shapes(Table("Uppdrag", heads, tuple(row(long) for _ in range(8))))
    assert lying.across


def test_a_short_list_is_not_parted_between_pages() -> None:
    proposals = tuple((Paragraph(text(f"Fullmäktige beslutar punkt {number}.")),) for number in range(1, 5))
    for above in range(18, 36):
        fill = (Paragraph(text("Ord")) for _ in range(above))
        done = made(Contents(), *fill, Heading(2, text("Förslag till beslut")), NumberedList(proposals))
        pages = [page.extract_text() for page in PdfReader(io.BytesIO(done.data)).pages]
        (page,) = [one for one in pages if "Förslag till beslut" in one]
        assert all(f"punkt {number}." in page for number in range(1, 5)), above


def test_links_lead_inside_and_outside_and_else_are_words() -> None:
    reader = PdfReader(io.BytesIO(rich().data))
    links = [one.get_object() for page in reader.pages for one in page.get("/Annots", ())]
    outside = {str(link["/A"]["/URI"]) for link in links if "/A" in link}
    assert outside == {"https://example.org/%C3%A5%20b", "https://example.org/x.html"}
    lost = made(Paragraph((Link("element:x", text("målet")), Link("#saknas", text("platsen")))))
    assert "/Link" not in roles(lost.data)
    assert "måletplatsen" in plain(lost.data)


def test_words_on_either_side_of_a_new_line_are_read_as_two() -> None:
    lines = (Run("År 2026"), LineBreak(), Run("KS 1"))
    done = made(Contents(), Paragraph(lines), dress=Dress(name="Nyby", address=("Torget 1", "012 34 Nyby")))
    said = " ".join(read(done.data).words().split())
    assert "Torget 1 012 34 Nyby" in said
    assert "År 2026 KS 1" in said


def test_figures_say_what_they_show() -> None:
    assert alternatives(rich().data) == ["Andelen stiger till 52,4.", "Ett träd i fyra led."]
    unsaid = made(Figure("Elever", "", DRAWING.format(90, 90)))
    assert alternatives(unsaid.data) == ["Elever"]


def test_a_wide_table_lies_down_with_its_heading_and_a_wider_one_is_parted() -> None:
    lying = made(Heading(2, text("Upprätt")), Paragraph(text("Ord")), Heading(2, text("Liggande")), budget(14))
    pages = PdfReader(io.BytesIO(lying.data)).pages
    assert [page.mediabox.width > page.mediabox.height for page in pages] == [False, True]
    assert "Liggande" in pages[1].extract_text()
    parted = made(budget(60))
    count = roles(parted.data)["/Table"]
    assert count > 1
    assert f"(del {count} av {count})" in plain(parted.data)
    assert faults(parted.data) == []


def test_a_drawing_stays_upright_where_only_the_table_behind_it_lies_down() -> None:
    done = made(Heading(2, text("Mål")), Figure("Elever", "Andelen stiger.", DRAWING.format(380, 250), budget(14)))
    pages = PdfReader(io.BytesIO(done.data)).pages
    assert [page.mediabox.width > page.mediabox.height for page in pages] == [False, True]
    assert "Figur\u00a01. Elever" in pages[0].extract_text()


def test_a_note_stands_with_its_table() -> None:
    for lines in range(20, 34):
        done = made(*(Paragraph(text("Ord")) for _ in range(lines)), budget(4, 6))
        pages = [page.extract_text() for page in PdfReader(io.BytesIO(done.data)).pages]
        assert ["Post 6" in words_ for words_ in pages] == ["Kostnader står med plus." in words_ for words_ in pages]


def test_a_table_over_many_pages_is_one_table_with_its_head_on_each() -> None:
    long = made(budget(4, 150))
    assert long.pages > 3
    assert roles(long.data)["/Table"] == 1
    assert all("År 2026" in page.extract_text() for page in PdfReader(io.BytesIO(long.data)).pages)


@cache
def leksand() -> Plan:
    plan = compile_project(open_project(LEKSAND)).plan
    assert plan is not None
    return plan


@pytest.mark.parametrize("kind", ["kommunplan", "verksamhetsplan", "årsplan"])
def test_documents_of_an_example_are_sound_and_whole(kind: str) -> None:
    given_ = next(one for one in leksand().documents.values() if one.kind == kind)
    blocks = render(leksand(), given_, Templates({}), 0)
    done = printed(blocks, Dress(name="Leksands kommun"), nowhere)
    found = roles(done.data)
    assert faults(done.data) == []
    assert done.missing == ()
    assert found["/Table"] == sum(1 for node in nodes(blocks.blocks) if isinstance(node, Table))
    assert found["/Figure"] == sum(1 for node in nodes(blocks.blocks) if isinstance(node, Figure))
    said = "".join(plain(done.data).split())
    for block in blocks.blocks:
        if isinstance(block, Heading):
            assert "".join(words(block.inlines).split()) in said


def test_what_is_missing_is_told_with_its_headings() -> None:
    found = unsound(
        document(
            Heading(2, text("Mål")),
            Heading(3, ()),
            Figure("Elever", " ", DRAWING.format(9, 9), Table("", (Column(()), Column(())), ())),
            BulletList(((Paragraph((Link("#mal", ()),)),),)),
            Table("Tom", (), ()),
            Notice(Tone.BAD, ""),
            title=" ",
        )
    )
    assert [(one.lack, one.what, one.path) for one in found] == [
        (Lack.TITLE, "Kommunplan", ()),
        (Lack.HEADING, "", ("Mål",)),
        (Lack.DESCRIPTION, "Elever", ("Mål", "")),
        (Lack.CAPTION, "", ("Mål", "")),
        (Lack.HEAD, "", ("Mål", "")),
        (Lack.LINK, "#mal", ("Mål", "")),
        (Lack.COLUMNS, "Tom", ("Mål", "")),
        (Lack.NOTICE, "", ("Mål", "")),
    ]
    assert unsound(document(*RICH)) == ()


HOSTILE = (
    '#read("/etc/passwd")',
    '"); panic("x',
    "\\",
    '\\"',
    "$x^2$ *b* _i_ `c` @a <a> #{1/0} //x /*",
    "x" * 500,
    "Ä" * 400,
    "😀👩\u200d👧",
    "שלום العالم",
    "\u202eabc\u202c \x00\x07\ud800\ufffe",
    "a\u2028b\nc\td",
    "",
    " ",
)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_any_text_gives_a_sound_page(hostile: str) -> None:
    table = Table(
        hostile, (Column(text(hostile)), Column(())), (Row((text(hostile), text(hostile))),), note=text(hostile)
    )
    blocks = (
        Contents(),
        Heading(2, text(hostile), hostile),
        Paragraph((Run(hostile), Code(hostile), Mark(hostile), Status(hostile, hostile, Tone.BAD), Anchor(hostile))),
        Paragraph((Link(hostile, text(hostile)), Link(f"#{hostile}", text("x")), Link("#x", text(hostile)))),
        CodeBlock(hostile),
        table,
        Figure(hostile, hostile, DRAWING.format(90, 90), table),
        Facts((Pair(hostile, text(hostile)),)),
        Notice(Tone.BAD, hostile),
    )
    assert faults(made(*blocks, title=hostile).data) == []


@settings(max_examples=15)
@given(st.text(max_size=40))
def test_words_are_set_and_never_obeyed(given_: str) -> None:
    done = made(Paragraph((Run(f"före{given_}efter"), Code(given_))))
    assert done.pages == 1
    said = "".join(plain(done.data).replace("\u200b", "").split())  # overlong words may break
    assert "före" in said
    assert "efter" in said


def test_signs_that_no_font_has_are_shown_as_missing_and_told() -> None:
    done = made(Paragraph(text("Hej 😀 och ↯")), CodeBlock("漢"))
    assert done.missing == ("😀", "↯", "漢")
    assert "Hej □ och □" in plain(done.data)


def test_every_sign_of_the_text_font_can_be_set_as_code() -> None:
    assert made(CodeBlock("".join(sorted(font().widths)))).missing == ()


def test_bare_blocks_give_a_sound_page() -> None:
    blocks = (
        Contents(),
        Heading(2, ()),
        Paragraph(()),
        BulletList(()),
        NumberedList(()),
        Quote(()),
        Facts(()),
        DecisionHeader(()),
        Thread(()),
        Cards(()),
        Notice(Tone.BAD, ""),
        Table("Tom", (), ()),
        Table("Inga rader", (Column(text("A")), Column(text("B"))), ()),
        Table("", (Column(()),), (Row((text("x"),)),)),
        Figure("", "", DRAWING.format(0, 0)),
    )
    done = made(*blocks)
    assert faults(done.data) == []
    assert done.headings == ()


def test_headings_of_any_levels_make_an_outline_without_gaps() -> None:
    done = made(*(Heading(level, text(f"Nivå {level}")) for level in (5, 2, 4, 4, 3, 9, 9, 2, 3, 4, 5, 6, 7, 8)))
    assert faults(done.data) == []
    levels = [int(role(tag)[2:]) for tag in tree(done.data) if role(tag).startswith("/H")]
    assert levels == [1, 1, 2, 2, 2, 3, 3, 1, 2, 3, 4, 5, 6, 6]


def test_a_drawing_that_cannot_be_read_is_told_with_its_headings() -> None:
    with pytest.raises(PrintError) as told:
        made(Heading(2, text("Mål")), Heading(3, text("Skola")), Figure("f", "d", "<svg"))
    assert told.value.path == ("Mål", "Skola")


def test_a_drawing_fetches_nothing_from_outside() -> None:
    fetching = DRAWING.format(90, 90).replace("<path", '<image href="file:///etc/passwd" width="9" height="9"/><path')
    with pytest.raises(PrintError):
        made(Figure("f", "d", fetching))


def test_the_logo_is_a_figure_in_words() -> None:
    logo = Logo("vapen.svg", DRAWING.format(90, 90).encode(), "Nyby kommuns vapen")
    done = made(Contents(), Heading(2, text("Mål")), dress=Dress(name="Nyby", logo=logo, accent="#7a1710"))
    assert alternatives(done.data) == ["Nyby kommuns vapen"]
    assert faults(done.data) == []


def test_an_english_document_is_in_english() -> None:
    headings = (Heading(2, text(f"Part {number}")) for number in range(1, 5))
    done = printed(replace(document(Contents(), *headings, budget()), language="en"), PLAIN, nowhere, draft=True)
    assert str(PdfReader(io.BytesIO(done.data)).root_object["/Lang"]) == "en"
    assert {"Contents", "Table", "DRAFT"} <= set(plain(done.data).replace("1.", "").split())
