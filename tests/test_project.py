"""A folder on disk becomes a project: what is read, what is left alone and what is told."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path
from typing import Literal, get_args

import pytest
from model import MODELS

from styrc.compiler import compile_project
from styrc.project import CannotBeginError, Project, open_project

Form = Literal["NFC", "NFD"]
SETTINGS = f"styrmodell: {MODELS[0]}\nkommun: {{namn: K}}\nplanår: []\norganisation: []\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An empty project, with a neighbour that is none of its business."""
    root = tmp_path / "projekt"
    write(root / "styrc.yaml", SETTINGS)
    write(tmp_path / "granne/hemligt.yaml", "lösenord: x\n")
    return root


def write(path: Path, text: str = "a: b\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def told(project: Project) -> list[tuple[str, str]]:
    return [(one.code, one.place.file) for one in project.found]


def test_plans_and_texts_are_read_by_name_wherever_they_lie(root: Path) -> None:
    for name in ("vision.yaml", "2026/plan.yml", "2026/texter/förord.md", "2026/bild.png", "anteckning.txt"):
        write(root / name)
    project = open_project(root)
    assert list(project.plans) == ["2026/plan.yml", "vision.yaml"]
    assert list(project.texts) == ["2026/texter/förord.md"]
    assert project.found == ()


def test_the_bytes_of_a_file_are_kept_as_they_are(root: Path) -> None:
    data = b"\xef\xbb\xbftitel: \xe5\r\n\x00\tslut"
    (root / "plan.yaml").write_bytes(data)
    (root / "text.md").write_bytes(data)
    project = open_project(root)
    assert (project.plans["plan.yaml"], project.texts["text.md"]) == (data, data)


def test_a_project_is_found_from_a_folder_inside_it(root: Path) -> None:
    write(root / "2026/nämnder/un.yaml")
    assert open_project(root / "2026/nämnder").root == root
    assert list(open_project(root / "2026/nämnder").plans) == ["2026/nämnder/un.yaml"]


def test_settings_of_a_project_inside_a_project_are_a_plan_file_of_the_outer_one(root: Path) -> None:
    write(root / "2026/styrc.yaml", SETTINGS)
    assert list(open_project(root).plans) == ["2026/styrc.yaml"]
    assert open_project(root / "2026").root == root / "2026"


@pytest.mark.parametrize("name", [".git/plan.yaml", ".dold.yaml", "2026/.utkast/plan.yaml"])
def test_hidden_files_and_folders_are_left_alone(root: Path, name: str) -> None:
    write(root / name)
    assert open_project(root).plans == {}


def test_output_schemas_and_templates_hold_no_plans(root: Path) -> None:
    for folder in ("bygge", "schemas", "templates"):
        write(root / folder / "plan.yaml")
        write(root / folder / "text.md")
    project = open_project(root)
    assert project.plans == {}
    assert project.texts == {}


def test_a_folder_called_as_the_output_further_down_is_an_ordinary_folder(root: Path) -> None:
    write(root / "2026/bygge/plan.yaml")
    assert list(open_project(root).plans) == ["2026/bygge/plan.yaml"]


def test_a_project_s_own_model_comes_before_ours(root: Path) -> None:
    write(root / f"schemas/{MODELS[0]}.yaml", "mine")
    project = open_project(root)
    assert project.schemas[MODELS[0]] == b"mine"
    assert set(MODELS) <= project.schemas.keys()


@pytest.mark.parametrize("form", get_args(Form))
def test_names_with_swedish_letters_are_the_same_however_they_are_stored(root: Path, form: Form) -> None:
    write(root / unicodedata.normalize(form, "Årsplan för Å/plan å.yaml"))
    write(root / unicodedata.normalize(form, "schemas/ås.yaml"))
    project = open_project(root)
    assert list(project.plans) == ["Årsplan för Å/plan å.yaml"]
    assert project.plans["Årsplan för Å/plan å.yaml"] == b"a: b\n"
    assert "ås" in project.schemas


def test_two_files_with_names_that_look_the_same_are_not_taken_for_one(root: Path) -> None:
    names = [write(root / unicodedata.normalize(form, "å.yaml"), form).name for form in get_args(Form)]
    if len(list(root.glob("å.yaml"))) + len(list(root.glob("a\u030a.yaml"))) > 1:  # a Mac keeps only one of them
        assert open_project(root).plans == {names[0]: b"NFC", names[1]: b"NFD"}


@pytest.mark.parametrize("name", ["PLAN.YAML", "Plan.Yml"])
def test_an_ending_in_capitals_is_the_same_ending(root: Path, name: str) -> None:
    write(root / name)
    assert list(open_project(root).plans) == [name]


# Links


def test_a_link_to_a_file_in_the_project_is_read(root: Path) -> None:
    write(root / "2025/plan.yaml")
    (root / "plan.yaml").symlink_to("2025/plan.yaml")
    project = open_project(root)
    assert list(project.plans) == ["2025/plan.yaml", "plan.yaml"]
    assert project.found == ()


@pytest.mark.parametrize("target", ["../granne/hemligt.yaml", "/etc/passwd", "finns-inte.yaml"])
def test_a_link_out_of_the_project_is_told_and_not_read(root: Path, target: str) -> None:
    (root / "länk.yaml").symlink_to(target)
    project = open_project(root)
    assert project.plans == {}
    assert told(project) == [("STY009", "länk.yaml")]


def test_a_linked_folder_out_of_the_project_is_told_and_not_read(root: Path) -> None:
    (root / "granne").symlink_to("../granne")
    project = open_project(root)
    assert project.plans == {}
    assert told(project) == [("STY009", "granne")]


def test_a_model_that_is_a_link_out_of_the_project_is_told_and_not_read(root: Path) -> None:
    (root / "schemas").mkdir()
    (root / "schemas/annans.yaml").symlink_to("../../granne/hemligt.yaml")
    project = open_project(root)
    assert "annans" not in project.schemas
    assert told(project) == [("STY009", "schemas/annans.yaml")]


def test_a_project_reached_through_a_link_is_the_same_project(root: Path, tmp_path: Path) -> None:
    write(root / "plan.yaml")
    (tmp_path / "genväg").symlink_to(root)
    assert open_project(tmp_path / "genväg") == open_project(root)


@pytest.mark.parametrize("target", [".", "..", "../.."])
def test_a_folder_that_leads_back_to_itself_ends(root: Path, target: str) -> None:
    write(root / "a/b/plan.yaml")
    (root / "a/b/ring").symlink_to(target)
    assert list(open_project(root).plans) == ["a/b/plan.yaml"]


def test_folders_that_lead_to_each_other_end(root: Path) -> None:
    write(root / "a/plan.yaml")
    write(root / "b/plan.yaml")
    (root / "a/till-b").symlink_to("../b")
    (root / "b/till-a").symlink_to("../a")
    assert list(open_project(root).plans) == [
        "a/plan.yaml",
        "a/till-b/plan.yaml",
        "b/plan.yaml",
        "b/till-a/plan.yaml",
    ]


def test_a_link_to_itself_is_told(root: Path) -> None:
    (root / "själv.yaml").symlink_to("själv.yaml")
    assert told(open_project(root)) == [("STY009", "själv.yaml")]


# What cannot be read


@pytest.mark.skipif(os.geteuid() == 0, reason="to root every file is open")
def test_a_file_that_may_not_be_read_is_told(root: Path) -> None:
    write(root / "plan.yaml").chmod(0)
    assert told(open_project(root)) == [("STY009", "plan.yaml")]


@pytest.mark.skipif(os.geteuid() == 0, reason="to root every folder is open")
def test_a_folder_that_may_not_be_read_is_told(root: Path) -> None:
    write(root / "stängd/plan.yaml").parent.chmod(0)
    try:
        assert told(open_project(root)) == [("STY009", "stängd")]
    finally:
        (root / "stängd").chmod(0o700)


def test_a_folder_called_as_a_plan_file_is_a_folder(root: Path) -> None:
    write(root / "plan.yaml/innehåll.yaml")
    assert list(open_project(root).plans) == ["plan.yaml/innehåll.yaml"]


def test_a_pipe_called_as_a_plan_file_is_left_alone(root: Path) -> None:
    os.mkfifo(root / "plan.yaml")
    assert open_project(root).plans == {}


def test_a_name_that_is_no_text_does_not_stop_the_rest(root: Path) -> None:
    write(root / "plan.yaml")
    with open(os.path.join(os.fsencode(root), b"pl\xe5n.yaml"), "wb") as file:  # noqa: PTH118, PTH123 - a name in Latin-1
        file.write(b"a: b\n")
    assert len(compile_project(open_project(root)).sources) == 4


def test_no_folder_and_no_settings_are_two_different_things(root: Path) -> None:
    with pytest.raises(CannotBeginError, match="no folder"):
        open_project(root / "finns-inte")
    with pytest.raises(CannotBeginError, match="no folder"):
        open_project(root / "styrc.yaml")
    with pytest.raises(CannotBeginError, match="no settings"):
        open_project(root.parent / "granne")
