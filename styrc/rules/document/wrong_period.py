"""Documents that run for another time than the steering model says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from styrc.jurisdiction import jurisdiction_of
from styrc.plan import Plan
from styrc.quantity import Period
from styrc.rule import Hit
from styrc.schema.document import Period as Form
from styrc.text import AnyOf


def wrong_period(plan: Plan) -> Iterator[Hit]:
    """A document whose period is of another form: no year, not so many years, no term, or not until further notice."""
    terms = _terms(plan)
    for document in plan.documents.values():
        form = plan.schema.documents[document.kind].period
        report = plan.schema.reports.get(document.kind)
        has_breaks = report is not None and report.breaks is not None  # then its periods are those
        asked = plan.has_known_period(document) and plan.binds(form, document.unit) and not has_breaks
        if not asked or _fits(document.period, form, terms):
            continue
        values = {
            "document": document.title,
            "period": str(document.period) or plan.words.open,
            "years": form.years or "",
            "year": _year(plan, document.period),
            "terms": _near(terms, document.period),
            "open": plan.words.open,
        }
        yield Hit(document.place.at(plan.words.document.period), values, _variant(form), form)


def _terms(plan: Plan) -> tuple[Period, ...]:
    """The terms that a document may run for: the municipality's own, else all that the country has had."""
    country = jurisdiction_of(plan.schema.jurisdiction)
    return plan.municipality.terms or (country.terms if country else ())


def _year(plan: Plan, period: Period) -> int:
    """A year to write: that of the period's beginning, or one of the plan's where it has none."""
    return next(iter(plan.municipality.years), 0) if period.start == date.min else period.start.year


def _near(terms: tuple[Period, ...], period: Period) -> AnyOf:
    """The terms of the document's time, else the last one."""
    return AnyOf(tuple(str(term) for term in terms if term.overlaps(period))[-2:] or tuple(map(str, terms[-1:])))


def _fits(period: Period, form: Form, terms: tuple[Period, ...]) -> bool:
    if form.form == "open":
        return period.end is None
    if form.form == "term":
        return not terms or period in terms
    if form.form == "part":
        return period.end is not None and period.end.year == period.start.year and period.whole_years is None
    if form.form == "year":
        return period.whole_years == 1
    return period.whole_years == form.years if form.years else (period.whole_years or 0) > 1


def _variant(form: Form) -> str:
    return "count" if form.form == "years" and form.years else "" if form.form == "year" else form.form
