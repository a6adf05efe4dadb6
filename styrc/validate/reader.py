"""Reads the values of one mapping after another, gathering what is wrong: the one mechanism behind `validate`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import TypeAdapter, ValidationError

from styrc.diagnostic import Because, Diagnostic, Severity
from styrc.element import Scalar, Value
from styrc.names import nearest
from styrc.organisation import Organisation
from styrc.quantity import Misread, read_year
from styrc.schema import Field, Schema, Type
from styrc.schema.language import Constraint, Grade
from styrc.schema.wanted import WANTED
from styrc.source import Place, Raw
from styrc.text import AnyOf
from styrc.validate.types import adapters
from styrc.words import Words

_FORMS = {Type.NUMBER: "STY105", Type.WHOLE: "STY105", Type.MONEY: "STY105", Type.TARGET: "STY105", Type.DATE: "STY106"}
_PLAIN = Field()


@dataclass
class Reader:
    """What readers share: the model, the words, the units that exist, and the findings so far."""

    schema: Schema
    words: Words
    organisation: Organisation
    found: list[Diagnostic] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._adapters: dict[Type, TypeAdapter[Any]] = adapters(self.words)

    def say(
        self,
        code: str,
        place: Place,
        variant: str = "",
        constraint: Constraint | None = None,
        *,
        absence: bool = False,
        **values: object,
    ) -> None:
        """Add a finding; a constraint lends it its reason and, when it is only a warning, its weight."""
        because: Because | None = None
        severity = None
        if constraint is not None:
            because = self.schema.because(constraint)
            severity = Severity.WARNING if constraint.weight is Grade.WARNING else None
        self.found.append(Diagnostic(code, place, values, variant, severity, because, absence=absence))

    def mapping(self, raw: Raw, place: Place) -> dict[str, Raw]:
        """The keys and values at a place; nothing where something else stands, which is told."""
        if isinstance(raw, dict):
            return raw
        if raw is not None:
            self.say("STY109", place, "text" if isinstance(raw, str) else "list", name=_last(place))
        return {}

    def rows(self, raw: Raw, place: Place) -> list[Raw]:
        """The rows of a list; one row written without its dash is told, and read."""
        if isinstance(raw, list):
            return raw
        if raw is None:
            self.say("STY103", place, name=_last(place))
            return []
        self.say("STY108", place, "row" if isinstance(raw, dict) else "text", name=_last(place))
        return [raw] if isinstance(raw, dict) else []

    def unknown(self, place: Place, key: str, raw: Raw, known: Iterable[str]) -> None:
        """Tell of a key that does not exist, with the nearest that does."""
        known = tuple(known)
        near = nearest(key, known)
        if near:
            self.say("STY101", place.key(key), "near", name=key, near=AnyOf(near))
        elif raw is None:
            self.say("STY101", place.key(key), "comma", name=key)
        else:
            self.say("STY101", place.key(key), name=key, known=known)

    def missing(self, place: Place, name: str, constraint: Constraint | None = None) -> None:
        """Tell of a key that must be there and is not."""
        self.say("STY102", place, constraint=constraint, absence=True, name=name)

    def text(self, row: Mapping[str, Raw], name: str, place: Place, *, required: bool = False) -> str:
        """A plain line of text, or nothing."""
        value = self.value(row, name, _PLAIN, place, required=required)
        return value if isinstance(value, str) else ""

    def value(
        self, row: Mapping[str, Raw], name: str, field_: Field, place: Place, *, required: bool = False
    ) -> Value | None:
        """The typed value of a key; None where it is absent, empty or wrong. What is wrong is told."""
        raw = row.get(name)
        if raw is None or raw == "":
            if name in row:
                self.say("STY103", place.at(name), constraint=field_, absence=required, name=name)
            elif required:
                self.missing(place, name, field_)
            return None
        return self.cell(raw, field_, place.at(name), name)

    def cell(self, raw: Raw, field_: Field, place: Place, name: str) -> Value | None:
        """A written value in the shape that the field asks for: one, a list, or one per year."""
        if field_.by == "year" and isinstance(raw, dict):
            return self._per_year(raw, field_, place, name)
        if field_.many:
            return self._list(raw, field_, place, name)
        if isinstance(raw, list):
            self.say("STY113", place, name=name, count=len(raw))
            return None
        return self._scalar(raw, field_, place, name)

    def _list(self, raw: Raw, field_: Field, place: Place, name: str) -> tuple[Scalar, ...] | None:
        if not isinstance(raw, list):
            self.say("STY108", place, "value", name=name, value=raw if isinstance(raw, str) else "…")
            return None
        read = [self._scalar(item, field_, place.at(number), name) for number, item in enumerate(raw)]
        values = tuple(value for value in read if value is not None)
        few = field_.least is not None and len(raw) < field_.least
        if few or (field_.most is not None and len(raw) > field_.most):
            self.say(
                "STY117",
                place,
                "few" if few else "many",
                field_,
                name=name,
                count=len(raw),
                limit=field_.least if few else field_.most,
            )
        return values

    def _per_year(self, raw: dict[str, Raw], field_: Field, place: Place, name: str) -> Mapping[int, Scalar]:
        values: dict[int, Scalar] = {}
        for key, cell in raw.items():
            try:
                year = read_year(key)
            except Misread:
                self.say("STY118", place.key(key), name=name, year=key)
                continue
            value = self._scalar(cell, field_, place.at(key), name)
            if value is not None:
                values[year] = value
        return values

    def _scalar(self, raw: Raw, field_: Field, place: Place, name: str) -> Scalar | None:
        if raw is None or raw == "":
            self.say("STY103", place, name=name)
            return None
        if not isinstance(raw, str):
            self.say("STY104", place, "shape", name=name, wanted=WANTED[field_.type])
            return None
        try:
            value: Scalar = self._adapters[field_.type].validate_python(raw)
        except ValidationError as error:
            self._misread(error, raw, field_.type, place, name)
            return None
        if field_.type is Type.CHOICE:
            return self._choice(str(value), field_, place, name)
        if field_.type is Type.UNIT:
            return self._unit(str(value), field_, place, name)
        if field_.type in (Type.NUMBER, Type.WHOLE, Type.MONEY):
            self._limits(value, field_, place, name)
        return value

    def _misread(self, error: ValidationError, raw: str, type_: Type, place: Place, name: str) -> None:
        misread = error.errors(include_url=False)[0].get("ctx", {}).get("error")
        if not isinstance(misread, Misread):
            raise error
        code = _FORMS.get(type_, "STY104") if misread.variant not in ("", "several lines", "percent") else "STY104"
        self.say(code, place, misread.variant, name=name, value=_short(raw), wanted=WANTED[type_], **misread.values)

    def _choice(self, value: str, field_: Field, place: Place, name: str) -> str | None:
        allowed = field_.of or tuple(step.value for step in self.schema.scales.get(field_.scale, ()))
        if value in allowed:
            return value
        near = nearest(value, allowed)
        self.say(
            "STY107",
            place,
            "near" if near else "",
            field_,
            name=name,
            value=value,
            near=AnyOf(near),
            allowed=AnyOf(allowed),
        )
        return None

    def _unit(self, value: str, field_: Field, place: Place, name: str) -> str | None:
        units = self.organisation.units
        if value not in units:
            named = tuple(
                unit.id for unit in units.values() if value.casefold() in (unit.name.casefold(), unit.short.casefold())
            )
            near = named or nearest(value, units)
            self.say("STY114", place, "near" if near else "", name=name, value=value, near=AnyOf(near))
            return None
        level = units[value].level
        if field_.levels and level not in field_.levels:
            self.say(
                "STY115",
                place,
                constraint=field_,
                name=name,
                value=units[value].name,
                level=level,
                wanted=AnyOf(field_.levels),
            )
            return None
        return value

    def _limits(self, value: Any, field_: Field, place: Place, name: str) -> None:  # noqa: ANN401 - a number of either type
        if field_.least is not None and value < field_.least:
            self.say("STY117", place, "low", field_, name=name, value=value, limit=field_.least)
        if field_.most is not None and value > field_.most:
            self.say("STY117", place, "high", field_, name=name, value=value, limit=field_.most)


def _last(place: Place) -> str:
    """The nearest name above a place, for a message about a row or a list."""
    return next((step for step in reversed(place.path) if isinstance(step, str)), place.file)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:57] + "…"  # noqa: PLR2004 - what fits in a message
