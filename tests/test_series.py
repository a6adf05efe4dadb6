"""Outcomes as a spreadsheet saves them: every value exact, every fault at its cell, and no file half read."""

from __future__ import annotations

import unicodedata
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from overlay import Overlay

from styrc.compiler import Compilation, compile_project
from styrc.element import Outcome, Sex
from styrc.project import open_project
from styrc.report_out.layout import Page
from styrc.report_out.terminal import Report
from styrc.source import Span
from styrc.validate.sheet import UntrustedError, read_cells, read_text

HEAD = "indikator;enhet;avser;kön;värde;källa;mätt"
ROW = "lässtunder;bn;2025;totalt;62,5;Skolans enkät;2025-12-01"


def compiled(folder: Path, data: bytes | str, name: str = "utfall/skolan.csv") -> Compilation:
    root = Overlay({}).write(folder)
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    return compile_project(open_project(root))


def outcomes(compilation: Compilation) -> list[Outcome]:
    assert compilation.plan is not None
    return [one for ones in compilation.plan.outcomes.values() for one in ones]


def told(compilation: Compilation) -> list[tuple[str, str, int, int]]:
    """Code, variant, line and column of each finding."""
    found = [(one, compilation.span(one.place)) for one in compilation.diagnostics]
    return [(one.code, one.variant, span.line, span.column) for one, span in found]


def test_a_row_becomes_an_outcome_with_all_that_it_says(tmp_path: Path) -> None:
    done = compiled(tmp_path, f"{HEAD}\r\n{ROW}\r\n")
    assert told(done) == []
    (one,) = outcomes(done)
    assert (one.of, one.value, one.unit, one.sex) == ("lässtunder", Decimal("62.5"), "", Sex.ALL)
    assert (one.source, one.measured, one.document) == ("Skolans enkät", date(2025, 12, 1), "")
    assert str(one.period) == "2025"
    assert done.span(one.place) == Span(2, 27, 2, 31)


WAYS: dict[str, tuple[bytes | str, list[tuple[str, str, int, int]]]] = {
    "lines end in Windows": (f"{HEAD}\r\n{ROW}\r\n".encode(), []),
    "lines end in Unix": (f"{HEAD}\n{ROW}\n".encode(), []),
    "lines end in old Macintosh": (f"{HEAD}\r{ROW}\r".encode(), []),
    "no end of the last line": (f"{HEAD}\n{ROW}".encode(), []),
    "byte order mark": (b"\xef\xbb\xbf" + f"{HEAD}\n{ROW}\n".encode(), []),
    "quotation marks": ('"' + HEAD.replace(";", '";"') + '"\n"' + ROW.replace(";", '";"') + '"\n', []),
    "empty columns and rows": (f"{HEAD};;\n{ROW};;\n;;;;;;;;\n\n", []),
    "capitals": (f"{HEAD.upper()}\n{ROW}\n", []),
    "spaces": (f" {HEAD.replace(';', ' ; ')} \n{ROW.replace(';', ' ; ')}\n", []),
    "the separator is named": (f"sep=;\n{HEAD}\n{ROW}\n", []),
    "decomposed letters": (f"{HEAD}\n{ROW}\n".replace("ä", "a\u0308").replace("ö", "o\u0308"), []),
    "Windows-1252": (f"{HEAD}\n{ROW}\n".encode("cp1252"), [("STY138", "windows", 1, 24)]),
    "UTF-16": (f"{HEAD}\n{ROW}\n".encode("utf-16"), [("STY138", "utf-16", 1, 1)]),
    "tabs": (f"{HEAD}\n{ROW}\n".replace(";", "\t"), [("STY138", "tab", 1, 10)]),
    "commas": (f"{HEAD}\n{ROW}\n".replace("62,5", '"62,5"').replace(";", ","), [("STY138", "comma", 1, 10)]),
    "percent sign": (f"{HEAD}\n{ROW}\n".replace("62,5", "62,5 %"), [("STY139", "percent", 2, 27)]),
}


