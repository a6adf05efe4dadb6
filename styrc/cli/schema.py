"""`styrc schema`: a JSON Schema of a steering model, for editors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text as Line

from styrc.cli.models import Models
from styrc.cli.session import Session
from styrc.compiler import compile_project
from styrc.organisation import Organisation
from styrc.report_out.layout import safe
from styrc.schema.json_schema import plan_schema, settings_schema
from styrc.words import words_in


def run(
    ctx: typer.Context,
    *,
    model: Annotated[str, typer.Option("--model")] = "",
    settings: Annotated[bool, typer.Option("--settings")] = False,
    list_: Annotated[bool, typer.Option("--list")] = False,
    to: Annotated[Path | None, typer.Option("--to")] = None,
    project: Annotated[Path, typer.Option("--project")] = Path(),
) -> None:
    """Write the schema, or the names of the models."""
    session: Session = ctx.obj
    models = Models(project, session, project_needed=not (model or list_))
    if list_:
        session.print([Line.assemble((safe(name), "bold"), f"  {safe(one.name)}") for name, one in models.all()])
        return
    schema = models.read(model)
    words = words_in(schema.language)
    made = settings_schema(schema, words) if settings else plan_schema(schema, words, _organisation(models, model))
    session.write(json.dumps(made, ensure_ascii=False, indent=2) + "\n", to)


def _organisation(models: Models, model: str) -> Organisation | None:
    """The units of the project, where it is the project's model that is asked for."""
    if models.project is None or model not in ("", models.named):
        return None
    plan = compile_project(models.project).plan
    return plan.organisation if plan else None
