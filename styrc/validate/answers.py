"""The sections of a report -> what it says of elements, and the outcomes that it tells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from styrc.diagnostic import Severity
from styrc.element import Answer, Document, Outcome, Sex, Value
from styrc.quantity import Period
from styrc.schema import Field, ReportKind, Type
from styrc.source import Place, Raw
from styrc.validate.elements import says
from styrc.validate.keys import Keys
from styrc.validate.reader import Reader, is_empty

_NUMBER = Field(type=Type.NUMBER)
_DATE = Field(type=Type.DATE)
_PERIOD = Field(type=Type.PERIOD)
_UNIT = Field(type=Type.UNIT)


@dataclass
class Answers:
    """Reads the answers and outcomes of one report. `kinds` are those of all elements, by id."""

    reader: Reader
    document: Document
    report: ReportKind
    kinds: Mapping[str, tuple[str, ...]]

    def answers(self, raw: Raw, place: Place) -> Iterator[Answer]:
        """What the report says of elements, by their ids."""
        if is_empty(raw):
            self.reader.empty(place, self.reader.words.report.answers)
        for of, row in self.reader.mapping(raw, place).items():
            here = place.at(of)
            fields = self._fields(of)
            if fields is None:
                yield Answer(of, self.document.id, {}, here, broken=True)  # `link` tells that there is no such element
                continue
            if is_empty(row):
                self.reader.empty(here, of)
            before = len(self.reader.found)
            values = self._values(row, here, fields)
            yield Answer(of, self.document.id, values, here, broken=self._has_errors(before))

    def _fields(self, of: str) -> Mapping[str, Field] | None:
        """What can be said of the element; None where there is none of the id. A kind that is asked for comes first."""
        kinds = self.kinds.get(of.rpartition("/")[2], ())
        known = self.reader.schema.kinds
        answered = [kind for kind in (*self.report.asks, *kinds) if kind in kinds and known[kind].answers]
        return known[answered[0]].answers if answered else None

    def _values(self, raw: Raw, place: Place, fields: Mapping[str, Field]) -> dict[str, Value]:
        row = self.reader.mended(self.reader.mapping(raw, place), place, Keys(tuple(fields)))
        values: dict[str, Value] = {}
        for name, one in fields.items():
            required = one.required or bool(one.required_when and says(row, one.required_when))
            value = self.reader.value(row, name, one, place, required=required and bool(row))
            if value is not None:
                values[name] = value
        return values

    def outcomes(self, raw: Raw, place: Place) -> Iterator[Outcome]:
        """The outcomes that the report tells: a value alone, a row, or a list of rows for each indicator."""
        if is_empty(raw):
            self.reader.empty(place, self.reader.words.report.outcomes)
        for of, said in self.reader.mapping(raw, place).items():
            here = place.at(of)
            if isinstance(said, list):
                for there, row in self.reader.rows(said, here):
                    yield from self._row(of, self.reader.mapping(row, there), there)
            elif isinstance(said, str) or said is None:
                value = self.reader.value({of: said}, of, _NUMBER, place)
                yield self._outcome(of, here, value)
            else:
                yield from self._row(of, said, here)

    def _row(self, of: str, written: Mapping[str, Raw], place: Place) -> Iterator[Outcome]:
        """One outcome, with those for women and men beside it where they are given."""
        keys, before = self.reader.words.outcome, len(self.reader.found)
        names = (keys.value, keys.period, keys.unit, keys.source, keys.measured, keys.reason, keys.women, keys.men)
        row = self.reader.mended(dict(written), place, Keys(names))
        read = self.reader.value
        period, measured = read(row, keys.period, _PERIOD, place), read(row, keys.measured, _DATE, place)
        unit, reason = read(row, keys.unit, _UNIT, place), self.reader.text(row, keys.reason, place)
        values = {
            sex: read(row, key, _NUMBER, place)
            for sex, key in ((Sex.ALL, keys.value), (Sex.WOMEN, keys.women), (Sex.MEN, keys.men))
            if key in row
        }
        if not values and not reason and len(self.reader.found) == before:
            self.reader.missing(place, keys.value)
        broken = self._has_errors(before)
        for sex, value in (values or {Sex.ALL: None}).items():
            yield Outcome(
                of=of,
                period=period if isinstance(period, Period) else self._year(),
                place=place.at(self._key(sex)) if sex in values else place,
                value=value if isinstance(value, Decimal) else None,
                reason=reason,
                document=self.document.id,
                unit=str(unit or ""),
                sex=sex,
                source=self.reader.text(row, keys.source, place),
                measured=measured if isinstance(measured, date) else None,
                broken=broken,
            )

    def _key(self, sex: Sex) -> str:
        keys = self.reader.words.outcome
        return {Sex.ALL: keys.value, Sex.WOMEN: keys.women, Sex.MEN: keys.men}[sex]

    def _outcome(self, of: str, place: Place, value: Value | None) -> Outcome:
        number = value if isinstance(value, Decimal) else None
        return Outcome(of, self._year(), place, number, document=self.document.id, broken=number is None)

    def _year(self) -> Period:
        """The year that an outcome is for where nothing else is said: that in which the report's period ends."""
        year = self.document.period.last.year
        return Period(date(year, 1, 1), date(year, 12, 31))

    def _has_errors(self, since: int) -> bool:
        return any(one.severity is not Severity.WARNING for one in self.reader.found[since:])
