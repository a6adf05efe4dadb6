"""Files from a spreadsheet -> the outcomes in their rows; nothing of a file that cannot be trusted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from styrc.diagnostic import Diagnostic, Related, Severity
from styrc.element import Outcome, Sex, Value
from styrc.names import nearest
from styrc.quantity import Misread, Period, read_number
from styrc.schema import Field, Type
from styrc.source import Place
from styrc.text import AnyOf, Text
from styrc.validate.reader import Reader
from styrc.validate.sheet import Cell, Sheet, UntrustedError, read_cells, read_text

_NUMBER = Field(type=Type.NUMBER)
_DATE = Field(type=Type.DATE)
_PERIOD = Field(type=Type.PERIOD)
_UNIT = Field(type=Type.UNIT)
_LINE = Field(type=Type.LINE)

_FORMULA = re.compile(r"[=@]|[-+\u2212](?=\S)")
_ERROR = re.compile(r"#[^\s#]+[!?]|#N/A|#{2,}", re.IGNORECASE)
"""What a spreadsheet shows in the place of a value that it cannot work out, or that has no room."""
_SPACED = re.compile(r"[0-9][ \u00a0\u2009\u202f][0-9]{3}")
_FIRST = Text("Här står kolumnen första gången.", "The column stands here the first time.")

_Row = Mapping[str, Cell]
"""The cells of a row by the names of their columns."""


@dataclass
class Series:
    """Reads the outcomes of all files. `texts` are the files as they were read, `untrusted` those left out."""

    reader: Reader
    texts: dict[str, str] = field(default_factory=dict)
    untrusted: set[str] = field(default_factory=set)

    def outcomes(self, files: Mapping[str, bytes]) -> Iterator[Outcome]:
        """Every outcome in the files; a row with a fault is kept as broken where it says what it is of."""
        for name, data in sorted(files.items()):
            try:
                self.texts[name], saved = read_text(data)
                sheet = read_cells(self.texts[name], saved)
            except UntrustedError as error:
                self.untrusted.add(name)
                self.texts.setdefault(name, error.text)
                place = Place(name, span=error.span)
                self.reader.found.append(Diagnostic("STY131", place, error.values, error.variant))
                continue
            yield from self._told(name, sheet)

    def _told(self, name: str, sheet: Sheet) -> Iterator[Outcome]:
        table = _Table(self.reader, name, sheet)
        columns = table.columns()
        if columns is None:
            self.untrusted.add(name)
            return
        for way in sheet.saved:
            self.reader.say("STY138", Place(name, span=way.span), way.variant, sign=way.sign)
        yield from table.outcomes(columns)


@dataclass
class _Table:
    """Reads the rows of one file."""

    reader: Reader
    name: str
    sheet: Sheet
    shown: dict[str, list[Cell]] = field(default_factory=dict)
    """Numbers that are written as a spreadsheet shows them, by how they differ."""

    def __post_init__(self) -> None:
        keys = self.reader.words.outcome
        self.needed = (keys.indicator, keys.period, keys.value)
        self.names = (keys.indicator, keys.unit, keys.period, keys.sex, keys.value, keys.source, keys.measured)
        self.sexes = {keys.all: Sex.ALL, keys.women: Sex.WOMEN, keys.men: Sex.MEN}

    def outcomes(self, columns: Mapping[str, int]) -> Iterator[Outcome]:
        """The outcomes of the file, by the places of its columns."""
        for cells in self.sheet.rows[1:]:
            if (row := self._row(cells, columns)) is not None:
                yield from self._outcome(row)
        for variant, shown in self.shown.items():
            self.reader.say("STY139", self._at(shown[0]), variant, value=shown[0].text, count=len(shown))

    def _at(self, cell: Cell) -> Place:
        return Place(self.name, span=cell.span)

    def columns(self) -> dict[str, int] | None:
        """The place of each column by its name; None where a heading is wrong or missing, for then no row is sure."""
        before, heads = len(self.reader.found), self.sheet.rows[0]
        columns: dict[str, int] = {}
        meant: set[str] = set()
        for number, head in enumerate(heads):
            name = head.text.casefold()
            if name in columns:
                first = Related(self._at(heads[columns[name]]), _FIRST)
                self.reader.say("STY134", self._at(head), related=(first,), name=name)
            elif name in self.names:
                columns[name] = number
            elif name:
                meant |= set(self._unknown(head))
        missing = [name for name in self.needed if name not in columns and name not in meant]
        if missing:
            self.reader.say(
                "STY133", self._at(heads[0]), names=tuple(Text(f"”{name}”", f"“{name}”") for name in missing)
            )
        if len(self.reader.found) == before and self.sheet.separator == "," and (torn := self._torn(columns)):
            self.reader.say("STY131", self._at(torn), "comma")
        return columns if len(self.reader.found) == before else None

    def _torn(self, columns: Mapping[str, int]) -> Cell | None:
        """The second half of a number that a decimal comma has divided, where commas stand between the cells."""
        known, source = set(columns.values()), columns.get(self.reader.words.outcome.source)
        cells = (one for row in self.sheet.rows[1:] for one in enumerate(row))
        return next(
            (one for at, one in cells if one.text and (at not in known or (at == source and one.text.isdigit()))), None
        )

    def _unknown(self, head: Cell) -> tuple[str, ...]:
        if self._is_formula(head):
            return self.names
        near = nearest(head.text, self.names)
        variant, known = "near" if near else "", AnyOf(self.names)
        self.reader.say("STY132", self._at(head), variant, name=_short(head.text), near=AnyOf(near), known=known)
        return near

    def _row(self, cells: tuple[Cell, ...], columns: Mapping[str, int]) -> _Row | None:
        """The cells of a row by their columns; None where it has other cells than the headings, which is told."""
        known, last = set(columns.values()), max(columns.values())
        broken = next((cell for cell in cells if cell.is_broken), None)
        surplus = next((cell for number, cell in enumerate(cells) if cell.text and number not in known), None)
        if broken is not None:
            self.reader.say("STY135", self._at(broken), "line break")
        elif surplus is not None:
            self.reader.say("STY135", self._at(surplus), "many", value=_short(surplus.text))
        elif len(cells) <= last:
            gone = next(name for name, number in columns.items() if number >= len(cells))
            self.reader.say("STY135", self._at(cells[-1]), "few", name=gone)
        else:
            return {name: cells[number] for name, number in columns.items()}
        return None

    def _outcome(self, row: _Row) -> Iterator[Outcome]:
        keys, before = self.reader.words.outcome, len(self.reader.found)
        value, period = self._read(row, keys.value, _NUMBER), self._read(row, keys.period, _PERIOD)
        unit, measured = self._read(row, keys.unit, _UNIT), self._read(row, keys.measured, _DATE)
        of, source = self._read(row, keys.indicator, _LINE), self._read(row, keys.source, _LINE)
        sex = self._sex(row)
        if isinstance(period, Period) and period.end is None:
            self._misread(row[keys.period], keys.period)
        broken = any(one.severity is not Severity.WARNING for one in self.reader.found[before:])
        if not isinstance(of, str) or not isinstance(period, Period):
            return
        if isinstance(value, Decimal) and not broken:
            self._note(row[keys.value])
        yield Outcome(
            of=of,
            period=period,
            place=self._at(row[keys.value]),
            value=value if isinstance(value, Decimal) and not broken else None,
            unit=str(unit or ""),
            sex=sex,
            source=str(source or ""),
            measured=measured if isinstance(measured, date) else None,
            broken=broken,
            named=self._at(row[keys.indicator]),
        )

    def _read(self, row: _Row, name: str, wanted: Field) -> Value | None:
        """The value of a cell; None where it is empty or wrong, which is told."""
        cell = row.get(name)
        if cell is None or not cell.text:
            if name in self.needed and cell is not None:
                self.reader.say("STY135", self._at(cell), "empty", name=name)
            return None
        if self._is_formula(cell):
            return None
        return self.reader.cell(cell.text, wanted, self._at(cell), name)

    def _is_formula(self, cell: Cell) -> bool:
        """Whether a cell holds a formula, or what has become of one; such a cell is told and never read."""
        is_error = _ERROR.fullmatch(cell.text) is not None
        if not is_error and (not _FORMULA.match(cell.text) or _is_number(cell.text)):
            return False
        self.reader.say("STY136", self._at(cell), "error" if is_error else "", value=_short(cell.text))
        return True

    def _sex(self, row: _Row) -> Sex:
        keys = self.reader.words.outcome
        cell = row.get(keys.sex)
        if cell is None or not cell.text or self._is_formula(cell):
            return Sex.ALL
        choice = Field(type=Type.CHOICE, of=tuple(self.sexes))
        word = cell.text.casefold()
        said = self.reader.cell(word if word in self.sexes else cell.text, choice, self._at(cell), keys.sex)
        return self.sexes.get(str(said), Sex.ALL)

    def _misread(self, cell: Cell, name: str) -> None:
        """An outcome is of a time that has an end."""
        wanted = Text("en period, till exempel 2025 eller 2026-01 – 2026-08", "a period, such as 2025")
        self.reader.say("STY104", self._at(cell), name=name, value=cell.text, wanted=wanted)

    def _note(self, cell: Cell) -> None:
        variant = "percent" if cell.text.endswith("%") else "thousands" if _SPACED.search(cell.text) else ""
        if variant:
            self.shown.setdefault(variant, []).append(cell)


def _is_number(text: str) -> bool:
    with suppress(Misread):
        read_number(text)
        return True
    return bool(re.fullmatch(r"[-+\u2212][0-9][0-9.,\s]*%?", text))  # a number that is written wrongly is no formula


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:37] + "…"  # noqa: PLR2004 - what fits in a message
