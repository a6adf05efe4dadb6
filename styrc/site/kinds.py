"""A page for each kind of element: what the word means, and all there are of it, year by year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from styrc.blocks import Align, Block, Column, Row, Run, Table
from styrc.blocks import Document as Blocks
from styrc.element import Element
from styrc.render import labels
from styrc.render.say import capital
from styrc.render.tables import element_link, targets
from styrc.site.view import SiteView, heading, is_yearly, text


def kind_page(view: SiteView, kind: str) -> Blocks:
    """All elements of a kind."""
    return view.page(capital(view.plan.schema.distinct_words(kind)), _kind(view, kind))


def _kind(view: SiteView, kind: str) -> Iterator[Block]:
    if means := view.plan.schema.kinds[kind].means:
        yield text(means)
    by_year: dict[int, list[Element]] = {}
    for one in view.plan.of_kind(kind):
        document = view.plan.document(one)
        by_year.setdefault(document.period.start.year if is_yearly(document) else 0, []).append(one)
    if lasting := by_year.pop(0, None):
        yield _table(view, kind, lasting, "")
    for year in sorted(by_year, reverse=True):
        yield heading(str(year))
        yield _table(view, kind, by_year[year], str(year))


def _table(view: SiteView, kind: str, elements: Sequence[Element], year: str) -> Table:
    plan = view.plan
    links = list(plan.schema.kinds[kind].links)
    heads = [capital(plan.schema.word(kind)), view.say(labels.BELONGS_TO), *(capital(name) for name in links)]
    columns = (*(Column((Run(head),)) for head in heads), Column((Run(view.say(labels.SERVED_BY)),), Align.END))
    rows = tuple(
        Row(
            (
                element_link(one),
                (Run(plan.organisation.name(one.unit)),),
                *(targets(plan, one, name) for name in links),
                (Run(str(len(plan.down(one)))),),
            )
        )
        for one in elements
    )
    return Table(" ".join(part for part in (capital(plan.schema.words(kind)), year) if part), columns, rows)
