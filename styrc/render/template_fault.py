"""What Python and Jinja raise while a template runs -> the mistake in words, with the file and the line of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from traceback import walk_tb

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from styrc.render.sandbox import TooMuchError
from styrc.text import Text

OWN = "templates/"
"""How the name of a file begins that is a template of the project's own."""


class UnprintableError(Exception):
    """A template prints something that is neither text nor a block."""


_SYNTAX = (
    Text("Raden går inte att tolka.", "The line cannot be read."),
    Text(
        "Kontrollera att varje {{{{ och {{% avslutas och att for, if och block har sina slut. Jinja säger: {said}",
        "Check that each {{{{ and {{% is closed and that each for, if and block has its end. Jinja says: {said}",
    ),
)
_UNDEFINED = (
    Text("Här används ”{name}”, som inte finns.", "“{name}” is used here, and there is no such thing."),
    Text(
        "Kontrollera stavningen, och jämför med styrc:s mall av samma namn.",
        "Check the spelling, and compare with styrc's template of the same name.",
    ),
)
_NOT_FOUND = (
    Text("Mallen ”{name}” finns inte.", "There is no template “{name}”."),
    Text(
        "Kontrollera namnet. En av styrc:s egna mallar skrivs ”styrc/” och dess namn.",
        "Check the name. One of styrc's own is written “styrc/” and its name.",
    ),
)
_ENDLESS = (
    Text("Mallen blir aldrig klar: den upprepar något mer än {most} gånger.", "It never ends: more than {most} turns."),
    Text("Gör slingan kortare.", "Make the loop shorter."),
)
_HUGE = (
    Text("Mallen skriver mer än något dokument kan innehålla.", "It writes more than any document can hold."),
    Text("Kontrollera att samma text inte skrivs om och om igen.", "See that it does not write the same again."),
)
_RECURSIVE = (
    Text("Mallen anropar sig själv utan slut.", "The template calls itself without end."),
    Text("Utgå från ”styrc/document.md.j2” i extends.", "Extend “styrc/document.md.j2”."),
)
_FORBIDDEN = (
    Text("Här används något som en mall inte får använda.", "Something is used here that a template may not use."),
    Text("Ta bort det. En mall skriver text och placerar det som den får.", "Remove it."),
)
_MISPLACED = (
    Text("Här står en tabell, figur eller ruta mitt i en rad.", "A table, figure or box stands here inside a line."),
    Text(
        "Ställ den ensam på en rad, med en tom rad före och efter.", "Put it alone on a line, with empty lines around."
    ),
)
_UNPRINTABLE = (
    Text("Det som står här är ingen text och går inte att skriva ut.", "What stands here is no text to be printed."),
    Text("Skriv ut en del av det, till exempel dess title.", "Print a part of it, such as its title."),
)
_OTHER = (
    Text("Det som står här går inte att räkna ut.", "What stands here cannot be worked out."),
    Text(
        "Kontrollera att värdena är av det slag som räkningen eller filtret behöver.",
        "Check that the values are of the sort that the calculation or filter needs.",
    ),
)
_KINDS: dict[type[Exception], tuple[Text, Text]] = {
    TooMuchError: _HUGE,
    MemoryError: _HUGE,
    RecursionError: _RECURSIVE,
    SecurityError: _FORBIDDEN,
    UnprintableError: _UNPRINTABLE,
}
_QUOTED = re.compile(r"'([^']+)'")


class TemplateFaultError(Exception):
    """A mistake in a template of the project's own: where it is, what is wrong and what to do."""

    def __init__(self, file: str, line: int, words: tuple[Text, Text], values: Mapping[str, object]) -> None:
        super().__init__(f"{file}:{line}")
        self.file, self.line, self.values = file, line, values
        self.message, self.remedy = words


def fault_of(error: Exception) -> TemplateFaultError | None:
    """The mistake that an error comes from; nothing where no template of the project's own has part in it."""
    if isinstance(error, TemplateSyntaxError):
        file = error.filename or ""
        said = {"said": error.message or ""}
        return TemplateFaultError(file, error.lineno, _SYNTAX, said) if file.startswith(OWN) else None
    file, line = next(_own_lines(error), ("", 0))
    if not file:
        return None
    words, values = _said(error)
    return TemplateFaultError(file, line, words, values)


def misplaced(file: str, line: int) -> TemplateFaultError:
    """The mistake of putting a block in the midst of a line."""
    return TemplateFaultError(file, line, _MISPLACED, {})


def _own_lines(error: Exception) -> Iterator[tuple[str, int]]:
    """The lines of the project's own templates that led to an error, the nearest first."""
    frames = [(frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__)]
    return ((file, line) for file, line in reversed(frames) if file.startswith(OWN))


def _said(error: Exception) -> tuple[tuple[Text, Text], dict[str, object]]:
    match error:
        case UndefinedError():
            return _UNDEFINED, {"name": (_QUOTED.findall(error.message or "") or [""])[-1]}
        case TemplateNotFound():
            return _NOT_FOUND, {"name": error.name or ""}
        case TooMuchError(of="steps"):
            return _ENDLESS, {"most": f"{error.most:,}".replace(",", "\u00a0")}
    return next((words for kind, words in _KINDS.items() if isinstance(error, kind)), _OTHER), {}
