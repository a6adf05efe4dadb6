"""Interim reports on a shorter or longer part of the year than the law allows."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.plan import Plan
from styrc.quantity import Period
from styrc.rule import Hit
from styrc.rules.statutes import law_of, with_role
from styrc.schema import DocumentRole


def wrong_interim_period(plan: Plan) -> Iterator[Hit]:
    """A period that does not begin with the year, or not of so many whole months."""
    law = law_of(plan)
    for document, _ in with_role(plan, DocumentRole.INTERIM_REPORT) if law else ():
        months = _months(document.period)
        statute = law.statutes.interim_period if law else None
        if law is None or statute is None or statute.least_months <= months <= statute.most_months:
            continue
        if plan.schema.documents[document.kind].period.form == "part" and not _is_part(document.period):
            continue  # the model asks for a part of a year, which is told
        values = {
            "document": document.title,
            "period": str(document.period),
            "least": statute.least_months,
            "most": statute.most_months,
        }
        yield Hit(document.place.at(plan.words.document.period), values, because=law.because(statute))


def _is_part(period: Period) -> bool:
    """Whether a period is a part of one year."""
    return period.last.year == period.start.year and period.whole_years is None


def _months(period: Period) -> int:
    """The months from the beginning of a year; none where the period begins later or runs into the next year."""
    end = period.end
    whole = (period.start.month, period.start.day) == (1, 1) and end is not None and end.year == period.start.year
    return end.month if whole and end is not None else 0
