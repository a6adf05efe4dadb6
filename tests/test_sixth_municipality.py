"""A municipality is added by a schema alone: one that nobody has heard of, with a word of its own for everything.

Its goals have several parents, its aims fill a grid of perspectives and focus areas, its teams may lack the level above
them, and its scale has three values of its own.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from overlay import Overlay, found_in

from styrc.cli import main
from styrc.compiler import compile_project
from styrc.project import open_project
from styrc.site import build_site

SIXTH = Path(__file__).parent / "sixth"
STYRC = Path(__file__).parents[1] / "styrc"
Found = tuple[str, int, tuple[str, ...]]
"""A code, a line and the rules of the model."""

MISTAKES: dict[str, tuple[str, str, str, Found]] = {
    "an empty square in the grid": (
        "kompass.yaml",
        "perspektiv: natur, fokusområde: mark",
        "perspektiv: natur, fokusområde: vatten",
        ("STY304", 1, ("STO-2",)),
    ),
    "one parent only": ("2025/markutskottet.yaml", "[bada, fiskar]", "bada", ("STY207", 10, ("STO-3",))),
    "a word that is not on the scale": ("2025/markutskottet.yaml", "knoppas", "frodas", ("STY107", 9, ())),
    "nothing to measure by": (
        "2025/markutskottet.yaml",
        "    mätstickor:\n      - {id: skador",
        "    # mätstickor:\n    #  - {id: skador",
        ("STY302", 13, ("STO-4",)),
    ),
    "a leap over a level that is there": ("2025/parklaget.yaml", "spång", "stigar", ("STY212", 7, ("STO-6",))),
    "a word that is not the model's": (
        "2025/badlaget.yaml",
        "göromål:",
        "sysslor:\n  - {id: annat, titel: Annat}\ngöromål:",
        ("STY101", 6, ("STO-7",)),
    ),
    "decided too early": ("2025/badlaget.yaml", "2024-12-12", "2024-11-01", ("STY406", 4, ())),
    "a sum that is wrong": ("2025/markutskottet.yaml", "2025: 920", "2025: 902", ("STY601", 25, ())),
}


def test_it_is_clean() -> None:
    done = compile_project(open_project(SIXTH))
    assert found_in(done) == []
    assert done.plan is not None
    assert {element.kind for element in done.plan.elements.values()} == set(done.plan.schema.kinds)


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_found(name: str, tmp_path: Path) -> None:
    file, old, new, expected = MISTAKES[name]
    text = (SIXTH / file).read_text("utf-8")
    assert old in text
    done = Overlay({file: text.replace(old, new, 1)}, base=SIXTH).compiled(tmp_path)
    found = [(one.code, done.span(one.place).line, one.because.ids if one.because else ()) for one in done.diagnostics]
    assert found == [expected]
    assert {one.place.file for one in done.diagnostics} == {file}


def test_it_is_built_in_its_own_words(tmp_path: Path) -> None:
    build_site(compile_project(open_project(SIXTH)), tmp_path / "bygge", templates={})
    sheets = (tmp_path / "bygge" / "dokument").glob("utskottsblad*.html")
    (sheet,) = (path for path in sheets if not path.stem.endswith("-i-korthet"))
    page = sheet.read_text("utf-8")
    assert all(word in page for word in ("Åtaganden", "knoppas", "Mätsticka", "Kassa", "Fiskarna kommer tillbaka"))
    glossary = " ".join(path.read_text("utf-8") for path in (tmp_path / "bygge").glob("*.html"))
    assert "Perspektiven och fokusområdena lagda över varandra." in glossary


@pytest.mark.parametrize(
    ("id_", "said"),
    [
        ("STO-2", "Varje ruta ska ha en vilja."),
        ("STO-7", "Ett ord för varje sak."),
        ("STO-8", "Prövas inte av styrc. Det står inte i någon plan."),
        ("STO-9", "Prövas när uppföljningen rapporteras."),
    ],
)
def test_its_rules_are_explained(id_: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", id_, str(SIXTH), "--lang", "sv"]) == 0
    assert said in " ".join(capsys.readouterr().out.split())


def test_no_code_and_no_template_knows_it() -> None:
    schema = (SIXTH / "schemas" / "storan.yaml").read_text("utf-8")
    words = set(re.findall(r"^  ([a-zåäö ]+):$", schema, re.MULTILINE)) - {"kassa", "lag"}
    assert len(words) > 10
    files = [*STYRC.rglob("*.py"), *(STYRC.parent / "templates").rglob("*.j2")]
    text = " ".join(path.read_text("utf-8") for path in files)
    assert [word for word in words if re.search(rf"\b{word}\b", text)] == []
