"""Tables of figures as municipalities have printed them: their rounding is silent, slips of the pen are not.

Hallsberg's annual report 2019, Sjöbo's budget 2025, Vansbro's annual reports 2020 and 2021, Lysekil's frames 2023.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from styrc.compiler import Compilation, compile_project
from styrc.project import open_project
from styrc.rules.amounts import Sum, Term, amount, differ, total
from styrc.source import Place

MODEL = """
styrc: 1
model: pengar
name: Pengarna
documents of record: {källa: {title: Ekonomihandboken}}
levels: {råd: {}, nämnd: {}, enhet: {}, bolag: {}}
kinds: {mål: {role: vision, plural: mål}}
tables:
  drift:
    role: operating
    rows: unit
    columns: years
    total: required
    covers: {levels: nämnd, grade: warning}
  utfall:
    role: operating
    rows: unit
    columns: {budget: {}, utfall: {}, avvikelse: {deviation of: [utfall, budget]}}
  exakt: {rows: post, columns: years, rounded: no}
  projekt: {role: investment, rows: post, columns: {years: {}, totalt: {sum of: years}}}
  resultat:
    role: income
    columns: {years: {}, budget: {}}
    costs: negative
    posts:
      Intäkter: {role: revenue}
      Kostnader: {role: cost}
      Avskrivningar: {role: depreciation}
      Nettokostnader: {sum of: [Intäkter, Kostnader, Avskrivningar]}
      Skatteintäkter: {role: tax}
      Generella statsbidrag: {role: grants}
      Verksamhetens resultat: {sum of: [Nettokostnader, Skatteintäkter, Generella statsbidrag]}
      Finansiella intäkter: {}
      Finansiella kostnader: {role: cost}
      Årets resultat: {role: result, sum of: [Verksamhetens resultat, Finansiella intäkter, Finansiella kostnader]}
  kostnader mot budget:
    role: income
    costs: negative
    columns: {budget: {}, utfall: {}, avvikelse: {deviation of: [utfall, budget]}}
    posts: {Kostnader: {role: cost}}
  balanskrav:
    columns: years
    posts:
      Årets resultat: {}
      Vinster och förluster: {}
      Efter justeringar: {sum of: [Årets resultat, Vinster och förluster]}
      Till reserven: {}
      Balanskravsresultat: {sum of: [Efter justeringar, Till reserven]}
  ställning:
    role: balance
    columns: years
    posts:
      Tillgångar: {role: assets}
      Eget kapital: {role: equity}
      Skulder: {role: debts}
      Kassa: {role: cash}
      Eget kapital och skulder: {role: equity and debts, sum of: [Eget kapital, Skulder]}
  flöde:
    role: cash flow
    columns: years
    posts:
      Årets resultat: {role: result}
      Avskrivningar: {role: depreciation}
      Investeringar: {role: investment}
      Lån: {role: debts}
      Kassa: {role: cash, sum of: [Årets resultat, Avskrivningar, Investeringar, Lån]}
  mål i procent:
    role: financial goals
    money: no
    columns: years
    posts: {Resultat: {role: result share}, Soliditet: {role: equity share}, Egna pengar: {role: self-financing}}
  brutto: {columns: years, posts: {Kostnader: {}, Intäkter: {}, Netto: {sum of: Kostnader, less: Intäkter}}}
  fördelning: {rows: post, columns: years, frame: {table: drift, id: RAM-1}}
  fördelning på enheter: {rows: unit, columns: years, frame: {table: drift}}
documents:
  budget:
    levels: råd
    years: {budget: 1, plan: 2, id: ÅR-1, source: {in: källa, under: Tre år}, why: Planen visar tre år.}
    chapters:
      allt: {holds: {drift: {}, resultat: {}, ställning: {}, flöde: {}, projekt: {}, mål i procent: {}, exakt: {}}}
  bokslut:
    levels: råd
    chapters:
      allt:
        holds: {drift: {}, utfall: {}, resultat: {}, kostnader mot budget: {}, balanskrav: {}, brutto: {}}
  nämndbudget:
    levels: nämnd
    chapters: {allt: {holds: {fördelning: {}, fördelning på enheter: {}}}}
"""
SETTINGS = """
styrmodell: pengar
kommun: {namn: Pengaby}
planår: [2025]
organisation:
  - {id: kf, namn: Rådet, nivå: råd}
  - {id: a, namn: Utbildning, nivå: nämnd, under: kf}
  - {id: b, namn: Omsorg, nivå: nämnd, under: kf}
  - {id: c, namn: Samhälle, nivå: nämnd, under: kf}
  - {id: d, namn: Kansli, nivå: nämnd, under: kf}
  - {id: e, namn: Service, nivå: enhet, under: d}
