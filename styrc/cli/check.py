"""`styrc check`: the findings of a project."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from styrc.cli import FAULTS, OK
from styrc.cli.session import Session, chosen
from styrc.diagnostic import Diagnostic, Severity
from styrc.project import Project
from styrc.report_out.concerning import concerning
from styrc.report_out.terminal import Report
from styrc.rule import severity


def run(
    ctx: typer.Context,
    folder: Annotated[Path, typer.Argument()] = Path(),
    *,
    only: Annotated[list[str] | None, typer.Option("--only")] = None,
    strict: Annotated[bool, typer.Option("--strict")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q")] = False,
) -> None:
    """Compile a project and print what was found."""
    session: Session = ctx.obj
    project, compilation = session.compile(folder)
    found = chosen(concerning(compilation, only or []))
    report = Report(compilation, session.page, _located(project))
    if not quiet:
        session.print(report.findings(found))
    session.print(report.summary(found))
    raise typer.Exit(FAULTS if _fails(found, strict=strict) else OK)


def _fails(found: tuple[Diagnostic, ...], *, strict: bool) -> bool:
    return any(strict or severity(one) is Severity.ERROR for one in found)


def _located(project: Project) -> Callable[[str], str]:
    """File names as they are seen from where the reader stands, so that an editor can open them."""
    here = Path.cwd()
    inside = project.root.is_relative_to(here) or here.is_relative_to(project.root)
    return lambda name: os.path.relpath(project.root / name, here) if inside else str(project.root / name)
