"""A document -> files of open data beside its page: JSON of all that it holds, CSV of its tables and its indicators."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from styrc.element import Document, Element, FigureTable, Outcome, Scalar, Sex
from styrc.names import slug
from styrc.plan import Plan
from styrc.quantity import Target, write_target
from styrc.render import language_of
from styrc.render.say import capital
from styrc.schema import Part, Role
from styrc.site.open_json import as_json
from styrc.text import Text

_BOM = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_HEADS = {
    "id": Text("id", "id"),
    "title": Text("titel", "title"),
    "unit": Text("enhet", "unit"),
    "measure": Text("mäts i", "measured in"),
    "year": Text("år", "year"),
    "outcome": Text("utfall", "outcome"),
    "target": Text("mål", "target"),
    "period": Text("period", "period"),
    "sex": Text("kön", "sex"),
    "reason": Text("skäl till att värdet saknas", "why there is no value"),
}
_SEXES = {Sex.ALL: Text("alla", "all"), Sex.WOMEN: Text("kvinnor", "women"), Sex.MEN: Text("män", "men")}
_INDICATOR = ("id", "title", "unit", "measure", "year", "outcome", "target")
_OUTCOME = ("id", "unit", "period", "sex", "outcome", "reason")
_OUTCOMES = Text("Utfall", "Outcomes")

Rows = list[list[str]]


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of open data: where it lies, what it is called beside the page, and its text."""

    path: str
    title: str
    content: str


@dataclass
class OpenData:
    """Makes the open data of a plan's documents."""

    plan: Plan
    _told: dict[str, list[Outcome]] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        for series in self.plan.outcomes.values():
            for one in series:
                self._told.setdefault(one.document, []).append(one)

    def files(self, document: Document, stem: str) -> Iterator[DataFile]:
        """The files of a document; `stem` is the path of its page without an ending."""
        told = self._told.get(document.id, [])
        yield DataFile(f"{stem}.json", "JSON", as_json(self.plan, document, told))
        taken: set[str] = set()
        for title, rows in _sheets(self.plan, document, told):
            name = slug(title)
            while name in taken:
                name += "-2"
            taken.add(name)
            yield DataFile(f"{stem}.{name}.csv", f"{title} (CSV)", _csv(rows))


def _sheets(plan: Plan, document: Document, told: Sequence[Outcome]) -> Iterator[tuple[str, Rows]]:
    """Each table of figures, the indicators of each kind, a report's outcomes: rows with their heads first."""
    for table in document.tables.values():
        yield plan.schema.tables[table.name].title or capital(table.name), _figures(plan, table)
    for kind in plan.schema.kinds_with(Role.INDICATOR, Role.KEY_FIGURE):
        indicators = plan.in_document(document.id, kind)
        rows = [row for one in indicators for row in _years(plan, one)]
        if rows:
            yield capital(plan.schema.words(kind)), [_heads(plan, _INDICATOR), *rows]
    if told:
        yield _OUTCOMES.speak(language_of(plan)), [_heads(plan, _OUTCOME), *(_outcome(plan, one) for one in told)]


def _heads(plan: Plan, names: Sequence[str]) -> list[str]:
    return [_HEADS[name].speak(language_of(plan)) for name in names]


def _figures(plan: Plan, table: FigureTable) -> Rows:
    rows = (*table.rows, *((table.total,) if table.total else ()))
    columns = list(dict.fromkeys(column for row in rows for column in row.cells))
    head = ["", *(f"{column} ({table.money})" if table.money else column for column in columns)]
    total = capital(plan.words.table.sum)
    return [
        head,
        *(
            [total if row is table.total else row.label, *(_cell(row.cells.get(one)) for one in columns)]
            for row in rows
        ),
    ]


def _years(plan: Plan, indicator: Element) -> Iterator[list[str]]:
    """A row for each year with an outcome or a target; one without a year for a target of all years."""
    outcome, target = plan.part(indicator, Part.OUTCOME), plan.part(indicator, Part.TARGET)
    measure = plan.part(indicator, Part.UNIT_OF_MEASURE)
    start = [indicator.id, indicator.title, plan.organisation.name(indicator.unit), str(measure or "")]
    outcomes = outcome if isinstance(outcome, Mapping) else {}
    targets = target if isinstance(target, Mapping) else {}
    for year in sorted({*outcomes, *targets}):
        yield [*start, str(year), _said(outcomes.get(year), plan), _said(targets.get(year), plan)]
    if target is not None and not isinstance(target, (Mapping, tuple)):
        yield [*start, "", "", _said(target, plan)]


def _outcome(plan: Plan, one: Outcome) -> list[str]:
    sex = _SEXES[one.sex].speak(language_of(plan))
    unit = plan.organisation.name(one.unit) if one.unit else ""
    return [one.of, unit, str(one.period), sex, _cell(one.value), one.reason]


def _said(value: Scalar | None, plan: Plan) -> str:
    if isinstance(value, Target):
        return write_target(value, plan.words)
    return _cell(value) if isinstance(value, Decimal) else str(value or "")


def _cell(amount: object) -> str:
    """A figure as Excel reads it in Swedish: decimal comma, nothing between thousands."""
    return f"{amount:f}".replace(".", ",") if isinstance(amount, Decimal) else ""


def _csv(rows: Rows) -> str:
    """A file that Excel opens rightly in Sweden: semicolons, a mark of UTF-8, and no words that pass for a formula."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return _BOM + text.getvalue()


def _harmless(cell: str) -> str:
    is_figure = cell.replace(",", "", 1).removeprefix("-").isdecimal()
    return cell if is_figure or not cell.lstrip().startswith(_FORMULA) else f"'{cell}"
