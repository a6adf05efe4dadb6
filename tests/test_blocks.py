"""Markdown into blocks and back: nothing is lost, nothing gains a meaning, placed objects stand where they were put."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrc.blocks import (
    Align,
    Blocks,
    BulletList,
    Code,
    CodeBlock,
    Column,
    Divider,
    Document,
    Emphasis,
    Heading,
    LineBreak,
    Link,
    NumberedList,
    Paragraph,
    Quote,
    Row,
    Status,
    Strong,
    Table,
    Tone,
    anchored,
    line,
    slug,
    words,
)
from styrc.render.markdown_in import MisplacedBlockError, escape, parse, placeholder

LINE_BREAKS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
ONE_LINE = st.text(st.characters(codec="utf-8", exclude_characters=LINE_BREAKS))
MARKDOWN_LIKE = st.text(alphabet="ab1 .)#-+*_`~[]()<>!|\\:&;/{}='\"", max_size=30)

TABLE = Table("Budget", (Column(line("Nämnd")), Column(line("2026"), Align.END)), (Row((line("KS"), line("12"))),))
GOOD = Status("Uppnått", "●", Tone.GOOD)


def paragraph(*parts: str) -> Paragraph:
    return Paragraph(line(*parts))


def folded(text: str) -> str:
    """What escape keeps: no control signs, none of our own; white space folds, but not what holds numbers together."""
    parts = re.split(r"[^\S\u00a0\u2007\u202f]+", text)
    kept = (re.sub("[\x00-\x1f\x7f-\x9f\ue000\ue001\ufffe\uffff]", "", part) for part in parts)
    return " ".join(part for part in kept if part).strip()


@given(ONE_LINE | MARKDOWN_LIKE)
def test_an_escaped_text_reads_back_as_itself(text: str) -> None:
    assert parse(escape(text)) == ((paragraph(folded(text)),) if folded(text) else ())


@given(ONE_LINE | MARKDOWN_LIKE)
def test_an_escaped_text_stays_one_cell(text: str) -> None:
    [table] = parse(f"| head |\n| --- |\n| {escape(text)} |")
    assert isinstance(table, Table)
    [row] = table.rows
    assert words(row.cells[0]) == folded(text)


@pytest.mark.parametrize(
    "text",
    ["{{7*7}}", "# x", "<script>alert(1)</script>", "| a |", "[x](javascript:alert(1))", "1. x", "1) x", "- x", "+ x",
     "---", "===", "> x", "    x", "&lt;b&gt;", "a  ", "**x**", "`x`", "https://a.se/?a=1&b=2", "x\\", "1\u00a0250"],
)  # fmt: skip
def test_signs_with_a_meaning_lose_it_by_escape(text: str) -> None:
    assert parse(escape(text)) == (paragraph(text.strip()),)


def test_prose_becomes_blocks() -> None:
    text = "# A\n\nEn **stark** och *mjuk* `kod`  \nrad\nigen\n\n- ett\n  1. två\n\n> citat\n\n---\n\n```\nx\n```\n"
    assert parse(text, below=3) == (
        Heading(4, line("A")),
        Paragraph(
            line(
                "En ", Strong(line("stark")), " och ", Emphasis(line("mjuk")), " ", Code("kod"), LineBreak(), "rad igen"
            )
        ),
        BulletList(((paragraph("ett"), NumberedList(((paragraph("två"),),))),)),
        Quote((paragraph("citat"),)),
        Divider(),
        CodeBlock("x"),
    )


def test_a_table_keeps_its_columns_to_their_edges() -> None:
    [table] = parse("| a | b | c |\n| --- | --: | :-: |\n| 1 | 2 | **3** |")
    assert isinstance(table, Table)
    assert [column.align for column in table.columns] == [Align.START, Align.END, Align.CENTRE]
    assert table.rows == (Row((line("1"), line("2"), line(Strong(line("3"))))),)


def test_html_shows_as_text() -> None:
    assert parse("<b>x</b>\n\n<div>\ny\n</div>") == (paragraph("<b>x</b>"), paragraph("<div> y </div>"))


@pytest.mark.parametrize(
    "address", ["https://a.se", "HTTP://a.se", "mailto:a@b.se", "tel:+46", "bilaga.pdf", "../a", "#b"]
)
def test_safe_links_are_links(address: str) -> None:
    assert parse(f"[x]({address})") == (Paragraph((Link(address, line("x")),)),)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc", "page:x", "JaVaScript:x"]
)
def test_other_links_are_words(address: str) -> None:
    assert parse(f"[x]({address})") == (paragraph(f"[x]({address})"),)


def levels(blocks: Blocks) -> list[int]:
    return [block.level for block in blocks if isinstance(block, Heading)]


def test_headings_go_below_without_gaps() -> None:
    assert levels(parse("# a\n\n### b\n\n##### c\n\n## d\n\n# e", below=2)) == [3, 4, 5, 4, 3]
    assert levels(parse("# a\n\n## b\n\n### c", below=5)) == [6, 6, 6]


def test_a_placed_block_stands_where_its_number_stood() -> None:
    text = f"Före {placeholder(0)} efter.\n\n{placeholder(1)}\n\n- {placeholder(1)}"
    assert parse(text, placed=[GOOD, TABLE]) == (
        Paragraph(line("Före ", GOOD, " efter.")),
        TABLE,
        BulletList(((TABLE,),)),
    )


def test_a_block_among_words_parts_the_paragraph() -> None:
    assert parse(f"Före\n{placeholder(0)}\nefter", placed=[TABLE]) == (paragraph("Före"), TABLE, paragraph("efter"))


def test_prose_of_one_paragraph_flows_into_its_line() -> None:
    prose = parse("mer *text*")
    assert parse(f"**Mål:** {placeholder(0)}", placed=[prose]) == (
        Paragraph(line(Strong(line("Mål:")), " mer ", Emphasis(line("text")))),
    )
    assert parse(placeholder(0), placed=[()]) == ()


def test_prose_of_several_paragraphs_becomes_lines_in_a_cell() -> None:
    text = f"| a |\n| --- |\n| {placeholder(0)} |"
    [table] = parse(text, placed=[parse("ett\n\ntvå")])
    assert isinstance(table, Table)
    assert table.rows == (Row((line("ett", LineBreak(), "två"),)),)


def test_headings_of_placed_prose_go_below_the_heading_before() -> None:
    prose = parse("# a\n\n## b")
    assert levels(parse(f"## x\n\n### y\n\n{placeholder(0)}", placed=[prose])) == [2, 3, 4, 5]


@pytest.mark.parametrize("text", ["# {}", "| {} |\n| --- |", "**a {} b**", "[a {}](https://b.se)"])
def test_a_block_in_a_line_is_refused(text: str) -> None:
    with pytest.raises(MisplacedBlockError, match="Table"):
        parse(text.format(placeholder(0)), placed=[TABLE])


def test_a_placeholder_in_somebodys_prose_means_nothing() -> None:
    assert parse(f"a{placeholder(0)}b") == (paragraph("a0b"),)


def test_anchors_are_unique_and_made_of_words() -> None:
    headings = (Heading(2, line("Mål & budget")), Heading(2, line("Mål, budget")), Heading(2, line("x"), "mål-budget"),
                Heading(2, line("y"), "mål-budget"))  # fmt: skip
    document = anchored(Document("t", "sv", headings))
    assert [block.anchor for block in document.blocks if isinstance(block, Heading)] == [
        "mål-budget-2", "mål-budget-3", "mål-budget", "mål-budget-4",
    ]  # fmt: skip
    assert anchored(document) == document
    assert slug("§ 112: Årsredovisning 2026") == "112-årsredovisning-2026"
    assert slug("…") == "del"


def test_words_are_what_is_read_aloud() -> None:
    assert (
        words(line("a ", Strong(line("b", LineBreak(), Code("c"))), " ", GOOD, Link("#x", line("d"))))
        == "a b c Uppnåttd"
    )


def test_a_row_of_the_wrong_length_is_refused() -> None:
    with pytest.raises(ValueError, match="2 cells in a row, 1 columns"):
        Table("t", (Column(line("a")),), (Row((line("1"), line("2"))),))
