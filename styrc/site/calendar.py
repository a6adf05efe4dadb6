"""The year wheel: in which month the plans of each year were decided, drawn and as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from styrc.blocks import Block, Column, Row, Run, Table
from styrc.blocks import Document as Blocks
from styrc.element import Document
from styrc.jurisdiction import Deadline, Statutes, jurisdiction_of
from styrc.render import labels
from styrc.render.charts import year_wheel
from styrc.render.say import capital, day
from styrc.site.view import SiteView, heading, is_yearly, text


def calendar(view: SiteView) -> Blocks:
    """The decisions of each plan year around the months."""
    return view.page(view.say(labels.YEAR_WHEEL), _calendar(view))


def _calendar(view: SiteView) -> Iterator[Block]:
    dated = [one for one in view.plan.documents.values() if one.decision and one.decision.day]
    yield text(view.say(labels.WHEEL_INTRO if dated else labels.NO_DECISIONS))
    for year in sorted({one.period.start.year for one in dated if is_yearly(one)}, reverse=True):
        own = [one for one in dated if is_yearly(one) and one.period.start.year == year]
        title = view.say(labels.PLANS_FOR, year=year)
        yield heading(title)
        drawn = year_wheel(own, year, view.addresses.language)
        if drawn is not None:
            yield drawn
        yield _decisions(view, own, title)
    lasting = [one for one in dated if not is_yearly(one)]
    if lasting:
        yield heading(view.say(labels.RUNNING))
        yield _decisions(view, lasting, view.say(labels.RUNNING))
    yield from _law(view)


def _law(view: SiteView) -> Iterator[Block]:
    """The days of the year that the country's law gives: until when, for what, and where it says so."""
    country = jurisdiction_of(view.plan.schema.jurisdiction)
    if country is None or country.statutes is None:
        return
    deadlines = (getattr(country.statutes, name) for name in Statutes.model_fields)
    days = sorted((one for one in deadlines if isinstance(one, Deadline)), key=lambda one: one.last_day)
    rows = tuple(
        Row(
            (
                (Run(f"{one.last_day[1]} {view.plan.words.months[one.last_day[0] - 1]}"),),
                (Run(one.why.sv if view.addresses.language == "sv" else one.why.en),),
                (Run(f"{country.laws[one.in_]}, {one.section}"),),
            )
        )
        for one in days
    )
    heads = (labels.LAST_DAY, labels.WHAT, labels.SECTION)
    yield heading(view.say(labels.DAYS_OF_LAW))
    yield Table(view.say(labels.DAYS_OF_LAW), tuple(Column((Run(view.say(head)),)) for head in heads), rows)


def _decisions(view: SiteView, documents: Sequence[Document], caption: str) -> Table:
    rows = []
    dated = [(one.decision.day, one.id, one) for one in documents if one.decision and one.decision.day]
    for date, _, document in sorted(dated, key=lambda row: row[:2]):
        body = document.decision.body if document.decision else ""
        name = capital(view.plan.organisation.name(body)) if body else "–"
        rows.append(Row(((Run(day(date, view.plan.words)),), view.document_links([document]), (Run(name),))))
    columns = tuple(Column((Run(view.say(head)),)) for head in (labels.DATE, labels.DOCUMENT, labels.BODY))
    return Table(caption, columns, tuple(rows))
