"""What stands near to a broken relation and is none; and what is told of it where it is one, once."""

from __future__ import annotations

from pathlib import Path

import pytest
from overlay import Overlay

MODEL = """
styrc: 1
model: liten
name: Liten modell
jurisdiction: sweden
levels:
  råd: {}
  nämnd: {}
  skola: {}
  helt: {owned: {least: 100}}
  delat: {owned: {below: 100}}
kinds:
  dröm:
    role: vision
    plural: drömmar
    fields: {år: {type: year}}
    relations: [{field: år, is: after, of: decision, years: 10}]
  order:
    role: assignment
    thread: no
    plural: order
    fields:
      från: {part: giver, type: unit}
      till: {part: taker, type: unit}
      klart: {part: end, type: date}
      prövad: {type: date}
    links: {ur: {to: order, part: relates}, för: {to: dröm}}
    relations:
      - {field: till, is: directly below, of: från}
      - {field: från, is: same as, of: own}
      - {field: från, is: same as, of: till, through: ur}
      - {field: prövad, is: within, of: term}
    unlike: {kinds: [jobb, order], unit: own line, grade: warning}
  jobb:
    role: activity
    thread: no
    plural: jobb
    fields: {klart: {part: end, type: date}}
    links: {för: {to: order}}
  tal:
    role: indicator
    plural: tal
    fields:
      nu: {part: baseline, type: number}
      sedan: {part: target, type: target, by: year}
      nu i ord: {}
      sedan i ord: {}
      nr: {part: national id, type: kolada}
    either: {groups: [[nu, sedan], [nu i ord, sedan i ord]], at: råd}
    relations:
      - {field: sedan, is: other than, of: nu, grade: warning}
      - {field: sedan i ord, is: other than, of: nu i ord, at: [råd, nämnd]}
    unlike: {kinds: tal, by: national id}
documents:
  bok:
    levels: [råd, nämnd, skola]
    years: {budget: 1, plan: 2}
    decision:
      by: {any of: råd, above: true}
      month: {months: juni, election year: {months: [juni, november], each: true}}
    chapters: {allt: {holds: {dröm: {}, order: {}, jobb: {}, tal: {}}}}
  häfte:
    levels: råd
    period: {form: open}
    fields: {prövad: {type: date}}
    relations: [{field: prövad, is: within, of: term}]
"""

SETTINGS = """
styrmodell: liten
kommun: {namn: Exempelby}
planår: [2025]
organisation:
  - {id: råd, namn: Rådet, nivå: råd}
  - {id: n, namn: Nämnden, nivå: nämnd, under: råd}
  - {id: m, namn: Andra nämnden, nivå: nämnd, under: råd}
  - {id: s, namn: Skolan, nivå: skola, under: n}
"""

Case = tuple[dict[str, str], list[tuple[str, str]]]


def book(unit: str, rows: str, *, period: str = "2025", more: str = "") -> str:
    """A book of a unit with some rows in it."""
    return f"dokument: bok\nperiod: {period}\nenhet: {unit}\n{more}{rows}"


def orders(*rows: str) -> str:
    return "order:\n" + "".join(f"  - {{{row}}}\n" for row in rows)


def number(*rows: str) -> str:
    return "tal:\n" + "".join(f"  - {{{row}}}\n" for row in rows)


def jobs(*rows: str) -> str:
    return "jobb:\n" + "".join(f"  - {{{row}}}\n" for row in rows)


def booklet(more: str) -> str:
    return f"dokument: häfte\nenhet: råd\n{more}\n"