@pytest.mark.parametrize("way", WAYS)
def test_however_it_is_saved_the_value_is_the_same(way: str, tmp_path: Path) -> None:
    data, found = WAYS[way]
    done = compiled(tmp_path, data)
    assert told(done) == found
    (one,) = outcomes(done)
    assert (one.of, one.value, one.source) == ("lässtunder", Decimal("62.5"), "Skolans enkät")


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("utfall/a.csv", 1),
        ("2025/Utfall/skola/a.CSV", 1),
        ("statistik/a.csv", 0),
        ("utfall/a.txt", 0),
        (".utfall/a.csv", 0),
    ],
)
def test_only_files_below_a_folder_for_outcomes_are_read(name: str, read: int, tmp_path: Path) -> None:
    done = compiled(tmp_path, f"{HEAD}\n{ROW}\n", name)
    assert len(outcomes(done)) == read
    assert told(done) == []


BAD_CELLS = {
    "formula": ("62,5", "=cmd|'/c calc'!A1", ("STY136", "", 2, 27)),
    "formula with plus": ("62,5", "+A1", ("STY136", "", 2, 27)),
    "formula with at": ("62,5", "@SUM(A1)", ("STY136", "", 2, 27)),
    "formula with minus": ("62,5", "-A1", ("STY136", "", 2, 27)),
    "formula in the source": ("Skolans enkät", '=HYPERLINK("x")', ("STY136", "", 2, 32)),
    "formula in the id": ("lässtunder", "=A1", ("STY136", "", 2, 1)),
    "error value": ("62,5", "#SAKNAS!", ("STY136", "error", 2, 27)),
    "no room": ("62,5", "#####", ("STY136", "error", 2, 27)),
    "two readings": ("62,5", "1.250", ("STY105", "two readings", 2, 27)),
    "English": ("62,5", "62.5", ("STY105", "decimal point", 2, 27)),
    "English thousands": ("62,5", "1,250.00", ("STY105", "thousands", 2, 27)),
    "negative in English": ("62,5", "-62.5", ("STY105", "decimal point", 2, 27)),
    "words": ("62,5", "sextio", ("STY104", "", 2, 27)),
    "nothing": ("62,5", "", ("STY135", "empty", 2, 27)),
    "unit's name": (";bn;", ";Barnnämnden;", ("STY114", "name", 2, 12)),
    "unit unknown": (";bn;", ";xyzzy;", ("STY114", "", 2, 12)),
    "sex unknown": ("totalt", "kvinna", ("STY107", "near", 2, 20)),
    "period": (";2025;", ";jan-25;", ("STY104", "", 2, 15)),
    "period without end": (";2025;", ";2021–;", ("STY104", "", 2, 15)),
    "period backwards": (";2025;", ";2025–2023;", ("STY106", "backwards", 2, 15)),
    "day": ("2025-12-01", "2025-13-01", ("STY106", "no such day", 2, 46)),
    "few cells": (";Skolans enkät;2025-12-01", "", ("STY135", "few", 2, 27)),
    "many cells": ("2025-12-01", "2025-12-01;bra", ("STY135", "many", 2, 57)),
    "line break": ("Skolans enkät", '"Skolans\nenkät"', ("STY135", "line break", 2, 32)),
    "indicator": ("lässtunder", "lästunder", ("STY221", "series near", 2, 1)),
}


@pytest.mark.parametrize("fault", BAD_CELLS)
def test_a_bad_row_is_told_at_its_cell_and_left_out_and_the_others_count(fault: str, tmp_path: Path) -> None:
    right, wrong, found = BAD_CELLS[fault]
    other = "lässtunder;bn;2024;totalt;58;;"
    done = compiled(tmp_path, f"{HEAD}\n{ROW.replace(right, wrong)}\n{other}\n")
    assert told(done) == [found]
    assert [one.value for one in outcomes(done) if not one.broken] == [Decimal(58)]
    assert all(one.value is None for one in outcomes(done) if one.broken)


