"""The texts of elements and documents with their places, and the words that are looked for in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from styrc.element import Document, Element
from styrc.phrases import Found, WordFinder
from styrc.plan import Plan
from styrc.schema import Part, Type
from styrc.schema.word_list import language_lists
from styrc.source import Place


class Written(NamedTuple):
    """A text as it stands in a field."""

    text: str
    place: Place
    field: str

    def at(self, found: Found) -> Place:
        """The place of some words in the text."""
        return self.place.within(self.text, found.start, found.end)

    def words(self, found: Found) -> str:
        """Some words as they stand in the text."""
        return " ".join(self.text[found.start : found.end].split())


def texts_of(element: Element, fields: Iterable[str]) -> Iterator[Written]:
    """The texts of some fields that are filled in."""
    for name in fields:
        value, place = element.values.get(name), element.place.at(name)
        if isinstance(value, str):
            yield Written(value, place, name)
        elif isinstance(value, tuple):
            yield from (Written(one, place.at(n), name) for n, one in enumerate(value) if isinstance(one, str))


def prose_of(plan: Plan, element: Element) -> Iterator[Written]:
    """The title of an element, and every text that may run over several lines."""
    fields = plan.kind(element).fields
    names = [plan.field_name(element.kind, part) for part in (Part.TITLE, Part.TEXT)]
    names += [name for name, field in fields.items() if field.type is Type.PROSE]
    return texts_of(element, dict.fromkeys(names))


def texts_in(plan: Plan, document: Document) -> Iterator[Written]:
    """Every text in a document, in its order: those of its chapters and of its elements."""
    for name, prose in document.chapters.items():
        yield Written(prose.text, prose.place, name)
    for element in plan.in_document(document.id):
        yield from prose_of(plan, element)


def finder(plan: Plan, name: str) -> WordFinder:
    """What finds the words of a list that the model or its language has."""
    words, language = plan.schema.lists_of_words()[name], language_lists(plan.schema.language)
    return _finder(words.words, words.but, language.openings, language.stemmer)


@cache
def _finder(words: tuple[str, ...], but: tuple[str, ...], openings: tuple[str, ...], stemmer: str) -> WordFinder:
    return WordFinder(words, but, openings, stemmer)
