"""The drawings: whole and well-formed, the same each time, in the plan's order, with colours that can be told apart."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise, product
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrc.blocks import words
from styrc.render.svg import (
    Bar,
    BarChart,
    Drawing,
    Event,
    Goal,
    LineChart,
    PlacedRisk,
    RiskMatrix,
    Series,
    StackedBarChart,
    Tree,
    TreeNode,
    YearWheel,
    draw,
    figure,
)
from styrc.render.svg.measure import ticks, width, wrapped
from styrc.render.svg.palette import PAINTS, PAPER
from styrc.resources import builtin

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
ALL: list[Drawing] = [LINE, BARS, STACK, TREE, WHEEL]


def texts(svg: str) -> list[str]:
    return ["".join(element.itertext()) for element in ET.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314 - our own


@pytest.mark.parametrize("drawing", ALL, ids=lambda drawing: type(drawing).__name__)
def test_a_drawing_stands_by_itself(drawing: Drawing) -> None:
    svg = draw(drawing, "sv")
    root = ET.fromstring(svg)  # noqa: S314 - our own
    assert svg == draw(drawing, "sv")
    assert root.findtext(f"{SVG}title") == drawing.title
    assert root.findtext(f"{SVG}desc") == drawing.description
    assert root.get("role") == ("group" if drawing is TREE else "img")
    assert root.get("viewBox") == f"0 0 {root.get('width')} {root.get('height')}"
    assert not re.search(r'foreignObject|<style|style=|var\(| d="[^"]*(nan|inf)', svg)


@pytest.mark.parametrize("drawing", ALL, ids=lambda drawing: type(drawing).__name__)
def test_everything_keeps_inside_the_drawing(drawing: Drawing) -> None:
    root = ET.fromstring(draw(drawing, "sv"))  # noqa: S314 - our own
    wide, high = float(root.get("width", 0)), float(root.get("height", 0))
    for element in root.iter(f"{SVG}text"):
        lines = [tspan.text or "" for tspan in element] or [element.text or ""]
        size, x = float(element.get("font-size", 0)), float(element.get("x", 0))
        room = max(width(line, size, bold=element.get("font-weight") == "700") for line in lines)
        start = x - room * {"middle": 0.5, "end": 1}.get(element.get("text-anchor", ""), 0)
        assert start >= -1, lines
        assert start + room <= wide + 1, lines
        assert 0 <= float(element.get("y", 0)) <= high
    for path in root.iter(f"{SVG}path"):
        places = re.findall(r"[MLQC ]([\d.-]+),([\d.-]+)(?= |$)", path.get("d", ""))
        assert all(-1 <= float(x) <= wide + 1 and -1 <= float(y) <= high + 1 for x, y in places)


def test_words_from_outside_stay_words() -> None:
    node = TreeNode("v", 0, HOSTILE, (), 'element:"><script>')
    for drawing in (Tree(HOSTILE, HOSTILE, (HOSTILE,), (node,)), YearWheel(HOSTILE, HOSTILE, (Event(HOSTILE, 1, 2),))):
        root = ET.fromstring(draw(drawing, "sv"))  # noqa: S314 - our own
        assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
            "svg", "title", "desc", "text", "tspan", "path", "a",
        }  # fmt: skip
        assert root.findtext(f"{SVG}title") == HOSTILE


def test_numbers_are_written_as_swedes_write_them() -> None:
    assert {"120\u00a0500", "\u221232\u00a0000"} <= set(texts(draw(BARS, "sv")))
    assert {"80,5", "82"} <= set(texts(draw(STACK, "sv")))
    assert {"84,2", "85,1"} <= set(texts(draw(LINE, "sv")))


def test_a_line_has_a_gap_where_nothing_was_measured() -> None:
    full = LineChart("t", "", "", LINE.labels, (Series("Utfall", numbers("1", "2", "3", "4")),))
    holed = LineChart("t", "", "", LINE.labels, (Series("Utfall", numbers("1", "2", None, "4")),))
    count = [len(re.findall('class="line-1"', draw(chart, "sv"))) for chart in (full, holed, LINE)]
    dots = [len(re.findall('<path class="line-ink-1"', draw(chart, "sv"))) for chart in (full, holed, LINE)]
    assert (count, dots) == ([1, 1, 0], [4, 3, 2])


def test_a_chart_without_values_is_a_chart() -> None:
    empty = LineChart("t", "", "procent", ("2026",), (Series("Utfall", (None,)),))
    assert "2026" in texts(draw(empty, "sv"))
    assert draw(BarChart("t", "", "tkr", ()), "sv")


def test_the_tree_keeps_the_plans_order() -> None:
    said = texts(draw(TREE, "sv"))
    assert said[3:] == ["Vision 2035", "Område A", "Område B", "Mål två", "Mål ett", "Mål utan område"]
    svg = draw(TREE, "sv")
    places = {text: float(y) for y, text in re.findall(r'y="([\d.]+)"[^>]*>([^<]+)</text>', svg)}
    assert places["Vision 2035"] == places["Område A"] == places["Mål ett"] < places["Mål två"] == places["Område B"]
    assert svg.count("stroke-dasharray") == 1
    assert re.findall('<a href="([^"]*)"', svg) == ["element:2", "element:1"]


def test_a_ring_of_parents_loses_nobody() -> None:
    ring = Tree("t", "", ("a", "b"), (TreeNode("x", 0, "Ett", ("y",)), TreeNode("y", 1, "Två", ("x",))))
    assert set(texts(draw(ring, "sv"))) == {"a", "b", "Ett", "Två"}


def test_events_at_the_same_time_lie_in_different_rings() -> None:
    same = YearWheel("t", "", (Event("a", 11, 1), Event("b", 12, 12), Event("c", 2, 10)))
    starts = re.findall(r'class="area-[2-6]"[^>]* d="M([\d.]+),([\d.]+) A([\d.]+)', draw(same, "sv"))[:3]
    radii = [float(radius) for _, _, radius in starts]
    assert radii[0] > radii[1]
    assert radii[2] == radii[0]


def test_the_table_behind_has_the_same_numbers() -> None:
    table = figure(LINE, "sv").table
    assert table is not None
    assert table.caption == "Behöriga elever (procent)"
    assert [[words(cell) for cell in row.cells] for row in table.rows] == [
        ["2023", "84,2", "–"], ["2024", "–", "–"], ["2025", "85,1", "87"], ["2026", "–", "minst 90"],
    ]  # fmt: skip
    stacked = figure(STACK, "sv").table
    assert stacked is not None
    assert [words(cell) for cell in stacked.rows[-1].cells] == ["Summa", "152,5", "8,5"]
    assert [len(drawn.rows) for one in (BARS, TREE, WHEEL) if (drawn := figure(one, "sv").table)] == [2, 6, 3]


def test_a_value_without_a_label_is_refused() -> None:
    with pytest.raises(ValueError, match="1 values in 'Utfall', 2 labels"):
        LineChart("t", "", "", ("2025", "2026"), (Series("Utfall", (None,)),))
    with pytest.raises(ValueError, match="goals"):
        LineChart("t", "", "", ("2025",), (Series("Utfall", (None,)),), (None, None))


@given(st.lists(st.decimals(-(10**9), 10**9, places=1), min_size=1, max_size=8))
def test_ticks_are_even_and_reach_round_all_values(values: list[Decimal]) -> None:
    steps = ticks(values)
    assert steps[0] <= min(values) <= max(values) <= steps[-1]
    assert len({right - left for left, right in pairwise(steps)}) == 1
    assert 2 <= len(steps) <= 9


@given(st.text(st.characters(codec="utf-8", categories=["L", "N", "P"]), max_size=60), st.integers(20, 300))
def test_wrapped_words_fit_and_are_all_there(text: str, room: int) -> None:
    lines = wrapped(text, room, 14)
    assert all(width(line, 14) <= room or len(line) <= 2 for line in lines)
    assert re.sub("[- ]", "", "".join(lines)) == re.sub("[- ]", "", text)


# ---- colours -------------------------------------------------------------------------------------------------------

CSS = Path(builtin("templates") / "site.css").read_text(encoding="utf-8")
DARK_PAPER = "#12181d"


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def paints(scheme: str) -> dict[str, dict[str, str]]:
    light = {name: {"fill": paint.fill, "stroke": paint.stroke} for name, paint in PAINTS.items()}
    if scheme == "light":
        return light
    dark: dict[str, dict[str, str]] = {name: {} for name in light}
    for names, rules in re.findall(r"^  ((?:\.chart \.[\w-]+(?:, )?)+) \{ ([^}]*) \}", CSS, re.MULTILINE):
        for name in re.findall(r"\.chart \.([\w-]+)", names):
            dark[name] |= dict(re.findall(r"(fill|stroke): (#\w{6})", rules))
    return dark


def test_the_dark_screen_recolours_every_paint() -> None:
    dark = paints("dark")
    for name, paint in paints("light").items():
        assert dark[name].keys() == {part for part, colour in paint.items() if colour != "none"}, name


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_and_areas_in_drawings_have_contrast(scheme: str) -> None:
    paint, paper = paints(scheme), PAPER if scheme == "light" else DARK_PAPER
    for name in PAINTS:
        if name in {"ink", "quiet", "goal-ink"} or name.startswith("line-ink"):
            assert contrast(paint[name]["fill"], paper) >= 4.5, name
        elif name.startswith("on-"):
            ground = name.removeprefix("on-") if "level" in name or "tone" in name else name.replace("on-", "area-")
            assert contrast(paint[name]["fill"], paint[ground]["fill"]) >= 4.5, name
        elif name.startswith("area-"):
            assert contrast(paint[name]["fill"], paper) >= 3, name
        elif name != "grid":  # lines of the grid only help the eye
            assert contrast(paint[name]["stroke"], paper) >= 3, name


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_sites_words_have_contrast(scheme: str) -> None:
    root = re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)[0 if scheme == "light" else 1]
    colours = dict(re.findall(r"--([\w-]+): (#\w{6});", root))
    for words_, paper in product(("ink", "quiet", "accent"), ("paper", "wash", "head")):
        assert contrast(colours[words_], colours[paper]) >= 4.5, (words_, paper)
    for tone in ("good", "caution", "bad", "neutral", "info"):
        for words_, paper in (
            (tone, f"{tone}-wash"),
            (tone, "paper"),
            ("ink", f"{tone}-wash"),
            ("accent", f"{tone}-wash"),
        ):
            assert contrast(colours[words_], colours[paper]) >= 4.5, (words_, paper)


def test_risks_stand_in_their_field_and_below_with_their_name() -> None:
    risks = (
        PlacedRisk("Skolan hittar inga lärare", 2, 1, "6, medel"),
        PlacedRisk("Brand i fullmäktiges sal", 0, 2, "3, låg"),
    )
    tones = (("good", "good", "partly"), ("good", "partly", "partly"), ("partly", "bad", "bad"))
    matrix = RiskMatrix(
        "Riskmatris", "Två risker.", "Sannolikhet", "Konsekvens", ("a", "b", "c"), ("x", "y", "z"), tones, risks
    )
    svg = draw(matrix, "sv")
    assert [svg.count(f'class="tone-{tone}"') for tone in ("good", "partly", "bad")] == [3, 4 + 4, 2]
    assert "Skolan hittar inga lärare (6, medel)" in svg
    behind = figure(matrix, "sv").table
    assert behind is not None
    assert [[words(cell) for cell in row.cells] for row in behind.rows] == [
        ["1. Skolan hittar inga lärare", "c", "y", "6, medel"],
        ["2. Brand i fullmäktiges sal", "a", "z", "3, låg"],
    ]
