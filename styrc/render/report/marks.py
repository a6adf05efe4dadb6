"""A status, a trend or a text of an answer -> inlines, as they stand in a line or a cell."""

from __future__ import annotations

from collections.abc import Iterable

from styrc.blocks import Heading, Inline, Inlines, LineBreak, Paragraph, Run, Status, words
from styrc.follow_up import Trend
from styrc.render.markdown_in import parse
from styrc.render.report import words as said
from styrc.render.tables import SIGNS, TONES
from styrc.schema import Step
from styrc.text import Language

_TRENDS = {Trend.BETTER: ("↗", said.BETTER), Trend.UNCHANGED: ("→", said.UNCHANGED), Trend.WORSE: ("↘", said.WORSE)}


def status_inlines(step: Step | None, language: Language) -> Inlines:
    """A status as word, sign and tone; a few words where there is none."""
    if step is None:
        return (Run(said.UNTOLD.speak(language)),)
    return (Status(step.value, SIGNS[step.sign], TONES[step.tone]),)


def trend_inlines(turn: Trend | None, language: Language) -> Inlines:
    """How an outcome stands to the last one, as an arrow and a word on one line; the word says better, not higher."""
    if turn is None:
        return (Run("–"),)
    sign, word = _TRENDS[turn]
    return (Run(f"{sign}\u00a0{word.speak(language)}"),)


def brief(text: str) -> Inlines:
    """A prose text as it stands in a cell: its paragraphs with line breaks between."""
    blocks = parse(text, below=4) if text.strip() else ()
    parts = [block.inlines if isinstance(block, Paragraph) else (Run(_plain(block)),) for block in blocks]
    return between(parts, LineBreak())


def _plain(block: object) -> str:
    """The words of a list or a heading on one line."""
    if isinstance(block, Heading):
        return words(block.inlines)
    items = getattr(block, "items", ())
    return "; ".join(" ".join(words(one.inlines) for one in item if isinstance(one, Paragraph)) for item in items)


def between(parts: Iterable[Inlines], separator: Inline) -> Inlines:
    """Parts of a line with something between them."""
    made: list[Inline] = []
    for one in parts:
        made += [separator, *one] if made else one
    return tuple(made)


def first_sentence(text: str) -> str:
    """The first sentence of a text: up to a full stop that a space follows, but not one after a number or a letter."""
    paragraph = text.strip().split("\n\n")[0]
    line = " ".join(paragraph.split())
    for number, sign in enumerate(line):
        ends = sign in ".!?" and line[number + 1 : number + 2] == " " and line[number + 2 : number + 3].isupper()
        word = line[:number].rpartition(" ")[2]
        if ends and not (word.isdigit() or len(word) == 1):
            return line[: number + 1]
    return line
