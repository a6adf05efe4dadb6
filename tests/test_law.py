"""What the law asks of plans: each demand broken, and what looks like a breach but is none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from styrc.compiler import Compilation, compile_project
from styrc.jurisdiction import jurisdiction_of
from styrc.project import open_project
from styrc.rule import catalogue, speak
from styrc.rules import RULES
from styrc.text import Text

MODEL = """
styrc: 1
model: lag
name: Lagens modell
jurisdiction: sweden
documents of record: {{handbok: {{title: Handboken}}}}
levels: {{råd: {{}}, nämnd: {{}}, bolag: {{}}}}
offices: {{chef: {{}}}}
kinds:
  mål: {{role: goal, plural: mål}}
  uppdrag:
    role: assignment
    plural: uppdrag
    fields:
      ges av: {{part: giver, type: unit}}
      beslutat: {{part: decided, type: date}}
      kostar: {{part: money, type: money}}
      betalas med: {{part: funding}}
tables:
  resultat:
    role: income
    columns: years
    posts: {{Skatt: {{role: tax}}, Bidrag: {{role: grants}}, Årets resultat: {{role: result}}}}
  ställning:
    role: balance
    columns: years
    posts: {{Eget kapital: {{role: equity}}, Med pensioner: {{role: equity with pensions}}}}
  bolagen: {{role: group, rows: unit, columns: [resultat], total: none}}
  underskott:
    role: restoring
    rows: year
    columns: {{belopp: {{role: deficit}}, efterskänkt: {{role: released}}, years: {{}}}}
  reserv:
    role: reserve
    columns: years
    posts: {{Till: {{role: reserved}}, Från: {{role: used}}, Kvar: {{role: reserve}}}}
documents:
  budget:
    role: budget
    levels: [råd, nämnd]
    decision: {{{decision}}}
    {years}
    fields:
      skatt: {{part: tax rate, type: number}}
      förslag: {{part: proposed, type: date}}
      skäl: {{part: special reasons}}
      undantag: {{part: exception}}
    chapters:
      allt:
        tells: [appropriations, financing, position, financial goals, group]
        holds:
          {{mål: {{}}, uppdrag: {{}}, resultat: {{}}, ställning: {{}}, bolagen: {{}}, underskott: {{}}, reserv: {{}}}}
  delårsrapport:
    role: interim report
    levels: råd
    period: {{form: part}}
    fields: {{lämnad: {{part: handed over, type: date}}}}
  årsredovisning:
    role: annual report
    levels: råd
    fields: {{lämnad: {{part: handed over, type: date}}}}
"""
SETTINGS = """
styrmodell: lag
kommun: {namn: Lagby}
planår: [2026]
organisation:
  - {id: kf, namn: Rådet, nivå: råd}
  - {id: ks, namn: Styrelsen, nivå: nämnd, under: kf}
  - {id: hem, namn: Lagbyhem AB, nivå: bolag, under: kf, ägarandel: 100 %}
  - {id: vatten, namn: Länsvatten AB, nivå: bolag, under: kf, ägarandel: 25 %}
  - {id: tåg, namn: Tåget AB, nivå: bolag, under: kf, ägarandel: 4 %}
  - {id: nytt, namn: Nya Hamnen AB, nivå: bolag, under: kf, ägarandel: 60 %, från: 2030}
"""
TEXT = "avsnitt: {allt: Lagbyhem och Länsvatten AB går båda ihop.}\nmål: [{id: m, titel: Fler barn läser}]\n"
INCOME = """resultat:
  belopp i: tkr
  rader:
    - {{post: Skatt, 2027: 80 000, 2028: 82 000, 2029: 84 000}}
    - {{post: Bidrag, 2027: 20 000, 2028: 20 000, 2029: 20 000}}
    - {{post: Årets resultat, 2027: {result}, 2028: −400, 2029: 900}}
