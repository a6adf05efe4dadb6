"""Rules that ask the whole plan: the contents page, and what stands near to a mistake and is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from styrc import rules
from styrc.compiler import compile_project
from styrc.diagnostic import Diagnostic
from styrc.jurisdiction import jurisdiction_of
from styrc.project import open_project
from styrc.rule import catalogue
from styrc.rules import RULES

MODEL = """
styrc: 1
model: liten
name: Liten modell
jurisdiction: sweden
levels: {råd: {}, nämnd: {}}
kinds:
  dröm: {role: vision, plural: drömmar}
  mål:
    role: goal
    plural: mål
    links: {når: {to: dröm, min: 1}}
    needs:
      - {kind: tal, link: mäter, grade: warning, min: 2}
      - {kind: tal, link: mäter, min: 1}
  kvalitet:
    role: quality
    links: {når: {to: dröm}}
  tal:
    role: indicator
    plural: tal
    fields:
      i: {part: unit of measure}
      håll: {part: direction, type: choice, of: [högre, lägre, mål]}
      nu: {part: baseline, type: number}
      sikte: {part: target, type: target, by: year}
      utfall: {part: outcome, type: number, by: year}
    links: {mäter: {to: [mål, kvalitet], part: measures}}
tables:
  pengar: {rows: post, columns: [i år]}
documents:
  plan:
    levels: [råd, nämnd]
    decision: {by: {any of: råd, above: true}, month: {months: juni, election year: november}}
    chapters: {innehåll: {holds: {dröm: {}, mål: {}, kvalitet: {}, tal: {}, pengar: {}}}}
  uppdrag: {levels: råd, period: {form: term}}
  policy: {levels: råd, period: {form: open}}
"""

SETTINGS = """
styrmodell: liten
kommun: {namn: Exempelby}
planår: [2027]
organisation:
  - {id: råd, namn: Rådet, nivå: råd}
  - {id: n, namn: Nämnden, nivå: nämnd, under: råd}
"""

DREAM = "drömmar:\n  - {id: dröm, titel: En dröm}\n"
UNMEASURED = DREAM + "mål:\n  - id: mål\n    titel: Ett mål\n    når: dröm\n"
GOAL = UNMEASURED + "    tal:\n      - {id: t1, titel: Tal 1}\n      - {id: t2, titel: Tal 2}\n"

Case = tuple[str, list[tuple[str, str]]]


def document(kind: str, period: str, rest: str = "", unit: str = "råd") -> str:
    """A document with something in it."""
    return f"dokument: {kind}\nperiod: {period}\nenhet: {unit}\n{rest}"


def plan(rest: str) -> str:
    """The council's plan with something in it."""
    return document("plan", "2027", rest)


def number(**values: str) -> str:
    """A goal measured by a number with these values, and by another that says nothing."""
    row = ", ".join(f"{name}: {value}" for name, value in values.items())
    return plan(GOAL.replace("titel: Tal 1", f"titel: Tal 1, {row}"))


THREAD: dict[str, Case] = {
    "clean": (plan(GOAL), []),
    "nothing to choose from": (plan(GOAL.replace(DREAM, "").replace("    når: dröm\n", "")), [("STY207", "")]),
    "the heaviest need alone": (plan(UNMEASURED), [("STY302", "measured")]),
    "the answer may be misspelt": (
        plan(UNMEASURED + "tal:\n  - {id: t1, titel: Tal 1, mäter: något}\n"),
        [("STY203", "")],
    ),
    "another goal was meant": (
        plan(
            UNMEASURED
            + "  - {id: bättre-skola, titel: Skola, når: dröm}\n"
            + "tal:\n  - {id: t1, titel: Tal 1, mäter: bättre-skol}\n"
        ),
        [("STY203", "near"), ("STY302", "measured")],
    ),
    "the answer may be a number that measures nothing": (
        plan(UNMEASURED + "tal:\n  - {id: t1, titel: Tal 1}\n"),
        [("STY301", ""), ("STY302", "measured")],
    ),
}

