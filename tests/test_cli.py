"""The command line as its users meet it: what it prints, in which language, and with which exit code it ends."""

from __future__ import annotations

import csv
import importlib
import io
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
import typer
from model import MODELS
from rich.cells import cell_len

from styrc.cli import main
from styrc.cli.manual import COMMANDS, COMMON, SELECTIONS
from styrc.compiler import compile_project
from styrc.project import open_project
from styrc.report_out.layout import Page
from styrc.report_out.listing import as_table, of_elements
from styrc.rule import catalogue

EXAMPLE = Path(__file__).parent.parent / "styrc" / "rules" / "example" / "project"
HEAVY = ("typer", "rich", "pydantic", "networkx", "jinja2", "ruamel.yaml", "rapidfuzz", "styrc.compiler")
LANGUAGES = ("sv", "en")


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("STYRC_LANG", "NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the example project, with the reader standing in it."""
    folder = tmp_path / "projekt"
    shutil.copytree(EXAMPLE, folder)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def broken(project: Path) -> Path:
    """The project with a reference that leads nowhere."""
    change(project / "2026/namndplaner/bn.yaml", "bidrar till: läslust", "bidrar till: läslst")
    return project


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


class Said:
    """The exit code of a command and what it wrote."""

    def __init__(self, capsys: pytest.CaptureFixture[str], *arguments: str) -> None:
        capsys.readouterr()
        self.code = main(arguments)
        self.out, self.err = capsys.readouterr()


# Help and greetings


def test_the_version_costs_nothing() -> None:
    look = (
        f"import sys; from styrc.cli import main; main(['--version']); print([m for m in {HEAVY} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)  # noqa: S603
    assert re.fullmatch(r"styrc \d\S*\n\[\]\n", done.stdout)


def test_alone_it_greets(capsys: pytest.CaptureFixture[str]) -> None:
    said = Said(capsys)
    assert said.code == 0
    assert "Börja så här" in said.out
    assert "styrc check" in said.out


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help(command: str, language: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STYRC_LANG", language)
    said = Said(capsys, *filter(None, [command]), "--help")
    assert said.code == 0
    assert ("Användning: styrc" if language == "sv" else "Usage: styrc") in said.out
    assert all(len(line) < 80 for line in said.out.split("\n"))
    assert "\x1b" not in said.out
    for example, _ in COMMANDS[command].examples if command else ():
        assert example in said.out


@pytest.mark.parametrize("command", COMMANDS)
def test_the_manual_and_the_command_agree(command: str) -> None:
    app = typer.Typer(add_completion=False)
    app.command()(importlib.import_module(f"styrc.cli.{command}").run)
    parameters = typer.main.get_command(app).params
    options = {max(one.opts, key=len) for one in parameters if one.opts[0].startswith("-")}
    arguments = [one.name for one in parameters if not one.opts[0].startswith("-")]
    assert options - {"--help"} == set(COMMANDS[command].options)
    assert arguments == list(COMMANDS[command].arguments)


def test_every_word_of_the_manual_is_in_both_languages() -> None:
    for command in COMMANDS.values():
        parts = [*command.arguments.values(), *command.options.values(), *COMMON.values()]
        texts = [command.does, command.about, *(one.does for one in parts), *(text for _, text in command.examples)]
        assert all(text.sv and text.en and text.sv != text.en for text in texts)
    assert all(means.sv and means.en for _, means in SELECTIONS)


# Misuse


@pytest.mark.parametrize(
    ("arguments", "sentence", "remedy"),
    [
        (["chek"], "Det finns inget kommando ”chek”.", "Menade du ”check”?"),
        (["--snabbt"], "Valet --snabbt finns inte här.", "Se styrc --help."),
        (["check", "--strickt"], "Valet ”--strickt” finns inte.", "Menade du ”--strict”?"),
        (["check", "a", "b"], "Det är för många ord: ”b”.", "Se styrc check --help."),
        (["check", "--only"], "Det saknas ett värde efter --only.", "Se styrc check --help."),
        (["check", "--quiet=ja"], "--quiet tar inget värde.", "Se styrc check --help."),
        (["check", "saknas"], "Mappen ”saknas” finns inte.", "Kontrollera stavningen"),
        (["check", "/"], "Det finns ingen styrc.yaml i ”/”", "Gå till mappen med kommunens planer"),
        (["trace", "läslust", "--depth", "två"], "Värdet passar inte för --depth.", "Se styrc trace --help."),
        (["trace"], "Säg varifrån tråden ska följas.", "Skriv ett id"),
        (["ls", "-o", "jsn"], "”jsn” går inte att välja för --output.", "Menade du ”json”?"),
        (["ls", "läslst"], "Det finns inget i planerna med id ”läslst”.", "Menade du ”läslust”?"),
        (["check", "--only", "enhet:zz"], "Organisationen har ingen enhet som heter ”zz”.", "Välj bland ”kf”"),
        (["check", "--only", "sty999"], "Det finns ingen regel sty999.", "Kör styrc explain"),
        (["explain", "STY203", "saknas"], "Mappen ”saknas” finns inte.", "Kontrollera stavningen"),
        (["explain", "STY999"], "Det finns ingen regel som heter ”STY999”.", "STY"),
        (["schema", "--model", "exempl"], "Det finns ingen styrmodell som heter ”exempl”.", "Menade du ”exempel”?"),
        (["build", "--format", "htm"], "”htm” går inte att välja för --format.", "Menade du ”html”?"),
        (["--lang", "de", "check"], "Skriv --lang sv eller --lang en.", ""),
    ],
)
@pytest.mark.usefixtures("project")
def test_misuse_is_one_sentence_and_what_to_do(
    arguments: list[str], sentence: str, remedy: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said = Said(capsys, *arguments)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(f"styrc: {sentence}")
    assert remedy in said.err
    english = Said(capsys, *arguments, *(() if "--lang" in arguments else ("--lang", "en")))
    assert english.code == 2
    assert not re.search(r"[åäö]", re.sub(r"[”“][^”]*”|styrc: Skriv.*", "", english.err.split("\n")[0]))


def test_a_mistake_in_a_selection_is_underlined(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = Said(capsys, "ls", "--project", str(project), "sort:mått", "sorrt:mål")
    assert "  sort:mått sorrt:mål\n            ^~~~~\n" in said.err


def test_a_fault_of_ours_is_kept(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fall(_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("styrc.cli.session.compile_project", fall)
    monkeypatch.setattr(tempfile, "tempdir", str(project))
    said = Said(capsys, "check")
    assert said.code == 3
    assert "Det är inte dina planer som är orsaken" in said.err
    assert "Traceback" not in said.err
    (report,) = project.glob("styrc-*.txt")
    assert report.name in said.err.replace("\n       ", "")
    assert "ZeroDivisionError" in report.read_text("utf-8")
    assert "Traceback" in Said(capsys, "check", "--debug").err


# check


@pytest.mark.usefixtures("project")
def test_clean_plans(capsys: pytest.CaptureFixture[str]) -> None:
    said = Said(capsys, "check")
    assert said.code == 0
    assert re.fullmatch(r"✓ Inga fel och inga varningar\. 6 dokument med \d+ delar är lästa\.\n", said.out)
    assert "No errors and no warnings. 6 documents with " in Said(capsys, "--lang", "en", "check").out


def test_plans_with_an_error(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = Said(capsys, "check")
    assert said.code == 1
    assert "✗ Fel STY203: " in said.out
    assert "  2026/namndplaner/bn.yaml:16:18\n" in said.out
    assert "  16 │     bidrar till: läslst\n     │                  ^~~~~~\n" in said.out
    assert "”läslust”" in said.out
    assert "styrc explain STY" in said.out
    assert "\x1b" not in said.out
    assert Said(capsys, "check", str(broken / "2026")).code == 1


@pytest.mark.usefixtures("broken")
def test_only_some_findings(capsys: pytest.CaptureFixture[str]) -> None:
    assert Said(capsys, "check", "--only", "sty203", "--quiet").out.startswith("✗ 1 fel i 1 fil.")
    assert "Inga fel och inga varningar i det du valde." in Said(capsys, "check", "--only", "STY001").out
    assert "STY203" in Said(capsys, "check", "--only", "enhet:bn").out
    assert "STY203" in Said(capsys, "check", "--only", "läsa-varje-dag").out
    assert Said(capsys, "check", "--only", "enhet:ks").code == 0
    assert Said(capsys, "check", "--only", "enhet:ks", "--only", "STY203").code == 1


def test_where_the_reader_stands(
    broken: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(broken / "2026")
    assert "  namndplaner/bn.yaml:16:18\n" in Said(capsys, "check").out
    (broken.parent / "annan").mkdir()
    monkeypatch.chdir(broken.parent / "annan")
    assert f"  {broken}/2026/namndplaner/bn.yaml:16:18\n" in Said(capsys, "check", str(broken)).out


def test_warnings_fail_only_when_asked(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    model = project / "schemas/exempel.yaml"
    change(
        model,
        "{part: unit of measure, required: true, source",
        "{part: unit of measure, required: true, inferred: true, source",
    )
    change(project / "2026/namndplaner/bn.yaml", "räknas i: procent, ", "")
    said = Said(capsys, "check")
    assert said.code == 0
    assert "▲ Varning STY102: " in said.out
    words = " ".join(said.out.split())
    assert "Varför: Utan enhet säger talet ingenting. (Så styr vi Exempelby, Mått) Styrmodellen säger det" in words
    assert "▲ 1 varning i 1 fil." in words
    assert Said(capsys, "check", "--strict").code == 1


def test_a_model_that_cannot_be_read(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(project / "styrc.yaml", "styrmodell: exempel", "styrmodell: exmpel")
    said = Said(capsys, "check")
    assert said.code == 1
    assert "Planerna är inte granskade" in " ".join(said.out.split())
    assert Said(capsys, "ls").code == 2


# ls, trace, graph


@pytest.mark.usefixtures("project")
def test_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    said = Said(capsys, "ls", "sort:färdväg")
    heading, *rows = said.out.splitlines()
    assert heading.split() == ["Id", "Sort", "Titel", "Period", "Enhet", "Dokument"]
    assert [re.split(r"  +", row)[:3] for row in rows] == [
        ["trygga-barn", "färdväg", "Barn som växer upp i trygghet"],
        ["bra-bostäder", "färdväg", "Bostäder som passar hela livet"],
    ]
    assert {row.index("Kommunfullmäktige") for row in rows} == {heading.index("Enhet")}


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(("width", "columns"), [(60, 3), (80, 4), (200, 6)])
def test_a_table_fits_its_page(width: int, columns: int) -> None:
    plan = compile_project(open_project(Path())).plan
    assert plan is not None
    lines = [line.plain for line in as_table(of_elements(plan, plan.elements.values()), Page(width))]
    assert max(map(cell_len, lines)) <= width
    assert len(lines[0].split()) == columns


@pytest.mark.usefixtures("project")
def test_the_ids_of_a_list_name_exactly_what_is_in_it(capsys: pytest.CaptureFixture[str]) -> None:
    ids = Said(capsys, "ls", "-o", "ids").out.split()
    assert len(ids) == len(set(ids)) > 10
    assert Said(capsys, "ls", "-o", "ids", *ids).out.split() == ids
    assert Said(capsys, "ls", "-o", "ids", "--exclude", " ".join(ids[1:])).out.split() == ids[:1]


@pytest.mark.usefixtures("project")
def test_a_list_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    (one,) = json.loads(Said(capsys, "ls", "-o", "json", "lånade-böcker").out)
    assert one["role"] == "indicator"
    assert one["values"]["uppmätt"] == {"2023": 10.2, "2024": 10.8, "2025": 11}
    assert one["links"] == {"mäter": ["arsbudget-2026-kf/läslust"]}
    documents = json.loads(Said(capsys, "ls", "--documents", "-o", "json").out)
    assert [one["kind"] for one in documents] == ["färdplan", "årsbudget", *["nämndplan"] * 3, "arbetsplan"]


def test_a_list_for_excel(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(project / "fardplan.yaml", "Barn som växer upp i trygghet", '=HYPERLINK("x";"y")')
    assert Said(capsys, "ls", "sort:färdväg", "-o", "csv", "--to", "lista.csv").code == 0
    data = (project / "lista.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfId;Sort;Titel;Period;Enhet;Dokument\r\n")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert rows[1][2] == '\'=HYPERLINK("x";"y")'


@pytest.mark.usefixtures("project")
def test_nothing_fits(capsys: pytest.CaptureFixture[str]) -> None:
    said = Said(capsys, "ls", "inget*")
    assert (said.code, said.out, said.err) == (0, "", "Inget i planerna passar urvalet.\n")


@pytest.mark.usefixtures("project")
def test_the_thread_up(capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        Said(capsys, "trace", "--up", "läslust").out
        == """\
Fler barn läser gärna
löfte · läslust · Kommunfullmäktige · Årsbudget 2026

Uppåt: vad den bidrar till
└─ färdväg: Barn som växer upp i trygghet
   trygga-barn · Kommunfullmäktige · Färdplan 2023–2026
   └─ framtidsbild: I Exempelby är det nära till allt
      nära-till-allt
"""
    )


@pytest.mark.usefixtures("project")
def test_the_thread_down_some_steps(capsys: pytest.CaptureFixture[str]) -> None:
    out = Said(capsys, "trace", "--down", "--depth", "1", "läslust").out
    assert "└─ löfte: Alla elever läser en stund varje dag\n   läsa-varje-dag · Barnnämnden" in out
    assert "   └─ och 2 till\n" in out
    assert "lässtunder" not in out


@pytest.mark.usefixtures("broken")
def test_a_thread_that_is_cut(capsys: pytest.CaptureFixture[str]) -> None:
    out = Said(capsys, "trace", "lässtunder").out
    assert "✗ ”bidrar till” leder ingenstans, se styrc check" in out
    assert "Ingenting bidrar till den." in out


@pytest.mark.usefixtures("project")
def test_graphs_as_text(capsys: pytest.CaptureFixture[str]) -> None:
    dot = Said(capsys, "graph", "-o", "dot", "+läslust").out
    assert '"arsbudget-2026-kf/läslust" -> ' in dot
    mermaid = Said(capsys, "graph", "-o", "mermaid", "+läslust").out
    assert mermaid.startswith("flowchart BT\n")
    data = json.loads(Said(capsys, "graph", "-o", "json", "+läslust").out)
    assert len(data["nodes"]) == 3
    assert [edge["link"] for edge in data["edges"]] == ["leder mot", "leder mot"]


def test_titles_cannot_break_out_of_a_graph(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(project / "fardplan.yaml", "Barn som växer upp i trygghet", """'x"]; evil [label="\\ <b> #'""")
    assert '[label="färdväg\\nx\\"]; evil [label=\\"\\\\ <b> #"' in Said(capsys, "graph", "-o", "dot").out
    assert '["färdväg<br>x#34;]; evil [label=#34;\\ #60;b#62; #35;"]' in Said(capsys, "graph", "-o", "mermaid").out


def test_a_file_that_cannot_be_read_is_missed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "trasig.yaml").write_text('löften: ["', "utf-8")
    assert "Någon fil går inte att läsa" in Said(capsys, "ls").err


# explain, schema, build


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", catalogue())
def test_every_rule_is_explained(code: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = Said(capsys, "explain", code.lower(), "--lang", language)
    assert said.code == 0
    assert said.out.startswith(code)
    assert ("Gör så här:" if language == "sv" else "What to do:") in said.out


def test_a_rule_of_a_model(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(
        project / "schemas/exempel.yaml", "{to: färdväg, min: 1, max: 2,", "{to: färdväg, min: 1, max: 2, id: EXE-L1,"
    )
    said = Said(capsys, "explain", "exe-l1")
    assert "EXE-L1  Så styr vi Exempelby" in said.out
    assert "Varje ”kommunlöfte” ska genom ”leder mot” leda till 1–2 ”färdväg”." in said.out
    assert "Varje löfte ska ligga på en färdväg." in said.out
    assert "EXE-L1" in Said(capsys, "explain").out


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("model", MODELS)
def test_every_demand_of_a_model_can_be_said(model: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = Said(capsys, "explain", "--model", model, "--lang", language)
    assert said.code == 0
    assert not re.search(r"[{}]|None|\(\)", said.out)


@pytest.mark.usefixtures("project")
def test_schemas_for_editors(capsys: pytest.CaptureFixture[str]) -> None:
    assert json.loads(Said(capsys, "schema").out)["title"] == "Så styr vi Exempelby"
    assert "ängsskolan" in Said(capsys, "schema").out
    assert "styrmodell" in json.loads(Said(capsys, "schema", "--settings").out)["properties"]
    assert "exempel  Så styr vi Exempelby\n" in Said(capsys, "schema", "--list").out


def test_schemas_outside_a_project(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert Said(capsys, "schema").code == 2
    assert Said(capsys, "schema", "--model", MODELS[0]).code == 0
    assert Said(capsys, "schema", "--list").code == 0


def test_pages(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = Said(capsys, "build")
    assert said.code == 0
    assert "Öppna bygge/index.html i en webbläsare." in said.out
    assert (project / "bygge" / "index.html").is_file()


def test_documents_with_errors_are_drafts(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = Said(capsys, "build")
    assert said.code == 1
    assert "inte klara att lämna in" in said.err
    assert (broken / "bygge" / "index.html").is_file()
    draft = Said(capsys, "build", "--draft", "--to", "utkast")
    assert draft.code == 0
    assert "Barnnämndens plan 2026" in draft.out
    assert (broken / "utkast" / "index.html").is_file()


def test_a_folder_of_someone_else_is_left_alone(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = Said(capsys, "build", "--to", "2026")
    assert said.code == 2
    assert "innehåller annat än det som styrc har gjort" in said.err
    assert (project / "2026" / "arsbudget" / "arsbudget.yaml").is_file()


def test_a_reader_who_has_seen_enough(project: Path) -> None:
    line = f'"{sys.executable}" -m styrc ls --project "{project}" -o json | head -c 10'
    root = EXAMPLE.parents[3]
    done = subprocess.run(line, shell=True, capture_output=True, text=True, check=True, cwd=root)  # noqa: S602
    assert done.stderr == ""
