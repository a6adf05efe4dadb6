"""The documentation: generated pages are fresh, constructs explained, links lead somewhere, and examples work."""

from __future__ import annotations

import inspect
import os
import re
import subprocess
import sys
from pathlib import Path

import pages
import pytest
from models_page import models
from pydantic import BaseModel

from styrc.compiler import compile_project
from styrc.project import open_project
from styrc.schema import Part, Role, Schema, Tie

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"


@pytest.mark.parametrize("name", [name for name in pages.PAGES if name != "modeller.md"])
def test_generated_pages_are_fresh(name: str) -> None:
    assert (DOCS / name).read_text("utf-8") == pages.PAGES[name](), "run `make docs`"


def test_the_page_on_models_is_fresh() -> None:
    """What it says of each model that is there: one may be taken away without anything else having to change."""
    written = (DOCS / "modeller.md").read_text("utf-8").rstrip("\n").split("\n\n## ")
    assert [part for part in models().rstrip("\n").split("\n\n## ") if part not in written] == [], "run `make docs`"


def test_stale_pages_are_told_and_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(pages, "HERE", tmp_path)
    monkeypatch.setattr(pages, "PAGES", {"modeller.md": models})
    (tmp_path / "modeller.md").write_text("old", "utf-8")
    assert pages.main(["--check"]) == 1
    assert capsys.readouterr().out == "docs/modeller.md is stale: run `make docs`\n"
    assert (tmp_path / "modeller.md").read_text("utf-8") == "old"
    assert pages.main([]) == 0
    assert pages.main(["--check"]) == 0


@pytest.mark.parametrize("model", pages.constructs(Schema), ids=lambda model: model.__name__)
def test_every_key_of_the_schema_language_is_explained(model: type[BaseModel]) -> None:
    assert (model.__doc__ or "").strip()
    assert [name for name, field in model.model_fields.items() if not field.description] == []


@pytest.mark.parametrize("enum", [Role, Part, Tie])
def test_every_word_of_the_theory_is_explained(enum: type[Role | Part | Tie]) -> None:
    lines = re.findall(r'^ {4}[A-Z_]+ = ".*$', inspect.getsource(enum), re.MULTILINE)
    assert [line for line in lines if "  # " not in line] == []


HAND_WRITTEN = sorted(path for path in (*ROOT.glob("*.md"), *DOCS.glob("*.md")))


@pytest.mark.parametrize("page", HAND_WRITTEN, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if "://" in target or is_of_a_model_taken_away(target):
            continue
        name, _, anchor = target.partition("#")
        other = (page.parent / name) if name else page
        assert other.exists(), target
        if anchor:
            assert anchor in anchors(other), target


def is_of_a_model_taken_away(target: str) -> bool:
    found = re.match(r"\.\./tests/cases/([^/]+)/", target)
    return found is not None and not (ROOT / "schemas" / f"{found[1]}.yaml").is_file()


def anchors(page: Path) -> set[str]:
    """The anchors that a page's headings get."""
    heads = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", head.lower()).strip().replace(" ", "-") for head in heads}


def test_the_worked_example_is_sound(tmp_path: Path) -> None:
    """The files of `describe-your-own.md`, as a reader would write them down."""
    text = (DOCS / "describe-your-own.md").read_text("utf-8")
    files = re.findall(r"^`([\w./-]+)`:\n\n```yaml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert {"styrc.yaml", "schemas/lilla.yaml"} < {name for name, _ in files}
    for name, content in files:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    done = compile_project(open_project(tmp_path))
    assert done.diagnostics == ()
    assert done.plan is not None
    assert {element.kind for element in done.plan.elements.values()} == set(done.plan.schema.kinds)
    wrong = re.search(r"```diff\n(.*?)^```$.*?```\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert wrong is not None
    removed = re.findall(r"^-(.*)$", wrong[1], re.MULTILINE)
    added = re.findall(r"^\+(.*)$", wrong[1], re.MULTILINE)
    changed = next(path for path in tmp_path.rglob("*.yaml") if "\n".join(removed) in path.read_text("utf-8"))
    changed.write_text(changed.read_text("utf-8").replace("\n".join(removed), "\n".join(added)), "utf-8")
    line = [sys.executable, "-m", "styrc", "check", "--lang", "sv"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100", "NO_COLOR": "1"}
    told = subprocess.run(line, capture_output=True, check=False, cwd=tmp_path, env=environment)  # noqa: S603 - our own
    assert told.stdout.decode("utf-8") == wrong[2]
