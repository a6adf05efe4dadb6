"""Findings in a terminal: frames under the right signs, nothing that steers it, nothing wider than the page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from styrc import rule
from styrc.compiler import Compilation
from styrc.diagnostic import Because, Diagnostic, Related, Severity
from styrc.report_out.frame import frame
from styrc.report_out.layout import Page, safe
from styrc.report_out.terminal import Report
from styrc.rule import Entry
from styrc.source import Place, SourceFile, Span
from styrc.text import Text

FILE = """\
dokument: plan
mål:
  - {id: a, bidrar till: livskvalitet}
  - {id: b,\tbidrar till: 日本\u202e, titel: Å\u0308}
"""
WORDS = {
    "title": "Okänd hänvisning",
    "message": "Det finns inget ”{id}”.",
    "remedy": "Skriv ett id som finns.",
    "why": "Tråden går av.",
}


def entry(code: str, severity: str) -> Entry:
    return Entry.model_validate(
        {
            "code": code,
            "name": "unknown",
            "severity": severity,
            "source": "styrc",
            "sv": WORDS,
            "en": {**WORDS, "message": "There is no “{id}”."},
            "example": {"wrong": {}, "right": {}},
        }
    )


@pytest.fixture(autouse=True)
def words(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = {"STY901": entry("STY901", "error"), "STY902": entry("STY902", "warning")}
    monkeypatch.setattr(rule, "catalogue", lambda: entries)


def report(*found: Diagnostic, width: int = 80, language: str = "sv", plain: bool = False) -> str:
    compilation = Compilation({"plan.yaml": SourceFile("plan.yaml", FILE, None)}, None, found)
    page = Page(width, language, plain)  # type: ignore[arg-type]
    made = Report(compilation, page)
    return "\n".join(line.plain.rstrip() for line in [*made.findings(found), *made.summary(found)])


def place(*path: str | int) -> Place:
    return Place("plan.yaml", path)


UNKNOWN = Diagnostic("STY901", place("mål", 0, "bidrar till"), {"id": "livskvalitet"})
BECAUSE = Because(("KOM-L1",), "Målen ska leda till visionen.", "Styrmodell, Mål", inferred=True)
DOUBT = Diagnostic(
    "STY902",
    place("mål", 1, "bidrar till"),
    {"id": "x"},
    because=BECAUSE,
    related=(Related(place("dokument"), Text("Här står det första.", "The first.")),),
)


def test_a_finding_and_all_that_belongs_to_it() -> None:
    assert (
        report(UNKNOWN, DOUBT)
        == """\
plan.yaml  1 fel och 1 varning

✗ Fel STY901: Det finns inget ”livskvalitet”.
  plan.yaml:3:26
  3 │   - {id: a, bidrar till: livskvalitet}
    │                          ^~~~~~~~~~~~
  Gör så här: Skriv ett id som finns.

▲ Varning STY902: Det finns inget ”x”.
  plan.yaml:4:26
  4 │   - {id: b, bidrar till: 日本<U+202E>, titel: Å̈}
    │                          ^~~~~~~~~~~~
  Se också: Här står det första.
  plan.yaml:1:11
  1 │ dokument: plan
    │           ^~~~
  Varför: Målen ska leda till visionen. (KOM-L1; Styrmodell, Mål) Styrmodellen
          säger det inte ordagrant. Därför är det bara en varning.
  Gör så här: Skriv ett id som finns.

✗ 1 fel och 1 varning i 1 fil. Planerna är inte granskade, eftersom styrmodellen
  inte går att läsa.
  Läs mer om en regel: styrc explain STY901"""
    )


def test_in_english_with_the_plainest_signs() -> None:
    said = report(UNKNOWN, language="en", plain=True)
    assert "x Error STY901: There is no “livskvalitet”." in said
    assert "  3 |   - {id: a, bidrar till: livskvalitet}" in said
    assert "What to do: Skriv" in said


def test_a_finding_weighs_as_the_model_says() -> None:
    one = Diagnostic("STY901", place(), {"id": "x"}, severity=Severity.WARNING)
    assert "▲ Varning STY901" in report(one)


def test_a_place_in_a_file_that_was_not_read() -> None:
    said = report(Diagnostic("STY901", Place("borta.yaml"), {"id": "x"}))
    assert "  borta.yaml\n  Gör så här" in said


def test_what_stands_in_a_plan_cannot_steer_the_terminal() -> None:
    evil = "\x1b[2J\x9b31m\x07\x00\u202eröd\ud800"
    said = report(Diagnostic("STY901", Place(f"{evil}.yaml"), {"id": evil}))
    assert not any(sign in said for sign in "\x1b\x9b\x07\x00\u202e\ud800")
    assert "␛[2J<U+009B>31m␇␀<U+202E>röd<U+D800>" in said


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_page(width: int) -> None:
    long = Diagnostic("STY901", place("mål", 1), {"id": "ord " * 40 + "o" * 200})
    assert max(cell_len(line) for line in report(long, DOUBT, width=width).split("\n")) <= width


@given(st.text(max_size=200), st.integers(1, 210), st.integers(0, 40), st.integers(30, 120))
def test_frames_fit_and_point_at_something(line: str, column: int, length: int, width: int) -> None:
    span = Span(1, column, 1, column + length)
    shown, marks = list(frame([line], span, Page(width), ""))
    assert cell_len(shown.plain) <= max(width, 40)
    assert "^" in marks.plain
    assert safe(shown.plain) == shown.plain


def lines_of_frame(line: str, span: Span, width: int = 60) -> Iterator[str]:
    return (made.plain for made in frame([line], span, Page(width), ""))


def test_a_long_line_is_cut_around_the_place() -> None:
    line = "x" * 100 + " här " + "y" * 100
    shown, marks = lines_of_frame(line, Span(1, 102, 1, 105))
    assert shown == "  1 │ …xxxxxxxxxxxxxxx här yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy…"
    assert shown[marks.index("^") :].startswith("här")
    assert marks.strip("1 │") == "^~~"


def test_a_row_of_which_only_the_beginning_is_known() -> None:
    assert list(lines_of_frame("  - id: a", Span(1, 5, 1, 5)))[1] == "    │     ^~~~~"
    assert list(lines_of_frame("  - {id: a}", Span(1, 5, 1, 6)))[1] == "    │     ^~~~~~~"


def test_a_stretch_of_several_lines_is_marked_on_its_first() -> None:
    assert list(lines_of_frame("mål:   ", Span(1, 1, 4, 9))) == ["  1 │ mål:", "    │ ^~~~"]


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("ett två tre", ["ett två tre"]),
        ("ett\ntvå", ["ett", "två"]),
        ("1\u00a0250 kr", ["1\u00a0250 kr"]),
        ("o" * 35, ["o" * 30, "o" * 5]),
        ("", [""]),
    ],
)
def test_wrapping(words: str, lines: list[str]) -> None:
    assert Page(30).wrap(words) == lines


@pytest.mark.parametrize(("number", "sv", "en"), [(1, "1 del", "1 part"), (1250, "1\u00a0250 delar", "1,250 parts")])
def test_counts(number: int, sv: str, en: str) -> None:
    one, many = Text("del", "part"), Text("delar", "parts")
    assert (Page().count(number, one, many), Page(language="en").count(number, one, many)) == (sv, en)
