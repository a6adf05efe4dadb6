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
from styrc.plan import Plan
from styrc.project import open_project
from styrc.render import language_of
from styrc.site import Wish, build_site
from styrc.site.address import Addresses

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
    """Of each sort of page the one with most on it."""
    compilation = compile_project(open_project(request.param))
    site = tmp_path_factory.mktemp("site") / "bygge"
    build_site(compilation, site, templates={}, wish=Wish(frozenset({"html", "markdown", "data"})))
    assert compilation.plan is not None
    addresses = Addresses(compilation.plan, language_of(compilation.plan))
    sorts = list(_sorts(compilation.plan, addresses, site))
    chosen = {max(paths, key=lambda path: (path.stat().st_size, path.name)) for paths in sorts if paths}
    assert site / addresses.follow_up in chosen
    for paths in (addresses.indicators.values(), addresses.briefs.values()):
        assert chosen & {site / path for path in paths}
    return sorted(chosen)


def _sorts(plan: Plan, addresses: Addresses, site: Path) -> Iterator[list[Path]]:
    """The start page and each of those beside it; the pages of a folder; the documents of a kind; short versions."""
    yield from ([path] for path in site.glob("*.html"))
    yield from (list(folder.glob("*.html")) for folder in site.iterdir() if folder.is_dir())
    kinds = {name: one.kind for name, one in plan.documents.items()}
    assert plan.schema.reports.keys() & kinds.values()
    for sort in set(kinds.values()):
        yield [site / addresses.documents[name] for name, kind in kinds.items() if kind == sort]
    for is_report in (False, True):
        found = (path for name, path in addresses.briefs.items() if (kinds[name] in plan.schema.reports) is is_report)
        yield [site / path for path in found if (site / path).is_file()]


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
