"""A PDF in, the same PDF out with its tables' row headers marked, and the page of every heading.

Typst marks the heads of columns only. A table's first cell in a row is made a header of that row as ISO 32000-1 has
it (14.8.5.7): a TH with the scope Row, whose id the row's other cells name among their headers.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, cast

from pypdf import PdfWriter
from pypdf.generic import ArrayObject, ByteStringObject, DictionaryObject, IndirectObject, NameObject

from styrc.render.pdf.streams import told_apart

Rows = Sequence[Sequence[bool]]
"""For each table, for each row of its body: whether its first cell is a header."""


def marked(data: bytes, tables: Rows) -> tuple[bytes, int, tuple[int, ...]]:
    """The finished PDF, its number of pages, and the page of each heading in the order they come."""
    writer = PdfWriter(clone_from=io.BytesIO(data))
    writer.pdf_header = "%PDF-1.7"
    headings = tuple(_pages(writer))
    _Marker(writer).mark(tables)
    told_apart(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue(), len(writer.pages), headings


def _pages(writer: PdfWriter) -> Iterator[int]:
    """The page of every bookmark, all of which are headings, counted from 1."""
    numbers = {
        cast("IndirectObject", page.indirect_reference).idnum: number for number, page in enumerate(writer.pages, 1)
    }

    def below(node: DictionaryObject) -> Iterator[int]:
        child = node.get("/First")
        while child is not None:
            entry = cast("DictionaryObject", child.get_object())
            yield numbers[cast("ArrayObject", entry["/Dest"])[0].idnum]
            yield from below(entry)
            child = entry.get("/Next")

    outline = writer.root_object.get("/Outlines")
    return below(cast("DictionaryObject", outline.get_object())) if outline is not None else iter(())


class _Marker:
    """Walks the tree of tags and turns first cells into headers."""

    def __init__(self, writer: PdfWriter) -> None:
        self._writer = writer
        self._root = cast("DictionaryObject", writer.root_object["/StructTreeRoot"])
        self._named: list[tuple[bytes, IndirectObject]] = []

    def mark(self, tables: Rows) -> None:
        """Mark the rows of every table; a number of tables or rows other than the blocks' is a fault of ours."""
        found = [element for element in _below(self._root) if _role(element) == "/Table"]
        for table, rows in zip(found, tables, strict=True):
            body = _body(table) if rows else ()  # a head alone is a row like any other
            for row, has_header in zip(body, rows, strict=True):
                if has_header:
                    self._mark_row(row)
        if self._named:
            self._name()

    def _mark_row(self, row: DictionaryObject) -> None:
        first, *others = cast("Iterable[IndirectObject]", row["/K"])
        name = b"row%06d" % (len(self._named) + 1)
        self._named.append((name, first))
        cell = cast("DictionaryObject", first.get_object())
        cell[NameObject("/S")] = NameObject("/TH")
        cell[NameObject("/ID")] = ByteStringObject(name)
        of_table = next((one for one in _attributes(cell) if one.get("/O") == "/Table"), None)
        if of_table is None:
            of_table = DictionaryObject({NameObject("/O"): NameObject("/Table")})
            cell[NameObject("/A")] = ArrayObject([*_attributes(cell), of_table])
        of_table[NameObject("/Scope")] = NameObject("/Row")
        for other in others:
            for one in _attributes(cast("DictionaryObject", other.get_object())):
                if "/Headers" in one:
                    headers = cast("ArrayObject", one["/Headers"])
                    one[NameObject("/Headers")] = ArrayObject([*headers, ByteStringObject(name)])

    def _name(self) -> None:
        """Put the new ids into the tree of ids, in order, as one leaf."""
        old = cast("DictionaryObject", self._root["/IDTree"]) if "/IDTree" in self._root else DictionaryObject()
        names = sorted([*_names(old), *self._named], key=lambda pair: pair[0])
        flat = ArrayObject(part for name, element in names for part in (ByteStringObject(name), element))
        limits = ArrayObject([ByteStringObject(names[0][0]), ByteStringObject(names[-1][0])])
        leaf = DictionaryObject({NameObject("/Names"): flat, NameObject("/Limits"): limits})
        kids = ArrayObject([self._writer._add_object(leaf)])  # noqa: SLF001 - pypdf has no other way to add an object
        self._root[NameObject("/IDTree")] = DictionaryObject({NameObject("/Kids"): kids})


def _names(node: DictionaryObject) -> Iterator[tuple[bytes, IndirectObject]]:
    """The ids in a tree of ids and what they name."""
    pairs = list(cast("Iterable[Any]", node.get("/Names", ())))
    for name, element in zip(pairs[::2], pairs[1::2], strict=True):
        yield getattr(name, "original_bytes", name), element
    for kid in cast("Iterable[IndirectObject]", node.get("/Kids", ())):
        yield from _names(cast("DictionaryObject", kid.get_object()))


def _attributes(element: DictionaryObject) -> list[DictionaryObject]:
    given = element.get("/A")
    if given is None:
        return []
    one = given.get_object()
    parts = list(one) if isinstance(one, ArrayObject) else [one]
    return [cast("DictionaryObject", part.get_object()) for part in parts]


def _body(table: DictionaryObject) -> Iterator[DictionaryObject]:
    """The rows of a table that are not its head."""
    for group in _kids(table):
        if _role(group) == "/TR":
            yield group
        elif _role(group) == "/TBody":
            yield from _kids(group)


def _below(element: DictionaryObject) -> Iterator[DictionaryObject]:
    """The elements below one, in reading order; nothing inside a table is another's table."""
    for kid in _kids(element):
        yield kid
        yield from _below(kid)


def _kids(element: DictionaryObject) -> Iterator[DictionaryObject]:
    given = element.get("/K")
    one = given.get_object() if given is not None else ArrayObject()
    for kid in one if isinstance(one, ArrayObject) else [one]:
        found = kid.get_object()
        if isinstance(found, DictionaryObject) and "/S" in found:
            yield found


def _role(element: DictionaryObject) -> str:
    return str(element["/S"])
