"""Reports as an example makes them: their chapters, what they ask, whom they gather and what the units say."""

from __future__ import annotations

from pathlib import Path

import pytest
from overlay import Overlay

from styrc.blocks import words
from styrc.compiler import compile_project
from styrc.follow_up import follow_up
from styrc.project import open_project
from styrc.render.form import form
from styrc.render.report.answers import Answering
from styrc.render.report.units import gathered, status_map

EXAMPLE = Path(__file__).parents[1] / "examples" / "lysekil"
REPORT = """\
dokument: nämndens uppföljningsrapport
period: {year}-01 – {year}-08
enhet: ks
beslut: {{organ: ks, datum: {year}-09-20, paragraf: § 1, diarienummer: LKS {year}-1}}
"""
DEVIATION = """\
dokument: avvikelserapport
period: 2026-01 – 2026-03
enhet: kd
beslut: {organ: kd, datum: 2026-04-02}
bedömning:
  platser: {läge: avviker, resultat: Stormen har fällt träden., åtgärd: Marken röjs.}
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


def test_what_a_report_says_unasked_is_printed(tmp_path: Path) -> None:
    """A deviation report is asked for nothing; what it says of an assignment stands in its chapter all the same."""
    base = Path(__file__).parent / "cases" / "lerum" / "base"
    files = {"avvikelse.yaml": DEVIATION}
    made = Overlay(files, base=base).compiled(tmp_path)
    assert made.plan is not None
    report = next(one for one in made.plan.documents.values() if one.kind == "avvikelserapport")
    view = Answering(made.plan, report, "sv")
    assert [one.id for one in view.asked] == ["platser"]
    assert [group.words for group in view.groups(["budgetmål", "verksamhetsuppdrag"])] == ["Uppdrag (verksamhetsplan)"]


def test_a_unit_that_tells_its_part_of_anothers_element_is_heard_with_its_own_words() -> None:
    """The council judges its goal; the board that has its part in it says what it has done, without a status."""
    plan = compile_project(open_project(EXAMPLE)).plan
    assert plan is not None
    answering = Answering(plan, plan.documents["delårsrapport-2026"], "sv")
    goals = next(one for one in answering.groups(["utvecklingsmål"]))
    goal = next(one for one in goals.elements if one.title == "Fler bor i Lysekil hela året")
    assert goal.units is not None
    row = next(row for row in goal.units.rows if "31 ansökningar" in str(row))
    assert "13 912 invånare" not in str(row)
    assert "ingen förflyttning" not in str(row)


def test_the_units_of_a_report_are_those_below_it_and_its_map_holds_what_they_have_to_do_with() -> None:
    """Another board's unit is none of the board's; what no unit can tell of makes no empty rows."""
    plan = compile_project(open_project(EXAMPLE)).plan
    assert plan is not None
    board = Answering(plan, plan.documents["socialnämnden-uppföljning-2026-3"], "sv")
    assert [one.unit for one in gathered(board)] == ["hemtjänst-kusten"]
    drawn = str(status_map(Answering(plan, plan.documents["delårsrapport-2026"], "sv")))
    assert "Fler bor i Lysekil hela året" in drawn
    assert "Motståndskraft" not in drawn


def test_a_units_own_goal_stands_in_the_map_as_it_is_judged_and_not_as_the_risks_to_it() -> None:
    """The board's quality has become stronger although a risk to it came true."""
    plan = compile_project(open_project(EXAMPLE)).plan
    assert plan is not None
    found = status_map(Answering(plan, plan.documents["uppsikt-2025"], "sv"))
    assert found is not None
    assert found.table is not None
    row = next(row for row in found.table.rows if "Kunskaper som räcker" in str(row))
    assert "starkare" in str(row)
    assert "har inträffat" not in str(row)


@pytest.mark.parametrize("report", ["delårsrapport-2026", "socialnämnden-uppföljning-2026-3"])
def test_what_another_file_or_a_series_or_a_report_below_says_is_not_asked_for_again(report: str) -> None:
    """A report may be spread over a folder, and its outcomes may come as tables."""
    plan = compile_project(open_project(EXAMPLE)).plan
    assert plan is not None
    document = plan.documents[report]
    text = (EXAMPLE / document.place.file).read_text("utf-8")
    made = form(plan, document, "sv")
    asked = [name for name, _ in (*made.outcomes, *made.answers)]
    assert [name for name in asked if f"\n  {name}:" not in text] == []


def test_the_outcomes_of_an_assignment_stand_after_the_assignments() -> None:
    """An assignment is a row and has no room for them; a goal is a section, and has its indicators with it."""
    plan = compile_project(open_project(EXAMPLE.parent / "lerum")).plan
    assert plan is not None
    view = Answering(plan, plan.documents["uppdragsrapport-2026-01-2026-08-kommundirektören"], "sv")
    kinds = plan.schema.reports["uppdragsrapport"].chapters["uppdragen"].answers
    assert [group.words for group in view.groups(kinds)] == ["Uppdrag (verksamhetsplan)", "Mått"]
    view = Answering(plan, plan.documents["delårsrapport-2026"], "sv")
    assert [group.words for group in view.groups(["budgetmål", "kvalitetskrav", "mått"])][2:] == []


def test_the_words_of_an_indicator_stand_below_its_outcomes_with_what_the_rule_gives() -> None:
    """A status that is judged otherwise than the rule is shown as such, with the reason."""
    plan = compile_project(open_project(EXAMPLE.parent / "lerum")).plan
    assert plan is not None
    view = Answering(plan, plan.documents["årsredovisning-2025"], "sv")
    (group,) = view.groups(["kvalitetskrav"])
    table = group.elements[0].outcomes
    assert table is not None
    note = words(table.note)
    assert "Uträkningen enligt styrmodellen ger ”delvis uppnått”." in note
    assert "Skäl för bedömningen. Värdet för hela året dras ned av våren" in note


@pytest.mark.parametrize(
    ("report", "taken_up"),
    [
        ("manadsrapport-2026-02-kommundirektören", ["starkare-läsare", "fler-i-skolan", "vuxna-som-hinner"]),
        ("manadsrapport-2025-11-kommundirektören", ["starkare-läsare", "fler-i-skolan", "fråga-först"]),
        ("manadsrapport-2026-01-sektor-vård-och-omsorg", []),
    ],
)
def test_a_monthly_report_answers_for_what_the_plan_takes_up_in_the_month_after(
    report: str, taken_up: list[str]
) -> None:
    """The plan for the follow-up names the month in which the report is given, the year's own, and who answers."""
    plan = compile_project(open_project(EXAMPLE.parent / "lerum")).plan
    assert plan is not None
    asked = [element for element, _ in follow_up(plan).duties(plan.documents[report]).values()]
    assert [one.id for one in asked] == taken_up
    assert {str(plan.document(one).period) for one in asked} <= {report.split("-")[1]}


def test_what_the_plan_takes_up_and_the_monthly_report_is_silent_on_is_told(tmp_path: Path) -> None:
    """The finding gives the model's own reason."""
    name, base = "2026/uppfoljning/manader/03-mars.yaml", EXAMPLE.parent / "lerum"
    text = (base / name).read_text("utf-8").partition("  energi-i-kommunens-hus:")[0]
    found = [one for one in Overlay({name: text}, base=base).compiled(tmp_path).diagnostics if one.place.file == name]
    assert [(one.code, one.values["id"]) for one in found] == [("STY551", "energi-i-kommunens-hus")]
