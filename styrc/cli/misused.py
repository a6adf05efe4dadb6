"""What typer says of a misused command -> the same in our words, in the reader's language."""

from __future__ import annotations

import re
from typing import Any

from styrc.cli.common import Asked
from styrc.cli.manual import COMMANDS, COMMON
from styrc.cli.session import CannotError
from styrc.names import nearest
from styrc.text import AnyOf, Text

_SEE = Text("Se styrc {command} --help.", "See styrc {command} --help.")
_NEAR = Text("Menade du {near}?", "Did you mean {near}?")
_NO_OPTION = Text("Valet ”{name}” finns inte.", "There is no option “{name}”.")
_TOO_MANY = Text("Det är för många ord: ”{name}”.", "There is one word too many: “{name}”.")
_NO_VALUE = Text("Det saknas ett värde efter {name}.", "There is no value after {name}.")
_NEEDLESS = Text("{name} tar inget värde.", "{name} takes no value.")
_MISSING = Text("{name} saknas.", "{name} is missing.")
_BAD = Text("Värdet passar inte för {name}.", "The value does not fit {name}.")
_OTHER = Text("Kommandot går inte att tolka.", "The command cannot be understood.")
_QUOTED = re.compile(r"'([^']*)'")
_BRACKETED = re.compile(r"\(([^()]*)\)$")


def misused(error: Exception, asked: Asked) -> CannotError:
    """Why typer would not run the command."""
    text, made = str(error), type(error).__name__
    name = _named(error, text)
    if made == "NoSuchOption":
        near = nearest(name, [*COMMANDS[asked.command].options, *COMMON])
        return _error(_NO_OPTION, asked, name, near)
    if made == "MissingParameter":
        return _error(_MISSING, asked, name)
    if made == "BadParameter":
        return _error(_BAD, asked, name)
    if made == "BadOptionUsage":
        return _error(_NEEDLESS if "does not take" in text else _NO_VALUE, asked, name)
    if "unexpected extra" in text:
        found = _BRACKETED.search(text)
        return _error(_TOO_MANY, asked, found[1] if found else "")
    return _error(_OTHER, asked, "")


def _named(error: Any, text: str) -> str:  # noqa: ANN401 - what typer raises is not typed for others
    """The option or argument that the error is about, as it is written."""
    named = getattr(error, "option_name", None)
    if named:
        return str(named)
    parameter = getattr(error, "param", None)
    if parameter is not None and parameter.opts:
        return str(max(parameter.opts, key=len))
    found = _QUOTED.search(text)
    return found[1] if found else ""


def _error(message: Text, asked: Asked, name: str, near: tuple[str, ...] = ()) -> CannotError:
    values = {"name": name, "near": AnyOf(near), "command": asked.command}
    return CannotError(message, _NEAR if near else _SEE, values)
