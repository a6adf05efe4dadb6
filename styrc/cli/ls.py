"""`styrc ls`: the parts of the plans that fit a selection."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from styrc.cli.session import Session, chosen, one_of
from styrc.report_out.listing import Listing, as_csv, as_ids, as_json, as_table, of_documents, of_elements
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
    _print(session, listing, form, to)


def _print(session: Session, listing: Listing, form: str, to: Path | None) -> None:
    wide = replace(session.page, width=_ENDLESS)
    if form == "table" and to is None:
        session.print(as_table(listing, session.page if session.out.is_terminal else wide))
    elif form == "table":
        session.write("".join(f"{line.plain}\n" for line in as_table(listing, wide)), to)
    elif form == "csv":
        session.write(as_csv(listing, session.page), to)
    else:
        session.write(as_ids(listing) if form == "ids" else as_json(listing), to)
