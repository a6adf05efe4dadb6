"""What texts must and must not say: the wordings that a model asks for, and checks of the language in general."""

from __future__ import annotations

from pydantic import Field as Described

from styrc.schema.language import Constraint, Grade, Language, Where, Words


class Wording(Constraint):
    """Words that a text must not hold, or of which it must hold one. A warning, unless `grade` says otherwise."""

    fields: Words = Described(default=(), description="The fields whose text is read; the title when empty.")
    avoid: Words = Described(
        default=(), description="Lists of words that must not be there: the language's or the model's own."
    )
    hold: Words = Described(default=(), description="Lists of words of which one must be there.")
    at_start: bool = Described(default=False, description="Only the words that a text begins with are looked at.")
    unless: str = Described(
        default="", description="A field that excuses the words where it is filled in: the written exception."
    )
    when: Where = Described(default={}, description="Asked only where this is true of the element itself.")
    grade: Grade = Described(default=Grade.WARNING, description="`error` or `warning`.")


class Vocabulary(Constraint):
    """The model's words are the only ones: no section of a plan goes by another word."""


class TextCheck(Constraint):
    """A check of the language in general. It is made in every model that does not say no to it."""

    check: bool = Described(default=True, description="`no`: it is not made; `why` then says the reason.")
    grade: Grade = Described(default=Grade.WARNING, description="`error` or `warning`.")


class Abbreviations(TextCheck):
    """Abbreviations that are not explained in the document. It is told in every model that does not say no to it."""

    known: Words = Described(default=(), description="Further abbreviations that every reader knows.")


class Texts(Language):
    """The checks of the language in general, which need no words of the model's own."""

    vague_words: TextCheck = Described(
        default=TextCheck(), description="Goals and assignments so vague that nobody can tell if they are reached."
    )
    abbreviations: Abbreviations = Described(
        default=Abbreviations(), description="Abbreviations that are not explained in the document."
    )
    repeated_texts: TextCheck = Described(
        default=TextCheck(), description="The same text pasted into different elements."
    )
