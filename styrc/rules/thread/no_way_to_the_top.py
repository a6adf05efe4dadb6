"""Elements from which no way leads up to a vision or a core mission."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.element import Element
from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.reference.too_few_targets import lacking
from styrc.rules.wording import either
from styrc.schema import THREAD_ENDS, Link, Tie
from styrc.text import AnyOf


def no_way_to_the_top(plan: Plan) -> Iterator[Hit]:
    """The highest element of a chain that reaches nothing; what hangs below it is put right with it."""
    ends = plan.schema.kinds_with(*THREAD_ENDS)
    if not ends:
        return
    for element in plan.sound:
        links = _links(plan, element)
        if links and _hangs(plan, element):
            values = {
                "name": element.title or element.id,
                "ends": either(plan.schema.word(kind) for kind in ends),
                "links": AnyOf(tuple(links)),
                "wanted": either(plan.schema.word(kind) for link in links.values() for kind in link.to),
            }
            yield Hit(element.place, values, absence=True, document=element.document)


def _links(plan: Plan, element: Element) -> dict[str, Link]:
    """The links by which the element could be part of the thread; none where its kind stands outside."""
    kind = plan.kind(element)
    if not kind.thread or kind.role in THREAD_ENDS:
        return {}
    return {name: link for name, link in kind.links.items() if link.part is not Tie.RELATES}


def _hangs(plan: Plan, element: Element) -> bool:
    """Whether nothing ties the element upwards, and no count of a link's targets already says so."""
    tied = any(plan.carries_thread(element, one.reference) for one in plan.up(element))
    told = any(link.part is not Tie.RELATES for _, link, _ in lacking(plan, element))
    return not tied and not told and element.key not in plan.on_thread
