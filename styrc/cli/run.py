"""A command line -> the command run, and its exit code. However it ends, one sentence says so in the reader's words."""

from __future__ import annotations

import sys
import tempfile
import traceback
from importlib import import_module

import typer

from styrc.cli import BUG, CANNOT, STOPPED
from styrc.cli.common import Asked
from styrc.cli.manual import COMMANDS
from styrc.cli.misused import misused
from styrc.cli.session import CannotError, Session
from styrc.names import nearest
from styrc.text import AnyOf, Text


def run(asked: Asked) -> int:
    """Run the command that was asked for."""
    session = Session(asked)
    try:
        return _run(session)
    except CannotError as error:
        session.complain(error)
        return CANNOT
    except typer.TyperException as error:
        session.complain(misused(error, asked))
        return CANNOT
    except SystemExit:  # the reader has seen enough, as in `styrc ls | head`; typer and rich have closed the pipe
        return STOPPED
    except Exception as error:  # noqa: BLE001 - nothing that goes wrong may be lost, or be blamed on the plans
        return _our_fault(error, session)


def _run(session: Session) -> int:
    asked = session.asked
    if asked.fault is not None:
        raise CannotError(asked.fault)
    if asked.command not in COMMANDS:
        raise _unknown(asked)
    app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
    app.command()(import_module(f"styrc.cli.{asked.command}").run)
    command = typer.main.get_command(app)
    program = f"styrc {asked.command}"
    code = command.main(list(asked.arguments), program, standalone_mode=False, obj=session)
    return code if isinstance(code, int) else 0


def _unknown(asked: Asked) -> CannotError:
    near = nearest(asked.command, COMMANDS)
    what = Text("Valet {name} finns inte här.", "There is no option {name} here.")
    if not asked.command.startswith("-"):
        what = Text("Det finns inget kommando ”{name}”.", "There is no command “{name}”.")
    remedy = (
        Text("Menade du {near}?", "Did you mean {near}?") if near else Text("Se styrc --help.", "See styrc --help.")
    )
    return CannotError(what, remedy, {"name": asked.command, "near": AnyOf(near)})


def _our_fault(error: Exception, session: Session) -> int:
    """Tell of a bug in styrc: everything that is needed to mend it goes to a file, or to the screen with --debug."""
    details = "".join(traceback.format_exception(error))
    sentence = Text(
        "Det blev ett fel i styrc. Det är inte dina planer som är orsaken. {error}",
        "Something went wrong in styrc. It is not your plans that are to blame. {error}",
    )
    if session.asked.debug:
        sys.stderr.write(details)
        session.complain(CannotError(sentence, None, {"error": type(error).__name__}))
        return BUG
    with tempfile.NamedTemporaryFile("w", prefix="styrc-", suffix=".txt", delete=False, encoding="utf-8") as file:
        file.write(f"styrc {' '.join((session.asked.command, *session.asked.arguments))}\n\n{details}")
    remedy = Text(
        "Skicka filen {file} till dem som sköter styrc. Den visar vad som hände, och inget ur planerna utom det som "
        "felet rörde.",
        "Send the file {file} to those who look after styrc. It shows what happened, and nothing of the plans but what "
        "the fault concerned.",
    )
    session.complain(CannotError(sentence, remedy, {"error": f"({type(error).__name__})", "file": file.name}))
    return BUG
