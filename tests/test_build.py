"""`styrc build`: equal builds in every format, what is kept from the last one, the documents and formats asked for."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import tempfile
from pathlib import Path

import pytest
import typer
from docx import Document as Word
from jsonschema import Draft202012Validator
from pypdf import PdfReader

from styrc.cli import main
from styrc.compiler import Compilation, compile_project
from styrc.project import open_project
from styrc.render.pdf import PrintError
from styrc.render.word import WordTemplateError
from styrc.site import FORMATS, Wish, build_site, prints

ROOT = Path(__file__).parent.parent
SMALL = ROOT / "styrc" / "rules" / "example" / "project"
EXAMPLES = sorted(path.parent for path in (ROOT / "examples").glob("*/styrc.yaml"))
SCHEMA = json.loads((ROOT / "docs" / "open-data-1.schema.json").read_text("utf-8"))
HTML_AND_DATA = ("--format", "html", "--format", "data")
BRIEF = "-i-korthet"
ENDINGS = {".html", ".md", ".pdf", ".docx", ".json"}


def compiled(folder: Path) -> Compilation:
    return compile_project(open_project(folder))


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project in every format."""
    folder = tmp_path_factory.mktemp("whole") / "bygge"
    build_site(compiled(SMALL), folder, templates={})
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "projekt"))


def test_each_document_has_a_file_of_each_format(whole: Path) -> None:
    plan = compiled(SMALL).plan
    assert plan is not None
    made = {path.suffix for path in (whole / "dokument").iterdir()}
    assert made >= ENDINGS
    for ending in ENDINGS:
        files = [path for path in (whole / "dokument").glob(f"*{ending}") if not path.stem.endswith(BRIEF)]
        assert len(files) == len(plan.documents), ending
    for path in (whole / "dokument").glob("*.html"):
        html = path.read_text("utf-8")
        if path.stem.endswith(BRIEF):
            continue
        for ending in (".pdf", ".docx", ".md", ".json"):
            assert f'href="{path.stem}{ending}"' in html, (path.name, ending)


def test_what_politics_decides_has_a_short_version_in_every_format(whole: Path) -> None:
    short = {path.stem for path in (whole / "dokument").glob(f"*{BRIEF}.*")}
    assert short
    for stem in short:
        assert {path.suffix for path in (whole / "dokument").glob(f"{stem}.*")} == ENDINGS - {".json", ".csv"}
        whole_page = (whole / "dokument" / f"{stem.removesuffix(BRIEF)}.html").read_text("utf-8")
        assert f'href="{stem}.html"' in whole_page
        assert f'href="{stem.removesuffix(BRIEF)}.html' in (whole / "dokument" / f"{stem}.html").read_text("utf-8")


def test_two_clean_builds_are_equal_in_every_format(whole: Path, project: Path, tmp_path: Path) -> None:
    build_site(compiled(project), tmp_path / "annan" / "plats", templates={})
    assert files_of(tmp_path / "annan" / "plats") == files_of(whole)


