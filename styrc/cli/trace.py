"""`styrc trace`: the red thread up and down from what a selection means."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text as Line

from styrc.cli.session import CannotError, Session, chosen
from styrc.report_out.trace import Ways, trace
from styrc.select import from_arguments, select
from styrc.text import Text

_NOTHING = Text("Inget i planerna passar urvalet.", "Nothing in the plans fits the selection.")
_WHICH = Text("Säg varifrån tråden ska följas.", "Say where to follow the thread from.")
_FOR_EXAMPLE = Text("Skriv ett id eller ett urval, se styrc trace --help.", "Write an id, see styrc trace --help.")


def run(
    ctx: typer.Context,
    selection: Annotated[list[str] | None, typer.Argument()] = None,
    *,
    up: Annotated[bool, typer.Option("--up")] = False,
    down: Annotated[bool, typer.Option("--down")] = False,
    depth: Annotated[int | None, typer.Option("--depth", min=0)] = None,
    project: Annotated[Path, typer.Option("--project")] = Path(),
) -> None:
    """Print the trees."""
    session: Session = ctx.obj
    if not selection:
        raise CannotError(_WHICH, _FOR_EXAMPLE)
    plan = session.plan(project)
    elements = chosen(select(plan, from_arguments(plan, selection)))
    if not elements:
        session.note(_NOTHING)
    ways = Ways(up=up or not down, down=down or not up, depth=depth)
    for number, element in enumerate(elements):
        if number:
            session.print([Line(), Line()])
        session.print(trace(plan, element, session.page, ways))
