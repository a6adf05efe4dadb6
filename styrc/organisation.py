"""The municipality's organisation: its units, their levels and who stands above whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from styrc.dress import PLAIN, Dress
from styrc.quantity import Period
from styrc.source import Place


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: the council, a board, a company, a department, a workplace."""

    id: str
    name: str
    level: str
    parent: str | None
    place: Place
    short: str = ""
    share: Decimal | None = None  # the municipality's share of a company, in percent
    first_year: int | None = None
    last_year: int | None = None

    def exists_in(self, year: int) -> bool:
        """Whether the unit is there in a year."""
        return (self.first_year or year) <= year <= (self.last_year or year)


@dataclass(frozen=True, slots=True)
class Organisation:
    """All units by id, in the order of `styrc.yaml`."""

    units: Mapping[str, Unit]
    lost: frozenset[str] = frozenset()
    """Units that stand below a break in `styrc.yaml`: they exist, but nothing is known of them."""

    def line(self, unit: str) -> Iterator[str]:
        """The unit and those above it, from itself upwards. A ring in the organisation ends the line."""
        seen: set[str] = set()
        current: str | None = unit
        while current is not None and current in self.units and current not in seen:
            seen.add(current)
            yield current
            current = self.units[current].parent

    def is_in_line(self, unit: str, above: str) -> bool:
        """Whether `above` is the unit itself or stands above it."""
        return above in self.line(unit)

    def of_levels(self, levels: tuple[str, ...]) -> list[Unit]:
        """Every unit of these levels."""
        return [unit for unit in self.units.values() if unit.level in levels]

    def name(self, unit: str) -> str:
        """The unit's name; its id where there is no such unit."""
        return self.units[unit].name if unit in self.units else unit

    def level(self, unit: str) -> str:
        """The unit's level, or nothing where there is no such unit."""
        return self.units[unit].level if unit in self.units else ""


@dataclass(frozen=True, slots=True)
class Municipality:
    """Whose plans they are: what `styrc.yaml` says."""

    name: str
    code: str
    terms: tuple[Period, ...]
    years: tuple[int, ...]
    organisation: Organisation
    place: Place
    dress: Dress = PLAIN
