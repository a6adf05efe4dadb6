"""The pages of every example in real Chromium: no violation of WCAG 2.1 AA, and nothing wider than the window."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, sync_playwright

from styrc.compiler import compile_project
from styrc.project import open_project
from styrc.site import Wish, build_site

EXAMPLES = sorted(path.parent for path in (Path(__file__).parent.parent / "examples").glob("*/styrc.yaml"))
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
SETTINGS = [(1280, "light"), (1280, "dark"), (320, "light"), (320, "dark")]
_ARGUMENTS = [
    "--no-sandbox", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
]  # fmt: skip

pytestmark = pytest.mark.skipif(
    CHROMIUM is None and not os.environ.get("CI"), reason="Chromium is not installed (in CI it must be)"
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, started once."""
    assert CHROMIUM is not None, "Chromium is needed in CI"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=_ARGUMENTS)
        yield started
        started.close()


@pytest.fixture(scope="module", params=EXAMPLES, ids=lambda path: path.name)
def pages(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """One page of each sort: the start page, one document of each kind, one page of each folder."""
    compilation = compile_project(open_project(request.param))
    site = tmp_path_factory.mktemp("site") / "bygge"
    build_site(compilation, site, templates={}, wish=Wish(frozenset({"html", "markdown", "data"})))
    chosen = sorted(site.glob("*.html"))
    chosen += [next(iter(sorted(folder.glob("*.html")))) for folder in sorted(site.iterdir()) if folder.is_dir()]
    assert compilation.plan is not None
    kinds: dict[str, Path] = {}
    for path in sorted((site / "dokument").glob("*.html"), key=lambda path: -path.stat().st_size):
        kinds.setdefault(path.read_text("utf-8").partition('class="label">')[2].partition("<")[0], path)
    return sorted({*chosen, *kinds.values()})


@pytest.mark.parametrize(("width", "scheme"), SETTINGS)
def test_no_violations(browser: Browser, pages: list[Path], width: int, scheme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    for path in pages:
        page.goto(path.as_uri())
        found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
        assert not found, (path.name, [(one["id"], one["nodes"][0]["html"][:200]) for one in found])
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path.name
    context.close()
