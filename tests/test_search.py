"""Searching the site: the index as data, and the field in real Chromium, opened from a folder as a reader would."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from test_axe import browser, pytestmark  # noqa: F401 - the same Chromium

from styrc.blocks import (
    Anchor,
    BulletList,
    Column,
    Document,
    Facts,
    Figure,
    Heading,
    Notice,
    Pair,
    Paragraph,
    Row,
    Table,
    Thread,
    ThreadNode,
    Tone,
    line,
)
from styrc.compiler import compile_project
from styrc.project import open_project
from styrc.site import Wish, build_site
from styrc.site.search import entries, index

EXAMPLE = Path(__file__).parent.parent / "examples" / "leksand"


def rows(*blocks: object, title: str = "Plan") -> list[list[str]]:
    document = Document(title, "sv", blocks)  # type: ignore[arg-type]
    text = index(entries(document, "a/plan.html", lambda anchor: f"om {anchor}"))
    return json.loads(text.removeprefix("window.styrcIndex=").removesuffix(";\n"))  # type: ignore[no-any-return]


def test_a_page_its_headings_and_its_rows_can_be_found() -> None:
    table = Table(
        "Indikatorer",
        (Column(line("Indikator")), Column(line("Mål"))),
        (Row((line(Anchor("indikator-a"), "Behöriga"), line("88,5"))), Row((line("Annat"), line("1")))),
    )
    found = rows(Paragraph(line("Först")), Heading(2, line("Trygg skola"), "mal-a"), Paragraph(line("En text.")), table)
    assert found == [
        ["Plan", "om ", "a/plan.html", "först"],
        ["Behöriga", "om indikator-a", "a/plan.html#indikator-a", "88"],
        ["Trygg skola", "om mal-a", "a/plan.html#mal-a", "en text indikatorer annat"],
    ]


def test_words_in_every_block_can_be_found() -> None:
    (found,) = rows(
        BulletList(((Paragraph(line("punkt")),),)),
        Facts((Pair("ansvarig", line("nämnden")),)),
        Notice(Tone.INFO, "notis", (Paragraph(line("inuti")),)),
        Figure("bilden", "", "<svg/>"),
        Thread((ThreadNode("Mål", line("överst"), (ThreadNode("", line("underst")),)),)),
    )
    assert found[3].split() == ["punkt", "ansvarig", "nämnden", "notis", "inuti", "bilden", "överst", "underst"]


def test_no_words_can_end_the_script() -> None:
    hostile = "</script><script>alert(1)</script>\u2028"
    document = Document(hostile, "sv", ())
    assert "</" not in index(entries(document, "x.html", lambda _: hostile))
    assert "\u2028" not in index(entries(document, "x.html", lambda _: hostile))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "bygge"
    wish = Wish(frozenset({"html"}))
    build_site(compile_project(open_project(EXAMPLE)), folder, templates={}, wish=wish)
    return folder


@pytest.fixture
def page(browser: Browser, site: Path) -> Iterator[Page]:  # noqa: F811 - a fixture by its name
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    opened.goto((site / "dokument" / "kommunplan-2026.html").as_uri())
    yield opened
    context.close()


def hits(page: Page, text: str) -> list[str]:
    page.get_by_role("searchbox").fill(text)
    page.wait_for_function("document.querySelector('[role=status]').textContent !== ''")
    return page.locator(".search-panel a").all_text_contents()


def test_what_is_searched_for_is_found_and_can_be_followed(page: Page) -> None:
    found = hits(page, "röda tråden")
    assert found[0] == "Den röda tråden"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/den-roda-traden.html")


def test_letters_are_swedish_and_other_marks_do_not_matter(page: Page) -> None:
    assert hits(page, "ÅRSHJUL")[0] == "Årshjul"
    assert not [title for title in hits(page, "arshjul") if title == "Årshjul"]
    assert hits(page, "årshjúl")[0] == "Årshjul"


def test_every_word_must_fit_and_nothing_is_said_to_be_nothing(page: Page) -> None:
    both, one = hits(page, "kommunplan 2026"), hits(page, "kommunplan")
    assert len(both) <= len(one)
    assert any("Kommunplan 2026" in title for title in both)
    assert hits(page, "xyzzy") == []
    assert page.get_by_role("status").text_content() == "Inga träffar."


def test_escape_closes_and_leaves_the_field_in_focus(page: Page) -> None:
    hits(page, "skola")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    assert page.locator(".search-panel").is_hidden()
    assert page.evaluate("document.activeElement.id") == "search_field"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_open_results_have_no_violations(browser: Browser, site: Path, width: int, scheme: str) -> None:  # noqa: F811
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    opened = context.new_page()
    opened.goto((site / "index.html").as_uri())
    assert hits(opened, "skola")
    found = Axe().run(opened, options={"resultTypes": ["violations"]}).response["violations"]
    assert not found, [(one["id"], one["nodes"][0]["html"][:200]) for one in found]
    assert opened.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_without_script_there_is_no_field(browser: Browser, site: Path) -> None:  # noqa: F811
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto((site / "index.html").as_uri())
    assert opened.locator(".search").is_hidden()
    context.close()
