"""JSON Schemas for editors: they never call wrong what styrc accepts, and catch what can be seen in one file.

The real yaml-language-server reads the schemas, as it does in VS Code and most other editors.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from language_server import SERVER, LanguageServer
from model import needs
from pydantic import ValidationError

from styrc.compiler import compile_project
from styrc.organisation import Organisation
from styrc.plan import Plan
from styrc.project import Project, open_project
from styrc.rule import catalogue
from styrc.schema import Field, Type
from styrc.schema.json_schema import plan_schema, settings_schema
from styrc.schema.json_values import scalar
from styrc.validate.types import adapters
from styrc.words import words_in

ROOT = Path(__file__).parent.parent
EXAMPLES = sorted(path.parent for path in (ROOT / "examples").glob("*/styrc.yaml"))
SMALL = ROOT / "styrc/rules/example/project"
FIRST = "leksand"

needs_server = pytest.mark.skipif(
    not SERVER.exists() and not os.environ.get("CI"), reason="yaml-language-server is not installed (in CI it must be)"
)


def plan_of(folder: Path) -> tuple[Project, Plan]:
    project = open_project(folder)
    plan = compile_project(project).plan
    assert plan is not None
    return project, plan


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    """The server with the schemas of every example: a project's files are opened as `<project>/plan/<file>`."""
    schemas = {}
    for folder in (*EXAMPLES, SMALL):
        _, plan = plan_of(folder)
        for name, made, files in (
            ("plan", plan_schema(plan.schema, plan.words, plan.organisation), "plan/**/*.yaml"),
            ("settings", settings_schema(plan.schema, plan.words), "styrc.yaml"),
        ):
            path = tmp_path_factory.mktemp("schemas") / f"{name}.schema.json"
            path.write_text(json.dumps(made), "utf-8")
            schemas[path] = f"{folder.name}/{files}"
    with LanguageServer(schemas) as started:
        yield started


@needs_server
@pytest.mark.parametrize("folder", [*EXAMPLES, SMALL], ids=lambda folder: folder.name)
def test_nothing_is_wrong_in_a_sound_project(server: LanguageServer, folder: Path) -> None:
    project, _ = plan_of(folder)
    texts = {f"{folder.name}/plan/{name}": data.decode() for name, data in project.plans.items()}
    texts[f"{folder.name}/styrc.yaml"] = project.settings.decode()
    found = server.complaints(texts)
    assert {name: told for name, told in found.items() if told} == {}


@needs_server
def test_nothing_is_wrong_in_what_the_rules_call_right(server: LanguageServer) -> None:
    texts = {
        f"{SMALL.name}/plan/{entry.code}/{name}": text
        for entry in catalogue().values()
        for name, text in entry.example.right.items()
        if name.endswith(".yaml") and name != "styrc.yaml" and not name.startswith("schemas/")
    }
    found = server.complaints(texts)
    assert {name: told for name, told in found.items() if told} == {}


SEEN_IN_ONE_FILE = ("STY102", "STY103", "STY104", "STY105", "STY106", "STY107", "STY108", "STY109", "STY110", "STY113",
    "STY114", "STY115", "STY117", "STY118", "STY119", "STY120")  # fmt: skip


@needs_server
def test_what_the_rules_of_shape_call_wrong_is_told_at_its_line(server: LanguageServer) -> None:
    texts = {
        f"{SMALL.name}/plan/{code}/{name}": text
        for code in SEEN_IN_ONE_FILE
        for name, text in catalogue()[code].example.wrong.items()
    }
    found = {name: sorted({line for line, _ in told}) for name, told in server.complaints(texts).items()}
    marked = {
        name: [number for number, line in enumerate(text.splitlines(), 1) if "# <- STY" in line]
        for name, text in texts.items()
    }
    assert found == marked


