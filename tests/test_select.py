"""What selections mean, on the example project; and that no selection, however odd, breaks anything."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrc.compiler import compile_project
from styrc.plan import Plan
from styrc.project import open_project
from styrc.select import Fault, from_arguments, select, select_documents

EXAMPLE = Path(__file__).parent.parent / "styrc" / "rules" / "example" / "project"


def example_plan() -> Plan:
    plan = compile_project(open_project(EXAMPLE)).plan
    assert plan is not None
    return plan


PLAN = example_plan()


def ids(selection: str, exclude: str = "", plan: Plan = PLAN) -> list[str]:
    found = select(plan, selection, exclude)
    assert not isinstance(found, Fault), found.message.sv
    return [one.id for one in found]


def fault(selection: str) -> Fault:
    found = select(PLAN, selection)
    assert isinstance(found, Fault)
    return found


UP = ["nära-till-allt", "trygga-barn"]
DOWN = ["lånade-böcker", "läsrum", "läsa-varje-dag", "lässtunder", "läsrum-i-biblioteket"]
PROMISES = ["läslust", "fler-bostäder", "mark-att-bygga-på", "läsa-varje-dag", "nya-hyresrätter"]


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        ("läslust", ["läslust"]),
        ("LÄSLUST", ["läslust"]),
        ("arsbudget-2026-kf/läslust", ["läslust"]),
        ("arsbudget-2026-kf/läs*", ["läslust", "läsrum"]),
        ("läs*", ["läslust", "läsrum", "läsa-varje-dag", "lässtunder", "läsrum-i-biblioteket"]),
        ("inget*", []),
        ("+läslust", [*UP, "läslust"]),
        ("läslust+", ["läslust", *DOWN]),
        ("+läslust+", [*UP, "läslust", *DOWN]),
        ("1+läslust", ["trygga-barn", "läslust"]),
        ("0+läslust", ["läslust"]),
        ("läslust+1", ["läslust", "lånade-böcker", "läsrum", "läsa-varje-dag"]),
        ("2+lässtunder", ["läslust", "undervisa", "läsa-varje-dag", "lässtunder"]),
        ("sort:löfte", PROMISES),
        ("kind:LÖFTEN", PROMISES),
        ("sort:nämndlöfte", ["mark-att-bygga-på", "läsa-varje-dag", "nya-hyresrätter"]),
        ("sort:*löfte", PROMISES),
        ("roll:indikator", ["lånade-böcker", "nya-bostäder", "färdiga-tomter", "lässtunder", "byggda-hyresrätter"]),
        ("role:mission", ["undervisa"]),
        ("enhet:bn", ["läsa-varje-dag", "lässtunder"]),
        ("enhet:BN", ["läsa-varje-dag", "lässtunder"]),
        ("unit:barnnämnden", ["läsa-varje-dag", "lässtunder"]),
        ("enhet:bn+", ["undervisa", "läsa-varje-dag", "lässtunder", "läsrum-i-biblioteket"]),
        ("enhet:kf+0", ["nära-till-allt", *["trygga-barn", "bra-bostäder", "läslust", "lånade-böcker"],
                        "fler-bostäder", "nya-bostäder", "läsrum"]),
        ("1+enhet:ängsskolan", ["läsrum", "undervisa", "läsa-varje-dag", "läsrum-i-biblioteket"]),
        ("nivå:enhet", ["undervisa", "läsrum-i-biblioteket"]),
        ("dokument:arbetsplan", ["läsrum-i-biblioteket"]),
        ("dokument:färdplaner", ["nära-till-allt", "trygga-barn", "bra-bostäder"]),
        ("document:arsbudget-2026-kf,sort:beställning", ["läsrum"]),
        ("period:2024", ["nära-till-allt", "trygga-barn", "bra-bostäder"]),
        ("period:2026,roll:vision", ["nära-till-allt"]),
        ('text:"läser gärna"', ["läslust"]),
        ("”Läser  GÄRNA”", ["läslust"]),
        ("“läser gärna”", ["läslust"]),
        ("läslust nära-till-allt", ["nära-till-allt", "läslust"]),
        ("läslust, roll:mål", ["läslust"]),
        ("enhet:bn,sort:mått enhet:ks,sort:mått", ["färdiga-tomter", "lässtunder"]),
        ("  läslust  ", ["läslust"]),
    ],
)  # fmt: skip
def test_meaning(selection: str, expected: list[str]) -> None:
    assert ids(selection) == expected


def test_all_where_nothing_is_said() -> None:
    assert ids("") == [one.id for one in PLAN.elements.values()]


def test_exclusion() -> None:
    assert ids("sort:löfte", "nivå:fullmäktige enhet:bn") == ["mark-att-bygga-på", "nya-hyresrätter"]
    assert isinstance(select(PLAN, "läslust", "okänd"), Fault)


def test_composed_letters_or_not() -> None:
    assert ids(unicodedata.normalize("NFD", "enhet:ängsskolan")) == ids("enhet:ängsskolan")


def test_a_ring_ends() -> None:
    project = open_project(EXAMPLE)
    model = project.schemas["exempel"].decode()
    model = model.replace("leder mot: {to: framtidsbild", "leder mot: {to: [framtidsbild, färdväg]")
    turned = {
        name: data.decode().replace("leder mot: nära-till-allt", "leder mot: [trygga-barn, bra-bostäder]").encode()
        for name, data in project.plans.items()
    }
    plan = compile_project(replace(project, schemas={"exempel": model.encode()}, plans=turned)).plan
    assert plan is not None
    assert ids("+trygga-barn", plan=plan) == ["trygga-barn", "bra-bostäder"]
    assert ids("trygga-barn+1", plan=plan) == ["trygga-barn", "bra-bostäder", "läslust"]


@pytest.mark.parametrize(
    ("selection", "marked", "remedy"),
    [
        ("läslst", "läslst", "Menade du ”läslust”?"),
        ("sort:mått läslst", "läslst", "Menade du ”läslust”?"),
        ("sort:löte", "sort:löte", "Menade du ”löfte”?"),
        ("sort:xyz", "sort:xyz", "Välj bland ”framtidsbild”"),
        ("enhet:barnämnden", "enhet:barnämnden", "Menade du ”Barnnämnden”?"),
        ("enhet:zz", "enhet:zz", "Välj bland ”kf”"),
        ("nivå:nämd", "nivå:nämd", "Menade du ”nämnd”?"),
        ("roll:akivitet", "roll:akivitet", "Menade du ”aktivitet”?"),
        ("dokument:arbetsplann", "dokument:arbetsplann", "Menade du ”arbetsplan”?"),
        ("period:26", "period:26", "Skriv till exempel 2026"),
        ("sorrt:mått", "sorrt", "Menade du ”sort”?"),
        ("färg:röd", "färg", "Sök på något av: sort, enhet"),
        ("sort:", "sort:", "direkt efter kolonet"),
        ('a text:"öppen', 'text:"öppen', "citattecken"),
        ("löfte", "löfte", "Menade du ”sort:löfte”?"),
        ("bn", "bn", "Menade du ”enhet:bn”?"),
        ("arbetsplan", "arbetsplan", "Menade du ”dokument:arbetsplan”?"),
        (",läslust", ",", "Skriv ett id"),
        ("läslust,", ",", "Skriv ett id"),
        ("+", "+", "Skriv ett id"),
        ("läslust++", "+", "Skriv ett id"),
    ],
)
def test_a_mistake_is_shown_where_it_stands(selection: str, marked: str, remedy: str) -> None:
    found = fault(selection)
    assert found.selection[found.start : found.end] == marked
    assert remedy in found.remedy.speak("sv", found.values)
    for language in ("sv", "en"):
        assert "{" not in found.message.speak(language, found.values) + found.remedy.speak(language, found.values)


@pytest.mark.parametrize(
    ("arguments", "selection"),
    [
        (["läslust", "sort:mått"], "läslust sort:mått"),
        (["text:läser gärna"], 'text:"läser gärna"'),
        (["enhet:Exempelbo AB"], 'enhet:"Exempelbo AB"'),
        (["läser gärna"], '"läser gärna"'),
        (["läslust lässtunder"], "läslust lässtunder"),
        (["enhet:bn sort:mått"], "enhet:bn sort:mått"),
        (['text:"läser gärna"'], 'text:"läser gärna"'),
    ],
)
def test_quotation_marks_that_the_shell_took(arguments: list[str], selection: str) -> None:
    assert from_arguments(PLAN, arguments) == selection


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        ("enhet:bn", ["namndplan-2026-bn"]),
        ("nivå:bolag", ["namndplan-2026-exempelbo"]),
        ("dokument:nämndplan", ["namndplan-2026-ks", "namndplan-2026-bn", "namndplan-2026-exempelbo"]),
        ("läsrum-i-biblioteket", ["arbetsplan-2026-ängsskolan"]),
        ("enhet:bn,sort:insats", []),
    ],
)
def test_documents(selection: str, expected: list[str]) -> None:
    found = select_documents(PLAN, selection)
    assert not isinstance(found, Fault)
    assert [one.id for one in found] == expected


@given(st.text(alphabet=st.sampled_from(list('aläst*+,:/"”0129- \t\nenhetsor')) | st.characters(), max_size=30))
def test_nothing_breaks(selection: str) -> None:
    found = select(PLAN, selection)
    if isinstance(found, Fault):
        assert 0 <= found.start < found.end <= len(found.selection) + 1
        assert found.message.speak("sv", found.values)
