"""The project that speed is measured on: without faults, so that no findings are measured, and always the same."""

from __future__ import annotations

from pathlib import Path

import floor
import generate
import pytest
from model import needs

from styrc.compiler import compile_project
from styrc.project import open_project

pytestmark = needs("leksand")


@pytest.mark.parametrize("size", [400, 1_000, 5_000])
def test_the_measured_project_is_clean_and_of_its_size(tmp_path: Path, size: int) -> None:
    elements = generate.write(size, tmp_path)
    assert abs(elements - size) <= size / 20
    done = compile_project(open_project(tmp_path))
    assert done.diagnostics == ()
    assert done.plan is not None
    assert len(done.plan.elements) == elements == floor.read(tmp_path)


def test_the_same_size_gives_the_same_files(tmp_path: Path) -> None:
    for name in ("one", "other"):
        generate.write(500, tmp_path / name)
    files = {path.relative_to(tmp_path / "one") for path in (tmp_path / "one").rglob("*.yaml")}
    assert files == {path.relative_to(tmp_path / "other") for path in (tmp_path / "other").rglob("*.yaml")}
    assert all((tmp_path / "one" / file).read_bytes() == (tmp_path / "other" / file).read_bytes() for file in files)
