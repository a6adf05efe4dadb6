"""Numbers in a report's prose: a slip of a value is told with the right one, and every look-alike stays silent."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from overlay import Overlay

from styrc.compiler import Compilation
from styrc.rules.numerals import Numeral, is_slip

PLAN = """\
hör till: namndplan-2026-bn
mått:
  - id: behörighet
    titel: Elever i årskurs 9 som är behöriga till yrkesprogram
    räknas i: procent
    bättre: högre
    mäter: läsa-varje-dag
    sikte: {2026: 88, 2027: 89}
    uppmätt: {2024: "82,1", 2025: "84,2"}
  - id: frånvaro
    titel: Frånvaro i genomsnitt
    räknas i: dagar per elev
    bättre: lägre
    mäter: läsa-varje-dag
    sikte: högst 9,5
    uppmätt: {2024: "10,4", 2025: "11,2"}
"""
REPORT = """\
dokument: lägesrapport
period: 2026-01 – 2026-08
enhet: bn
avsnitt:
  löften: |
    CHAPTER
utfall:
  behörighet: {värde: "85,1", kvinnor: "87,4", män: "83,0", avser: 2026}
  frånvaro: "10,3"
  lässtunder: {ej mätt: Det mäts i höst.}
bedömning:
  läsrum: {läge: nått}
  läsa-varje-dag:
    läge: nästan
    motdrag: Vi fortsätter.
    orsak: |
      GOAL
  frånvaro:
    orsak: |
      OWN
