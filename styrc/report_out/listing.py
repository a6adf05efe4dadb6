"""Elements or documents -> a list: a table for the eye, ids for other commands, JSON for programs, CSV for Excel."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from rich.cells import cell_len, set_cell_size
from rich.text import Text as Line

from styrc.element import Document, Element, Scalar, State, Value
from styrc.plan import Plan
from styrc.quantity import Period, Target, write_target
from styrc.report_out.layout import Page, safe
from styrc.text import Text
from styrc.words import Words

_ID, _KIND, _TITLE = Text("Id", "Id"), Text("Sort", "Kind"), Text("Titel", "Title")
_UNIT, _DOCUMENT = Text("Enhet", "Unit"), Text("Dokument", "Document")
_PERIOD, _STATE = Text("Period", "Period"), Text("Läge", "State")
_GAP = 2
_TITLE_COLUMN = 2
_READABLE, _LEAST = 24, 12
"""What a title needs before other columns get room, and what every column keeps."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows under headings, the exact names of what they show, and all that is known of it."""

    headings: tuple[Text, ...]
    rows: Sequence[tuple[str, ...]]
    names: list[str]
    data: list[dict[str, object]]


def of_elements(plan: Plan, elements: Iterable[Element]) -> Listing:
    """A list of elements."""
    elements = list(elements)
    rows = [
        (
            one.id,
            plan.schema.word(one.kind),
            one.title,
            _period(plan.document(one).period, plan.words),
            plan.organisation.name(one.unit),
            one.document,
        )
        for one in elements
    ]
    headings = (_ID, _KIND, _TITLE, _PERIOD, _UNIT, _DOCUMENT)
    return Listing(headings, rows, [one.key for one in elements], [_element(plan, one) for one in elements])


def of_documents(plan: Plan, documents: Iterable[Document]) -> Listing:
    """A list of documents."""
    documents = list(documents)
    rows = [
        (
            one.id,
            one.kind,
            one.title,
            _period(one.period, plan.words),
            _state(plan, one),
            plan.organisation.name(one.unit),
        )
        for one in documents
    ]
    headings = (_ID, _KIND, _TITLE, _PERIOD, _STATE, _UNIT)
    return Listing(headings, rows, [one.id for one in documents], [_document(plan, one) for one in documents])


def as_table(listing: Listing, page: Page) -> Iterator[Line]:
    """A table that fits the page: the last columns are left out first, then long cells are cut, the ids last of all."""
    if not listing.rows:
        return
    headings = tuple(page.say(heading) for heading in listing.headings)
    rows = [tuple(safe(" ".join(cell.split())) for cell in row) for row in listing.rows]
    widths = _widths([headings, *rows], page.width)
    yield Line(_fitted(headings, widths, page), "bold")
    for row in rows:
        yield Line(_fitted(row, widths, page))


def as_ids(listing: Listing) -> str:
    """The exact names, one a line, as a selection understands them."""
    return "".join(f"{name}\n" for name in listing.names)


def as_json(listing: Listing) -> str:
    """Everything, for programs."""
    return json.dumps(listing.data, ensure_ascii=False, indent=2) + "\n"


def as_csv(listing: Listing, page: Page) -> str:
    """A file that Excel opens rightly in Sweden: semicolons, a mark of UTF-8, and nothing that passes for a formula."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([page.say(heading) for heading in listing.headings])
    writer.writerows([_harmless(cell) for cell in row] for row in listing.rows)
    return _BOM + text.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.lstrip().startswith(_FORMULA) or cell.startswith(_FORMULA) else cell


# Tables


def _widths(rows: Sequence[tuple[str, ...]], room: int) -> list[int]:
    """How wide each column is, for as many columns as there is room for with a title that can be read."""
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    while len(widths) > _TITLE_COLUMN + 1 and _least(widths) > room:
        widths.pop()
    room -= _GAP * (len(widths) - 1)
    for first in (_TITLE_COLUMN, 0):  # column 0 holds the ids
        while sum(widths) > room and max(widths[first:]) > _LEAST:
            widths[max(range(first, len(widths)), key=lambda one: widths[one])] -= 1
    return widths


def _least(widths: list[int]) -> int:
    """The room that columns need when only the titles are cut."""
    titles = min(_READABLE, widths[_TITLE_COLUMN])
    return sum(widths) - widths[_TITLE_COLUMN] + titles + _GAP * (len(widths) - 1)


def _fitted(cells: tuple[str, ...], widths: list[int], page: Page) -> str:
    cut = "." if page.plain else "…"
    made = [
        set_cell_size(cell, width) if cell_len(cell) <= width else set_cell_size(cell, width - 1) + cut
        for cell, width in zip(cells, widths, strict=False)  # columns without room have no width
    ]
    return (" " * _GAP).join(made).rstrip()


# Data


def _element(plan: Plan, element: Element) -> dict[str, object]:
    links: dict[str, list[str]] = {}
    for tied in plan.up(element):
        links.setdefault(tied.reference.link, []).append(tied.target.key)
    return {
        "key": element.key,
        "id": element.id,
        "kind": element.kind,
        "role": plan.role(element).value,
        "title": element.title,
        "unit": element.unit,
        "document": element.document,
        "file": element.place.file,
        "values": {name: _value(value, plan.words) for name, value in element.values.items()},
        "links": links,
    }


def _document(plan: Plan, document: Document) -> dict[str, object]:
    return {
        "id": document.id,
        "kind": document.kind,
        "title": document.title,
        "unit": document.unit,
        "period": _period(document.period, plan.words),
        "state": document.state.value,
        "file": document.place.file,
        "elements": len(plan.in_document(document.id)),
    }


def _value(value: Value, words: Words) -> object:
    if isinstance(value, tuple):
        return [_scalar(one, words) for one in value]
    if isinstance(value, Mapping):
        return {str(year): _scalar(one, words) for year, one in value.items()}
    return _scalar(value, words)


def _scalar(value: Scalar, words: Words) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, Target):
        return write_target(value, words)
    if isinstance(value, Period):
        return _period(value, words)
    return value.isoformat() if isinstance(value, date) else value


def _period(period: Period, words: Words) -> str:
    return str(period) or words.open


def _state(plan: Plan, document: Document) -> str:
    said = plan.words.states
    return {State.DRAFT: said.draft, State.PREPARATION: said.preparation, State.DECIDED: said.decided}[document.state]
