"""The municipality's looks in Word: its logo, its template, drafts, and leaves that lie for wide tables."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.oxml import parse_xml
from docx.shared import Cm, RGBColor
from word_file import ADDRESSES, DOC_PROPERTIES, LOGO, Read, W, chart, faults, rich, unknown_styles, written

from styrc.blocks import (
    Align,
    Column,
    Heading,
    Notice,
    Paragraph,
    Row,
    Table,
    Tone,
    line,
)
from styrc.dress import Dress, Logo
from styrc.render.word import WordTemplateError, word

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


def test_the_table_behind_a_drawing_has_its_years_across() -> None:
    years = tuple(Row((line(str(year)), line(str(year - 2000)), line("–"))) for year in range(2020, 2028))
    columns = (Column(line("År")), Column(line("Utfall"), Align.END), Column(line("Mål"), Align.END))
    behind = Table("Betyg", columns, years)
    made = written(replace(chart(), table=behind), behind)
    rows = [
        [[made.text(cell) for cell in row.iter(W + "tc")] for row in table.iter(W + "tr")] for table in made.all("tbl")
    ]
    assert rows[0] == [list(column) for column in zip(*rows[1], strict=True)]
    assert rows[0][0] == ["År", *(str(year) for year in range(2020, 2028))]


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
