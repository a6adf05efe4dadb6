"""Follow-up: how targets are attained, how statuses come about, and what reports have left unsaid."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from overlay import Overlay, found_in

from styrc.element import Document, Element
from styrc.follow_up import Attainment, Better, FollowUp, How, Judgement, Trend, follow_up
from styrc.follow_up.attainment import attainment
from styrc.follow_up.status import judged_by_attainment, rolled_up, trend, worst
from styrc.plan import Plan
from styrc.quantity import Aim, Target
from styrc.report_out.demand import demand
from styrc.schema import Ask, Breaks, Condition, Constraint, StatusRule, Step
from styrc.schema.document import Proposals
from styrc.schema.table import Shown
from styrc.text import Language

LANGUAGES: tuple[Language, ...] = ("sv", "en")

# How much of a target is attained

NUMBERS = st.decimals(min_value=-1000, max_value=1000, places=1)
POSITIVE = st.decimals(min_value=Decimal("0.1"), max_value=1000, places=1)
SIDES = {
    Aim.EXACT: tuple(Better),
    Aim.MORE: (Better.HIGHER,),
    Aim.AT_LEAST: (Better.HIGHER,),
    Aim.LESS: (Better.LOWER,),
    Aim.AT_MOST: (Better.LOWER,),
}
AIMS = [(aim, better) for aim, ones in SIDES.items() for better in ones]


def attained(target: Target, value: str | Decimal, better: Better = Better.HIGHER, **said: str | bool) -> Attainment:
    numbers = {name: Decimal(str(said[name])) if name in said else None for name in ("last", "baseline")}
    found = attainment(target, Decimal(value), better, **numbers, way=bool(said.get("way")))
    assert found is not None
    return found


def target(aim: Aim, low: str | None = None, high: str | None = None) -> Target:
    return Target(aim, Decimal(low) if low else None, Decimal(high) if high else None)


@pytest.mark.parametrize(
    ("aim", "low", "value", "better", "percent", "met"),
    [
        (Aim.EXACT, "80", "100", Better.HIGHER, 125, True),
        (Aim.EXACT, "80", "80", Better.HIGHER, 100, True),
        (Aim.EXACT, "80", "60", Better.HIGHER, 75, False),
        (Aim.EXACT, "80", "0", Better.HIGHER, 0, False),
        (Aim.EXACT, "5", "4", Better.LOWER, 125, True),
        (Aim.EXACT, "5", "5", Better.LOWER, 100, True),
        (Aim.EXACT, "5", "8", Better.LOWER, "62.5", False),
        (Aim.EXACT, "5", "0", Better.LOWER, 100, True),
        (Aim.EXACT, "40", "50", Better.NEAR, 80, False),
        (Aim.EXACT, "40", "32", Better.NEAR, 80, False),
        (Aim.EXACT, "40", "40", Better.NEAR, 100, True),
        (Aim.AT_LEAST, "80", "80", Better.LOWER, 100, True),
        (Aim.MORE, "80", "80", Better.HIGHER, "99.9", False),
        (Aim.AT_MOST, "5", "5", Better.HIGHER, 100, True),
        (Aim.AT_MOST, "5", "10", Better.HIGHER, 50, False),
        (Aim.LESS, "5", "5", Better.LOWER, "99.9", False),
        # where a share means nothing, a target is met or attained to nothing
        (Aim.EXACT, "0", "0", Better.LOWER, 100, True),
        (Aim.EXACT, "0", "3", Better.LOWER, 0, False),
        (Aim.EXACT, "0", "-2", Better.HIGHER, 0, False),
        (Aim.EXACT, "0", "2", Better.HIGHER, 100, True),
        (Aim.AT_LEAST, "-5", "-3", Better.HIGHER, 100, True),
        (Aim.AT_LEAST, "-5", "-8", Better.HIGHER, 0, False),
        (Aim.EXACT, "2", "-1", Better.HIGHER, 0, False),
        (Aim.EXACT, "-2", "-2", Better.NEAR, 100, True),
    ],
)
def test_what_is_attained(aim: Aim, low: str, value: str, better: Better, percent: str, met: bool) -> None:  # noqa: FBT001
    assert attained(Target(aim, Decimal(low)), value, better) == Attainment(Decimal(percent), met)


@pytest.mark.parametrize(
    ("value", "percent", "met"), [("35", 100, True), ("30", 100, True), ("24", 80, False), ("50", 80, False)]
)
def test_an_interval_is_met_within_its_ends_and_measured_from_the_nearer(value: str, percent: int, met: bool) -> None:  # noqa: FBT001
    assert attained(target(Aim.BETWEEN, "30", "40"), value) == Attainment(Decimal(percent), met)


@pytest.mark.parametrize(
    ("aim", "last", "value", "met"),
    [
        (Aim.INCREASE, "10", "11", True),
        (Aim.INCREASE, "10", "10", False),
        (Aim.DECREASE, "10", "9", True),
        (Aim.DECREASE, "-3", "-2", False),
        (Aim.KEEP, "10", "10", True),
        (Aim.KEEP, "10", "10.1", False),
    ],
)
def test_a_change_is_met_or_not(aim: Aim, last: str, value: str, met: bool) -> None:  # noqa: FBT001
    assert attained(target(aim), value, last=last) == Attainment(Decimal(100 if met else 0), met)
    assert attained(target(aim), value, baseline=last).met is met


def test_a_change_from_nothing_known_says_nothing() -> None:
    assert attainment(target(Aim.INCREASE), Decimal(3), Better.HIGHER, last=None, baseline=None, way=False) is None


@pytest.mark.parametrize(
    ("low", "baseline", "value", "better", "percent"),
    [
        ("80", "60", "70", Better.HIGHER, 50),
        ("80", "60", "50", Better.HIGHER, 0),
        ("2", "6", "3", Better.LOWER, 75),
        ("0", "8", "2", Better.LOWER, 75),
        ("-1", "3", "1", Better.LOWER, 50),
        ("80", "85", "79", Better.HIGHER, 0),
    ],
)
def test_the_way_from_the_baseline(low: str, baseline: str, value: str, better: Better, percent: int) -> None:
    found = attained(target(Aim.EXACT, low), value, better, baseline=baseline, way=True)
    assert found == Attainment(Decimal(percent), met=False)


@given(low=NUMBERS, value=NUMBERS, baseline=st.none() | NUMBERS, way=st.booleans(), case=st.sampled_from(AIMS))
def test_a_hundred_percent_is_reached_exactly_where_the_target_is_met(
    low: Decimal,
    value: Decimal,
    baseline: Decimal | None,
    way: bool,  # noqa: FBT001
    case: tuple[Aim, Better],
) -> None:
    found = attainment(Target(case[0], low), value, case[1], last=None, baseline=baseline, way=way)
    assert found is not None
    assert found.met is (found.percent >= 100)
    assert found.percent >= 0


@given(low=POSITIVE, one=POSITIVE, other=POSITIVE, case=st.sampled_from(AIMS))
def test_what_is_better_is_never_attained_to_less(
    low: Decimal, one: Decimal, other: Decimal, case: tuple[Aim, Better]
) -> None:
    aim, better = case
    goodness = {Better.HIGHER: one - other, Better.LOWER: other - one, Better.NEAR: Decimal(0)}[better]
    if better is Better.NEAR:
        goodness = Decimal(1) if other <= one <= low else Decimal(-1) if one <= other <= low else Decimal(0)
    first, second = (attained(Target(aim, low), value, better) for value in (one, other))
    if goodness > 0:
        assert first.percent >= second.percent
    if goodness < 0:
        assert first.percent <= second.percent


@given(value=NUMBERS, before=NUMBERS)
def test_a_trend_turns_with_the_direction(value: Decimal, before: Decimal) -> None:
    higher, lower = (trend(value, before, better, None) for better in (Better.HIGHER, Better.LOWER))
    turned = {Trend.BETTER: Trend.WORSE, Trend.WORSE: Trend.BETTER, Trend.UNCHANGED: Trend.UNCHANGED}
    assert lower is turned[higher]
    assert trend(before, value, Better.HIGHER, None) is turned[higher]


@pytest.mark.parametrize(
    ("value", "before", "said"), [("48", "40", Trend.BETTER), ("60", "52", Trend.WORSE), ("45", "55", Trend.UNCHANGED)]
)
def test_the_nearer_the_target_the_better(value: str, before: str, said: Trend) -> None:
    assert trend(Decimal(value), Decimal(before), Better.NEAR, target(Aim.EXACT, "50")) is said


# How a status comes about

GOOD, PARTLY, BAD = (Step(value=tone, tone=tone) for tone in ("good", "partly", "bad"))
SCALE = (GOOD, PARTLY, BAD)


def share(*steps: str, least: int | None = None, most: int | None = None, kinds: tuple[str, ...] = ()) -> Condition:
    made = {"steps": steps, "kinds": kinds}
    return Condition.model_validate(
        {**made, **({} if least is None else {"least": least}), **({} if most is None else {"most": most})}
    )


Steps = dict[str, tuple[Condition, ...]]
EIGHTY: Steps = {
    "good": (share("good", least=80),),
    "partly": (share("good", "partly", least=50),),
    "bad": (share(least=0),),
}
BOTH: Steps = {
    "good": (share("good", least=100, kinds=("a",)), share("bad", most=0, kinds=("b",))),
    "bad": (share(least=0),),
}


@pytest.mark.parametrize(
    ("below", "status"),
    [
        ([GOOD] * 4 + [BAD], "good"),
        ([GOOD] * 3 + [BAD], "partly"),
        ([GOOD, PARTLY, BAD, BAD], "partly"),
        ([GOOD, BAD, BAD], "bad"),
        ([], ""),
    ],
)
def test_a_share_of_those_below(below: list[Step], status: str) -> None:
    assert rolled_up([("a", step) for step in below], EIGHTY) == status


@pytest.mark.parametrize(
    ("below", "status"),
    [
        ([("a", GOOD), ("b", PARTLY)], "good"),
        ([("a", GOOD), ("b", BAD)], "bad"),
        ([("a", PARTLY), ("b", GOOD)], "bad"),
        ([("a", GOOD)], "bad"),
    ],
)
def test_two_conditions_must_both_hold(below: list[tuple[str, Step]], status: str) -> None:
    assert rolled_up(below, BOTH) == status


@given(tones=st.lists(st.sampled_from(SCALE), min_size=1))
def test_the_worst_below_decides_whatever_the_order(tones: list[Step]) -> None:
    expected = max(tones, key=SCALE.index).value
    assert worst([("a", step) for step in tones], SCALE) == expected
    assert worst([("a", step) for step in reversed(tones)], SCALE) == expected


def test_nothing_below_is_no_worst() -> None:
    assert not worst([], SCALE)


@pytest.mark.parametrize(("percent", "step"), [("100", "good"), ("99.9", "partly"), ("80", "partly"), ("79.9", "bad")])
def test_the_first_step_that_is_reached(percent: str, step: str) -> None:
    steps = {"good": Decimal(100), "partly": Decimal(80), "bad": Decimal(0)}
    assert judged_by_attainment(Attainment(Decimal(percent), met=False), steps) == step
    assert not judged_by_attainment(None, steps)


# In a project

HEAD = "dokument: lägesrapport\nperiod: 2026-01 – 2026-06\nenhet: exempelbo\n"
REASONS = "orsak: Marken var inte klar., motdrag: Vi bygger i två skift."


class Told:
    """A project with reports, asked about one of them."""

    def __init__(self, files: Mapping[str, str], folder: Path) -> None:
        plan = Overlay(files).compiled(folder).plan
        assert plan is not None
        self.plan: Plan = plan
        self.follow_up: FollowUp = follow_up(plan)

    def report(self, file: str) -> Document:
        """The report that a file begins."""
        return next(one for one in self.follow_up.reports if one.place.file == file)

    def element(self, id_: str) -> Element:
        """The first element of an id."""
        return next(one for one in self.plan.elements.values() if one.id == id_)

    def judged(self, id_: str, file: str = "lage.yaml") -> Judgement:
        """The status of an element at the break of the report in a file."""
        return self.follow_up.judgement(self.element(id_), self.report(file))


@pytest.mark.parametrize(
    ("written", "how", "step", "computed"),
    [
        ("utfall: {byggda-hyresrätter: 24}", How.COMPUTED, "nått", "nått"),
        ("utfall: {byggda-hyresrätter: 20}", How.COMPUTED, "nästan", "nästan"),
        ("utfall: {byggda-hyresrätter: 24}\nbedömning: {byggda-hyresrätter: {läge: nått}}", How.JUDGED, "nått", "nått"),
        (
            "utfall: {byggda-hyresrätter: 12}\nbedömning: {byggda-hyresrätter: {läge: nått, eget skäl: Tolv till.}}",
            How.OTHERWISE,
            "nått",
            "inte nått",
        ),
        ("utfall: {byggda-hyresrätter: {ej mätt: Kommer i maj.}}", How.NOT_MEASURED, "inte mätt", None),
        ("bedömning: {byggda-hyresrätter: {läge: nått}}", How.JUDGED, "nått", None),
    ],
)
def test_how_a_status_comes_about(written: str, how: How, step: str, computed: str | None, tmp_path: Path) -> None:
    made = Told({"lage.yaml": HEAD + written}, tmp_path).judged("byggda-hyresrätter")
    assert (made.how, made.step and made.step.value, made.computed and made.computed.value) == (how, step, computed)


def test_what_is_not_measured_is_left_out_of_a_roll_up(tmp_path: Path) -> None:
    more = (
        "hör till: namndplan-2026-exempelbo\nmått:\n"
        "  - {id: trivs, titel: Trivs, mäter: nya-hyresrätter, räknas i: procent, bättre: högre, sikte: 90}\n"
        "  - {id: klagar, titel: Klagar, mäter: nya-hyresrätter, räknas i: antal, bättre: lägre, sikte: 10}\n"
    )
    told = "utfall: {byggda-hyresrätter: 24, trivs: {ej mätt: Frågas i höst.}, klagar: 40}"
    made = Told({"lage.yaml": HEAD + told, "2026/namndplaner/fler.yaml": more}, tmp_path).judged("nya-hyresrätter")
    assert (made.step and made.step.value, dict(made.below)) == ("nästan", {"nått": 1, "inte nått": 1})


LATER = {
    "senare.yaml": HEAD.replace("2026-06", "2026-10") + "utfall: {byggda-hyresrätter: 6}",
    "rättat.yaml": HEAD.replace("2026-01 – 2026-06", "2026-07 – 2026-12")
    + "utfall:\n  byggda-hyresrätter: {värde: 3, avser: 2026-01 – 2026-06}",
    "2027/plan.yaml": (
        "dokument: nämndplan\nperiod: 2027\nenhet: exempelbo\navsnitt: {så når vi löftena: Vi bygger vidare.}\n"
        "löften:\n  - id: nya-hyresrätter\n    titel: Fler kan hyra en bostad av oss\n    bidrar till: fler-bostäder\n"
        "    mått:\n      - {id: byggda-hyresrätter, titel: Nya hyresrätter, räknas i: bostäder, bättre: högre,"
        " sikte: 24, uppmätt: {2026: 1}}\n"
    ),
}


@pytest.mark.parametrize("later", LATER)
def test_a_report_does_not_change_when_later_figures_arrive(later: str, tmp_path: Path) -> None:
    first = {"lage.yaml": HEAD + "utfall: {byggda-hyresrätter: 24}"}
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    before = Told(first, tmp_path / "a")
    after = Told({**first, later: LATER[later]}, tmp_path / "b")
    key = "namndplan-2026-exempelbo/byggda-hyresrätter"
    one, other = (
        told.follow_up.judgement(told.plan.elements[key], told.report("lage.yaml")) for told in (before, after)
    )
    assert one == other
    assert one.step is not None
    assert one.step.value == "nått"


@pytest.mark.parametrize("names", [("a.yaml", "z.yaml"), ("z.yaml", "a.yaml")])
def test_nothing_depends_on_the_order_of_the_files(names: tuple[str, str], tmp_path: Path) -> None:
    june, october = (HEAD, HEAD.replace("2026-06", "2026-10").replace("enhet", "id: oktober\nenhet"))
    files = {
        names[0]: june + "utfall: {byggda-hyresrätter: 12}",
        names[1]: october + "utfall: {byggda-hyresrätter: 24}",
    }
    told = Told(files, tmp_path)
    values = [told.judged("byggda-hyresrätter", name).outcome for name in names]
    assert [one and one.value for one in values] == [12, 24]
    previous = told.follow_up.previous(told.report(names[1]))
    assert previous is not None
    assert previous.place.file == names[0]


def test_a_ring_in_the_thread_ends(tmp_path: Path) -> None:
    model = (Overlay({}).write(tmp_path) / "schemas/exempel.yaml").read_text("utf-8")
    ringed = model.replace("to: kommunlöfte, min: 1, where: {berör: any}", "to: [kommunlöfte, nämndlöfte], min: 1")
    ringed = ringed.replace("of: [mått]\n        steps", "of: [mått, nämndlöfte]\n        steps")
    assert ringed.count("nämndlöfte]") > model.count("nämndlöfte]")
    rows = "".join(
        f"  - id: löfte-{one}\n    titel: Löfte {one}\n    bidrar till: [fler-bostäder, löfte-{other}]\n"
        f"    mått: [{{id: mått-{one}, titel: Mått {one}, räknas i: antal, bättre: högre, sikte: 4}}]\n"
        for one, other in (("ett", "två"), ("två", "ett"))
    )
    files = {
        "schemas/exempel.yaml": ringed,
        "2026/namndplaner/ring.yaml": "hör till: namndplan-2026-exempelbo\nlöften:\n" + rows,
        "lage.yaml": HEAD + "utfall: {byggda-hyresrätter: 24, mått-ett: 4, mått-två: 1}\n"
        "bedömning:\n  löfte-ett: {läge: inte nått, eget skäl: Det har stannat av.}\n",
    }
    (tmp_path / "ring").mkdir()
    compilation = Overlay(files).compiled(tmp_path / "ring")
    assert "STY210" in {one.code for one in compilation.diagnostics}


def test_progress_counts_what_is_answered(tmp_path: Path) -> None:
    told = Told({"lage.yaml": HEAD.replace("exempelbo", "bn") + "utfall: {lässtunder: 100}"}, tmp_path)
    made = told.follow_up.progress(told.report("lage.yaml"))
    assert (made.asked, made.answered) == (3, 2)


def test_a_report_that_gathers_is_answered_from_below(tmp_path: Path) -> None:
    gathering = HEAD.replace("lägesrapport", "samlad lägesrapport").replace("exempelbo", "kf")
    answers = "bedömning: {läslust: {läge: nått, orsak: Fler lånar.}, fler-bostäder: {läge: nått, orsak: Klart.}}"
    below = HEAD + "utfall: {byggda-hyresrätter: 20}\nbedömning: {nya-hyresrätter: {" + REASONS + "}}"
    told = Told({"samlad.yaml": gathering + answers, "lage.yaml": below}, tmp_path)
    found = told.follow_up.told_below(told.element("fler-bostäder"), told.report("samlad.yaml"))
    assert [(one.report.unit, one.element.id) for one in found] == [("exempelbo", "nya-hyresrätter")]


# One mistake, one finding

SOUND = {
    "lage.yaml": HEAD
    + "utfall:\n  byggda-hyresrätter: 20\nbedömning:\n  nya-hyresrätter: {läge: nästan, "
    + REASONS
    + "}\n"
}
MISTAKES = {
    "an outcome taken away": ("  byggda-hyresrätter: 20\n", "  byggda-hyresrätter:\n", ["STY103"]),
    "all outcomes taken away": ("utfall:\n  byggda-hyresrätter: 20\n", "", ["STY557"]),
    "a status turned green": ("läge: nästan", "läge: nått", ["STY554"]),
    "an outcome turned worse": ("byggda-hyresrätter: 20", "byggda-hyresrätter: 2", ["STY554"]),
    "a remedy taken away": (", motdrag: Vi bygger i två skift.", "", ["STY553"]),
    "an id mistyped": ("  nya-hyresrätter:", "  nya-hyresrättar:", ["STY221"]),
    "an indicator mistyped": ("  byggda-hyresrätter:", "  byggda-hyresräter:", ["STY221"]),
    "a step mistyped": ("läge: nästan", "läge: nåstan", ["STY107"]),
    "a field mistyped": ("motdrag:", "motdrg:", ["STY101"]),
}


def test_the_report_without_mistakes_has_no_findings(tmp_path: Path) -> None:
    assert found_in(Overlay(SOUND).compiled(tmp_path)) == []


@pytest.mark.parametrize("mistake", MISTAKES)
def test_one_mistake_is_one_finding(mistake: str, tmp_path: Path) -> None:
    right, wrong, codes = MISTAKES[mistake]
    assert right in SOUND["lage.yaml"]
    found = Overlay({"lage.yaml": SOUND["lage.yaml"].replace(right, wrong)}).compiled(tmp_path).diagnostics
    assert [one.code for one in found] == codes


@pytest.mark.parametrize(("amount", "codes"), [("2 400", []), ("2 500", ["STY604"])])
def test_the_balance_requirement_starts_from_the_result(amount: str, codes: list[str], tmp_path: Path) -> None:
    tables = (
        "resultat: {belopp i: tkr, rader: [{post: Årets resultat, 2026: 2 400}]}\n"
        f"skatten: {{belopp i: tkr, rader: [{{post: Årets resultat, 2026: {amount}}}]}}\n"
    )
    found = Overlay({"lage.yaml": SOUND["lage.yaml"] + tables}).compiled(tmp_path).diagnostics
    assert [one.code for one in found] == codes


# Names in a model's reports

NAMES = {
    "gathers: [lägesrapport]": "gathers: [lägesraport]",
    "to: fullmäktige\n    asks": "to: fullmäktig\n    asks",
    "whose: own, required: läge, when": "whose: own, required: lge, when",
    "when deviating: [orsak, motdrag]": "when deviating: [orsak, motdarg]",
    "beställning: {whose: responsible": "bestälning: {whose: responsible",
    "months: [april, augusti, december]": "months: [april, agusti, december]",
    "löften: {answers: [nämndlöfte, mått]}": "löften: {answers: [nämndlöfte, måt]}",
    "scale: lägesbild, not measured: inte mätt, by attainment": "scale: lägesbid, by attainment",
    "not measured: inte mätt, by attainment": "not measured: ej mätt, by attainment",
    "by attainment: {nått: 100": "by attainment: {nåt: 100",
    "by trend: {nått: better": "by trend: {nåt: better",
    "of: [mått]\n        steps": "of: [måt]\n        steps",
    "nästan: {steps: [nått, nästan]": "nästan: {steps: [nått, nistan]",
    "shows: {table: driftsramar, source": "shows: {table: driftramar, source",
}


@pytest.mark.parametrize("right", NAMES)
def test_a_name_in_a_report_that_leads_nowhere_is_told(right: str, tmp_path: Path) -> None:
    model = (Overlay({}).write(tmp_path) / "schemas/exempel.yaml").read_text("utf-8")
    assert right in model
    (tmp_path / "b").mkdir()
    files = {"schemas/exempel.yaml": model.replace(right, NAMES[right], 1)}
    found = Overlay(files).compiled(tmp_path / "b").diagnostics
    assert {one.code for one in found} <= {"STY055", "STY056"}
    assert "STY056" in {one.code for one in found}


BELOW = HEAD + "utfall: {byggda-hyresrätter: 24}\n"
GATHERING = (
    "dokument: samlad lägesrapport\nperiod: 2026-01 – 2026-06\nenhet: kf\nbedömning:\n"
    "  läslust: {läge: nått, orsak: Fler lånar.}\n"
)


@pytest.mark.parametrize("broken", ["avsnitt: {löften: Det går: bra}\n", "utfall: {byggda-hyresrätter: [24\n"])
def test_what_may_stand_in_a_broken_report_is_not_missed_above(broken: str, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    whole = Overlay({"samlad.yaml": GATHERING, "lage.yaml": BELOW}).compiled(tmp_path / "a")
    assert [one.code for one in whole.diagnostics] == ["STY551"]
    cut = Overlay({"samlad.yaml": GATHERING, "lage.yaml": HEAD + broken}).compiled(tmp_path / "b")
    assert "STY551" not in {one.code for one in cut.diagnostics}
    assert len(cut.diagnostics) == 1


LAWFUL = """
styrc: 1
model: liten
name: Så styr vi Liten
jurisdiction: sweden
levels: {råd: {}, nämnd: {}}
kinds: {mål: {role: vision, plural: mål}}
documents: {plan: {levels: råd, chapters: {mål: {holds: {mål: {}}}}}}
reports:
  delår:
    role: interim report
    levels: råd
    period: {form: part}
    to: råd
    breaks: {months: [april, augusti], days: DAYS}
