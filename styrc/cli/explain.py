"""`styrc explain`: what a rule asks for, why, and how to do it right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text as Line

from styrc.cli.models import Models
from styrc.cli.session import CannotError, Session
from styrc.names import nearest
from styrc.report_out.explanation import index, model_index, of_constraint, of_entry, of_unchecked
from styrc.report_out.layout import Page
from styrc.rule import catalogue
from styrc.schema import Schema
from styrc.text import AnyOf, Text

_UNKNOWN = Text("Det finns ingen regel som heter ”{code}”.", "There is no rule called “{code}”.")
_NEAR = Text("Menade du {near}?", "Did you mean {near}?")
_ALL = Text("Kör styrc explain utan kod för att se alla regler.", "Run styrc explain without a code to see all rules.")


def run(
    ctx: typer.Context,
    code: Annotated[str, typer.Argument()] = "",
    folder: Annotated[Path, typer.Argument()] = Path(),
    *,
    model: Annotated[str, typer.Option("--model")] = "",
) -> None:
    """Explain one rule, or list all."""
    session: Session = ctx.obj
    models = Models(folder, session, project_needed=folder != Path())
    entry = catalogue().get(code.upper())
    if not code:
        session.print(index(catalogue().values(), session.page))
        if model or models.named:
            session.print(model_index(models.read(model), session.page))
    elif entry is not None:
        session.print(of_entry(entry, session.page))
    else:
        session.print(_of_model(code, _schemas(models, model), session))


def _schemas(models: Models, model: str) -> list[Schema]:
    return [models.read(model)] if model else [schema for _, schema in models.all()]


def _of_model(code: str, schemas: list[Schema], session: Session) -> Iterator[Line]:
    """The rules with this id in the first model that has any; a model may say the same rule in several places."""
    known = set(catalogue())
    for schema in schemas:
        if lines := list(_in_model(code.casefold(), schema, session.page)):
            yield from lines
            return
        known |= {id_ for _, one in schema.constraints() for id_ in one.id} | schema.unchecked.keys()
    near = nearest(code, known)
    raise CannotError(_UNKNOWN, _NEAR if near else _ALL, {"code": code, "near": AnyOf(near)})


def _in_model(code: str, schema: Schema, page: Page) -> Iterator[Line]:
    for path, one in schema.constraints():
        if code in map(str.casefold, one.id):
            yield from of_constraint(schema, path, one, page)
            yield Line()
    for id_ in schema.unchecked:
        if code == id_.casefold():
            yield from of_unchecked(schema, id_, page)