DOCUMENTS: dict[str, Case] = {
    "above may decide": (document("plan", "2025", "beslut: {organ: råd, datum: 2024-06-01}\n", "n"), []),
    "below may not": (document("plan", "2025", "beslut: {organ: n, datum: 2024-06-01}\n"), [("STY405", "")]),
    "month of an election": (document("plan", "2027", "beslut: {organ: råd, datum: 2026-11-01}\n"), []),
    "month of an election in another year": (
        document("plan", "2028", "beslut: {organ: råd, datum: 2027-11-01}\n"),
        [("STY407", "")],
    ),
    "a term by law": (document("uppdrag", "2019–2022"), []),
    "no end": (document("policy", "2023 – tills vidare"), []),
}

NUMBERS: dict[str, Case] = {
    "a part of one": (number(i="procent", nu="84", sikte='"0,85"'), [("STY502", "")]),
    "small all along": (number(i="procent", nu='"0,6"', sikte='"0,4"'), []),
    "from below one to above it": (number(i="procent", nu='"0,6"', sikte='"1,2"'), []),
    "bold": (number(i="procent", håll="lägre", nu="40", sikte='"0,5"'), []),
    "more than the whole": (number(i="procent", nu="96", sikte="110"), []),
    "no percentage": (number(i="poäng", nu="84", sikte='"0,85"'), []),
    "worse goal": (number(håll="högre", nu="90", sikte="80"), [("STY503", "")]),
    "worse quality": (
        plan(
            GOAL
            + "kvalitet:\n  - {id: k, titel: K, når: dröm}\n"
            + "tal:\n  - {id: t3, titel: T, mäter: k, håll: högre, nu: 90, sikte: 80}\n"
        ),
        [],
    ),
    "a dip on the way": (number(håll="högre", nu="90", sikte="{2026: 85, 2027: 92}"), []),
    "more of what should fall": (number(håll="lägre", sikte="öka"), [("STY504", "")]),
    "rounded": (
        plan(
            GOAL
            + "pengar:\n  belopp i: mnkr\n  rader:\n"
            + '    - {post: A, i år: "0,4"}\n    - {post: B, i år: "4,2"}\n  summa: {i år: "4,7"}\n'
        ),
        [],
    ),
}

CASES = THREAD | DOCUMENTS | NUMBERS


@pytest.mark.parametrize("name", CASES)
def test_case(name: str, tmp_path: Path) -> None:
    text, expected = CASES[name]
    assert sorted(_compile(tmp_path, text)) == sorted(expected)


def test_nothing_is_missing_while_a_file_cannot_be_read(tmp_path: Path) -> None:
    found = _compile(tmp_path, plan(UNMEASURED + "tal: [{\n"))
    assert {code for code, _ in found} == {"STY001"}


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


def _compile(folder: Path, text: str) -> list[tuple[str, str]]:
    return [(one.code, one.variant) for one in _found(folder, text, MODEL)]


def _found(folder: Path, text: str, model: str) -> tuple[Diagnostic, ...]:
    (folder / "schemas").mkdir()
    for name, content in {"styrc.yaml": SETTINGS, "schemas/liten.yaml": model, "plan.yaml": text}.items():
        (folder / name).write_text(content, "utf-8")
    return compile_project(open_project(folder)).diagnostics


def test_a_reason_that_is_only_lent_says_nothing_of_the_weight(tmp_path: Path) -> None:
    """To lack a link that is only inferred is a warning; to lead it to the wrong kind is an error all the same."""
    inferred = MODEL.replace("dröm, min: 1}", "dröm, min: 1, id: L-1, inferred: true}", 1)
    found = _found(tmp_path, plan(GOAL.replace("    når: dröm\n", "    når: t2\n")), inferred)
    reasons = [(one.code, one.because.ids, one.because.inferred) for one in found if one.because]
    assert reasons == [("STY206", ("L-1",), False)]