"""
UNITS = """
styrmodell: liten
kommun: {namn: Liten kommun}
planår: [2026]
organisation: [{id: kf, namn: Rådet, nivå: råd}, {id: ks, namn: Styrelsen, nivå: nämnd, under: kf}]
"""


@pytest.mark.parametrize(
    ("days", "period", "decided", "codes"),
    [
        (61, "2026-01 – 2026-08", "{organ: ks, datum: 2026-10-27}", []),
        (61, "2026-01 – 2026-08", "{organ: ks, datum: 2026-11-10}", ["STY713"]),
        (30, "2026-01 – 2026-08", "{organ: ks, datum: 2026-10-27}", ["STY569"]),
        (30, "2026-01 – 2026-08", "{organ: kf, datum: 2026-10-27}", []),
        (61, "2026-01 – 2026-04", "{organ: ks, datum: 2026-05-27}", ["STY712"]),
        (61, "2026-01 – 2026-07", "{organ: ks, datum: 2026-09-10}", ["STY570"]),
    ],
)
def test_the_law_and_the_model_on_when_a_report_comes(
    days: int, period: str, decided: str, codes: list[str], tmp_path: Path
) -> None:
    report = f"dokument: delår\nperiod: {period}\nenhet: kf\nbeslut: {decided}\n"
    files = {"schemas/liten.yaml": LAWFUL.replace("DAYS", str(days)), "styrc.yaml": UNITS, "delar.yaml": report}
    found = Overlay(files, alone=True).compiled(tmp_path).diagnostics
    assert [one.code for one in found] == codes


@pytest.mark.parametrize(
    ("earlier", "codes"),
    [
        ("{värde: 24, avser: 2026-01 – 2026-06}", []),
        ("24", ["STY557"]),
        ("{värde: 24, mätt: 2026-06-12}", []),
    ],
)
def test_a_value_of_the_year_so_far_is_none_of_the_year(earlier: str, codes: list[str], tmp_path: Path) -> None:
    june = HEAD + f"utfall:\n  byggda-hyresrätter: {earlier}\n"
    october = HEAD.replace("2026-06", "2026-10").replace("enhet", "id: oktober\nenhet")
    found = Overlay({"juni.yaml": june, "oktober.yaml": october}).compiled(tmp_path).diagnostics
    assert [one.code for one in found] == codes


def test_a_value_of_some_months_is_none_of_a_year_where_there_are_years(tmp_path: Path) -> None:
    plan = (
        "dokument: nämndplan\nperiod: 2026\nenhet: exempelbo\n"
        "beslut: {organ: exempelbo, datum: 2025-12-11, paragraf: § 4}\n"
        "avsnitt: {så når vi löftena: Vi bygger.}\nlöften:\n  - id: nya-hyresrätter\n    titel: Fler kan hyra\n"
        "    bidrar till: fler-bostäder\n    mått:\n      - {id: byggda-hyresrätter, titel: Nya hyresrätter,"
        " räknas i: bostäder, bättre: högre, sikte: 24PAST}\n"
    )
    told = {}
    for name, past in (("years", ", uppmätt: {2025: 20}"), ("none", "")):
        (tmp_path / name).mkdir()
        files = {
            "2026/namndplaner/exempelbo.yaml": plan.replace("PAST", past),
            "juni.yaml": HEAD + "utfall:\n  byggda-hyresrätter: {värde: 24, avser: 2026-01 – 2026-06}\n",
        }
        plan_made = Told(files, tmp_path / name)
        indicator = plan_made.element("byggda-hyresrätter")
        told[name] = [plan_made.follow_up.outcomes.is_told(indicator, date(2026, month, day)) for month, day in DAYS]
    assert told == {"years": [True, False], "none": [True, True]}


def test_what_a_plan_tells_of_the_past_is_no_outcome_of_the_year_that_it_ends_with(tmp_path: Path) -> None:
    plan = (
        "dokument: nämndplan\nperiod: 2026\nenhet: exempelbo\n"
        "beslut: {organ: exempelbo, datum: 2025-12-11, paragraf: § 4}\n"
        "avsnitt: {så når vi löftena: Vi bygger.}\nlöften:\n  - id: nya-hyresrätter\n    titel: Fler kan hyra\n"
        "    bidrar till: fler-bostäder\n    mått:\n      - {id: byggda-hyresrätter, titel: Nya hyresrätter,"
        " räknas i: bostäder, bättre: högre, sikte: 24, uppmätt: {2024: 18}}\n"
    )
    year = (
        "dokument: årsrapport\nperiod: 2026\nenhet: exempelbo\n"
        "utfall: {byggda-hyresrätter: {ej mätt: Husen besiktas i mars.}}\n"
    )
    told = Told({"2026/namndplaner/exempelbo.yaml": plan, "lage.yaml": year}, tmp_path)
    assert told.judged("byggda-hyresrätter").how is How.NOT_MEASURED


DAYS = ((6, 30), (12, 31))


@pytest.mark.parametrize("sort", [Ask, Breaks, StatusRule, Shown, Proposals])
def test_what_a_model_asks_of_reports_is_explained(sort: type[Constraint], tmp_path: Path) -> None:
    schema = Told({}, tmp_path).plan.schema
    found = [(path, one) for path, one in schema.constraints() if isinstance(one, sort)]
    assert found
    for path, one in found:
        for language in LANGUAGES:
            said = demand(schema, path, one, language)
            assert said.endswith(".")
            assert "{" not in said


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"worst": True}, "”mål” är det sämsta för ”mått” under."),
        ({"steps": {"nått": {"steps": "nått", "least": 80}}}, "”nått”: minst 80 procent är ”nått”."),
        ({"steps": {"nått": {"steps": "inte nått", "most": 0}}}, "”nått”: högst 0 procent är ”inte nått”."),
        (
            {"steps": {"nått": [{"steps": "nått", "least": 80}, {"steps": "inte nått", "most": 10}]}},
            "”nått”: minst 80 procent är ”nått” och högst 10 procent är ”inte nått”.",
        ),
    ],
)
def test_a_roll_up_is_explained(change: dict[str, object], sentence: str, tmp_path: Path) -> None:
    schema = Told({}, tmp_path).plan.schema
    rule = StatusRule.model_validate({"scale": "lägesbild", "rolled up": {"of": "mått", **change}})
    assert sentence in demand(schema, ("kinds", "mål", "status"), rule, "sv")


@pytest.mark.parametrize("period", ["tills vidare", "2021 – tills vidare", "9999", "9999-05", "1000–9999", "0001"])
@pytest.mark.parametrize(
    ("kind", "unit"),
    [("bolagsrapport", "exempelbo"), ("årsrapport", "bn"), ("halvårsrapport", "kf"), ("bokslut", "kf")],
)
def test_no_period_of_a_report_is_too_odd(period: str, kind: str, unit: str, tmp_path: Path) -> None:
    day = "lämnad: 2026-10-10\n" if unit == "kf" else ""
    odd = f"dokument: {kind}\nperiod: {period}\nenhet: {unit}\n{day}beslut: {{organ: {unit}, datum: 2026-06-22}}\n"
    other = f"dokument: {kind}\nid: annan\nperiod: 2026-01 – 2026-04\nenhet: {unit}\n"
    assert Overlay({"odd.yaml": odd, "other.yaml": other}).compiled(tmp_path).plan is not None
