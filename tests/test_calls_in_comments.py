"""What an answer says of a value is said in the row of an assignment and by units below, as in a paragraph."""

from __future__ import annotations

from pathlib import Path

from styrc.compiler import compile_project
from styrc.project import open_project
from styrc.render import render
from styrc.render.markdown import markdown
from styrc.render.template import Templates

MODEL = """
styrc: 1
model: ett
name: Ett
levels: {råd: {}, nämnd: {}}
kinds:
  mål: {role: vision, plural: mål, answers: {analys: {part: analysis, type: prose}}}
  nämndmål: {role: goal, plural: nämndmål, links: {till: {to: mål}}, answers: {analys: {part: analysis, type: prose}}}
  mått: {role: indicator, plural: mått, links: {mäter: {to: mål, part: measures}}}
  uppdrag: {role: assignment, links: {till: {to: mål}}, answers: {analys: {part: analysis, type: prose}}}
documents:
  plan: {levels: [råd, nämnd], chapters: {allt: {holds: {mål: {}, nämndmål: {}, mått: {}, uppdrag: {}}}}}
reports:
  nämndrapport: {levels: nämnd, asks: {nämndmål: {}}, chapters: {allt: {answers: nämndmål}}}
  årsrapport:
    levels: råd
    gathers: nämndrapport
    asks: {mål: {}, uppdrag: {}}
    chapters: {målen: {answers: mål}, uppdragen: {answers: uppdrag}}
"""
FILES = {
    "styrc.yaml": """
styrmodell: ett
kommun: {namn: Ettby}
planår: [2025]
organisation: [{id: kf, namn: Rådet, nivå: råd}, {id: nä, namn: Nämnden, nivå: nämnd, under: kf}]
""",
    "plan.yaml": """
dokument: plan
period: 2025
enhet: kf
mål: [{id: m, titel: Målet, mått: [{id: antal, titel: Antalet}]}]
uppdrag: [{id: u, titel: Uppdraget, till: m}]
""",
    "nämndplan.yaml": """
dokument: plan
period: 2025
enhet: nä
nämndmål: [{id: n, titel: Nämndens mål, till: m}]
""",
    "nämndrapport.yaml": """
dokument: nämndrapport
period: 2025
enhet: nä
bedömning: {n: {analys: "Nämnden räknar [[utfall: antal]] stycken."}}
""",
    "rapport.yaml": """
dokument: årsrapport
period: 2025
enhet: kf
utfall: {antal: 73}
bedömning:
  m: {analys: Det går bra.}
  u: {analys: "Uppdraget gav [[utfall: antal]] stycken."}
""",
}


def test_comments_say_the_values_that_they_call(tmp_path: Path) -> None:
    (tmp_path / "schemas").mkdir()
    for name, text in {"schemas/ett.yaml": MODEL, **FILES}.items():
        (tmp_path / name).write_text(text, "utf-8")
    plan = compile_project(open_project(tmp_path)).plan
    assert plan is not None
    report = next(one for one in plan.documents.values() if one.kind == "årsrapport")
    text = markdown(render(plan, report, Templates({}), 0), lambda target: f"#{target}")
    assert "Nämnden räknar 73 stycken." in text
    assert "Uppdraget gav 73 stycken." in text
