"""An indicator and a report -> every figure that is known of it, and what can be worked out from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import combinations

from styrc.element import Document, Element, Outcome
from styrc.follow_up import follow_up
from styrc.plan import Plan
from styrc.quantity import Target
from styrc.rules.numerals import Numeral
from styrc.schema import Part

_WHOLE = Decimal(100)


@dataclass(frozen=True)
class Figures:
    """What is known of an indicator when a report is made."""

    plan: Plan
    indicator: Element
    report: Document

    @cached_property
    def current(self) -> Outcome | None:
        """The outcome that it is judged by."""
        found = follow_up(self.plan).outcomes.current(self.indicator, self.report.period.last)
        return found if found is not None and found.value is not None else None

    @cached_property
    def before(self) -> Outcome | None:
        """The value before that."""
        found = follow_up(self.plan).outcomes
        return found.before(self.indicator, self.current, self.report.period.last) if self.current else None

    @property
    def year(self) -> int:
        """The year that the report is about."""
        return self.report.period.last.year

    @cached_property
    def values(self) -> frozenset[Decimal]:
        """Every value, target and baseline, whoever and whenever they are for."""
        known = follow_up(self.plan).outcomes.of(self.indicator)
        found = {one.outcome.value for one in known if one.outcome.value is not None}
        said = self.plan.part(self.indicator, Part.TARGET)
        targets = said.values() if isinstance(said, Mapping) else (said,)
        ends = (end for one in targets if isinstance(one, Target) for end in (one.low, one.high))
        baseline = self.plan.number(self.indicator, Part.BASELINE)
        return frozenset((*found, *(one for one in (*ends, baseline) if one is not None)))

    @cached_property
    def known(self) -> frozenset[Decimal]:
        """The values, and of shares what is left to the whole."""
        return frozenset(self.values | ({_WHOLE - one for one in self.values} if self.is_share else set()))

    @cached_property
    def differences(self) -> frozenset[Decimal]:
        """How much the values differ, with decimals: whole differences are so many that almost any number is one."""
        found = {abs(one - other) for one, other in combinations(sorted(self.values), 2)}
        return frozenset(one for one in found if one != one.to_integral_value())

    def has(self, number: Numeral) -> bool:
        """Whether a number is known, perhaps with fewer decimals than in the data."""
        step = Decimal(1).scaleb(-number.decimals)
        known = self.known | self.differences
        return any(abs(abs(one) - abs(number.value)) * 2 < step or one == number.value for one in known)

    def at(self, year: int) -> list[Outcome]:
        """The outcomes of a year or a part of it."""
        known = follow_up(self.plan).outcomes.of(self.indicator)
        return [one.outcome for one in known if one.outcome.value is not None and one.outcome.period.touches(year)]

    def target_of(self, year: int) -> Target | None:
        """The target of a year."""
        return follow_up(self.plan).target(self.indicator, year)

    @cached_property
    def decimals(self) -> int:
        """The most decimals of any value."""
        exponents = (one.as_tuple().exponent for one in self.values)
        return max((-one for one in exponents if isinstance(one, int)), default=0)

    @cached_property
    def measure(self) -> str:
        """What it is measured in, by its first word."""
        said = str(self.plan.part(self.indicator, Part.UNIT_OF_MEASURE) or "").casefold().split()
        return said[0].strip(",.()") if said else ""

    @property
    def is_share(self) -> bool:
        """Whether it is measured in percent."""
        return self.measure in self.plan.words.share_of_a_whole

    @cached_property
    def years(self) -> frozenset[int]:
        """The years that something is known of."""
        known = follow_up(self.plan).outcomes.of(self.indicator)
        said = self.plan.part(self.indicator, Part.TARGET)
        targets = [year for year in said if isinstance(year, int)] if isinstance(said, Mapping) else []
        return frozenset((*(year for one in known for year in one.outcome.period.years), *targets))
