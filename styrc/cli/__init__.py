"""The command line: arguments in, words and an exit code out. Help and the version cost nothing but this package.

0: nothing to complain of · 1: errors in the plans · 2: cannot begin, or asked wrongly · 3: a fault of our own ·
130: stopped by the reader
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from styrc.cli.common import Asked, ask
from styrc.cli.help import command_help, overview, start
from styrc.cli.manual import COMMANDS

OK, FAULTS, CANNOT, BUG, STOPPED = 0, 1, 2, 3, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command. `arguments` are those after the program's name."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a sign that the terminal lacks must not stop anyone
            stream.reconfigure(errors="replace")
    asked = ask(sys.argv[1:] if arguments is None else arguments)
    words = _words(asked)
    if words is not None:
        sys.stdout.write(words)
        return OK
    try:
        from styrc.cli.run import run  # noqa: PLC0415 - what only prints words should not wait for it

        return run(asked)
    except KeyboardInterrupt:
        return STOPPED


def _words(asked: Asked) -> str | None:
    """What is answered without any work: the version, help, a greeting."""
    if asked.fault is not None:
        return None
    if asked.version:
        from styrc import __version__  # noqa: PLC0415 - slow, and seldom asked for

        return f"styrc {__version__}\n"
    if asked.help:
        return command_help(asked) if asked.command in COMMANDS else overview(asked)
    return start(asked) if not asked.command else None
