"""Words for people: the same sentence in Swedish and in English."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

Language = Literal["sv", "en"]

_AND = {"sv": "och", "en": "and"}
_OR = {"sv": "eller", "en": "or"}


@dataclass(frozen=True, slots=True)
class Text:
    """One thing said in both languages; holes are written `{name}`."""

    sv: str
    en: str

    def speak(self, language: Language, values: Mapping[str, object] | None = None) -> str:
        """The words in `language`, with every hole filled from `values`."""
        words = self.sv if language == "sv" else self.en
        if not values:
            return words
        return words.format_map({name: say(value, language) for name, value in values.items()})


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Words of which one is to be chosen: said as ”a, b eller c”."""

    words: tuple[str, ...]


def say(value: object, language: Language) -> str:
    """A value as it is said in a sentence: numbers and lists the way the language writes them."""
    if isinstance(value, Text):
        return value.speak(language)
    if isinstance(value, AnyOf):
        return _join([f"”{word}”" if language == "sv" else f"“{word}”" for word in value.words], _OR[language])
    if isinstance(value, (tuple, list)):
        return _join([say(part, language) for part in value], _AND[language])
    if isinstance(value, Decimal):
        number = f"{value:f}"
        return number.replace(".", ",") if language == "sv" else number
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def _join(words: list[str], last: str) -> str:
    if len(words) < 2:  # noqa: PLR2004 - one word needs no joining
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def alternatives(groups: Sequence[Sequence[str]]) -> Text:
    """Groups of names of which one is enough: ”a” och ”b”, eller ”c” och ”d”."""
    sv = (_join([f"”{name}”" for name in group], _AND["sv"]) for group in groups)
    en = (_join([f"“{name}”" for name in group], _AND["en"]) for group in groups)
    return Text(", eller ".join(sv), ", or ".join(en))