UNTRUSTED: dict[str, tuple[bytes | str, tuple[str, str, int, int] | None]] = {
    "open quotation": (f'{HEAD}\n"{ROW}\n', ("STY131", "open quotation", 2, 1)),
    "text after a quotation": (
        f"{HEAD}\n{ROW.replace('Skolans', chr(34) + 'Skolans' + chr(34))}\n",
        ("STY131", "text after quotation", 2, 41),
    ),
    "cut off in a row": (f"{HEAD}\n{ROW}\nlässtunder;bn;20", ("STY131", "cut off", 3, 17)),
    "cut off in a sign": (f"{HEAD}\n{ROW}\nl\u00e4".encode()[:-1], ("STY131", "cut off", 3, 2)),
    "two encodings": (HEAD.encode() + "\nlässtunder;bn;2025;;1;;\n".encode("cp1252"), ("STY131", "encoding", 2, 2)),
    "no encoding": (HEAD.encode("cp1252") + b"\n\x81\n", ("STY131", "encoding", 2, 1)),
    "half of UTF-16": (HEAD.encode("utf-16")[:-1], ("STY131", "encoding", 1, 1)),
    "a spreadsheet's own file": (b"PK\x03\x04\x14\x00\x06;;;", ("STY131", "no text", 1, 6)),
    "zeros": (f"{HEAD}\n{ROW}\n\0\n", ("STY131", "no text", 3, 1)),
    "one column": ("indikator\nlässtunder\n", ("STY131", "one column", 1, 1)),
    "nothing": ("", ("STY131", "empty", 1, 1)),
    "only empty rows": (";;;\n;;;\n", ("STY131", "empty", 1, 1)),
    "large": (f"{HEAD}\n" + f"{ROW}\n" * 80_000, ("STY131", "large", 1, 1)),
    "decimal commas between commas": ("indikator,avser,värde\nlässtunder,2025,62,5\n", ("STY131", "comma", 2, 20)),
    "decimal commas that fit": ("indikator,avser,värde,källa\nlässtunder,2025,62,5\n", ("STY131", "comma", 2, 20)),
    "unknown column": (f"{HEAD};kommentar\n{ROW};bra\n", ("STY132", "", 1, 44)),
    "mistyped column": (f"{HEAD.replace('kön', 'kön2')}\n{ROW}\n", ("STY132", "near", 1, 23)),
    "mistyped column that is needed": (f"{HEAD.replace('värde', 'värden')}\n{ROW}\n", ("STY132", "near", 1, 27)),
    "missing column": ("indikator;värde\nlässtunder;62\n", ("STY133", "", 1, 1)),
    "no headings": (f"{ROW}\n{ROW}\n", None),
    "column twice": (f"{HEAD};värde\n{ROW};63\n", ("STY134", "", 1, 44)),
    "formula for a heading": (f"{HEAD};=A1\n{ROW};\n", ("STY136", "", 1, 44)),
}


@pytest.mark.parametrize("fault", UNTRUSTED)
def test_a_file_that_cannot_be_trusted_is_not_read_at_all(fault: str, tmp_path: Path) -> None:
    data, found = UNTRUSTED[fault]
    done = compiled(tmp_path, data)
    assert outcomes(done) == []
    assert done.plan is not None
    assert not done.plan.whole
    if found is None:
        assert {code for code, *_ in told(done)} == {"STY132", "STY133"}
    else:
        assert told(done) == [found]


def test_the_same_outcome_twice_is_told_in_whatever_file_with_the_first_place(tmp_path: Path) -> None:
    root = Overlay({}).write(tmp_path)
    for name, row in (("a", ROW), ("b", "namndplan-2026-bn/lässtunder;;2025;;63;;")):
        (root / "utfall").mkdir(exist_ok=True)
        (root / f"utfall/{name}.csv").write_text(f"{HEAD}\n{row}\n", "utf-8")
    done = compile_project(open_project(root))
    (one,) = done.diagnostics
    assert (one.code, one.place.file, one.related[0].place.file) == ("STY137", "utfall/b.csv", "utfall/a.csv")
    assert [each.value for each in outcomes(done)] == [Decimal("62.5")]


