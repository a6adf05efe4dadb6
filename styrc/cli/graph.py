"""`styrc graph`: the red thread between what a selection means, as a picture, as text or as data."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from styrc.cli.session import Session, chosen, one_of
from styrc.element import Element
from styrc.plan import Plan
from styrc.render.graph_text import dot, graph_json, mermaid
from styrc.select import from_arguments, select
from styrc.text import Language, Text

_FORMATS = ("svg", "dot", "mermaid", "json")
_NOTHING = Text("Inget i planerna passar urvalet.", "Nothing in the plans fits the selection.")


def run(
    ctx: typer.Context,
    selection: Annotated[list[str] | None, typer.Argument()] = None,
    *,
    format_: Annotated[str, typer.Option("--output", "-o")] = "svg",
    exclude: Annotated[str, typer.Option("--exclude")] = "",
    to: Annotated[Path | None, typer.Option("--to")] = None,
    project: Annotated[Path, typer.Option("--project")] = Path(),
) -> None:
    """Write the graph."""
    session: Session = ctx.obj
    form = one_of("--output", format_, _FORMATS)
    plan = session.plan(project)
    wanted, unwanted = from_arguments(plan, selection or []), from_arguments(plan, [exclude])
    elements = chosen(select(plan, wanted, unwanted))
    if not elements:
        session.note(_NOTHING)
    session.write(_graph(plan, elements, form, session.asked.language), to)


def _graph(plan: Plan, elements: list[Element], form: str, language: Language) -> str:
    if form == "svg":
        from styrc.render.charts import thread_svg  # noqa: PLC0415 - only pictures need a drawer

        return thread_svg(plan, elements, language)
    return {"dot": dot, "mermaid": mermaid, "json": graph_json}[form](plan, elements)
