"""The red thread, drawn: whole for each year, and for each area with all that serves it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from styrc.blocks import PAGE, Block, BulletList, Facts, Link, Mark, Pair, Paragraph, Run, Thread, ThreadNode
from styrc.blocks import Document as Blocks
from styrc.element import Element
from styrc.render import labels
from styrc.render.charts import thread_tree
from styrc.render.say import capital
from styrc.render.svg import figure
from styrc.render.tables import element_link, targets
from styrc.schema import THREAD_ENDS, Role
from styrc.site.address import area_title, areas
from styrc.site.view import SiteView, heading, text

_MOST_LEAVES = 40
"""Leaves that a drawn tree can have and still be read on paper and screen."""
_FINE = (Role.INDICATOR, Role.KEY_FIGURE, Role.ACTIVITY, Role.ASSIGNMENT, Role.CONTROL, Role.ACTION)
"""What a drawing leaves out first; the list below it holds everything."""


def thread(view: SiteView) -> Blocks:
    """The whole thread as a drawing for each year, and the ways to its areas."""
    return view.page(view.say(labels.THREAD), _thread(view))


def _thread(view: SiteView) -> Iterator[Block]:
    plan = view.plan
    ends = ", ".join(dict.fromkeys(plan.schema.word(one.kind) for one in plan.with_role(*THREAD_ENDS)))
    last = [kind for kind in plan.schema.kinds_with(Role.ACTIVITY, Role.INDICATOR) if plan.of_kind(kind)]
    yield text(view.say(labels.THREAD_INTRO, first=ends, last=plan.schema.word(last[0]) if last else ends))
    for year in view.years:
        elements = _coarse(view, view.in_year(plan.elements.values(), year))
        if elements:
            title = f"{view.say(labels.THREAD)} {year}"
            yield heading(str(year))
            yield figure(thread_tree(plan, elements, title, view.addresses.language), view.addresses.language)
    yield heading(view.say(labels.AREAS))
    ways = ((PAGE + view.addresses.areas[one.id], area_title(plan, one)) for one, *_ in areas(plan))
    yield BulletList(tuple((Paragraph((Link(target, (Run(title),)),)),) for target, title in ways))


def _coarse(view: SiteView, elements: Sequence[Element]) -> list[Element]:
    """Fewer of the finest elements, until a drawing of them can be read."""
    chosen = list(elements)
    if _leaves(view, chosen) <= _MOST_LEAVES:
        return chosen
    chosen = [one for one in chosen if view.plan.role(one) not in _FINE]
    if _leaves(view, chosen) <= _MOST_LEAVES:
        return chosen
    tops = {unit.id for unit in view.plan.organisation.units.values() if unit.parent is None}
    return [one for one in chosen if one.unit in tops][:_MOST_LEAVES]


def _leaves(view: SiteView, elements: Sequence[Element]) -> int:
    keys = {one.key for one in elements}
    return sum(not any(tied.target.key in keys for tied in view.plan.down(one)) for one in elements)


def area(view: SiteView, versions: Sequence[Element]) -> Blocks:
    """All that serves an area, year by year; `versions` are the area in the documents of several years, the latest first."""
    return view.page(area_title(view.plan, versions[0]), _area(view, versions))


def _area(view: SiteView, versions: Sequence[Element]) -> Iterator[Block]:
    plan, latest, language = view.plan, versions[0], view.addresses.language
    yield Paragraph((Mark(plan.schema.word(latest.kind)), Run(" "), Run(view.say(labels.AREA_INTRO))))
    pairs = [Pair(view.say(labels.DOCUMENT), view.document_links([plan.document(one) for one in versions]))]
    pairs += [Pair(capital(name), targets(plan, latest, name)) for name in plan.kind(latest).links]
    yield Facts(tuple(pairs))
    for year in view.years:
        for one in view.in_year(versions, year):
            below = view.in_year(plan.below(one), year)
            if below:
                title = f"{area_title(plan, one)} {year}"
                yield heading(str(year))
                yield figure(thread_tree(plan, [one, *_coarse(view, below)], title, language), language)
                yield Thread((_node(view, one, {other.key for other in below}, set()),))


def _node(view: SiteView, element: Element, within: set[str], seen: set[str]) -> ThreadNode:
    """An element and what serves it; what has been shown once is not unfolded again."""
    fresh = element.key not in seen
    seen.add(element.key)
    ties = view.plan.down(element) if fresh else ()
    children = dict.fromkeys(tied.target.key for tied in ties if tied.target.key in within)
    return ThreadNode(
        view.plan.schema.word(element.kind),
        (*element_link(element), Run(f", {view.plan.organisation.name(element.unit)}")),
        tuple(_node(view, view.plan.elements[key], within, seen) for key in children),
    )
