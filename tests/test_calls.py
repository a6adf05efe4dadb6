"""Values that prose calls: what is said of each, in plans and in reports, and that none of it is read as Markdown."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from overlay import Overlay

from styrc.blocks import Code, Paragraph, Run, words
from styrc.calls import calls
from styrc.compiler import Compilation
from styrc.follow_up.said import spoken
from styrc.render.markdown_in import parse
from styrc.render.said import said

GOALS = """\
hör till: namndplan-2026-bn
mått:
  - id: behöriga
    titel: Elever som är behöriga till *alla* program
    räknas i: procent
    bättre: högre
    mäter: läsa-varje-dag
    sikte: {2025: minst 85, 2026: 86–88, 2027: öka}
    uppmätt: {2023: "82,1", 2024: "83,4"}
  - id: nya-böcker
    titel: Nya böcker
    räknas i: böcker
    bättre: högre
    mäter: läsa-varje-dag
    sikte: 2 000
    uppmätt: {2024: 1 250}
faror:
  - {id: sämre-1, titel: "[Brand](x) & vatten", hotar: undervisa}
"""
SERIES = """\
indikator;enhet;avser;kön;värde;mätt
behöriga;;2025;;84,2;2025-11-01
behöriga;;2025;kvinnor;86;2025-11-01
behöriga;;2025;män;82;2025-11-01
behöriga;ängsskolan;2025;;80,0;2025-11-01
behöriga;;2026-01 – 2026-06;;-1250,5;2026-06-30
"""
REPORT = """\
dokument: lägesrapport
period: 2026-01 – 2026-08
enhet: bn
utfall:
  behöriga: "85,1"
  lässtunder: 100
  nya-böcker: 1 100
bedömning:
  läsa-varje-dag: {läge: nästan, utsikt: nått, orsak: Vi läser mer.}
pengar hittills:
  belopp i: tkr
  rader:
    - {post: "Intäkter, netto", ram: 1 000, utfall: 1 250}
    - {post: Kostnader, ram: -2 000, utfall: -2 100}
  summa: {ram: -1 000, utfall: -850}
