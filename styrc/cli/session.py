"""What commands share while they run: the reader's language, the screen, and a project opened and compiled."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Timer
from typing import TypeVar

from rich.console import Console
from rich.text import Text as Line

from styrc.cli.common import Asked
from styrc.compiler import Compilation, compile_project
from styrc.names import nearest
from styrc.plan import Plan
from styrc.project import CannotBeginError, Project, open_project
from styrc.report_out.frame import underlined
from styrc.report_out.layout import STYLES, Page, safe
from styrc.select import Fault
from styrc.text import AnyOf, Text

_PIPE = 100
"""How wide a page is that is not seen in a window."""
_PATIENCE = 1.0
"""Seconds before a reader is told that something goes on."""

_CANNOT = {
    "no folder": (
        Text("Mappen ”{folder}” finns inte.", "The folder “{folder}” does not exist."),
        Text("Kontrollera stavningen, eller skriv . för mappen du står i.", "Check the spelling, or write . for here."),
    ),
    "no settings": (
        Text(
            "Det finns ingen styrc.yaml i ”{folder}” eller i någon mapp ovanför.",
            "There is no styrc.yaml in “{folder}” or in any folder above it.",
        ),
        Text(
            "Gå till mappen med kommunens planer, eller skriv var den ligger.",
            "Go to the folder of the municipality's plans, or write where it is.",
        ),
    ),
    "no model": (
        Text("Styrmodellen går inte att läsa, och då inte heller planerna.", "The steering model cannot be read."),
        Text("Kör styrc check och rätta det som visas där.", "Run styrc check and mend what it shows."),
    ),
    "unreadable": (
        Text("Det går inte att läsa ”{file}”: {reason}.", "“{file}” cannot be read: {reason}."),
        Text("Kontrollera att du har rätt att öppna den.", "Check that you are allowed to open it."),
    ),
    "unwritable": (
        Text("Det går inte att skriva ”{file}”: {reason}.", "“{file}” cannot be written: {reason}."),
        Text("Välj en annan plats.", "Choose another place."),
    ),
}
_PARTLY = Text(
    "Någon fil går inte att läsa, och det som står i den saknas här. Kör styrc check.",
    "Some file cannot be read, and what stands in it is missing here. Run styrc check.",
)
_COMPILING = Text("Läser planerna …", "Reading the plans …")


class CannotError(Exception):
    """The command cannot do what was asked: one sentence, and what to do."""

    def __init__(
        self,
        message: Text,
        remedy: Text | None = None,
        values: Mapping[str, object] | None = None,
        fault: Fault | None = None,
    ) -> None:
        super().__init__(message.en)
        self.message, self.remedy, self.values, self.fault = message, remedy, values or {}, fault


def cannot(code: str, **values: object) -> CannotError:
    """One of the common reasons why a command cannot go on."""
    return CannotError(*_CANNOT[code], values)


@dataclass
class Session:
    """One run of one command."""

    asked: Asked

    @cached_property
    def out(self) -> Console:
        """What the command was asked for goes here."""
        return _console(stderr=False)

    @cached_property
    def err(self) -> Console:
        """All other words go here."""
        return _console(stderr=True)

    @property
    def page(self) -> Page:
        """What is printed on."""
        return _page(self.out, self.asked)

    def say(self, words: Text, **values: object) -> str:
        """A sentence in the reader's language."""
        return self.asked.say(words, **values)

    def print(self, lines: Iterator[Line] | list[Line]) -> None:
        """Lines that have been made to fit."""
        for line in lines:
            self.out.print(line, soft_wrap=True)

    def note(self, words: Text, **values: object) -> None:
        """A remark beside what was asked for."""
        page = _page(self.err, self.asked)
        for line in page.wrap(self.say(words, **values)):
            self.err.print(Line(line), soft_wrap=True)

    def write(self, text: str, to: Path | None = None) -> None:
        """Text as it is: to a file, or to standard output in UTF-8 whatever the terminal speaks."""
        if to is None:
            if hasattr(sys.stdout, "reconfigure"):
                sys.stdout.reconfigure(encoding="utf-8")
            sys.stdout.write(safe(text) if self.out.is_terminal else text)
            return
        try:
            to.write_text(text, "utf-8", newline="")
        except OSError as error:
            raise cannot("unwritable", file=str(to), reason=error.strerror or "") from error
        self.note(Text("Skrev {file}.", "Wrote {file}."), file=str(to))

    def complain(self, error: CannotError) -> None:
        """Say why the command cannot go on; a faulty selection is shown with the place underlined."""
        page = _page(self.err, self.asked)
        lines = list(page.labelled("styrc:", page.say(error.message, **error.values), 0, STYLES["error"]))
        if error.fault is not None:
            lines += underlined(error.fault.selection, error.fault.start, error.fault.end)
        if error.remedy is not None:
            lines += page.labelled(" " * len("styrc:"), page.say(error.remedy, **error.values), 0)
        for line in lines:
            self.err.print(line, soft_wrap=True)

    # Projects

    def open(self, folder: Path) -> Project:
        """The project of a folder."""
        try:
            return open_project(folder)
        except CannotBeginError as error:
            raise cannot(error.code, **error.values) from error
        except OSError as error:
            raise cannot("unreadable", file=str(error.filename), reason=error.strerror or "") from error

    def compile(self, folder: Path) -> tuple[Project, Compilation]:
        """The project of a folder and what the compiler has to say of it."""
        project = self.open(folder)
        with self.waiting(_COMPILING):
            return project, compile_project(project)

    def plan(self, folder: Path) -> Plan:
        """The plan of a folder, for commands that need one."""
        plan = self.compile(folder)[1].plan
        if plan is None:
            raise cannot("no model")
        if not plan.whole:
            self.note(_PARTLY)
        return plan

    @contextmanager
    def waiting(self, words: Text) -> Iterator[Callable[[str], None]]:
        """Show that something goes on, if it takes more than a moment and someone is looking."""
        if not self.err.is_terminal:
            yield lambda _: None
            return
        status = self.err.status(Line(self.say(words)))
        timer = Timer(_PATIENCE, status.start)
        timer.start()
        try:
            yield lambda name: status.update(Line(f"{self.say(words)} {name}"))
        finally:
            timer.cancel()
            timer.join()
            status.stop()


T = TypeVar("T")


def chosen(found: T | Fault) -> T:
    """What a selection means; a mistake in it ends the command."""
    if isinstance(found, Fault):
        raise CannotError(found.message, found.remedy, found.values, found)
    return found


def one_of(name: str, value: str, allowed: tuple[str, ...]) -> str:
    """A value of an option, which must be one of these."""
    if value in allowed:
        return value
    near = nearest(value, allowed)
    message = Text("”{value}” går inte att välja för {name}.", "“{value}” is no choice for {name}.")
    remedy = Text("Menade du {near}?", "Did you mean {near}?") if near else Text("Välj {known}.", "Choose {known}.")
    raise CannotError(message, remedy, {"name": name, "value": value, "near": AnyOf(near), "known": AnyOf(allowed)})


def _console(*, stderr: bool) -> Console:
    console = Console(stderr=stderr, highlight=False, markup=False, emoji=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = _PIPE
    return console


def _page(console: Console, asked: Asked) -> Page:
    plain = not (console.encoding or "").lower().startswith("utf")
    return Page(console.width, asked.language, plain)
