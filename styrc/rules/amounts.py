"""Printed amounts: what they may have been before they were rounded, and which slip makes a sum come out right.

An amount printed as 12,3 was between 12,25 and 12,35. A sum and the terms that it is made of may therefore differ by
half a unit each, and not quite that, since the same amount is rounded in the same way wherever it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from styrc.source import Place

_HALF = Decimal("0.5")
_ZEROS_BY_CHANCE = 3
"""So many zeros at the ends of the terms, and no fewer than one in each, are not what rounding leaves."""

_PLAIN = 10
"""How many times larger than rounding a slip must be to be seen through it."""

_SLIPS = tuple(Decimal(10) ** step for step in (-3, -1, 1, 3))
"""A decimal comma in the wrong place, or thousands among whole ones."""


class Amount(NamedTuple):
    """An amount, and one of the last digit that it is printed with."""

    value: Decimal
    unit: Decimal

    @property
    def slack(self) -> Decimal:
        """How far it may be from the amount before rounding."""
        return self.unit * _HALF

    def times(self, factor: Decimal) -> Amount:
        """The same in another unit of money, or with the other sign."""
        return Amount(self.value * factor, self.unit * abs(factor))


def amount(printed: Decimal, factor: Decimal = Decimal(1)) -> Amount:
    """A printed number, in the smallest unit of money where a factor is given."""
    exponent = printed.as_tuple().exponent
    unit = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    return Amount(printed, unit).times(factor)


def total(amounts: Iterable[Amount]) -> Amount:
    """Amounts added up; the slack is that of all of them."""
    found = list(amounts)
    return Amount(sum((one.value for one in found), Decimal(0)), sum((one.unit for one in found), Decimal(0)))


def differ(one: Amount, other: Amount) -> bool:
    """Whether two amounts that should be the same differ by more than rounding can explain."""
    return one.value != other.value and abs(one.value - other.value) >= one.slack + other.slack


class Term(NamedTuple):
    """Something that is added up: what it is called, the printed number, and whether it is taken off instead."""

    label: str
    printed: Decimal
    taken: bool = False

    @property
    def signed(self) -> Decimal:
        """What it adds to the sum."""
        return -self.printed if self.taken else self.printed


class Slip(NamedTuple):
    """What may have been miswritten: the kind of slip, in which term, what is written and what was meant."""

    kind: str
    label: str
    written: Decimal
    meant: Decimal


class Sum(NamedTuple):
    """A printed sum and the terms that it should be made of."""

    label: str
    place: Place
    printed: Decimal
    terms: tuple[Term, ...]
    rounded: bool = True

    @property
    def counted(self) -> Decimal:
        """What the terms add up to."""
        return sum((term.signed for term in self.terms), Decimal(0))

    @property
    def unit(self) -> Decimal:
        """One of the last digit that any of the numbers is printed with: `45` among `12,3` is 45,0."""
        return min(amount(one).unit for one in (self.printed, *(term.printed for term in self.terms)))

    @property
    def is_exact(self) -> bool:
        """Whether the sum is that of its terms to the last digit."""
        return self.printed == self.counted

    @property
    def is_wrong(self) -> bool:
        """Whether the sum is not that of its terms, as far as rounding lets one see."""
        if self.is_exact or not self.rounded or self.has_even_terms:
            return not self.is_exact
        return abs(self.printed - self.counted) >= self.slack

    @property
    def slack(self) -> Decimal:
        """How far the sum and its terms may be apart through rounding."""
        return self.unit * _HALF * (len(self.terms) + 1)

    @property
    def has_even_terms(self) -> bool:
        """Whether the terms end in zeros, as amounts that have been decided do and rounded ones do not."""
        zeros = [_zeros(term.printed / self.unit) for term in self.terms if term.printed]
        return len(zeros) > 1 and min(zeros) > 0 and sum(zeros) >= _ZEROS_BY_CHANCE

    def slips(self) -> list[Slip]:
        """Slips of the pen that explain the difference: those that do so to the last digit, where there are any."""
        found = list(self._slips())
        exact = [slip for slip, mended in found if mended.is_exact]
        return exact or [slip for slip, _ in found if abs(slip.meant - slip.written) > self.slack * _PLAIN]

    def _slips(self) -> Iterator[tuple[Slip, Sum]]:
        """Each slip that would explain the difference, and the sum without it."""
        for number, term in enumerate(self.terms):
            for kind, right in _slips(term.printed):
                mended = self._replace(terms=_with(self.terms, number, term._replace(printed=right)))
                if not mended.is_wrong:
                    yield Slip(kind, term.label, term.printed, right), mended
        for kind, right in _slips(self.printed):
            mended = self._replace(printed=right)
            if not mended.is_wrong:
                yield Slip(f"{kind} sum", self.label, self.printed, right), mended

    @property
    def by_nine(self) -> bool:
        """Whether the difference can be divided by nine: what two digits that have changed places bring about."""
        return (self.printed - self.counted) / self.unit % 9 == 0


def _with(terms: tuple[Term, ...], number: int, term: Term) -> tuple[Term, ...]:
    return (*terms[:number], term, *terms[number + 1 :])


def _zeros(number: Decimal) -> int:
    """The zeros that a whole number ends in."""
    digits = f"{abs(number):f}".partition(".")[0]
    return len(digits) - len(digits.rstrip("0"))


def _slips(written: Decimal) -> Iterator[tuple[str, Decimal]]:
    """What may have been meant by a number: two digits in the other order, the other sign, another unit."""
    if not written:
        return
    for right in _swaps(written):
        yield "swapped", right
    yield "sign", -written
    for factor in _SLIPS:
        yield "scale", written * factor


def _swaps(written: Decimal) -> Iterator[Decimal]:
    """The number with each pair of neighbouring digits in the other order."""
    digits, exponent = str(abs(int(written / amount(written).unit))), amount(written).unit.adjusted()
    for place in range(len(digits) - 1):
        left, right = digits[place], digits[place + 1]
        if left != right and (place or right != "0"):
            swapped = Decimal(digits[:place] + right + left + digits[place + 2 :]).scaleb(exponent)
            yield -swapped if written < 0 else swapped
