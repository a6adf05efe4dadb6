"""Chapters of reports that hold nothing but what the report answers."""

from __future__ import annotations

from pathlib import Path

import pytest
from overlay import Overlay

from styrc.compiler import compile_project
from styrc.follow_up import follow_up
from styrc.project import open_project

EXAMPLE = Path(__file__).parents[1] / "examples" / "lysekil"
REPORT = """\
dokument: nämndens uppföljningsrapport
period: {year}-01 – {year}-08
enhet: ks
beslut: {{organ: ks, datum: {year}-09-20, paragraf: § 1, diarienummer: LKS {year}-1}}
"""


@pytest.mark.parametrize(("year", "told"), [(2026, False), (2023, True)])
def test_a_chapter_of_answers_is_there_where_there_is_something_to_answer(
    year: int,
    told: bool,  # noqa: FBT001 - a parameter of the test
    tmp_path: Path,
) -> None:
    """What is not answered is told element by element; only a report with nothing to answer lacks the chapter."""
    name = f"{year}/uppfoljning/nr-3-namnder/kommunstyrelsen.yaml"
    found = Overlay({name: REPORT.format(year=year)}, base=EXAMPLE).compiled(tmp_path)
    missing = [one.values["name"] for one in found.diagnostics if one.code == "STY402" and one.place.file == name]
    assert ("kvalitet i grunduppdraget" in missing) is told


def test_only_what_stands_with_units_of_the_levels_asked_for_is_asked() -> None:
    """The oversight is over the boards: what the units below them answer for is the boards' to look after."""
    plan = compile_project(open_project(EXAMPLE)).plan
    assert plan is not None
    asked = [element for element, _ in follow_up(plan).duties(plan.documents["uppsikt-2025"]).values()]
    qualities = [one for one in asked if one.kind == "kvalitetsfaktor"]
    assert {plan.organisation.level(one.unit) for one in qualities} == {"nämnd"}
    assert {one.unit for one in asked if one.kind == "risk"} >= {"kf", "ks"}
