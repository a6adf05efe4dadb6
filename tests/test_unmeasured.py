"""What is not measured weighs nothing in what is rolled up, and a figure without a scale has no judgement in print."""

from __future__ import annotations

from pathlib import Path

import pytest
from overlay import Overlay

from styrc.follow_up import follow_up
from styrc.render.report.answers import Answering

BASE = Path(__file__).parent / "cases" / "karlskoga" / "base"
REPORT = """\
dokument: nämndens delrapport
period: 2026-01 – 2026-08
enhet: {unit}
beslut: {{organ: {unit}, datum: 2026-09-20, paragraf: § 1}}
bedömning:
  {goal}: {{bedömning: {status}, analys: Så ser det ut.}}
"""
COUNCIL = """\
dokument: delårsrapport
id: delårsrapport
period: 2026-01 – 2026-08
enhet: kf
beslut: {organ: kf, datum: 2026-10-20, paragraf: § 2}
utfall:
  nöjda: 71
"""
FIGURE = """\
efterfrågade resultat:
  - {id: nöjda, titel: Nöjda föräldrar, rapporteras av: bn, måttenhet: procent}
"""


def project(first: str, second: str) -> Overlay:
    """Two boards' goals below one goal of the council, each judged as told."""
    files = {
        "ks.yaml": REPORT.format(unit="ks", goal="samordnat", status=first),
        "bn.yaml": REPORT.format(unit="bn", goal="språk", status=second),
        "kf.yaml": COUNCIL,
        "budget/resultat.yaml": FIGURE,
    }
    return Overlay(files, base=BASE)


@pytest.mark.parametrize(
    ("first", "second", "rolled_up"),
    [
        ("uppnås delvis", "ej mätt", "uppnås delvis"),
        ("uppnås helt", "ej mätt", "uppnås helt"),
        ("uppnås helt", "uppnås delvis", "uppnås helt"),
        ("uppnås helt", "uppnås inte", "uppnås delvis"),
        ("uppnås inte", "ej mätt", "uppnås inte"),
        ("ej mätt", "ej mätt", "ej mätt"),
    ],
)
def test_what_is_judged_not_measured_is_left_out_of_the_shares(
    first: str, second: str, rolled_up: str, tmp_path: Path
) -> None:
    plan = project(first, second).compiled(tmp_path).plan
    assert plan is not None
    goal = next(one for one in plan.elements.values() if one.id == "barn")
    step = follow_up(plan).judgement(goal, plan.documents["delårsrapport"]).step
    assert step is not None
    assert step.value == rolled_up


def test_a_figure_that_is_on_no_scale_is_not_said_to_be_unanswered(tmp_path: Path) -> None:
    plan = project("uppnås helt", "uppnås helt").compiled(tmp_path).plan
    assert plan is not None
    groups = Answering(plan, plan.documents["delårsrapport"], "sv").groups(["efterfrågat resultat"])
    drawn = str(list(groups))
    assert "Nöjda föräldrar" in drawn
    assert "71" in drawn
    assert "inte besvarad" not in drawn