FIRST = "id: a, titel: Måla, från: råd, till: n"
DECIDED = "beslut: {organ: råd, datum: 2024-06-10}\n"
UNITS: dict[str, Case] = {
    "a chain": (
        {"r": book("råd", orders(FIRST)), "n": book("n", orders("id: b, titel: Skrapa, från: n, till: s, ur: a"))},
        [],
    ),
    "nobody is named": ({"r": book("råd", orders("id: a, titel: Måla"))}, []),
    "a unit that does not exist": (
        {"r": book("råd", orders("id: a, titel: Måla, från: råd, till: x"))},
        [("STY114", "")],
    ),
    "a step left out": ({"r": book("råd", orders("id: a, titel: Måla, från: råd, till: s"))}, [("STY306", "near")]),
    "to oneself": ({"r": book("råd", orders("id: a, titel: Måla, från: råd, till: råd"))}, [("STY306", "near")]),
    "the wrong giver, told once": (
        {"r": book("råd", orders(FIRST)), "n": book("n", orders("id: b, titel: Skrapa, från: m, till: s, ur: a"))},
        [("STY306", "near")],
    ),
    "the wrong taker, told where it stands": (
        {
            "r": book("råd", orders("id: a, titel: Måla, från: råd, till: s")),
            "n": book("n", orders("id: b, titel: Skrapa, från: n, till: s, ur: a")),
        },
        [("STY306", "near")],
    ),
    "somebody else's": (
        {"r": book("råd", orders(FIRST)), "m": book("m", orders("id: b, titel: Skrapa, från: m, ur: a"))},
        [("STY306", "target")],
    ),
}
VALUES: dict[str, Case] = {
    "a movement": ({"r": book("råd", number("id: a, titel: A, nu: 4, sedan: 5"))}, []),
    "still the first year only": (
        {"r": book("råd", number('id: a, titel: A, nu: 4, sedan: {2025: "4", 2026: "5"}'))},
        [],
    ),
    "more than": ({"r": book("råd", number('id: a, titel: A, nu: 4, sedan: "> 4"'))}, []),
    "at least as much": ({"r": book("råd", number("id: a, titel: A, nu: 4, sedan: minst 4"))}, [("STY307", "")]),
    "kept": ({"r": book("råd", number("id: a, titel: A, nu: 4, sedan: behålla"))}, [("STY307", "")]),
    "the same number in another form": (
        {"r": book("råd", number('id: a, titel: A, nu: "4,0", sedan: 4'))},
        [("STY307", "")],
    ),
    "words alike but for a capital letter": (
        {"r": book("råd", number("id: a, titel: A, nu i ord: Inget hus, sedan i ord: inget hus."))},
        [("STY307", "")],
    ),
    "one word more": ({"r": book("råd", number("id: a, titel: A, nu i ord: Inget, sedan i ord: Inget alls"))}, []),
    "not asked on this level": (
        {"s": book("s", number("id: a, titel: A, nu i ord: Inget, sedan i ord: Inget"))},
        [],
    ),
    "half of each": ({"r": book("råd", number("id: a, titel: A, nu: 4, sedan i ord: Mer"))}, [("STY308", "begun")]),
    "none of both": ({"r": book("råd", number("id: a, titel: A"))}, [("STY308", "")]),
    "none of both, on another level": ({"n": book("n", number("id: a, titel: A"))}, []),
    "none of both, in a draft": (
        {"r": book("råd", number("id: a, titel: A"), more="läge: utkast\n")},
        [("STY308", "")],
    ),
}
TIMES: dict[str, Case] = {
    "ten years to the year": ({"r": book("råd", "drömmar: [{id: a, titel: A, år: 2034}]\n", more=DECIDED)}, []),
    "nine years": (
        {"r": book("råd", "drömmar: [{id: a, titel: A, år: 2033}]\n", more=DECIDED)},
        [("STY414", "years")],
    ),
    "not decided yet": ({"r": book("råd", "drömmar: [{id: a, titel: A, år: 2033}]\n")}, []),
    "the first day of the new council": ({"r": booklet("prövad: 2022-10-15")}, []),
    "the last day of the old one": ({"r": booklet("prövad: 2022-10-14")}, [("STY414", "within")]),
    "the last day of the term": ({"r": booklet("prövad: 2026-12-31")}, []),
    "in the plan years after the first": (
        {"r": book("råd", jobs("id: a, titel: A, klart: 2027-12-31"))},
        [],
    ),
    "after them": ({"r": book("råd", jobs("id: a, titel: A, klart: 2028-01-01"))}, [("STY409", "")]),
}
REPEATS: dict[str, Case] = {
    "another order of words and endings": (
        {
            "r": book("råd", orders("id: a, titel: Cykelvägen byggs")),
            "s": book("s", jobs("id: b, titel: Bygg cykelvägar")),
        },
        [("STY309", "")],
    ),
    "another stage": (
        {
            "r": book("råd", orders("id: a, titel: Torget etapp 2")),
            "s": book("s", jobs("id: b, titel: Torget etapp 1")),
        },
        [],
    ),
    "another place": (
        {"r": book("råd", orders("id: a, titel: Ny skola i Ed")), "s": book("s", jobs("id: b, titel: Ny skola i Bro"))},
        [],
    ),
    "tied together": (
        {
            "r": book("råd", orders("id: a, titel: Måla huset")),
            "s": book("s", jobs("id: b, titel: Måla huset, för: a")),
        },
        [],
    ),
    "carried on": (
        {
            "r": book("råd", orders("id: a, titel: Måla huset")),
            "q": book("råd", orders("id: a, titel: Måla huset, klart: 2025-05-01"), period="2024"),
        },
        [],
    ),
    "begun the year before and not finished": (
        {
            "r": book("råd", orders("id: a, titel: Måla huset")),
            "q": book("råd", orders("id: b, titel: Måla huset, klart: 2025-05-01"), period="2024"),
        },
        [("STY309", "")],
    ),
    "finished the year before": (
        {
            "r": book("råd", orders("id: a, titel: Måla huset")),
            "q": book("råd", orders("id: b, titel: Måla huset, klart: 2024-05-01"), period="2024"),
        },
        [],
    ),
    "each board its own": (
        {
            "n": book("n", orders("id: a, titel: Måla huset")),
            "m": book("m", orders("id: b, titel: Måla huset")),
        },
        [],
    ),
    "given to the one who does it already": (
        {
            "r": book("råd", orders("id: a, titel: Måla huset, från: råd, till: n")),
            "s": book("s", jobs("id: b, titel: Måla huset")),
        },
        [("STY309", "")],
    ),
    "given to another": (
        {
            "r": book("råd", orders("id: a, titel: Måla huset, från: råd, till: m")),
            "s": book("s", jobs("id: b, titel: Måla huset")),
        },
        [],
    ),
    "the same number, told at the second": (
        {
            "s": book(
                "s", number("id: a, titel: A, nr: N00001", "id: b, titel: B, nr: N00001", "id: c, titel: C, nr: N00002")
            )
        },
        [("STY309", "value")],
    ),
}
TWICE = "beslut:\n  - {organ: råd, datum: 2022-06-13}\n  - {organ: råd, datum: 2022-11-21}\n"
DECISIONS: dict[str, Case] = {
    "decided twice": ({"r": book("råd", "", period="2023", more=TWICE)}, []),
    "in any order": (
        {
            "r": book(
                "råd",
                "",
                period="2023",
                more="beslut: [{datum: 2022-11-21, organ: råd}, {datum: 2022-06-13, organ: råd}]\n",
            )
        },
        [],
    ),
    "once in an election year": (
        {"r": book("råd", "", period="2023", more="beslut: {organ: råd, datum: 2022-11-21}\n")},
        [("STY407", "each")],
    ),
    "once in another": ({"r": book("råd", "", more=DECIDED)}, []),
    "one of them in the wrong month": (
        {"r": book("råd", "", period="2023", more=TWICE.replace("06-13", "05-13"))},
        [("STY407", "election year")],
    ),
    "one of them by another": (
        {
            "r": book(
                "råd", "", period="2023", more=TWICE.replace("organ: råd, datum: 2022-06", "organ: n, datum: 2022-06")
            )
        },
        [("STY405", "")],
    ),
}
CASES = {**UNITS, **VALUES, **TIMES, **REPEATS, **DECISIONS}


