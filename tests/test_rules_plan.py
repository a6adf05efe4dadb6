"""Rules that ask the whole plan: the contents page, and cases that need another model than that of the examples."""

from __future__ import annotations

from pathlib import Path

import pytest

from styrc import rules
from styrc.compiler import compile_project
from styrc.jurisdiction import jurisdiction_of
from styrc.project import open_project
from styrc.rule import catalogue, speak
from styrc.rules import RULES

MODEL = """
styrc: 1
model: liten
name: Liten modell
jurisdiction: sweden
levels: {råd: {}, nämnd: {}, enhet: {}}
offices: {chef: {}}
kinds:
  dröm: {role: vision, plural: drömmar}
  mål:
    role: goal
    plural: mål
    fields:
      läge: {type: choice, of: [öppet, stängt]}
      skäl: {}
      hör till: {part: unit, type: unit}
    links:
      når: {to: dröm, min: 2, at: nämnd}
      leder till: {to: dröm}
    needs:
      - {kind: tal, link: mäter, grade: warning, min: 2, max: 3}
      - {kind: tal, link: mäter, min: 1}
    per: {each: [unit, year], levels: nämnd, min: 2, max: 4}
  kvalitet:
    role: quality
    links: {leder till: {to: dröm}}
  tal:
    role: indicator
    plural: tal
    fields:
      i: {part: unit of measure}
      håll: {part: direction, type: choice, of: [högre, lägre, mål]}
      nu: {part: baseline, type: number}
      sikte: {part: target, type: target, by: year}
      utfall: {part: outcome, type: number, by: year}
    links:
      mäter: {to: [mål, kvalitet], part: measures}
  steg:
    role: activity
    plural: steg
    fields:
      hör till: {part: unit, type: unit}
      från: {part: start, type: date}
      till: {part: end, type: date}
    links:
      mot: {to: mål, where: {läge: öppet}}
      utan: {to: mål, where: {skäl: none}}
      efter: {to: steg, skip levels: no}
tables:
  pengar: {rows: post, columns: [i år], total: optional}
documents:
  plan:
    plural: planer
    levels: [råd, nämnd]
    period: {form: year}
    decision: {by: {any of: nämnd, above: true}, month: {months: juni, election year: november}}
    chapters:
      innehåll: {holds: {dröm: {}, mål: {}, kvalitet: {}, tal: {}, steg: {}, pengar: {}}}
  rapport:
    plural: rapporter
    levels: råd
    period: {form: year}
    per: {each: year, min: 2}
  strategi: {levels: råd, period: {form: years, years: 4}}
  program: {levels: råd, period: {form: years}}
  uppdrag: {levels: råd, period: {form: term}}
  policy: {levels: råd, period: {form: open}}
  bok:
    levels: nämnd
    chapters:
      mål: {required: true, text: true, holds: {mål: {}, tal: {}}}
  bilaga:
    levels: nämnd
    chapters:
      steg: {holds: {steg: {min: 2}}}
      pengar: {holds: {pengar: {min: 1}}}
"""

SETTINGS = """
styrmodell: liten
kommun: {namn: Litenby}
planår: [2026]
organisation:
  - {id: råd, namn: Rådet, nivå: råd}
  - {id: n, namn: Nämnden, nivå: nämnd, under: råd, till: 2025}
  - {id: e, namn: Enheten, nivå: enhet, under: n}
"""

HEADER = "dokument: plan\nid: plan-råd\nperiod: 2027\nenhet: råd\n"
REPORTS = {f"rapport{one}.yaml": f"dokument: rapport\nid: r{one}\nperiod: 2026\nenhet: råd\n" for one in (1, 2)}
DREAM = "drömmar:\n  - {id: dröm, titel: En dröm}\n"
UNMEASURED = (
    DREAM
    + """\
mål:
  - id: mål
    titel: Ett mål
    leder till: dröm
    läge: stängt
    skäl: Det behövs.
"""
)
GOAL = (
    UNMEASURED
    + """\
    tal:
      - {id: t1, titel: Tal 1}
      - {id: t2, titel: Tal 2}
"""
)
TWO_NUMBERS = "tal: [{id: a, titel: A}, {id: b, titel: B}]"

Case = tuple[dict[str, str], list[tuple[str, str]]]


def plan(rest: str, year: str = "2027") -> dict[str, str]:
    """The council's plan with something in it."""
    return {"plan.yaml": HEADER.replace("2027", year) + rest}


def document(kind: str, period: str, rest: str = "", unit: str = "råd") -> dict[str, str]:
    """Another document."""
    return {"annat.yaml": f"dokument: {kind}\nperiod: {period}\nenhet: {unit}\n{rest}"}


