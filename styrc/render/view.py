"""A document of a plan -> what its template may see, finished: headings, texts, tables. Templates do not think."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from styrc.blocks import (
    ELEMENT,
    Block,
    Blocks,
    DecisionHeader,
    Facts,
    Figure,
    Heading,
    Inlines,
    Link,
    Mark,
    Notice,
    NumberedList,
    Pair,
    Paragraph,
    Run,
    Strong,
    Table,
)
from styrc.element import Document, Element, FigureTable, Prose
from styrc.plan import Plan
from styrc.render import labels
from styrc.render.anchors import anchors_of
from styrc.render.charts import indicator_figure, risk_figure
from styrc.render.head import decision_pairs, notice
from styrc.render.markdown_in import parse
from styrc.render.money_charts import money_figure
from styrc.render.report import Answering, AnswersView, PartView, ReportView, report_view
from styrc.render.report.words import PROPOSALS
from styrc.render.said import said
from styrc.render.say import capital, printed
from styrc.render.tables import figure_table, indicator_table, row_table, targets, weight
from styrc.schema import Part, Role, Type
from styrc.text import Language

_ROWS = (Role.ACTIVITY, Role.ASSIGNMENT, Role.CONTROL, Role.ACTION, Role.RISK, Role.KEY_FIGURE)
"""Roles whose elements are set as rows of a table when none of them has running text."""
_ONWARD = " \u203a "
"""What stands between two steps of the thread."""


@dataclass(frozen=True, slots=True)
class ElementView:
    """An element as its own section."""

    title: str
    anchor: str
    label: Mark
    thread: Inlines
    text: Blocks
    facts: Facts | None
    groups: tuple[GroupView, ...]

    def heading(self, level: int) -> Heading:
        """The element's heading, which links lead to."""
        return Heading(level, (Run(self.title),), self.anchor)


@dataclass(frozen=True, slots=True)
class GroupView:
    """The elements of one kind in a chapter: as a table, or as sections."""

    words: str
    table: Table | None
    figures: tuple[Figure, ...]
    elements: tuple[ElementView, ...]


@dataclass(frozen=True, slots=True)
class TableView:
    """A table of figures, and the drawing of it where it has one."""

    table: Table
    figure: Figure | None


@dataclass(frozen=True, slots=True)
class ChapterView:
    """A chapter: its text, its elements by kind and its tables."""

    title: str
    text: Blocks
    answers: tuple[AnswersView, ...]
    groups: tuple[GroupView, ...]
    tables: tuple[TableView, ...]


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A whole document, ready for its template."""

    title: str
    kind: str
    notice: Notice | None
    decision: DecisionHeader
    chapters: tuple[ChapterView, ...]
    proposals: PartView | None
    """The decisions that the document proposes."""
    proposals_first: bool
    report: ReportView | None
    """What a report adds up; None for a plan."""


def document_view(plan: Plan, document: Document, faults: int, language: Language) -> DocumentView:
    """Everything that a document's template may see. `faults` is the number of errors in the document."""
    view = _Viewer(plan, document, language)
    return DocumentView(
        title=document.title,
        kind=document.kind,
        notice=notice(document, faults, language),
        decision=DecisionHeader(tuple(decision_pairs(plan, document, language))),
        chapters=tuple(view.chapters()),
        proposals=view.proposals(),
        proposals_first=plan.schema.documents[document.kind].decision.proposals.place == "first",
        report=report_view(plan, document, language),
    )


