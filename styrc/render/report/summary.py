"""A report -> what can be read in a minute: how many are where, what has changed, what goes worst, and the money."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from styrc.blocks import (
    ELEMENT,
    Block,
    Blocks,
    BulletList,
    Facts,
    Heading,
    Inlines,
    Link,
    Notice,
    Pair,
    Paragraph,
    Run,
    Status,
    Tone,
)
from styrc.element import Document, Element, FigureTable
from styrc.element import Row as FigureRow
from styrc.follow_up import Judgement
from styrc.plan import Plan
from styrc.quantity import write_number
from styrc.render.report import words as said
from styrc.render.report.answers import Answering
from styrc.render.report.marks import brief, first_sentence, status_inlines
from styrc.render.say import capital
from styrc.render.svg import StatusBar, StatusSummary, figure
from styrc.render.tables import SIGNS, TONES
from styrc.schema import Account, Part, Role, Step, TableRole
from styrc.text import Text

_MOST = 3
"""How many of a list fit on a page that is to be read in a minute."""
_MONEY = (TableRole.OPERATING, TableRole.INCOME, TableRole.INVESTMENT)
_MOST_BARS = 4
_TONES = ("bad", "partly")
_OF_ITS_YEAR = (Role.ASSIGNMENT, Role.ACTIVITY, Role.CONTROL, Role.ACTION)


@dataclass(frozen=True, slots=True)
class PartView:
    """A part of a document that styrc makes itself: its heading and what stands below it."""

    title: str
    blocks: Blocks

    def heading(self, level: int) -> Heading:
        """The heading of the part."""
        return Heading(level, (Run(self.title),))


def summary(view: Answering) -> PartView | None:
    """The page before the chapters; None for a report that answers for nothing."""
    if not view.asked:
        return None
    worst = deviations(view, _MOST)
    blocks = (
        *_progress(view),
        *counts(view),
        *changes(view),
        Heading(3, (Run(worst.title),)),
        *worst.blocks,
        *_money(view),
    )
    return PartView(view.say(said.IN_A_MINUTE), blocks)


def _progress(view: Answering) -> Iterator[Block]:
    """That the report is not finished, where it is not."""
    made = view.follow_up.progress(view.report)
    if made.answered < made.asked:
        text = view.say(said.MISSING_TEXT, answered=made.answered, asked=made.asked)
        yield Notice(Tone.CAUTION, view.say(said.MISSING), (Paragraph((Run(text),)),))


def counts(view: Answering) -> Iterator[Block]:
    """How many of each kind stand on each step of their scale, as a drawing."""
    bars = tuple(_bar(view, kind) for kind in _counted(view))
    if bars:
        spoken = "; ".join(f"{bar.name}: {_spoken(bar)}" for bar in bars)
        text = view.say(said.HOW_IT_GOES_TEXT, counts=spoken)
        drawn = figure(StatusSummary(view.say(said.HOW_IT_GOES), text, bars), view.language)
        yield replace(drawn, table=None)  # the drawing and its description tell every number


def _counted(view: Answering) -> list[str]:
    """The kinds that are on a scale; where they are many, without the indicators, whose goals are counted."""
    kinds = [kind for kind in dict.fromkeys(one.kind for one in view.asked) if view.follow_up.steps(kind)]
    roles = {kind: view.plan.schema.kinds[kind].role for kind in kinds}
    kinds = [kind for kind in kinds if roles[kind] is not Role.KEY_FIGURE]
    goals = [kind for kind in kinds if roles[kind] is not Role.INDICATOR]
    return goals if len(kinds) > _MOST_BARS and goals else kinds


def _bar(view: Answering, kind: str) -> StatusBar:
    """How many of a kind stand on each step, and how many nothing is said of."""
    found = Counter(_step(view, one) for one in view.asked if one.kind == kind)
    steps = view.follow_up.steps(kind)
    counted = tuple((Status(one.value, SIGNS[one.sign], TONES[one.tone]), found[one.value]) for one in steps)
    untold = ((Status(view.say(said.UNTOLD), "", Tone.NEUTRAL), found[""]),) if found[""] else ()
    return StatusBar(capital(view.plan.schema.distinct_words(kind)), (*counted, *untold))


def _step(view: Answering, element: Element) -> str:
    made = view.judgement(element)
    return made.step.value if made.step else ""


def _spoken(bar: StatusBar) -> str:
    return ", ".join(f"{count} {status.word}" for status, count in bar.counts)


def changes(view: Answering, most: int | None = _MOST) -> Iterator[Block]:
    """What stands on another step than in the unit's last report; nothing where there is no report before.

    What was not measured then, or is not now, has not changed: nobody knows.
    """
    previous = view.follow_up.previous(view.report)
    if previous is None:
        return
    yield Heading(3, (Run(view.say(said.CHANGES, title=previous.title)),))
    items = []
    for element in sorted(view.asked, key=lambda one: view.plan.role(one) is Role.INDICATOR):
        before = view.follow_up.carried_on(element, previous)
        if before is not element and view.plan.role(element) in _OF_ITS_YEAR:
            continue  # the same words in another year's plan are a new thing to do
        old = view.follow_up.judgement(before, previous).step if before is not None else None
        new = view.judgement(element).step
        if old and new and old.value != new.value and "none" not in (old.tone, new.tone):
            items.append(_change(view, element, old, new))
    yield _listed(view, items, most, said.AND_MORE) if items else Paragraph((Run(view.say(said.NO_CHANGE)),))


def _change(view: Answering, element: Element, old: Step, new: Step) -> Inlines:
    was, now = status_inlines(old, view.language), status_inlines(new, view.language)
    return (*_linked(element), Run(": "), *was, Run(" → "), *now)


def deviations(view: Answering, most: int | None = None) -> PartView:
    """What goes worst first: with status, and why and what is done about it in the report's words."""
    found = [(one, made) for one in view.asked if (made := view.judgement(one)).deviates]
    worst = sorted(found, key=lambda pair: _weight(pair[1]))
    told = [pair for pair in worst if view.plan.role(pair[0]) is not Role.INDICATOR] or worst
    listed = _listed(view, [_deviation(view, one, made) for one, made in told], most, said.MORE) if told else None
    return PartView(view.say(said.WORST), (listed or Paragraph((Run(view.say(said.NO_DEVIATIONS)),)),))


