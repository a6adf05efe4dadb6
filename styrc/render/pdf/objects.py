"""A PDF of Typst's in, its objects as bytes out, and the file again with some of them replaced; all else byte for byte.

Typst writes one classic table of places, and no object inside another (ISO 32000-1, 7.5). That is all this reads; a
general reader of PDF takes longer to read a file than Typst takes to make it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_TABLE = re.compile(rb"xref\n0 (\d+)\n")
_ENTRY = 20
_ROOT = re.compile(rb"/Root (\d+) 0 R")
_REFERENCE = re.compile(rb"(\d+) 0 R")
_MISREAD_END = b"\r\nendstream\nendobj"


class Objects:
    """The objects of one file by their numbers, to be read and replaced."""

    def __init__(self, data: bytes) -> None:
        start, table = _START.search(data), None
        if start:
            table = _TABLE.match(data, int(start.group(1)))
        if not start or not table:
            raise ValueError("not a PDF as Typst writes it")
        self._count = int(table.group(1))
        self._trailer = data[table.end() + self._count * _ENTRY : start.start()]
        self._bodies: dict[int, bytes] = {}  # in the order that they lie in the file
        places = sorted(self._places(data, table.end()))
        self._head = data[: places[0][0]]
        ends = [place for place, _ in places[1:]] + [int(start.group(1))]
        for (place, number), end in zip(places, ends, strict=True):
            self._bodies[number] = data[place:end].removeprefix(b"%d 0 obj\n" % number)
        self.root = self[int(_only(_ROOT, self._trailer))]

    def _places(self, data: bytes, table: int) -> Iterator[tuple[int, int]]:
        for number in range(self._count):
            entry = data[table + number * _ENTRY : table + (number + 1) * _ENTRY]
            if entry[17:18] == b"n":
                yield int(entry[:10]), number

    def __getitem__(self, number: int) -> bytes:
        return self._bodies[number]

    def __setitem__(self, number: int, body: bytes) -> None:
        self._bodies[number] = body

    def __iter__(self) -> Iterator[int]:
        return iter(self._bodies)

    def named(self, key: bytes) -> int:
        """The number of the object that the catalogue names by a key, which every document has."""
        return int(_only(re.compile(rb"/%b (\d+) 0 R" % key), self.root))

    def written(self) -> bytes:
        """The file. Where a stream's last byte is a carriage return, the line after it ends in two signs.

        A strict reader would else take that byte for a part of the line's end (ISO 19005-2, 6.1.7.1).
        """
        parts, places, length = [self._head], {}, len(self._head)
        for number, body in self._bodies.items():
            places[number] = length
            told_apart = body.replace(_MISREAD_END, b"\r" + _MISREAD_END) if _MISREAD_END in body[-40:] else body
            parts.append(b"%d 0 obj\n%b" % (number, told_apart))
            length += len(parts[-1])
        entries = (
            b"%010d 00000 n\r\n" % places[number] if number in places else b"0000000000 65535 f\r\n"
            for number in range(self._count)
        )
        table = b"xref\n0 %d\n%b" % (self._count, b"".join(entries))
        return b"".join((*parts, table, self._trailer, b"startxref\n%d\n%%%%EOF" % length))


def references(text: bytes) -> list[int]:
    """The numbers of the objects that are referred to, in order."""
    return [int(number) for number in _REFERENCE.findall(text)]


def _only(pattern: re.Pattern[bytes], text: bytes) -> bytes:
    found = pattern.search(text)
    if found is None:
        raise ValueError(f"the PDF has no {pattern.pattern.decode('ascii')}")
    return found.group(1)