"""
BUDGET = "dokument: budget\nperiod: 2025\nenhet: kf\n"
REPORT = "dokument: bokslut\nperiod: 2025\nenhet: kf\n"

HALLSBERG = """resultat:
  belopp i: mnkr
  rader:
    - {post: Intäkter, 2019: 269, 2018: 522, budget: 300}
    - {post: Kostnader, 2019: −1 116, 2018: −1 344, budget: −1 149}
    - {post: Avskrivningar, 2019: −25, 2018: −31, budget: −35}
    - {post: Nettokostnader, 2019: −872, 2018: −853, budget: −884}
    - {post: Skatteintäkter, 2019: 705, 2018: 683, budget: 705}
    - {post: Generella statsbidrag, 2019: 212, 2018: 203, budget: 204}
    - {post: Verksamhetens resultat, 2019: 45, 2018: 33, budget: 25}
    - {post: Finansiella intäkter, 2019: 3, 2018: 4, budget: 1}
    - {post: Finansiella kostnader, 2019: −6, 2018: −8, budget: −11}
    - {post: Årets resultat, 2019: 42, 2018: 29, budget: 15}
balanskrav:
  belopp i: mnkr
  rader:
    - {post: Årets resultat, 2019: 42, 2018: 29}
    - {post: Vinster och förluster, 2019: −15, 2018: −1}
    - {post: Efter justeringar, 2019: 27, 2018: 28}
    - {post: Till reserven, 2019: 0, 2018: −5}
    - {post: Balanskravsresultat, 2019: 27, 2018: 23}
"""
SJOBO = """drift:
  belopp i: mnkr
  kostnader: plus
  rader:
    - {enhet: a, 2023: "97,7", 2024: "98,1", 2025: "108,6", 2026: "112,2", 2027: "116,0"}
    - {enhet: b, 2023: 0, 2024: 0, 2025: 0, 2026: 0, 2027: 0}
    - {enhet: c, 2023: 0, 2024: 0, 2025: 0, 2026: 0, 2027: 0}
    - {enhet: d, 2023: 0, 2024: 0, 2025: 0, 2026: 0, 2027: 0}
  summa: {2023: "97,7", 2024: "98,1", 2025: "108,6", 2026: "112,2", 2027: "116,0"}
"""
VANSBRO_2020 = """utfall:
  belopp i: tkr
  kostnader: minus
  rader:
    - {enhet: a, budget: −130 013, utfall: −126 820, avvikelse: 3 193}
    - {enhet: b, budget: −169 771, utfall: −181 910, avvikelse: −12 139}
    - {enhet: c, budget: −15 215, utfall: −8 412, avvikelse: 6 802}
    - {enhet: d, budget: −86 099, utfall: −83 381, avvikelse: 2 718}
  summa: {budget: −401 098, utfall: −400 523, avvikelse: 574}
"""
VANSBRO_2021 = """utfall:
  belopp i: tkr
  kostnader: plus
  rader:
    - {enhet: a, budget: 123 028, utfall: 125 600, avvikelse: −2 572}
    - {enhet: b, budget: 174 795, utfall: 198 713, avvikelse: −23 918}
    - {enhet: c, budget: 20 550, utfall: 20 221, avvikelse: 329}
    - {enhet: e, budget: 51 182, utfall: 54 220, avvikelse: −3 038}
    - {enhet: d, budget: 36 997, utfall: 33 931, avvikelse: 3 066}
  summa: {budget: 406 552, utfall: 432 685, avvikelse: −26 133}
"""
COSTS = """kostnader mot budget:
  belopp i: tkr
  rader:
    - {post: Kostnader, budget: −512, utfall: −507, avvikelse: 5}
"""
LYSEKIL = """drift:
  belopp i: mnkr
  kostnader: minus
  rader:
    - {enhet: a, 2023: "−377,4"}
    - {enhet: b, 2023: "−52,2"}
    - {enhet: c, 2023: 0}
    - {enhet: d, 2023: 0}
  summa: {2023: "−429,5"}
