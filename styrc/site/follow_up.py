"""The follow-up of the whole municipality on one page: the latest report, what has changed, and the goals over time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from styrc.blocks import Block, Column, Inlines, Paragraph, Row, Run, Table
from styrc.blocks import Document as Blocks
from styrc.element import Document, Element
from styrc.follow_up import follow_up
from styrc.render.report import Answering
from styrc.render.report.marks import status_inlines
from styrc.render.report.summary import changes, counts
from styrc.render.report.units import progress_table, status_map
from styrc.render.say import capital, period
from styrc.render.tables import element_link
from styrc.schema import Role
from styrc.site.address import FOLLOW_UP
from styrc.site.view import SiteView, heading, text
from styrc.text import Text

_INTRO = Text(
    "Så gick det, rapport för rapport. Överst står den senaste rapporten för hela kommunen.",
    "How it went, report by report. The latest report for the whole municipality stands first.",
)
_WHOLE = Text("Hela rapporten:", "The whole report:")
_OVER_TIME = Text("Målen över tid", "The goals over time")
_REPORTS = Text("Alla rapporter {year}", "All reports {year}")
_REPORT, _UNIT, _PERIOD = Text("Rapport", "Report"), Text("Enhet", "Unit"), Text("Gäller", "Valid")
_COMPARED = (Role.GOAL, Role.QUALITY)


def follow_up_page(view: SiteView) -> Blocks:
    """The page on follow-up."""
    return view.page(view.say(FOLLOW_UP), _page(view))


def _page(view: SiteView) -> Iterator[Block]:
    reports = follow_up(view.plan).reports
    yield text(view.say(_INTRO))
    top = _top(view, reports)
    if top:
        yield from _latest(view, top[-1])
    compared = [one for one in top if follow_up(view.plan).duties(one)]
    if compared:
        yield heading(view.say(_OVER_TIME))
        yield from _over_time(view, compared)
    for year in sorted({one.period.last.year for one in reports}, reverse=True):
        yield heading(view.say(_REPORTS, year=year))
        yield _table(view, [one for one in reports if one.period.last.year == year], view.say(_REPORTS, year=year))


def _top(view: SiteView, reports: Sequence[Document]) -> list[Document]:
    """The reports that gather others, or else those of the topmost units that report; in the order of their breaks."""
    kinds = view.plan.schema.reports
    gathering = [one for one in reports if kinds[one.kind].gathers and kinds[one.kind].asks]
    asking = [one for one in reports if kinds[one.kind].asks]
    found = sorted(gathering or asking, key=lambda one: one.period.last)
    units = list(view.plan.organisation.units)
    highest = min((units.index(one.unit) for one in found if one.unit in units), default=0)
    return [one for one in found if one.unit in units and units.index(one.unit) == highest]


def _latest(view: SiteView, report: Document) -> Iterator[Block]:
    answering = Answering(view.plan, report, view.addresses.language)
    yield heading(report.title)
    yield Paragraph((Run(f"{view.say(_WHOLE)} "), *view.document_links([report])))
    yield from counts(answering)
    if (drawn := status_map(answering)) is not None:
        yield drawn
    yield from changes(answering, None)
    if (table := progress_table(answering)) is not None:
        yield table


def _over_time(view: SiteView, reports: Sequence[Document]) -> Iterator[Table]:
    """For each kind of goal: a row for each goal and a column for each break."""
    made = follow_up(view.plan)
    things: dict[str, dict[tuple[str, str], Element]] = {}
    for report in reversed(reports):
        for one, _ in made.duties(report).values():
            if view.plan.role(one) in _COMPARED:
                things.setdefault(one.kind, {}).setdefault((one.id, one.unit), one)
    for kind, elements in things.items():
        words = capital(view.plan.schema.distinct_words(kind))
        heads = [capital(view.plan.schema.word(kind)), *(period(one.period, view.plan.words) for one in reports)]
        rows = tuple(
            Row((element_link(one), *(_status(view, one, report) for report in reports))) for one in elements.values()
        )
        yield Table(words, tuple(Column((Run(head),)) for head in heads), rows)


def _status(view: SiteView, thing: Element, report: Document) -> Inlines:
    """How the thing stood at a break; a dash where it was not in the plans of that time."""
    made = follow_up(view.plan)
    element = made.carried_on(thing, report)
    step = made.judgement(element, report).step if element is not None and element.key in made.duties(report) else None
    return status_inlines(step, view.addresses.language) if step is not None else (Run("–"),)


def _table(view: SiteView, reports: Sequence[Document], caption: str) -> Table:
    columns = tuple(Column((Run(view.say(head)),)) for head in (_REPORT, _UNIT, _PERIOD))
    organisation, words = view.plan.organisation, view.plan.words
    rows = tuple(
        Row((view.document_links([one]), (Run(organisation.name(one.unit)),), (Run(period(one.period, words)),)))
        for one in sorted(reports, key=lambda one: one.period.last, reverse=True)
    )
    return Table(caption, columns, rows)
