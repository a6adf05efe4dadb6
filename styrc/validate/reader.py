"""Reads the values of one mapping after another, gathering what is wrong: the one mechanism behind `validate`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import TypeAdapter, ValidationError

from styrc.diagnostic import Diagnostic, Related
from styrc.element import Scalar, Value
from styrc.names import ID, nearest
from styrc.organisation import Organisation
from styrc.quantity import Misread, read_year
from styrc.schema import Field, Schema, Type
from styrc.schema.language import Constraint
from styrc.schema.wanted import WANTED
from styrc.source import Place, Raw, SourceFile
from styrc.text import AnyOf
from styrc.validate.elsewhere import homes_of_section, kinds_with, reason_for_field, reason_for_section
from styrc.validate.keys import Keys
from styrc.validate.types import adapters
from styrc.validate.vocabulary import Vocabulary
from styrc.validate.weight import weigh
from styrc.validate.written import Written
from styrc.words import Words

_FORMS = {
    Type.NUMBER: "STY105",
    Type.WHOLE: "STY105",
    Type.MONEY: "STY105",
    Type.TARGET: "STY105",
    Type.DATE: "STY106",
    Type.PERIOD: "STY106",
}
_PLAIN = Field()


_NO_KEYS = Keys(())


@dataclass
class Reader:
    """What readers share: the model, the words, the units that exist, the files as text, and the findings so far."""

    schema: Schema
    words: Words
    organisation: Organisation
    sources: Mapping[str, SourceFile]
    found: list[Diagnostic] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._adapters: dict[Type, TypeAdapter[Any]] = adapters(self.words)
        self._mistyped: dict[tuple[Place, str], str] = {}
        self._nearly: set[tuple[Place, str]] = set()
        self._vocabularies: dict[str, Vocabulary] = {}
        self.written = Written(self.sources)
        self.nameless: set[str] = set()
        """Files with rows that have no id: what refers to them will seem to lead nowhere."""
        self.tops: dict[str, dict[str, Raw]] = {}
        """What stands at the top of each file that begins a document, by right names."""

    def vocabulary(self, document: str) -> Vocabulary:
        """The words of a kind of document."""
        if document not in self._vocabularies:
            self._vocabularies[document] = Vocabulary(self.schema, self.words, document)
        return self._vocabularies[document]

    def findings(self) -> list[Diagnostic]:
        """All findings. A name that is only mistyped is not missing as well."""
        return [one for one in self.found if not self._is_only_mistyped(one)]

    def _is_only_mistyped(self, one: Diagnostic) -> bool:
        return one.code in ("STY102", "STY120") and (one.place, one.values["name"]) in self._nearly

    def say(
        self,
        code: str,
        place: Place,
        variant: str = "",
        constraint: Constraint | None = None,
        *,
        absence: bool = False,
        related: tuple[Related, ...] = (),
        **values: object,
    ) -> None:
        """Add a finding; a constraint lends it its reason and, where something is missing, its weight.

        Where the file breaks off, nothing is added: what stands there is not known, and the break is told.
        """
        if self.written.is_cut_short(place):
            return
        severity, because = weigh(self.schema, code, constraint, absence=absence)
        self.found.append(Diagnostic(code, place, values, variant, severity, because, related, absence))

    def mapping(self, raw: Raw, place: Place) -> dict[str, Raw]:
        """The keys and values at a place; nothing where something else stands, which is told."""
        if isinstance(raw, dict):
            return raw
        if not is_empty(raw):
            self.say("STY109", place, "text" if isinstance(raw, str) else "list", name=_last(place))
        return {}

    def rows(self, raw: Raw, place: Place, *, needed: bool = False) -> list[tuple[Place, Raw]]:
        """The rows of a list and where each stands; one row written without its dash is told, and read.

        Where the rows are `needed`, a rule tells that there are none.
        """
        if isinstance(raw, list):
            return [(place.at(number), row) for number, row in enumerate(raw)]
        if is_empty(raw):
            if not (needed and self.is_bare_heading(raw, place)):
                self.empty(place, _last(place))
            return []
        if isinstance(raw, dict) and any(key.startswith("-") for key in raw):
            self.say("STY108", place, "no space", name=_last(place))
            return []
        self.say("STY108", place, "row" if isinstance(raw, dict) else "text", name=_last(place))
        return [(place, raw)] if isinstance(raw, dict) else []

    def is_bare_heading(self, raw: Raw, place: Place) -> bool:
        """Whether a heading simply has nothing below it, with no slip that has hidden what was there."""
        slips = (self.written.is_comment, self.written.lacks_colon, self.written.is_told)
        return is_empty(raw) and not any(slip(place) for slip in slips)

    def mended(self, row: Mapping[str, Raw], place: Place, keys: Keys) -> dict[str, Raw]:
        """The row by right names. Unknown keys are told; one that is only mistyped is read as the one meant."""
        made = {}
        for key, raw in row.items():
            if key in keys:
                made[key] = raw
                continue
            right, meant = self._unknown(place, key, raw, keys)
            if right and right not in row and right not in made:
                made[right] = meant
                self._mistyped[place, right] = key
        return made

    def at(self, place: Place, name: str) -> Place:
        """The place of a key's value, by the name that it was written with."""
        return place.at(self._mistyped.get((place, name), name))

    def _unknown(self, place: Place, key: str, raw: Raw, keys: Keys) -> tuple[str, Raw]:
        """Tell of a key that does not exist; give back the one meant and its value, where there is no doubt."""
        if raw is None and self.written.lacks_colon(place.at(key)):
            return self._bare(place, key, keys)
        near = nearest(key, keys.suggested)
        if keys.document and self._belongs_elsewhere(place.key(key), key, keys.document, is_near=bool(near)):
            return "", None
        known = AnyOf(tuple(keys.suggested))
        reason = self.schema.vocabulary if keys.headings and not near else None
        self.say("STY101", place.key(key), "near" if near else "", reason, name=key, near=AnyOf(near), known=known)
        self._nearly |= {(place, word) for word in near}
        return (near[0] if len(near) == 1 else ""), raw

    def _belongs_elsewhere(self, place: Place, key: str, document: str, *, is_near: bool) -> bool:
        """Tell of a section of another kind of document, or of a field of another kind; whether it is one."""
        if homes := homes_of_section(self.schema, key, besides=document):
            reason = reason_for_section(self.schema, key, homes)
            self.say("STY112", place, "", reason, name=key, document=document, homes=AnyOf(homes))
            return True
        kinds = () if is_near else kinds_with(self.schema, key)
        if kinds:
            words = AnyOf(tuple(dict.fromkeys(self.schema.distinct_words(kind) for kind in kinds)))
            reason = reason_for_field(self.schema, key, kinds)
            self.say("STY112", place, "field", reason, name=key, document=document, homes=words)
        return bool(kinds)

    def _bare(self, place: Place, key: str, keys: Keys) -> tuple[str, Raw]:
        """Tell of a key without a colon: a text that a comma has cut apart, told once at its beginning, or a slip."""
        here = place.at(key)
        cut = self.written.cut(here)
        if cut is None:
            if self.written.is_later_piece(here):
                return "", None
            self.say("STY101", place.key(key), "no colon", name=key)
            name = next((name for name in keys.names if key.startswith(f"{name} ")), "")
            return name, key[len(name) :].strip()
        if cut.key in keys.lists:
            self.say("STY108", place.at(cut.key), "ids", name=cut.key, right=cut.text)
        else:
            self.say("STY101", place.at(cut.key), "comma", name=cut.key, right=cut.text)
        return "", None

    def missing(self, place: Place, name: str, constraint: Constraint | None = None) -> None:
        """Tell of a key that must be there and is not."""
        if not self.written.takes_over(place):
            self.say("STY102", place, constraint=constraint, absence=True, name=name)

    def empty(self, place: Place, name: str, constraint: Constraint | None = None, *, absence: bool = False) -> None:
        """Tell of a key with nothing after it."""
        *above, key = place.path or (0,)
        if isinstance(key, str) and self.written.lacks_colon(place):
            self._bare(Place(place.file, tuple(above)), key, _NO_KEYS)
        elif not self.written.is_told(place):
            variant = "number sign" if self.written.is_comment(place) else "required" if absence else ""
            self.say("STY103", place, variant, constraint, absence=absence, name=name)

    def text(self, row: Mapping[str, Raw], name: str, place: Place, *, required: bool = False) -> str:
        """A plain line of text, or nothing."""
        value = self.value(row, name, _PLAIN, place, required=required)
        return value if isinstance(value, str) else ""

    def check_id(self, id_: str, place: Place) -> None:
        """Tell of an id with other signs than an id may have."""
        if id_ and not ID.fullmatch(id_):
            right = "-".join(re.findall(r"[^\W_]+", id_)) or "…"
            self.say("STY119", place, id=_short(id_), right=_short(right.lower()))

    def value(
        self, row: Mapping[str, Raw], name: str, field_: Field, place: Place, *, required: bool = False
    ) -> Value | None:
        """The typed value of a key; None where it is absent, empty or wrong. What is wrong is told."""
        raw = row.get(name)
        if not is_empty(raw):
            return self.cell(raw, field_, self.at(place, name), name)
        if name in row:
            self.empty(self.at(place, name), name, field_, absence=required)
        elif required:
            self.missing(place, name, field_)
        return None

    def cell(self, raw: Raw, field_: Field, place: Place, name: str) -> Value | None:
        """A written value in the shape that the field asks for: one, a list, or one per year."""
        if field_.by == "year" and isinstance(raw, dict):
            return self._per_year(raw, field_, place, name)
        if field_.many:
            return self._list(raw, field_, place, name)
        if isinstance(raw, list):
            self.say("STY113", place, name=name)
            return None
        return self._scalar(raw, field_, place, name)

    def _list(self, raw: Raw, field_: Field, place: Place, name: str) -> tuple[Scalar, ...] | None:
        if not isinstance(raw, list):
            self.say("STY108", place, "value", name=name, right=self._as_items(raw, field_))
            return None
        if field_.type is Type.UNIT and any("," in item for item in raw if isinstance(item, str)):
            whole = ", ".join(item for item in raw if isinstance(item, str))
            self.say("STY108", place, "value", name=name, right=self._as_items(whole, field_))
            return None
        read = [self._scalar(item, field_, place.at(number), name) for number, item in enumerate(raw)]
        values = tuple(value for value in read if value is not None)
        few = field_.least is not None and len(raw) < field_.least
        if few or (field_.most is not None and len(raw) > field_.most):
            limit = field_.least if few else field_.most
            self.say("STY117", place, "few" if few else "many", field_, name=name, count=len(raw), limit=limit)
        return values

    def _as_items(self, raw: Raw, field_: Field) -> str:
        """A value as it would stand between the brackets of a list; units by their ids."""
        if not isinstance(raw, str):
            return "…"
        items = [item.strip() for item in raw.split(",") if item.strip()]
        if field_.type is Type.UNIT:
            items = [next(iter(self.ids_of(item)), item) for item in items]
        return _short(", ".join(items))

    def ids_of(self, name: str) -> tuple[str, ...]:
        """The ids of the units that have this name or abbreviation."""
        units, said = self.organisation.units.values(), name.casefold()
        return tuple(unit.id for unit in units if said in (unit.name.casefold(), unit.short.casefold()))

    def _per_year(self, raw: dict[str, Raw], field_: Field, place: Place, name: str) -> Mapping[int, Scalar]:
        values: dict[int, Scalar] = {}
        for key, cell in raw.items():
            if cell is None and self.written.lacks_colon(place.at(key)):
                self._bare(place, key, _NO_KEYS)
                continue
            try:
                year = read_year(key)
            except Misread:
                self.say("STY118", place.key(key), name=name, year=key)
                continue
            value = self._scalar(cell, field_, place.at(key), name)
            if value is not None:
                values[year] = value
        return dict(sorted(values.items()))

    def _scalar(self, raw: Raw, field_: Field, place: Place, name: str) -> Scalar | None:
        if is_empty(raw):
            self.empty(place, name)
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
        values = {"name": name, "value": _short(raw), "wanted": WANTED[type_], **misread.values}
        if not self.written.is_cut_short(place):
            self.found.append(Diagnostic(code, place, values, misread.variant))

    def _choice(self, value: str, field_: Field, place: Place, name: str) -> str | None:
        allowed = self.schema.choices(field_)
        if value in allowed:
            return value
        near = nearest(value, allowed)
        variant, choices = "near" if near else "", AnyOf(allowed)
        self.say("STY107", place, variant, field_, name=name, value=value, near=AnyOf(near), allowed=choices)
        return near[0] if len(near) == 1 else None

    def may_be_unit(self, value: str) -> bool:
        """Whether there is such a unit, or may be: the organisation or a part of it may be missing, which is told."""
        units = self.organisation.units
        return not units or value in units or value in self.organisation.lost

    def _unit(self, value: str, field_: Field, place: Place, name: str) -> str | None:
        units = self.organisation.units
        if not self.may_be_unit(value):
            self.unknown_unit(value, place, name)
            return None
        if value not in units:
            return value
        level = units[value].level
        if level and field_.levels and level not in field_.levels:
            unit, wanted = units[value].name, AnyOf(field_.levels)
            self.say("STY115", place, constraint=field_, name=name, value=unit, level=level, wanted=wanted)
            return value if field_.inferred else None
        return value

    def unknown_unit(self, value: str, place: Place, name: str, offices: Iterable[str] = ()) -> None:
        """Tell of a unit that does not exist, with the id of the one meant, or the office where one may stand."""
        units = self.organisation.units
        parts = [part.strip() for part in value.split(",")]
        if len(parts) > 1 and all(part in units or self.ids_of(part) for part in parts):
            self.say("STY113", place, name=name)
            return
        named = self.ids_of(value)
        near = named or nearest(value, (*units, *offices)) or nearest(value, [unit.name for unit in units.values()])
        near = tuple(next(iter(self.ids_of(one)), one) for one in near)
        variant = "name" if named else "near" if near else ""
        self.say("STY114", place, variant, name=name, value=value, near=AnyOf(near))

    def _limits(self, value: Any, field_: Field, place: Place, name: str) -> None:  # noqa: ANN401 - a number of either type
        if field_.least is not None and value < field_.least:
            self.say("STY117", place, "low", field_, name=name, value=value, limit=field_.least)
        if field_.most is not None and value > field_.most:
            self.say("STY117", place, "high", field_, name=name, value=value, limit=field_.most)


def is_empty(raw: Raw) -> bool:
    """Whether nothing is written: no text, no item, no key."""
    return not raw or (isinstance(raw, str) and not raw.strip())


def _last(place: Place) -> str:
    """The nearest name above a place, for a message about a row or a list."""
    return next((step for step in reversed(place.path) if isinstance(step, str)), place.file)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:57] + "…"  # noqa: PLR2004 - what fits in a message
