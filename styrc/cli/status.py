"""`styrc status`: what is reported, what is missing, what is red, and what is due next."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from styrc.cli.session import CannotError, Session, one_of
from styrc.follow_up import follow_up
from styrc.names import nearest
from styrc.plan import Plan
from styrc.quantity import Misread, read_date
from styrc.report_out.progress import as_data, shown
from styrc.text import AnyOf, Text

_FORMS = ("text", "json")
_NO_DATE = Text("”{value}” är inget datum.", "“{value}” is no date.")
_DATE = Text("Skriv till exempel 2026-10-01.", "Write for example 2026-10-01.")
_NO_UNIT = Text("Enheten ”{value}” finns inte.", "There is no unit “{value}”.")
_NEAR = Text("Menade du {near}?", "Did you mean {near}?")
_UNITS = Text("Enheternas id står i styrc.yaml.", "The ids of the units stand in styrc.yaml.")


def run(
    ctx: typer.Context,
    folder: Annotated[Path, typer.Argument()] = Path(),
    *,
    on: Annotated[str, typer.Option("--date")] = "",
    unit: Annotated[list[str] | None, typer.Option("--unit")] = None,
    output: Annotated[str, typer.Option("--output", "-o")] = "text",
) -> None:
    """Show how the follow-up stands on a day."""
    session: Session = ctx.obj
    form = one_of("--output", output, _FORMS)
    plan = session.plan(folder)
    today = _day(on, plan)
    units = frozenset(one for name in unit or () for one in _units(plan, name))
    made = follow_up(plan)
    if form == "json":
        session.write(as_data(plan, made, today, units))
    else:
        session.print(shown(plan, made, today, units, session.page))


def _day(written: str, plan: Plan) -> date:
    """The day that is asked about; today where none is written, the one place where the clock is read."""
    if not written:
        return datetime.now().astimezone().date()
    try:
        return read_date(written, plan.words)
    except Misread as error:
        raise CannotError(_NO_DATE, _DATE, {"value": written}) from error


def _units(plan: Plan, name: str) -> list[str]:
    """A unit and those below it, by its id."""
    organisation = plan.organisation
    if name not in organisation.units:
        near = nearest(name, organisation.units)
        raise CannotError(_NO_UNIT, _NEAR if near else _UNITS, {"value": name, "near": AnyOf(near)})
    return [one for one in organisation.units if organisation.is_in_line(one, name)]
