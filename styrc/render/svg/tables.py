"""A drawing in, the table behind it out: the same content for those who do not see the drawing."""

from __future__ import annotations

from decimal import Decimal

from styrc.blocks import Align, Column, Inlines, Link, Row, Run, Table, line
from styrc.quantity import write_number
from styrc.render.svg.drawings import (
    BarChart,
    Drawing,
    LineChart,
    RiskMatrix,
    StackedBarChart,
    Tree,
    TreeNode,
    YearWheel,
)
from styrc.render.svg.year_wheel import months
from styrc.text import Language, Text

_NONE = "\u2013"
_YEAR = Text("År", "Year")
_GOAL = Text("Mål", "Target")
_PART = Text("Post", "Item")
_SUM = Text("Summa", "Sum")
_LEVEL = Text("Nivå", "Level")
_TITLE = Text("Rubrik", "Title")
_ABOVE = Text("Hör till", "Belongs to")
_EVENT = Text("Händelse", "Event")
_MONTHS = Text("Månader", "Months")
_RISK = Text("Risk", "Risk")
_VALUE = Text("Riskvärde", "Risk value")


def table_behind(drawing: Drawing, language: Language) -> Table:
    """The table of any drawing, named as the drawing is."""
    match drawing:
        case LineChart():
            return _of_lines(drawing, language)
        case BarChart():
            return _of_bars(drawing, language)
        case StackedBarChart():
            return _of_stacks(drawing, language)
        case Tree():
            return _of_tree(drawing, language)
        case YearWheel():
            return _of_wheel(drawing, language)
        case RiskMatrix():
            return _of_matrix(drawing, language)


def _with_unit(title: str, unit: str) -> str:
    return f"{title} ({unit})" if unit else title


def _of_lines(chart: LineChart, language: Language) -> Table:
    names = [series.name for series in chart.series]
    columns = [*names, _GOAL.speak(language)] if chart.goals else names
    rows = []
    for n, label in enumerate(chart.labels):
        cells = [_amount(series.values[n]) for series in chart.series]
        goals = [line(goal.said if (goal := chart.goals[n]) else _NONE)] if chart.goals else []
        rows.append(Row((line(label), *cells, *goals)))
    return Table(_with_unit(chart.title, chart.unit), _columns(_YEAR.speak(language), columns), tuple(rows))


def _of_bars(chart: BarChart, language: Language) -> Table:
    rows = tuple(Row((line(bar.name), _amount(bar.value))) for bar in chart.bars)
    return Table(chart.title, _columns(_PART.speak(language), [chart.unit]), rows)


def _of_stacks(chart: StackedBarChart, language: Language) -> Table:
    rows = [Row((line(series.name), *map(_amount, series.values))) for series in chart.series]
    sums = [_sum([series.values[n] for series in chart.series]) for n in range(len(chart.labels))]
    rows.append(Row((line(_SUM.speak(language)), *map(_amount, sums)), is_sum=True))
    return Table(_with_unit(chart.title, chart.unit), _columns(_PART.speak(language), chart.labels), tuple(rows))


def _sum(values: list[Decimal | None]) -> Decimal:
    return sum((value for value in values if value is not None), Decimal(0))


def _of_tree(tree: Tree, language: Language) -> Table:
    titles = {node.key: node.title for node in tree.nodes}
    columns = tuple(Column(line(text.speak(language))) for text in (_TITLE, _LEVEL, _ABOVE))
    rows = tuple(
        Row(
            (
                _linked(node),
                line(tree.columns[node.column]),
                line(", ".join(titles[key] for key in node.parents if key in titles)),
            )
        )
        for node in tree.nodes
    )
    return Table(tree.title, columns, rows)


def _linked(node: TreeNode) -> Inlines:
    return (Link(node.target, line(node.title)),) if node.target else (Run(node.title),)


def _of_wheel(wheel: YearWheel, language: Language) -> Table:
    columns = (Column(line(_EVENT.speak(language))), Column(line(_MONTHS.speak(language))))
    rows = tuple(
        Row((line(f"{place}. {event.name}"), line(months(event, language))))
        for place, event in enumerate(wheel.events, 1)
    )
    return Table(wheel.title, columns, rows)


def _of_matrix(matrix: RiskMatrix, language: Language) -> Table:
    columns = tuple(
        Column(line(name)) for name in (_RISK.speak(language), matrix.across, matrix.upwards, _VALUE.speak(language))
    )
    rows = tuple(
        Row(
            (
                line(f"{number}. {risk.title}"),
                line(matrix.columns[risk.column]),
                line(matrix.rows[risk.row]),
                line(risk.value),
            )
        )
        for number, risk in enumerate(matrix.risks, 1)
    )
    return Table(matrix.title, columns, rows)


def _columns(first: str, names: list[str] | tuple[str, ...]) -> tuple[Column, ...]:
    return (Column(line(first)), *(Column(line(name), Align.END) for name in names))


def _amount(value: Decimal | None) -> Inlines:
    return line(_NONE if value is None else write_number(value))
