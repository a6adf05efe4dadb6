"""The outcomes of an indicator as they were known on a day: what plans, reports and series have told until then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from styrc.element import Element, Outcome, Sex
from styrc.plan import Plan
from styrc.quantity import Period
from styrc.schema import Part


@dataclass(frozen=True, slots=True)
class Known:
    """An outcome and the day from which it is known: a report never changes because of what came later."""

    outcome: Outcome
    since: date


class Outcomes:
    """All outcomes of a plan's indicators."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._made: dict[tuple[str, str], tuple[Known, ...]] = {}

    def of(self, indicator: Element) -> tuple[Known, ...]:
        """Everything that is known of an indicator over the years, the earliest period first."""
        series = (indicator.id, indicator.unit)
        if series not in self._made:
            known = [*self._history(series), *map(self._known, self.plan.outcomes.get(series, ()))]
            self._made[series] = tuple(sorted(known, key=_order))
        return self._made[series]

    def values(self, indicator: Element, day: date, sex: Sex = Sex.ALL, unit: str = "") -> list[Outcome]:
        """The measured values known on a day, one for each period; what was told last of a period counts."""
        found: dict[Period, Known] = {}
        for one in self.of(indicator):
            said = one.outcome
            fits = said.sex is sex and said.unit == unit and said.value is not None and not said.broken
            if fits and one.since <= day and (said.period not in found or found[said.period].since <= one.since):
                found[said.period] = one
        return [one.outcome for one in found.values()]

    def current(self, indicator: Element, until: date) -> Outcome | None:
        """What an indicator is judged by at a break: the latest value of that year, or one told at that very break.

        Where there is none, the reason told at that break why there is none.
        """
        year = until.year
        values = [one for one in self.values(indicator, until) if one.period.touches(year) or self._is_told(one, until)]
        if values:
            return max(values, key=lambda one: (one.period.last, one.period.start))
        reasons = (
            one.outcome for one in self.of(indicator) if one.outcome.reason and self._is_told(one.outcome, until)
        )
        return next((one for one in reasons if one.sex is Sex.ALL and not one.unit), None)

    def is_told(self, indicator: Element, until: date) -> bool:
        """Whether there is an outcome, or the reason why there is none, that is not overtaken by the time since.

        A value of the year so far in an earlier report is none of the whole year, and a value of some months is none
        where there have been values of whole years. One with the day that it was measured, as those of series have,
        is what there is: much is counted once a year.
        """
        current = self.current(indicator, until)
        if current is not None and current.value is not None and _ends_a_year(until):
            whole = any(one.period.whole_years for one in self.values(indicator, until))
            if whole and not current.period.whole_years:
                return False
        known = (one for one in self.of(indicator) if one.outcome is current)
        return any(_is_final(one.outcome) or one.since >= min(until, one.outcome.period.last) for one in known)

    def before(self, indicator: Element, outcome: Outcome, until: date) -> Outcome | None:
        """The last value before an outcome, over as long a time: months are not compared with years."""
        earlier = [
            one
            for one in self.values(indicator, until, outcome.sex, outcome.unit)
            if one.period.last < outcome.period.last and _months(one.period) == _months(outcome.period)
        ]
        return max(earlier, key=lambda one: one.period.last, default=None)

    def _is_told(self, outcome: Outcome, until: date) -> bool:
        report = self.plan.documents.get(outcome.document)
        # what a plan tells is past, also on the last day of the plan
        return report is not None and report.kind in self.plan.schema.reports and report.period.last == until

    def _known(self, outcome: Outcome) -> Known:
        report = self.plan.documents.get(outcome.document)
        if report is not None:
            return Known(outcome, report.period.last)
        return Known(outcome, outcome.measured or outcome.period.last)

    def _history(self, series: tuple[str, str]) -> Iterator[Known]:
        """The outcomes that the plans themselves tell, known when the plan begins."""
        for element in self._elements.get(series, ()):
            values, name = self.plan.part(element, Part.OUTCOME), self.plan.field_name(element.kind, Part.OUTCOME)
            known = self.plan.document(element).period.start
            for year, value in values.items() if isinstance(values, Mapping) else ():
                if isinstance(value, Decimal):
                    period = Period(date(year, 1, 1), date(year, 12, 31))
                    place = element.place.at(name, str(year))
                    yield Known(Outcome(element.id, period, place, value, document=element.document), known)

    @property
    def _elements(self) -> Mapping[tuple[str, str], list[Element]]:
        if not hasattr(self, "_index"):
            self._index: dict[tuple[str, str], list[Element]] = {}
            for one in self.plan.elements.values():
                if self.plan.field_name(one.kind, Part.OUTCOME):
                    self._index.setdefault((one.id, one.unit), []).append(one)
        return self._index


def _ends_a_year(day: date) -> bool:
    return (day.month, day.day) == (12, 31)


def _is_final(outcome: Outcome) -> bool:
    return outcome.measured is not None or not outcome.document


def _months(period: Period) -> int:
    return (period.last.year - period.start.year) * 12 + period.last.month - period.start.month


def _order(one: Known) -> tuple[object, ...]:
    period, place = one.outcome.period, one.outcome.place
    return period.last, period.start, one.since, place.file, str(place.path)
