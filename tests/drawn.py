"""Drawings to be tried, from the plainest to the wildest, and what is read out of their SVG and tables."""

from __future__ import annotations

import math
import re
from decimal import Decimal
from itertools import product
from xml.etree import ElementTree as ET

from styrc.blocks import Status, Tone, words
from styrc.render.svg import (
    Bar,
    BarChart,
    Drawing,
    Event,
    Goal,
    GroupedBarChart,
    LineChart,
    Series,
    StackedBarChart,
    StatusBar,
    StatusMap,
    StatusRow,
    StatusSummary,
    Tree,
    TreeNode,
    YearWheel,
    figure,
)
from styrc.render.svg.measure import width

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = 'A "quoted" <script>alert(1)</script> & </svg>'


def numbers(*values: str | None) -> tuple[Decimal | None, ...]:
    return tuple(None if value is None else Decimal(value) for value in values)


LINE = LineChart(
    "Behöriga elever", "Från 84,2 till 85,1 procent.", "procent", ("2023", "2024", "2025", "2026"),
    (Series("Utfall", numbers("84.2", None, "85.1", None)),),
    (None, None, Goal(Decimal(87)), Goal(Decimal(90), words="minst 90")),
)  # fmt: skip
BARS = BarChart(
    "Budget", "Per nämnd.", "tkr", (Bar("Kommunstyrelsen", Decimal(120500)), Bar("Finans", Decimal(-32000)))
)
STACK = StackedBarChart("Investeringar", "", "mnkr", ("2026", "2027"), (Series("Skolor", numbers("80.5", "12.5")),
    Series("Vatten", numbers("82", None)), Series("Försäljning", numbers("-10", "-4"))))  # fmt: skip
TREE = Tree(
    "Röda tråden", "Vision, områden och mål.", ("Vision", "Område", "Mål"),
    (TreeNode("v", 0, "Vision 2035"), TreeNode("a", 1, "Område A", ("v",)), TreeNode("b", 1, "Område B", ("v",)),
     TreeNode("2", 2, "Mål två", ("b", "a"), "element:2"), TreeNode("1", 2, "Mål ett", ("a",), "element:1"),
     TreeNode("lös", 2, "Mål utan område", ("okänd",))),
)  # fmt: skip
WHEEL = YearWheel("Årshjul", "", (Event("Bokslut", 1, 3), Event("Budget", 6, 6), Event("Riskanalys", 11, 1)))
GOOD, PARTLY = Status("uppnått", "●", Tone.GOOD), Status("delvis uppnått", "▲", Tone.CAUTION)
BAD, UNMEASURED = Status("ej uppnått", "■", Tone.BAD), Status("ej mätt", "–", Tone.NEUTRAL)
SCALE = (GOOD, PARTLY, BAD, UNMEASURED)
LINES = LineChart(
    "Sjukfrånvaro", "Tre linjer.", "procent", ("jan 2026", "feb 2026", "mar 2026", "apr 2026"),
    (Series("Totalt", numbers("6.1", None, "6.4", None), numbers(None, None, None, "6.2")),
     Series("Kvinnor", numbers("7", None, "7.2", None), numbers(None, None, None, "6.9")),
     Series("Män", numbers("4.4", None, "4.6", None))),
    (Goal(Decimal(6)),) * 4,
)  # fmt: skip
GROUPS = GroupedBarChart("Budgetuppföljning", "Två nämnder.", "tkr", ("Barn- och utbildningsnämnden", "Finans"),
    (Series("Budget", numbers("-812000", "1730000")), Series("Utfall", numbers("-540000", None))))  # fmt: skip
SUMMARY = StatusSummary("Så går det", "Tre mål.", (StatusBar("Mål", ((GOOD, 2), (PARTLY, 0), (BAD, 1))),))
MAP = StatusMap("Statuskarta", "Två mål.", "Mål", ("Kommunstyrelsen", "Socialnämnden"), SCALE,
    (StatusRow("Trygga äldre", (GOOD, None), "element:t"), StatusRow("Ekonomi i balans", (BAD, PARTLY))))  # fmt: skip
ALL: list[Drawing] = [LINE, BARS, STACK, TREE, WHEEL, LINES, GROUPS, SUMMARY, MAP]

LONG = "Samhällsbyggnadsförvaltningens" * 4
HUGE, TINY = Decimal(10**15), Decimal("0.001")


def many(count: int, name: str = "Räddningstjänst") -> tuple[str, ...]:
    return tuple(f"{name} {place}" for place in range(count))


