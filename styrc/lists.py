"""Lists from outside that a model may lean on: the global goals, and the indicators of Kolada; styrc's own data."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel, ConfigDict

from styrc.resources import builtin
from styrc.yaml_text import read_trusted


class OutsideList(BaseModel):
    """A list to choose from: each entry's id and name; one below another has its id with a full stop and no name."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str
    plural: str
    entries: dict[str, str]

    def name(self, entry: str) -> str:
        """The entry as it is printed: its id with its name, or with the name of the entry above it."""
        return " ".join(part for part in (entry, self.entries.get(self.top(entry), "")) if part)

    @staticmethod
    def top(entry: str) -> str:
        """The entry itself, or the one that it stands below."""
        return entry.partition(".")[0]


@cache
def outside_list(name: str) -> OutsideList:
    """A list by its name; a missing one is a bug, since the schema has been checked."""
    return OutsideList.model_validate(read_trusted(builtin("schemas") / "lists" / f"{name}.yaml"))


def list_names() -> tuple[str, ...]:
    """The lists there are."""
    return tuple(sorted(path.stem for path in (builtin("schemas") / "lists").glob("*.yaml")))


@dataclass(frozen=True, slots=True)
class NationalIndicator:
    """An indicator of Kolada: its title, whether it is split by sex, and its last year, if it has ended."""

    title: str
    by_sex: bool
    ended: int | None


@cache
def kolada() -> dict[str, NationalIndicator]:
    """Kolada's indicators by id. Källa: Kolada (RKA)."""
    with (builtin("schemas") / "lists" / "kolada.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["id"]: NationalIndicator(
                row["title"], bool(row["by sex"]), int(row["discontinued"]) if row["discontinued"] else None
            )
            for row in csv.DictReader(file, delimiter=";")
        }
