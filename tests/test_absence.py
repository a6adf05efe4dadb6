"""What is missing is told once, where it weighs most; and how much a wrong value weighs, whatever an absence would."""

from __future__ import annotations

from pathlib import Path

import pytest
from overlay import PROJECT, Overlay

from styrc.compiler import Compilation, compile_project
from styrc.diagnostic import Severity
from styrc.project import open_project
from styrc.rule import severity

PLAN = "2026/namndplaner/ks.yaml"
MODEL = """
styrc: 1
model: liten
name: Liten modell
levels: {råd: {}, nämnd: {}}
kinds:
  mål:
    role: goal
    plural: mål
    fields:
      färg: {type: choice, of: [röd, blå], required: true, grade: warning, id: A}
      gissad färg: {type: choice, of: [röd, blå], inferred: true, id: B}
      antal: {type: whole, most: 9, grade: warning, id: C}
      gissat antal: {type: whole, most: 9, inferred: true, id: D}
      hos: {type: unit, levels: råd, inferred: true, id: E}
  tal: {role: indicator, fields: {pris: {type: money, id: F, why: Pengar hör till tal.}}, links: {mäter: {to: mål}}}
documents:
  bok: {levels: råd, chapters: {allt: {holds: {mål: {}}}}}
  häfte: {levels: råd, chapters: {allt: {holds: {tal: {min: 1, id: G, why: Häftet har tal.}}}}}
"""
SETTINGS = """
styrmodell: liten
kommun: {namn: Exempelby}
planår: [2026]
organisation: [{id: råd, namn: Rådet, nivå: råd}, {id: n, namn: Nämnden, nivå: nämnd}]
"""


def told(compilation: Compilation) -> list[tuple[str, Severity, tuple[str, ...]]]:
    return [(one.code, severity(one), one.because.ids if one.because else ()) for one in compilation.diagnostics]


def codes(compilation: Compilation) -> list[str]:
    return [one.code for one in compilation.diagnostics]


WEIGHTS = {
    "missing, only a warning": ("", [("STY102", Severity.WARNING, ("A",))]),
    "another word": ("färg: grön", [("STY107", Severity.ERROR, ("A",))]),
    "another word where the choice is inferred": (
        "färg: röd, gissad färg: grön",
        [("STY107", Severity.ERROR, ("B",))],
    ),
    "too much": ("färg: röd, antal: 10", [("STY117", Severity.ERROR, ("C",))]),
    "too much for a bound that is inferred": ("färg: röd, gissat antal: 10", [("STY117", Severity.WARNING, ("D",))]),
    "a level that is inferred": ("färg: röd, hos: n", [("STY115", Severity.WARNING, ("E",))]),
    "another kind's field": ("färg: röd, pris: 40", [("STY112", Severity.ERROR, ("F",))]),
}


@pytest.mark.parametrize("name", WEIGHTS)
def test_a_grade_is_for_what_is_missing(name: str, tmp_path: Path) -> None:
    values, expected = WEIGHTS[name]
    row = ", ".join(filter(None, ("id: a", "titel: A", values)))
    plan = f"dokument: bok\nperiod: 2026\nenhet: råd\nmål:\n  - {{{row}}}\n"
    files = {"styrc.yaml": SETTINGS, "schemas/liten.yaml": MODEL, "plan.yaml": plan}
    assert told(Overlay(files, alone=True).compiled(tmp_path)) == expected


def test_a_section_of_another_document_says_why(tmp_path: Path) -> None:
    plan = "dokument: bok\nperiod: 2026\nenhet: råd\ntal:\n  - {id: a, titel: A}\n"
    files = {"styrc.yaml": SETTINGS, "schemas/liten.yaml": MODEL, "plan.yaml": plan}
    assert told(Overlay(files, alone=True).compiled(tmp_path)) == [("STY112", Severity.ERROR, ("G",))]


def emptied(old: str, new: str) -> dict[str, str]:
    text = (PROJECT / PLAN).read_text("utf-8")
    assert old in text
    return {PLAN: text.replace(old, new)}


NAME = "      - {id: färdiga-tomter, titel: Tomter som är klara att bygga på, räknas i: tomter, "
MEASURE = f"{NAME}bättre: högre, sikte: 60}}\n"


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ("", ["STY302"]),  # the heading is left: the goal is not measured, which is told
        ("      # Inget än.\n", ["STY302"]),
        ("      -\n", ["STY103"]),
    ],
)
def test_a_heading_left_without_its_rows(new: str, expected: list[str], tmp_path: Path) -> None:
    assert codes(Overlay(emptied(MEASURE, new)).compiled(tmp_path)) == expected


def test_a_heading_that_nobody_asks_for(tmp_path: Path) -> None:
    assert codes(Overlay({"2026/arsbudget/nytt.yaml": "lägestal:\n"}).compiled(tmp_path)) == ["STY103"]
    (tmp_path / "b").mkdir()
    assert codes(Overlay({"2026/arsbudget/nytt.yaml": "lägestal: []\n"}).compiled(tmp_path / "b")) == []


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("2026/arsbudget/arsbudget.yaml", ["STY401"]),
        ("2026/namndplaner/bn.yaml", ["STY401"]),
        ("fardplan.yaml", ["STY401"]),
        ("2026/arbetsplaner/angsskolan.yaml", ["STY401"]),
    ],
)
def test_a_document_that_is_gone_is_told_once(file: str, expected: list[str], tmp_path: Path) -> None:
    root = Overlay({}).write(tmp_path)
    (root / file).unlink()
    assert codes(compile_project(open_project(root))) == expected