def number(**values: str) -> dict[str, str]:
    """A goal measured by a number with these values, and by another that says nothing."""
    row = ", ".join(f"{name}: {value}" for name, value in values.items())
    return plan(GOAL.replace("titel: Tal 1", f"titel: Tal 1, {row}"))


def table(cells: tuple[str, ...], total: str) -> dict[str, str]:
    """A table of money with a sum."""
    rows = "".join(f'    - {{post: Rad {row}, i år: "{cell}"}}\n' for row, cell in enumerate(cells))
    return plan(f'{GOAL}pengar:\n  belopp i: tkr\n  rader:\n{rows}  summa: {{i år: "{total}"}}\n')


def steps(*rows: str, goal: str = GOAL) -> dict[str, str]:
    """A plan with these steps."""
    return plan(goal + "steg:\n" + "".join(f"  - {{{row}}}\n" for row in rows))


REFERENCES: dict[str, Case] = {
    "nothing to choose from": (
        document("plan", "2025", f"mål:\n  - {{id: m, titel: M, {TWO_NUMBERS}}}\n", "n"),
        [("STY207", "")],
    ),
    "one of two": (
        document("plan", "2025", f"{DREAM}mål:\n  - {{id: m, titel: M, når: dröm, {TWO_NUMBERS}}}\n", "n"),
        [("STY207", "few")],
    ),
    "two levels up, and downwards": (
        steps(
            "id: s, titel: S, hör till: e, efter: t",
            "id: t, titel: T, hör till: råd, efter: u",
            "id: u, titel: U, hör till: e",
        ),
        [("STY212", ""), ("STY212", "other"), ("STY301", "")],
    ),
    "another value": (steps("id: s, titel: S, mot: mål"), [("STY213", "")]),
    "no value": (
        steps("id: s, titel: S, mot: mål", goal=GOAL.replace("    läge: stängt\n", "")),
        [("STY213", "unsaid")],
    ),
    "a value too much": (steps("id: s, titel: S, utan: mål"), [("STY213", "filled")]),
    "ring": (
        steps("id: s, titel: S, efter: t", "id: t, titel: T, efter: u", "id: u, titel: U, efter: s"),
        [("STY210", "")],
    ),
}

THREAD: dict[str, Case] = {
    "clean": (plan(GOAL), []),
    "the heaviest need alone": (plan(UNMEASURED), [("STY302", "measured")]),
    "one of two numbers": (plan(UNMEASURED + "    tal: [{id: t1, titel: Tal 1}]\n"), [("STY302", "few")]),
    "four of three numbers": (
        plan(GOAL + "tal:\n  - {id: t3, titel: T, mäter: mål}\n  - {id: t4, titel: T, mäter: mål}\n"),
        [("STY302", "many")],
    ),
    "the answer may be misspelt": (
        plan(UNMEASURED + "tal:\n  - {id: t1, titel: Tal 1, mäter: något}\n"),
        [("STY203", "")],
    ),
    "another goal was meant": (
        plan(
            UNMEASURED
            + "  - {id: bättre-skola, titel: Skola, leder till: dröm}\n"
            + "tal:\n  - {id: t1, titel: Tal 1, mäter: bättre-skol}\n"
        ),
        [("STY203", "near"), ("STY302", "measured")],
    ),
}

DOCUMENTS: dict[str, Case] = {
    "no text of its own": (
        plan(DREAM, "2025")
        | document("bok", "2025", f"mål:\n  - {{id: m, titel: M, når: [dröm, dröm], {TWO_NUMBERS}}}\n", "n"),
        [("STY216", ""), ("STY402", "text")],
    ),
    "one step of two, and no table": (
        plan(GOAL.replace("stängt", "öppet"), "2025")
        | document("bilaga", "2025", "steg:\n  - {id: s, titel: S, mot: mål}\n", "n"),
        [("STY404", "few"), ("STY404", "table")],
    ),
    "above may decide": (document("plan", "2025", "beslut: {organ: n, datum: 2024-06-01}\n", "n"), []),
    "below may not": (document("plan", "2025", "beslut: {organ: n, datum: 2024-06-01}\n"), [("STY405", "own")]),
    "month": (document("plan", "2025", "beslut: {organ: n, datum: 2024-11-01}\n", "n"), [("STY407", "")]),
    "month of an election": (document("plan", "2027", "beslut: {organ: n, datum: 2026-11-01}\n", "n"), []),
    "three years of four": (document("strategi", "2023–2025"), [("STY408", "count")]),
    "one year of several": (document("program", "2023"), [("STY408", "years")]),
    "no term": (document("uppdrag", "2024–2027"), [("STY408", "term")]),
    "a term by law": (document("uppdrag", "2019–2022"), []),
    "an end": (document("policy", "2023"), [("STY408", "open")]),
    "no end": (document("policy", "2023 – tills vidare"), []),
}