"""
PRINTED = {
    "Hallsberg": HALLSBERG,
    "Sjöbo": SJOBO,
    "Vansbro 2020": VANSBRO_2020,
    "Vansbro 2021": VANSBRO_2021,
    "costs": COSTS,
    "Lysekil": LYSEKIL,
}

SLIPS = [
    ("Hallsberg", "2019: −872", "2019: −827", [("STY601", "swapped sum"), ("STY601", "swapped")]),
    ("Hallsberg", "2018: −1 344", "2018: 1 344", [("STY601", "sign"), ("STY602", "")]),
    ("Hallsberg", "budget: −35", "budget: 35", [("STY601", "sign"), ("STY602", "")]),
    ("Hallsberg", "2018: −5", "2018: 5", [("STY601", "sign")]),
    ("Hallsberg", "2019: 705", '2019: "70,5"', [("STY601", "scale")]),
    ("Sjöbo", r"enhet: a(.*)108,6", r"enhet: a\g<1>106,8", [("STY601", "nine")]),
    ("Sjöbo", r", 2027: [\d\",]+", "", [("STY120", "table")]),
    ("Sjöbo", ", 2027: 0", "", [("STY120", "")] * 3),
    ("Vansbro 2020", "−181 910", "−189 110", [("STY601", "swapped")] * 2),
    ("Vansbro 2020", "utfall: −8 412", "utfall: 8 412", [("STY601", "sign")] * 2),
    ("Vansbro 2020", "kostnader: minus", "kostnader: plus", [("STY601", "sign sum")] * 5 + [("STY602", "table")]),
    ("Vansbro 2020", "avvikelse: 6 802", "avvikelse: 6 801", [("STY601", "")]),
    ("Vansbro 2021", "avvikelse: 3 066", "avvikelse: −3 066", [("STY601", "sign"), ("STY601", "sign sum")]),
    ("Vansbro 2021", "174 795", '"174,795"', [("STY105", "two readings")]),
    ("Vansbro 2021", "budget: 406 552", "budget: 406 525", [("STY601", "swapped sum"), ("STY601", "nine")]),
    ("costs", "utfall: −507", "utfall: 507", [("STY601", "sign"), ("STY602", "")]),
    ("Lysekil", '"−429,5"', '"−429,3"', [("STY601", "")]),
    ("Lysekil", '"−429,5"', '"−492,5"', [("STY601", "swapped sum")]),
    ("Lysekil", '"−52,2"', '"52,2"', [("STY601", "sign")]),
]


def compiled(folder: Path, *texts: str) -> Compilation:
    """What the compiler makes of plan files in a project with the model above."""
    (folder / "schemas").mkdir()
    files = {"styrc.yaml": SETTINGS, "schemas/pengar.yaml": MODEL}
    for name, text in (files | {f"plan{number}.yaml": text for number, text in enumerate(texts)}).items():
        (folder / name).write_text(text, "utf-8")
    return compile_project(open_project(folder))


def found(compilation: Compilation) -> list[tuple[str, str]]:
    return sorted((one.code, one.variant) for one in compilation.diagnostics)


def printed(name: str) -> str:
    return (BUDGET if name == "Sjöbo" else REPORT) + PRINTED[name]


@pytest.mark.parametrize("name", PRINTED)
def test_what_has_been_printed_is_silent(name: str, tmp_path: Path) -> None:
    assert found(compiled(tmp_path, printed(name))) == []


@pytest.mark.parametrize(("name", "right", "wrong", "expected"), SLIPS)
def test_a_slip_of_the_pen_is_told(
    name: str, right: str, wrong: str, expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    text = printed(name)
    changed = text.replace(right, wrong) if right in text else re.sub(right, wrong, text)
    assert changed != text
    assert found(compiled(tmp_path, changed)) == sorted(expected)


BOOKS = """drift:
  belopp i: tkr
  rader:
    - {enhet: a, 2025: 61 250, 2026: 62 110, 2027: 63 020}
    - {enhet: b, 2025: 40 375, 2026: 41 020, 2027: 41 640}
    - {enhet: c, 2025: 8 110, 2026: 8 230, 2027: 8 350}
    - {enhet: d, 2025: 5 005, 2026: 5 090, 2027: 5 170}
  summa: {2025: 114 740, 2026: 116 450, 2027: 118 180}
resultat:
  belopp i: mnkr
  rader:
    - {post: Avskrivningar, 2025: "−6,2", 2026: "−6,4", 2027: "−6,9", budget: 0}
    - {post: Skatteintäkter, 2025: "90,4", 2026: "92,0", 2027: "94,1", budget: 0}
    - {post: Generella statsbidrag, 2025: "35,1", 2026: "35,6", 2027: "36,2", budget: 0}
    - {post: Årets resultat, 2025: "2,1", 2026: "2,4", 2027: "2,5", budget: 0}