def _weight(made: Judgement) -> tuple[int, Decimal]:
    """The worst tone first, then what has attained the least."""
    tone = made.step.tone if made.step else "none"
    share = made.attainment.percent if made.attainment else Decimal(0)
    return (_TONES.index(tone) if tone in _TONES else len(_TONES), share)


def _deviation(view: Answering, element: Element, made: Judgement) -> Inlines:
    said_of_it = [view.follow_up.part(made.answer, element, part) for part in (Part.ANALYSIS, Part.REMEDY)]
    told = [first_sentence(view.prose(made, text)) for text in said_of_it if text]
    texts = [one for text in told for one in (Run(" "), *brief(text))]
    stop = (Run("."),) if texts else ()
    return (*_linked(element), Run(": "), *status_inlines(made.step, view.language), *stop, *texts)


def _money(view: Answering) -> Iterator[Block]:
    """The money in a few facts, below a heading."""
    if pairs := tuple(money(view.plan, view.report)):
        yield Heading(3, (Run(view.say(said.MONEY)),))
        yield Facts(pairs)


def money(plan: Plan, document: Document) -> Iterator[Pair]:
    """The sums of a document's tables of money, and the result of the year."""
    for name, table in document.tables.items():
        schema = plan.schema.tables[name]
        if schema.role in _MONEY:
            posts = [row for row in table.rows if row.label in schema.posts_with(Account.RESULT)]
            row = table.total or (posts[0] if posts else None)
            if row is not None:
                yield _pair(table, row, schema.title or capital(name))


def _pair(table: FigureTable, row: FigureRow, title: str) -> Pair:
    label = title if row is table.total else row.label
    cells = "\u00a0· ".join(f"{column}:\u00a0{write_number(amount)}" for column, amount in row.cells.items())
    return Pair(f"{label}, {table.money}" if table.money else label, (Run(capital(cells)),))


def _linked(element: Element) -> Inlines:
    return (Link(ELEMENT + element.key, (Run(element.title or element.id),)),)


def _listed(view: Answering, items: Sequence[Inlines], most: int | None, more: Text) -> BulletList:
    shown = [(Paragraph(one),) for one in items[:most]]
    if most is not None and len(items) > most:
        shown.append((Paragraph((Run(view.say(more, count=len(items) - most)),)),))
    return BulletList(tuple(shown))


__all__ = ["PartView", "changes", "counts", "deviations", "money", "summary"]
