"""Counts by status in, a lying bar for each scale out, with sign, count and word of every status below it."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.render.svg.drawings import StatusBar, StatusSummary
from styrc.render.svg.measure import width, wrapped
from styrc.render.svg.shapes import SIZE, Canvas, Part, Shape, Words, box
from styrc.render.svg.status_parts import SIGN, entries, sign, tone

_WIDTH = 480.0
_BAR = 32.0
_LEAST = 5.0  # one among thousands is still seen
_EDGE = 0.75  # half the line round a part


def status_summary(summary: StatusSummary) -> Canvas:
    """The bars below each other."""
    parts: list[Part] = []
    y = 0.0
    for bar in summary.bars:
        if bar.name:
            name = Words((0, y + 16), wrapped(bar.name, _WIDTH, SIZE, bold=True), bold=True)
            parts.append(name)
            y += name.leading * len(name.lines) + 5
        said = [(status, f"{count} {status.word}") for status, count in bar.counts]
        legend, low = entries(said, _WIDTH, y + _BAR + 10)
        parts += [*_parts(bar, y), *legend]
        y = low + 10
    return Canvas(_WIDTH, y, tuple(parts))


def _parts(bar: StatusBar, y: float) -> Iterator[Part]:
    """Each status as broad as its share, and never unseen; an empty outline where there is nothing to count."""
    total = sum(count for _, count in bar.counts)
    shared = _WIDTH - _LEAST * sum(1 for _, count in bar.counts if count)
    if not total:
        yield Shape(box(_EDGE, y + _EDGE, _WIDTH - 2 * _EDGE, _BAR - 2 * _EDGE, 3), "axis", 1.5, "4 4")
    x = 0.0
    for status, count in bar.counts:
        if not count:
            continue
        broad = _LEAST + shared * count / total
        inner = broad - 2 * _EDGE - 2
        yield Shape(box(x + _EDGE, y + _EDGE, inner, _BAR - 2 * _EDGE), f"tone-{tone(status)}", 1.5)
        said = str(count)
        room = 2 * SIGN + 6 + width(said, SIZE, bold=True)
        if room + 8 <= inner:
            start = x + (inner - room) / 2
            yield from sign(status, (start + SIGN, y + _BAR / 2))
            place = (start + 2 * SIGN + 6, y + _BAR / 2 + 5.5)
            yield Words(place, (said,), f"on-tone-{tone(status)}", bold=True)
        x += broad
