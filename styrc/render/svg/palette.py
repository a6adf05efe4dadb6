"""The colours of the drawings, by name: what stands in the drawing itself, for paper and Word.

The same names are classes in `site.css`, which recolours them on a dark screen. A test checks every contrast.
"""

from __future__ import annotations

from dataclasses import dataclass

PAPER = "#ffffff"


@dataclass(frozen=True, slots=True)
class Paint:
    """How one part of a drawing is filled and drawn round."""

    fill: str = "none"
    stroke: str = "none"


_AREAS = (
    ("#00527a", "#ffffff"),
    ("#3f7020", "#ffffff"),
    ("#c77700", "#1b1b1b"),
    ("#8a3b6f", "#ffffff"),
    ("#7390a2", "#1b1b1b"),
    ("#5b4a9c", "#ffffff"),
)
"""Areas beside each other, and the colour of words on them."""

_LINES = ("#00527a", "#8a3b6f", "#3f7020", "#4a5560", "#5b4a9c")

_LEVELS = (
    ("#00527a", "#00527a", "#ffffff"),
    ("#d9e8f0", "#00527a", "#0b2a3a"),
    ("#eaf1e4", "#3f7020", "#1f2d12"),
    ("#ffffff", "#6b7680", "#1b1b1b"),
)
"""The columns of a tree: area, edge, words."""

_TONES = {
    "good": ("#e3f2e4", "#14532d"),
    "partly": ("#fff3cd", "#5c4300"),
    "bad": ("#fbe4e1", "#7a1710"),
    "none": ("#eef1f3", "#3a434b"),
}
"""The fields of a matrix: area, and the edge and words on it."""

AREAS, LINES, LEVELS = len(_AREAS), len(_LINES), len(_LEVELS)

PAINTS = {
    "ink": Paint(fill="#1b1b1b"),
    "quiet": Paint(fill="#4a5560"),
    "grid": Paint(stroke="#d5d9de"),
    "axis": Paint(stroke="#6b7680"),
    "edge": Paint(stroke="#7d8b96"),
    "goal": Paint(stroke="#8a3b00"),
    "goal-dot": Paint(fill=PAPER, stroke="#8a3b00"),
    "goal-ink": Paint(fill="#8a3b00"),
    **{f"area-{number}": Paint(fill, PAPER) for number, (fill, _) in enumerate(_AREAS, 1)},
    **{f"on-{number}": Paint(fill=ink) for number, (_, ink) in enumerate(_AREAS, 1)},
    **{f"line-{number}": Paint(stroke=colour) for number, colour in enumerate(_LINES, 1)},
    **{f"dot-{number}": Paint(PAPER, colour) for number, colour in enumerate(_LINES, 1)},
    **{f"line-ink-{number}": Paint(fill=colour) for number, colour in enumerate(_LINES, 1)},
    **{f"level-{number}": Paint(fill, stroke) for number, (fill, stroke, _) in enumerate(_LEVELS, 1)},
    **{f"tone-{name}": Paint(fill, ink) for name, (fill, ink) in _TONES.items()},
    **{f"on-tone-{name}": Paint(fill=ink) for name, (_, ink) in _TONES.items()},
    **{f"on-level-{number}": Paint(fill=ink) for number, (_, _, ink) in enumerate(_LEVELS, 1)},
}


def nth(name: str, position: int, count: int) -> str:
    """The name of a paint in a row of `count`, from the first again after the last."""
    return f"{name}-{position % count + 1}"
