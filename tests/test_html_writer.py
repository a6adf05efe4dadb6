"""The HTML writer: blocks as accessible markup, names that are unique on the page, nobody's words as markup."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest

from styrc.blocks import (
    Align,
    Anchor,
    Block,
    BulletList,
    Card,
    Cards,
    Code,
    Column,
    Contents,
    DecisionHeader,
    Document,
    Facts,
    Figure,
    Heading,
    LineBreak,
    Link,
    Mark,
    Metadata,
    Notice,
    NumberedList,
    Pair,
    Paragraph,
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
from styrc.render.html import Shell, Way, body, page
from styrc.render.svg import Bar, BarChart, Tree, TreeNode, figure

HOSTILE = "\"><script>alert('x')</script>&"
ADDRESSES = {"page:start": "../index.html", "element:trygg": "trygg.html#a&b"}


def written(*blocks: Block) -> str:
    html = body(Document("T", "sv", blocks), ADDRESSES.get)
    return html.removeprefix('<header class="title"><h1>T</h1>\n</header>\n').strip()


def cell_table(caption: str = "Budget") -> Table:
    columns = (Column(()), Column(line("2026"), Align.END))
    rows = (Row((line("KS"), line("1"))), Row((line("Summa"), line("1")), is_sum=True))
    return Table(caption, columns, rows, note=line("Avrundat."))


def test_inlines_have_their_markup() -> None:
    status = Status("Uppnått", "●", Tone.GOOD)
    html = written(
        Paragraph(line(Strong(line("a")), LineBreak(), Code("<b>"), " ", Mark("Mål"), " ", status, Anchor("x")))
    )
    assert html == (
        '<p><strong>a</strong><br><code>&lt;b&gt;</code> <span class="mark neutral">Mål</span> '
        '<span class="status good"><span class="sign" aria-hidden="true">●</span> Uppnått</span>'
        '<span id="x"></span></p>'
    )


def test_links_get_their_addresses_or_stay_words() -> None:
    links = (Link("element:trygg", line("a")), Link("page:borta", line("b")), Link("https://c.se", line("c")))
    assert written(Paragraph(links)) == '<p><a href="trygg.html#a&amp;b">a</a>b<a href="https://c.se">c</a></p>'


def test_a_table_tells_heads_from_cells() -> None:
    assert written(cell_table()) == (
        '<div class="table-box" role="region" aria-label="Budget" tabindex="0">\n'
        "<table><caption><span>Budget</span></caption>\n"
        '<thead><tr><td></td><th scope="col" class="end">2026</th></tr>\n</thead>\n'
        '<tbody><tr><th scope="row">KS</th><td class="end">1</td></tr>\n'
        '<tr class="sum"><th scope="row">Summa</th><td class="end">1</td></tr>\n</tbody>\n</table>\n</div>\n'
        '<p class="table-note">Avrundat.</p>'
    )


def test_boxes_that_scroll_have_labels_of_their_own() -> None:
    html = written(cell_table(), cell_table(), cell_table(""))
    assert re.findall('aria-label="([^"]*)"', html) == ["Budget", "Budget (2)", "Tabell"]


def test_lists_hold_lists() -> None:
    inner = NumberedList(((Paragraph(line("b")),),), start=3)
    html = written(BulletList(((Paragraph(line("a")), inner), (Paragraph(line("c")), Paragraph(line("d"))))))
    assert re.sub(r"\n", "", html) == '<ul><li>a<ol start="3"><li>b</li></ol></li><li>c<p>d</p></li></ul>'


def test_the_contents_stand_before_the_text_and_lead_into_it() -> None:
    html = written(
        Heading(2, line("A")), Contents(), Heading(2, line("A")), Heading(3, line("B")), Heading(4, line("C"))
    )
    assert re.findall('<h[2-4] id="([^"]*)"', html) == ["a", "contents_title", "a-2", "b", "c"]
    assert re.findall('<a href="#([^"]*)"', html) == ["a", "a-2", "b"]
    assert html.index('<div class="with-contents"><nav') > html.index('id="a"')
    assert html.index('<div class="text">') < html.index('id="a-2"')


def test_drawings_have_names_of_their_own_and_links_with_addresses() -> None:
    tree = Tree(
        "Träd", "", ("Mål",), (TreeNode("a", 0, "A", (), "element:trygg"), TreeNode("b", 0, "B", (), "element:b"))
    )
    bars = BarChart("Staplar", "Två.", "tkr", (Bar("KS", Decimal(1)),))
    html = written(figure(tree, "sv"), figure(bars, "sv"), figure(bars, "sv"))
    ids = re.findall(r'\bid="([^"]*)"', html)
    assert len(ids) == len(set(ids)) == 6
    assert all(name in ids for names in re.findall('aria-labelledby="([^"]*)"', html) for name in names.split())
    assert re.findall("<a[^>]*>", html) == ['<a href="trygg.html#a&amp;b">', "<a>", '<a href="trygg.html#a&amp;b">']
    assert html.count("<summary>Visa som tabell") == 3
    assert html.count('class="drawing-box"') == 1


def test_the_other_blocks_have_their_markup() -> None:
    thread = Thread((ThreadNode("Mål", line("a"), (ThreadNode("", line("b"), (), is_here=True),)),))
    html = written(
        DecisionHeader((Pair("Datum", line("2025-11-24")),)),
        Facts((Pair("Ansvarig", line("KS")),)),
        Notice(Tone.CAUTION, "UTKAST"),
        Cards((Card("Plan", "page:start", line("c"), Mark("Ny", Tone.INFO)),)),
        thread,
    )
    assert re.sub(r"\n", "", html) == (
        '<dl class="decision"><div><dt>Datum</dt><dd>2025-11-24</dd></div></dl>'
        '<dl class="facts"><div><dt>Ansvarig</dt><dd>KS</dd></div></dl>'
        '<div class="notice caution" role="note"><p class="notice-title">UTKAST</p></div>'
        '<ul class="cards"><li><p><span class="mark info">Ny</span></p>'
        '<p class="card-title"><a href="../index.html">Plan</a></p><p>c</p></li></ul>'
        '<ul class="thread"><li><span class="mark neutral">Mål</span> a'
        '<ul><li><strong aria-current="true">b</strong></li></ul></li></ul>'
    )


@pytest.mark.parametrize("block", [
    Paragraph(line(HOSTILE, Code(HOSTILE), Mark(HOSTILE), Status(HOSTILE, HOSTILE, Tone.BAD))),
    Paragraph((Link(HOSTILE, line(HOSTILE)),)),
    Paragraph(line(Anchor(HOSTILE))), Heading(2, line(HOSTILE), HOSTILE), cell_table(HOSTILE),
    Figure(HOSTILE, HOSTILE, "<svg/>", cell_table()),
    figure(BarChart(HOSTILE, HOSTILE, HOSTILE, (Bar(HOSTILE, Decimal(1)),)), "sv"),
    figure(Tree(HOSTILE, HOSTILE, (HOSTILE,), (TreeNode("a", 0, HOSTILE, (), "element:" + HOSTILE),)), "sv"),
    Facts((Pair(HOSTILE, ()),)), Notice(Tone.INFO, HOSTILE), Thread((ThreadNode(HOSTILE, line(HOSTILE)),)),
    Cards((Card(HOSTILE, HOSTILE, line(HOSTILE), Mark(HOSTILE)),)),
])  # fmt: skip
def test_words_are_never_markup(block: Block) -> None:
    html = body(Document(HOSTILE, "sv", (block,), HOSTILE), lambda target: target)
    assert "<script" not in html
    assert '"">' not in html


def test_a_page_has_what_a_page_needs() -> None:
    ways = (Way("Start", "page:start"), Way("Borta", "page:borta", is_here=True))
    shell = Shell(
        "Leksands kommun", "page:start", ("../site.css",), ways, ways, ways, date(2025, 11, 24), (line(Code("a.yaml")),)
    )
    document = Document("Plan & budget", "sv", (Paragraph(line("x")),), "Kommunplan", Metadata(description=HOSTILE))
    html = page(document, shell, ADDRESSES.get)
    assert html.startswith('<!DOCTYPE html>\n<html lang="sv">\n<head>\n')
    assert "<title>Plan &amp; budget – Leksands kommun</title>" in html
    assert '<link rel="stylesheet" href="../site.css">' in html
    assert html.index('class="skip" href="#page_main"') < html.index('<main id="page_main"')
    assert html.count("<h1>") == html.count("<main") == html.count("<footer") == 1
    assert '<time datetime="2025-11-24">2025-11-24</time>' in html
    assert html.count("<li>Borta</li>") == 3
    assert "<script" not in html
    assert '<html lang="en">' in page(Document("T", "en", ()), Shell("M", "page:start", ()), ADDRESSES.get)


def test_a_run_is_escaped_once() -> None:
    assert written(Paragraph((Run("a & b < c"),))) == "<p>a &amp; b &lt; c</p>"
