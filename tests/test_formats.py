"""Every document of every example says the same in HTML, Markdown, Word and PDF, in files that keep the standards.

The blocks are the truth (`render`), and each format is compared with them, whole documents at a time: headings in
their order with how far down they stand, tables with captions and all cells, figures with titles and descriptions, and
how many times each number is said (`Content.numbers`, multisets, so that a number lost or said twice is seen). What a
format says of its own accord is left out where it is read (`content_of_files`): numbers of tables, figures and list
items, the table of contents with its pages, heads and feet of pages, words inside drawings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import page as validation
import pytest
from content import Content, bare, of_blocks
from content_of_files import of_html, of_markdown, of_pdf, of_word
from tagged_pdf import Tag, read
from word_file import ADDRESSES, Read, budget, chart, faults, rich

from styrc.blocks import Block, Document, Figure, Heading, Paragraph, Table, line
from styrc.compiler import compile_project
from styrc.dress import PLAIN, Dress
from styrc.plan import Plan
from styrc.project import open_project
from styrc.render import language_of, render, render_brief
from styrc.render.html import body
from styrc.render.markdown import markdown
from styrc.render.pdf import pdf
from styrc.render.svg import Bar, BarChart, figure
from styrc.render.template import Templates
from styrc.render.walk import nodes
from styrc.render.word import word
from styrc.site import build_site
from styrc.site.address import Addresses

EXAMPLES = sorted(path.parent for path in (Path(__file__).parent.parent / "examples").glob("*/styrc.yaml"))
_SHOWN = 3
"""Differences of a sort that are told of a document."""


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_documents_say_the_same_in_all_formats_and_keep_the_standards(example: Path, tmp_path: Path) -> None:
    project = open_project(example)
    compilation = compile_project(project)
    assert compilation.plan is not None
    built = build_site(compilation, tmp_path / "bygge", templates=dict(project.templates))
    assert built.drafts == ()
    found = list(_in_documents(compilation.plan, Templates(dict(project.templates)), tmp_path / "bygge"))
    found += _against_standards(tmp_path / "bygge")
    assert not found, "\n" + "\n".join(found)


def _in_documents(plan: Plan, templates: Templates, folder: Path) -> Iterator[str]:
    """What differs or is unsound, told with the document and the format."""
    for path, blocks in _versions(plan, templates):
        for form, differs in _differences(blocks, plan.municipality.dress, folder / path):
            yield f"{Path(path).stem}, {form}: {differs}"


def _versions(plan: Plan, templates: Templates) -> Iterator[tuple[str, Document]]:
    """Every document and every short version, with the path of its page."""
    addresses = Addresses(plan, language_of(plan))
    for name, document in plan.documents.items():
        yield addresses.documents[name], render(plan, document, templates, 0)
        brief = render_brief(plan, document, templates, 0) if name in addresses.briefs else None
        if brief is not None:
            yield addresses.briefs[name], brief


def _differences(document: Document, dress: Dress, path: Path) -> Iterator[tuple[str, str]]:
    wanted, as_markdown = of_blocks(document), of_blocks(document, as_markdown=True)
    descriptions = [description for _, description in wanted.figures]
    on_leaves, tags = path.with_suffix(".docx").read_bytes(), read(path.with_suffix(".pdf").read_bytes())
    found: dict[str, Callable[[], Iterator[str]]] = {
        "HTML": lambda: compared(wanted, of_html(path.read_text("utf-8"))),
        "Markdown": lambda: compared(
            as_markdown, of_markdown(path.with_suffix(".md").read_text("utf-8"), descriptions)
        ),
        "Word": lambda: compared(_dressed(wanted, dress), of_word(on_leaves)),
        "PDF": lambda: compared(_dressed(wanted, dress, address=dress.address), of_pdf(tags)),
        "Word, structure": lambda: faults(Read(on_leaves)),
        "PDF, structure": lambda: unsound(tags, document),
    }
    for form, differences in found.items():
        yield from ((form, one) for one in differences())


def _dressed(content: Content, dress: Dress, address: Sequence[str] = ()) -> Content:
    """What is said on paper beside the blocks: the logo, and below the title of a PDF the municipality's address."""
    logo = [("", dress.logo.alt)] if dress.logo else []
    return Content(content.headings, content.tables, [*logo, *content.figures], [*content.texts, *address])


def compared(wanted: Content, said: Content) -> Iterator[str]:
    """How one content differs from another."""
    yield from _lists("headings", wanted.outline(), said.outline())
    yield from _lists("figures", _figures(wanted), _figures(said))
    captions = [[bare(table.caption) for table in one.tables] for one in (wanted, said)]
    yield from _lists("tables", *captions)
    if captions[0] == captions[1]:
        for one, other in zip(wanted.tables, said.tables, strict=True):
            yield from _counts(f"cells of “{one.caption}”", one.cells(), other.cells())
    yield from _counts("numbers", wanted.numbers(), said.numbers())


def _figures(content: Content) -> list[tuple[str, str]]:
    return [(bare(title), bare(description)) for title, description in content.figures]


