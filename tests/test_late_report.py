"""A report is in time by the day that it was handed over, where it says so; the council decides on it later."""

from __future__ import annotations

from pathlib import Path

import pytest

from styrc.compiler import compile_project
from styrc.project import open_project

MODEL = """
styrc: 1
model: ett
name: Ett
levels: {råd: {}}
kinds:
  mål: {role: vision, plural: mål, answers: {analys: {part: analysis}}}
documents:
  plan: {levels: råd, chapters: {allt: {holds: {mål: {}}}}}
reports:
  årsrapport:
    levels: råd
    breaks: {months: december, days: 105}
    asks: {mål: {}}
    fields: {överlämnad: {part: handed over, type: date}}
"""
SETTINGS = """
styrmodell: ett
kommun: {namn: Ettby}
planår: [2025]
organisation: [{id: kf, namn: Rådet, nivå: råd}]
"""


@pytest.mark.parametrize(
    ("written", "told"),
    [("", ["STY569"]), ("överlämnad: 2026-04-07\n", []), ("överlämnad: 2026-04-20\n", ["STY569"])],
)
def test_a_report_handed_over_in_time_is_not_late(written: str, told: list[str], tmp_path: Path) -> None:
    report = "dokument: årsrapport\nperiod: 2025\nenhet: kf\nbeslut: {organ: kf, datum: 2026-04-27}\n" + written
    (tmp_path / "schemas").mkdir()
    for name, text in {"schemas/ett.yaml": MODEL, "styrc.yaml": SETTINGS, "rapport.yaml": report}.items():
        (tmp_path / name).write_text(text, "utf-8")
    found = compile_project(open_project(tmp_path)).diagnostics
    assert [one.code for one in found if one.code == "STY569"] == told
