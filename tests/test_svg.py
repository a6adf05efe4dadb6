"""The drawings: whole and well-formed, the same each time, inside their edges, with the same content as a table."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from decimal import Decimal
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from drawn import (
    ALL,
    BARS,
    DRAWN,
    GOOD,
    GROUPS,
    HOSTILE,
    LINE,
    LINES,
    MAP,
    SCALE,
    STACK,
    SUMMARY,
    SVG,
    TREE,
    WHEEL,
    numbers,
    rows,
    spread,
    texts,
)
from hypothesis import given
from hypothesis import strategies as st

from styrc.blocks import Tone, words
from styrc.render.svg import (
    Drawing,
    GroupedBarChart,
    LineChart,
    Series,
    StatusBar,
    StatusMap,
    StatusRow,
    TreeNode,
    draw,
    figure,
)
from styrc.render.svg.measure import ticks, width, wrapped


@pytest.mark.parametrize("drawing", ALL, ids=lambda drawing: type(drawing).__name__)
def test_a_drawing_stands_by_itself(drawing: Drawing) -> None:
    svg = draw(drawing, "sv")
    root = ET.fromstring(svg)  # noqa: S314 - our own
    assert svg == draw(drawing, "sv")
    assert root.findtext(f"{SVG}title") == drawing.title
    assert root.findtext(f"{SVG}desc") == drawing.description
    assert root.get("role") == ("group" if drawing in (TREE, MAP) else "img")
    assert root.get("viewBox") == f"0 0 {root.get('width')} {root.get('height')}"
    assert not re.search(r'foreignObject|<style|style=|var\(| d="[^"]*(nan|inf)', svg)


@pytest.mark.parametrize("drawing", DRAWN.values(), ids=DRAWN)
def test_everything_keeps_inside_the_drawing(drawing: Drawing) -> None:
    svg = draw(drawing, "sv")
    assert not re.search(r"\b(nan|inf)\b", svg)
    root = ET.fromstring(svg)  # noqa: S314 - our own
    wide, high = float(root.get("width", 0)), float(root.get("height", 0))
    for element in root.iter(f"{SVG}text"):
        for x, y in spread(element):
            assert -1 <= x <= wide + 1, (element.attrib, "".join(element.itertext()))
            assert -1 <= y <= high + 1, (element.attrib, "".join(element.itertext()))
    for path in root.iter(f"{SVG}path"):
        places = re.findall(r"[MLQC ]([\d.-]+),([\d.-]+)(?= |$)", path.get("d", ""))
        assert all(-1 <= float(x) <= wide + 1 and -1 <= float(y) <= high + 1 for x, y in places)


@pytest.mark.parametrize("drawing", DRAWN.values(), ids=DRAWN)
def test_every_drawing_has_a_table_with_its_title(drawing: Drawing) -> None:
    table = figure(drawing, "en").table
    assert table is not None
    assert table.caption.startswith(drawing.title)


def hostile(value: Any) -> Any:  # noqa: ANN401 - whatever drawings are made of
    """The same value with every word in it replaced."""
    match value:
        case str():
            return HOSTILE
        case tuple():
            return tuple(map(hostile, value))
        case TreeNode():
            return replace(value, title=HOSTILE, target='element:"><script>', elsewhere=(HOSTILE,))
        case Decimal() | int() | None | Tone():
            return value
    kept = {"sign", "tone"}
    return replace(value, **{
        one.name: hostile(getattr(value, one.name)) for one in fields(value) if one.name not in kept
    })  # fmt: skip


@pytest.mark.parametrize("drawing", ALL, ids=lambda drawing: type(drawing).__name__)
def test_words_from_outside_stay_words(drawing: Drawing) -> None:
    root = ET.fromstring(draw(hostile(drawing), "sv"))  # noqa: S314 - our own
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        "svg", "title", "desc", "text", "tspan", "path", "a",
    }  # fmt: skip
    assert root.findtext(f"{SVG}title") == HOSTILE


def test_numbers_are_written_as_swedes_write_them() -> None:
    assert {"120\u00a0500", "\u221232\u00a0000"} <= set(texts(draw(BARS, "sv")))
    assert {"80,5", "82"} <= set(texts(draw(STACK, "sv")))
    assert {"84,2", "85,1"} <= set(texts(draw(LINE, "sv")))


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


def test_the_tables_behind_the_drawings_of_follow_up() -> None:
    assert rows(LINES)[0] == ["Period", "Totalt", "Kvinnor", "Män", "Mål"]
    assert rows(LINES)[-1] == ["apr 2026", "6,2 (prognos)", "6,9 (prognos)", "–", "6"]
    both = LineChart("t", "", "", ("2026",), (Series("Utfall", numbers("1"), numbers("2.5")),))
    assert rows(both) == [["År", "Utfall"], ["2026", "1 (prognos 2,5)"]]
    assert rows(GROUPS)[1:] == [
        ["Barn- och utbildningsnämnden", "−812\u00a0000", "−540\u00a0000"], ["Finans", "1\u00a0730\u00a0000", "–"],
    ]  # fmt: skip
    assert rows(SUMMARY) == [
        ["Status", "Mål"], ["uppnått", "2"], ["delvis uppnått", "0"], ["ej uppnått", "1"], ["Alla", "3"],
    ]  # fmt: skip
    assert rows(MAP) == [
        ["Mål", "Kommunstyrelsen", "Socialnämnden"],
        ["Trygga äldre", "uppnått", ""],
        ["Ekonomi i balans", "ej uppnått", "delvis uppnått"],
    ]
    assert "Tom ruta" in words(table.note if (table := figure(MAP, "sv").table) else ())


def test_a_value_without_a_label_is_refused() -> None:
    with pytest.raises(ValueError, match="1 values in 'Utfall', 2 labels"):
        LineChart("t", "", "", ("2025", "2026"), (Series("Utfall", (None,)),))
    with pytest.raises(ValueError, match="goals"):
        LineChart("t", "", "", ("2025",), (Series("Utfall", (None,)),), (None, None))


def test_counts_and_cells_that_cannot_be_are_refused() -> None:
    with pytest.raises(ValueError, match="below zero"):
        StatusBar("Mål", ((GOOD, -1),))
    with pytest.raises(ValueError, match="1 statuses in 'Mål'"):
        StatusMap("t", "", "", ("a", "b"), SCALE, (StatusRow("Mål", (GOOD,)),))
    with pytest.raises(ValueError, match="1 values in 'b', 2 labels"):
        GroupedBarChart("t", "", "", ("a", "b"), (Series("b", (None,)),))
    with pytest.raises(ValueError, match="1 values in 'b', 2 labels"):
        LineChart("t", "", "", ("a", "b"), (Series("b", (None, None), (None,)),))


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