ställning:
  belopp i: mnkr
  rader:
    - {post: Tillgångar, 2025: "98,4", 2026: "102,5", 2027: "104,3"}
    - {post: Eget kapital, 2025: "40,2", 2026: "42,6", 2027: "45,2"}
    - {post: Skulder, 2025: "58,2", 2026: "59,9", 2027: "59,1"}
    - {post: Eget kapital och skulder, 2025: "98,4", 2026: "102,5", 2027: "104,3"}
    - {post: Kassa, 2025: "4,0", 2026: "4,3", 2027: "4,7"}
projekt:
  belopp i: tkr
  rader:
    - {post: Skolan, 2025: 5 200, 2026: 7 100, 2027: 4 150, totalt: 16 450}
    - {post: Gator, 2025: 3 115, 2026: 3 100, 2027: 4 025, totalt: 10 240}
  summa: {2025: 8 315, 2026: 10 200, 2027: 8 175, totalt: 26 690}
flöde:
  belopp i: mnkr
  rader:
    - {post: Årets resultat, 2025: "2,1", 2026: "2,4", 2027: "2,5"}
    - {post: Avskrivningar, 2025: "6,2", 2026: "6,4", 2027: "6,9"}
    - {post: Investeringar, 2025: "−8,3", 2026: "−10,2", 2027: "−8,2"}
    - {post: Lån, 2025: "0,6", 2026: "1,7", 2027: "−0,8"}
    - {post: Kassa, 2025: "0,6", 2026: "0,3", 2027: "0,4"}
mål i procent:
  rader:
    - {post: Resultat, 2025: "1,7", 2026: "1,9", 2027: "1,9"}
    - {post: Soliditet, 2025: "40,9", 2026: "41,6", 2027: "43,3"}
    - {post: Egna pengar, 2025: 100, 2026: 86, 2027: 115}
"""
FRAMED = "dokument: nämndbudget\nperiod: 2025\nenhet: d\n"
SHARED = """fördelning på enheter:
  belopp i: mnkr
  rader:
    - {enhet: d, 2025: "2,3"}
    - {enhet: e, 2025: "2,7"}
