"""What every command understands, wherever it stands on the line: --lang, --debug, --help, --version."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from styrc.text import Language, Text

LANGUAGES: tuple[Language, ...] = ("sv", "en")


@dataclass(frozen=True, slots=True)
class Asked:
    """A command line, read as far as all commands have in common."""

    language: Language
    command: str = ""
    arguments: tuple[str, ...] = ()
    help: bool = False
    version: bool = False
    debug: bool = False
    fault: Text | None = None

    def say(self, words: Text, **values: object) -> str:
        """A sentence in the reader's language."""
        return words.speak(self.language, values)


def ask(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> Asked:
    """Take out what is common; the first word that is left is the command."""
    asked = Asked(_language(environment.get("STYRC_LANG", "")) or "sv")
    rest: list[str] = []
    words = iter(arguments)
    for word in words:
        if word == "--":
            rest += [word, *words]
        elif word in ("--help", "-h"):
            asked = replace(asked, help=True)
        elif word in ("--version", "-V"):
            asked = replace(asked, version=True)
        elif word == "--debug":
            asked = replace(asked, debug=True)
        elif word == "--lang" or word.startswith("--lang="):
            asked = _spoken(asked, next(words, "") if word == "--lang" else word.partition("=")[2])
        else:
            rest.append(word)
    return replace(asked, command=rest[0] if rest else "", arguments=tuple(rest[1:]))


def _spoken(asked: Asked, written: str) -> Asked:
    language = _language(written)
    if language is None:
        return replace(asked, fault=Text("Skriv --lang sv eller --lang en.", "Write --lang sv or --lang en."))
    return replace(asked, language=language)


def _language(written: str) -> Language | None:
    return next((one for one in LANGUAGES if written.lower().replace("_", "-").split("-")[0] == one), None)
