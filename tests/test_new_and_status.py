"""`styrc new` and `styrc status`: the form of a report, and how the follow-up stands on a day."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from styrc.cli import main
from styrc.compiler import compile_project
from styrc.follow_up.breaks import dues
from styrc.plan import Plan
from styrc.project import open_project
from styrc.yaml_insert import CannotInsertError, insert

EXAMPLE = Path(__file__).parent.parent / "styrc" / "rules" / "example" / "project"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "projekt"
    shutil.copytree(EXAMPLE, folder)
    monkeypatch.chdir(folder)
    monkeypatch.delenv("STYRC_LANG", raising=False)
    return folder


def plan_of(folder: Path) -> Plan:
    plan = compile_project(open_project(folder)).plan
    assert plan is not None
    return plan


def begun(folder: Path) -> Path:
    assert main(["new", "lägesrapport", "--unit", "bn", "--period", "2026-01 – 2026-06"]) == 0
    return next(folder.rglob("lagesrapport-bn-2026-06.yaml"))


def test_a_report_begins_with_all_that_the_unit_must_answer_for(project: Path) -> None:
    text = begun(project).read_text("utf-8")
    plan = plan_of(project)
    report = next(one for one in plan.documents.values() if one.kind == "lägesrapport")
    assert not report.decided
    asked = [one.id for one in plan.elements.values() if one.unit == "bn" and one.kind in ("nämndlöfte", "mått")]
    assert asked
    assert all(f"\n  {id_}:\n" in text for id_ in asked)
    assert "Senast:" in text or "Inget utfall ännu" in text
    assert "Mål 2026:" in text


def test_what_is_written_stays_when_the_command_is_run_again(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = begun(project)
    written = file.read_text("utf-8").replace("    läge:", "    läge: nått   # sett i maj", 1)
    file.write_text(written, "utf-8")
    assert main(["new", "lägesrapport", "--unit", "bn", "--period", "2026-01 – 2026-06"]) == 0
    assert file.read_text("utf-8") == written
    assert "Inget fattas" in capsys.readouterr().err


def test_what_the_plan_has_got_since_is_added_and_nothing_else_changes(project: Path) -> None:
    file = begun(project)
    whole = file.read_text("utf-8")
    start = whole.index("bedömning:\n")
    rows = whole[start:].split("\n  # ")
    less = whole[:start] + "\n  # ".join(rows[:1]) + "\n"  # as before there was anything to judge
    file.write_text(less.replace("bedömning:\n\n", "bedömning:\n"), "utf-8")
    assert main(["new", "lägesrapport", "--unit", "bn", "--period", "2026-01 – 2026-06"]) == 0
    assert [line for line in file.read_text("utf-8").split("\n") if line] == [
        line for line in whole.split("\n") if line
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["lägesraport"], "Menade du ”lägesrapport”?"),
        (["lägesrapport"], "Skriv vilken enhet"),
        (["lägesrapport", "--unit", "bnn"], "Menade du"),
        (["lägesrapport", "--unit", "kf"], "lämnar ingen"),
        (["lägesrapport", "--unit", "bn", "--period", "våren"], "är ingen period"),
    ],
)
def test_a_mistaken_order_is_answered_with_what_to_write(
    project: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    before = sorted(project.rglob("*"))
    assert main(["new", *arguments]) == 2
    assert said in " ".join(capsys.readouterr().err.split())
    assert sorted(project.rglob("*")) == before


def test_a_file_of_something_else_is_not_overwritten(project: Path) -> None:
    other = project / "annat.yaml"
    other.write_text("något: annat\n", "utf-8")
    assert main(["new", "lägesrapport", "--unit", "bn", "--period", "2026-01 – 2026-06", "--to", "annat.yaml"]) == 2
    assert other.read_text("utf-8") == "något: annat\n"


# Rows put into a section


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("a: 1\n", "a: 1\n\nb:\n  ny:\n    x:\n"),
        ("b:\n    gammal: 1  # så\n\na: 1\n", "b:\n    gammal: 1  # så\n    ny:\n      x:\n\na: 1\n"),
        ("b:\n  gammal: |\n    en rad\n\n    en till\n# om a\na: 1\n",
         "b:\n  gammal: |\n    en rad\n\n    en till\n  ny:\n    x:\n# om a\na: 1\n"),
        ("b:\na: 1\n", "b:\n  ny:\n    x:\na: 1\n"),
        ("b:\n  ny: 2\n", "b:\n  ny: 2\n"),
        ("a: 1", "a: 1\n\nb:\n  ny:\n    x:\n"),
    ],
)  # fmt: skip
def test_rows_go_last_in_their_section(text: str, made: str) -> None:
    assert insert(text, "b", [("ny", ["ny:", "  x:"])]) == made


@pytest.mark.parametrize("text", ["b: {gammal: 1}\n", "b: [1]\n", "b: text\n", "b:\n  - rad\n", "a: [\n", "- a\n"])
def test_a_section_in_another_shape_is_left_alone(text: str) -> None:
    with pytest.raises(CannotInsertError):
        insert(text, "b", [("ny", ["ny:", "  x:"])])


# How it stands


def test_a_report_is_due_late_or_made_by_the_day(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    schema = project / "schemas" / "exempel.yaml"
    text = schema.read_text("utf-8")
    old = "    plural: lägesrapporter\n"
    assert old in text
    schema.write_text(text.replace(old, old + "    breaks: {months: [mars, juni], days: 20}\n", 1), "utf-8")
    found = {(one.unit, one.period.last, one.last_day) for one in dues(plan_of(project), 2026)}
    assert ("bn", date(2026, 3, 31), date(2026, 4, 20)) in found
    for day, late in (("2026-04-20", False), ("2026-04-21", True)):
        assert main(["status", "--date", day, "--unit", "bn", "--output", "json"]) == 0
        rows = json.loads(capsys.readouterr().out)["reports"]
        assert [one["late"] for one in rows if one["due"] == "2026-04-20"] == [late]
    begun(project)
    capsys.readouterr()
    assert main(["status", "--date", "2026-07-01", "--unit", "bn"]) == 0
    shown = capsys.readouterr().out
    assert "saknas. Den skulle ha lämnats 20 april 2026" in shown
    assert "svar är lämnade" in shown
    assert "Inget svar:" in shown


@pytest.mark.parametrize(("option", "said"), [("--date=i går", "är inget datum"), ("--unit=bnn", "Menade du")])
def test_a_mistaken_question_is_told(project: Path, capsys: pytest.CaptureFixture[str], option: str, said: str) -> None:
    assert project.is_dir()
    assert main(["status", option]) == 2
    assert said in capsys.readouterr().err