"""


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Compilation:
    files = {"2026/namndplaner/bn-mått.yaml": GOALS, "utfall/a.csv": SERIES, "2026/lage/bn.yaml": REPORT}
    return Overlay(files).compiled(tmp_path_factory.mktemp("anrop"))


def shown(done: Compilation, document: str, text: str) -> str:
    """The words of a text as a reader meets them."""
    assert done.plan is not None
    blocks = parse(said(done.plan, done.plan.documents[document], text))
    return "\n".join(words(block.inlines) if isinstance(block, Paragraph) else repr(block) for block in blocks)


IN_A_REPORT = {
    "utfall: behöriga": "85,1",
    "utfall: behöriga, 2024": "83,4",
    "utfall: behöriga, 2025": "84,2",
    "utfall: behöriga, 2025, kvinnor": "86",
    "utfall: behöriga, män, 2025": "82",
    "utfall: behöriga, ängsskolan, 2025": "80,0",
    "utfall: behöriga, 2026-01 – 2026-06": "−1\u00a0250,5",
    "utfall: behöriga, med enhet": "85,1\u00a0procent",
    "utfall: nya-böcker": "1\u00a0100",
    "Utfall : behöriga , Med Enhet": "85,1\u00a0procent",
    "utfall:\n  behöriga": "85,1",
    "utfall: namndplan-2026-bn/behöriga": "85,1",
    "målvärde: behöriga": "86–88",
    "målvärde: behöriga, 2025": "minst 85",
    "målvärde: behöriga, 2027": "öka",
    "målvärde: nya-böcker, med enhet": "2\u00a0000\u00a0böcker",
    "förändring: behöriga": "+0,9",
    "förändring: behöriga, 2024": "+1,3",
    "förändring: nya-böcker": "−150",
    "status: läsa-varje-dag": "nästan",
    "status: behöriga": "nästan",
    "prognos: läsa-varje-dag": "nått",
    "titel: behöriga": "Elever som är behöriga till *alla* program",
    "titel: sämre-1": "[Brand](x) & vatten",
    "tabell: pengar hittills, Kostnader, utfall": "−2\u00a0100",
    "tabell: pengar hittills, Intäkter, netto, ram": "1\u00a0000",
    "tabell: pengar hittills, summa, utfall, med enhet": "−850\u00a0tkr",
    "tabell: arsbudget-2026-kf/driftsramar, bn, 2026": "90\u00a0000",
    "antal: löften": "1",
    "antal: löfte, nästan": "1",
    "antal: löften, nått": "0",
    "antal: mått": "3",
}


@pytest.mark.parametrize("call", IN_A_REPORT)
def test_a_report_says_what_was_known_at_its_break(call: str, done: Compilation) -> None:
    assert (
        shown(done, "lagesrapport-2026-01-2026-08-bn", f"Vi är på [[{call}]] nu.")
        == f"Vi är på {IN_A_REPORT[call]} nu."
    )


IN_A_PLAN = {
    "utfall: behöriga": "84,2",
    "utfall: behöriga, 2023": "82,1",
    "förändring: behöriga": "+0,8",
    "målvärde: behöriga": "86–88",
    "utfall: nya-böcker": "1\u00a0250",
    "titel: läsa-varje-dag": "Alla elever läser en stund varje dag",
    "antal: mått": "3",
    "antal: löften": "1",
}


@pytest.mark.parametrize("call", IN_A_PLAN)
def test_a_plan_says_what_was_known_when_it_began(call: str, done: Compilation) -> None:
    assert shown(done, "namndplan-2026-bn", f"[[{call}]]") == IN_A_PLAN[call]


def test_a_plan_without_a_beginning_says_what_was_known_when_it_was_decided(tmp_path: Path) -> None:
    files = {
        "2026/handbok.yaml": "dokument: program\nperiod: tills vidare\nenhet: ks\n"
        "beslut: {organ: ks, datum: 2025-12-31, paragraf: § 1}\n",
        "2026/namndplaner/bn-mått.yaml": GOALS,
        "utfall/a.csv": SERIES,
    }
    plan = Overlay(files).compiled(tmp_path).plan
    assert plan is not None
    document = next(one for one in plan.documents.values() if one.kind == "program")
    assert spoken(plan, document, "[[utfall: behöriga]] [[målvärde: behöriga]]") == "84,2 minst 85"


UNSAID = {
    "utfall: xyzzy": "STY223",
    "utfall: läsa-varje-dag": "STY223",
    "utfall: behöriga, 2019": "STY224",
    "utfall: behöriga, kvinnor, män, 2031": "STY224",
    "utfall: behöriga, tills vidare": "STY222",
    "målvärde: behöriga, kvinnor": "STY222",
    "titel: behöriga, 2025": "STY222",
    "status: behöriga, 2025": "STY222",
    "tabell: pengar hittills, Kostnader, xyzzy": "STY223",
    "antal: löften, nått, igen": "STY222",
    "": "STY222",
    ":": "STY222",
    ": behöriga": "STY222",
    "utfall: ,": "STY222",
}


@pytest.mark.parametrize("call", UNSAID)
def test_what_cannot_be_said_stays_as_it_is_written_and_is_told_there(
    call: str, done: Compilation, tmp_path: Path
) -> None:
    text = f"Vi är på [[{call}]] nu."
    assert shown(done, "lagesrapport-2026-01-2026-08-bn", text) == text
    written = REPORT.replace("orsak: Vi läser mer.", f"orsak: '{text}'")
    files = {"2026/namndplaner/bn-mått.yaml": GOALS, "utfall/a.csv": SERIES, "2026/lage/bn.yaml": written}
    told = [one for one in Overlay(files).compiled(tmp_path).diagnostics if one.code[:5] == "STY22"]
    assert [one.code for one in told] == [UNSAID[call]]
    assert told[0].place.path == ("bedömning", "läsa-varje-dag", "orsak")
    assert told[0].place.passage is not None


@pytest.mark.parametrize(
    "text",
    [
        "`[[utfall: behöriga]]`",
        "``a ` [[utfall: behöriga]]``",
        "```\n[[utfall: behöriga]]\n```",
        "~~~\n[[utfall: behöriga]]\n~~~",
        "a\n\n```\n[[utfall: behöriga]]",
        r"\[[utfall: behöriga]]",
        "[[mer]](https://exempel.se)",
        "[mer](https://exempel.se)",
        "[utfall: behöriga]",
    ],
)
def test_code_links_and_what_is_escaped_are_no_calls(text: str) -> None:
    assert list(calls(text)) == []


def test_code_beside_a_call_stays_code(done: Compilation) -> None:
    assert done.plan is not None
    report = done.plan.documents["lagesrapport-2026-01-2026-08-bn"]
    (block,) = parse(said(done.plan, report, "`[[utfall: behöriga]]` är [[utfall: behöriga]]"))
    assert isinstance(block, Paragraph)
    assert block.inlines == (Code("[[utfall: behöriga]]"), Run(" är 85,1"))


@pytest.mark.parametrize(
    "text",
    ["[[antal: mått]]. Så många är de.", "- [[antal: mått]]. Så många är de.", "> [[antal: mått]]) Så många är de."],
)
def test_no_list_begins_with_a_value(text: str, done: Compilation) -> None:
    assert done.plan is not None
    report = done.plan.documents["lagesrapport-2026-01-2026-08-bn"]
    blocks = repr(parse(said(done.plan, report, text)))
    assert "NumberedList" not in blocks
    assert "Run(text='3" in blocks


def test_a_value_in_strong_letters(done: Compilation) -> None:
    assert shown(done, "lagesrapport-2026-01-2026-08-bn", "**[[utfall: behöriga]]** procent") == "85,1 procent"


@given(st.text("[]:,` \\\nab~", max_size=30))
def test_any_text_has_calls_within_it_and_in_order(text: str) -> None:
    end = 0
    for call in calls(text):
        assert end <= call.start < call.end <= len(text)
        assert all(call.start <= one.start <= one.end <= call.end for one in (call.word, *call.arguments))
        end = call.end
