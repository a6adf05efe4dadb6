"""Step 1. The bytes of a file -> its text and value, and what YAML, encoding or size made unreadable in it."""

from __future__ import annotations

import codecs
import re
import unicodedata

from styrc.diagnostic import Diagnostic, Related
from styrc.source import Place, SourceFile, Span
from styrc.text import Text
from styrc.yaml_text import Fault, parse

LARGEST = 4_000_000
"""Bytes in a file: about a hundred times the largest plan seen."""

_CODES = {
    "open quotation": "STY001",
    "open bracket": "STY001",
    "no colon": "STY001",
    "backslash": "STY001",
    "indentation": "STY001",
    "reserved sign": "STY001",
    "colon in text": "STY001",
    "text after quotation": "STY001",
    "unreadable": "STY001",
    "tab": "STY004",
    "duplicate key": "STY005",
    "alias": "STY006",
    "merge key": "STY006",
    "tag": "STY006",
    "complex key": "STY006",
    "too deep": "STY007",
    "several documents": "STY011",
}
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_ID_LINE = re.compile(r"(?:^|[\s,{-])id\s*:\s*[\"']?([^\s\"',}#]+)", re.MULTILINE)
_FIRST_TIME = Text("Här står det första gången.", "It stands here the first time.")


def load(name: str, data: bytes) -> tuple[SourceFile, list[Diagnostic]]:
    """Read one YAML file. Nothing raises: what cannot be read is told, and the rest is kept."""
    if len(data) > LARGEST:
        values = {"size": len(data) // 1_000_000, "largest": LARGEST // 1_000_000}
        return SourceFile(name, "", None, whole=False), [Diagnostic("STY008", Place(name), values)]
    text, found = decode(name, data)
    if not text.strip():
        return SourceFile(name, text, None), [*found, Diagnostic("STY013", Place(name))]
    text, more = _without_control_signs(name, text)
    parsed = parse(text)
    found += more + [_diagnostic(name, fault) for fault in parsed.faults]
    lost = frozenset() if parsed.whole else _ids_in(text)
    return SourceFile(name, text, parsed.value, unread_ids=lost, whole=parsed.whole), found


def decode(name: str, data: bytes) -> tuple[str, list[Diagnostic]]:
    """The text of a file. Another encoding than UTF-8 is told once, and read all the same so that nothing else seems missing."""
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            return data[2:].decode(encoding, "replace"), [Diagnostic("STY002", Place(name), {"encoding": "UTF-16"}, "utf-16")]
    found = []
    if data.startswith(codecs.BOM_UTF8):
        data = data[len(codecs.BOM_UTF8) :]
        found.append(Diagnostic("STY003", Place(name)))
    try:
        return data.decode("utf-8"), found
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
        text = data.decode("cp1252", "replace")
        sign = data[error.start : error.start + 1].decode("cp1252", "replace")
        place = Place(name, span=Span(line, column, line, column + 1))
        return text, [*found, Diagnostic("STY002", place, {"sign": sign})]


def _without_control_signs(name: str, text: str) -> tuple[str, list[Diagnostic]]:
    match = _CONTROL.search(text)
    if match is None:
        return text, []
    before = text[: match.start()]
    line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
    place = Place(name, span=Span(line, column, line, column + 1))
    return _CONTROL.sub(" ", text), [Diagnostic("STY012", place, {"sign": f"U+{ord(match[0]):04X}"})]


def _ids_in(text: str) -> frozenset[str]:
    """Every id in a file that could not be read whole, so that references to them are not called unknown."""
    return frozenset(unicodedata.normalize("NFC", found) for found in _ID_LINE.findall(text))


def _diagnostic(name: str, fault: Fault) -> Diagnostic:
    related = ()
    if fault.name == "duplicate key" and fault.other is not None:
        related = (Related(Place(name, span=fault.other), _FIRST_TIME),)
    return Diagnostic(_CODES[fault.name], Place(name, span=fault.span), fault.values, fault.name, related=related)