"""
PLAIN = "years: {budget: 1}"


def compiled(folder: Path, text: str, decision: str = "", years: str = PLAIN) -> Compilation:
    """What the compiler makes of a plan file under a model with the law switched on."""
    (folder / "schemas").mkdir()
    model = MODEL.format(decision=decision, years=years)
    for name, content in {"styrc.yaml": SETTINGS, "schemas/lag.yaml": model, "plan.yaml": text}.items():
        (folder / name).write_text(content, "utf-8")
    return compile_project(open_project(folder))


def found(compilation: Compilation) -> list[tuple[str, str]]:
    return sorted((one.code, one.variant) for one in compilation.diagnostics)


def budget(period: int, header: str, rest: str = "") -> str:
    """A budget that the law has nothing else to say of."""
    return f"dokument: budget\nperiod: {period}\nenhet: kf\nskatt: 21\n{header}\n{TEXT}{rest}"


def on(*days: str, body: str = "kf") -> str:
    """One decision, or several."""
    made = ", ".join(f"{{organ: {body}, datum: {day}}}" for day in days)
    return f"beslut: {made}" if len(days) == 1 else f"beslut: [{made}]"


DECISIONS = {
    "the last day of November": (2028, on("2027-11-30"), "", []),
    "the first day of December": (2028, on("2027-12-01"), "", [("STY701", "december")]),
    "December for special reasons": (2028, on("2027-12-31") + "\nskäl: Prognosen dröjde.", "", []),
    "after New Year, whatever the reasons": (
        2028,
        on("2028-01-10") + "\nskäl: Prognosen dröjde.",
        "",
        [("STY701", "")],
    ),
    "June in an ordinary year": (2028, on("2027-06-14"), "", []),
    "the new council's first day": (2027, on("2026-10-15"), "", []),
    "the day before it": (2027, on("2026-10-14"), "", [("STY702", "")]),
    "September, and again in November": (
        2027,
        on("2026-09-21", "2026-11-16"),
        "",
        [],
    ),
    "September alone": (2027, on("2026-09-21"), "month: {months: september}", [("STY702", "model")]),
    "September as the model has it in election years too": (
        2027,
        on("2026-09-21"),
        "month: {months: september, election year: [september, november]}",
        [("STY702", "model")],
    ),
    "September where the model asks for November too": (
        2027,
        on("2026-09-21"),
        "month: {months: september, election year: {months: [september, november], each: yes}}",
        [("STY702", "both")],
    ),
    "September and November, as the model asks": (
        2027,
        on("2026-09-21", "2026-11-16"),
        "month: {months: september, election year: {months: [september, november], each: yes}}",
        [],
    ),
    "June where the model waits in election years": (
        2027,
        on("2026-06-15"),
        "month: {months: juni, election year: november}",
        [("STY702", "both")],
    ),
    "November where the model only knows June": (2027, on("2026-11-16"), "month: {months: juni}", []),
    "November in an ordinary year, where the model says June": (
        2028,
        on("2027-11-15"),
        "month: {months: juni}",
        [("STY407", "")],
    ),
    "May, where the model says June, in an election year": (
        2027,
        on("2026-05-11"),
        "month: {months: juni}",
        [("STY702", "")],
    ),
    "in time, and revised during the year": (
        2028,
        on("2027-11-15", "2028-02-21"),
        "",
        [],
    ),
    "by the board": (2028, on("2027-11-15", body="ks"), "", [("STY703", "")]),
    "by an office": (2028, on("2027-11-15", body="chef"), "", [("STY703", "")]),
    "by the board, which the model rules out itself": (
        2028,
        on("2027-11-15", body="ks"),
        "by: {any of: råd}",
        [("STY405", "")],
    ),
    "proposed on the last day of October": (2028, "förslag: 2027-10-31\n" + on("2027-11-15"), "", []),
    "proposed in November": (2028, "förslag: 2027-11-01\n" + on("2027-11-15"), "", [("STY704", "november")]),
    "proposed in November for special reasons": (
        2028,
        "förslag: 2027-11-30\nskäl: Prognosen dröjde.\n" + on("2027-12-13"),
        "",
        [],
    ),
    "proposed in December": (
        2028,
        "förslag: 2027-12-01\nskäl: Prognosen dröjde.\n" + on("2027-12-13"),
        "",
        [("STY704", "")],
    ),
    "no decision yet": (2028, "läge: utkast", "", []),
}
CONTENT = {
    "a result of nothing": (INCOME.format(result=0), [("STY706", "")]),
    "a small result": (INCOME.format(result=1), []),
    "a deficit": (INCOME.format(result="−900"), [("STY706", "")]),
    "a deficit with an exception": ("undantag: Branden i rådhuset.\n" + INCOME.format(result="−900"), []),
    "a deficit that the reserve covers": (
        INCOME.format(result="−900") + "reserv: {belopp i: tkr, rader: [{post: Från, 2027: 900}]}\n",
        [],
    ),
    "a deficit that the reserve does not cover": (
        INCOME.format(result="−900") + "reserv: {belopp i: tkr, rader: [{post: Från, 2027: 700}]}\n",
        [("STY706", "reserve")],
    ),
    "two years only": (
        "resultat:\n  belopp i: tkr\n  rader: [{post: Årets resultat, 2027: 900, 2028: 900}]\n",
        [("STY705", "")],
    ),
    "no tax rate": ("-skatt", [("STY707", "")]),
    "no goals": ("-mål", [("STY707", "")]),
    "a text instead of tables": ("", []),
    "a company forgotten": ("-Länsvatten AB", [("STY708", "")]),
    "a company in the table": (
        "-Länsvatten AB\nbolagen: {belopp i: mnkr, rader: [{enhet: vatten, resultat: 1}]}\n",
        [],
    ),
    "restored in three years": (
        "underskott: {belopp i: tkr, rader: [{år: 2024, belopp: 300, 2025: 100, 2026: 100, 2027: 100}]}\n",
        [],
    ),
    "restored in four": (
        "underskott: {belopp i: tkr, rader: [{år: 2024, belopp: 300, 2025: 100, 2026: 100, 2028: 100}]}\n",
        [("STY709", "late")],
    ),
    "not wholly restored": (
        "underskott: {belopp i: tkr, rader: [{år: 2024, belopp: 300, 2025: 100, 2026: 100, 2027: 90}]}\n",
        [("STY709", "")],
    ),
    "the third year is not yet planned": (
        "underskott: {belopp i: tkr, rader: [{år: 2026, belopp: 300, 2027: 100, 2028: 100}]}\n",
        [],
    ),
    "a part that need not be restored": (
        "underskott: {belopp i: tkr, rader: [{år: 2024, belopp: 300, efterskänkt: 100, 2025: 100, 2027: 100}]}\n",
        [],
    ),
    "rounded": (
        'underskott: {belopp i: mnkr, rader: [{år: 2024, belopp: "28,8", 2025: "9,6", 2026: "9,6", 2027: "9,7"}]}\n',
        [],
    ),
    "restored with more than there is": (
        INCOME.format(result=500) + "underskott: {belopp i: tkr, rader: [{år: 2026, belopp: 900, 2027: 900}]}\n",
        [("STY709", "result")],
    ),
    "one percent kept": (
        INCOME.format(result="2 500") + "reserv: {belopp i: tkr, rader: [{post: Till, 2027: 1 500}]}\n",
        [],
    ),
    "more than that put away": (
        INCOME.format(result="2 500") + "reserv: {belopp i: tkr, rader: [{post: Till, 2027: 1 600}]}\n",
        [("STY710", "")],
    ),
    "two percent where pensions weigh": (
        INCOME.format(result="2 500")
        + "ställning: {belopp i: mnkr, rader: [{post: Eget kapital, 2027: 90}, {post: Med pensioner, 2027: −5}]}\n"
        + "reserv: {belopp i: tkr, rader: [{post: Till, 2027: 1 500}]}\n",
        [("STY710", "")],
    ),
    "equity without pensions says less": (
        INCOME.format(result="2 500")
        + "ställning: {belopp i: mnkr, rader: [{post: Eget kapital, 2027: −1}, {post: Med pensioner, 2027: 5}]}\n"
        + "reserv: {belopp i: tkr, rader: [{post: Till, 2027: 1 500}]}\n",
        [],
    ),
    "a large reserve from before": (
        INCOME.format(result="2 500")
        + "reserv: {belopp i: tkr, rader: [{post: Till, 2027: 0}, {post: Kvar, 2027: 9 000}]}\n",
        [],
    ),
    "a reserve that grows too large": (
        INCOME.format(result="2 500")
        + "reserv: {belopp i: tkr, rader: [{post: Till, 2027: 900}, {post: Kvar, 2027: 5 100}]}\n",
        [("STY710", "total")],
    ),
    "a reserve of five percent": (
        INCOME.format(result="2 500")
        + "reserv: {belopp i: tkr, rader: [{post: Till, 2027: 900}, {post: Kvar, 2027: 5 000}]}\n",
        [],
    ),
    "decided with the budget": ("uppdrag: [{id: u, titel: Bygg en bro, beslutat: 2026-11-16}]\n", []),
    "decided in the running year": ("uppdrag: [{id: u, titel: Bygg en bro, beslutat: 2027-02-01}]\n", [("STY711", "")]),
    "decided in the running year, within the frame": (
        "uppdrag: [{id: u, titel: Bygg en bro, beslutat: 2027-02-01, betalas med: ramen}]\n",
        [],
    ),
    "decided in the running year, for nothing": (
        "uppdrag: [{id: u, titel: Räkna broarna, beslutat: 2027-02-01, kostar: 0}]\n",
        [],
    ),
    "decided in the running year by the board": (
        "uppdrag: [{id: u, titel: Räkna broarna, beslutat: 2027-02-01, ges av: ks}]\n",
        [],
    ),
}
REPORTS = {
    "half a year": ("delårsrapport", "2026-01 – 2026-06", "lämnad: 2026-08-31", []),
    "two thirds": ("delårsrapport", "2026-01 – 2026-08", "lämnad: 2026-10-31", []),
    "too short": ("delårsrapport", "2026-01 – 2026-05", "lämnad: 2026-07-31", [("STY712", "")]),
    "too long": ("delårsrapport", "2026-01 – 2026-09", "lämnad: 2026-10-31", [("STY712", "")]),
    "from February": ("delårsrapport", "2026-02 – 2026-08", "lämnad: 2026-10-31", [("STY712", "")]),
    "over New Year": ("delårsrapport", "2025-07 – 2026-02", "lämnad: 2026-04-30", [("STY408", "part")]),
    "handed over late": ("delårsrapport", "2026-01 – 2026-08", "lämnad: 2026-11-01", [("STY713", "")]),
    "decided late by the board": ("delårsrapport", "2026-01 – 2026-08", on("2026-11-03", body="ks"), [("STY713", "")]),
    "dealt with later by the council": ("delårsrapport", "2026-01 – 2026-08", on("2026-11-16"), []),
    "the account in April": ("årsredovisning", "2026", "lämnad: 2027-04-15", []),
    "the account too late": ("årsredovisning", "2026", "lämnad: 2027-04-16", [("STY713", "annual")]),
}


@pytest.mark.parametrize("name", DECISIONS)
def test_decisions(name: str, tmp_path: Path) -> None:
    period, header, decision, expected = DECISIONS[name]
    assert found(compiled(tmp_path, budget(period, header), decision)) == expected


@pytest.mark.parametrize("name", CONTENT)
def test_content(name: str, tmp_path: Path) -> None:
    rest, expected = CONTENT[name]
    lines = budget(2027, on("2026-11-16")).split("\n")
    if rest.startswith("-"):  # something is taken away
        gone, _, rest = rest[1:].partition("\n")
        lines = [line.replace(gone, "det andra") for line in lines if not line.startswith(f"{gone}:")]
    assert found(compiled(tmp_path, "\n".join(lines) + rest)) == expected


@pytest.mark.parametrize("name", REPORTS)
def test_reports(name: str, tmp_path: Path) -> None:
    kind, period, header, expected = REPORTS[name]
    assert found(compiled(tmp_path, f"dokument: {kind}\nperiod: {period}\nenhet: kf\n{header}\n")) == expected


def test_years_that_the_model_asks_for_are_told_by_the_model(tmp_path: Path) -> None:
    text = budget(2027, on("2026-11-16"), re.sub(r", 2029: [0-9 ]+", "", INCOME.format(result=900)))
    assert found(compiled(tmp_path, text, years="years: {budget: 1, plan: 2}")) == [("STY120", "table")]


def test_nothing_is_said_where_the_law_is_not_switched_on(tmp_path: Path) -> None:
    text = budget(2027, on("2026-06-15", body="ks"), INCOME.format(result="−900"))
    (tmp_path / "schemas").mkdir()
    model = MODEL.format(decision="", years=PLAIN).replace("jurisdiction: sweden", "")
    for name, content in {"styrc.yaml": SETTINGS, "schemas/lag.yaml": model, "plan.yaml": text}.items():
        (tmp_path / name).write_text(content, "utf-8")
    assert found(compile_project(open_project(tmp_path))) == []


def test_a_finding_names_act_and_section_and_the_model_it_goes_before(tmp_path: Path) -> None:
    month = "month: {months: juni, source: {in: handbok, under: Året}}"
    [one] = compiled(tmp_path, budget(2027, on("2026-06-15")), month).diagnostics
    assert one.because is not None
    assert one.because.source == "Kommunallagen (2017:725) 11 kap. 10\u00a0§"
    assert isinstance(one.because.why, Text)
    message, _ = speak(one, "sv")
    assert "Handboken, Året" in message
    assert "juni" in message
    assert "Lagen går före modellen." in message


def test_statutes_and_rules_know_the_same_codes() -> None:
    country = jurisdiction_of("sweden")
    assert country is not None
    assert country.statutes is not None
    codes = {getattr(country.statutes, name).codes for name in type(country.statutes).model_fields}
    assert codes == {rule.code for rule in RULES if rule.code.startswith("STY7")}
    assert all(country.laws[getattr(country.statutes, name).in_] for name in type(country.statutes).model_fields)
    assert codes <= set(catalogue())
