"""What a link asks of the elements that it leads to."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from styrc.element import Element
from styrc.plan import Plan, Tied
from styrc.schema import Link

Question = Callable[[Plan, Element, Link, Element], bool]
"""Whether something is wrong with a link from an element to a target."""


def leaves_document(_: Plan, element: Element, link: Link, target: Element) -> bool:
    """Whether the link must stay in the document and does not."""
    return link.document == "same" and target.document != element.document


def leaves_line(plan: Plan, element: Element, link: Link, target: Element) -> bool:
    """Whether the link leads to another unit than it may."""
    if link.unit == "same":
        return element.unit != target.unit
    return link.unit == "own line" and not plan.organisation.is_in_line(element.unit, target.unit)


def leaps(plan: Plan, element: Element, link: Link, target: Element) -> bool:
    """Whether the link leads to another level than its own or the next one up."""
    return not link.skip_levels and plan.level(target) not in next_levels(plan, element)


def next_levels(plan: Plan, element: Element) -> tuple[str, ...]:
    """The level of the element's unit and that of the unit above it."""
    units = list(plan.organisation.line(element.unit))[:2]
    return tuple(dict.fromkeys(plan.organisation.level(unit) for unit in units))


def lacks_values(plan: Plan, _: Element, link: Link, target: Element) -> bool:
    """Whether the target is not such as the link asks for."""
    return not plan.matches(target, link.where)


_QUESTIONS: tuple[Question, ...] = (leaves_document, leaves_line, leaps, lacks_values)


def fits(plan: Plan, element: Element, link: Link, target: Element) -> bool:
    """Whether an element could be named by a link."""
    return not any(ask(plan, element, link, target) for ask in _QUESTIONS)


def ties_that_fail(plan: Plan, ask: Question) -> Iterator[tuple[Element, Tied, Link]]:
    """The references at fault in one way and in none of the ways that come before it: each is told once."""
    before = _QUESTIONS[: _QUESTIONS.index(ask)]
    for element, tied, link in _ties(plan):
        at_fault = ask(plan, element, link, tied.target)
        if at_fault and not any(earlier(plan, element, link, tied.target) for earlier in before):
            yield element, tied, link


def _ties(plan: Plan) -> Iterator[tuple[Element, Tied, Link]]:
    """Every reference between elements in which nothing is wrong, both of units that exist."""
    units = plan.organisation.units
    for element in plan.sound:
        for tied in plan.up(element):
            link = plan.link(element, tied.reference.link)
            known = element.unit in units and tied.target.unit in units and not tied.target.broken
            if known and plan.binds(link, element.unit):
                yield element, tied, link
