"""Charts and status drawings: what is known, expected and not measured is told apart, and never by colour alone."""

from __future__ import annotations

import re
from dataclasses import replace

from drawn import GOOD, LINE, LINES, MAP, STACK, SUMMARY, many, mapped, numbers, texts

from styrc.blocks import Status, Tone, words
from styrc.render.svg import BarChart, LineChart, PlacedRisk, RiskMatrix, Series, draw, figure
from styrc.render.svg.status_parts import in_short


def test_a_line_has_a_gap_where_nothing_was_measured() -> None:
    full = LineChart("t", "", "", LINE.labels, (Series("Utfall", numbers("1", "2", "3", "4")),))
    holed = LineChart("t", "", "", LINE.labels, (Series("Utfall", numbers("1", "2", None, "4")),))
    count = [len(re.findall('class="line-1"', draw(chart, "sv"))) for chart in (full, holed, LINE)]
    dots = [len(re.findall('<path class="line-ink-1"', draw(chart, "sv"))) for chart in (full, holed, LINE)]
    assert (count, dots) == ([1, 1, 0], [4, 3, 2])


def test_what_is_expected_is_hollow_and_dotted() -> None:
    svg = draw(LINES, "sv")
    assert re.findall(r'class="(dot-\d)"', svg) == ["dot-1", "dot-2"]
    assert re.findall(r'class="(line-\d)"[^>]*stroke-dasharray="2 5"', svg) == ["line-1", "line-2"]
    assert {"Totalt 6,4 prognos 6,2", "Kvinnor 7,2 prognos 6,9", "Män 4,6", "Mål 6"} <= set(texts(svg))


def test_lines_differ_by_dashes_and_marks_and_not_by_colour_alone() -> None:
    three = LineChart("t", "", "", ("1", "2"), tuple(Series(name, numbers("1", "2")) for name in "abc"))
    svg = draw(three, "sv")
    dashes = re.findall(r'class="line-\d"[^>]*?(?:stroke-dasharray="([^"]*)" )?stroke-linejoin', svg)
    marks = [re.sub("[^MLAZ]", "", path) for path in re.findall(r'class="line-ink-\d"[^>]* d="([^"]*)"', svg)]
    assert len(dashes) == len(set(dashes)) == 3
    assert marks[::2] == ["MAAZ", "MLLLZ", "MLLZ"]


def test_what_was_not_measured_is_said_between_what_was() -> None:
    said = texts(draw(LINES, "sv"))
    assert [text for text in said if text in {"ej mätt", "ej ", "mätt"}] == ["ej mätt"]
    assert "ej mätt" not in texts(draw(replace(LINE, series=(Series("a", numbers("1", "2", None, None)),)), "sv"))


def test_a_chart_without_values_is_a_chart() -> None:
    empty = LineChart("t", "", "procent", ("2026",), (Series("Utfall", (None,)),))
    assert "2026" in texts(draw(empty, "sv"))
    assert draw(BarChart("t", "", "tkr", ()), "sv")


def test_a_status_is_a_sign_and_a_word_and_not_a_colour_alone() -> None:
    svg = draw(MAP, "sv")
    assert {"uppnått", "ej uppnått", "delvis uppnått", "ej mätt"} == set(texts(svg)[-7:-1])
    signs = re.findall(r'class="on-tone-(\w+)"[^>]* d="([^"]*)"', svg)
    assert {(tone, re.sub("[^MLAZ]", "", path)) for tone, path in signs} == {
        ("good", "MAAZ"), ("partly", "MLLZ"), ("bad", "MLLLZ"), ("none", "MLLLZ"),
    }  # fmt: skip


def test_many_units_have_turned_names_and_short_words_with_a_legend() -> None:
    svg = draw(mapped(2, many(12, "Barn- och utbildningsnämnden")), "sv")
    assert len(re.findall(r"rotate\(-60 ", svg)) == 12
    assert {"U = uppnått", "DU = delvis uppnått", "EU = ej uppnått", "EM = ej mätt"} <= set(texts(svg))


def test_short_words_differ_as_the_words_do() -> None:
    planned = tuple(Status(word, "●", Tone.GOOD) for word in ("planerad", "pågår", "genomförd", "utgår"))
    assert list(in_short(planned).values()) == ["Pl", "På", "Ge", "Ut"]
    again = (GOOD, Status("uppnått", "■", Tone.BAD))
    assert list(in_short(again).values()) == ["U", "U"]


def test_each_part_of_a_summary_is_as_broad_as_its_share() -> None:
    svg = draw(SUMMARY, "sv")
    boxes = re.findall(r'class="tone-(\w+)"[^>]* d="M([\d.]+),[\d.]+ L([\d.]+)', svg)
    assert [(tone, round(float(end) - float(start))) for tone, start, end in boxes] == [("good", 315), ("bad", 158)]
    assert {"2 uppnått", "0 delvis uppnått", "1 ej uppnått"} <= set(texts(svg))


def test_bars_below_zero_hang_and_are_last_in_the_legend() -> None:
    assert texts(draw(STACK, "sv"))[-6:] == ["B", "Vatten", "A", "Skolor", "C", "Försäljning"]


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
