"""A status in, how drawings show it out: the paint of its tone, its sign as a shape, its word in short."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from styrc.blocks import Status, Tone
from styrc.render.svg.measure import width, wrapped
from styrc.render.svg.shapes import SIZE, Part, Point, Shape, Words, box, circle, triangle

SIGN = 6.0
"""Half the breadth of a sign."""

_TONES = {Tone.GOOD: "good", Tone.CAUTION: "partly", Tone.BAD: "bad"}
_AFTER = 12.0  # from the middle of a sign to its words
_APART = 22.0  # from the words to the next sign
_ROW = 28.0


def tone(status: Status) -> str:
    """The tone of a status as the palette calls it."""
    return _TONES.get(status.tone, "none")


def sign(status: Status, centre: Point) -> Iterator[Shape]:
    """The sign as a shape, since a font may lack it; a status without a sign is told by its word and tone."""
    x, y = centre
    shapes = {
        "\u25cf": circle(centre, SIGN),
        "\u25b2": triangle((x, y + 1), 1.25),
        "\u25a0": box(x - 5.5, y - 5.5, 11, 11),
        "\u2013": box(x - SIGN, y - 1.5, 2 * SIGN, 3),
    }
    if status.sign in shapes:
        yield Shape(shapes[status.sign], f"on-tone-{tone(status)}", 0)


def in_short(scale: Sequence[Status]) -> dict[Status, str]:
    """Each status by the first letters of its words, as many as tell the words apart: `DU` for `delvis uppnått`."""
    longest = max((len(status.word) for status in scale), default=0)
    for letters in range(1, longest + 1):
        short = {status: _initials(status.word, letters) for status in scale}
        if len(set(short.values())) == len({status.word for status in scale}):
            return short
    return {status: status.word for status in scale}


def _initials(word: str, letters: int) -> str:
    return "".join(part[:letters].capitalize() for part in word.split())


def entries(said: Sequence[tuple[Status, str]], room: float, top: float) -> tuple[list[Part], float]:
    """Signs with words beside them, on one row if they have room, else in even columns; and where they end."""
    longs = [SIGN + _AFTER + width(text, SIZE) + _APART for _, text in said]
    starts = [sum(longs[:place]) for place in range(len(said))]
    across = max(len(said), 1)
    if sum(longs) - _APART > room:
        most = max(int((room + _APART) // max(longs)), 1)
        across = -(-len(said) // -(-len(said) // most))
        starts = [room / across * (place % across) for place in range(len(said))]
    parts: list[Part] = []
    y, low = top, top
    for place, (status, text) in enumerate(said):
        y = low if place % across == 0 else y
        words = Words((starts[place] + SIGN + _AFTER, y + 16), wrapped(text, room - SIGN - _AFTER, SIZE))
        parts += [*sign(status, (starts[place] + SIGN, y + 10.5)), words]
        low = max(low, y + _ROW + words.leading * (len(words.lines) - 1))
    return parts, low
