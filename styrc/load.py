"""Step 1. The bytes of a file -> its text and value, and what YAML, encoding or size made unreadable in it."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from styrc.diagnostic import Diagnostic, Related
from styrc.source import START, Place, SourceFile, Span
from styrc.text import Text
from styrc.yaml_text import Fault, lines_of, locate, parse

LARGEST = 4_000_000
"""Bytes in a file: about a hundred times the largest plan seen."""

_CODES = {
    "open quotation": ("STY001", "open quotation"),
    "open bracket": ("STY001", "open bracket"),
    "no colon": ("STY001", "no colon"),
    "no space": ("STY001", "no space"),
    "backslash": ("STY001", "backslash"),
    "indentation": ("STY001", "indentation"),
    "reserved sign": ("STY001", "reserved sign"),
    "colon in text": ("STY001", "colon in text"),
    "text after quotation": ("STY001", "text after quotation"),
    "text after bracket": ("STY001", "text after bracket"),
    "unreadable": ("STY001", ""),
    "tab": ("STY004", ""),
    "duplicate key": ("STY005", ""),
    "alias": ("STY006", "alias"),
    "merge key": ("STY006", "merge key"),
    "tag": ("STY006", "tag"),
    "complex key": ("STY006", "complex key"),
    "too deep": ("STY007", ""),
    "several documents": ("STY011", ""),
}
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)
"""Signs that nobody sees and that make two names that look the same differ."""

_ID_LINE = re.compile(r"(?:^|[\s,{-])id(?:\s*:\s*|\s+)[\"']?([^\s\"',}#]+)", re.MULTILINE)
_RESERVED = re.compile(r"(?:^\s*|[:,\[{-]\s+|[\[{])([>|*&!%@`])")
_TIGHT = re.compile(r"\s*(?:(-)(?=[^\s-])|(?:- +)?[^\s:\"'{\[]+(:)(?=[^\s]))")
_FIRST_TIME = Text("Här står det första gången.", "It stands here the first time.")


def load(name: str, data: bytes) -> tuple[SourceFile, list[Diagnostic]]:
    """Read one YAML file. Nothing raises: what cannot be read is told, and the rest is kept."""
    if len(data) > LARGEST:
        values = {"size": _megabytes(len(data)), "largest": _megabytes(LARGEST)}
        return SourceFile(name, "", None, whole=False), [Diagnostic("STY008", Place(name), values)]
    text, found = decode(name, data)
    text, more = _without_unseen_signs(name, text)
    parsed = parse(text)
    found += more + [_diagnostic(name, fault, text) for fault in parsed.faults]
    if parsed.value is None and not found:
        found.append(Diagnostic("STY013", Place(name, span=START)))
    lost = frozenset() if parsed.whole else _ids_in(text)
    return SourceFile(name, text, parsed.value, unread_ids=lost, whole=parsed.whole), found


def _megabytes(size: int) -> Decimal:
    return (Decimal(size) / 1_000_000).quantize(Decimal("0.1")).normalize()


def decode(name: str, data: bytes) -> tuple[str, list[Diagnostic]]:
    """The text of a file. Another encoding than UTF-8 is told once, and read all the same."""
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            told = Diagnostic("STY002", Place(name, span=START), variant="utf-16")
            return data[2:].decode(encoding, "replace"), [told]
    found = []
    if data.startswith(codecs.BOM_UTF8):
        data = data[len(codecs.BOM_UTF8) :]
        found.append(Diagnostic("STY003", Place(name, span=START)))
    try:
        return data.decode("utf-8"), found
    except UnicodeDecodeError as error:
        sign = data[error.start : error.start + 1].decode("cp1252", "replace")
        place = Place(name, span=_after(data[: error.start].decode("utf-8")))
        return data.decode("cp1252", "replace"), [*found, Diagnostic("STY002", place, {"sign": sign})]


def _without_unseen_signs(name: str, text: str) -> tuple[str, list[Diagnostic]]:
    match = _UNSEEN.search(text)
    if match is None:
        return text, []
    place = Place(name, span=_after(text[: match.start()]))
    return _UNSEEN.sub(" ", text), [Diagnostic("STY012", place, {"sign": f"U+{ord(match[0]):04X}"})]


def _after(before: str) -> Span:
    """The place of the sign that follows this text."""
    lines = lines_of(before)
    return _at(len(lines), len(lines[-1]) + 1)


def _at(line: int, column: int) -> Span:
    return Span(line, column, line, column + 1)


def _ids_in(text: str) -> frozenset[str]:
    """Every id in a file that could not be read whole, so that references to them are not called unknown."""
    return frozenset(unicodedata.normalize("NFC", found) for found in _ID_LINE.findall(text))


def _diagnostic(name: str, fault: Fault, text: str) -> Diagnostic:
    related: tuple[Related, ...] = ()
    if fault.name == "duplicate key" and fault.other is not None:
        related = (Related(Place(name, span=fault.other), _FIRST_TIME),)
    fault = _closer(fault, text)
    code, variant = _CODES[fault.name]
    return Diagnostic(code, Place(name, span=fault.span), fault.values, variant, related=related)


def _closer(fault: Fault, text: str) -> Fault:
    """A fault by the name that fits, at the sign that a person must change; the parser often stumbles further down."""
    lines = lines_of(text)
    line = min(fault.span.line, len(lines))
    here = lines[line - 1]
    if line < fault.span.line or fault.span.column > len(here) + 1:
        fault = replace(fault, span=_at(line, len(here) + 1))
    lead = here[: len(here) - len(here.lstrip())]
    if fault.name in ("unreadable", "indentation", "no colon", "colon in text") and "\t" in lead:
        return replace(fault, name="tab", span=_at(line, lead.index("\t") + 1))
    refine = _REFINED.get(fault.name)
    return refine(fault, lines, text) if refine else fault


def _no_colon(fault: Fault, lines: list[str], _text: str) -> Fault:
    """The parser notices on the next line that a line was neither a key nor a value."""
    line = _written_before(fault.span.line, lines)
    if match := _TIGHT.match(lines[line - 1]):
        return _tight(match, line)
    return replace(fault, span=_at(line, _first_sign(lines[line - 1])))


def _indentation(fault: Fault, lines: list[str], _text: str) -> Fault:
    line, above = fault.span.line, _written_before(fault.span.line, lines)
    if lines[line - 1][: fault.span.column - 1].rstrip().endswith(("]", "}")):
        return replace(fault, name="text after bracket")
    for number in (above, line):
        if match := _TIGHT.match(lines[number - 1]):
            return _tight(match, number)
    column = _first_sign(lines[line - 1])
    words = lines[above - 1].strip()
    if above < line and ":" not in words and words[:1] not in ("-", "#") and _first_sign(lines[above - 1]) == column:
        return replace(fault, name="no colon", span=_at(above, column))
    return replace(fault, span=_at(line, column))


def _tight(match: re.Match[str], line: int) -> Fault:
    sign = match[1] or match[2]
    return Fault("no space", _at(line, match.end(match.lastindex or 0)), {"sign": sign})


def _text_after_quotation(fault: Fault, _lines: list[str], text: str) -> Fault:
    return _open_quotation(fault, text) or fault


def _open_bracket(fault: Fault, lines: list[str], text: str) -> Fault:
    if quotation := _open_quotation(fault, text):
        return quotation
    end = _last_value(text)
    if fault.values["sign"] == ":" and end.end_line == fault.span.line:
        return Fault("colon in text", _at(end.end_line, end.end_column))
    return replace(fault, values={"sign": _sign_at(fault.span, lines)})


def _open_quotation(fault: Fault, text: str) -> Fault | None:
    """Where a quotation runs over several lines just before the fault, it is its end that is missing."""
    last = _last_value(text)
    sign = _sign_at(last, lines_of(text))
    if sign not in ("'", '"') or last.line == last.end_line:
        return None
    return replace(fault, name="open quotation", span=_at(last.line, last.column))


def _unreadable(fault: Fault, lines: list[str], _text: str) -> Fault:
    line, column = fault.span[:2]
    found = list(_RESERVED.finditer(lines[line - 1], 0, column))
    if found:
        return Fault("reserved sign", _at(line, found[-1].start(1) + 1), {"sign": found[-1][1]})
    first = next((number for number, one in enumerate(lines, 1) if one.strip() and one.lstrip()[0] != "#"), line)
    if first < line and column == 1 < _first_sign(lines[first - 1]):
        return replace(fault, name="indentation", span=_at(first, _first_sign(lines[first - 1])))
    name = {":": "no space", ",": "reserved sign", "]": "reserved sign", "}": "reserved sign"}
    return replace(fault, name=name.get(str(fault.values["sign"]), fault.name))


_REFINED: dict[str, Callable[[Fault, list[str], str], Fault]] = {
    "no colon": _no_colon,
    "indentation": _indentation,
    "text after quotation": _text_after_quotation,
    "open bracket": _open_bracket,
    "unreadable": _unreadable,
}


def _last_value(text: str) -> Span:
    """The last value that could be read before the fault."""
    return max((value for _, value in locate(text).values()), key=lambda one: (one.line, one.column), default=START)


def _sign_at(span: Span, lines: list[str]) -> str:
    """The sign at a place; nothing beyond the text, where the parser may stumble on its end."""
    return lines[span.line - 1][span.column - 1 :][:1] if span.line <= len(lines) else ""


def _written_before(line: int, lines: list[str]) -> int:
    """The nearest line above that has something in it; the line itself where there is none."""
    return next((number for number in range(line - 1, 0, -1) if lines[number - 1].strip()), line)


def _first_sign(line: str) -> int:
    return len(line) - len(line.lstrip()) + 1
