"""Days and years that lie outside the time they must lie in, or too near to what they must come after."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from styrc.element import Scalar
from styrc.plan import Plan
from styrc.quantity import Period
from styrc.rule import Hit
from styrc.rules.relating import TIMES, Related, last_day, related
from styrc.schema.relation import DECISION, PERIOD, TERM
from styrc.text import Text

_LAST_YEAR = date.max.year
_DECISION = Text("beslutet", "the decision")
_TIMES = {
    PERIOD: Text("inom dokumentets tid", "in the time of the document"),
    TERM: Text("under mandatperioden", "in the term of office"),
}


def untimely_value(plan: Plan) -> Iterator[Hit]:
    """A time that does not go with another."""
    for one in related(plan):
        if one.relation.is_ in TIMES and not _holds(one):
            yield _within(plan, one) if one.relation.is_ == "within" else _after(one)


def _holds(one: Related) -> bool:
    if one.relation.is_ == "within":
        return all(any(_is_in(value, time) for time in one.right) for value in one.left)
    return all(_is_after(value, other, one.relation.years) for value in one.left for other in one.right)


def _is_in(value: Scalar, time: Scalar) -> bool:
    if not isinstance(time, Period):
        return True
    if isinstance(value, Period):
        return time.start <= value.start and value.last <= time.last
    if isinstance(value, date):
        return time.holds(value)
    return not isinstance(value, int) or time.touches(value)


def _is_after(value: Scalar, other: Scalar, years: int) -> bool:
    day, base = last_day(value), last_day(other)
    if day is None or base is None:
        return True
    return day >= _later(base, years) if years else day > base


def _later(day: date, years: int) -> date:
    """The same day some years later; the day before the first of March where it does not exist then."""
    year = min(day.year + years, _LAST_YEAR)
    return day.replace(year=year, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=year)


def _within(plan: Plan, one: Related) -> Hit:
    times = [time for time in one.right if isinstance(time, Period)]
    of = one.relation.of
    values = {
        "name": one.subject.name,
        "field": one.relation.field,
        "value": _spoken(one.left),
        "time": _TIMES.get(of, Text(f"inom ”{of}”", f"within “{of}”")),
        "first": times[-1].start,
        "last": times[-1].end or plan.words.open,
    }
    return Hit(one.place, values, "within", one.relation)


def _after(one: Related) -> Hit:
    relation = one.relation
    base = max(day for day in map(last_day, one.right) if day is not None)
    earliest = _later(base, relation.years)
    is_year = isinstance(one.left[0], int)
    values = {
        "name": one.subject.name,
        "field": relation.field,
        "value": _spoken(one.left),
        "of": _DECISION if relation.of == DECISION else Text(f"”{relation.of}”", f"“{relation.of}”"),
        "day": base,
        "years": relation.years,
        "earliest": earliest.year if is_year else earliest,
    }
    return Hit(one.place, values, "years" if relation.years else "", relation)


def _spoken(values: tuple[Scalar, ...]) -> tuple[object, ...]:
    return tuple(str(value) if isinstance(value, Period) else value for value in values)
