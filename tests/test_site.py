"""The site: links lead somewhere, hostile text stays text, a failed build leaves the last one, builds are equal."""

from __future__ import annotations

import re
import shutil
from html import escape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from styrc.compiler import Compilation, compile_project
from styrc.names import slug
from styrc.project import open_project
from styrc.site import Wish, build_site
from styrc.site.address import Addresses
from styrc.site.folder import ForeignFolderError, replacing

EXAMPLES = sorted(path.parent for path in (Path(__file__).parent.parent / "examples").glob("*/styrc.yaml"))
TEXTS = Wish(frozenset({"html", "markdown", "data"}))
"""What is tried here; test_build.py tries print."""
SMALL = Path(__file__).parent.parent / "styrc" / "rules" / "example" / "project"


def compiled(folder: Path) -> Compilation:
    """The compilation of a project folder."""
    return compile_project(open_project(folder))


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class _Page(HTMLParser):
    """Gathers what a page links to and what can be linked to on it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.tags: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the tag, its id and where it leads."""
        named = dict(attrs)
        self.tags.append(tag)
        if (target := named.get("href") or named.get("src")) is not None:
            self.links.append(target)
        if named.get("id"):
            self.ids.append(str(named["id"]))


@pytest.fixture(params=EXAMPLES, ids=lambda path: path.name)
def site(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """An example, built."""
    build_site(compiled(request.param), tmp_path / "bygge", templates={}, wish=TEXTS)
    return tmp_path / "bygge"


def test_every_link_and_anchor_leads_somewhere(site: Path) -> None:
    pages = {path.relative_to(site).as_posix(): _Page(path.read_text("utf-8")) for path in site.rglob("*.html")}
    assert len(pages) > len(list(site.rglob("*.md")))
    for name, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), name
        for link in page.links:
            if re.match(r"[a-z]+:", link):
                continue
            file, _, anchor = link.partition("#")
            target = (site / name).parent.joinpath(file).resolve() if file else site / name
            assert target.is_file(), (name, link)
            if anchor and target.suffix == ".html":
                assert anchor in pages[target.relative_to(site.resolve()).as_posix()].ids, (name, link)


def test_no_page_needs_a_script_or_the_network(site: Path) -> None:
    for path in site.rglob("*.html"):
        html = path.read_text("utf-8")
        page = _Page(html)
        assert not {"iframe", "object", "embed", "form"} & set(page.tags), path
        assert re.findall("<script[^>]*>", html) == [f'<script src="{_up(path, site)}search.js" defer>'], path
        assert " hidden>" in html[html.index('class="search"') :][:80], "without script there is no dead field"
        assert page.tags.count("h1") == 1, path
    assert "://" not in (site / "search.js").read_text("utf-8")


def _up(path: Path, site: Path) -> str:
    return "../" * (len(path.relative_to(site).parts) - 1)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_two_builds_of_the_same_plans_are_equal(example: Path, tmp_path: Path) -> None:
    build_site(compiled(example), tmp_path / "one", templates={}, wish=TEXTS)
    copy = tmp_path / "elsewhere" / "kopia"
    shutil.copytree(example, copy)
    build_site(compiled(copy), tmp_path / "two", templates={}, wish=TEXTS)
    assert files_of(tmp_path / "one") == files_of(tmp_path / "two")


HOSTILE = [
    "{{ 7*7 }} {% import 'os' as x %}",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "# rubrik | a | b | [x](javascript:alert(1)) `kod` *fet*",
    "../../../etc/passwd",
    "</title></head><h1>annan</h1>",
    'baklänges 🎉 שלום &amp; "citat"',
]


def hostile_project(folder: Path, text: str) -> Path:
    """The example project with a text in every place where a person writes freely."""
    shutil.copytree(SMALL, folder)
    quoted = "'" + text.replace("'", "''") + "'"
    for path in folder.rglob("*.yaml"):
        if path.parent.name == "schemas":
            continue
        free = re.compile(r"^(\s*(?:- )?(?:titel|text|namn): )[^{\[|>]+$")
        lines = [free.sub(lambda found: found[1] + quoted, line) for line in path.read_text("utf-8").splitlines()]
        path.write_text("\n".join(lines) + "\n", "utf-8")
    return folder


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_out_as_text(text: str, tmp_path: Path) -> None:
    made = compiled(hostile_project(tmp_path / "projekt", text))
    build_site(made, tmp_path / "ut" / "bygge", templates={}, wish=TEXTS)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["projekt", "ut"]
    for path in (tmp_path / "ut").rglob("*.html"):
        html = path.read_text("utf-8")
        page = _Page(html)
        assert "img" not in page.tags, path
        assert re.findall("<script[^>]*>", html) == [
            f'<script src="{_up(path, tmp_path / "ut" / "bygge")}search.js" defer>'
        ]
        assert page.tags.count("h1") == 1, path
        assert not [link for link in page.links if link.startswith("javascript")], path
        assert "{%" not in html or "{% import" in html
    start = (tmp_path / "ut" / "bygge" / "index.html").read_text("utf-8")
    assert escape(" ".join(text.split())).replace("&quot;", "&#34;").replace("&#x27;", "&#39;") in start


