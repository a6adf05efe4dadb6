"""An element that a report must answer for -> what the report has not said of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from styrc.element import Document, Element
from styrc.follow_up.status import How
from styrc.schema import Ask, Part

if TYPE_CHECKING:
    from styrc.follow_up import FollowUp


@dataclass(frozen=True, slots=True)
class Lacking:
    """What is not said of an element. `unsaid`: nothing at all; then the fields are all those that are asked for."""

    unsaid: bool = False
    outcome: bool = False
    fields: tuple[str, ...] = ()
    when_deviating: tuple[str, ...] = ()

    @property
    def anything(self) -> bool:
        """Whether the report has something left to say."""
        return bool(self.unsaid or self.outcome or self.fields or self.when_deviating)


def lacking(follow_up: FollowUp, element: Element, ask: Ask, report: Document) -> Lacking:
    """What a report has not said of an element: itself, in its unit's other reports, or in those that it gathers.

    A status that the model's rule computes need not be written.
    """
    told, made = follow_up.answering(element, report), follow_up.judgement(element, report)
    given = {name for one in told for name in one.answer.values}
    is_without = made.how is How.NOT_MEASURED and made.step is not None and follow_up.is_computed(element.kind)
    is_computed = made.computed is not None or is_without
    if is_computed:
        given.add(follow_up.field_name(element.kind, Part.STATUS))
    fields = tuple(name for name in ask.required if name not in given)
    more = tuple(name for name in ask.when_deviating if made.deviates and name not in (*given, *fields))
    if ask.outcome:
        no_outcome = not follow_up.outcomes.is_told(element, report.period.last)
        if no_outcome and not told:
            return Lacking(outcome=True)
        return Lacking(outcome=no_outcome, fields=fields, when_deviating=more)
    if not told and (fields or not is_computed):
        return Lacking(unsaid=True, fields=fields or ask.required, when_deviating=more)
    return Lacking(fields=fields, when_deviating=more)