"""


def compiled(
    folder: Path, goal: str = "Vi läser.", own: str = "Fler är friska.", chapter: str = "Så gick det."
) -> Compilation:
    report = REPORT.replace("GOAL", goal).replace("OWN", own).replace("CHAPTER", chapter)
    return Overlay({"2026/namndplaner/bn-mått.yaml": PLAN, "2026/lage/bn.yaml": report}).compiled(folder)


def told(done: Compilation) -> list[tuple[object, ...]]:
    """Each number that is told, with what it should be and the call."""
    assert {one.code for one in done.diagnostics} <= {"STY572"}
    return [(one.values["number"], one.variant, one.values["right"], one.values["call"]) for one in done.diagnostics]


OUTCOME, BEFORE, TARGET = "[[utfall: behörighet]]", "[[utfall: behörighet, 2025]]", "[[målvärde: behörighet]]"
WRONG = {
    "Andelen är 85,7 procent i år.": ("85,7", "outcome", "85,1", OUTCOME),
    "Andelen behöriga elever är 58,1 procent.": ("58,1", "outcome", "85,1", OUTCOME),
    "Nu är 85,7 % behöriga.": ("85,7", "outcome", "85,1", OUTCOME),
    "Andelen ökade från 84,7 procent till 85,1 procent.": ("84,7", "before", "84,2", BEFORE),
    "Andelen ökade från 84,2 till 85,3 under året.": ("85,3", "outcome", "85,1", OUTCOME),
    "Vi nådde 85,7 %, jämfört med rikssnittet 85,2 procent.": ("85,7", "outcome", "85,1", OUTCOME),
    "Av eleverna är 85,7 procent behöriga.": ("85,7", "outcome", "85,1", OUTCOME),
    "85,7 procent av eleverna är behöriga.": ("85,7", "outcome", "85,1", OUTCOME),
    "Utfallet, 85,8 procent, är lägre än målet.": ("85,8", "outcome", "85,1", OUTCOME),
    "År 2024 var andelen 81,2 procent.": ("81,2", "before", "82,1", "[[utfall: behörighet, 2024]]"),
    "Andelen är fortfarande 85,1 procent (82,4 procent 2024).": (
        "82,4",
        "before",
        "82,1",
        "[[utfall: behörighet, 2024]]",
    ),
    "Behörigheten till yrkesprogram för elever i årskurs 9 är 91,4 procent, mot 84,2 året innan.": (
        "91,4",
        "",
        "85,1",
        OUTCOME,
    ),
    "Utfallet är 71 procent.": ("71", "", "85,1", OUTCOME),
    "Resultatet stannade på 58 procent.": ("58", "", "85,1", OUTCOME),
    "Utfallet i kommunen blev 91,4 procent.": ("91,4", "", "85,1", OUTCOME),
    "Målvärdet är 98 procent.": ("98", "target", "88", TARGET),
    "Målet är 90 procent.": ("90", "no target", "88", TARGET),
    "[[utfall: behörighet]] procent är behöriga, mot 84,7 förra året.": ("84,7", "before", "84,2", BEFORE),
    "Prognosen är god, men vi når inte målet 98.": ("98", "target", "88", TARGET),
    "Medianen är 71 procent.": ("71", "", "85,1", OUTCOME),
    "Nu är vi på 13,0 dagar.": ("13,0", "outcome", "10,3", "[[utfall: frånvaro]]"),
}


@pytest.mark.parametrize("text", WRONG)
def test_a_number_unlike_the_data_is_told(text: str, tmp_path: Path) -> None:
    done = compiled(tmp_path, text)
    assert told(done) == [WRONG[text]]
    span = done.span(done.diagnostics[0].place)
    line = "      " + text
    assert (span.column, span.end_column) == (
        line.index(str(WRONG[text][0])) + 1,
        line.index(str(WRONG[text][0])) + 1 + len(str(WRONG[text][0])),
    )


SILENT = [
    # right, in whatever way
    "Andelen behöriga elever är 85,1 procent, och målet är 88 procent.",
    "Andelen ökade från 82,1 till 85,1 procent, alltså med 3,0 procentenheter.",
    "85 procent av eleverna är behöriga.",
    "14,9 procent av eleverna är inte behöriga.",
    "År 2024 var andelen 82,1 procent och 2025 var den 84,2 procent.",
    "Flickorna ligger på 87,4 procent och pojkarna på 83 procent.",
    "[[utfall: behörighet]] procent är behöriga.",
    "Målet för 2027 är 89 procent.",
    # rounded, or a limit
    "Drygt 85,2 procent av eleverna är behöriga.",
    "Knappt 90 procent av eleverna är behöriga.",
    "Mellan 80 och 90 procent av eleverna är behöriga.",
    "Andelen är över 85,0 procent.",
    "Mer än 85,3 procent är behöriga.",
    "Utfallet ligger på 80–90 procent.",
    "Utfallet ligger på 85,3 – 85,7 procent.",
    # other things, other units
    "Satsningen kostade 85,7 miljoner kronor.",
    "Personalen motsvarar 85,7 årsarbetare.",
    "Bildstödet når 85,7 km.",
    "Under 2026 har 85 elever fått stöd av 12 lärare.",
    "Elever i åldern 15 år, 85 stycken, har fått hjälp.",
    "Det är 81 elever i årskurs 9 och 58 i årskurs 8.",
    "I årskurs 6–9 går 851 elever.",
    "Den 31 augusti 2026 började 87 elever.",
    "Enligt § 85 och UN 2026/0188 ska 5 beslut fattas kl. 8,30.",
    "Resultatet är bra. Personalen har läst 85 böcker på 88 dagar.",
    # changes
    "Det är en ökning med 1,3 procentenheter sedan i fjol.",
    "Resultatet har ökat med 2,5 procent.",
    "Frånvaron är 1,3 dagar kortare än målet.",
    # counts and their parts
    "Vi har talat med 88 av 98 elever.",
    "Av de 81 elever som kom har 58 fått hjälp.",
    "Tillsammans blir det 85,7 procent.",
    "[[utfall: behörighet]] procent är behöriga, 85,7 i grannkommunen.",
    "[[utfall: behörighet]] procent är behöriga, mot 87 i fjol.",
    # others
    "Rikssnittet är 85,7 procent.",
    "I riket är andelen 85,2 procent.",
    "Genomsnittet för jämförbara kommuner är 84,3 procent.",
    "Bland elever med stöd är andelen 85,7 procent.",
    "På Ängsskolan är andelen 85,7 procent.",
    "Skolorna har mellan sig 85,7 procent.",
    "Andelen är 60,5 procent för nyanlända.",
    # shares of other things
    "85,7 procent av lärarna har legitimation.",
    "Av lärarna har 85,7 procent legitimation.",
    "75 procent av eleverna har fått extra stöd.",
    "Svarsfrekvensen var 85,7 procent.",
    # other times
    "År 2019 var andelen 85,7 procent.",
    "Prognosen för året är 85,7 procent.",
    "Vi väntar oss att 85,7 procent blir behöriga.",
    "I mars var andelen 85,7 procent.",
    "Under våren var 84,1 procent behöriga.",
    # somebody else's words, code, lists, links
    "”Vi är på 85,7 procent”, säger en lärare.",
    "Koden är `85,7 procent`.",
    "Läs mer på https://exempel.se/85,7 eller [här](a/85,7).",
]


@pytest.mark.parametrize("text", SILENT)
def test_a_look_alike_is_silent(text: str, tmp_path: Path) -> None:
    assert told(compiled(tmp_path, text)) == []


def test_what_is_said_of_an_indicator_is_held_against_its_own_data(tmp_path: Path) -> None:
    done = compiled(tmp_path, own="Frånvaron är 10,8 dagar per elev, mot 11,2 dagar förra året.")
    assert told(done) == [("10,8", "outcome", "10,3", "[[utfall: frånvaro]]")]


def test_the_data_of_another_indicator_are_no_fault(tmp_path: Path) -> None:
    assert told(compiled(tmp_path, own="Frånvaron hänger ihop med att 85,7 procent är behöriga.")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Elever i årskurs 9 som är behöriga till yrkesprogram är nu 85,7 procent.",
            [("85,7", "outcome", "85,1", OUTCOME)],
        ),
        ("Elever i årskurs 9 som är behöriga till yrkesprogram är nu 85,1 procent.", []),
        ("Fler är behöriga, nu 85,7 procent.", []),
        ("Elever i årskurs 9 som är behöriga till yrkesprogram blir fler. Nu har 85,7 procent en plats.", []),
    ],
)
def test_in_a_chapter_only_sentences_with_the_whole_title_count(text: str, found: list[object], tmp_path: Path) -> None:
    assert told(compiled(tmp_path, chapter=text)) == found


@pytest.mark.parametrize(
    ("written", "right", "slip"),
    [
        ("85,7", "85.1", True),
        ("58,1", "85.1", True),
        ("85,1", "85.1", False),
        ("85", "85.1", False),
        ("85,10", "85.1", False),
        ("86,7", "85.1", False),
        ("15,8", "85.1", False),
        ("185,1", "85.1", False),
        ("−85,7", "85.1", False),
        ("1 240", "1250", True),
    ],
)
def test_a_slip_is_one_digit_or_two_that_have_changed_places(written: str, right: str, slip: bool) -> None:  # noqa: FBT001
    value = Decimal(written.replace(",", ".").replace("−", "-").replace(" ", ""))
    assert is_slip(Numeral(written, 0, len(written), value), Decimal(right)) is slip


MONEY = """\
dokument: lägesrapport
period: 2026-01 – 2026-06
enhet: exempelbo
avsnitt:
  pengar: |
    TEXT