class _Viewer:
    """Makes the views of one document."""

    def __init__(self, plan: Plan, document: Document, language: Language) -> None:
        self.plan, self.document, self.language = plan, document, language
        self.anchors = anchors_of(plan, document.id)
        self.homes: dict[str, tuple[str, Element | None]] = {}

    def proposals(self) -> PartView | None:
        """The proposed decisions as a numbered list."""
        if not self.document.proposals:
            return None
        items = tuple(blocks for one in self.document.proposals if (blocks := self._prose(one)))
        return PartView(PROPOSALS.speak(self.language), (NumberedList(items),))

    def chapters(self) -> Iterator[ChapterView]:
        """The chapters that have something in them, in the order of the model."""
        for key, chapter in self.plan.schema.documents[self.document.kind].chapters.items():
            title = chapter.title or capital(key)
            text = self._prose(self.document.chapters.get(key))
            groups = tuple(self._groups(key, None))
            tables = tuple(
                self._table(self.document.tables[name]) for name in chapter.holds if name in self.document.tables
            )
            answers = tuple(self.answering.groups(chapter.answers)) if chapter.answers else ()
            if text or answers or groups or tables:
                yield ChapterView(title, text, answers, groups, tables)

    @cached_property
    def answering(self) -> Answering:
        """What the document says of elements, where it is a report."""
        return Answering(self.plan, self.document, self.language)

    def _table(self, table: FigureTable) -> TableView:
        return TableView(figure_table(self.plan, table, self.language), money_figure(self.plan, table, self.language))

    def _prose(self, prose: Prose | None) -> Blocks:
        return parse(said(self.plan, self.document, prose.text), below=2) if prose and prose.text.strip() else ()

    def _groups(self, chapter: str, above: Element | None) -> Iterator[GroupView]:
        """The elements of a chapter that stand directly below an element, or below none, by kind."""
        inside = self.inside.get((chapter, above.key if above else ""), {})
        for kind in self.plan.schema.documents[self.document.kind].chapters[chapter].holds:
            if kind in inside:
                yield self._group(kind, inside[kind], chapter, above)

    @cached_property
    def inside(self) -> dict[tuple[str, str], dict[str, list[Element]]]:
        """For each chapter, and each element in it or none: what is shown below, by kind."""
        found: dict[tuple[str, str], dict[str, list[Element]]] = {}
        for one in self.plan.in_document(self.document.id):
            chapter, above = self._home(one)
            found.setdefault((chapter, above.key if above else ""), {}).setdefault(one.kind, []).append(one)
        return found

    def _home(self, element: Element) -> tuple[str, Element | None]:
        """The chapter that an element is shown in, and the element there that it is shown below.

        That is the first it points at in the document whose chapter may hold it too, else the first chapter that may.
        """
        known = self.homes.get(element.key)
        if known is not None:
            return known
        chapters = self.plan.schema.documents[self.document.kind].chapters
        fitting = [key for key, chapter in chapters.items() if element.kind in chapter.holds]
        self.homes[element.key] = (fitting[0], None)  # where a ring in the thread would lead back here
        for tied in self.plan.up(element):
            if tied.target.document == element.document and (home := self._home(tied.target)[0]) in fitting:
                self.homes[element.key] = (home, tied.target)
                break
        return self.homes[element.key]

    def _group(self, kind: str, elements: Sequence[Element], chapter: str, above: Element | None) -> GroupView:
        words, role = capital(self.plan.schema.words(kind)), self.plan.schema.kinds[kind].role
        if role is Role.INDICATOR:
            caption = f"{words}: {above.title}" if above is not None else words
            table = indicator_table(
                self.plan, elements, above, anchors=self.anchors, caption=caption, language=self.language
            )
            figures = tuple(
                figure for one in elements if (figure := indicator_figure(self.plan, one, self.language)) is not None
            )
            return GroupView(words, table, figures, tuple(self._with_text(elements, chapter)))
        if role in _ROWS and not any(self._has_text(one) or self._has_below(one, chapter) for one in elements):
            caption = f"{words}: {above.title}" if above is not None else words
            table = row_table(self.plan, elements, self.anchors, caption, self.language)
            return GroupView(words, table, self._drawn(kind, elements), ())
        views = tuple(self._element(one, chapter) for one in elements)
        return GroupView(words, None, self._drawn(kind, elements), views)

    def _drawn(self, kind: str, elements: Sequence[Element]) -> tuple[Figure, ...]:
        """The risk matrix, for a kind that has one."""
        drawn = risk_figure(self.plan, elements, self.language) if self.plan.schema.kinds[kind].matrix else None
        return (drawn,) if drawn is not None else ()

    def _with_text(self, elements: Sequence[Element], chapter: str) -> Iterator[ElementView]:
        """Indicators that have more to say than a row holds."""
        for one in elements:
            if self._has_below(one, chapter):
                yield self._element(one, chapter)

    def _has_below(self, element: Element, chapter: str) -> bool:
        return (chapter, element.key) in self.inside

    def _has_text(self, element: Element) -> bool:
        return any(True for _ in self._texts(element))

    def _texts(self, element: Element) -> Iterator[tuple[str, str]]:
        """The running texts of an element by their name; the general text has none."""
        text = self.plan.part(element, Part.TEXT)
        if text:
            yield "", said(self.plan, self.document, str(text))
        for name, field in self.plan.kind(element).fields.items():
            if field.type is Type.PROSE and field.part is not Part.TEXT and name in element.values:
                yield name, said(self.plan, self.document, str(element.values[name]))

    def _element(self, element: Element, chapter: str) -> ElementView:
        return ElementView(
            title=element.title or element.id,
            anchor=self.anchors[element.key],
            label=Mark(self.plan.schema.word(element.kind)),
            thread=thread_line(self.plan, element),
            text=tuple(block for name, text in self._texts(element) for block in _named_prose(name, text)),
            facts=self._facts(element),
            groups=tuple(self._groups(chapter, element)),
        )

    def _is_worth_telling(self, element: Element, link: str) -> bool:
        """Whether a link says more than the line of the thread above the text, which shows the first way up."""
        ties = self.plan.up(element)
        mine = [tied for tied in ties if tied.reference.link == link]
        return len(mine) > 1 or any(tied is not ties[0] for tied in mine)

    def _facts(self, element: Element) -> Facts | None:
        kind = self.plan.kind(element)
        pairs = [
            Pair(capital(name), targets(self.plan, element, name))
            for name in kind.links
            if self._is_worth_telling(element, name)
        ]
        pairs += [
            Pair(capital(name), (Run(printed(element.values[name], field, self.plan)),))
            for name, field in kind.fields.items()
            if name in element.values and field.type is not Type.PROSE and field.part is not Part.TITLE
        ]
        if kind.matrix is not None and self.plan.risk(element) is not None:
            pairs.append(Pair(labels.RISK_VALUE.speak(self.language), weight(self.plan, element)))
        return Facts(tuple(pairs)) if pairs else None


def _named_prose(name: str, text: str) -> Blocks:
    """A text below its name; the name joins the first paragraph where there is one."""
    blocks: tuple[Block, ...] = parse(text, below=4)
    if not name:
        return blocks
    lead: Inlines = (Strong((Run(f"{capital(name)}. "),)),)
    if blocks and isinstance(blocks[0], Paragraph):
        return (Paragraph((*lead, *blocks[0].inlines)), *blocks[1:])
    return (Paragraph(lead), *blocks)


def thread_line(plan: Plan, element: Element) -> Inlines:
    """The way up from an element, the top first, by the first link of each step."""
    way: list[Element] = []
    current, seen = element, {element.key}
    while True:
        tied = next((one for one in plan.up(current) if plan.carries_thread(current, one.reference)), None)
        if tied is None or tied.target.key in seen:
            break
        current = tied.target
        seen.add(current.key)
        way.append(current)
    parts: list[Run | Link] = []
    for one in reversed(way):
        parts += [Run(_ONWARD)] if parts else []
        parts += [Link(ELEMENT + one.key, (Run(one.title or one.id),))]
    return tuple(parts)
