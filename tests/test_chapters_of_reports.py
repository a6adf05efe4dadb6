"""Chapters of reports that hold nothing but what the report answers."""

from __future__ import annotations

from pathlib import Path

import pytest
from overlay import Overlay

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
