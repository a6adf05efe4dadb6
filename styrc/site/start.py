"""The start page: all documents by year and unit, and the ways into the thread."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from styrc.blocks import (
    PAGE,
    Block,
    BulletList,
    Card,
    Cards,
    Column,
    Inlines,
    Link,
    Mark,
    Paragraph,
    Row,
    Run,
    Table,
    Tone,
)
from styrc.blocks import Document as Blocks
from styrc.element import Document
from styrc.render import labels
from styrc.render.say import capital, period
from styrc.site.thread import area_links
from styrc.site.view import SiteView, heading, is_yearly, text
from styrc.text import Text

_PLANS, _REPORTS = Text("Planer", "Plans"), Text("Rapporter", "Reports")


def start(view: SiteView) -> Blocks:
    """The page that a reader meets first."""
    return view.page(view.name, _start(view))


def _start(view: SiteView) -> Iterator[Block]:
    yield text(view.say(labels.WELCOME, name=view.name))
    documents = list(view.plan.documents.values())
    lasting = [one for one in documents if not is_yearly(one)]
    if lasting:
        yield heading(view.say(labels.RUNNING))
        yield Cards(tuple(_card(view, one) for one in lasting))
    for year in view.years:
        own = [one for one in documents if is_yearly(one) and one.period.start.year == year]
        if own:
            yield heading(str(year))
            yield from _year(view, own, year)
    yield from area_links(view)
    yield heading(view.say(labels.CONTENT))
    yield BulletList(tuple((Paragraph((_kind_link(view, kind), _count(view, kind))),) for kind in view.addresses.kinds))


def _kind_link(view: SiteView, kind: str) -> Link:
    return Link(PAGE + view.addresses.kinds[kind], (Run(capital(view.plan.schema.distinct_words(kind))),))


def _count(view: SiteView, kind: str) -> Run:
    return Run(f" ({len(view.plan.of_kind(kind))})")


def _year(view: SiteView, documents: Sequence[Document], year: int) -> Iterator[Block]:
    """The documents of the municipality as a whole as cards, those of its units in a table."""
    top = [one for one in documents if _is_top(view, one)]
    if top:
        yield Cards(tuple(_card(view, one) for one in top))
    rest = [one for one in documents if not _is_top(view, one)]
    if rest:
        yield _by_unit(view, rest, year)


def _is_top(view: SiteView, document: Document) -> bool:
    unit = view.plan.organisation.units.get(document.unit)
    return unit is None or unit.parent is None


def _card(view: SiteView, document: Document) -> Card:
    mark = Mark(view.say(labels.DRAFT), Tone.CAUTION) if view.is_draft(document) else Mark(document.kind)
    about = f"{view.plan.organisation.name(document.unit)}, {period(document.period, view.plan.words)}"
    return Card(document.title, PAGE + view.addresses.documents[document.id], (Run(about),), mark)


def _by_unit(view: SiteView, documents: Sequence[Document], year: int) -> Table:
    """A row for each unit, in the order of the organisation, with its documents."""
    organisation = view.plan.organisation
    by_unit: dict[str, list[Document]] = {unit: [] for unit in organisation.units}
    for document in documents:
        by_unit.setdefault(document.unit, []).append(document)
    reports = {one.id for one in documents if one.kind in view.plan.schema.reports}
    heads = [labels.BELONGS_TO, labels.LEVEL, *((_PLANS, _REPORTS) if reports else (labels.DOCUMENT,))]
    rows = tuple(
        Row(((Run(organisation.name(unit)),), (Run(organisation.level(unit)),), *_linked(view, own, reports)))
        for unit, own in by_unit.items()
        if own
    )
    columns = tuple(Column((Run(view.say(head)),)) for head in heads)
    return Table(f"{view.say(labels.BY_UNIT)} {year}", columns, rows)


def _linked(view: SiteView, documents: Sequence[Document], reports: set[str]) -> tuple[Inlines, ...]:
    """The unit's plans, and beside them its reports where there are any in the table."""
    plans = [one for one in documents if one.id not in reports]
    told = [one for one in documents if one.id in reports]
    cells = (plans, told) if reports else (plans,)
    return tuple(view.document_links(one) or (Run("–"),) for one in cells)
