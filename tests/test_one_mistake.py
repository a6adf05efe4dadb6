"""One mistake, one finding, at the place to change; and what a broken file hides is not called missing or unknown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from overlay import PROJECT, Overlay

from styrc.compiler import Compilation

NEW = "2026/arsbudget/nytt.yaml"
BUDGET = "2026/arsbudget/arsbudget.yaml"
Told = list[tuple[str, str, int, int]]


def order(*lines: str) -> dict[str, str]:
    """An assignment, on lines of its own."""
    rows = ("id: bokbuss", "titel: Skaffa en bokbuss", *lines)
    return {NEW: "beställningar:\n  - " + "\n    ".join(rows) + "\n"}


def changed(file: str, old: str, new: str) -> dict[str, str]:
    """A file of the example project with one thing changed."""
    text = (PROJECT / file).read_text("utf-8")
    assert old in text
    return {file: text.replace(old, new, 1)}


GOOD = ("utförare: bn", "hör ihop med: läslust")
IN_BRACES: dict[str, tuple[str, Told]] = {
    "a comma": ("lägestal:\n  - {id: a, titel: Barn, unga och äldre, räknas i: antal}\n", [("STY101", "comma", 2, 20)]),
    "two commas": ("lägestal:\n  - {id: a, titel: Barn, unga, äldre, räknas i: antal}\n", [("STY101", "comma", 2, 20)]),
    "decimals": (
        "lägestal:\n  - id: a\n    titel: A\n    räknas i: antal\n    uppmätt: {2024: 1,5, 2025: 2}\n",
        [("STY101", "comma", 5, 21)],
    ),
    "several ids": (
        "beställningar:\n  - {id: a, titel: A, utförare: bn, hör ihop med: läslust, trygga-barn}\n",
        [("STY108", "ids", 2, 51)],
    ),
    "no colon": ("lägestal:\n  - {id a, titel: A, räknas i: antal}\n", [("STY101", "no colon", 2, 6)]),
}
IN_ROWS: dict[str, tuple[str, Told]] = {
    "no dash": ("lägestal:\n  id: a\n  titel: A\n  räknas i: antal\n", [("STY108", "row", 2, 3)]),
    "a number sign": (
        "lägestal:\n  - id: a\n    titel: #1 i länet\n    räknas i: antal\n",
        [("STY103", "number sign", 3, 11)],
    ),
    "a tab": ("lägestal:\n\t- id: a\n", [("STY004", "", 2, 1)]),
    "no id": ("lägestal:\n  - titel: A\n    räknas i: antal\n", [("STY102", "", 2, 5)]),
}
IN_VALUES: dict[str, tuple[tuple[str, str], Told]] = {
    "several ids in one text": ((GOOD[0], "hör ihop med: läslust, trygga-barn"), [("STY108", "ids", 5, 19)]),
    "an empty link": ((GOOD[0], "hör ihop med:"), [("STY103", "", 5, 18)]),
    "a title": ((GOOD[0], "hör ihop med: Fler barn läser gärna"), [("STY203", "title", 5, 19)]),
    "a title with a slip": ((GOOD[0], "hör ihop med: Fler barn läser gerna"), [("STY203", "title", 5, 19)]),
    "another case": ((GOOD[0], "hör ihop med: Läslust"), [("STY203", "alike", 5, 19)]),
    "a Cyrillic letter": ((GOOD[0], "hör ihop med: läslu\u0455t"), [("STY203", "alike", 5, 19)]),
    "another dash": ((GOOD[0], "hör ihop med: trygga–barn"), [("STY203", "alike", 5, 19)]),
    "decomposed letters": ((GOOD[0], "hör ihop med: la\u0308slust"), []),
    "the name of a unit": (("utförare: Barnnämnden", GOOD[1]), [("STY114", "name", 4, 15)]),
    "its abbreviation": (("utförare: BN", GOOD[1]), [("STY114", "name", 4, 15)]),
    "an open quotation": (('utförare: "bn', GOOD[1]), [("STY001", "open quotation", 4, 15)]),
    "one that the next closes": (('utförare: "bn', 'hör ihop med: "läslust"'), [("STY001", "open quotation", 4, 15)]),
}
CHANGED: dict[str, tuple[tuple[str, str, str], Told]] = {
    "decimals in a table": ((BUDGET, "2026: 40 000, 2027", "2026: 40 000,5, 2027"), [("STY101", "comma", 51, 25)]),
    "two headers": (("fardplan.yaml", "titel: ", "dokument: årsbudget\ntitel: "), [("STY005", "", 2, 1)]),
    "a mistyped heading": ((BUDGET, "löften:", "löftn:"), [("STY101", "near", 11, 1)]),
    "a mistyped key of the header": ((BUDGET, "period: 2026", "perid: 2026"), [("STY101", "near", 3, 1)]),
    "a mistyped kind of document": (
        (BUDGET, "dokument: årsbudget", "dokument: arsbudget"),
        [("STY110", "near", 1, 11)],
    ),
    "a mistyped link": ((BUDGET, "leder mot: trygga", "leder till: trygga"), [("STY101", "near", 14, 5)]),
    "a lost id": ((BUDGET, "  - id: fler-bostäder\n    titel", "  - titel"), [("STY102", "", 29, 5)]),
    "a mistyped unit in the settings": (("styrc.yaml", "nivå: bolag", "nivå: bolg"), [("STY107", "near", 9, 47)]),
}
MISTAKES: dict[str, tuple[dict[str, str], Told]] = {
    **{name: ({NEW: text}, expected) for name, (text, expected) in (IN_BRACES | IN_ROWS).items()},
    **{name: (order(*lines), expected) for name, (lines, expected) in IN_VALUES.items()},
    **{name: (changed(*change), expected) for name, (change, expected) in CHANGED.items()},
}


def told(compilation: Compilation) -> Told:
    return [(one.code, one.variant, *compilation.span(one.place)[:2]) for one in compilation.diagnostics]


@pytest.mark.parametrize("mistake", MISTAKES)
def test_one_mistake_is_told_once(mistake: str, tmp_path: Path) -> None:
    files, expected = MISTAKES[mistake]
    assert told(Overlay(files).compiled(tmp_path)) == expected


ELSEWHERE = {
    "2026/namndplaner/faror.yaml": "hör till: namndplan-2026-bn\nfaror:\n  - {id: x, titel: X, hotar: ingen-alls}\n"
}
"""A mistake in another file, which is to be told whatever else is broken."""
UNKNOWN = ("STY203", "2026/namndplaner/faror.yaml")


def codes(compilation: Compilation) -> list[tuple[str, str]]:
    return [(one.code, one.place.file) for one in compilation.diagnostics]


@pytest.mark.parametrize("line", range(2, 49))
def test_a_broken_file_keeps_what_stands_above_the_break(line: int, tmp_path: Path) -> None:
    lines = (PROJECT / BUDGET).read_text("utf-8").split("\n")
    if not lines[line - 1].strip():
        pytest.skip("an empty line")
    lines.insert(line - 1, '"bruten')
    compilation = Overlay({BUDGET: "\n".join(lines), **ELSEWHERE}).compiled(tmp_path)
    assert sorted(codes(compilation)) == sorted([("STY001", BUDGET), UNKNOWN])
    assert compilation.plan is not None
    above = [re.split("id: |,", text)[1] for text in lines[: line - 1] if "id: " in text]
    assert set(above[:-1]) <= {
        one.id for one in compilation.plan.elements.values()
    }  # the last may be lost with the break


@pytest.mark.parametrize("line", range(2, 11))
def test_a_break_in_the_settings_hides_no_unit(line: int, tmp_path: Path) -> None:
    lines = (PROJECT / "styrc.yaml").read_text("utf-8").split("\n")
    lines.insert(line - 1, '"bruten')
    compilation = Overlay({"styrc.yaml": "\n".join(lines), **ELSEWHERE}).compiled(tmp_path)
    assert sorted(codes(compilation)) == sorted([("STY001", "styrc.yaml"), UNKNOWN])


def test_units_are_not_unknown_where_the_organisation_is_missing(tmp_path: Path) -> None:
    files = changed("styrc.yaml", "organisation:", "enheter:")
    found = codes(Overlay({**files, **ELSEWHERE}).compiled(tmp_path))
    assert [one for one in found if one[1] == "styrc.yaml"] == [("STY102", "styrc.yaml"), ("STY101", "styrc.yaml")]
    assert [one for one in found if one[0] in ("STY114", "STY215")] == []


def test_a_broken_model_is_told_in_the_model(tmp_path: Path) -> None:
    files = changed("schemas/exempel.yaml", "    role: vision", '    role: "vision')
    assert codes(Overlay(files).compiled(tmp_path)) == [("STY001", "schemas/exempel.yaml")]


def test_a_file_that_belongs_to_an_unknown_document_is_left_alone(tmp_path: Path) -> None:
    files = changed(BUDGET, "dokument: årsbudget", "dokument: verksamhetsberättelse")
    more = {NEW: "lägestal:\n  - {id: invånare, titel: Invånare, räknas i: personer}\n"}
    found = codes(Overlay({**files, **more, **ELSEWHERE}).compiled(tmp_path))
    assert sorted(found) == sorted([("STY110", BUDGET), UNKNOWN])


def test_texts_by_decomposed_names_are_found(tmp_path: Path) -> None:
    files = {
        NEW: "avsnitt:\n  pengar: {fil: texter/ökning.md}\n",
        "2026/arsbudget/texter/o\u0308kning.md": "Mer pengar.\n",
    }
    assert codes(Overlay(files).compiled(tmp_path)) == []
