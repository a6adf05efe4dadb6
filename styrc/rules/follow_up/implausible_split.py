"""Values for women and men that the value for all does not lie between."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from styrc.element import Outcome, Sex
from styrc.plan import Plan
from styrc.quantity import write_number
from styrc.rule import Hit
from styrc.rules.reporting import MEASURED
from styrc.schema import Part


def implausible_split(plan: Plan) -> Iterator[Hit]:
    """A value for all that is neither between those for women and men nor, where things are counted, their sum."""
    indicators = {(one.id, one.unit): one for one in plan.with_role(*MEASURED)}
    for series, outcomes in plan.outcomes.items():
        indicator = indicators.get(series)
        rows: dict[tuple[object, ...], dict[Sex, Outcome]] = {}
        for one in outcomes:
            if one.value is not None and not one.broken:
                rows.setdefault((one.document, one.place.file, one.period, one.unit), {})[one.sex] = one
        measure = plan.spelled(plan.part(indicator, Part.UNIT_OF_MEASURE)) if indicator else ()
        is_share = bool(set(measure) & set(plan.words.share_of_a_whole))
        for row in rows.values():
            values = [row[sex].value for sex in (Sex.ALL, Sex.WOMEN, Sex.MEN) if sex in row]
            numbers = [value for value in values if value is not None]
            if indicator is not None and len(numbers) == len(Sex) and not _fits(*numbers, is_share=is_share):
                whole, women, men = (write_number(one) for one in numbers)
                name = indicator.title or indicator.id
                said = {"name": name, "value": whole, "women": women, "men": men}
                yield Hit(row[Sex.ALL].place, said, "" if is_share else "counted")


def _fits(whole: Decimal, women: Decimal, men: Decimal, *, is_share: bool) -> bool:
    """Whether the value for all can be right, as far as the decimals that all are printed with let one see."""
    coarse = max(Decimal(1).scaleb(int(str(value.as_tuple().exponent))) for value in (whole, women, men))
    low, high = (one.quantize(coarse) for one in sorted((women, men)))
    return low <= whole.quantize(coarse) <= high or (not is_share and women + men == whole)