def test_an_unknown_indicator_is_told_once_for_a_file(tmp_path: Path) -> None:
    rows = "".join(f"xyzzy;;{year};;1;;\n" for year in range(2000, 2020))
    assert told(compiled(tmp_path, f"{HEAD}\n{rows}")) == [("STY221", "series", 2, 1)]


def test_a_number_is_told_as_it_is_shown_once_for_a_file(tmp_path: Path) -> None:
    rows = "".join(f"byggda-hyresrätter;;{year};;1{space}024;;\n" for year, space in ((2023, " "), (2024, "\u00a0")))
    done = compiled(tmp_path, f"{HEAD}\n{rows}")
    assert told(done) == [("STY139", "thousands", 2, 27)]
    assert done.diagnostics[0].values["count"] == 2
    assert [one.value for one in outcomes(done)] == [Decimal(1024)] * 2


def test_women_and_men_and_units_are_kept_apart(tmp_path: Path) -> None:
    rows = [
        "lässtunder;bn;2025;Kvinnor;64;;",
        "lässtunder;bn;2025;män;61;;",
        "lässtunder;ängsskolan;2025;;70;;",
        "lässtunder;bn;2025-01 – 2025-06;;60;;",
    ]
    done = compiled(tmp_path, "\n".join((HEAD, *rows, "")))
    assert told(done) == []
    found = {(one.unit, one.sex, str(one.period)): one.value for one in outcomes(done)}
    assert found == {
        ("", Sex.WOMEN, "2025"): 64,
        ("", Sex.MEN, "2025"): 61,
        ("ängsskolan", Sex.ALL, "2025"): 70,
        ("", Sex.ALL, "2025-01 – 2025-06"): 60,
    }


def test_the_terminal_shows_the_row_of_the_file(tmp_path: Path) -> None:
    done = compiled(tmp_path, f"{HEAD}\n{ROW.replace('62,5', '=A1')}\n")
    page = Page(80, "sv", plain=True)
    shown = [line.plain for line in Report(done, page).findings(done.diagnostics)]
    assert "  utfall/skolan.csv:2:27" in shown
    assert any("lässtunder;bn;2025;totalt;=A1;Skolans enkät;2025-12-01" in line for line in shown)
    assert any(line.endswith("^~~") for line in shown)


def test_a_link_that_leads_out_of_the_project_is_told(tmp_path: Path) -> None:
    (tmp_path / "annan.csv").write_text(f"{HEAD}\n{ROW}\n", "utf-8")
    done = Overlay({}, symlink={"utfall.csv": "../annan.csv"}).compiled(tmp_path)
    assert [one.code for one in done.diagnostics] == ["STY009"]


_CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0\r\n"), max_size=12)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=st.lists(st.lists(_CELLS, min_size=3, max_size=3), min_size=1, max_size=4))
def test_what_is_quoted_comes_back_as_it_was(rows: list[list[str]]) -> None:
    lines = [";".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in [["a", "b", "c"], *rows]]
    cells = read_cells(read_text("\r\n".join([*lines, ""]).encode())[0]).rows
    wanted = [["a", "b", "c"], *rows]
    kept = [row for row in cells if any(cell.text for cell in row)]
    for row, found in zip([row for row in wanted if any(map(_bare, row))], kept, strict=True):
        assert [_bare(cell) for cell in row] == [_bare(cell.text) for cell in found]


def _bare(text: str) -> str:
    """A text as it is compared: composed, and without spaces and signs that nobody sees."""
    unseen = dict.fromkeys(map(ord, "\x85\u2028\u2029\u200b\u200e\u200f\u2060\ufeff"), " ")
    return "".join(unicodedata.normalize("NFC", text.translate(unseen)).split())


@settings(max_examples=200, deadline=None)
@given(data=st.binary(max_size=60))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    try:
        text, saved = read_text(data)
        for row in read_cells(text, saved).rows:
            assert all(cell.span.line >= 1 and cell.span.column >= 1 for cell in row)
    except UntrustedError:
        pass  # that is the other thing that it may say
