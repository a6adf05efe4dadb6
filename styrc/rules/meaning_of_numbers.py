"""A number in a sentence and what is known of an indicator -> whether it is meant as a value of it and is not one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property

from styrc.element import Outcome
from styrc.phrases import Phrases, Token, tokens
from styrc.plan import Plan
from styrc.rules.known_figures import Figures
from styrc.rules.numerals import Clause, Numeral, clauses, is_slip
from styrc.schema import Part
from styrc.schema.word_list import NumberWords, language_lists

_PERCENT_SIGN = re.compile(r"[ \u00a0\u202f]?%")
_SHORTEST = 4
"""Letters of a word that says something of what an indicator is about."""
_ALIKE = 5
"""Letters that two words have in common where they begin, if they are forms of the same."""
_SURE = 3
"""Digits of a number that is hardly like another by chance."""
_YEARS = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class Meant:
    """A number that is meant as a value of an indicator, and the right one with the call that fetches it."""

    numeral: Numeral
    figures: Figures
    right: Decimal
    variant: str
    period: str
    call: str


class _Words:
    """The words around numbers in a language, ready to be looked for."""

    def __init__(self, words: NumberWords, stemmer: str) -> None:
        self.stemmer = stemmer
        names = NumberWords.model_fields
        self._phrases = {name: Phrases(getattr(words, name), stemmer) for name in names}
        self.breaks = frozenset(key for one in words.breaks for key in _key(one, stemmer))

    def end(self, name: str, read: Sequence[Token], number: int) -> int:
        """The number of the word after a phrase of a list that begins at a word; the same where there is none."""
        return self._phrases[name].end(read, number)

    def ends_with(self, name: str, read: Sequence[Token]) -> bool:
        """Whether some words end with a phrase of a list."""
        return any(self.end(name, read, number) == len(read) for number in range(max(0, len(read) - 4), len(read)))

    def content(self, read: Sequence[Token]) -> list[Token]:
        """The words that say something."""
        return [
            one
            for number, one in enumerate(read)
            if one.end - one.start >= _SHORTEST and self.end("small", read, number) == number
        ]


def _is_akin(word: str, other: str) -> bool:
    """Whether two words begin alike for the better part of the shorter: forms and compounds of the same."""
    pairs = enumerate(zip(word, other, strict=False))
    alike = next((place for place, (one, two) in pairs if one != two), min(len(word), len(other)))
    return alike >= _ALIKE and alike * 5 >= min(len(word), len(other)) * 3


def _key(word: str, stemmer: str) -> frozenset[str]:
    exact = {f"={word.removeprefix('=').lower()}"}
    return frozenset(exact if word.startswith("=") else {key for one in tokens(word, stemmer) for key in one.keys})


@cache
def _words(language: str) -> _Words:
    lists = language_lists(language)
    return _Words(lists.numbers, lists.stemmer)


class Listener:
    """Hears what a text says of some indicators. With `named` only in sentences with that title."""

    def __init__(self, plan: Plan, about: Sequence[Figures], named: str = "") -> None:
        self.plan, self.about, self.named = plan, about, named
        self.words = _words(plan.schema.language)

    def unlike(self, text: str) -> Iterator[Meant]:
        """The numbers that are meant as values of the indicators but are none, in the order of the text."""
        for clause in clauses(text, self.words.stemmer, self.words.breaks):
            if self.named and self.named not in " ".join(text[clause.begins : clause.ends].casefold().split()):
                continue
            for number in clause.numerals:
                heard = _Heard(self, text, clause, number)
                if not any(one.has(number) for one in self.about) and not heard.is_of_others:
                    yield from heard.meant()

    @cached_property
    def titles(self) -> list[str]:
        """The words of the titles that say something."""
        return [word for one in self.about for word in self.title(one)]

    def title(self, figures: Figures) -> list[str]:
        """The words of one title."""
        text = figures.indicator.title.casefold()
        return [text[one.start : one.end] for one in self.words.content(tokens(text, self.words.stemmer))]


@dataclass(frozen=True)
class _Heard:
    """One number in its part of a sentence."""

    listener: Listener
    text: str
    clause: Clause
    number: Numeral

    @cached_property
    def before(self) -> list[Token]:
        """The words before it, in its part of the sentence."""
        return [one for one in self.clause.words if one.end <= self.number.start]

    @cached_property
    def after(self) -> list[Token]:
        """The words after it."""
        return [one for one in self.clause.words if one.start >= self.number.end]

    @property
    def words(self) -> _Words:
        """The words of the language."""
        return self.listener.words

    @property
    def is_of_others(self) -> bool:
        """Whether the sentence says that the number is no value of the indicators: another's, rounded or a name."""
        is_spoken = all(one.end != self.number.end for one in self.clause.words)
        is_apart = self._is_rough or self._is_difference or self._is_counted
        return is_spoken or is_apart or self._tells_of_others or self._names_somebody or self._is_of_other_years

    @property
    def _is_difference(self) -> bool:
        """Whether it is said how much more or less something is: ”40 fler”, ”12 dagar längre”."""
        return any(self.words.end("comparative", self.after, number) > number for number in range(len(self.after[:2])))

    @property
    def _is_counted(self) -> bool:
        """Whether it is one of the numbers in ”171 av 250”, or what ”av de 31” is a part of."""
        of = any(
            self.words.end("share", self.before, n) > n for n in range(max(0, len(self.before) - 2), len(self.before))
        )
        share = bool(self.after) and self.words.end("share", self.after, 0) > 0
        parts = [self.text[one.start : one.end] for one in self.after[1:3]]
        return of or (share and any(part.isdigit() for part in parts))

    @property
    def _is_rough(self) -> bool:
        change = self.words.ends_with("change", self.before) and not self.words.ends_with("comparing", self.before[:-1])
        return change or self.words.ends_with("rough", self.before) or self.words.ends_with("numbered", self.before)

    @property
    def _tells_of_others(self) -> bool:
        measured = self.after[:1] if any(self.carries(one) for one in self.listener.about) else []
        read = [one for one in self.clause.words if one not in measured and not self._is_in(self.listener.titles, one)]
        return any(self.words.end("others", read, number) > number for number in range(len(read)))

    @property
    def _names_somebody(self) -> bool:
        """Whether a name stands in the sentence: a school, a place. The first word of a sentence is no name."""
        names = [one for one in self.clause.words if self.text[one.start].isupper()]
        lead = self.text[self.clause.begins :]
        first = self.clause.begins + len(lead) - len(lead.lstrip(" \n*_#>-"))
        return any(one.start != first and not self._is_in(self.listener.titles, one) for one in names)

    @property
    def _is_of_other_years(self) -> bool:
        years = {int(one.value) for one in self.clause.beside if not one.decimals and one.value in _YEARS}
        known = {year for one in self.listener.about for year in one.years}
        is_year = not self.number.decimals and self.number.value in _YEARS
        return is_year or bool(years - known)

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

    def is_share_of_others(self, *, carried: bool) -> bool:
        """Whether the number is said to be a share of, or to be for, something that the indicator is not about."""
        rest = self.after[1:] if carried and not _PERCENT_SIGN.match(self.text, self.number.end) else self.after
        places = [number for number in range(len(self.before)) if self.words.end("share", self.before, number) > number]
        wholes = [self.before[number + 1 :] for number in places]
        wholes += [rest[1:]] if rest and any(self.words.end(name, rest, 0) for name in ("share", "within")) else []
        named = [self.words.content(one[:4]) for one in wholes]
        return any(one and not self._is_in(self.listener.titles, one[0]) for one in named)

    def _is_in(self, title: Sequence[str], word: Token) -> bool:
        """Whether a word is one of a title's, perhaps in another form or compound."""
        form = self.text[word.start : word.end].casefold()
        return any(_is_akin(form, one) for one in title)

    @property
    def stands_alone(self) -> bool:
        """Whether no word follows that may be what it counts."""
        return not self.after or not self.after[0].near or self.words.end("small", self.after, 0) > 0

    @cached_property
    def pointed(self) -> str:
        """The word that says that the number is the indicator's: with nothing but small words between; or nothing."""
        for number in range(len(self.before) - 1, -1, -1):
            word = self.text[self.before[number].start : self.before[number].end]
            if self.words.end("pointing", self.before, number) > number:
                return word.casefold()
            if self.words.end("small", self.before, number) == number and not (word.isdigit() and int(word) in _YEARS):
                return ""
        return ""

    def is_about(self, figures: Figures) -> bool:
        """Whether the sentence says whose number it is: by a pointing word, by the title or by another value of it."""
        if self.pointed or self.listener.named or self.is_beside_a_value(figures):
            return True
        title = [one for one in self.listener.title(figures) if figures.is_share or not _is_akin(one, figures.measure)]
        forms = [self.text[one.start : one.end].casefold() for one in self.clause.words]
        found = sum(any(_is_akin(form, one) for form in forms) for one in title)
        return found * 2 >= len(title) > 0 or (found > 0 and not figures.is_share)

    def is_beside_a_value(self, figures: Figures) -> bool:
        """Whether another number of the sentence is a value of the indicator."""
        others = (one for one in self.clause.beside if one.start != self.number.start and len(one.digits) > 1)
        return any(one.value in figures.values for one in others)

    def meant(self) -> Iterator[Meant]:
        """What the number should be, where it is meant as a value."""
        slips = (slip for figures in self.listener.about if self._is_meant(figures) for slip in self._slips(figures))
        found = next(slips, None) or self._unknown()
        if found is not None:
            yield found

    def _is_meant(self, figures: Figures) -> bool:
        """Whether a number that is nearly a value of an indicator is meant as one."""
        carried = self.carries(figures)
        if self.is_share_of_others(carried=carried) or not (carried or self.stands_alone):
            return False
        if self.points_at_target:
            return len(self.number.digits) > 1
        is_exact = self.number.decimals or not self.number.digits.endswith("0")
        if (carried or self.number.decimals) and is_exact and len(self.number.digits) >= _SURE:
            return True
        return (carried or self.number.decimals > 0) and len(self.number.digits) > 1 and self.is_about(figures)

    def _slips(self, figures: Figures) -> Iterator[Meant]:
        """The values that the number is nearly: of the years that the sentence names, else of the report's."""
        named = [int(one.value) for one in self.clause.numerals if not one.decimals and one.value in _YEARS]
        outcomes = [one for year in named for one in figures.at(year)]
        for outcome in outcomes or [one for one in (figures.current, figures.before) if one]:
            if outcome.value is not None and not self.points_at_target and is_slip(self.number, outcome.value):
                yield self._outcome(figures, outcome, "outcome" if outcome is figures.current else "before")
        for year in named or [figures.year]:
            target = figures.target_of(year)
            for end in (target.low, target.high) if target and (self.points_at_target or not self.pointed) else ():
                if end is not None and is_slip(self.number, end):
                    yield self._target(figures, year, end, "target")

    def _unknown(self) -> Meant | None:
        """A number that is given as the outcome or the target, in the right unit, and is nothing that is known."""
        carrying = [one for one in self.listener.about if one.current and self.carries(one)]
        figures = carrying[0] if len(carrying) == 1 else None
        if figures is None or self.is_share_of_others(carried=True) or self.number.decimals > figures.decimals:
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
