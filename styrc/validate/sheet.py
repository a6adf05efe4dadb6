"""The bytes of a file from a spreadsheet -> its cells with their places; or why the file cannot be trusted at all."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from styrc.source import START, Span

LARGEST = 4_000_000
"""Bytes in a file: some hundred thousand rows."""

_SEPARATORS = (";", "\t", ",")
_NAMED = re.compile(r"sep=([;,\t])\s*", re.IGNORECASE)
"""The line by which a spreadsheet may say what stands between its cells."""
_UNSEEN = {ord(sign): " " for sign in "\x85\u2028\u2029\u200b\u200e\u200f\u2060\ufeff"}
"""Signs that nobody sees, or that some count as the end of a line."""


class UntrustedError(Exception):
    """The file as a whole cannot be trusted; `variant` names the reason, `span` its place in what can be shown."""

    def __init__(self, variant: str, span: Span = START, text: str = "", **values: object) -> None:
        super().__init__(variant)
        self.variant, self.span, self.text, self.values = variant, span, text, values


class Cell(NamedTuple):
    """What stands in a cell, without the spaces around it, and where."""

    text: str
    span: Span

    @property
    def is_broken(self) -> bool:
        """Whether it goes on from one line to the next."""
        return self.span.line != self.span.end_line


@dataclass(frozen=True)
class Saved:
    """How a file is saved, where that is not as it should be, and where it first shows."""

    variant: str
    span: Span
    sign: str = ""


@dataclass(frozen=True)
class Sheet:
    """A file's cells by rows, empty rows left out, and how it is saved otherwise than it should be."""

    rows: tuple[tuple[Cell, ...], ...]
    separator: str
    saved: tuple[Saved, ...]


def read_text(data: bytes) -> tuple[str, Saved | None]:
    """The text of a file, its signs in the places that they have in it. Raises UntrustedError."""
    if len(data) > LARGEST:
        raise UntrustedError("large", largest=LARGEST // 1_000_000)
    text, saved = _decoded(data)
    return text.translate(_UNSEEN), saved


def read_cells(text: str, saved: Saved | None = None) -> Sheet:
    """The cells of a text. Raises UntrustedError."""
    if "\0" in text:
        raise UntrustedError("no text", _after(text[: text.index("\0")]))
    lines = _lines(text)
    first = next((number for number, line in enumerate(lines) if line.strip("; \t,")), None)
    if first is None:
        raise UntrustedError("empty")
    told = _NAMED.fullmatch(lines[first])
    separator = told[1] if told else _separator(lines[first], first)
    rows = tuple(row for row in _rows(lines, first + bool(told), separator) if any(cell.text for cell in row))
    if not rows:
        raise UntrustedError("empty")
    end = rows[-1][-1].span
    if end.end_line == len(lines) and len(rows[-1]) < _width(rows[0]):
        raise UntrustedError("cut off", Span(end.end_line, end.end_column, end.end_line, end.end_column + 1))
    ways = [saved] if saved else []
    if separator != ";":
        cell = rows[0][0].span
        at = Span(cell.line, cell.end_column, cell.line, cell.end_column + 1)
        ways.append(Saved({",": "comma", "\t": "tab"}[separator], at))
    return Sheet(rows, separator, tuple(ways))


def _decoded(data: bytes) -> tuple[str, Saved | None]:
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding), Saved("utf-16", START)
            except UnicodeDecodeError:
                raise UntrustedError("encoding", START, data.decode(encoding, "replace")) from None
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as error:
        return _windows(data, error)


def _windows(data: bytes, error: UnicodeDecodeError) -> tuple[str, Saved]:
    """A text in Windows-1252. What begins in UTF-8 and goes on otherwise is neither, or was cut within a sign."""
    before = data[: error.start].decode("utf-8")
    if not before.isascii():
        cut = error.reason == "unexpected end of data"
        raise UntrustedError("cut off" if cut else "encoding", _after(before), data.decode("utf-8", "replace"))
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as other:
        whole = data.decode("cp1252", "replace")
        raise UntrustedError("encoding", _after(whole[: other.start]), whole) from None
    return text, Saved("windows", _after(before), text[error.start])


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _after(before: str) -> Span:
    lines = _lines(before)
    return Span(len(lines), len(lines[-1]) + 1, len(lines), len(lines[-1]) + 2)


def _separator(line: str, number: int) -> str:
    """What stands between the cells, by the headings."""
    bare = re.sub(r'"[^"]*"', "", line)
    found = next((sign for sign in _SEPARATORS if sign in bare), None)
    if found is None:
        raise UntrustedError("one column", Span(number + 1, 1, number + 1, len(line) + 1))
    return found


def _width(row: tuple[Cell, ...]) -> int:
    """How many cells a row has, without the empty ones at its end."""
    return max((number for number, cell in enumerate(row, 1) if cell.text), default=0)


def _rows(lines: list[str], first: int, separator: str) -> Iterator[tuple[Cell, ...]]:
    number = first
    while number < len(lines):
        if '"' in lines[number]:
            cells, number = _with_quotations(lines, number, separator)
            yield cells
        else:
            yield tuple(_plain(lines[number], number + 1, separator))
        number += 1


def _plain(line: str, number: int, separator: str) -> Iterator[Cell]:
    column = 1
    for text in line.split(separator):
        yield _cell(text, number, column)
        column += len(text) + len(separator)


def _cell(text: str, line: int, column: int) -> Cell:
    bare = text.strip()
    begin = column + len(text) - len(text.lstrip()) if bare else column
    return Cell(unicodedata.normalize("NFC", bare), Span(line, begin, line, begin + max(len(bare), 1)))


def _with_quotations(lines: list[str], number: int, separator: str) -> tuple[tuple[Cell, ...], int]:
    """A row in which some cell has quotation marks; and the number of the line that it ends on."""
    cells: list[Cell] = []
    at = 0
    while True:
        line = lines[number]
        begin = at + len(line[at:]) - len(line[at:].lstrip(" "))
        if line[begin : begin + 1] == '"':
            cell, number, at = _quotation(lines, number, begin)
            cells.append(cell)
            at = _past_spaces(lines[number], at, separator, number)
        else:
            end = line.find(separator, at)
            cells.append(_cell(line[at : end if end >= 0 else None], number + 1, at + 1))
            at = end if end >= 0 else len(line)
        if at >= len(lines[number]):
            return tuple(cells), number
        at += 1


def _past_spaces(line: str, at: int, separator: str, number: int) -> int:
    """Where the cell ends whose quotation has ended; anything else there has broken a quotation."""
    end = line.find(separator, at)
    end = end if end >= 0 else len(line)
    if line[at:end].strip():
        raise UntrustedError("text after quotation", Span(number + 1, at + 1, number + 1, at + 2))
    return end


def _quotation(lines: list[str], first: int, begin: int) -> tuple[Cell, int, int]:
    """A cell in quotation marks, doubled where they are meant; the line and the place after it."""
    number, at, parts = first, begin + 1, [""]
    while True:
        end = lines[number].find('"', at)
        if end < 0:
            parts.append(lines[number][at:] + " ")
            number, at = number + 1, 0
            if number == len(lines):
                raise UntrustedError("open quotation", Span(first + 1, begin + 1, first + 1, begin + 2))
        elif lines[number][end + 1 : end + 2] == '"':
            parts.append(lines[number][at : end + 1])
            at = end + 2
        else:
            parts.append(lines[number][at:end])
            text = unicodedata.normalize("NFC", "".join(parts).strip())
            return Cell(text, Span(first + 1, begin + 1, number + 1, end + 2)), number, end + 1
