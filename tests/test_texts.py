"""Rules on texts: what a model may ask of them, what excuses, and what is near to a mistake and is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from overlay import PROJECT, Overlay, found_in

from styrc.compiler import Compilation

MODEL = (PROJECT / "schemas" / "exempel.yaml").read_text("utf-8")
PROMISES = "2026/namndplaner/fler.yaml"
GOAL = """
hör till: namndplan-2026-bn
löften:
  - id: nytt
    titel: {title}
    text: {text}
    bidrar till: läslust
    mått:
      - {{id: nytt-mått, titel: Barn som läser, räknas i: procent, bättre: högre, sikte: 90}}
"""
WORDING = "{avoid: action verbs, at start: yes,"


def compiled(folder: Path, *, title: str = "Barnen läser", text: str = "Böcker.", model: str = MODEL) -> Compilation:
    made = GOAL.format(title=title, text=text)
    return Overlay({"schemas/exempel.yaml": model, PROMISES: made}).compiled(folder)


def codes(compilation: Compilation) -> list[str]:
    return [code for code, _, _ in found_in(compilation)]


# Abbreviations


@pytest.mark.parametrize(
    "text",
    [
        "Barn med neuropsykiatriska funktionsnedsättningar (NPF) läser. NPF är vanligt.",
        "NPF är vanligt. Med det menas neuropsykiatriska funktionsnedsättningar (**NPF**).",
        "Barn med NPF (neuropsykiatriska funktionsnedsättningar) läser.",
        "NPF står för neuropsykiatriska funktionsnedsättningar.",
        "NPF, det vill säga neuropsykiatriska funktionsnedsättningar, är vanligt.",
        "Neuropsykiatriska funktionsnedsättningar förkortas NPF.",
        "EU, FN och ett AB, eller kapitel IV och XII.",
        "Ärendet KS 2025/0412, bild A1 och filen NPF.pdf, se https://npf.se/NPF.",
        "Det är INTE bra, och inte HELLER rätt. Inte heller nu.",
    ],
)
def test_abbreviations_that_are_explained_or_none(text: str, tmp_path: Path) -> None:
    assert codes(compiled(tmp_path, text=f"'{text}'")) == []


@pytest.mark.parametrize(
    "text",
    ["Barn med NPF läser.", "NPF-teamet (se sidan 7) finns.", "Stödet (för NPF) finns.", "NPF:s team finns."],
)
def test_abbreviations_that_are_not_explained(text: str, tmp_path: Path) -> None:
    done = compiled(tmp_path, text=f"'{text}'")
    assert codes(done) == ["STY804"]
    assert done.diagnostics[0].values["short"] == "NPF"


@pytest.mark.parametrize(
    "texts",
    [
        "texts: {abbreviations: {known: NPF}}",
        "texts: {abbreviations: {check: no, why: Alla läsare kan förkortningarna.}}",
        "texts: {abbreviations: {at: fullmäktige}}",
    ],
)
def test_a_model_may_know_an_abbreviation_or_do_without_the_check(texts: str, tmp_path: Path) -> None:
    assert codes(compiled(tmp_path, text="Barn med NPF läser.", model=f"{MODEL}\n{texts}\n")) == []


def test_a_word_of_the_models_glossary_is_explained_there(tmp_path: Path) -> None:
    model = MODEL + "  NPF: {means: Neuropsykiatriska funktionsnedsättningar.}\n"
    assert codes(compiled(tmp_path, text="Barn med NPF läser.", model=model)) == []


def test_an_abbreviation_is_marked_in_a_text_file(tmp_path: Path) -> None:
    chapter = "avsnitt:\n  så når vi löftena: {fil: ../texter/väg.md}\n"
    plan = (PROJECT / "2026/namndplaner/bn.yaml").read_text("utf-8")
    start, end = plan.index("avsnitt:"), plan.index("kärnuppgifter:")
    files = {
        "2026/namndplaner/bn.yaml": plan[:start] + chapter + plan[end:],
        "2026/texter/väg.md": "# Vägen\n\nVi läser.\n\n- Också med NPF.\n",
    }
    done = Overlay(files).compiled(tmp_path)
    assert found_in(done) == [("STY804", "2026/texter/väg.md", 5)]
    assert done.span(done.diagnostics[0].place) == (5, 13, 5, 16)


# Wordings


def test_the_words_are_marked_in_the_value(tmp_path: Path) -> None:
    done = compiled(tmp_path, title="Vi ska ta fram en plan")
    assert codes(done) == ["STY801"]
    assert done.span(done.diagnostics[0].place)[1:] == (19, 5, 26)


@pytest.mark.parametrize(
    "wording",
    [
        "{avoid: action verbs, at start: yes, at: bolag,",
        "{avoid: action verbs, at start: yes, when: {svarar för: any},",
        "{avoid: action verbs, at start: yes, unless: mål,",
        "{fields: text, avoid: action verbs, at start: yes,",
        "{avoid: law,",
    ],
)
def test_a_wording_holds_only_where_it_is_asked(wording: str, tmp_path: Path) -> None:
    field = "      svarar för: {part: owner, type: unit, means: Den som svarar för att löftet följs upp.}\n    links:\n"
    excuse = field.replace("    links:", "      mål: {type: prose}\n    links:")
    model = MODEL.replace(WORDING, wording).replace(field, excuse)
    made = GOAL.format(title="Ta fram en plan", text="Böcker.\n    mål: Den behövs.")
    assert codes(Overlay({"schemas/exempel.yaml": model, PROMISES: made}).compiled(tmp_path)) == []


def test_a_model_may_have_words_of_its_own_and_weigh_them(tmp_path: Path) -> None:
    own = "\nword lists:\n  ledord: {words: [trygg, grön], says: följer ledorden, instead: Välj ett annat ord}\n"
    model = MODEL.replace(WORDING, "{avoid: ledord, grade: error,") + own
    done = compiled(tmp_path, title="Trygga och gröna bibliotek", model=model)
    assert codes(done) == ["STY801"]
    assert done.diagnostics[0].severity == "error"
    assert [str(one.sv) for one in done.diagnostics[0].values["words"]] == ["”Trygga”", "”gröna”"]  # type: ignore[attr-defined]


def test_a_models_list_takes_the_place_of_the_languages(tmp_path: Path) -> None:
    own = "\nword lists:\n  action verbs: {words: läsa, says: läser, instead: Läs}\n"
    assert codes(compiled(tmp_path, title="Ta fram en plan", model=MODEL + own)) == []


@pytest.mark.parametrize(
    "wrong", ["{avoid: verb,", "{hold: verb,", "{fields: rubrik, avoid: law,", "{avoid: law, unless: skäl,"]
)
def test_names_in_a_wording_must_exist(wrong: str, tmp_path: Path) -> None:
    assert codes(compiled(tmp_path, model=MODEL.replace(WORDING, wrong))) == ["STY056"]


# Pasted texts


def test_a_text_pasted_into_two_fields_of_one_element_is_told(tmp_path: Path) -> None:
    same = "Eleverna har själva sagt vad som är viktigast för dem i år."
    goal = f"""
