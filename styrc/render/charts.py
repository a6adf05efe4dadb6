"""Elements of a plan -> drawings: an indicator over the years, the red thread, the year wheel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from styrc.blocks import ELEMENT, Figure
from styrc.element import Document, Element, Outcome, Sex
from styrc.follow_up import follow_up
from styrc.plan import Plan
from styrc.quantity import Target, write_number, write_target
from styrc.render import labels
from styrc.render.say import capital
from styrc.render.svg import (
    Event,
    Goal,
    LineChart,
    PlacedRisk,
    RiskMatrix,
    Series,
    Tree,
    TreeNode,
    YearWheel,
    draw,
    figure,
)
from styrc.schema import Matrix, Part
from styrc.text import Language, Text

_FEWEST = 3
"""Outcomes that make a line worth drawing."""
_MOST_YEARS = 30
"""Years that a line is drawn over one by one, so that a year without a value shows as a gap."""

_CHART = Text(
    "{unit}. Utfall {first} ({first_year}) till {last} ({last_year}).{goal}",
    "{unit}. Outcome {first} ({first_year}) to {last} ({last_year}).{goal}",
)
_GOAL = Text(" Målet för {year} är {target}.", " The target for {year} is {target}.")
_SERIES = {Sex.ALL: labels.OUTCOME, Sex.WOMEN: Text("Kvinnor", "Women"), Sex.MEN: Text("Män", "Men")}
_TREE = Text(
    "Träd med {count} delar i {columns} led från {first} till {last}. Samma innehåll finns som lista.",
    "A tree of {count} parts in {columns} steps from {first} to {last}. The same content stands as a list.",
)
_WHEEL_TITLE = Text("Beslut om planer för {year}", "Decisions on plans for {year}")
_WHEEL = Text(
    "Tolv månader med {count} slag av beslut. Samma innehåll finns i tabellen.",
    "Twelve months with {count} kinds of decision. The same content stands in the table.",
)


def indicator_figure(plan: Plan, indicator: Element, language: Language) -> Figure | None:
    """The indicator's outcomes as they were known when its plan began; None where there are too few for a line."""
    return series_figure(plan, (indicator,), plan.document(indicator).period.start, language)


def series_figure(plan: Plan, versions: Sequence[Element], until: date, language: Language) -> Figure | None:
    """An indicator's yearly outcomes known on a day, with its targets; None where there are too few for a line.

    `versions` are the same indicator in one or several years' plans, the latest first, whose targets count.
    """
    indicator, known = versions[0], follow_up(plan)
    by_sex = {sex: _yearly(known.outcomes.values(indicator, until, sex)) for sex in Sex}
    outcomes, targets = by_sex[Sex.ALL], _targets(plan, versions)
    if len(outcomes) < _FEWEST:
        return None
    found = {*outcomes, *targets}
    years = range(min(found), max(found) + 1) if max(found) - min(found) < _MOST_YEARS else sorted(found)
    goals = tuple(_goal(targets.get(year), plan) for year in years)
    unit = str(plan.part(indicator, Part.UNIT_OF_MEASURE) or "")
    chart = LineChart(
        title=indicator.title,
        description=_description(outcomes, targets, unit, plan, language),
        unit=unit,
        labels=tuple(str(year) for year in years),
        series=tuple(
            Series(_SERIES[sex].speak(language), tuple(values.get(year) for year in years))
            for sex, values in by_sex.items()
            if values
        ),
        goals=goals if any(goals) else (),
    )
    return figure(chart, language)


def _yearly(outcomes: Sequence[Outcome]) -> dict[int, Decimal]:
    """The values for whole years, by year."""
    return {
        one.period.start.year: one.value for one in outcomes if one.period.whole_years == 1 and one.value is not None
    }


def _targets(plan: Plan, versions: Sequence[Element]) -> dict[int, Target]:
    """The targets by year; where several plans have the year the latest counts."""
    known = follow_up(plan)
    found = {
        year: target
        for one in reversed(versions)
        for year in known.target_years(one)
        if (target := known.target(one, year)) is not None
    }
    return dict(sorted(found.items()))


def _goal(target: Target | None, plan: Plan) -> Goal | None:
    if target is None or target.low is None:
        return None
    return Goal(target.low, target.high, write_target(target, plan.words))


def _description(
    outcomes: Mapping[int, Decimal], targets: Mapping[int, Target], unit: str, plan: Plan, language: Language
) -> str:
    years = sorted(outcomes)
    goal = ""
    if targets:
        last = max(targets)
        goal = _GOAL.speak(language, {"year": last, "target": write_target(targets[last], plan.words)})
    values = {
        "unit": capital(unit),
        "first": write_number(outcomes[years[0]]),
        "first_year": years[0],
        "last": write_number(outcomes[years[-1]]),
        "last_year": years[-1],
        "goal": goal,
    }
    return _CHART.speak(language, values)


