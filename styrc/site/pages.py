"""A Plan -> the pages of the site that are no documents: start, thread, areas, kinds, year wheel and glossary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from styrc.blocks import (
    PAGE,
    Block,
    BulletList,
    Card,
    Cards,
    Column,
    Heading,
    Inlines,
    Link,
    Mark,
    Pair,
    Facts,
    Paragraph,
    Row,
    Run,
    Table,
    Thread,
    ThreadNode,
    Tone,
)
from styrc.blocks import Document as Blocks
from styrc.element import Document, Element
from styrc.plan import Plan
from styrc.render import labels
from styrc.render.charts import thread_tree, year_wheel
from styrc.render.say import capital, day, period
from styrc.render.svg import figure
from styrc.render.tables import element_link, targets
from styrc.schema import THREAD_ENDS, Role
from styrc.site.address import Addresses, area_title, areas
from styrc.text import Text

_MOST_LEAVES = 40
"""Leaves that a drawn tree can have and still be read (measured on paper and screen)."""
_FINE = (Role.INDICATOR, Role.KEY_FIGURE, Role.ACTIVITY, Role.ASSIGNMENT, Role.CONTROL, Role.ACTION)


@dataclass(frozen=True, slots=True)
class Page:
    """A page: where it lies, and its blocks."""

    path: str
    blocks: Blocks


def pages(plan: Plan, addresses: Addresses, faults: Mapping[str, int]) -> Iterator[Page]:
    """Every page that is no document."""
    maker = _Maker(plan, addresses, faults)
    yield Page("index.html", maker.start())
    yield Page(addresses.thread, maker.thread())
    for area in areas(plan):
        yield Page(addresses.areas[area.key], maker.area(area))
    for kind, path in addresses.kinds.items():
        yield Page(path, maker.kind(kind))
    yield Page(addresses.wheel, maker.wheel())
    yield Page(addresses.glossary, maker.glossary())


class _Maker:
    """Makes the blocks of each page."""

    def __init__(self, plan: Plan, addresses: Addresses, faults: Mapping[str, int]) -> None:
        self.plan, self.addresses, self.faults = plan, addresses, faults
        self.language = addresses.language
        self.years = tuple(sorted(plan.municipality.years, reverse=True)) or tuple(
            sorted({document.period.start.year for document in plan.documents.values()}, reverse=True)[:1]
        )

    def say(self, words: Text, **values: object) -> str:
        return words.speak(self.language, values)

    def page(self, title: str, blocks: Iterator[Block]) -> Blocks:
        return Blocks(title, self.language, tuple(blocks))

    # Start

    def start(self) -> Blocks:
        """All documents by year and unit, and the ways into the thread."""
        return self.page(self.plan.municipality.name or self.plan.schema.name, self._start())

    def _start(self) -> Iterator[Block]:
        yield _text(self.say(labels.WELCOME, name=self.plan.municipality.name or self.plan.schema.name))
        lasting = [one for one in self.plan.documents.values() if not self._is_yearly(one)]
        if lasting:
            yield _heading(self.say(labels.RUNNING))
            yield Cards(tuple(self._card(one) for one in lasting))
        for year in self.years:
            yield from self._year(year)
        yield _heading(self.say(labels.AREAS))
        yield Cards(
            tuple(
                Card(area_title(self.plan, one), PAGE + self.addresses.areas[one.key], mark=Mark(self.plan.schema.word(one.kind)))
                for one in areas(self.plan)
            )
        )
        yield _heading(self.say(labels.CONTENT))
        yield BulletList(
            tuple(
                (Paragraph((Link(PAGE + path, (Run(capital(self.plan.schema.distinct_words(kind))),)), Run(f" ({len(self.plan.of_kind(kind))})"))),)
                for kind, path in self.addresses.kinds.items()
            )
        )

    def _is_yearly(self, document: Document) -> bool:
        return document.period.whole_years == 1

    def _year(self, year: int) -> Iterator[Block]:
        documents = [one for one in self.plan.documents.values() if self._is_yearly(one) and one.period.start.year == year]
        if not documents:
            return
        yield _heading(str(year))
        top = [one for one in documents if self._is_top(one)]
        if top:
            yield Cards(tuple(self._card(one) for one in top))
        rest = [one for one in documents if not self._is_top(one)]
        if rest:
            yield self._by_unit(rest, year)

    def _is_top(self, document: Document) -> bool:
        unit = self.plan.organisation.units.get(document.unit)
        return unit is None or unit.parent is None

    def _card(self, document: Document) -> Card:
        mark = Mark(self.say(labels.DRAFT), Tone.CAUTION) if self._is_draft(document) else Mark(document.kind)
        about = f"{self.plan.organisation.name(document.unit)}, {period(document.period, self.plan.words)}"
        return Card(document.title, PAGE + self.addresses.documents[document.id], (Run(about),), mark)

    def _is_draft(self, document: Document) -> bool:
        return not document.decided or bool(self.faults[document.id])

    def _by_unit(self, documents: Sequence[Document], year: int) -> Table:
        """A row for each unit, in the order of the organisation, with its documents."""
        by_unit: dict[str, list[Document]] = {unit: [] for unit in self.plan.organisation.units}
        for document in documents:
            by_unit.setdefault(document.unit, []).append(document)
        rows = []
        for unit, own in by_unit.items():
            if own:
                level = self.plan.organisation.level(unit)
                rows.append(Row(((Run(self.plan.organisation.name(unit)),), (Run(level),), self._document_links(own))))
        heads = (labels.BELONGS_TO, labels.LEVEL, labels.DOCUMENT)
        columns = tuple(Column((Run(self.say(head)),)) for head in heads)
        return Table(f"{self.say(labels.BY_UNIT)} {year}", columns, tuple(rows))

    def _document_links(self, documents: Sequence[Document]) -> Inlines:
        parts: list[Run | Link | Mark] = []
        for document in documents:
            parts += [Run(", ")] if parts else []
            parts.append(Link(PAGE + self.addresses.documents[document.id], (Run(document.title),)))
            if self._is_draft(document):
                parts += [Run(" "), Mark(self.say(labels.DRAFT), Tone.CAUTION)]
        return tuple(parts)

    # The thread

    def thread(self) -> Blocks:
        """The whole thread as a drawing for each year, and the ways to its areas."""
        return self.page(self.say(labels.THREAD), self._thread())

    def _thread(self) -> Iterator[Block]:
        ends = ", ".join(dict.fromkeys(self.plan.schema.word(one.kind) for one in self.plan.with_role(*THREAD_ENDS)))
        last = [kind for kind in self.plan.schema.kinds_with(Role.ACTIVITY, Role.INDICATOR) if self.plan.of_kind(kind)]
        yield _text(self.say(labels.THREAD_INTRO, first=ends, last=self.plan.schema.word(last[0]) if last else ends))
        for year in self.years:
            elements = self._coarse(self._in_year(list(self.plan.elements.values()), year))
            if elements:
                yield _heading(str(year))
                yield figure(thread_tree(self.plan, elements, f"{self.say(labels.THREAD)} {year}", self.language), self.language)
        yield _heading(self.say(labels.AREAS))
        for one in areas(self.plan):
            yield BulletList(((Paragraph((Link(PAGE + self.addresses.areas[one.key], (Run(area_title(self.plan, one)),)),)),),))

    def _in_year(self, elements: Sequence[Element], year: int) -> list[Element]:
        return [one for one in elements if self.plan.document(one).period.touches(year) and one.key in self.plan.on_thread]

    def _coarse(self, elements: Sequence[Element]) -> list[Element]:
        """Fewer of the finest elements, until a drawing of them can be read."""
        chosen = list(elements)
        if self._leaves(chosen) <= _MOST_LEAVES:
            return chosen
        chosen = [one for one in chosen if self.plan.role(one) not in _FINE]
        if self._leaves(chosen) <= _MOST_LEAVES:
            return chosen
        tops = {unit.id for unit in self.plan.organisation.units.values() if unit.parent is None}
        return [one for one in chosen if one.unit in tops][:_MOST_LEAVES]

    def _leaves(self, elements: Sequence[Element]) -> int:
        keys = {one.key for one in elements}
        return sum(not any(tied.target.key in keys for tied in self.plan.down(one)) for one in elements)

    def area(self, area: Element) -> Blocks:
        """All that serves an area, year by year, drawn and as a list."""
        return self.page(area_title(self.plan, area), self._area(area))

    def _area(self, area: Element) -> Iterator[Block]:
        yield Paragraph((Mark(self.plan.schema.word(area.kind)), Run(" "), Run(self.say(labels.AREA_INTRO))))
        pairs = [Pair(self.say(labels.DOCUMENT), self._document_links([self.plan.document(area)]))]
        pairs += [Pair(capital(name), targets(self.plan, area, name)) for name in self.plan.kind(area).links]
        yield Facts(tuple(pairs))
        below = self.plan.below(area)
        for year in self.years:
            elements = self._in_year(below, year)
            if elements:
                yield _heading(str(year))
                drawn = [area, *self._coarse(elements)]
                title = f"{area_title(self.plan, area)} {year}"
                yield figure(thread_tree(self.plan, drawn, title, self.language), self.language)
                yield Thread((self._node(area, {one.key for one in elements}, set()),))

    def _node(self, element: Element, within: set[str], seen: set[str]) -> ThreadNode:
        """An element and what serves it; what has been shown once is not unfolded again."""
        fresh = element.key not in seen
        seen.add(element.key)
        children = dict.fromkeys(tied.target.key for tied in self.plan.down(element) if tied.target.key in within) if fresh else ()
        return ThreadNode(
            self.plan.schema.word(element.kind),
            (*element_link(element), Run(f", {self.plan.organisation.name(element.unit)}")),
            tuple(self._node(self.plan.elements[key], within, seen) for key in children),
            is_here=False,
        )

    # Kinds

    def kind(self, kind: str) -> Blocks:
        """All elements of a kind, year by year."""
        return self.page(capital(self.plan.schema.distinct_words(kind)), self._kind(kind))

    def _kind(self, kind: str) -> Iterator[Block]:
        if means := self.plan.schema.kinds[kind].means:
            yield _text(means)
        elements = self.plan.of_kind(kind)
        lasting = [one for one in elements if not self._is_yearly(self.plan.document(one))]
        if lasting:
            yield self._kind_table(kind, lasting, "")
        for year in sorted({self.plan.document(one).period.start.year for one in elements if one not in lasting}, reverse=True):
            own = [one for one in elements if self._is_yearly(self.plan.document(one)) and self.plan.document(one).period.touches(year)]
            yield _heading(str(year))
            yield self._kind_table(kind, own, str(year))

    def _kind_table(self, kind: str, elements: Sequence[Element], year: str) -> Table:
        links = list(self.plan.schema.kinds[kind].links)
        heads = [capital(self.plan.schema.word(kind)), self.say(labels.BELONGS_TO), *(capital(name) for name in links)]
        heads.append(self.say(labels.SERVED_BY))
        rows = tuple(
            Row(
                (
                    element_link(one),
                    (Run(self.plan.organisation.name(one.unit)),),
                    *(targets(self.plan, one, name) for name in links),
                    (Run(str(len(self.plan.down(one)))),),
                )
            )
            for one in elements
        )
        caption = " ".join(part for part in (capital(self.plan.schema.words(kind)), year) if part)
        return Table(caption, tuple(Column((Run(head),)) for head in heads), rows)

    # The year wheel

    def wheel(self) -> Blocks:
        """The decisions of each year around the months, and as a table."""
        return self.page(self.say(labels.YEAR_WHEEL), self._wheel())

    def _wheel(self) -> Iterator[Block]:
        dated = [one for one in self.plan.documents.values() if one.decision and one.decision.day]
        yield _text(self.say(labels.WHEEL_INTRO if dated else labels.NO_DECISIONS))
        for year in sorted({one.period.start.year for one in dated if self._is_yearly(one)}, reverse=True):
            documents = [one for one in dated if self._is_yearly(one) and one.period.start.year == year]
            drawn = year_wheel(documents, year, self.language)
            yield _heading(self.say(labels.PLANS_FOR, year=year))
            if drawn is not None:
                yield drawn
            yield self._decisions(documents, self.say(labels.PLANS_FOR, year=year))
        lasting = [one for one in dated if not self._is_yearly(one)]
        if lasting:
            yield _heading(self.say(labels.RUNNING))
            yield self._decisions(lasting, self.say(labels.RUNNING))

    def _decisions(self, documents: Sequence[Document], caption: str) -> Table:
        rows = []
        dated = [(one.decision.day, one) for one in documents if one.decision and one.decision.day]
        for date, document in sorted(dated, key=lambda pair: (pair[0], pair[1].id)):
            body = document.decision.body if document.decision else ""
            name = capital(self.plan.organisation.name(body)) if body else "–"
            rows.append(Row(((Run(day(date, self.plan.words)),), self._document_links([document]), (Run(name),))))
        columns = tuple(Column((Run(self.say(head)),)) for head in (labels.DATE, labels.DOCUMENT, labels.BODY))
        return Table(caption, columns, tuple(rows))

    # The glossary

    def glossary(self) -> Blocks:
        """The words of the steering model with their meanings."""
        return self.page(self.say(labels.GLOSSARY), self._glossary())

    def _glossary(self) -> Iterator[Block]:
        schema = self.plan.schema
        yield _text(self.say(labels.GLOSSARY_INTRO, model=schema.name))
        kinds = {schema.word(name): "" for name in schema.kinds}
        for name, kind in schema.kinds.items():
            if kind.means and kind.means not in kinds[schema.word(name)]:
                kinds[schema.word(name)] = " ".join(part for part in (kinds[schema.word(name)], kind.means) if part)
        yield from self._terms(labels.ELEMENT_KINDS, kinds)
        yield from self._terms(labels.DOCUMENT_KINDS, {name: one.means for name, one in schema.documents.items()})
        yield from self._terms(labels.LEVELS, {name: one.means for name, one in schema.levels.items()})
        fields = {name: one.means for kind in schema.kinds.values() for name, one in kind.fields.items() if one.means}
        yield from self._terms(labels.FIELDS, fields)
        yield from self._terms(labels.OTHER_WORDS, {name: one.means for name, one in schema.glossary.items()})
        if schema.documents_of_record:
            yield _heading(self.say(labels.SOURCES))
            records = schema.documents_of_record.values()
            said = (", ".join(part for part in (one.title, one.publisher, str(one.dated or one.read or "")) if part) for one in records)
            yield BulletList(tuple((_text(words),) for words in said))

    def _terms(self, title: Text, words: Mapping[str, str]) -> Iterator[Block]:
        pairs = tuple(Pair(capital(word), (Run(means),)) for word, means in sorted(words.items(), key=_swedish) if means)
        if pairs:
            yield _heading(self.say(title))
            yield Facts(pairs)


def _swedish(pair: tuple[str, str]) -> tuple[int, ...]:
    """Alphabetical as in Swedish: å, ä and ö last, and no locale asked."""
    last = {"å": 0x100000, "ä": 0x100001, "ö": 0x100002}
    return tuple(last.get(sign, ord(sign)) for sign in pair[0].casefold())


def _heading(words: str) -> Heading:
    return Heading(2, (Run(words),))


def _text(words: str) -> Paragraph:
    return Paragraph((Run(words),))