def told(files: dict[str, str], folder: Path, settings: str = SETTINGS) -> list[tuple[str, str]]:
    plans = {f"{name}.yaml": text for name, text in files.items()}
    overlay = Overlay({"styrc.yaml": settings, "schemas/liten.yaml": MODEL, **plans}, alone=True)
    known = ("STY505", "STY506")  # numbers of national indicators are made up here
    return [(one.code, one.variant) for one in overlay.compiled(folder).diagnostics if one.code not in known]


@pytest.mark.parametrize("name", CASES)
def test_case(name: str, tmp_path: Path) -> None:
    files, expected = CASES[name]
    assert told(files, tmp_path) == expected


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("nivå: helt, ägarandel: 100 %", []),
        ("nivå: helt", []),
        ('nivå: helt, ägarandel: "99,9 %"', [("STY122", "")]),
        ('nivå: delat, ägarandel: "99,9 %"', []),
        ("nivå: delat, ägarandel: 100 %", [("STY122", "")]),
        ("nivå: nämnd, ägarandel: 20 %", []),
    ],
)
def test_a_level_says_who_owns_it(unit: str, expected: list[tuple[str, str]], tmp_path: Path) -> None:
    assert told({}, tmp_path, f"{SETTINGS}  - {{id: bolag, namn: Bolaget AB, {unit}}}\n") == expected
