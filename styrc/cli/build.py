"""`styrc build`: documents and pages of a project, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text as Line

from styrc.cli import FAULTS
from styrc.cli.session import CannotError, Session, cannot, chosen, one_of
from styrc.compiler import Compilation
from styrc.plan import Plan
from styrc.project import OUTPUT, Project
from styrc.render.template_fault import TemplateFaultError
from styrc.report_out.layout import STYLES, Page
from styrc.report_out.terminal import Report
from styrc.select import from_arguments, select_documents
from styrc.site import FORMATS, BuildResult, Wish, build_site
from styrc.site.folder import ForeignFolderError
from styrc.site.prints import NotPrintedError
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
_NOTHING = Text("Inget dokument passar urvalet.", "No document fits the selection.")
_SEE = Text("Kör styrc ls för att se vad som finns.", "Run styrc ls to see what there is.")
_NOT_PRINTED = (
    Text("”{title}” går inte att göra som PDF eller Word: {reason}", "“{title}” cannot be printed: {reason}"),
    Text(
        "Webbsidorna går att göra ändå: styrc build --format html.",
        "The pages can be made all the same: styrc build --format html.",
    ),
)
_DONE = Text("{files} gjorda. Öppna {start} i en webbläsare.", "{files} made. Open {start} in a browser.")
_DONE_APART = Text("{files} gjorda. Börja med {start}.", "{files} made. Begin with {start}.")
_FILES = Text("fil", "file"), Text("filer", "files")
_DRAFTS = Text("Märkta som utkast, eftersom de har fel:", "Marked as drafts, since they have errors:")
_MISSING = Text(
    "Typsnittet i PDF saknar några tecken, som därför visas som en tom ruta (□). Skriv hellre med ord:",
    "The font of the PDF lacks some signs, which are shown as an empty square (□). Rather use words:",
)


def run(  # noqa: PLR0913 - each is an option
    ctx: typer.Context,
    folder: Annotated[Path, typer.Argument()] = Path(),
    *,
    to: Annotated[Path | None, typer.Option("--to")] = None,
    format_: Annotated[list[str] | None, typer.Option("--format", "-f")] = None,
    select: Annotated[list[str] | None, typer.Option("--select", "-s")] = None,
    exclude: Annotated[str, typer.Option("--exclude")] = "",
    draft: Annotated[bool, typer.Option("--draft")] = False,
    attach: Annotated[bool, typer.Option("--attach-sources")] = False,
    open_: Annotated[bool, typer.Option("--open")] = False,
) -> None:
    """Compile a project and make its pages."""
    session: Session = ctx.obj
    formats = frozenset(one_of("--format", one, FORMATS) for one in format_ or FORMATS)
    project, compilation = session.compile(folder)
    if compilation.plan is None:
        raise cannot("no model")
    documents = _documents(compilation.plan, select or [], exclude)
    wish = Wish(formats, documents, draft, {**project.plans, **project.texts} if attach else {})
    result = _built(session, project, compilation, to or project.root / OUTPUT, wish)
    session.print(_said(result, session.page))
    if open_:
        typer.launch(str(result.start.resolve()))
    if not (compilation.ok or draft):
        session.print(Report(compilation, session.page).summary(compilation.diagnostics))
        session.note(_STOPPED)
        raise typer.Exit(FAULTS)


def _documents(plan: Plan, select: list[str], exclude: str) -> frozenset[str] | None:
    """The ids of the documents that are chosen; None where nothing is chosen, and all are made with the pages."""
    if not select and not exclude:
        return None
    found = chosen(select_documents(plan, from_arguments(plan, select), from_arguments(plan, [exclude])))
    if not found:
        raise CannotError(_NOTHING, _SEE)
    return frozenset(document.id for document in found)


def _built(session: Session, project: Project, compilation: Compilation, output: Path, wish: Wish) -> BuildResult:
    templates = dict(project.templates)
    try:
        with session.waiting(_BUILDING) as progress:
            return build_site(compilation, output, templates=templates, wish=wish, progress=progress)
    except ForeignFolderError as error:
        raise CannotError(*_FOREIGN, {"folder": str(error.folder)}) from error
    except OSError as error:
        raise cannot("unwritable", file=str(error.filename), reason=error.strerror or "") from error
    except NotPrintedError as error:
        raise CannotError(*_NOT_PRINTED, {"title": error.title, "reason": error.reason}) from error
    except TemplateFaultError as error:
        values = {"file": error.file, "line": error.line, "said": session.say(error.message, **error.values)}
        raise CannotError(_TEMPLATE, error.remedy, {**values, **error.values}) from error


def _said(result: BuildResult, page: Page) -> Iterator[Line]:
    start = os.path.relpath(result.start)
    done = _DONE if result.start.suffix == ".html" else _DONE_APART
    words = page.say(done, files=page.count(result.files, *_FILES), start=start)
    yield from page.labelled(page.sign("fine"), words, 0, STYLES["fine"])
    if result.drafts:
        yield from page.labelled(page.sign("warning"), page.say(_DRAFTS), 0, STYLES["warning"])
        for title in result.drafts:
            yield from page.labelled(" ", title, 2)
    if result.missing:
        yield from page.labelled(page.sign("warning"), page.say(_MISSING), 0, STYLES["warning"])
        for title, signs in result.missing.items():
            shown = ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in signs)
            yield from page.labelled(" ", f"{title}: {shown}", 2)
