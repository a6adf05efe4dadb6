"""The colours of drawings and site: enough contrast, on paper and on a dark screen, by arithmetic."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

from styrc.render.svg.palette import PAINTS, PAPER
from styrc.resources import builtin

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
            assert not name.startswith("on-tone") or contrast(paint[name]["fill"], paper) >= 4.5, (
                name
            )  # signs in legends
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