def _lists(what: str, wanted: Sequence[object], said: Sequence[object]) -> Iterator[str]:
    if wanted != said and Counter(wanted) == Counter(said):
        yield f"{what} in another order"
    yield from _counts(what, Counter(wanted), Counter(said))


def _counts(what: str, wanted: Counter[Any], said: Counter[Any]) -> Iterator[str]:
    for sort, counts in (("lack", wanted - said), ("have too much", said - wanted)):
        if counts:
            yield f"{what} {sort} {counts.total()}, as {list(counts)[:_SHOWN]}"


def unsound(root: Tag, document: Document) -> Iterator[str]:
    """What a PDF lacks for those who hear it."""
    tables = list(root.all("Table"))
    yield from ["a figure without words"] * sum(not one.alternative.strip() for one in root.all("Figure"))
    with_caption = (one for one in root.all("Div") if any(kid.role == "Caption" for kid in one.tags()))
    yield from ["a caption outside its table"] * sum(any(one.all("Table")) for one in with_caption)
    yield from ["a table without a head"] * sum(not any(one.all("TH")) for one in tables)
    yield from ["a table without rows"] * sum(not any(one.all("TR")) for one in tables)
    yield from ["rows of unlike length"] * sum(len({len(list(r.tags())) for r in one.all("TR")}) > 1 for one in tables)
    yield from ["a heading without words"] * sum(not bare(one.words()) for one in root.all("H1", "H2", "H3", "H4"))
    least = sum(1 for node in nodes(document.blocks) if isinstance(node, Table) and node.columns)
    yield from [f"{len(tables)} tables, {least} in the blocks"] * (len(tables) < least)


def _against_standards(folder: Path) -> Iterator[str]:
    """Every PDF of the build by the rules of PDF/UA-1 and PDF/A-2a."""
    for path in sorted(folder.rglob("*.pdf")):
        data = path.read_bytes()
        for profile in ("ua1", "2a"):
            report = validation.validate_pdf_bytes(data, profile=profile)
            assert report.rules.total > 100
            yield from (f"{path.stem}, PDF, {profile}: {failure}" for failure in report.failures[:_SHOWN])


# ---- that the comparison sees what differs ---------------------------------------------------------------------------

WRITERS: dict[str, Callable[[Document], Content]] = {
    "HTML": lambda made: of_html(f"<main>{body(made, ADDRESSES.get)}</main>"),
    "Markdown": lambda made: of_markdown(
        markdown(made, ADDRESSES.get), [one.description for one in nodes(made.blocks) if isinstance(one, Figure)]
    ),
    "Word": lambda made: of_word(word(made, PLAIN, ADDRESSES.get)),
    "PDF": lambda made: of_pdf(read(pdf(made, PLAIN, ADDRESSES.get))),
}
_BARS = (Bar("Åsen", Decimal(3)), Bar("Norra", Decimal(5)))
_TABLE = budget()
_ROW = replace(_TABLE.rows[0], cells=(*_TABLE.rows[0].cells[:2], line("2\u00a0001")))
_OTHER_CHART = figure(BarChart("Betyg", "Två skolor.", "poäng", _BARS), "sv")
OTHERS: dict[str, tuple[Block, ...]] = {
    "a heading less": (Paragraph(line("I 2026")), _TABLE, chart()),
    "a heading further down": (Heading(2, line("Mål")), Heading(4, line("Om")), Paragraph(line("I 2026")), _TABLE),
    "another number": (Heading(2, line("Mål")), Paragraph(line("I 2027")), _TABLE, chart()),
    "another sign of a number": (Heading(2, line("Mål")), Paragraph(line("I −2026")), _TABLE, chart()),
    "a number said twice": (Heading(2, line("Mål")), Paragraph(line("I 2026 och 2026")), _TABLE, chart()),
    "no figure": (Heading(2, line("Mål")), Paragraph(line("I 2026")), _TABLE),
    "another description": (Heading(2, line("Mål")), Paragraph(line("I 2026")), _TABLE, _OTHER_CHART),
    "a table less": (Heading(2, line("Mål")), Paragraph(line("I 2026")), chart()),
    "another cell": (
        Heading(2, line("Mål")), Paragraph(line("I 2026")), replace(_TABLE, rows=(_ROW, *_TABLE.rows[1:])), chart(),
    ),
    "another order": (Heading(2, line("Mål")), Paragraph(line("I 2026")), replace(chart(), table=_TABLE)),
}  # fmt: skip


@pytest.mark.parametrize("form", WRITERS)
def test_blocks_of_all_kinds_say_the_same(form: str) -> None:
    made = rich()
    assert list(compared(of_blocks(made, as_markdown=form == "Markdown"), WRITERS[form](made))) == []


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("other", OTHERS)
def test_what_differs_is_told(form: str, other: str) -> None:
    same = (Heading(2, line("Mål")), Paragraph(line("I 2026")), _TABLE, chart())
    wanted = of_blocks(Document("Plan", "sv", same), as_markdown=form == "Markdown")
    assert list(compared(wanted, WRITERS[form](Document("Plan", "sv", same)))) == []
    assert list(compared(wanted, WRITERS[form](Document("Plan", "sv", OTHERS[other])))) != []