def test_ids_never_become_paths(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "projekt")
    for path in (tmp_path / "projekt").glob("*.yaml"):
        text = path.read_text("utf-8")
        if text.startswith("dokument:"):
            path.write_text(text.replace("\n", "\nid: ../../utanför/../x\n", 1), "utf-8")
            break
    build_site(compiled(tmp_path / "projekt"), tmp_path / "ut" / "bygge", templates={}, wish=TEXTS)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["projekt", "ut"]
    assert [path.name for path in (tmp_path / "ut").iterdir()] == ["bygge"]


def filled(output: Path, files: dict[str, str]) -> None:
    """A folder with these files and no others."""
    with replacing(output) as fresh:
        for name, content in files.items():
            fresh.write(name, content)


def test_a_build_that_fails_leaves_the_last_good_one(tmp_path: Path) -> None:
    filled(tmp_path / "bygge", {"a.html": "första"})
    before = files_of(tmp_path / "bygge")
    with pytest.raises(OSError, match=r".*"):
        filled(tmp_path / "bygge", {"a.html": "andra", "a.html/b.html": "går inte"})
    assert files_of(tmp_path / "bygge") == before
    assert [path.name for path in tmp_path.iterdir()] == ["bygge"]


def test_a_page_that_is_gone_is_gone_after_the_next_build(tmp_path: Path) -> None:
    filled(tmp_path / "bygge", {"a.html": "1", "b.html": "1"})
    filled(tmp_path / "bygge", {"a.html": "2"})
    assert set(files_of(tmp_path / "bygge")) == {".styrc", "a.html"}


def test_a_folder_that_styrc_did_not_make_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "viktigt").mkdir()
    (tmp_path / "viktigt" / "avtal.txt").write_text("behåll", "utf-8")
    with pytest.raises(ForeignFolderError):
        filled(tmp_path / "viktigt", {"a.html": "1"})
    (tmp_path / "länk").symlink_to(tmp_path / "viktigt")
    with pytest.raises(ForeignFolderError):
        filled(tmp_path / "länk", {"a.html": "1"})
    assert files_of(tmp_path / "viktigt") == {"avtal.txt": b"beh\xc3\xa5ll"}


def test_a_document_with_errors_is_stamped_as_a_draft_and_only_it(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "projekt")
    assert not build_site(compiled(tmp_path / "projekt"), tmp_path / "ett", templates={}, wish=TEXTS).drafts
    extra = sorted((tmp_path / "projekt").rglob("*.yaml"))
    broken = next(path for path in extra if "\ndokument:" in "\n" + path.read_text("utf-8"))
    broken.write_text(broken.read_text("utf-8") + "\nfinns inte: ja\n", "utf-8")
    result = build_site(compiled(tmp_path / "projekt"), tmp_path / "två", templates={}, wish=TEXTS)
    assert len(result.drafts) == 1
    stamped = [path for path in (tmp_path / "två" / "dokument").glob("*.html") if "UTKAST" in path.read_text("utf-8")]
    assert len(stamped) == 1


def test_a_project_may_extend_our_template(tmp_path: Path) -> None:
    own = '{% extends "styrc/document.md.j2" %}{% block end %}## Eget slut\n\nOrd: {{ document.title }}{% endblock %}'
    build_site(compiled(SMALL), tmp_path / "bygge", templates={"document.md.j2": own}, wish=TEXTS)
    for path in (tmp_path / "bygge" / "dokument").glob("*.md"):
        assert ("## Eget slut" in path.read_text("utf-8")) is not path.stem.endswith("-i-korthet")


def test_a_fault_in_a_table_stamps_its_document(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "projekt")
    plans = sorted((tmp_path / "projekt").rglob("*.yaml"))
    budget = next(path for path in plans if "\n  rader:" in path.read_text("utf-8"))
    text = budget.read_text("utf-8")
    (budget.parent / "extra.yaml").write_text("finns inte: 1\n", "utf-8")
    assert len(build_site(compiled(tmp_path / "projekt"), tmp_path / "ett", templates={}, wish=TEXTS).drafts) == 1
    (budget.parent / "extra.yaml").unlink()
    assert build_site(compiled(tmp_path / "projekt"), tmp_path / "inga", templates={}, wish=TEXTS).drafts == ()
    budget.write_text(re.sub(r"(summa: \{[^}]*?)\d", r"\g<1>9", text, count=1), "utf-8")
    assert len(build_site(compiled(tmp_path / "projekt"), tmp_path / "två", templates={}, wish=TEXTS).drafts) == 1


