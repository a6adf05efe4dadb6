"""Which report is the one before: the last that answered for as much, whatever kind it is of."""

from __future__ import annotations

from pathlib import Path

from styrc.compiler import compile_project
from styrc.follow_up import follow_up
from styrc.project import open_project

MODEL = """
styrc: 1
model: ett
name: Ett
levels: {råd: {}}
kinds:
  mål: {role: vision, plural: mål, answers: {analys: {part: analysis}}}
  risk: {role: risk, plural: risker, answers: {analys: {part: analysis}}}
  uppdrag: {role: assignment, plural: uppdrag, links: {till: {to: mål}}, answers: {analys: {part: analysis}}}
documents:
  plan: {levels: råd, chapters: {allt: {holds: {mål: {}, uppdrag: {}}}}}
reports:
  prognos: {levels: råd, period: {form: part}, asks: {uppdrag: {}}}
  delrapport: {levels: råd, period: {form: part}, asks: {mål: {}, uppdrag: {}}}
  höstprognos: {levels: råd, period: {form: part}, asks: {uppdrag: {}}}
  årsrapport: {levels: råd, asks: {mål: {}, uppdrag: {}, risk: {}}}
"""
SETTINGS = """
styrmodell: ett
kommun: {namn: Ettby}
planår: [2025, 2026]
organisation: [{id: kf, namn: Rådet, nivå: råd}]
"""
REPORTS = {
    "prognos-2025": "2025-01 – 2025-04",
    "delrapport-2025": "2025-01 – 2025-08",
    "höstprognos-2025": "2025-01 – 2025-10",
    "årsrapport-2025": "2025",
    "prognos-2026": "2026-01 – 2026-04",
    "delrapport-2026": "2026-01 – 2026-08",
}


def test_the_report_before_is_the_last_that_answered_for_as_much(tmp_path: Path) -> None:
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas" / "ett.yaml").write_text(MODEL, "utf-8")
    (tmp_path / "styrc.yaml").write_text(SETTINGS, "utf-8")
    for id_, period in REPORTS.items():
        text = f"dokument: {id_[:-5]}\nid: {id_}\nperiod: {period}\nenhet: kf\n"
        (tmp_path / f"{id_}.yaml").write_text(text, "utf-8")
    plan = compile_project(open_project(tmp_path)).plan
    assert plan is not None
    found = {id_: follow_up(plan).previous(plan.documents[id_]) for id_ in REPORTS}
    assert {id_: one.id if one else "" for id_, one in found.items()} == {
        "prognos-2025": "",
        "delrapport-2025": "prognos-2025",
        "höstprognos-2025": "delrapport-2025",
        "årsrapport-2025": "delrapport-2025",
        "prognos-2026": "årsrapport-2025",
        "delrapport-2026": "årsrapport-2025",
    }
