"""Lists, facts and the red thread in, paragraphs in list styles out: Word's own lists, which screen readers count."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from styrc.blocks import Blocks, BulletList, Card, Inlines, Link, Mark, Pair, Paragraph, Run, Strong, ThreadNode
from styrc.render.word.inlines import Look
from styrc.render.word.markup import NOTHING, Properties, Xml, joined, paragraph, tag
from styrc.render.word.names import HERE
from styrc.render.word.tools import Place, Tools, Write
from styrc.text import Language

LIST_STEP = 397  # twentieths of a point that each level of lists is moved in, as our styles say
_NAMES = 2722  # the room for the names of facts, as our styles say
_LONGEST_NAME = 22  # signs; what a longer one stands for begins on a line of its own
_ROOM = 120  # twentieths of a point, above the first line and below the last
_DEEPEST = 5  # Word has list styles for five levels


def write_list(items: Sequence[Blocks], tools: Tools, place: Place, write: Write, start: int | None = None) -> Xml:
    """A list; with `start` in order from that number, apart from all lists before it."""
    name = _style("ListBullet" if start is None else "ListNumber", place.depth)
    marks = _marks(name, tools, place.depth, start)
    inner = replace(place, depth=place.depth + 1, style=_style("ListContinue", place.depth))
    made = []
    for item in items:
        first, rest = (item[0], item[1:]) if item and isinstance(item[0], Paragraph) else (None, item)
        inside = tools.inlines.line(first.inlines) if isinstance(first, Paragraph) else NOTHING
        made.append(
            paragraph(tools.styles[name], inside, {**place.around((place.depth + 1) * LIST_STEP, LIST_STEP), **marks})
        )
        made.append(write(rest, inner))
    return joined(made)


def _style(name: str, depth: int) -> str:
    level = min(depth + 1, _DEEPEST)
    return name if level == 1 else f"{name}{level}"


def _marks(name: str, tools: Tools, depth: int, start: int | None) -> Properties:
    """The list that a style lacks, or a new one for a list in order, so that it does not go on from the last."""
    given = tools.styles.list_of(name)
    if start is None and given:
        return {}
    level = min(depth, _DEEPEST - 1)
    number, level = given or (tools.numbering.shift + (1 if start is None else 2), level)
    if start is not None:
        number = tools.numbering.restarted(number, level, start)
    return {"numPr": tag("numPr", tag("ilvl", val=level), tag("numId", val=number))}


def write_pairs(pairs: Sequence[Pair], style: str, tools: Tools, place: Place) -> Xml:
    """Names and values, each a line: read aloud as ”name: value”, which a table of two columns would not be."""
    made = []
    for number, pair in enumerate(pairs, 1):
        name = tools.inlines.run(f"{pair.name}:", Look(bold=True))
        room = ({"before": _ROOM} if number == 1 else {}) | ({"after": _ROOM} if number == len(pairs) else {})
        own = {"spacing": tag("spacing", **room)} if room else {}
        gap = tag("r", tag("tab" if len(pair.name) <= _LONGEST_NAME else "br"))
        inside = joined((name, gap, tools.inlines.line(pair.inlines)))
        made.append(paragraph(tools.styles[style], inside, {**place.around(_NAMES, _NAMES), **own}))
    return joined(made)


def thread_list(nodes: Iterable[ThreadNode], language: Language) -> BulletList:
    """The red thread: what stands below is one list level deeper, and where we stand is said in words."""
    return BulletList(tuple(_node(node, language) for node in nodes))


def _node(node: ThreadNode, language: Language) -> Blocks:
    kind: Inlines = (Mark(node.kind), Run(" ")) if node.kind else ()
    here = (Strong(node.inlines), Run(f" ({HERE.speak(language)})")) if node.is_here else node.inlines
    said = Paragraph((*kind, *here))
    return (said, thread_list(node.children, language)) if node.children else (said,)


def card_list(cards: Iterable[Card]) -> BulletList:
    """Ways on, as a list of links."""
    return BulletList(tuple((Paragraph(_card(card)),) for card in cards))


def _card(card: Card) -> Inlines:
    mark: Inlines = (Run(" "), card.mark) if card.mark else ()
    more: Inlines = (Run(" – "), *card.inlines) if card.inlines else ()
    return (Strong((Link(card.target, (Run(card.title),)),)), *mark, *more)
