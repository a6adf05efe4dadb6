"""`styrc new`: the file that a unit fills in for a report, made anew or added to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Annotated

import typer

from styrc.cli.session import CannotError, Session, cannot
from styrc.element import Document
from styrc.follow_up import follow_up
from styrc.follow_up.breaks import dues
from styrc.names import nearest, slug
from styrc.plan import Plan
from styrc.quantity import Misread, Period, read_period
from styrc.render import language_of
from styrc.render.form import Form, form
from styrc.source import Place
from styrc.text import AnyOf, Text
from styrc.yaml_insert import CannotInsertError, insert

_NO_REPORT = Text("Styrmodellen har ingen rapport som heter ”{value}”.", "The model has no report called “{value}”.")
_NO_UNIT = Text("Enheten ”{value}” finns inte.", "There is no unit “{value}”.")
_WRONG_UNIT = Text("{name} lämnar ingen ”{kind}”.", "{name} makes no “{kind}”.")
_NO_PERIOD = Text("”{value}” är ingen period.", "“{value}” is no period.")
_WHICH_UNIT = Text("Skriv vilken enhet det gäller med --unit.", "Say which unit with --unit.")
_WHICH_PERIOD = Text("Skriv vilken tid rapporten gäller med --period.", "Say which time with --period.")
_NEAR = Text("Menade du {near}?", "Did you mean {near}?")
_KNOWN = Text("Välj {known}.", "Choose {known}.")
_PERIOD = Text("Skriv till exempel 2026-01 – 2026-08 eller 2026.", "Write for example 2026-01 – 2026-08 or 2026.")
_BRACES = Text(
    "Avsnittet ”{section}” i {file} går inte att fylla på.",
    "Nothing can be added to the section “{section}” in {file}.",
)
_LINES = Text(
    "Skriv det med en rad för varje del, utan klamrar, och rätta det som styrc check visar.",
    "Write it with a line for each part, without braces, and mend what styrc check shows.",
)
_EXISTS = Text("Filen {file} finns redan och är något annat.", "The file {file} exists and is something else.")
_OTHER_FILE = Text("Välj en annan med --to.", "Choose another with --to.")
_NOTHING = Text("Inget fattas i {file}.", "Nothing is missing in {file}.")
_ADDED = Text("Skrev {file}: {count} nya delar att svara på.", "Wrote {file}: {count} new parts to answer for.")
_NO_ASKS = Text("Rapporten har inget att svara på för den tiden.", "The report has nothing to answer for at that time.")


def run(
    ctx: typer.Context,
    report: Annotated[str, typer.Argument()],
    folder: Annotated[Path, typer.Argument()] = Path(),
    *,
    unit: Annotated[str, typer.Option("--unit")] = "",
    period: Annotated[str, typer.Option("--period")] = "",
    to: Annotated[Path | None, typer.Option("--to")] = None,
) -> None:
    """Write the file of a report, or add to it what the plans have got since."""
    session: Session = ctx.obj
    project, compilation = session.compile(folder)
    if compilation.plan is None:
        raise cannot("no model")
    plan = compilation.plan
    asked = _asked(plan, report, unit, period)
    made = form(plan, asked, language_of(plan))
    if not follow_up(plan).asked_of(asked):
        session.note(_NO_ASKS)
    known = plan.documents.get(asked.id)
    path = to or project.root / (known.place.file if known else _name(plan, asked))
    _write(session, path, made, plan, is_known=known is not None)


def _asked(plan: Plan, report: str, unit: str, period: str) -> Document:
    """The report that is meant: one that has been begun, or one to begin."""
    kinds = plan.schema.reports
    if report not in kinds:
        raise _not_among(_NO_REPORT, report, tuple(kinds))
    units = [one.id for one in plan.organisation.of_levels(kinds[report].levels)]
    if not unit and len(units) == 1:
        unit = units[0]
    if not unit:
        raise CannotError(_WHICH_UNIT, _KNOWN, {"known": AnyOf(tuple(units))})
    if unit not in plan.organisation.units:
        raise _not_among(_NO_UNIT, unit, tuple(units))
    if unit not in units:
        values = {"name": plan.organisation.name(unit), "kind": report, "known": AnyOf(tuple(units))}
        raise CannotError(_WRONG_UNIT, _KNOWN, values)
    when = _period(plan, report, unit, period)
    begun = (one for one in plan.documents_of(report) if (one.unit, one.period.last) == (unit, when.last))
    return next(begun, Document("", report, "", unit, when, Place("")))


def _not_among(words: Text, value: str, known: tuple[str, ...]) -> CannotError:
    near = nearest(value, known)
    return CannotError(words, _NEAR if near else _KNOWN, {"value": value, "near": AnyOf(near), "known": AnyOf(known)})


def _period(plan: Plan, report: str, unit: str, written: str) -> Period:
    """The time as written, else that of the first report of the kind that nobody has begun."""
    if written:
        try:
            return read_period(written, plan.words)
        except Misread as error:
            raise CannotError(_NO_PERIOD, _PERIOD, {"value": written}) from error
    found = next(_waiting(plan, report, unit), None)
    if found is None:
        raise CannotError(_WHICH_PERIOD, _PERIOD)
    return found


def _waiting(plan: Plan, report: str, unit: str) -> Iterator[Period]:
    """The times for which the model asks for the report and there is none, after the last that there is."""
    made = [one.period.last for one in plan.documents_of(report) if one.unit == unit]
    for year in sorted(plan.municipality.years):
        for one in dues(plan, year):
            if (one.kind, one.unit) == (report, unit) and one.period.last > max(made, default=date.min):
                yield one.period


def _name(plan: Plan, report: Document) -> str:
    """Where the file of a new report lies: with others of its kind in its year, else in a folder of the kind's name."""
    year, month = report.period.last.year, report.period.last.month
    others = [one.place.file for one in plan.documents_of(report.kind) if one.period.last.year == year]
    own = f"{year}/{slug(plan.schema.reports[report.kind].plural or report.kind)}"
    folder = PurePosixPath(others[0]).parent if others else own
    return f"{folder}/{slug(report.kind)}-{slug(report.unit)}-{year}-{month:02}.yaml"


def _write(session: Session, path: Path, made: Form, plan: Plan, *, is_known: bool) -> None:
    name = str(path)
    if path.exists() and not is_known:
        raise CannotError(_EXISTS, _OTHER_FILE, {"file": name})
    before = path.read_bytes().decode("utf-8") if path.exists() else made.head
    text, keys = before, plan.words.report
    for section, rows in ((keys.outcomes, made.outcomes), (keys.answers, made.answers)):
        try:
            text = insert(text, section, rows) if rows else text
        except CannotInsertError as error:
            raise CannotError(_BRACES, _LINES, {"section": section, "file": name}) from error
    if path.exists() and text == before:
        session.note(_NOTHING, file=name)
        return
    count = sum(text.count(f"\n  {key}:") - before.count(f"\n  {key}:") for key, _ in (*made.outcomes, *made.answers))
    _replace(path, text)
    session.note(_ADDED, file=name, count=count)


def _replace(path: Path, text: str) -> None:
    """Write the file beside and move it into place: what somebody has filled in is never half overwritten."""
    beside = path.with_name(f".{path.name}.ny")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(text, "utf-8", newline="")
        beside.replace(path)
    except OSError as error:
        raise cannot("unwritable", file=str(path), reason=error.strerror or "") from error