NUMBERS: dict[str, Case] = {
    "a part of one": (number(i="procent", nu="84", sikte='"0,85"'), [("STY502", "")]),
    "small all along": (number(i="procent", nu='"0,6"', sikte='"0,4"'), []),
    "from below one to above it": (number(i="procent", nu='"0,6"', sikte='"1,2"'), []),
    "bold": (number(i="procent", håll="lägre", nu="40", sikte='"0,5"'), []),
    "one in percent, two in parts": (
        number(i="procent", utfall='{2022: "0,82", 2023: "0,84", 2024: 85}'),
        [("STY502", "whole")],
    ),
    "a lost comma": (number(i="procent", nu='"86,2"', sikte="875"), [("STY502", "comma")]),
    "more than the whole": (number(i="procent", nu="96", sikte="110"), []),
    "no percentage": (number(i="poäng", nu="84", sikte='"0,85"'), []),
    "worse goal": (number(håll="högre", nu="90", sikte="80"), [("STY503", "")]),
    "worse quality": (
        plan(
            GOAL
            + "kvalitet:\n  - {id: k, titel: K, leder till: dröm}\n"
            + "tal:\n  - {id: t3, titel: T, mäter: k, håll: högre, nu: 90, sikte: 80}\n"
        ),
        [],
    ),
    "a dip on the way": (number(håll="högre", nu="90", sikte="{2026: 85, 2027: 92}"), []),
    "more of what should fall": (number(håll="lägre", sikte="öka"), [("STY504", "")]),
    "a wrong sum": (table(("100", "200"), "400"), [("STY601", "")]),
    "divided by nine, in several ways": (table(("120", "120"), "231"), [("STY601", "nine")]),
    "rounded": (table(("0,4", "4,2"), "4,7"), []),
}

CASES = REFERENCES | THREAD | DOCUMENTS | NUMBERS


@pytest.mark.parametrize("name", CASES)
def test_case(name: str, tmp_path: Path) -> None:
    files, expected = CASES[name]
    found = _compile(tmp_path, REPORTS | files)
    assert sorted(found) == sorted(expected)


def test_too_few_of_what_each_unit_must_have(tmp_path: Path) -> None:
    settings = SETTINGS.replace(", till: 2025", "")
    goal = f"mål:\n  - {{id: m, titel: M, når: [dröm, d2], {TWO_NUMBERS}}}\n"
    files = document("plan", "2026", DREAM + "  - {id: d2, titel: En till}\n" + goal, "n")
    assert _compile(tmp_path, REPORTS | files, settings) == [("STY304", "few")]


def test_too_few_documents_of_a_year(tmp_path: Path) -> None:
    assert _compile(tmp_path, {"rapport1.yaml": REPORTS["rapport1.yaml"]}) == [("STY401", "few")]


def test_nothing_is_missing_while_a_file_cannot_be_read(tmp_path: Path) -> None:
    found = _compile(tmp_path, plan(UNMEASURED + "tal: [{\n"))
    assert {code for code, _ in found} <= {"STY001"}


def test_terms_follow_elections() -> None:
    country = jurisdiction_of("sweden")
    assert country is not None
    assert "2023–2026" in [str(term) for term in country.terms]
    assert country.is_election_year(2026)
    assert not country.is_election_year(2027)
    assert jurisdiction_of("../../secrets") is None


def test_contents_page_is_complete() -> None:
    folder = Path(rules.__file__).parent
    files = {(path.parent.name, path.stem) for path in folder.glob("*/*.py") if path.stem != "__init__"}
    told = [(rule.ask.__module__.split(".")[-2], rule.ask.__name__) for rule in RULES]
    assert files == set(told)
    assert [rule.code for rule in RULES] == sorted({rule.code for rule in RULES})
    assert {rule.code: rule.ask.__name__ for rule in RULES} == {
        rule.code: catalogue()[rule.code].name for rule in RULES
    }


def _compile(folder: Path, files: dict[str, str], settings: str = SETTINGS) -> list[tuple[str, str]]:
    (folder / "schemas").mkdir()
    for name, text in {"styrc.yaml": settings, "schemas/liten.yaml": MODEL, **files}.items():
        (folder / name).write_text(text, "utf-8")
    found = compile_project(open_project(folder)).diagnostics
    for one in found:
        for language in ("sv", "en"):
            assert "{" not in "".join(speak(one, language))  # type: ignore[arg-type]
    return [(one.code, one.variant) for one in found]
