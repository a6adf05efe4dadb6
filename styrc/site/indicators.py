"""A page for each indicator: what it measures, its values drawn against the targets, and where they are told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from styrc.blocks import PAGE, Align, Block, Column, Facts, Inlines, Link, Pair, Row, Run, Table
from styrc.blocks import Document as Blocks
from styrc.element import Document, Element, Outcome, Sex
from styrc.follow_up import FollowUp, follow_up
from styrc.follow_up.said import spoken
from styrc.quantity import write_number, write_target
from styrc.render import labels
from styrc.render.charts import series_figure
from styrc.render.report import words as said
from styrc.render.report.marks import status_inlines
from styrc.render.say import capital, period, printed
from styrc.render.tables import targets
from styrc.schema import Part, Type
from styrc.site.address import INDICATORS, indicators
from styrc.site.view import SiteView, heading, text
from styrc.text import Text

_INTRO = Text(
    "Alla mått i planerna, med det senaste värdet. Varje mått har en sida med sin utveckling.",
    "All measures in the plans, with the latest value. Each has a page with its course over time.",
)
_VALUES = Text("Värden", "Values")
_TARGETS = Text("Mål", "Targets")
_YEAR = Text("År", "Year")
_FOR = Text("Avser", "For")
_VALUE = Text("Värde", "Value")
_WOMEN, _MEN = Text("Kvinnor", "Women"), Text("Män", "Men")
_SOURCE = Text("Källa", "Source")
_TOLD = Text("Redovisat i", "Told in")
_LATEST = Text("Senaste värde", "Latest value")
_JUDGED = Text("Bedömningar", "Judgements")
_UNIT = Text("Måttenhet", "Unit of measure")
_NONE = Text("Inga värden är redovisade.", "No values have been told.")

END = date.max
"""All that is known: the site shows what has come since the reports too."""


def indicator_page(view: SiteView, versions: Sequence[Element]) -> Blocks:
    """The page of one indicator; `versions` are the same in each year's plan, the latest first."""
    return view.page(versions[0].title or versions[0].id, _page(view, versions))


def _page(view: SiteView, versions: Sequence[Element]) -> Iterator[Block]:
    latest, made = versions[0], follow_up(view.plan)
    if words := view.plan.part(latest, Part.TEXT) or view.plan.part(latest, Part.DEFINITION):
        yield text(spoken(view.plan, view.plan.document(latest), str(words)))
    yield _facts(view, latest)
    if (drawn := series_figure(view.plan, versions, END, view.addresses.language)) is not None:
        yield drawn
    values = _values(view, made, latest)
    yield heading(view.say(_VALUES))
    yield values or text(view.say(_NONE))
    if (aims := _targets(view, versions)) is not None:
        yield aims
    if (judged := _judged(view, made, versions)) is not None:
        yield judged


def _facts(view: SiteView, indicator: Element) -> Facts:
    """What the model's fields say of it, beside its values and texts, and what it measures."""
    plan, kind = view.plan, view.plan.kind(indicator)
    shown = {
        name: field
        for name, field in kind.fields.items()
        if name in indicator.values
        and field.part not in (Part.OUTCOME, Part.TARGET, Part.TITLE, Part.TEXT)
        and field.type is not Type.PROSE
    }
    pairs = [Pair(capital(name), targets(plan, indicator, name)) for name in kind.links]
    pairs += [Pair(capital(name), (Run(printed(indicator.values[name], one, plan)),)) for name, one in shown.items()]
    unit = Pair(view.say(labels.BELONGS_TO), (Run(plan.organisation.name(indicator.unit)),))
    return Facts((unit, *pairs))


