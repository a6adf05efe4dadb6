"""The rules of each steering model: a plan that breaks one is told so where it does, and its near twin is silent.

`cases/<model>/base` is a small project without faults. `cases/<model>/<rule>/wrong` and `right` are laid over it; in
`wrong` the marks `<- STY…` stand on the lines where the findings are. `cases/ids.yaml` lists all rules of each model.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from model import MODELS
from overlay import Overlay, found_in

from styrc.cli import main
from styrc.load import load
from styrc.resources import builtin
from styrc.schema import Schema
from styrc.schema.read import read_schema
from styrc.yaml_text import read_trusted

CASES = Path(__file__).parent / "cases"
IDS: dict[str, list[str]] = {model: ids for model, ids in read_trusted(CASES / "ids.yaml").items() if model in MODELS}
FOLDERS = [(model, path.parent.name) for model in MODELS for path in sorted((CASES / model).glob("*/wrong"))]
RULES = [(model, id_) for model, ids in IDS.items() for id_ in ids]


def laid(model: str, id_: str, side: str) -> Overlay:
    """The files of a case, to be laid over the small project of its model."""
    folder = CASES / model / id_ / side
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    return Overlay({name: path.read_text("utf-8") for name, path in files.items()}, base=CASES / model / "base")


def schema_of(model: str) -> Schema:
    path = builtin("schemas") / f"{model}.yaml"
    schema, found = read_schema(load(path.name, path.read_bytes())[0])
    assert schema is not None, found
    return schema


@pytest.mark.parametrize("model", IDS)
def test_every_rule_has_its_cases_or_its_reason(model: str) -> None:
    schema, cases = schema_of(model), {id_ for one, id_ in FOLDERS if one == model}
    carried = {id_ for _, one in schema.constraints() for id_ in one.id}
    assert sorted(cases | set(schema.unchecked)) == sorted(IDS[model])
    assert cases & set(schema.unchecked) == set()
    assert carried == cases


@pytest.mark.parametrize("model", IDS)
def test_the_small_project_has_no_findings(model: str, tmp_path: Path) -> None:
    assert found_in(Overlay({}, base=CASES / model / "base").compiled(tmp_path)) == []


@pytest.mark.parametrize(("model", "id_"), FOLDERS)
def test_the_plan_that_breaks_it_is_told(model: str, id_: str, tmp_path: Path) -> None:
    overlay = laid(model, id_, "wrong")
    made = overlay.compiled(tmp_path)
    assert overlay.marked()
    assert found_in(made) == overlay.marked()
    assert {id_} <= {rule for one in made.diagnostics if one.because for rule in one.because.ids}
    assert [one for one in made.diagnostics if one.because is None or id_ not in one.because.ids] == []


@pytest.mark.parametrize(("model", "id_"), FOLDERS)
def test_the_near_twin_is_silent(model: str, id_: str, tmp_path: Path) -> None:
    overlay = laid(model, id_, "right")
    assert overlay.files
    assert found_in(overlay.compiled(tmp_path)) == []


@pytest.mark.parametrize(("model", "id_"), RULES)
def test_it_can_be_explained(
    model: str, id_: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["explain", id_, "--lang", "sv"]) == 0
    told = capsys.readouterr().out
    assert re.match(rf"(.*, )?{id_}\b.*  {re.escape(schema_of(model).name)}", told)
    assert re.search(r"^ +Vad: +\S", told, re.MULTILINE)
    assert re.search(r"^ +Källa: +\S", told, re.MULTILINE)
