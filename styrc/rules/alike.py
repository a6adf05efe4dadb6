"""What a title says, so that two that say the same in nearly the same words are known."""

from __future__ import annotations

import re
from functools import lru_cache

from styrc.phrases import tokens

_SHORT = 3
"""Words up to this length are little words, unless they begin with a capital letter or hold a figure."""
_QUOTES = re.compile('[”“„»«"]')
_STEM = "~"


@lru_cache(maxsize=10_000)
def gist(title: str, stemmer: str) -> frozenset[str]:
    """The words of weight in a title, whatever their order and their endings."""
    bare = _QUOTES.sub(" ", title)
    heavy = [
        _stem(token.keys)
        for number, token in enumerate(tokens(bare, stemmer))
        if _weighs(bare[token.start : token.end], is_first=not number)
    ]
    return frozenset(heavy)


def _weighs(word: str, *, is_first: bool) -> bool:
    return len(word) > _SHORT or (word[0].isupper() and not is_first) or any(sign.isdigit() for sign in word)


def _stem(keys: frozenset[str]) -> str:
    return next((key for key in sorted(keys) if key.startswith(_STEM)), min(keys))
