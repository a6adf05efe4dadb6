"""The Markdown writer: what it writes reads back as the same blocks, and every kind of block has its form."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from styrc.blocks import (
    Align,
    Anchor,
    Blocks,
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
    Inline,
    Inlines,
    LineBreak,
    Link,
    Mark,
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
from styrc.render.markdown import markdown
from styrc.render.markdown_in import parse

SIGNS = st.text(alphabet="ab1å .)#-+*_`~[]()<>!|\\:&;/{}='\"", min_size=1, max_size=12)
TEXT = (
    (SIGNS | st.text(min_size=1, max_size=12))
    .map(
        lambda text: re.sub(
            r"\s+", " ", re.sub("[\x00-\x1f\x7f-\x9f\ue000\ue001\ufffe\uffff\ud800-\udfff]", "", text)
        ).strip()
    )
    .filter(bool)
)
WORD = st.text(alphabet="abåÅ1", min_size=1, max_size=6)

PIECES = st.one_of(
    TEXT.map(Run),
    WORD.map(lambda word: Strong(line(word))),
    WORD.map(lambda word: Emphasis(line(word))),
    TEXT.map(Code),
    st.builds(Link, st.sampled_from(["https://a.se/b", "bilaga.pdf"]), TEXT.map(line)),
)


def spaced(pieces: list[Run | Strong | Emphasis | Code | Link]) -> Inlines:
    """Pieces of a line with a space between, text and spaces as one run."""
    inlines: list[Inline] = []
    for piece in pieces:
        before = ""
        if inlines and isinstance(last := inlines[-1], Run):
            before = last.text
            inlines.pop()
        space = " " if before or inlines else ""
        inlines += [Run(before + space + piece.text)] if isinstance(piece, Run) else [Run(before + space), piece]
    return tuple(one for one in inlines if one != Run(""))


LINES = st.lists(PIECES, min_size=1, max_size=4).map(spaced)
PARAGRAPHS = LINES.map(Paragraph)
LEAVES = st.one_of(PARAGRAPHS, TEXT.map(CodeBlock), st.just(Divider()))


def lists(inside: st.SearchStrategy[Blocks]) -> st.SearchStrategy[BulletList | NumberedList | Quote]:
    items = st.lists(inside, min_size=1, max_size=3).map(tuple)
    return st.one_of(items.map(BulletList), st.builds(NumberedList, items, st.sampled_from([1, 3])), inside.map(Quote))


NESTED = st.recursive(
    LEAVES, lambda inner: lists(st.tuples(PARAGRAPHS, inner) | inner.map(lambda one: (one,))), max_leaves=5
)


def written(*blocks: object) -> str:
    text = markdown(Document("T", "sv", blocks), lambda target: f"{target.partition(':')[2]}.md")  # type: ignore[arg-type]
    return text.removeprefix("# T\n\n").removesuffix("\n")


@given(st.lists(NESTED, min_size=1, max_size=3).map(tuple))
def test_blocks_read_back_as_themselves(blocks: Blocks) -> None:
    assert parse(written(*blocks)) == blocks


@given(st.lists(st.tuples(LINES, LINES), min_size=1, max_size=3), LINES)
def test_a_table_reads_back_as_itself(cells: list[tuple[Inlines, Inlines]], head: Inlines) -> None:
    table = Table("", (Column(head), Column(head, Align.END)), tuple(map(Row, cells)), row_headers=False)
    assert parse(written(table)) == (table,)


@given(LINES)
def test_a_heading_reads_back_as_itself(inlines: Inlines) -> None:
    assert parse(written(Heading(2, inlines))) == (Heading(2, inlines),)


GOOD = Status("Uppnått", "●", Tone.GOOD)
BUDGET = Table(
    "Budget | tkr",
    (Column(line("Nämnd")), Column(line("2026"), Align.END)),
    (Row((line("KS"), line("12\u00a0000"))), Row((line("Summa"), line("12\u00a0000")), is_sum=True)),
    note=line("Avrundat."),
)


def test_every_kind_of_block_has_its_form() -> None:
    text = written(
        Contents(),
        Heading(2, line("Mål")),
        DecisionHeader((Pair("Beslutad av", line("Kommunfullmäktige")), Pair("Datum", line("2025-11-24")))),
        Facts((Pair("Ansvarig", line(Link("element:un", line("Utbildningsnämnden")))),)),
        Notice(Tone.CAUTION, "UTKAST", (Paragraph(line("Ännu inte beslutad.")),)),
        PageBreak(),
        Heading(3, line("Trygg uppväxt ", Mark("2026"))),
        Thread((ThreadNode("Vision", line("Leksand"), (ThreadNode("Mål", line("Trygg"), (), is_here=True),)),)),
        Cards((Card("Kommunplan", "page:plan", line("För alla."), Mark("Beslutad")),)),
        BUDGET,
        Figure("Budget", "Budgeten är *12* tkr.", "<svg/>", BUDGET),
        Paragraph(line(Anchor("x"), "Läget: ", GOOD, LineBreak(), "1. ", Link("page:x", line("mer")), "!")),
    )
    assert text == FORM


def test_a_link_without_a_place_is_its_words() -> None:
    document = Document("T", "sv", (Paragraph(line(Link("element:x", line("ett mål")), " > 40 % & < 5")),), "Plan")
    assert markdown(document, lambda _: None) == "# T\n\nPlan\n\nett mål > 40 % & < 5\n"


def test_a_line_break_in_a_cell_stays_in_the_cell() -> None:
    table = Table("", (Column(line("a")),), (Row((line("b", LineBreak(), "c|d"),)),))
    assert written(table) == "| a |\n| --- |\n| b<br>c\\|d |"


FORM = """\
## Innehåll

- Mål
  - Trygg uppväxt *2026*

## Mål

| Beslutad av | Datum |
| --- | --- |
| Kommunfullmäktige | 2025-11-24 |

- **Ansvarig:** [Utbildningsnämnden](un.md)

> **UTKAST**
>
> Ännu inte beslutad.

### Trygg uppväxt *2026*

- Vision: Leksand
  - Mål: **Trygg**

* **[Kommunplan](plan.md)** – Beslutad – För alla.

**Budget | tkr**

| Nämnd | 2026 |
| --- | --: |
| KS | 12\u00a0000 |
| **Summa** | **12\u00a0000** |

Avrundat.

**Budget | tkr**

Budgeten är \\*12\\* tkr.

| Nämnd | 2026 |
| --- | --: |
| KS | 12\u00a0000 |
| **Summa** | **12\u00a0000** |

Avrundat.

Läget: ● Uppnått\\
1\\. [mer](x.md)\\!"""
