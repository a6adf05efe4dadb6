"""Words and phrases looked for in a text, in whatever form they stand there: `lagkrav` finds ”Lagkraven”.

How a phrase is written, with the signs that make it wider or narrower:

- `lagkrav`: the word in all its forms, by the stemmer of its language; `följa lagkrav`: several after another
- `=laget`: this form only
- `-analys`: words that end so, in all their forms; `=-lagen`: words that end in just so
- `SoL`: a word with a capital letter stands just so, capitals too; a word in small letters never finds an abbreviation
- `följa … lag`: up to three other words may stand between

What stands in quotation marks is a name or somebody else's words, and is passed by; so are addresses on the web.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

import Stemmer

_WORD = re.compile(r"\w+(?:-\w+)*")
_NEAR = re.compile(r"[\s*_-]*")
_SPOKEN = re.compile(
    r"”[^”\n]*”|“[^”“\n]*[”“]|„[^“”\n]*[“”]|»[^«»\n]*[«»]|«[^»\n]*»|\"[^\"\n]*\"|`[^`\n]*`|https?://\S+|(?<=\])\([^)\s]*\)"
)
_ANY = "…"
_MOST_BETWEEN = 3


class Token(NamedTuple):
    """A word of a text: where it stands, what it can be found by, and whether it follows closely on the one before."""

    start: int
    end: int
    keys: frozenset[str]
    near: bool


class Found(NamedTuple):
    """A stretch of a text in which a phrase stands."""

    start: int
    end: int


class _Step(NamedTuple):
    """One word of a phrase: the keys that it has, or how they end."""

    keys: frozenset[str]
    tails: frozenset[str]

    def fits(self, token: Token) -> bool:
        return bool(self.keys & token.keys) or any(
            key[0] == tail[0] and len(key) > len(tail) and key.endswith(tail[1:])
            for tail in self.tails
            for key in token.keys
        )


_Steps = tuple[_Step | None, ...]
"""The words of a phrase; None stands for some others."""


@cache
def _stemmer(name: str) -> Stemmer.Stemmer | None:
    return Stemmer.Stemmer(name) if name in Stemmer.algorithms() else None


def tokens(text: str, stemmer: str) -> list[Token]:
    """The words of a text, without what is quoted."""
    shown = _SPOKEN.sub(lambda spoken: "¤" * len(spoken[0]), text)
    stem, loud, end = _stemmer(stemmer), text.isupper(), 0
    found = []
    for word in _WORD.finditer(shown):
        near = _NEAR.fullmatch(shown, end, word.start()) is not None
        found.append(
            Token(word.start(), word.end(), _keys(word[0], stem, is_short=word[0].isupper() and not loud), near)
        )
        end = word.end()
    return found


def _keys(word: str, stem: Stemmer.Stemmer | None, *, is_short: bool) -> frozenset[str]:
    """What a word can be found by: just as it is written, its form in small letters, and its stem."""
    form = word.lower()
    if is_short and len(word) > 1:
        return frozenset((f"^{word}",))
    return frozenset((f"^{word}", f"={form}", f"~{stem.stemWord(form) if stem else form}"))


def _step(word: str, stem: Stemmer.Stemmer | None) -> _Step:
    exact, word = word.startswith("="), word.removeprefix("=")
    tail, word = word.startswith("-"), word.strip("-")
    if word != word.lower():
        keys = frozenset((f"^{word}",))
    elif exact:
        keys = frozenset((f"={word}",))
    else:
        keys = frozenset((f"={word}", f"~{word}", f"~{stem.stemWord(word) if stem else word}"))
    return _Step(frozenset(), keys) if tail else _Step(keys, frozenset())


class Phrases:
    """Phrases, told apart by their first words."""

    def __init__(self, phrases: Iterable[str], stemmer: str) -> None:
        stem = _stemmer(stemmer)
        self._by_key: dict[str, list[_Steps]] = {}
        self._others: list[_Steps] = []
        for phrase in phrases:
            steps = tuple(None if word == _ANY else _step(word, stem) for word in phrase.split())
            first = steps[0].keys if steps and steps[0] else frozenset()
            for key in first:
                self._by_key.setdefault(key, []).append(steps)
            if steps and not first:
                self._others.append(steps)

    def end(self, words: Sequence[Token], number: int) -> int:
        """The number of the word after the longest phrase that begins at this word; the same where there is none."""
        steps = [one for key in words[number].keys for one in self._by_key.get(key, ())]
        return max((_end(one, words, number) for one in (*steps, *self._others)), default=0) or number


def _end(steps: _Steps, words: Sequence[Token], number: int, *, begun: bool = False) -> int:
    """The number of the word after a phrase that begins, or goes on, here; 0 where it does not stand here."""
    for place, step in enumerate(steps):
        if step is None:
            further = _further(words, number, begun=begun)
            return max(
                (_end(steps[place + 1 :], words, one, begun=begun or one > number) for one in further), default=0
            )
        if number >= len(words) or not step.fits(words[number]) or (begun and not words[number].near):
            return 0
        number, begun = number + 1, True
    return number


def _further(words: Sequence[Token], number: int, *, begun: bool) -> Iterator[int]:
    """Where a phrase may go on, when some other words may stand between."""
    yield number
    for one in range(number, min(number + _MOST_BETWEEN, len(words))):
        if (begun or one > number) and not words[one].near:
            return
        yield one + 1


class WordFinder:
    """Finds the phrases of a list in a text; `but` are look-alikes, which hide what they overlap."""

    def __init__(self, words: Iterable[str], but: Iterable[str], openings: Iterable[str], stemmer: str) -> None:
        self._words, self._but, self._openings = (Phrases(one, stemmer) for one in (words, but, openings))
        self._stemmer = stemmer

    def anywhere(self, text: str) -> list[Found]:
        """Every phrase in the text, from its beginning to its end."""
        read = tokens(text, self._stemmer)
        hidden = self._hidden(read)
        found, number = [], 0
        while number < len(read):
            end = self._words.end(read, number)
            if end > number and hidden.isdisjoint(range(number, end)):
                found.append(Found(read[number].start, read[end - 1].end))
            number = max(end, number + 1)
        return found

    def at_start(self, text: str) -> list[Found]:
        """The phrase that the text begins with, alone or after an opening such as ”Vi ska”."""
        read = tokens(text, self._stemmer)
        hidden = self._hidden(read)
        for number in dict.fromkeys((0, self._openings.end(read, 0))) if read else ():
            end = self._words.end(read, number) if number < len(read) else number
            if end > number and hidden.isdisjoint(range(number, end)):
                return [Found(read[number].start, read[end - 1].end)]
        return []

    def _hidden(self, read: Sequence[Token]) -> set[int]:
        return {one for number in range(len(read)) for one in range(number, self._but.end(read, number))}