utfall: {byggda-hyresrätter: 24}
bedömning: {nya-hyresrätter: {läge: nått}}
pengar hittills:
  belopp i: tkr
  rader:
    - {post: Räntor, ram: 1 300, utfall: 1 250}
    - {post: Underhåll av husen, ram: 12 000, utfall: 12 460}
  summa: {ram: 13 300, utfall: 13 710}
"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bolagets räntor är 1 240 tkr.", [("1 240", "", "1\u00a0250")]),
        ("Budgeten för räntor är 1 030 tkr.", [("1 030", "", "1\u00a0300")]),
        ("Underhåll av husen kostade 12,6 miljoner kronor.", [("12,6", "rounded", "12,5")]),
        ("Underhåll av husen kostade 12 640 tusen kronor.", [("12 640", "", "12\u00a0460")]),
        # right, rounded, a difference
        ("Bolagets räntor är 1 250 tkr, alltså 1,25 miljoner kronor.", []),
        ("Underhåll av husen kostade 12,5 miljoner kronor.", []),
        ("Underhåll av husen kostade 460 tkr mer än budget.", []),
        ("Bolagets räntor är drygt 1 240 tkr.", []),
        # another row, no row, another unit, another year, a forecast, a call
        ("Bolagets löner är 1 240 tkr.", []),
        ("Allt kostade 1 240 tkr.", []),
        ("Bolagets räntor är 1 240 procent.", []),
        ("År 2025 var bolagets räntor 1 240 tkr.", []),
        ("Bolagets räntor väntas bli 1 240 tkr.", []),
        ("Av bolagets räntor är 1 240 tkr rörliga.", []),
        ("Bolagets räntor är [[tabell: pengar hittills, Räntor, utfall]] tkr.", []),
    ],
)
def test_an_amount_is_held_against_the_row_that_the_sentence_names(
    text: str, found: list[object], tmp_path: Path
) -> None:
    done = Overlay({"2026/lage/exempelbo.yaml": MONEY.replace("TEXT", text)}).compiled(tmp_path)
    assert {one.code for one in done.diagnostics} <= {"STY573"}
    assert [(one.values["number"], one.variant, one.values["right"]) for one in done.diagnostics] == found