HEAD = "dokument: kommunplan\nperiod: 2026\nenhet: kf\n"
WRONG = {
    "unknown kind of document": ("dokument: komunplan\n", [1]),
    "unknown unit": ("dokument: kommunplan\nperiod: 2026\nenhet: kff\n", [3]),
    "unit of another level": ("dokument: kommunplan\nperiod: 2026\nenhet: ks\n", [3]),
    "impossible period": ("dokument: kommunplan\nperiod: i år\nenhet: kf\n", [2]),
    "no unit": ("dokument: kommunplan\nperiod: 2026\n", [1]),
    "unknown key in the header": (HEAD + "läge: beslutad\nansvarig: kf\n", [5]),
    "unknown state": (HEAD + "läge: klar\n", [4]),
    "date in another form": (HEAD + "beslut: {organ: kf, datum: 31/3 2026}\n", [4]),
    "unknown body": (HEAD + "beslut:\n  organ: kommunfullmäktige\n  datum: 2026-03-31\n", [5]),
    "unknown chapter": (HEAD + "avsnitt:\n  förord: Text.\n  efterord: Text.\n", [6]),
    "section of another kind of document": (HEAD + "aktiviteter: []\n", [4]),
    "row without its dash": (HEAD + "mål: {id: a, titel: A}\n", [4]),
    "section with nothing in it": (HEAD + "mål:\n", [4]),
    "row without a title": (HEAD + "mål:\n  - id: a\n    bidrar till: b\n", [5]),
    "id with a space": (HEAD + "mål:\n  - id: en skola\n    titel: A\n", [5]),
    "mistyped link": (HEAD + "mål:\n  - id: a\n    titel: A\n    bidrar til: b\n", [7]),
    "ids in one text": (HEAD + "mål:\n  - id: a\n    titel: A\n    bidrar till: b, c\n", [7]),
    "empty field": (HEAD + "mål:\n  - id: a\n    titel:\n", [6]),
    "wrong in a row inside a row": (
        HEAD
        + "mål:\n  - id: a\n    titel: A\n    indikatorer:\n      - id: b\n        titel: B\n"
        + "        måttenhet: procent\n        riktning: uppåt\n        målvärde: kanske\n"
        + "        utgångsvärde: 84.2\n        utfall: {26: 84}\n        kolada: 15428\n",
        [11, 12, 13, 14, 15],
    ),
    "decimal point in an amount": (
        HEAD + "driftbudget:\n  belopp i: tkr\n  rader:\n    - {enhet: ks, 2026: 120.5}\n  summa: {2026: 120}\n",
        [7],
    ),
    "table without its sum": (HEAD + "driftbudget:\n  belopp i: tkr\n  rader: []\n", [4]),
    "unknown column": (
        HEAD + "driftbudget:\n  belopp i: tkr\n  rader:\n    - {enhet: ks, 20267: 1}\n  summa: {2026: 1}\n",
        [7],
    ),
    "mistyped key in a file without a header": ("aktiviteter:\n  - id: a\n    titel: A\n    bidrar til: b\n", [4]),
    "unknown section in a file without a header": ("aktivitter:\n  - id: a\n", [1]),
}


@needs(FIRST)
@needs_server
@pytest.mark.parametrize("name", WRONG)
def test_a_mistake_is_told_at_its_line(server: LanguageServer, name: str) -> None:
    text, lines = WRONG[name]
    file = f"{FIRST}/plan/{name}.yaml"
    assert [line for line, _ in server.complaints({file: text})[file]] == lines


@needs(FIRST)
@needs_server
def test_a_mistake_in_the_settings_is_told(server: LanguageServer) -> None:
    text = "styrmodell: leksand\nkommun: {namn: K}\nplanår: 2026\norganisation:\n  - {id: kf, namn: F, nivå: råd}\n"
    file = f"{FIRST}/styrc.yaml"
    assert [line for line, _ in server.complaints({file: text})[file]] == [3, 5]


@needs(FIRST)
@needs_server
def test_complaints_speak_the_language_of_the_plan(server: LanguageServer) -> None:
    file = f"{FIRST}/plan/words.yaml"
    text = HEAD + "mål:\n  - id: a\n    titel: A\n    indikatorer:\n      - id: b\n        utgångsvärde: 84.2\n"
    told = dict(server.complaints({file: text})[file])
    assert told[9] == "Här ska stå ett tal, till exempel 85,5 eller 1 250."