def thread_tree(plan: Plan, elements: Sequence[Element], title: str, language: Language) -> Tree:
    """The elements as a tree, each one column to the right of the furthest that it serves among them."""
    keys = {one.key for one in elements}
    columns = _depths(plan, elements, keys)
    heads = _heads(plan, elements, columns)
    nodes = tuple(
        TreeNode(
            one.key,
            columns[one.key],
            one.title or one.id,
            tuple(
                tied.target.key
                for tied in plan.up(one)
                if tied.target.key in keys and plan.carries_thread(one, tied.reference)
            ),
            ELEMENT + one.key,
        )
        for one in sorted(elements, key=lambda one: columns[one.key])
    )
    said = {"count": len(elements), "columns": len(heads), "first": heads[0].lower(), "last": heads[-1].lower()}
    return Tree(title, _TREE.speak(language, said), heads, nodes)


def _depths(plan: Plan, elements: Sequence[Element], keys: set[str]) -> dict[str, int]:
    """How far each element stands from the top, counted along the longest way. A ring in the thread ends the count."""
    depths: dict[str, int] = {}

    def depth(element: Element, seen: frozenset[str]) -> int:
        if element.key in depths:
            return depths[element.key]
        above = [
            tied.target
            for tied in plan.up(element)
            if tied.target.key in keys and tied.target.key not in seen and plan.carries_thread(element, tied.reference)
        ]
        depths[element.key] = max((depth(one, seen | {element.key}) + 1 for one in above), default=0)
        return depths[element.key]

    for element in elements:
        depth(element, frozenset())
    return depths


def _heads(plan: Plan, elements: Sequence[Element], columns: Mapping[str, int]) -> tuple[str, ...]:
    """What stands in each column: the words of its kinds, each word once."""
    heads: list[dict[str, None]] = [{} for _ in range(max(columns.values(), default=0) + 1)]
    for one in elements:
        heads[columns[one.key]].setdefault(plan.schema.words(one.kind))
    return tuple(capital(", ".join(words)) for words in heads)


def thread_svg(plan: Plan, elements: Sequence[Element], language: Language) -> str:
    """The thread between some elements as a drawing that stands by itself, where links would lead nowhere."""
    tree = thread_tree(plan, elements, plan.municipality.name or plan.schema.name, language)
    return draw(replace(tree, nodes=tuple(replace(node, target="") for node in tree.nodes)), language)


def year_wheel(documents: Sequence[Document], year: int, language: Language) -> Figure | None:
    """The decisions on the documents of a year around the months; None where none is dated."""
    months: dict[tuple[int, str], None] = {}
    for document in documents:
        if document.decision is not None and document.decision.day is not None:
            months.setdefault((document.decision.day.month, document.kind))
    if not months:
        return None
    events = tuple(Event(capital(kind), month, month) for month, kind in sorted(months))
    wheel = YearWheel(
        _WHEEL_TITLE.speak(language, {"year": year}), _WHEEL.speak(language, {"count": len(events)}), events
    )
    return figure(wheel, language)


def risk_figure(plan: Plan, risks: Sequence[Element], language: Language) -> Figure | None:
    """The risks in the model's matrix; None where none of them can be weighed."""
    weighed = [(risk, one) for one in risks if (risk := plan.risk(one)) is not None]
    if not weighed:
        return None
    kind = weighed[0][1].kind
    matrix = plan.schema.kinds[kind].matrix
    across, upwards = (plan.field_name(kind, part) for part in (Part.LIKELIHOOD, Part.CONSEQUENCE))
    columns, rows = (plan.schema.choices(plan.schema.kinds[kind].fields[name]) for name in (across, upwards))
    worst, most = max(((one, risk.value) for risk, one in weighed), key=lambda pair: pair[1])
    said = {"count": len(weighed), "across": across, "upwards": upwards, "worst": worst.title, "value": most}
    drawn = RiskMatrix(
        title=labels.RISK_MATRIX.speak(language),
        description=labels.RISK_MATRIX_TEXT.speak(language, said),
        across=capital(across),
        upwards=capital(upwards),
        columns=columns,
        rows=rows,
        tones=tuple(
            tuple(_tone(matrix, (column + 1) * (row + 1)) for column in range(len(columns))) for row in range(len(rows))
        ),
        risks=tuple(
            PlacedRisk(one.title, risk.likelihood, risk.consequence, f"{risk.value}, {risk.level.value}")
            for risk, one in weighed
        ),
    )
    return figure(drawn, language)


def _tone(matrix: Matrix | None, value: int) -> str:
    fitting = [level.tone for level in matrix.levels if level.at_least <= value] if matrix else []
    return fitting[-1] if fitting else "none"
