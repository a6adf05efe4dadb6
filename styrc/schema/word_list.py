"""Lists of words that texts are checked against: those of the language, as data, and those of a model's own."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import Field as Described
from pydantic import model_validator

from styrc.resources import builtin
from styrc.schema.language import Language, Words
from styrc.text import Text
from styrc.yaml_text import read_trusted


class Said(Language):
    """Some words in Swedish and in English. A text alone is used for both."""

    sv: str = Described(description="In Swedish.")
    en: str = Described(description="In English.")

    @model_validator(mode="before")
    @classmethod
    def _one_for_both(cls, value: Any) -> Any:  # noqa: ANN401 - whatever the file held
        return {"sv": value, "en": value} if isinstance(value, str) else value

    @property
    def text(self) -> Text:
        """The words to be spoken in either language."""
        return Text(self.sv, self.en)


class WordList(Language):
    """Words that tell something of a text in which they stand."""

    words: Words = Described(
        description="The words, each in its regular forms, and phrases of several words. `=word`: this form only. "
        "`-word`: words that end so. `…`: up to three words between. With a capital letter: just so, capitals too. "
        "Irregular forms are written out. What stands in quotation marks in a plan's text is passed by."
    )
    but: Words = Described(default=(), description="Look-alikes that do not count, written in the same way.")
    says: Said = Described(
        description="What the words tell of an element, as a clause without its subject: “is about obeying the law”."
    )
    instead: Said = Described(description="What to do about it, as a sentence without its full stop.")


class NumberWords(Language):
    """Words by which a number in a text is known to be a value of the indicator that the text is about, or not to be.

    They are written as in a list of words. A number is passed by where its part of the sentence has one of `others`.
    """

    rough: Words = Described(default=(), description="Before a number: it is rounded, or a limit.")
    others: Words = Described(default=(), description="The number is of others, a part, another time or a forecast.")
    economy: Words = Described(default=(), description="The number is an amount; only where amounts are not asked for.")
    pointing: Words = Described(default=(), description="What is said of the indicator itself: ”utfallet är …”.")
    aims: Words = Described(default=(), description="Those of them that point at a target.")
    small: Words = Described(default=(), description="May stand between, and after a number that stands alone.")
    share: Words = Described(default=(), description="After a share: what it is a share of comes next.")
    within: Words = Described(default=(), description="After a number: whom or what it is for comes next.")
    change: Words = Described(default=(), description="Before a number that tells how much something has changed.")
    comparative: Words = Described(default=(), description="After a number that tells how much two things differ.")
    comparing: Words = Described(default=(), description="Before those words: they compare instead.")
    numbered: Words = Described(default=(), description="Before a number that is a name: ”årskurs 9”.")
    breaks: Words = Described(default=(), description="Begin a part of a sentence that may be about something else.")
    money: dict[str, Words] = Described(default={}, description="How each unit of money is said after an amount.")


class LanguageLists(Language):
    """What styrc knows of the words of a language."""

    stemmer: str = Described(default="", description="The Snowball stemmer of the language.")
    openings: Words = Described(default=(), description="What may stand before the first word that counts.")
    explanations: Words = Described(default=(), description="What stands between an abbreviation and its meaning.")
    abbreviations: Words = Described(default=(), description="Abbreviations that everybody knows.")
    lists: dict[str, WordList] = Described(default={}, description="The lists of words.")
    numbers: NumberWords = Described(default=NumberWords(), description="Words around numbers.")


@cache
def language_lists(language: str) -> LanguageLists:
    """The lists of a language; none where nobody has made them yet."""
    path = builtin("schemas") / "words" / "lists" / f"{language}.yaml"
    return LanguageLists.model_validate(read_trusted(path)) if path.is_file() else LanguageLists()