def _values(view: SiteView, made: FollowUp, indicator: Element) -> Table | None:
    """Every value that is known, the latest first, with those for women and men beside it, and where it was told."""
    own = made.outcomes.values(indicator, END)
    if not own:
        return None
    by_sex = {
        sex: {one.period: one for one in made.outcomes.values(indicator, END, sex)} for sex in (Sex.WOMEN, Sex.MEN)
    }
    split = any(by_sex.values())
    numbers = [_VALUE, *((_WOMEN, _MEN) if split else ())]
    columns = (
        Column((Run(view.say(_FOR)),)),
        *(Column((Run(view.say(head)),), Align.END) for head in numbers),
        Column((Run(view.say(_SOURCE)),)),
        Column((Run(view.say(_TOLD)),)),
    )
    rows = tuple(
        Row((
            (Run(period(one.period, view.plan.words)),),
            _number(one),
            *((_number(by_sex[sex].get(one.period)) for sex in by_sex) if split else ()),
            (Run(one.source or "–"),),
            _told(view, one),
        ))
        for one in reversed(own)
    )  # fmt: skip
    return Table(view.say(_VALUES), columns, rows)


def _number(outcome: Outcome | None) -> Inlines:
    return (Run(write_number(outcome.value) if outcome and outcome.value is not None else "–"),)


def _dated(view: SiteView, outcome: Outcome) -> str:
    """A value and what it is for."""
    value = write_number(outcome.value) if outcome.value is not None else "–"
    return f"{value} ({period(outcome.period, view.plan.words)})"


def _told(view: SiteView, outcome: Outcome) -> Inlines:
    document = view.plan.documents.get(outcome.document)
    return view.document_links([document]) if document else (Run("–"),)


def _targets(view: SiteView, versions: Sequence[Element]) -> Table | None:
    """The targets by year, as the latest plan that has the year says."""
    made = follow_up(view.plan)
    years = sorted({year for one in versions for year in made.target_years(one)}, reverse=True)
    rows = []
    for year in years:
        aim = next((aim for one in versions if (aim := made.target(one, year)) is not None), None)
        if aim is not None:
            rows.append(Row(((Run(str(year)),), (Run(write_target(aim, view.plan.words)),))))
    if not rows:
        return None
    columns = (Column((Run(view.say(_YEAR)),)), Column((Run(view.say(_TARGETS)),), Align.END))
    return Table(view.say(_TARGETS), columns, tuple(rows))


def _judged(view: SiteView, made: FollowUp, versions: Sequence[Element]) -> Table | None:
    """How it stood in each report that answers for it, the latest first."""
    found: list[tuple[Document, Inlines]] = []
    for report in made.reports:
        for one in versions:
            if one.key in made.duties(report):
                step = made.judgement(one, report).step
                found.append((report, status_inlines(step, view.addresses.language)))
    if not found:
        return None
    found.sort(key=lambda pair: pair[0].period.last, reverse=True)
    columns = (Column((Run(view.say(said.REPORT)),)), Column((Run(view.say(said.STATUS)),)))
    rows = tuple(Row((view.document_links([report]), status)) for report, status in found)
    return Table(view.say(_JUDGED), columns, rows)


def indicator_index(view: SiteView) -> Blocks:
    """All indicators with their latest value."""
    return view.page(view.say(INDICATORS), _index(view))


def _index(view: SiteView) -> Iterator[Block]:
    yield text(view.say(_INTRO))
    by_unit: dict[str, list[list[Element]]] = {}
    for versions in indicators(view.plan).values():
        by_unit.setdefault(versions[0].unit, []).append(versions)
    for unit in view.plan.organisation.units:
        if unit in by_unit:
            name = view.plan.organisation.name(unit)
            yield heading(name)
            yield _listed(view, by_unit[unit], name)


def _listed(view: SiteView, ones: Sequence[Sequence[Element]], caption: str) -> Table:
    made = follow_up(view.plan)
    heads = (Column((Run(view.say(INDICATORS)),)), Column((Run(view.say(_LATEST)),), Align.END))
    rows = []
    for versions in ones:
        values = made.outcomes.values(versions[0], END)
        unit = str(view.plan.part(versions[0], Part.UNIT_OF_MEASURE) or "")
        latest = _dated(view, values[-1]) if values else "–"
        path = view.addresses.indicators[versions[0].id, versions[0].unit]
        title = Link(PAGE + path, (Run(versions[0].title or versions[0].id),))
        rows.append(Row(((title,), (Run(latest),), (Run(unit or "–"),))))
    return Table(caption, (*heads, Column((Run(view.say(_UNIT)),))), tuple(rows))