@needs(FIRST)
@needs_server
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dokument: ¦", {"vision", "strategisk plan", "kommunplan", "verksamhetsplan", "årsplan"}),
        (HEAD + "¦", {"titel", "läge", "beslut", "avsnitt", "mål", "uppdrag", "indikatorer", "driftbudget"}),
        (HEAD + "avsnitt:\n  ¦", {"förord", "omvärld och förutsättningar", "ekonomisk plan"}),
        (HEAD + "mål:\n  - id: a\n    ¦", {"titel", "text", "ansvarig", "bidrar till", "indikatorer", "uppdrag"}),
        (HEAD + "mål:\n  - id: a\n    ansvarig: ¦", {"kf", "ks", "un", "leksandsbostäder"}),
        (HEAD + "indikatorer:\n  - id: a\n    riktning: ¦", {"högre", "lägre", "mål"}),
        ("aktiviteter:\n  - id: a\n    ¦", {"titel", "text", "ansvarig", "start", "klart", "bidrar till"}),
    ],
)
def test_the_model_s_words_are_proposed(server: LanguageServer, text: str, expected: set[str]) -> None:
    assert expected <= set(server.proposals(f"{FIRST}/plan/proposals.yaml", text))


@needs(FIRST)
@needs_server
def test_a_field_of_another_kind_is_not_proposed(server: LanguageServer) -> None:
    proposed = server.proposals(f"{FIRST}/plan/goal.yaml", HEAD + "mål:\n  - id: a\n    ¦")
    assert not {"måttenhet", "start", "kommunmål", "mål"} & set(proposed)


@needs(FIRST)
@needs_server
def test_a_key_is_explained_with_its_reason_and_source(server: LanguageServer) -> None:
    text = HEAD + "mål:\n  - id: a\n    titel: A\n    bidrar¦ till: b\n"
    shown = server.explanation(f"{FIRST}/plan/explained.yaml", text)
    assert "Ett mål i kommunplanen hör därför till ett inriktningsmål." in shown
    assert "Källa: Leksands kommuns styrmodell, Medarbetarna är grunden." in shown


REPORT = "dokument: lägesrapport\nperiod: 2026-01 – 2026-06\nenhet: bn\n"
WRONG_IN_A_REPORT = {
    "decimal point in an outcome": (REPORT + "utfall:\n  lässtunder: 99.5\n", [5]),
    "unknown key of an outcome": (REPORT + "utfall:\n  lässtunder: {vrde: 99}\n", [5]),
    "decimal point for women": (REPORT + "utfall:\n  lässtunder:\n    - värde: 99\n      kvinnor: 98.5\n", [7]),
    "unknown field of an answer": (REPORT + "bedömning:\n  läsrum:\n    lge: nått\n", [6]),
    "step of no scale": (REPORT + "bedömning:\n  läsrum:\n    läge: på väg\n", [6]),
    "proposals in one text": (REPORT + "förslag till beslut: Nämnden godkänner rapporten.\n", [4]),
    "answers in a plan": ("dokument: nämndplan\nperiod: 2026\nenhet: bn\nbedömning: {läsrum: {läge: nått}}\n", [4]),
}


@needs_server
@pytest.mark.parametrize("name", WRONG_IN_A_REPORT)
def test_a_mistake_in_a_report_is_told_at_its_line(server: LanguageServer, name: str) -> None:
    text, lines = WRONG_IN_A_REPORT[name]
    file = f"{SMALL.name}/plan/{name}.yaml"
    assert sorted({line for line, _ in server.complaints({file: text})[file]}) == lines


@needs_server
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (REPORT + "¦", {"utfall", "bedömning", "förslag till beslut", "avsnitt"}),
        (REPORT + "utfall:\n  lässtunder:\n    ¦", {"värde", "avser", "källa", "mätt", "ej mätt", "kvinnor", "män"}),
        (REPORT + "bedömning:\n  läsrum:\n    ¦", {"läge", "orsak", "motdrag", "utsikt"}),
        (REPORT + "bedömning:\n  läsrum:\n    läge: ¦", {"nått", "nästan", "inte nått", "inte mätt"}),
    ],
)
def test_what_a_report_may_say_is_proposed(server: LanguageServer, text: str, expected: set[str]) -> None:
    assert expected <= set(server.proposals(f"{SMALL.name}/plan/proposals.yaml", text))


