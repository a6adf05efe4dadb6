"""The Word writer: a file that Word, a screen reader and a colleague can use, the same bytes for the same document."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from io import BytesIO

import docx
import pytest
from docx.oxml import parse_xml
from model import needs
from word_file import ADDRESSES, DOC_PROPERTIES, ROOT, Read, W, chart, faults, rich, sizes, written

from styrc.blocks import (
    Heading,
    Link,
    Paragraph,
    line,
    words,
)
from styrc.compiler import compile_project
from styrc.dress import PLAIN, Dress
from styrc.project import open_project
from styrc.render import render
from styrc.render.template import Templates
from styrc.render.word import word


@pytest.fixture(scope="module")
def read() -> Read:
    return Read(word(rich(), Dress(name="Testköping", footer="Beslutad"), ADDRESSES.get, pages={"mål": 2}))


def test_rich_document_has_no_faults(read: Read) -> None:
    assert list(faults(read)) == []


def test_the_checks_find_what_is_at_fault() -> None:
    bare = docx.Document()
    bare.add_table(1, 1)
    bare.add_heading("", 1)
    bare.add_heading("Djup", 3)
    picture = BytesIO(written(chart()).parts["word/media/drawing1.png"])
    bare.add_picture(picture)
    data = BytesIO()
    bare.save(data)
    assert {fault for fault in faults(Read(data.getvalue())) if " in word/" not in fault} == {
        "no head that is repeated", "a row that may be cut", "a table without a name", "a picture without words",
        "a level skipped", "an empty heading",
    }  # fmt: skip


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


# ---- the same bytes --------------------------------------------------------------------------------------------------


def test_same_document_same_bytes() -> None:
    made = [sha256(word(rich(), Dress(name="T"), ADDRESSES.get)).hexdigest() for _ in range(2)]
    assert made[0] == made[1]
    assert Read(word(rich(), PLAIN, ADDRESSES.get)).days == {(1980, 1, 1, 0, 0, 0)}


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
