"""`styrc ls`: the parts of the plans that fit a selection."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from styrc.cli.session import Session, chosen, one_of
from styrc.report_out.listing import as_csv, as_ids, as_json, as_table, of_documents, of_elements
from styrc.select import from_arguments, select, select_documents
from styrc.text import Text

_FORMS = ("table", "ids", "json", "csv")
_ENDLESS = 100_000
_NOTHING = Text("Inget i planerna passar urvalet.", "Nothing in the plans fits the selection.")


def run(
    ctx: typer.Context,
    selection: Annotated[list[str] | None, typer.Argument()] = None,
    *,
    output: Annotated[str, typer.Option("--output", "-o")] = "table",
    documents: Annotated[bool, typer.Option("--documents")] = False,
    exclude: Annotated[str, typer.Option("--exclude")] = "",
    to: Annotated[Path | None, typer.Option("--to")] = None,
    project: Annotated[Path, typer.Option("--project")] = Path(),
) -> None:
    """List elements or documents."""
    session: Session = ctx.obj
    form = one_of("--output", output, _FORMS)
    plan = session.plan(project)
    wanted, unwanted = from_arguments(plan, selection or []), from_arguments(plan, [exclude])
    if documents:
        listing = of_documents(plan, chosen(select_documents(plan, wanted, unwanted)))
    else:
        listing = of_elements(plan, chosen(select(plan, wanted, unwanted)))
    if not listing.rows:
        session.note(_NOTHING)
    made = {"ids": as_ids, "json": as_json}
    if form == "table" and to is None:
        page = session.page if session.out.is_terminal else replace(session.page, width=_ENDLESS)
        session.print(as_table(listing, page))
    elif form == "table":
        lines = as_table(listing, replace(session.page, width=_ENDLESS))
        session.write("".join(f"{line.plain}\n" for line in lines), to)
    else:
        session.write(as_csv(listing, session.page) if form == "csv" else made[form](listing), to)
