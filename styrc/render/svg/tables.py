"""A drawing in, the table behind it out: the same content for those who do not see the drawing."""

from __future__ import annotations

from decimal import Decimal

from styrc.blocks import Align, Column, Inlines, Link, Row, Run, Status, Table, line
from styrc.quantity import write_number
from styrc.render.svg.drawings import (
    BarChart,
    Chart,
    Drawing,
    GroupedBarChart,
    LineChart,
    RiskMatrix,
    Series,
    StackedBarChart,
    StatusMap,
    StatusSummary,
    Tree,
    YearWheel,
)
from styrc.render.svg.status_map import note
from styrc.render.svg.year_wheel import months
from styrc.text import Language, Text

_NONE = "\u2013"
_YEAR = Text("År", "Year")
_PERIOD = Text("Period", "Period")
_FORECAST = Text("{value} (prognos)", "{value} (forecast)")
_BOTH = Text("{value} (prognos {forecast})", "{value} (forecast {forecast})")
_STATUS = Text("Status", "Status")
_COUNT = Text("Antal", "Number")
_ALL = Text("Alla", "All")
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
        case StatusSummary():
            return _of_summary(drawing, language)
        case StatusMap():
            return _of_map(drawing, language)
        case Tree():
            return _of_tree(drawing, language)
        case YearWheel():
            return _of_wheel(drawing, language)
        case RiskMatrix():
            return _of_matrix(drawing, language)
        case _:
            return _of_chart(drawing, language)


def _of_chart(chart: Chart, language: Language) -> Table:
    match chart:
        case LineChart():
            return _of_lines(chart, language)
        case BarChart():
            return _of_bars(chart, language)
        case GroupedBarChart():
            return _of_groups(chart, language)
        case StackedBarChart():
            return _of_stacks(chart, language)


def _with_unit(title: str, unit: str) -> str:
    return f"{title} ({unit})" if unit else title


def _of_lines(chart: LineChart, language: Language) -> Table:
    names = [series.name for series in chart.series]
    columns = [*names, _GOAL.speak(language)] if chart.goals else names
    rows = []
    for n, label in enumerate(chart.labels):
        cells = [_with_forecast(series, n, language) for series in chart.series]
        goals = [line(goal.said if (goal := chart.goals[n]) else _NONE)] if chart.goals else []
        rows.append(Row((line(label), *cells, *goals)))
    first = _YEAR if all(len(label) == len("2026") and label.isdecimal() for label in chart.labels) else _PERIOD
    return Table(_with_unit(chart.title, chart.unit), _columns(first.speak(language), columns), tuple(rows))


def _with_forecast(series: Series, place: int, language: Language) -> Inlines:
    value, forecast = series.values[place], series.forecast[place] if series.forecast else None
    if forecast is None:
        return _amount(value)
    said = {"value": write_number(forecast if value is None else value), "forecast": write_number(forecast)}
    return line((_FORECAST if value is None else _BOTH).speak(language, said))


def _of_bars(chart: BarChart, language: Language) -> Table:
    rows = tuple(Row((line(bar.name), _amount(bar.value))) for bar in chart.bars)
    return Table(chart.title, _columns(_PART.speak(language), [chart.unit]), rows)


def _of_groups(chart: GroupedBarChart, language: Language) -> Table:
    rows = tuple(
        Row((line(label), *(_amount(series.values[n]) for series in chart.series)))
        for n, label in enumerate(chart.labels)
    )
    names = [series.name for series in chart.series]
    return Table(_with_unit(chart.title, chart.unit), _columns(_PART.speak(language), names), rows)


def _of_stacks(chart: StackedBarChart, language: Language) -> Table:
    rows = [Row((line(series.name), *map(_amount, series.values))) for series in chart.series]
    sums = [_sum([series.values[n] for series in chart.series]) for n in range(len(chart.labels))]
    rows.append(Row((line(_SUM.speak(language)), *map(_amount, sums)), is_sum=True))
    return Table(_with_unit(chart.title, chart.unit), _columns(_PART.speak(language), chart.labels), tuple(rows))


def _sum(values: list[Decimal | None]) -> Decimal:
    return sum((value for value in values if value is not None), Decimal(0))


def _of_summary(summary: StatusSummary, language: Language) -> Table:
    """Statuses in rows; a column for each bar."""
    statuses = dict.fromkeys(status for bar in summary.bars for status, _ in bar.counts)
    counts = [dict(bar.counts) for bar in summary.bars]
    rows = tuple(
        Row((line(status), *(line(str(bar[status]) if status in bar else _NONE) for bar in counts)))
        for status in statuses
    )
    names = [bar.name or _COUNT.speak(language) for bar in summary.bars]
    sums = Row((line(_ALL.speak(language)), *(line(str(sum(bar.values()))) for bar in counts)), is_sum=True)
    return Table(summary.title, _columns(_STATUS.speak(language), names), (*rows, sums))


def _of_map(drawing: StatusMap, language: Language) -> Table:
    columns = (Column(line(drawing.goals)), *(Column(line(name)) for name in drawing.units))
    rows = tuple(Row((_titled(row.title, row.target), *map(_status, row.cells))) for row in drawing.rows)
    has_empty = any(cell is None for row in drawing.rows for cell in row.cells)
    return Table(drawing.title, columns, rows, note=line(note(language)) if has_empty else ())


def _status(status: Status | None) -> Inlines:
    return () if status is None else line(status)


def _of_tree(tree: Tree, language: Language) -> Table:
    titles = {node.key: node.title for node in tree.nodes}
    columns = tuple(Column(line(text.speak(language))) for text in (_TITLE, _LEVEL, _ABOVE))
    rows = tuple(
        Row(
            (
                _titled(node.title, node.target),
                line(tree.columns[node.column]),
                line(", ".join((*(titles[key] for key in node.parents if key in titles), *node.elsewhere))),
            )
        )
        for node in tree.nodes
    )
    return Table(tree.title, columns, rows)


def _titled(title: str, target: str) -> Inlines:
    return (Link(target, line(title)),) if target else (Run(title),)


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
