"""`styrc build`: documents and pages of a project, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text as Line

from styrc.cli import FAULTS
from styrc.cli.session import CannotError, Session, cannot, one_of
from styrc.compiler import Compilation
from styrc.project import OUTPUT, Project
from styrc.render.template_fault import TemplateFaultError
from styrc.report_out.layout import STYLES, Page
from styrc.report_out.terminal import Report
from styrc.site import FORMATS, BuildResult, build_site
from styrc.site.folder import ForeignFolderError
from styrc.text import Text

_BUILDING = Text("Gör sidor …", "Making pages …")
_STOPPED = Text(
    "Planerna har fel och är inte klara att lämna in. Kör styrc check för att se felen.",
    "The plans have errors and are not ready to hand in. Run styrc check to see them.",
)
_FOREIGN = (
    Text("Mappen ”{folder}” innehåller annat än det som styrc har gjort.", "“{folder}” holds what styrc did not make."),
    Text(
        "Välj en tom mapp med --to, så att inget går förlorat.", "Choose an empty folder by --to, so nothing is lost."
    ),
)
_TEMPLATE = Text("{file}, rad {line}. {said}", "{file}, line {line}. {said}")
_DONE = Text("{files} gjorda. Öppna {start} i en webbläsare.", "{files} made. Open {start} in a browser.")
_FILES = Text("fil", "file"), Text("filer", "files")
_DRAFTS = Text("Märkta som utkast, eftersom de har fel:", "Marked as drafts, since they have errors:")


def run(
    ctx: typer.Context,
    folder: Annotated[Path, typer.Argument()] = Path(),
    *,
    to: Annotated[Path | None, typer.Option("--to")] = None,
    format_: Annotated[list[str] | None, typer.Option("--format", "-f")] = None,
    draft: Annotated[bool, typer.Option("--draft")] = False,
) -> None:
    """Compile a project and make its pages."""
    session: Session = ctx.obj
    formats = frozenset(one_of("--format", one, tuple(sorted(FORMATS))) for one in format_ or sorted(FORMATS))
    project, compilation = session.compile(folder)
    if compilation.plan is None:
        raise cannot("no model")
    result = _built(session, project, compilation, to or project.root / OUTPUT, formats)
    session.print(_said(result, session.page))
    if not (compilation.ok or draft):
        session.print(Report(compilation, session.page).summary(compilation.diagnostics))
        session.note(_STOPPED)
        raise typer.Exit(FAULTS)


def _built(
    session: Session, project: Project, compilation: Compilation, output: Path, formats: frozenset[str]
) -> BuildResult:
    templates = dict(project.templates)
    try:
        with session.waiting(_BUILDING) as progress:
            return build_site(compilation, output, templates=templates, formats=formats, progress=progress)
    except ForeignFolderError as error:
        raise CannotError(*_FOREIGN, {"folder": str(error.folder)}) from error
    except OSError as error:
        raise cannot("unwritable", file=str(error.filename), reason=error.strerror or "") from error
    except TemplateFaultError as error:
        values = {"file": error.file, "line": error.line, "said": session.say(error.message, **error.values)}
        raise CannotError(_TEMPLATE, error.remedy, {**values, **error.values}) from error


def _said(result: BuildResult, page: Page) -> Iterator[Line]:
    start = os.path.relpath(result.start)
    words = page.say(_DONE, files=page.count(result.files, *_FILES), start=start)
    yield from page.labelled(page.sign("fine"), words, 0, STYLES["fine"])
    if result.drafts:
        yield from page.labelled(page.sign("warning"), page.say(_DRAFTS), 0, STYLES["warning"])
        for title in result.drafts:
            yield from page.labelled(" ", title, 2)
