"""Pages for the lists from outside that plans refer to: for each entry, such as a global goal, all that concerns it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from styrc.blocks import PAGE, Block, BulletList, Column, Link, Mark, Paragraph, Row, Run, Table
from styrc.blocks import Document as Blocks
from styrc.element import Element
from styrc.lists import OutsideList, outside_list
from styrc.render import labels
from styrc.render.say import capital
from styrc.render.tables import element_link
from styrc.site.view import SiteView, heading, text


def overview(view: SiteView, name: str) -> Blocks:
    """All entries of a list, with the number of elements that concern each."""
    return view.page(outside_list(name).title, _overview(view, name))


def _overview(view: SiteView, name: str) -> Iterator[Block]:
    listed, concerned = outside_list(name), view.addresses.entries[name]
    yield text(view.say(labels.OUTSIDE_INTRO, plural=listed.plural))
    items = []
    for entry in (entry for entry in listed.entries if listed.top(entry) == entry):
        elements = concerned.get(entry, ())
        named = (Run(listed.name(entry)),)
        line = (
            (Link(PAGE + view.addresses.outside[name, entry], named), Run(f" ({len(elements)})")) if elements else named
        )
        items.append((Paragraph(line),))
    yield BulletList(tuple(items))


def entry_page(view: SiteView, name: str, entry: str) -> Blocks:
    """All elements that concern an entry, year by year."""
    listed = outside_list(name)
    return view.page(listed.name(entry), _entry(view, listed, view.addresses.entries[name][entry]))


def _entry(view: SiteView, listed: OutsideList, elements: Sequence[tuple[Element, str]]) -> Iterator[Block]:
    yield Paragraph((Mark(listed.title), Run(" "), Run(view.say(labels.ENTRY_INTRO))))
    by_year: dict[int, list[tuple[Element, str]]] = {}
    for element, entry in elements:
        by_year.setdefault(view.plan.document(element).period.start.year, []).append((element, entry))
    for year in sorted(by_year, reverse=True):
        yield heading(str(year))
        heads = (labels.TITLE, labels.KIND, labels.BELONGS_TO, labels.ENTRY)
        rows = tuple(_row(view, element, entry) for element, entry in by_year[year])
        yield Table(f"{listed.title} {year}", tuple(Column((Run(view.say(head)),)) for head in heads), rows)


def _row(view: SiteView, element: Element, entry: str) -> Row:
    plan = view.plan
    cells = (plan.schema.word(element.kind), plan.organisation.name(element.unit), entry)
    return Row((element_link(element), *((Run(capital(cell)),) for cell in cells)))
