"""A slip in the head of a report is one finding: what the report answers for is not known, and nobody is blamed."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from model import needs

from styrc.compiler import compile_project
from styrc.project import open_project

pytestmark = needs("karlskoga")

EXAMPLE = Path(__file__).parent.parent / "examples/karlskoga"
REPORT = "2026/uppfoljning/augusti/barn-och-utbildningsnamnden.yaml"


@pytest.mark.parametrize(
    ("pattern", "written", "code"),
    [
        (r"(?m)^period: .*$", "period: 2026-01 – 2026-13", "STY106"),
        (r"(?m)^enhet: .*$", "enhet: finns-ej", "STY114"),
        (r"(?m)^förslag till beslut:\n(?:  - .*\n)+", "förslag till beslut: Godkänn\n", "STY108"),
    ],
)
def test_one_slip_is_one_finding(tmp_path: Path, pattern: str, written: str, code: str) -> None:
    project = tmp_path / "projekt"
    shutil.copytree(EXAMPLE, project, ignore=shutil.ignore_patterns("bygge"))
    before = compile_project(open_project(project)).diagnostics
    text = (project / REPORT).read_text("utf-8")
    changed = re.sub(pattern, written, text, count=1)
    assert changed != text
    (project / REPORT).write_text(changed, "utf-8")
    after = compile_project(open_project(project)).diagnostics
    known = {(one.code, one.place) for one in before}
    assert [(one.code, one.place.file) for one in after if (one.code, one.place) not in known] == [(code, REPORT)]