def test_what_is_unchanged_is_not_printed_again(whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(whole, tmp_path / "bygge")
    printed = _counted(monkeypatch)
    build_site(compiled(SMALL), tmp_path / "bygge", templates={})
    assert printed == []
    assert files_of(tmp_path / "bygge") == files_of(whole)


def _counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of the documents that are printed from now on."""
    printed: list[str] = []
    make = prints.Press._pdf  # noqa: SLF001 - what is saved cannot be seen from outside

    def counted(press: prints.Press, order: prints.Order, made_of: str) -> prints.Print:
        printed.append(order.document.title)
        return make(press, order, made_of)

    monkeypatch.setattr(prints.Press, "_pdf", counted)
    return printed


def test_a_change_is_printed_and_equals_a_clean_build(
    whole: Path, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(whole, tmp_path / "bygge")
    changed = next(path for path in sorted(project.rglob("*.yaml")) if "\ndokument:" in "\n" + path.read_text("utf-8"))
    text = changed.read_text("utf-8")
    changed.write_text(re.sub(r"^titel: .*$", "titel: Ett nytt namn", text, count=1, flags=re.MULTILINE), "utf-8")
    assert changed.read_text("utf-8") != text
    printed = _counted(monkeypatch)
    build_site(compiled(project), tmp_path / "bygge", templates={})
    assert "Ett nytt namn" in printed
    assert len(printed) < len(list((whole / "dokument").glob("*.pdf")))
    build_site(compiled(project), tmp_path / "rent", templates={})
    assert files_of(tmp_path / "bygge") == files_of(tmp_path / "rent")


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b'{"version": 2, "files": {"a": 1}}', b'{"version": 2, "files": []}', b"\xff" * 9]
)
def test_a_damaged_memory_is_no_memory(whole: Path, tmp_path: Path, damage: bytes) -> None:
    shutil.copytree(whole, tmp_path / "bygge")
    (tmp_path / "bygge" / ".styrc").write_bytes(damage)
    build_site(compiled(SMALL), tmp_path / "bygge", templates={})
    assert files_of(tmp_path / "bygge") == files_of(whole)


def test_a_file_that_somebody_has_changed_is_made_anew(whole: Path, tmp_path: Path) -> None:
    shutil.copytree(whole, tmp_path / "bygge")
    for path in (tmp_path / "bygge" / "dokument").glob("*.pdf"):
        path.write_bytes(path.read_bytes() + b"mer")
    for path in (tmp_path / "bygge" / "dokument").glob("*.docx"):
        path.unlink()
    build_site(compiled(SMALL), tmp_path / "bygge", templates={})
    assert files_of(tmp_path / "bygge") == files_of(whole)


def test_word_has_the_same_pages_with_and_without_the_pdf(whole: Path, tmp_path: Path) -> None:
    build_site(compiled(SMALL), tmp_path / "word", templates={}, wish=Wish(frozenset({"word"})))
    made = files_of(tmp_path / "word")
    assert {Path(name).suffix for name in made if name != ".styrc"} == {".docx"}
    assert all(files_of(whole)[name] == content for name, content in made.items() if name != ".styrc")


def test_the_draft_stamp_stands_on_decided_documents_too(project: Path, tmp_path: Path) -> None:
    wish = Wish(frozenset({"html", "markdown"}), draft=True)
    build_site(compiled(project), tmp_path / "bygge", templates={}, wish=wish)
    for path in (tmp_path / "bygge" / "dokument").iterdir():
        assert path.read_text("utf-8").count("UTKAST") == 1, path.name


def test_sources_are_attached_when_asked_for(project: Path, tmp_path: Path) -> None:
    files = open_project(project)
    sources = {**files.plans, **files.texts}
    wish = Wish(frozenset({"pdf"}), draft=False, sources=sources)
    build_site(compiled(project), tmp_path / "bygge", templates={}, wish=wish)
    assert all(b"/EmbeddedFile" in path.read_bytes() for path in (tmp_path / "bygge" / "dokument").glob("*.pdf"))


def test_print_leads_to_print(whole: Path) -> None:
    """A link to another document leads to the file of the same format beside, and on the site nowhere else."""
    linked: dict[str, set[str]] = {".pdf": set(), ".docx": set()}
    for path in (whole / "dokument").glob("*.pdf"):
        for page in PdfReader(path).pages:
            actions = (one.get_object().get("/A", {}) for one in page.get("/Annots", ()))
            linked[".pdf"] |= {str(one["/URI"]).partition("#")[0] for one in actions if "/URI" in one}
    for path in (whole / "dokument").glob("*.docx"):
        linked[".docx"] |= {
            one.target_ref.partition("#")[0] for one in Word(str(path)).part.rels.values() if one.is_external
        }
    for ending, targets in linked.items():
        assert targets, ending
        assert all((whole / "dokument" / target).is_file() and target.endswith(ending) for target in targets), targets


# The command


def styrc(*words: str) -> int:
    return main(["build", *words])


def test_only_the_chosen_documents_and_formats_are_made(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = compiled(project).plan
    assert plan is not None
    name, document = next(iter(plan.documents.items()))
    assert styrc(str(project), "--select", f"dokument:{name}", "--to", str(tmp_path / "ut"), *HTML_AND_DATA) == 0
    made = set(files_of(tmp_path / "ut")) - {".styrc", "style.css"}
    assert len({Path(one).name.partition(".")[0].removesuffix(BRIEF) for one in made}) == 1
    html = next(path for path in (tmp_path / "ut").rglob("*.html") if BRIEF not in path.stem).read_text("utf-8")
    assert document.title in html
    assert "<script" not in html
    assert not [
        link
        for link in re.findall(r'href="([^"#]+)', html)
        if not link.endswith(("style.css", ".json", ".csv", f"{BRIEF}.html"))
    ]
    told = capsys.readouterr().out
    assert "Öppna" in told
    assert ".html" in told


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--select", "dokumnet:budget"), "dokumnet"),
        (("--select", "finns-inte-alls"), "finns-inte-alls"),
        (("--select", "period:1950"), "Inget dokument passar urvalet"),
        (("--format", "pfd"), "pdf"),
    ],
)
def test_what_cannot_be_made_is_told(
    words: tuple[str, ...], said: str, project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert styrc(str(project), "--to", str(tmp_path / "ut"), *words) == 2
    told = capsys.readouterr()
    assert said in " ".join(told.err.split())
    assert not (tmp_path / "ut").exists()


def test_a_folder_that_cannot_be_written_is_told(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refused(**_: object) -> str:
        raise PermissionError(13, "Permission denied", str(tmp_path))  # an administrator may write everywhere

    monkeypatch.setattr(tempfile, "mkdtemp", refused)
    assert styrc(str(project), "--to", str(tmp_path / "ut"), "--format", "html") == 2
    assert "går inte att skriva" in capsys.readouterr().err


def test_a_folder_below_a_file_is_told(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "fil").write_text("x", "utf-8")
    assert styrc(str(project), "--to", str(tmp_path / "fil" / "ut"), "--format", "html") == 2
    assert "går inte att skriva" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["pdf", "word"])
def test_a_document_that_cannot_be_printed_is_named(
    form: str, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PrintError("okänt tecken", ("Mål",)) if form == "pdf" else WordTemplateError

    monkeypatch.setattr(
        *(("styrc.render.pdf.printed", refused) if form == "pdf" else ("styrc.render.word.word", refused))
    )
    assert styrc(str(project), "--to", str(tmp_path / "ut"), "--format", form) == 2
    told = " ".join(capsys.readouterr().err.split())
    assert "går inte att göra som PDF eller Word" in told
    assert ("okänt tecken" if form == "pdf" else "Word-mallen kan inte läsas") in told
    assert not (tmp_path / "ut").exists()


def test_signs_that_the_font_lacks_are_told_of_each_document_every_time(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = project / "fardplan.yaml"
    plan.write_text(plan.read_text("utf-8").replace("titel: Färdplan 2023–2026", "titel: Färdplan 😀 ↯ 😀"), "utf-8")
    printed = _counted(monkeypatch)
    for times in (1, 2):
        assert styrc(str(project), "--to", str(tmp_path / "ut"), "--format", "pdf") == 0
        told = " ".join(capsys.readouterr().out.split())
        assert told.count("visas som en tom ruta (□)") == 1
        assert told.count("Färdplan 😀 ↯ 😀: 😀 (U+1F600), ↯ (U+21AF)") == 1
        assert len([title for title in printed if title == "Färdplan 😀 ↯ 😀"]) == 1, times
    assert styrc(str(project), "--to", str(tmp_path / "ut"), "--format", "html") == 0
    assert "U+" not in capsys.readouterr().out


def test_the_start_page_is_opened_when_asked_for(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(typer, "launch", opened.append)
    assert styrc(str(project), "--to", str(tmp_path / "ut"), "--format", "html", "--open") == 0
    assert opened == [str((tmp_path / "ut" / "index.html").resolve())]


# Open data


@pytest.mark.parametrize("example", [*EXAMPLES, SMALL], ids=lambda path: path.name)
def test_open_data_keep_to_their_schema(example: Path, tmp_path: Path) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    validator = Draft202012Validator(SCHEMA)
    build_site(compiled(example), tmp_path / "ut", templates={}, wish=Wish(frozenset({"data"})))
    files = list((tmp_path / "ut").rglob("*.json"))
    assert files
    for path in files:
        found = [
            (list(one.path), one.message[:200]) for one in validator.iter_errors(json.loads(path.read_text("utf-8")))
        ]
        assert not found, path.name
    for path in (tmp_path / "ut").rglob("*.csv"):
        rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig")), delimiter=";"))
        assert len({len(row) for row in rows}) == 1, path.name
        assert len(rows) > 1, path.name


def test_all_formats_are_made_by_default() -> None:
    assert Wish().formats == frozenset(FORMATS) == {"html", "markdown", "pdf", "word", "data"}
