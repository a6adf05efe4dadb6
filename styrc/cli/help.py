"""The manual -> help as text, in the reader's language and no wider than the window."""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator

from styrc.cli.command import Command, Part
from styrc.cli.common import Asked
from styrc.cli.manual import COMMANDS, COMMON, SELECTIONS
from styrc.text import Text

_WIDEST = 100
_NAMES = 26
"""Names longer than this push their text to the next line."""

_USAGE = Text("Användning", "Usage")
_ARGUMENTS = Text("Argument", "Arguments")
_OPTIONS = Text("Val", "Options")
_SELECTION = Text("Urval", "Selections")
_EXAMPLES = Text("Exempel", "Examples")
_COMMANDS = Text("Kommandon", "Commands")
_COMMON = Text("Gemensamma val", "Options of all commands")
_COMMAND = Text("KOMMANDO", "COMMAND")
_PURPOSE = Text(
    "styrc granskar kommunens planer mot kommunens egen styrmodell och gör tillgängliga dokument av dem.",
    "styrc checks a municipality's plans against its own steering model and makes accessible documents of them.",
)
_BEGIN = Text("Börja så här, i mappen där styrc.yaml ligger:", "Begin like this, in the folder of styrc.yaml:")
_ALL = Text("Visa alla kommandon", "Show all commands")
_ONE_HELP = Text("Mer om ett kommando: styrc KOMMANDO --help", "More about a command: styrc COMMAND --help")
_CODES = Text(
    "Utgång: 0 inga fel · 1 fel i planerna · 2 kan inte köras · 3 fel i styrc",
    "Exit: 0 no errors · 1 errors in the plans · 2 cannot run · 3 a fault in styrc",
)


def start(asked: Asked) -> str:
    """A few friendly lines for someone who wrote only `styrc`."""
    page = _Page(asked)
    rows = [(f"styrc {name}", asked.say(COMMANDS[name].does)) for name in ("check", "build", "ls")]
    rows.append(("styrc --help", asked.say(_ALL)))
    return page.text([*page.prose(_PURPOSE), "", *page.prose(_BEGIN), *page.rows(rows)])


def overview(asked: Asked) -> str:
    """The help of the whole program."""
    page = _Page(asked)
    usage = f"styrc {asked.say(_COMMAND)} [{asked.say(_OPTIONS).lower()}]"
    return page.text([
        *page.prose(_PURPOSE),
        "",
        f"{page.heading(_USAGE)}: {usage}",
        *page.section(_COMMANDS, [(name, asked.say(one.does)) for name, one in COMMANDS.items()]),
        *page.section(_COMMON, page.options({**COMMON, "--version": Part(Text("", ""), _version())})),
        "",
        *page.prose(_ONE_HELP),
        *page.prose(_CODES),
    ])  # fmt: skip


def command_help(asked: Asked) -> str:
    """The help of one command."""
    page, command = _Page(asked), COMMANDS[asked.command]
    selections = [(asked.say(form), asked.say(means)) for form, means in SELECTIONS] if command.selects else []
    lines = [
        *page.prose(command.about),
        "",
        f"{page.heading(_USAGE)}: {usage(asked, command)}",
        *page.section(_ARGUMENTS, [(asked.say(one.value), asked.say(one.does)) for one in command.arguments.values()]),
        *page.section(_OPTIONS, page.options(command.options)),
        *page.section(_SELECTION, selections),
        *page.section(_COMMON, page.options(COMMON)),
        *page.section(_EXAMPLES, [(line, asked.say(means)) for line, means in command.examples]),
    ]
    return page.text(lines)


def usage(asked: Asked, command: Command) -> str:
    """How the command is written."""
    values = [f"[{asked.say(part.value)}]" for part in command.arguments.values()]
    return " ".join([f"styrc {asked.command}", *values, f"[{asked.say(_OPTIONS).lower()}]"])


def _version() -> Text:
    return Text("Visa versionen.", "Show the version.")


class _Page:
    """Lays words out for a window."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.width = min(shutil.get_terminal_size((80, 24)).columns, _WIDEST) - 1
        self.bold = ("\x1b[1m", "\x1b[0m") if _takes_bold() else ("", "")

    def text(self, lines: Iterable[str]) -> str:
        """All lines together."""
        return "".join(f"{line}\n" for line in lines)

    def heading(self, words: Text) -> str:
        """A heading that stands out where the terminal can show it."""
        return f"{self.bold[0]}{self.asked.say(words)}{self.bold[1]}"

    def prose(self, words: Text) -> list[str]:
        """A paragraph."""
        return textwrap.wrap(self.asked.say(words), self.width)

    def section(self, title: Text, rows: list[tuple[str, str]]) -> Iterator[str]:
        """A heading and rows under it; nothing where there are no rows."""
        if rows:
            yield from ("", self.heading(title), *self.rows(rows))

    def options(self, parts: dict[str, Part]) -> list[tuple[str, str]]:
        """Options with their values, and what they do."""
        return [
            (f"{name} {self.asked.say(one.value)}".strip(), self.asked.say(one.does)) for name, one in parts.items()
        ]

    def rows(self, rows: list[tuple[str, str]]) -> Iterator[str]:
        """Names in one column and what they mean in the next."""
        column = min(_NAMES, max(len(name) for name, _ in rows)) + 4
        for name, means in rows:
            first, *more = textwrap.wrap(means, max(20, self.width - column)) or [""]
            if len(name) + 4 > column:
                yield f"  {name}"
                yield " " * column + first
            else:
                yield f"  {name}".ljust(column) + first
            yield from (" " * column + line for line in more)


def _takes_bold() -> bool:
    """Whether standard output is a terminal that shows bold letters, and plain ones are not asked for."""
    if not sys.stdout.isatty() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return os.name != "nt" or "WT_SESSION" in os.environ
