"""Which steering models are at hand, and the one that a project names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from styrc.cli.session import CannotError, Session
from styrc.load import load
from styrc.names import nearest
from styrc.project import SETTINGS, CannotBeginError, Project, open_project
from styrc.resources import builtin
from styrc.schema import Schema
from styrc.schema.read import read_schema
from styrc.text import AnyOf, Text
from styrc.words import languages, words_in

_FAULTY = (
    Text("Styrmodellen ”{name}” går inte att läsa.", "The steering model “{name}” cannot be read."),
    Text("Kör styrc check i projektet och rätta det som visas där.", "Run styrc check in the project and mend it."),
)
_UNKNOWN = Text("Det finns ingen styrmodell som heter ”{name}”.", "There is no steering model called “{name}”.")
_NEAR = Text("Menade du {near}?", "Did you mean {near}?")
_KNOWN = Text("Välj {known}.", "Choose {known}.")
_WHICH = (
    Text("Det går inte att se vilken styrmodell som menas.", "It cannot be seen which steering model is meant."),
    Text("Skriv --model NAMN, eller gå till ett projekt.", "Write --model NAME, or go to a project."),
)


class Models:
    """The models that a project can use, by name: its own and those that come with styrc."""

    def __init__(self, folder: Path, session: Session, *, project_needed: bool = False) -> None:
        self.project: Project | None = None
        with suppress(CannotBeginError):  # the models that come with styrc can be asked about anywhere
            self.project = session.open(folder) if project_needed else open_project(folder)
        self.files: Mapping[str, bytes] = self.project.schemas if self.project else _ours()

    @property
    def named(self) -> str:
        """The model that the project names; nothing outside a project."""
        if self.project is None:
            return ""
        top = load(SETTINGS, self.project.settings)[0].value
        keys = [words_in(one).project.model for one in languages()]
        return next((str(top[key]) for key in keys if isinstance(top, dict) and key in top), "")

    def read(self, name: str) -> Schema:
        """A model by name, or the project's own where no name is given."""
        name = name or self.named
        if not name:
            raise CannotError(*_WHICH)
        if name not in self.files:
            near = nearest(name, self.files)
            values = {"name": name, "near": AnyOf(near), "known": AnyOf(tuple(sorted(self.files)))}
            raise CannotError(_UNKNOWN, _NEAR if near else _KNOWN, values)
        schema = self._schema(name)
        if schema is None:
            raise CannotError(*_FAULTY, {"name": name})
        return schema

    def all(self) -> Iterator[tuple[str, Schema]]:
        """Every model that can be read, the project's first."""
        for name in sorted(self.files, key=lambda one: (one != self.named, one)):
            schema = self._schema(name)
            if schema is not None:
                yield name, schema

    def _schema(self, name: str) -> Schema | None:
        source, found = load(f"schemas/{name}.yaml", self.files[name])
        return None if found else read_schema(source)[0]


def _ours() -> dict[str, bytes]:
    return {path.stem: path.read_bytes() for path in sorted(builtin("schemas").glob("*.yaml"))}
