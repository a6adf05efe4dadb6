"""Abbreviations that the document does not explain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from styrc.element import Document
from styrc.phrases import Found
from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.passages import Written, texts_in
from styrc.schema.word_list import language_lists

_SHORT = re.compile(r"(?<![\w./@:#-])([A-ZÅÄÖ]{2,6})(?![\w/@]|\.\w|\s\d)")
_ROMAN = re.compile(r"[IVXLC]+")
_WORD = re.compile(r"\b[a-zåäö]{2,6}\b")


def unexplained_abbreviation(plan: Plan) -> Iterator[Hit]:
    """Each abbreviation that is unexplained in a document, told at its first place there."""
    check = plan.schema.texts.abbreviations
    if not check.check:
        return
    known = {*language_lists(plan.schema.language).abbreviations, *check.known, *_glossary(plan)}
    names = {unit.short: unit.name for unit in plan.organisation.units.values() if unit.short}
    for document in plan.documents.values():
        for short, text, found in _unexplained(plan, document, known) if plan.binds(check, document.unit) else ():
            values = {"short": short, "document": document.title, "meaning": names.get(short, "")}
            yield Hit(text.at(found), values, "unit" if short in names else "", check, document=document.id)


def _glossary(plan: Plan) -> set[str]:
    """The words that the model explains, which is printed with the documents."""
    return {word for words in plan.schema.glossary for word in words.split()}


def _unexplained(plan: Plan, document: Document, known: set[str]) -> Iterator[tuple[str, Written, Found]]:
    texts = list(texts_in(plan, document))
    first: dict[str, tuple[Written, Found]] = {}
    for text in texts:
        for match in _SHORT.finditer(text.text):
            short = match[1]
            if short not in known and not _ROMAN.fullmatch(short) and not text.text.isupper():
                first.setdefault(short, (text, Found(*match.span(1))))
    whole = "\n".join(text.text for text in texts) if first else ""
    words = set(_WORD.findall(whole))
    links = "|".join(map(re.escape, language_lists(plan.schema.language).explanations)) or "="
    for short, (text, found) in first.items():
        if short.lower() not in words and not _explained(short, links).search(whole):
            yield short, text, found


@cache
def _explained(short: str, links: str) -> re.Pattern[str]:
    """Where an abbreviation is explained: in brackets after its meaning, before its meaning, or in so many words."""
    marked = rf"[*_]*\b{short}\b[*_]*"
    return re.compile(
        rf"\w[*_]*\s+\({marked}[),;]|{marked}\s*\((?=[^)\d]*[a-zåäö]{{4}})|{marked},?\s+(?:{links})(?!\w)|(?:{links})\s+{marked}"
    )
