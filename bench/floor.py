"""The floor that styrc is measured against: a program that reads the same files and does nothing else.

It uses the same two libraries in the usual way: ruamel.yaml's C loader, and a Pydantic model of each row.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field
from ruamel.yaml import YAML

Number = int | float | str


class Row(BaseModel):
    """What every element has."""

    model_config = ConfigDict(extra="forbid")

    id: str
    title: str = Field(alias="titel")
    text: str | None = None


class Indicator(Row):
    """An indicator."""

    unit: str = Field(alias="måttenhet")
    direction: str = Field(alias="riktning")
    baseline: Number = Field(alias="utgångsvärde")
    outcome: dict[int, Number] = Field(alias="utfall")
    target: dict[int, Number] = Field(alias="målvärde")
    origin: str = Field(alias="källa")


class Linked(Row):
    """An element that serves others."""

    serves: str | list[str] = Field(alias="bidrar till")
    owner: str | None = Field(default=None, alias="ansvarig")


class Goal(Linked):
    """A goal with its indicators."""

    indicators: list[Indicator] = Field(default=[], alias="indikatorer")


class Activity(Linked):
    """An activity."""

    start: date
    end: date = Field(alias="klart")


SECTIONS: dict[str, type[Row]] = {
    "vision": Row,
    "inriktningsmål": Linked,
    "mål": Goal,
    "uppdrag": Linked,
    "aktiviteter": Activity,
}


def read(folder: Path) -> int:
    """Read everything below a folder and return the number of rows."""
    rows: list[Row] = []
    for path in sorted(folder.rglob("*.yaml")):
        content = YAML(typ="safe", pure=False).load(path.read_bytes())
        for key, model in SECTIONS.items():
            rows += [model.model_validate(row) for row in content.get(key, ())]
    return len(rows) + sum(len(row.indicators) for row in rows if isinstance(row, Goal))


if __name__ == "__main__":
    sys.stdout.write(f"{read(Path(sys.argv[1]))} elements\n")
