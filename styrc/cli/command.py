"""What a manual page of a command holds: arguments, options and examples, in both languages."""

from __future__ import annotations

from dataclasses import dataclass, field

from styrc.text import Text


@dataclass(frozen=True, slots=True)
class Part:
    """An argument or option: what stands for its value, and what it does."""

    value: Text
    does: Text


@dataclass(frozen=True, slots=True)
class Command:
    """The manual page of a command. `options` are named as they are written."""

    does: Text
    about: Text
    arguments: dict[str, Part] = field(default_factory=dict)
    options: dict[str, Part] = field(default_factory=dict)
    examples: tuple[tuple[str, Text], ...] = ()
    selects: bool = False


def flag(sv: str, en: str) -> Part:
    """An option without a value."""
    return Part(Text("", ""), Text(sv, en))


FOLDER = Text("MAPP", "FOLDER")
WHERE = Text(
    "En mapp i projektet. Filen styrc.yaml söks där och uppåt. Utelämnas den gäller mappen där du står.",
    "A folder in the project. styrc.yaml is looked for there and upwards. Left out: the folder you are in.",
)
TO_FILE = Part(
    Text("FIL", "FILE"), Text("Skriv till en fil i stället för på skärmen.", "Write to a file instead of the screen.")
)