"""

DISAGREEMENTS = [
    ('2027: "2,5", budget', '2027: "2,9", budget', [("STY604", "")] * 2 + [("STY606", "")] * 2),
    ('Avskrivningar, 2025: "6,2"', 'Avskrivningar, 2025: "6,4"', [("STY604", "")]),
    ('Lån, 2025: "0,6", 2026: "1,7"', 'Lån, 2025: "0,6", 2026: "2,1"', [("STY601", ""), ("STY604", "")]),
    ('2026: "4,3"', '2026: "3,4"', [("STY604", "")] * 2),
    ('Investeringar, 2025: "−8,3"', 'Investeringar, 2025: "−9,3"', [("STY601", ""), ("STY604", "")]),
    ('Tillgångar, 2025: "98,4"', 'Tillgångar, 2025: "94,8"', [("STY604", ""), ("STY606", "")]),
    ("totalt: 26 690", "totalt: 26 960", [("STY601", "swapped sum")] * 2),
    ("totalt: 10 240", "totalt: 12 040", [("STY601", "swapped sum"), ("STY601", "nine")]),
    ("Egna pengar, 2025: 100", "Egna pengar, 2025: 110", [("STY606", "")]),
    ('Soliditet, 2025: "40,9"', 'Soliditet, 2025: "41,9"', [("STY606", "")]),
    ("2027: 118 180", "2027: 118 190", [("STY601", "")]),
    ("{enhet: c,", "{enhet: e,", [("STY605", "")]),
]  # fmt: skip


def test_books_that_agree_are_silent(tmp_path: Path) -> None:
    assert found(compiled(tmp_path, BUDGET + BOOKS, FRAMED + SHARED)) == []


@pytest.mark.parametrize(("right", "wrong", "expected"), DISAGREEMENTS)
def test_books_that_disagree_are_told(right: str, wrong: str, expected: list[tuple[str, str]], tmp_path: Path) -> None:
    assert BOOKS.count(right) == 1
    assert found(compiled(tmp_path, BUDGET + BOOKS.replace(right, wrong))) == sorted(expected)


FRAMES = [
    ('- {enhet: e, 2025: "2,7"}', '- {enhet: e, 2025: "2,9"}', [("STY603", "")]),
    ('- {enhet: e, 2025: "2,7"}', '- {enhet: e, 2025: "27,0"}', [("STY603", "")]),
    ("belopp i: mnkr", "belopp i: tkr", [("STY603", "")]),
    ('"2,3"}', '"2,3"}\n    - {enhet: a, 2025: 0}', []),
]


@pytest.mark.parametrize(("right", "wrong", "expected"), FRAMES)
def test_a_frame_is_shared_out_to_the_last_krona(
    right: str, wrong: str, expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    made = compiled(tmp_path, BUDGET + BOOKS, FRAMED + SHARED.replace(right, wrong))
    assert found(made) == expected
    assert all(one.related[0].place.file == "plan0.yaml" for one in made.diagnostics)


def test_the_frame_is_that_of_the_last_decision(tmp_path: Path) -> None:
    first = BUDGET + "id: första\nbeslut: {datum: 2024-09-23}\n" + BOOKS
    last = (
        BUDGET
        + "id: andra\nbeslut: {datum: 2024-11-18}\n"
        + BOOKS.replace("5 005", "5 105").replace("114 740", "114 840")
    )
    last = last[: last.index("resultat:")]
    shared = SHARED.replace('"2,7"', '"2,8"')
    assert found(compiled(tmp_path, first, last, FRAMED + shared)) == []


def test_a_missing_plan_year_names_the_rule(tmp_path: Path) -> None:
    text = "drift:\n  belopp i: tkr\n  rader:\n" + "".join(f"    - {{enhet: {one}, 2025: 10}}\n" for one in "abcd")
    [one] = compiled(tmp_path, BUDGET + text + "  summa: {2025: 40}\n").diagnostics
    assert (one.code, one.variant, one.values["missing"]) == ("STY120", "table", ("2026", "2027"))
    assert one.because is not None
    assert (one.because.ids, one.because.source) == (("ÅR-1",), "Ekonomihandboken, Tre år")


EXACT = [
    ("exakt", "no", (313, 421), 735, True),
    ("avrundat", "yes", (313, 421), 735, False),
    ("avrundat, tre rader", "yes", (313, 421, 122), 858, True),
    ("jämna belopp", "yes", (40_500, 90_300), 130_801, True),
    ("ett jämnt belopp", "yes", (40_500, 90_313), 130_814, False),
    ("en enda rad", "yes", (40_513,), 40_514, True),
    ("nollor", "yes", (40_513, 0, 0), 40_514, False),
]


@pytest.mark.parametrize(("name", "rounded", "rows", "printed_sum", "is_wrong"), EXACT)
def test_what_rounding_allows(
    name: str, rounded: str, rows: tuple[int, ...], printed_sum: int, *, is_wrong: bool
) -> None:
    terms = tuple(Term(str(one), Decimal(one)) for one in rows)
    assert Sum(name, Place(""), Decimal(printed_sum), terms, rounded == "yes").is_wrong is is_wrong


@given(st.lists(st.integers(-10_000_000, 10_000_000), min_size=1, max_size=30))
def test_rounded_rows_are_never_wrong(kronor: list[int]) -> None:
    rows = tuple(Term("", Decimal(one).scaleb(-3).quantize(Decimal(1), ROUND_HALF_UP)) for one in kronor)
    made = Sum("", Place(""), Decimal(sum(kronor)).scaleb(-3).quantize(Decimal(1), ROUND_HALF_UP), rows)
    assert not made.is_wrong or made.has_even_terms


@given(st.lists(st.integers(1_000, 9_999_999), min_size=2, max_size=6), st.data())
def test_two_digits_that_have_changed_places_are_never_silent(tkr: list[int], data: st.DataObject) -> None:
    terms = tuple(Term(str(place), Decimal(one)) for place, one in enumerate(tkr))
    place = data.draw(st.integers(0, len(tkr) - 1))
    digits = list(str(tkr[place]))
    first = data.draw(st.integers(0, len(digits) - 2))
    digits[first], digits[first + 1] = digits[first + 1], digits[first]
    swapped = Decimal("".join(digits))
    assume(swapped != tkr[place] and digits[0] != "0")
    changed = (*terms[:place], terms[place]._replace(printed=swapped), *terms[place + 1 :])
    made = Sum("", Place(""), Decimal(sum(tkr)), changed)
    assert made.is_wrong
    assert made.by_nine
    assert any(slip.meant == tkr[place] for slip in made.slips())


def test_amounts_in_different_units_may_be_the_same() -> None:
    tkr, mnkr = amount(Decimal(114_740), Decimal(1_000)), amount(Decimal("114,7".replace(",", ".")), Decimal(1_000_000))
    assert not differ(tkr, mnkr)
    assert differ(tkr, amount(Decimal("114.6"), Decimal(1_000_000)))
    assert not differ(total([tkr, tkr]), mnkr.times(Decimal(2)))
