"""The red thread, drawn: whole for each year, and for each area with all that serves it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from styrc.blocks import PAGE, Block, BulletList, Facts, Link, Mark, Pair, Paragraph, Run, Thread, ThreadNode
from styrc.blocks import Document as Blocks
from styrc.element import Element
from styrc.render import labels
from styrc.render.charts import thread_tree
from styrc.render.say import capital
from styrc.render.svg import figure, split_tree
from styrc.render.tables import element_link, targets
from styrc.schema import THREAD_ENDS, Role
from styrc.site.address import area_title, areas
from styrc.site.view import SiteView, heading, text

_MOST_LEAVES = 40
"""Leaves that a drawn tree can have and still be read on paper and screen."""
_MOST_DRAWINGS = 8
"""Drawings of one area in one year; above that one coarse drawing says more."""
_FINE = (Role.INDICATOR, Role.KEY_FIGURE, Role.ACTIVITY, Role.ASSIGNMENT, Role.CONTROL, Role.ACTION)
"""What a drawing leaves out first; the list below it holds everything."""


def thread(view: SiteView) -> Blocks:
    """The whole thread as a drawing for each year, and the ways to its areas."""
    return view.page(view.say(labels.THREAD), _thread(view))


def _thread(view: SiteView) -> Iterator[Block]:
    plan = view.plan
    tops = tuple(plan.schema.word(kind) for kind in plan.schema.kinds_with(*THREAD_ENDS) if plan.of_kind(kind))
    yield text(view.say(labels.THREAD_INTRO, first=tops, last=_finest(view) or tops))
    for year in view.years:
        for vision in view.in_year(plan.with_role(Role.VISION), year):
            yield from _drawn(view, vision, year, f"{view.say(labels.THREAD)} {year}")
    yield from area_links(view)


def _finest(view: SiteView) -> str:
    """The word for the finest kind on the thread: an activity before an assignment, an indicator or a goal."""
    on_thread = {view.plan.elements[key].kind for key in view.plan.on_thread}
    for role in (Role.ACTIVITY, Role.ASSIGNMENT, Role.INDICATOR, Role.GOAL):
        for kind in view.plan.schema.kinds_with(role):
            if kind in on_thread:
                return view.plan.schema.word(kind)
    return ""


def area_links(view: SiteView) -> Iterator[Block]:
    """The ways to the areas, under the word for each kind of them."""
    by_kind: dict[str, list[Element]] = {}
    for latest, *_ in areas(view.plan):
        by_kind.setdefault(latest.kind, []).append(latest)
    for kind, those in by_kind.items():
        yield heading(capital(view.plan.schema.distinct_words(kind)))
        ways = ((PAGE + view.addresses.areas[one.key], area_title(view.plan, one)) for one in those)
        yield BulletList(tuple((Paragraph((Link(target, (Run(title),)),)),) for target, title in ways))


def _drawn(view: SiteView, top: Element, year: int, title: str) -> Iterator[Block]:
    """An element and what serves it in a year, drawn as finely as can be read."""
    below = view.in_year(view.plan.below(top), year)
    if below:
        yield heading(str(year))
        tree = thread_tree(view.plan, [top, *_coarse(view, top, below)], title, view.addresses.language)
        yield figure(tree, view.addresses.language)


def _drawn_whole(view: SiteView, top: Element, year: int, title: str) -> Iterator[Block]:
    """An element and all that serves it in a year, in several drawings where one would be too large to read."""
    language, below = view.addresses.language, view.in_year(view.plan.below(top), year)
    trees = split_tree(thread_tree(view.plan, [top, *below], title, language), language) if below else ()
    if len(trees) > _MOST_DRAWINGS:
        yield from _drawn(view, top, year, title)
    elif trees:
        yield heading(str(year))
        yield from (figure(tree, language) for tree in trees)


def _coarse(view: SiteView, top: Element, below: Sequence[Element]) -> list[Element]:
    """All that serves an element, or fewer of the finest, until a drawing of them can be read."""
    rough = [one for one in below if view.plan.role(one) not in _FINE]
    goals = [one for one in rough if view.plan.role(one) in (Role.AREA, Role.GOAL)]
    nearest = [tied.target for tied in view.plan.down(top) if tied.target in below]
    for chosen in (list(below), rough, goals):
        if chosen and _leaves(view, chosen) <= _MOST_LEAVES:
            return chosen
    return nearest


def _leaves(view: SiteView, elements: Sequence[Element]) -> int:
    keys = {one.key for one in elements}
    return sum(not any(tied.target.key in keys for tied in view.plan.down(one)) for one in elements)


def area(view: SiteView, versions: Sequence[Element]) -> Blocks:
    """All that serves an area, year by year; `versions` are the area in each year's document, the latest first."""
    return view.page(area_title(view.plan, versions[0]), _area(view, versions))


def _area(view: SiteView, versions: Sequence[Element]) -> Iterator[Block]:
    plan, latest = view.plan, versions[0]
    yield Paragraph((Mark(plan.schema.word(latest.kind)), Run(" "), Run(view.say(labels.AREA_INTRO))))
    pairs = [Pair(view.say(labels.DOCUMENT), view.document_links([plan.document(one) for one in versions]))]
    pairs += [Pair(capital(name), targets(plan, latest, name)) for name in plan.kind(latest).links]
    yield Facts(tuple(pairs))
    for year in view.years:
        for one in view.in_year(versions, year):
            yield from _drawn_whole(view, one, year, f"{area_title(plan, one)} {year}")
            below = {other.key for other in view.in_year(plan.below(one), year)}
            if below:
                yield Thread((_node(view, one, below, set()),))


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
