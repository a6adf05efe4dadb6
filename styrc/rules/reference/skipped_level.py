"""Links that must go to the own level or the next one up, and do not."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.fitting import leaps, next_levels, ties_that_fail
from styrc.text import AnyOf


def skipped_level(plan: Plan) -> Iterator[Hit]:
    """A link that passes over a level of the organisation, or leads downwards."""
    organisation = plan.organisation
    for element, tied, link in ties_that_fail(plan, leaps):
        levels = [organisation.level(unit) for unit in organisation.line(element.unit)]
        level = plan.level(tied.target)
        passed = tuple(dict.fromkeys(levels[1 : levels.index(level)])) if level in levels else ()
        values = {
            "link": tied.reference.link,
            "id": tied.target.id,
            "unit": organisation.name(tied.target.unit),
            "level": level,
            "passed": AnyOf(passed),
            "allowed": AnyOf(next_levels(plan, element)),
        }
        yield Hit(tied.reference.place, values, "" if passed else "other", link)
