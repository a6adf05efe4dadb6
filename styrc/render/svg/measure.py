"""How much room words take, and the even steps of an axis: text and numbers in, lengths and steps out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

_NARROW = frozenset("iljtfrI.,:;|!'()[] \u00a0")
_BROAD = frozenset("mwMW@%—")
_VOWELS = (*"aeiouyåäöéAEIOUYÅÄÖÉ",)
_BOLD = 1.12  # how much wider bold words are
_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide the words are at most, near enough, in any of the fonts that may be at hand."""
    return sum(_share(sign) for sign in text) * size * (_BOLD if bold else 1)


def _share(sign: str) -> float:
    if sign in _NARROW:
        return 0.4
    if sign in _BROAD:
        return 0.95
    return 0.7 if sign.isupper() or sign.isdigit() else 0.62


def wrapped(text: str, room: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """The words on as few lines as fit the room; a word that is longer than the room is broken."""
    room = room / _BOLD if bold else room
    lines = [""]
    for word in text.split(" "):  # a no-break space holds a number together
        for piece in _pieces(word, room, size):
            if lines[-1] and width(f"{lines[-1]} {piece}", size) > room:
                lines.append(piece)
            else:
                lines[-1] = f"{lines[-1]} {piece}".strip()
    return tuple(lines)


def whole_words(text: str, room: float, size: float, *, bold: bool = False) -> bool:
    """Whether no word has to be broken to fit the room."""
    return all(width(word, size, bold=bold) <= room for word in text.split(" "))


def _pieces(word: str, room: float, size: float) -> Iterator[str]:
    while len(word) > 1 and width(word, size) > room:
        fits = max((end for end in range(1, len(word)) if width(f"{word[:end]}-", size) <= room), default=1)
        cut = _cut(word, fits)
        yield word[:cut] if word[cut - 1] == "-" else f"{word[:cut]}-"
        word = word[cut:]
    yield word


def _cut(word: str, fits: int) -> int:
    """Where a word is parted: at its own hyphen, else before a consonant and a vowel, else where it must."""
    hyphen = word.rfind("-", 0, fits) + 1
    syllables = (
        place
        for place in range(min(fits, len(word) - 2), fits // 2, -1)
        if word[place] not in _VOWELS and word[place + 1] in _VOWELS
    )
    return hyphen or next(syllables, fits)


def ticks(values: Iterable[Decimal], steps: int = 5) -> tuple[Decimal, ...]:
    """Even numbers, with decimals alike, from at or below the least value to at or above the greatest."""
    numbers = list(values) or [Decimal(0)]
    low, high = min(numbers), max(numbers)
    if low == high:
        room = abs(high) / 10 or Decimal(1)
        low, high = ((max(low - room, Decimal(0)) if low >= 0 else low - room), high + room)
    step = _step((high - low) / steps)
    first = (low / step).to_integral_value(ROUND_FLOOR)
    last = (high / step).to_integral_value(ROUND_CEILING)
    numbers = [step * number for number in range(int(first), int(last) + 1)]
    decimals = min(0, *(int(number.normalize().as_tuple().exponent) for number in numbers))
    return tuple(number.quantize(Decimal(1).scaleb(decimals)) for number in numbers)


def _step(least: Decimal) -> Decimal:
    power = Decimal(10) ** least.adjusted()
    return next(factor * power for factor in _STEPS if factor * power >= least)