def mapped(rows: int, units: tuple[str, ...], scale: tuple[Status, ...] = SCALE) -> StatusMap:
    cells = [tuple(scale[(row + n) % len(scale)] if (row + n) % 5 else None for n in range(len(units)))
             for row in range(rows)]  # fmt: skip
    return StatusMap(
        "t", "", LONG, units, scale, tuple(StatusRow(f"Mål {n} {LONG}", one) for n, one in enumerate(cells))
    )


EXTREMES: dict[str, Drawing] = {
    "no labels": LineChart("t", "", "", (), (Series("a", ()),)),
    "one label, long words": LineChart(LONG, "", LONG, (LONG,), (Series(LONG, (HUGE,)), Series("b", (TINY,))),
        (Goal(-HUGE, words=LONG),)),
    "many labels": LineChart("t", "", "", many(60), (Series("a", (Decimal(-1), None) * 30, (None, HUGE) * 30),)),
    "only a forecast": LineChart("t", "", "", ("1", "2"), (Series("a", (None, None), (None, Decimal(3))),)),
    "equal values": LineChart("t", "", "", ("1", "2"), (Series("a", (Decimal(0), Decimal(0))),)),
    "no groups": GroupedBarChart("t", "", "", (), ()),
    "huge groups": GroupedBarChart("t", "", LONG, (LONG, "b"),
        (Series(LONG, (HUGE, -HUGE)), Series("b", (TINY, None)))),
    "nothing but zero": GroupedBarChart("t", "", "", ("a",), (Series("b", (Decimal(0),)),)),
    "no stack": StackedBarChart("t", "", "", (), ()),
    "thirty parts": StackedBarChart("t", "", LONG, many(12),
        tuple(Series(LONG, (HUGE, -HUGE, TINY) * 4) for _ in range(30))),
    "no bars": StatusSummary("t", "", ()),
    "nothing to count": StatusSummary("t", "", (StatusBar("", ()), StatusBar(LONG, ((GOOD, 0),)))),
    "one among thousands": StatusSummary("t", "", (StatusBar("m", tuple((one, 9999) for one in SCALE)),
        StatusBar("m", ((GOOD, 9999), (BAD, 1), (Status(LONG, "?", Tone.INFO), 1))))),
    "empty map": StatusMap("t", "", "Mål", (), (), ()),
    "map of one": mapped(1, ("a",)),
    "map of forty by twelve": mapped(40, many(12, "Barn- och utbildningsnämnden")),
    "map with long words": mapped(3, (LONG, LONG + " " + LONG, "b"), (Status(LONG, "●", Tone.GOOD), *SCALE)),
    "no events": YearWheel("t", "", ()),
    "twenty in one month": YearWheel("t", "", tuple(Event(LONG, 12, 12) for _ in range(20))),
    "twelve all year": YearWheel("t", "", tuple(Event("e", 1, 12) for _ in range(12))),
    "tree of nothing": Tree("t", "", (), ()),
    "tree of seven columns": Tree("t", "", many(7), tuple(TreeNode(f"{n}", n, LONG, (f"{n - 1}",)) for n in range(7))),
}  # fmt: skip
DRAWN = {**{type(one).__name__ + one.title: one for one in ALL}, **EXTREMES}


def texts(svg: str) -> list[str]:
    return ["".join(element.itertext()) for element in ET.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314 - our own


def rows(drawing: Drawing) -> list[list[str]]:
    table = figure(drawing, "sv").table
    assert table is not None
    heads = [words(column.inlines) for column in table.columns]
    return [heads, *([words(cell) for cell in row.cells] for row in table.rows)]


def spread(text: ET.Element) -> list[tuple[float, float]]:
    """The corners that the words reach, turned as they are."""
    lines = [(tspan.text or "").removesuffix(" ") for tspan in text] or [text.text or ""]
    size, x, y = (float(text.get(name, 0)) for name in ("font-size", "x", "y"))
    room = max(width(line, size, bold=text.get("font-weight") == "700") for line in lines)
    left = x - room * {"middle": 0.5, "end": 1}.get(text.get("text-anchor", ""), 0)
    turn = math.radians(float(re.findall(r"rotate\(([\d.-]+)", text.get("transform", "rotate(0"))[0]))
    low = y + (len(lines) - 1) * size * 1.25
    return [
        (x + (one - x) * math.cos(turn) - (other - y) * math.sin(turn),
         y + (one - x) * math.sin(turn) + (other - y) * math.cos(turn))
        for one, other in product((left, left + room), (y - size * 0.75, low))
    ]  # fmt: skip
