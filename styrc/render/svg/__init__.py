"""A drawing in plain values in, SVG text out, or a whole figure with the table behind it; same values, same bytes."""

from __future__ import annotations

from styrc.blocks import Figure
from styrc.render.environment import environment
from styrc.render.svg.bar_charts import bar_chart, grouped_bar_chart
from styrc.render.svg.drawings import (
    Bar,
    BarChart,
    Chart,
    Drawing,
    Event,
    Goal,
    GroupedBarChart,
    LineChart,
    PlacedRisk,
    RiskMatrix,
    Series,
    StackedBarChart,
    StatusBar,
    StatusMap,
    StatusRow,
    StatusSummary,
    Tree,
    TreeNode,
    YearWheel,
)
from styrc.render.svg.line_chart import line_chart
from styrc.render.svg.palette import PAINTS
from styrc.render.svg.risk_matrix import risk_matrix
from styrc.render.svg.shapes import Canvas, Linked, coordinate
from styrc.render.svg.split import split_map, split_tree
from styrc.render.svg.stacked_bars import stacked_bar_chart
from styrc.render.svg.status_map import status_map
from styrc.render.svg.status_summary import status_summary
from styrc.render.svg.tables import table_behind
from styrc.render.svg.tree import tree
from styrc.render.svg.year_wheel import year_wheel
from styrc.text import Language

__all__ = [
    "Bar",
    "BarChart",
    "Drawing",
    "Event",
    "Goal",
    "GroupedBarChart",
    "LineChart",
    "PlacedRisk",
    "RiskMatrix",
    "Series",
    "StackedBarChart",
    "StatusBar",
    "StatusMap",
    "StatusRow",
    "StatusSummary",
    "Tree",
    "TreeNode",
    "YearWheel",
    "draw",
    "figure",
    "split_map",
    "split_tree",
]


def figure(drawing: Drawing, language: Language) -> Figure:
    """The drawing as a block, with the table behind it."""
    return Figure(drawing.title, drawing.description, draw(drawing, language), table_behind(drawing, language))


def draw(drawing: Drawing, language: Language) -> str:
    """The drawing as SVG text that stands by itself: words are words, colours are in it, links have logical targets."""
    canvas = _canvas(drawing, language)
    template = environment().get_template("svg/drawing.svg.j2")
    return template.render(
        drawing=drawing,
        canvas=canvas,
        has_links=any(isinstance(part, Linked) for part in canvas.parts),
        paints=PAINTS,
        coordinate=coordinate,
    )


def _canvas(drawing: Drawing, language: Language) -> Canvas:
    match drawing:
        case StatusSummary():
            return status_summary(drawing)
        case StatusMap():
            return status_map(drawing, language)
        case Tree():
            return tree(drawing, language)
        case YearWheel():
            return year_wheel(drawing, language)
        case RiskMatrix():
            return risk_matrix(drawing)
        case _:
            return _chart(drawing, language)


def _chart(chart: Chart, language: Language) -> Canvas:
    match chart:
        case LineChart():
            return line_chart(chart, language)
        case BarChart():
            return bar_chart(chart)
        case GroupedBarChart():
            return grouped_bar_chart(chart)
        case StackedBarChart():
            return stacked_bar_chart(chart)