@pytest.mark.parametrize(
    "address", ["https://planer.exempelby.se/styrdokument", "https://planer.exempelby.se/styrdokument/"]
)
def test_a_site_that_knows_its_address_has_a_map_of_all_its_pages(address: str, tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "projekt")
    with (tmp_path / "projekt" / "styrc.yaml").open("a", encoding="utf-8") as settings:
        settings.write(f"profil:\n  webbadress: {address}\n")
    site = tmp_path / "bygge"
    build_site(compiled(tmp_path / "projekt"), site, templates={}, wish=TEXTS)
    listed = re.findall("<loc>([^<]*)</loc>", (site / "sitemap.xml").read_text("utf-8"))
    start = "https://planer.exempelby.se/styrdokument/"
    pages = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    assert sorted(listed) == sorted(start + page.removesuffix("index.html") for page in pages)
    for page in pages:
        html = (site / page).read_text("utf-8")
        assert f'<link rel="canonical" href="{start}{page.removesuffix("index.html")}">' in html


def test_a_site_that_does_not_know_its_address_claims_none(site: Path) -> None:
    assert not (site / "sitemap.xml").exists()
    assert "canonical" not in (site / "index.html").read_text("utf-8")


def test_each_page_says_where_it_stands(site: Path) -> None:
    for path in site.rglob("*.html"):
        html = path.read_text("utf-8")
        trail = html.partition('<nav class="breadcrumbs"')[2].partition("</nav>")[0]
        here = re.findall(r'<a href="([^"]*)" aria-current="page">', trail)
        assert here == ([] if path == site / "index.html" else [path.name]), path
        if path.parent == site / "dokument":
            assert re.search(r'<a href="\.\./index\.html#[^"]+">', trail), path


def test_an_element_added_moves_no_other_address(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "projekt")
    before = _addresses(tmp_path / "projekt")
    path = tmp_path / "projekt" / "fardplan.yaml"
    added = path.read_text("utf-8").replace("\nfärdvägar:\n", "\nfärdvägar:\n  - id: nytt\n    titel: Barn\n", 1)
    path.write_text(added, "utf-8")
    after = _addresses(tmp_path / "projekt")
    assert before.items() < after.items()


def _addresses(project: Path) -> dict[str, str | None]:
    plan = compiled(project).plan
    assert plan is not None
    addresses = Addresses(plan, "sv")
    return {key: addresses.of(f"element:{key}") for key in plan.elements}


def test_the_accessibility_statement_is_reached_from_every_page_and_says_what_is_missing(tmp_path: Path) -> None:
    build_site(compiled(EXAMPLES[0]), tmp_path / "bygge", templates={}, wish=TEXTS)
    name = "tillganglighetsredogorelse.html"
    for path in (tmp_path / "bygge").rglob("*.html"):
        assert f'{_up(path, tmp_path / "bygge")}{name}"' in path.read_text("utf-8"), path
    html = (tmp_path / "bygge" / name).read_text("utf-8")
    assert "delvis förenlig" in html
    assert "https://www.digg.se/tdosanmalan" in html
    assert "Kommunen har inte angett hur du når den" in html


def test_a_country_without_a_template_has_no_accessibility_statement(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "projekt")
    schema = tmp_path / "projekt" / "schemas" / "exempel.yaml"
    schema.write_text(schema.read_text("utf-8").replace("jurisdiction: sweden\n", ""), "utf-8")
    build_site(compiled(tmp_path / "projekt"), tmp_path / "bygge", templates={}, wish=TEXTS)
    assert not (tmp_path / "bygge" / "tillganglighetsredogorelse.html").exists()
    assert "tillganglighetsredogorelse" not in (tmp_path / "bygge" / "index.html").read_text("utf-8")


def test_the_accessibility_statement_gives_the_municipality_s_address(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "projekt")
    with (tmp_path / "projekt" / "styrc.yaml").open("a", encoding="utf-8") as settings:
        settings.write("profil:\n  adress: [Storgatan 1, 0123-45 67 89]\n")
    build_site(compiled(tmp_path / "projekt"), tmp_path / "bygge", templates={}, wish=TEXTS)
    html = (tmp_path / "bygge" / "tillganglighetsredogorelse.html").read_text("utf-8")
    assert "<li>0123-45 67 89</li>" in html
    assert "har inte angett hur du når den" not in html


def test_a_page_says_when_it_was_decided_and_a_draft_does_not(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "projekt")
    compilation = compiled(tmp_path / "projekt")
    assert compilation.plan is not None
    build_site(compilation, tmp_path / "bygge", templates={}, wish=TEXTS)
    for document in compilation.plan.documents.values():
        html = (tmp_path / "bygge" / "dokument" / f"{slug(document.id)}.html").read_text("utf-8")
        day = document.decision.day if document.decision and document.decided else None
        assert re.findall(r'<time datetime="([^"]*)">', html) == ([day.isoformat()] if day else [])
