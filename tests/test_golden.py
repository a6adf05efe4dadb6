"""One document of each kind in every example, as Markdown, letter for letter; `pytest --golden` writes them anew.

A golden file is read in review: what changes in it is what readers of the document will see.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from model import MODELS

from styrc.compiler import compile_project
from styrc.names import slug
from styrc.project import open_project
from styrc.render import render
from styrc.render.markdown import markdown
from styrc.render.template import Templates

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden"
EXAMPLES = sorted(path.parent for path in (ROOT / "examples").glob("*/styrc.yaml"))


def documents(example: Path) -> dict[str, str]:
    """The latest document of each kind, by the name of its golden file."""
    plan = compile_project(open_project(example)).plan
    assert plan is not None
    latest = {one.kind: one for one in sorted(plan.documents.values(), key=lambda one: (one.period.start, one.id))}
    templates = Templates({})
    return {
        f"{slug(kind)}.md": markdown(render(plan, one, templates, 0), lambda target: f"#{target}")
        for kind, one in latest.items()
    }


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_documents_read_as_before(example: Path, request: pytest.FixtureRequest) -> None:
    folder, made = GOLDEN / example.name, documents(example)
    if request.config.getoption("--golden"):
        folder.mkdir(parents=True, exist_ok=True)
        for path in folder.glob("*.md"):
            path.unlink()
        for name, text in made.items():
            (folder / name).write_text(text, "utf-8", newline="\n")
    expected = {path.name: path.read_text("utf-8") for path in sorted(folder.glob("*.md"))}
    assert expected.keys() == made.keys()
    for name, text in made.items():
        assert expected[name] == text, name


def test_every_golden_file_has_its_example() -> None:
    kept = {path.name for path in GOLDEN.iterdir() if path.name in MODELS}
    assert kept == {path.name for path in EXAMPLES}