löften:
  - id: nytt
    titel: Barnen läser
    text: {same}
    leder mot: trygga-barn
    område: barn
    skäl: {same}
    mått:
      - {{id: nytt-mått, titel: Barn som läser, räknas i: procent, bättre: högre, sikte: 90}}
"""
    done = Overlay({"2026/arsbudget/fler.yaml": goal}).compiled(tmp_path)
    assert found_in(done) == [("STY805", "2026/arsbudget/fler.yaml", 8)]
    assert [done.span(one.place).line for one in done.diagnostics[0].related] == [5]


def test_short_texts_may_be_the_same(tmp_path: Path) -> None:
    done = compiled(tmp_path, text="Vi läser högt varje dag.\n    vilar på: undervisa")
    assert codes(done) == []


@pytest.mark.parametrize("name", ["vague words", "abbreviations", "repeated texts"])
def test_every_check_can_be_switched_off_with_a_reason(name: str, tmp_path: Path) -> None:
    same = "Eleverna med NPF har själva sagt vad som är viktigast för dem."
    plan = (PROJECT / "2026/namndplaner/bn.yaml").read_text("utf-8")
    files = {
        "2026/namndplaner/bn.yaml": plan.replace(
            "    bidrar till: läslust\n", f"    bidrar till: läslust\n    text: {same}\n"
        ),
        PROMISES: GOAL.format(title="Skolan verkar för läsning", text=same),
    }
    told = {"vague words": "STY803", "abbreviations": "STY804", "repeated texts": "STY805"}
    assert sorted(codes(Overlay(files).compiled(tmp_path / "on"))) == sorted(told.values())
    off = f"{MODEL}\ntexts: {{{name}: {{check: no, why: Vi har vår egen språkgranskning.}}}}\n"
    silent = Overlay({**files, "schemas/exempel.yaml": off}).compiled(tmp_path / "off")
    assert sorted(codes(silent)) == sorted(set(told.values()) - {told[name]})
