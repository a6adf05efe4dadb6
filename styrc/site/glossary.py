"""The glossary: the steering model's words with their meanings, and the documents that its rules come from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from styrc.blocks import Block, BulletList, Facts, Pair, Run
from styrc.blocks import Document as Blocks
from styrc.render import labels
from styrc.render.say import capital, day
from styrc.schema import Schema
from styrc.site.view import SiteView, heading, text
from styrc.text import Text


def glossary(view: SiteView) -> Blocks:
    """Every word that the model explains, in alphabetical order under its sort."""
    return view.page(view.say(labels.GLOSSARY), _glossary(view))


def _glossary(view: SiteView) -> Iterator[Block]:
    schema = view.plan.schema
    yield text(view.say(labels.GLOSSARY_INTRO, model=schema.name))
    yield from _terms(view, labels.ELEMENT_KINDS, _kinds(schema))
    yield from _terms(view, labels.DOCUMENT_KINDS, {name: one.means for name, one in schema.documents.items()})
    yield from _terms(view, labels.LEVELS, {name: one.means for name, one in schema.levels.items()})
    fields = {name: one.means for kind in schema.kinds.values() for name, one in kind.fields.items() if one.means}
    yield from _terms(view, labels.FIELDS, fields)
    yield from _terms(view, labels.OTHER_WORDS, {name: one.means for name, one in schema.glossary.items()})
    if schema.documents_of_record:
        yield heading(view.say(labels.SOURCES))
        yield BulletList(tuple((text(words),) for words in _records(view)))


def _kinds(schema: Schema) -> dict[str, str]:
    """What each word for a kind means; kinds that share a word are explained together."""
    meanings: dict[str, list[str]] = {}
    for name, kind in schema.kinds.items():
        said = meanings.setdefault(schema.word(name), [])
        if kind.means and kind.means not in said:
            said.append(kind.means)
    return {word: " ".join(said) for word, said in meanings.items()}


def _records(view: SiteView) -> Iterator[str]:
    for one in view.plan.schema.documents_of_record.values():
        dated = one.dated or one.read
        yield ", ".join(
            part for part in (one.title, one.publisher, day(dated, view.plan.words) if dated else "") if part
        )


def _terms(view: SiteView, title: Text, words: Mapping[str, str]) -> Iterator[Block]:
    pairs = tuple(Pair(capital(word), (Run(means),)) for word, means in sorted(words.items(), key=_swedish) if means)
    if pairs:
        yield heading(view.say(title))
        yield Facts(pairs)


def _swedish(pair: tuple[str, str]) -> tuple[int, ...]:
    """Alphabetical as in Swedish: å, ä and ö last, and no locale asked."""
    last = {"å": 0x110000, "ä": 0x110001, "ö": 0x110002}
    return tuple(last.get(sign, ord(sign)) for sign in pair[0].casefold())
