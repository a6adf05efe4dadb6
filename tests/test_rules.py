"""Every rule: its words, its example and its look-alike, and that the compiler and the catalogue know the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from overlay import Overlay, found_in

from styrc.diagnostic import Diagnostic
from styrc.project import open_project
from styrc.rule import Entry, catalogue, speak
from styrc.text import Language
from styrc.yaml_text import read_trusted

STYRC = Path(__file__).parents[1] / "styrc"
RULES = STYRC / "rules"
CATALOGUE = catalogue()
VARIANTS: dict[str, dict[str, dict[str, Any]]] = {}
for _path in sorted((Path(__file__).parent / "variants").glob("*.yaml")):
    for _code, _variants in read_trusted(_path).items():
        VARIANTS.setdefault(_code, {}).update(_variants)
"""For each code and variant: the files that bring it about."""
LANGUAGES: tuple[Language, ...] = ("sv", "en")
BANNED = re.compile(r"mapping|sträng|parsning|\bnod|scalar|pydantic|NoneType|ValidationError", re.IGNORECASE)
CASES = [(code, variant) for code, variants in VARIANTS.items() for variant in variants]


def wrong(entry: Entry) -> Overlay:
    example = entry.example
    return Overlay(example.wrong, example.alone, example.encoding, example.size, example.symlink)


def expected(overlay: Overlay, code: str) -> list[tuple[str, str, int]]:
    """What the marks ask for; a link that leads away has its finding at the top."""
    return sorted([(code, name, 1) for name in overlay.symlink] + overlay.marked())


def case(code: str, variant: str) -> Overlay:
    files = VARIANTS[code][variant]
    if "files" not in files:
        return Overlay(files)
    read: dict[str, Callable[[str], Any]] = {"alone": lambda value: value == "true", "size": int}
    return Overlay(files["files"], **{name: read.get(name, str)(files[name]) for name in files if name != "files"})


@pytest.fixture(scope="module")
def emitted(tmp_path_factory: pytest.TempPathFactory) -> list[Diagnostic]:
    """Everything that the examples and the table of variants make the compiler say."""
    overlays = [*(wrong(entry) for entry in CATALOGUE.values()), *(case(*one) for one in CASES)]
    made = [overlay.compiled(tmp_path_factory.mktemp("rule")) for overlay in overlays]
    return [one for compilation in made for one in compilation.diagnostics]


@pytest.mark.parametrize("code", CATALOGUE)
def test_the_mistake_is_told_where_it_stands_and_nothing_else(code: str, tmp_path: Path) -> None:
    overlay = wrong(CATALOGUE[code])
    assert code in {found for found, _, _ in expected(overlay, code)}
    assert found_in(overlay.compiled(tmp_path)) == expected(overlay, code)


@pytest.mark.parametrize("code", CATALOGUE)
def test_the_look_alike_is_silent(code: str, tmp_path: Path) -> None:
    example = CATALOGUE[code].example
    assert found_in(Overlay(example.right, example.alone).compiled(tmp_path)) == []


@pytest.mark.parametrize(("code", "variant"), CASES)
def test_a_variant_is_told_once_and_nothing_else(code: str, variant: str, tmp_path: Path) -> None:
    compilation = case(code, variant).compiled(tmp_path)
    assert [(one.code, one.variant) for one in compilation.diagnostics] == [(code, variant)]
    marked = expected(case(code, variant), code)
    assert not marked or found_in(compilation) == marked


@pytest.mark.parametrize("code", CATALOGUE)
def test_all_its_wordings_are_used(code: str, emitted: list[Diagnostic]) -> None:
    told = {one.variant for one in emitted if one.code == code} | ({"closed"} if code == "STY009" else set())
    assert set(CATALOGUE[code].sv.variants) - told == set()


def test_the_compiler_knows_no_other_wordings(emitted: list[Diagnostic]) -> None:
    unworded = {
        (one.code, one.variant) for one in emitted if one.variant and one.variant not in CATALOGUE[one.code].sv.variants
    }
    assert unworded == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_can_be_said(language: Language, emitted: list[Diagnostic]) -> None:
    for one in emitted:
        message, remedy = speak(one, language)
        assert message, one.code
        assert remedy, one.code
        assert not re.search(r"\{[a-z_]+\}", message + remedy), (one.code, one.variant)
        assert "None" not in message + remedy, (one.code, one.variant)


def holes(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def wordings(entry: Entry) -> Iterator[tuple[str, str, str]]:
    """Each message and remedy in Swedish and in English, with its name."""
    for what in ("title", "message", "remedy", "why"):
        yield what, getattr(entry.sv, what), getattr(entry.en, what)
    for variant, words in entry.sv.variants.items():
        other = entry.en.variants[variant]
        yield f"{variant} message", words.message, other.message
        yield f"{variant} remedy", words.remedy, other.remedy


@pytest.mark.parametrize("code", CATALOGUE)
def test_both_languages_say_the_same(code: str) -> None:
    entry = CATALOGUE[code]
    assert entry.sv.variants.keys() == entry.en.variants.keys()
    for what, swedish, english in wordings(entry):
        assert bool(swedish) == bool(english), what
        assert holes(swedish) == holes(english), what


@pytest.mark.parametrize("code", CATALOGUE)
def test_words_are_for_people(code: str) -> None:
    for what, swedish, english in wordings(CATALOGUE[code]):
        assert not BANNED.search(swedish + english), what
        assert "“" not in swedish, what
        assert "„" not in swedish + english, what
        assert re.fullmatch(r"[^”]*(”[^”“]+”[^”]*)*", swedish), what
        if swedish and "title" not in what:
            assert swedish[-1] in ".?", swedish
            assert english[-1] in ".?", english


def test_codes_and_names_belong_to_one_rule_each() -> None:
    entries = [Entry.model_validate(read_trusted(path)) for path in sorted(RULES.glob("*/*.yaml"))]
    assert len({entry.code for entry in entries}) == len({entry.name for entry in entries}) == len(entries)
    assert {path.stem for path in RULES.glob("*/*.yaml")} == {entry.name for entry in entries}


def test_the_code_and_the_catalogue_have_the_same_rules() -> None:
    used = {code for path in STYRC.rglob("*.py") for code in re.findall(r"STY\d{3}", path.read_text("utf-8"))}
    assert used == set(CATALOGUE)


def test_the_example_project_has_no_findings(tmp_path: Path) -> None:
    assert found_in(Overlay({}).compiled(tmp_path)) == []


def test_no_words_are_those_of_a_real_municipality() -> None:
    names = {path.stem for path in (STYRC.parent / "schemas").glob("*.yaml")}
    for path in RULES.glob("**/*.yaml"):
        text = path.read_text("utf-8").casefold()
        assert not [name for name in names if name in text], path


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root, locked = Overlay({}).write(tmp_path), "fardplan.yaml"
    read = Path.read_bytes

    def read_bytes(path: Path) -> bytes:
        if path.name == locked:
            raise PermissionError
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    found = open_project(root).found
    assert [(one.code, one.place.file, one.variant) for one in found] == [("STY009", locked, "closed")]
    assert all(locked in speak(found[0], language)[0] for language in LANGUAGES)
