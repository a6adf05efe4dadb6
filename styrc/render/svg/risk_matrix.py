"""A risk matrix in, its parts out: fields by likelihood and consequence, risks by number, their names below."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.render.svg.drawings import PlacedRisk, RiskMatrix
from styrc.render.svg.measure import wrapped
from styrc.render.svg.shapes import SIZE, Canvas, Part, Shape, Words, box, circle

_WIDTH = 520.0
_LEFT, _TOP = 150.0, 34.0
_HEIGHT = 72.0
_BADGE = 12.0
_GAP = 4.0


def risk_matrix(matrix: RiskMatrix) -> Canvas:
    """The matrix with the most serious field at the upper right, and below it what the numbers stand for."""
    broad = (_WIDTH - _LEFT) / len(matrix.columns)
    low = _TOP + _HEIGHT * len(matrix.rows)
    legend, height = _legend(matrix, low + 74)
    return Canvas(
        _WIDTH, height, (*_fields(matrix, broad), *_heads(matrix, broad, low), *_risks(matrix, broad), *legend)
    )


def _corner(matrix: RiskMatrix, column: int, row: int, broad: float) -> tuple[float, float]:
    return _LEFT + column * broad, _TOP + (len(matrix.rows) - 1 - row) * _HEIGHT


def _fields(matrix: RiskMatrix, broad: float) -> Iterator[Part]:
    for row, tones in enumerate(matrix.tones):
        for column, tone in enumerate(tones):
            x, y = _corner(matrix, column, row, broad)
            yield Shape(box(x + 1, y + 1, broad - 2, _HEIGHT - 2, 4), f"tone-{tone}", 1)


def _heads(matrix: RiskMatrix, broad: float, low: float) -> Iterator[Part]:
    yield Words((_LEFT, _TOP - 14), (f"{matrix.upwards} \u2191",), "quiet", "end", bold=True)
    for row, name in enumerate(matrix.rows):
        _, y = _corner(matrix, 0, row, broad)
        lines = wrapped(name, _LEFT - 16, SIZE)
        yield Words((_LEFT - 10, y + _HEIGHT / 2 + 5 - 10 * (len(lines) - 1)), lines, "ink", "end")
    for column, name in enumerate(matrix.columns):
        x, _ = _corner(matrix, column, 0, broad)
        yield Words((x + broad / 2, low + 20), wrapped(name, broad - 6, SIZE - 2), "ink", "middle", SIZE - 2)
    yield Words((_WIDTH, low + 62), (f"{matrix.across} \u2192",), "quiet", "end", bold=True)


def _risks(matrix: RiskMatrix, broad: float) -> Iterator[Part]:
    """The numbers of the risks, in rows within their field."""
    seen: dict[tuple[int, int], int] = {}
    across = max(1, int((broad - _GAP) // (2 * _BADGE + _GAP)))
    for number, risk in enumerate(matrix.risks, 1):
        place = seen[risk.column, risk.row] = seen.get((risk.column, risk.row), -1) + 1
        x, y = _corner(matrix, risk.column, risk.row, broad)
        step = 2 * _BADGE + _GAP
        centre = (x + _GAP + _BADGE + (place % across) * step, y + _GAP + _BADGE + (place // across) * step)
        yield from _badge(centre, number, matrix.tones[risk.row][risk.column])


def _badge(centre: tuple[float, float], number: int, tone: str) -> Iterator[Part]:
    yield Shape(circle(centre, _BADGE), f"tone-{tone}", 1.5)
    yield Words((centre[0], centre[1] + 5), (str(number),), f"on-tone-{tone}", "middle", SIZE - 2, bold=True)


def _legend(matrix: RiskMatrix, y: float) -> tuple[list[Part], float]:
    parts: list[Part] = []
    for number, risk in enumerate(matrix.risks, 1):
        words = Words((34, y + 17), wrapped(_named(risk), _WIDTH - 40, SIZE))
        parts += [*_badge((_BADGE + 1, y + _BADGE), number, matrix.tones[risk.row][risk.column]), words]
        y += 30 + words.leading * (len(words.lines) - 1)
    return parts, y


def _named(risk: PlacedRisk) -> str:
    return f"{risk.title} ({risk.value})"