WORDS = words_in("sv")
_SIGNS = st.text(alphabet="0123456789 ,.-+%<>=NU\u00a0\u2212\u2013", max_size=14)
_NUMBERS = st.from_regex(r"[-+−–]?[0-9]{1,4}( [0-9]{3}){0,2}(,[0-9]{1,4})?( ?%)?", fullmatch=True)
_DATES = st.from_regex(r"(den )?[0-9]{1,2} (mars|maj|Juni) 20[0-9]{2}|20[0-9]{2}-[01][0-9]-[0-3][0-9]", fullmatch=True)
_POINTS = st.from_regex(r"20[0-9]{2}(-[01][0-9](-[0-3][0-9])?)?", fullmatch=True)
_DASHES = st.sampled_from([" – ", "–", "-", " - ", " till ", "—", " –"])
_PERIODS = st.builds(
    lambda a, b, c: a + b + c, _POINTS, _DASHES, st.one_of(_POINTS, st.sampled_from(["", "Tills vidare"]))
)
_TARGETS = st.builds(
    lambda a, b, c: a + b + c,
    st.sampled_from(["", "> ", ">=", "≤", "minst ", "Högst ", "öka", "10–", "10 - ", "7-", "8 %–"]),
    _NUMBERS,
    st.sampled_from(["", " ", "–12", "\n"]),
)
_SAID = st.sampled_from(["ja", "Nej", "JA", "tills vidare", "Öka", "behålla", "a\n", "a\nb", " a ", "N12345", "\n2026"])


@given(text=st.one_of(_SIGNS, _NUMBERS, _DATES, _POINTS, _PERIODS, _TARGETS, _SAID))
@pytest.mark.parametrize("type_", [type_ for type_ in Type if type_ is not Type.CHOICE])
def test_a_pattern_takes_all_that_the_reader_takes(type_: Type, text: str) -> None:
    try:
        adapters(WORDS)[type_].validate_python(text)
    except ValidationError:
        return
    if text:
        assert accepts(type_, text)


@pytest.mark.parametrize(
    ("type_", "text"),
    [
        (Type.NUMBER, "12.5"),
        (Type.NUMBER, "1.200"),
        (Type.NUMBER, "12 50"),
        (Type.WHOLE, "12,5"),
        (Type.MONEY, "12 %"),
        (Type.MONEY, "1,250"),
        (Type.TARGET, "kanske"),
        (Type.TARGET, "minst"),
        (Type.DATE, "31/3 2026"),
        (Type.DATE, "2026-13-01"),
        (Type.DATE, "31 marsch 2026"),
        (Type.YEAR, "26"),
        (Type.PERIOD, "i år"),
        (Type.PERIOD, "2026/2027"),
        (Type.YES_NO, "true"),
        (Type.KOLADA, "15428"),
        (Type.LINE, "a\nb"),
    ],
)
def test_a_pattern_refuses_what_the_reader_refuses(type_: Type, text: str) -> None:
    with pytest.raises(ValidationError):
        adapters(WORDS)[type_].validate_python(text)
    assert not accepts(type_, text)


def accepts(type_: Type, text: str) -> bool:
    """Whether an editor takes a text for a value of the type."""
    _, plan = SCHEMA
    pattern = scalar(Field(type=type_), plan.schema, WORDS, None).get("pattern", "")
    return re.search(pattern, text) is not None


SCHEMA = plan_of(SMALL)


@pytest.mark.parametrize("folder", [*EXAMPLES, SMALL], ids=lambda folder: folder.name)
def test_every_reference_inside_a_schema_leads_somewhere(folder: Path) -> None:
    _, plan = plan_of(folder)
    for organisation in (plan.organisation, Organisation({}), None):
        made = plan_schema(plan.schema, plan.words, organisation)
        names = set(references(made))
        assert names
        assert names <= {f"#/definitions/{name}" for name in made["definitions"]}


def references(part: Any) -> Iterator[str]:  # noqa: ANN401 - JSON
    if isinstance(part, dict):
        yield from [part["$ref"]] if "$ref" in part else []
        part = list(part.values())
    if isinstance(part, list):
        for one in part:
            yield from references(one)
