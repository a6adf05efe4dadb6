"""A number in a sentence and what is known of an indicator -> whether it is meant as a value of it and is not one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from styrc.calls import calls
from styrc.element import Outcome
from styrc.phrases import tokens
from styrc.plan import Plan
from styrc.rules.hearing import YEARS, Heard, around, is_akin
from styrc.rules.known_figures import Figures
from styrc.rules.numerals import Numeral, clauses, is_slip
from styrc.schema import Part

_PERCENT_SIGN = re.compile(r"[ \u00a0\u202f]?%")
_SURE = 3
"""Digits of a number that is hardly like another by chance."""


@dataclass(frozen=True, slots=True)
class Meant:
    """A number that is meant as a value of an indicator, and the right one with the call that fetches it."""

    numeral: Numeral
    figures: Figures
    right: Decimal
    variant: str
    period: str
    call: str


class Listener:
    """Hears what a text says of some indicators. With `named` only in sentences with that title."""

    def __init__(self, plan: Plan, about: Sequence[Figures], named: str = "") -> None:
        self.plan, self.about, self.named = plan, about, named
        self.words = around(plan.schema.language)

    def unlike(self, text: str) -> Iterator[Meant]:
        """The numbers that are meant as values of the indicators but are none, in the order of the text."""
        for clause in clauses(text, self.words.stemmer, self.words.breaks):
            if self.named and self.named not in " ".join(text[clause.begins : clause.ends].casefold().split()):
                continue
            for number in clause.numerals:
                heard = _Heard(self.words, self.titles, text, clause, number, self)
                if not heard.is_told:
                    yield from heard.meant()

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """The words of the titles that say something, and those of what is measured."""
        units = (
            str(self.plan.part(one.indicator, Part.UNIT_OF_MEASURE) or "").casefold().split() for one in self.about
        )
        return tuple(word for one in self.about for word in self.title(one)) + tuple(
            word for one in units for word in one
        )

    def title(self, figures: Figures) -> list[str]:
        """The words of one title."""
        text = figures.indicator.title.casefold()
        return [text[one.start : one.end] for one in self.words.content(tokens(text, self.words.stemmer))]


@dataclass(frozen=True)
class _Heard(Heard):
    """One number that may be a value of some indicators."""

    listener: Listener

    @property
    def is_told(self) -> bool:
        """Whether it is known, or said to be of others or of another year."""
        years = {int(one.value) for one in self.clause.beside if not one.decimals and one.value in YEARS}
        known = {year for one in self.listener.about for year in one.years}
        is_year = not self.number.decimals and self.number.value in YEARS
        counted = max((self.counted(one) for one in self.listener.about if self.carries(one)), default=0)
        is_known = any(one.has(self.number) for one in self.listener.about)
        return is_known or is_year or bool(years - known) or self.is_of_others(counted, "others", "economy")

    def counted(self, figures: Figures) -> int:
        """How many of the words after the number are its unit; the percent sign is none."""
        return int(self.carries(figures) and not _PERCENT_SIGN.match(self.text, self.number.end))

    def carries(self, figures: Figures) -> bool:
        """Whether the number is followed by what the indicator is measured in."""
        measure = figures.measure
        if figures.is_share and _PERCENT_SIGN.match(self.text, self.number.end):
            return True
        follows = self.after[0] if self.after and self.after[0].near else None
        if follows is None or not measure:
            return False
        wanted = self.listener.plan.words.share_of_a_whole if figures.is_share else (measure,)
        said = [key for word in wanted for one in tokens(word, self.words.stemmer) for key in one.keys]
        return any(key in follows.keys for key in said if not key.startswith("^"))

    def is_about(self, figures: Figures) -> bool:
        """Whether the sentence says whose number it is: by a pointing word, by the title or by another value of it."""
        if self.pointed or self.listener.named or self.is_beside_a_value(figures):
            return True
        title = [one for one in self.listener.title(figures) if figures.is_share or not is_akin(one, figures.measure)]
        forms = [self.form(one) for one in self.clause.words]
        found = sum(any(is_akin(form, one) for form in forms) for one in title)
        return found * 2 >= len(title) > 0 or (found > 0 and not figures.is_share)

    def is_beside_a_value(self, figures: Figures) -> bool:
        """Whether another number of the sentence is a value of the indicator, written out or called."""
        others = (one for one in self.clause.beside if one.start != self.number.start and len(one.digits) > 1)
        return any(one.value in figures.values for one in others) or self._calls(figures)

    def meant(self) -> Iterator[Meant]:
        """What the number should be, where it is meant as a value."""
        slips = (slip for figures in self.listener.about if self._is_meant(figures) for slip in self._slips(figures))
        found = next(slips, None) or self._unknown()
        if found is not None:
            yield found

    def _is_meant(self, figures: Figures) -> bool:
        """Whether a number that is nearly a value of an indicator is meant as one."""
        carried = self.carries(figures)
        if self.is_share_of_others(self.counted(figures)) or not (carried or self.stands_alone):
            return False
        if self.points_at_target:
            return len(self.number.digits) > 1
        is_exact = self.number.decimals or not self.number.digits.endswith("0")
        if (carried or self.number.decimals) and is_exact and len(self.number.digits) >= _SURE:
            return True
        if len(self.number.digits) < 2:  # noqa: PLR2004 - a single digit is like any other
            return False
        return self.is_about(figures) if carried or self.number.decimals else self.is_beside_a_value(figures)

    def _slips(self, figures: Figures) -> Iterator[Meant]:
        """The values that the number is nearly: of the years that the sentence names, else of the report's."""
        named = [int(one.value) for one in self.clause.numerals if not one.decimals and one.value in YEARS]
        outcomes = [one for year in named for one in figures.at(year)]
        told = self._tells_the_outcome(figures)
        for outcome in outcomes or [one for one in (None if told else figures.current, figures.before) if one]:
            if outcome.value is not None and not self.points_at_target and is_slip(self.number, outcome.value):
                yield self._outcome(figures, outcome, "outcome" if outcome is figures.current else "before")
        for year in named or [figures.year]:
            target = figures.target_of(year)
            for end in (target.low, target.high) if target and (self.points_at_target or not self.pointed) else ():
                if end is not None and is_slip(self.number, end):
                    yield self._target(figures, year, end, "target")

    def _tells_the_outcome(self, figures: Figures) -> bool:
        """Whether the sentence has the outcome already, so that another number is for something else."""
        value = figures.current.value if figures.current else None
        others = (one for one in self.clause.beside if one.start != self.number.start)
        return any(one.value == value for one in others) or self._calls(figures)

    def _calls(self, figures: Figures) -> bool:
        """Whether the sentence calls a value of the indicator."""
        sentence = self.text[self.clause.begins : self.clause.ends]
        named = (one.arguments[0].text.rpartition("/")[2] for one in calls(sentence) if one.arguments)
        return figures.indicator.id in named

    def _unknown(self) -> Meant | None:
        """A number that is given as the outcome or the target, in the right unit, and is nothing that is known."""
        carrying = [one for one in self.listener.about if one.current and self.carries(one)]
        figures = carrying[0] if len(carrying) == 1 else None
        if figures is None or self.is_share_of_others(self.counted(figures)) or self.number.decimals > figures.decimals:
            return None
        target = figures.target_of(figures.year)
        if self.points_at_target:
            low = target.low if target and target.high is None else None
            return self._target(figures, figures.year, low, "no target") if low is not None else None
        given = bool(self.pointed) or (self.number.decimals > 0 and self.is_beside_a_value(figures))
        return self._outcome(figures, figures.current, "") if given and figures.current else None

    @cached_property
    def points_at_target(self) -> bool:
        """Whether the pointing word is one for a target, the model's own among them."""
        plan = self.listener.plan
        own = {plan.field_name(one.indicator.kind, Part.TARGET) for one in self.listener.about}
        said = {plan.words.calls.target, plan.words.directions.target, *own}
        return any(self.pointed.startswith(word.casefold()) for word in said if word)

    def _outcome(self, figures: Figures, outcome: Outcome, variant: str) -> Meant:
        period = "" if outcome is figures.current else f", {outcome.period}"
        call = f"[[{self.listener.plan.words.calls.outcome}: {figures.indicator.id}{period}]]"
        return Meant(self.number, figures, outcome.value or Decimal(0), variant, str(outcome.period), call)

    def _target(self, figures: Figures, year: int, right: Decimal, variant: str) -> Meant:
        detail = "" if year == figures.year else f", {year}"
        call = f"[[{self.listener.plan.words.calls.target}: {figures.indicator.id}{detail}]]"
        return Meant(self.number, figures, right, variant, str(year), call)
