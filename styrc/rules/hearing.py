"""A number and the sentence that it stands in -> what the words around it say of whose it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from styrc.phrases import Phrases, Token, tokens
from styrc.rules.numerals import Clause, Numeral
from styrc.schema.word_list import NumberWords, language_lists

_SHORTEST = 4
"""Letters of a word that says something of what a number is about."""
_ALIKE = 5
"""Letters that two words have in common where they begin, if they are forms of the same."""
YEARS = range(1900, 2101)


class Around:
    """The words around numbers in a language, ready to be looked for."""

    def __init__(self, words: NumberWords, stemmer: str) -> None:
        self.stemmer = stemmer
        lists = {name: getattr(words, name) for name in NumberWords.model_fields}
        self._phrases = {name: Phrases(one, stemmer) for name, one in lists.items() if isinstance(one, tuple)}
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


def is_akin(word: str, other: str) -> bool:
    """Whether two words begin alike for the better part of the shorter: forms and compounds of the same."""
    pairs = enumerate(zip(word, other, strict=False))
    alike = next((place for place, (one, two) in pairs if one != two), min(len(word), len(other)))
    return alike >= _ALIKE and alike * 5 >= min(len(word), len(other)) * 3


def _key(word: str, stemmer: str) -> frozenset[str]:
    exact = {f"={word.removeprefix('=').lower()}"}
    return frozenset(exact if word.startswith("=") else {key for one in tokens(word, stemmer) for key in one.keys})


@cache
def around(language: str) -> Around:
    """What finds the words around numbers in a language."""
    lists = language_lists(language)
    return Around(lists.numbers, lists.stemmer)


@dataclass(frozen=True)
class Heard:
    """One number in its part of a sentence. `own` are the words of what it may be a value of."""

    words: Around
    own: tuple[str, ...]
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

    def form(self, word: Token) -> str:
        """A word in small letters."""
        return self.text[word.start : word.end].casefold()

    def is_of_others(self, counted: int, *lists: str) -> bool:
        """Whether the sentence says that the number is another's, rounded, a difference, somebody's words or a name.

        `counted` is how many of the words after it are the unit that it is in, `lists` those that tell of others.
        """
        is_spoken = all(one.end != self.number.end for one in self.clause.words)
        is_apart = self._is_rough or self._is_difference(counted) or self._is_counted
        return is_spoken or is_apart or self._tells_of_others(counted, lists) or self._names_somebody

    def _is_difference(self, counted: int) -> bool:
        """Whether it is said how much more or less something is: ”40 fler”, ”12 dagar längre”."""
        places = range(len(self.after[: counted + 1]))
        return any(self.words.end("comparative", self.after, number) > number for number in places)

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
        numbered = not self.number.decimals and self.words.ends_with("numbered", self.before)
        return change or numbered or self.words.ends_with("rough", self.before)

    def _tells_of_others(self, counted: int, lists: Sequence[str]) -> bool:
        unit, near = self.after[:counted], self.before[-1:]
        pointed = near if near and self.words.end("aims", near, 0) else self.before
        read = [one for one in (*pointed, *self.after) if one not in unit and not self.is_own(one)]
        return any(self.words.end(name, read, number) > number for name in lists for number in range(len(read)))

    @property
    def _names_somebody(self) -> bool:
        """Whether a name stands in the sentence: a school, a place. The first word of a sentence is no name."""
        names = [one for one in self.clause.words if self.text[one.start].isupper()]
        lead = self.text[self.clause.begins :]
        first = self.clause.begins + len(lead) - len(lead.lstrip(" \n*_#>-"))
        return any(one.start != first and not self.is_own(one) for one in names)

    def is_share_of_others(self, counted: int) -> bool:
        """Whether the number is said to be a share of, or to be for, something else than what it may be a value of."""
        rest = self.after[counted:]
        places = [number for number in range(len(self.before)) if self.words.end("share", self.before, number) > number]
        wholes = [self.before[number + 1 :] for number in places]
        wholes += [rest[1:]] if rest and any(self.words.end(name, rest, 0) for name in ("share", "within")) else []
        named = [self.words.content(one[:4]) for one in wholes]
        return any(one and not self.is_own(one[0]) for one in named)

    def is_own(self, word: Token) -> bool:
        """Whether a word is one of what the number may be a value of, perhaps in another form or compound."""
        return any(is_akin(self.form(word), one) for one in self.own)

    @property
    def stands_alone(self) -> bool:
        """Whether no word follows that may be what it counts."""
        return not self.after or not self.after[0].near or self.words.end("small", self.after, 0) > 0

    @cached_property
    def pointed(self) -> str:
        """The word that says that the number is the indicator's: with nothing but small words between; or nothing."""
        for number in range(len(self.before) - 1, -1, -1):
            word = self.form(self.before[number])
            if self.words.end("pointing", self.before, number) > number:
                return word
            if self.words.end("small", self.before, number) == number and not (word.isdigit() and int(word) in YEARS):
                return ""
        return ""
