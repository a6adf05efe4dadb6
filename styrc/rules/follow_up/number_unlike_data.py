"""Numbers that a report's prose tells of an indicator, and that differ from what the data say."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.element import Answer, Document, Element
from styrc.phrases import Found
from styrc.plan import Plan
from styrc.quantity import write_number
from styrc.rule import Hit
from styrc.rules.known_figures import Figures
from styrc.rules.meaning_of_numbers import Listener, Meant
from styrc.rules.passages import Written
from styrc.rules.reporting import MEASURED, reporting
from styrc.schema import Role, Type
from styrc.schema.word_list import language_lists


def number_unlike_data(plan: Plan) -> Iterator[Hit]:
    """A number that is nearly a value of what the text is about, or is given as one and is none."""
    if not language_lists(plan.schema.language).stemmer:
        return
    for report, element, answer in reporting(plan).answers():
        about = _figures(plan, element, report)
        for text in _texts(plan, element, answer) if about else ():
            yield from _hits(Listener(plan, about), text)
    for report in reporting(plan).reports:
        yield from _in_chapters(plan, report)


def _texts(plan: Plan, element: Element, answer: Answer) -> Iterator[Written]:
    for name, field in plan.kind(element).answers.items():
        value = answer.values.get(name)
        if field.type is Type.PROSE and isinstance(value, str):
            yield Written(value, answer.place.at(name), name)


def _figures(plan: Plan, element: Element, report: Document) -> list[Figures]:
    """What is known of the element, where it is measured, else of the indicators right below it."""
    if plan.role(element) in MEASURED:
        return [Figures(plan, element, report)]
    below = reporting(plan).follow_up.below(element, report, plan.schema.kinds_with(Role.INDICATOR))
    return [Figures(plan, one, report) for one in below]


def _in_chapters(plan: Plan, report: Document) -> Iterator[Hit]:
    """In the report's own text: only in sentences that name an indicator by its whole title."""
    duties = reporting(plan).follow_up.duties(report).values()
    named = {one.title.casefold(): one for one, _ in duties if plan.role(one) in MEASURED and " " in one.title}
    for name, prose in report.chapters.items() if named else ():
        low = " ".join(prose.text.casefold().split())
        for title, indicator in named.items():
            if title in low:
                text = Written(prose.text, prose.place, name)
                yield from _hits(Listener(plan, [Figures(plan, indicator, report)], named=title), text)


def _hits(listener: Listener, text: Written) -> Iterator[Hit]:
    for meant in listener.unlike(text.text):
        place = text.at(Found(meant.numeral.start, meant.numeral.end))
        yield Hit(place, _values(meant), meant.variant)


def _values(meant: Meant) -> dict[str, object]:
    return {
        "number": meant.numeral.text,
        "name": meant.figures.indicator.title or meant.figures.indicator.id,
        "right": write_number(meant.right),
        "period": meant.period,
        "call": meant.call,
    }
