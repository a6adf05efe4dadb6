"""A PDF in, the same PDF out with its tables' row headers marked, its number of pages, and the page of every heading.

Typst marks the heads of columns only. A table's first cell in a row is made a header of that row as ISO 32000-1 has
it (14.8.5.7): a TH with the scope Row, whose id the row's other cells name among their headers. A caption that Typst
leaves beside its table, which may break between pages, is moved into it, as ISO 32000-1 wants it (14.8.4.3.4).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from styrc.render.pdf.objects import Objects, references

Rows = Sequence[Sequence[bool]]
"""For each table, for each row of its body: whether its first cell is a header."""

_ELEMENT = re.compile(rb"<</Type/StructElem/S/(\w+)")
_FIRST, _NEXT = re.compile(rb"/First (\d+) 0 R"), re.compile(rb"/Next (\d+) 0 R")
_PARENT = re.compile(rb"/P (\d+) 0 R")
_ID_TREE = re.compile(rb"/IDTree<</Names\[(.*?)\]>>")
_ID = re.compile(rb"\(([^()\\]*)\)(\d+) 0 R")


def marked(data: bytes, tables: Rows) -> tuple[bytes, int, tuple[int, ...]]:
    """The finished PDF, its number of pages, and the page of each heading in the order they come.

    A number of tables or rows other than the blocks' is a fault of ours, and a ValueError.
    """
    objects = Objects(data)
    pages = {page: number for number, page in enumerate(_pages(objects, objects.named(b"Pages")), 1)}
    headings = tuple(pages[page] for page in _bookmarked(objects))
    _Marker(objects).mark(tables)
    return objects.written(), len(pages), headings


def _pages(objects: Objects, node: int) -> Iterator[int]:
    """The pages below a node of the tree of pages."""
    body = objects[node]
    if body.startswith(b"<</Type/Pages"):
        for kid in references(body[body.index(b"/Kids[") : body.index(b"]")]):
            yield from _pages(objects, kid)
    else:
        yield node


def _bookmarked(objects: Objects) -> Iterator[int]:
    """The page of every bookmark, all of which are headings."""

    def below(node: bytes) -> Iterator[int]:
        child = _FIRST.search(node)
        while child:
            entry = objects[int(child.group(1))]
            ways, _, rest = entry.partition(b"/Title")  # what is before the title is no one's words
            (place,) = references(rest[rest.rindex(b"/Dest ") :])
            yield references(objects[place])[0]
            yield from below(ways)
            child = _NEXT.search(ways)

    if b"/Outlines " in objects.root:
        yield from below(objects[objects.named(b"Outlines")])


class _Marker:
    """Walks the tree of tags and turns first cells into headers."""

    def __init__(self, objects: Objects) -> None:
        self._objects = objects
        self._roles = {number: found.group(1) for number in objects if (found := _ELEMENT.match(objects[number]))}
        self._named: list[tuple[bytes, int]] = []

    def mark(self, tables: Rows) -> None:
        """Mark the rows of every table."""
        root = self._objects.named(b"StructTreeRoot")
        found = [element for element in self._below(root) if self._roles[element] == b"Table"]
        for table, rows in zip(found, tables, strict=True):
            self._take_in_caption(table)
            body = self._body(table) if rows else ()  # a head alone is a row like any other
            for row, has_header in zip(body, rows, strict=True):
                if has_header:
                    self._mark_row(row)
        if self._named:
            self._objects[root] = _with_ids(self._objects[root], self._named)

    def _below(self, element: int) -> Iterator[int]:
        """The elements below one, in reading order; no table is inside another."""
        for kid in self._kids(element):
            yield kid
            if self._roles[kid] != b"Table":
                yield from self._below(kid)

    def _kids(self, element: int) -> list[int]:
        body = self._objects[element]
        start = body.find(b"/K[") if element not in self._roles else body.rfind(b"/K[")  # words stand before it
        kids = references(body[start : body.index(b"]", start)]) if start >= 0 else []
        return [kid for kid in kids if kid in self._roles]

    def _body(self, table: int) -> Iterator[int]:
        """The rows of a table that are not its head."""
        for group in self._kids(table):
            if self._roles[group] == b"TR":
                yield group
            elif self._roles[group] == b"TBody":
                yield from self._kids(group)

    def _take_in_caption(self, table: int) -> None:
        """The caption before the box that a table stands alone in, as the table's first part."""
        box = self._parent(table)
        above = self._parent(box)
        match self._kids(above):
            case [caption, other] if other == box and self._roles[caption] == b"Caption" and self._kids(box) == [table]:
                self._put(caption, b"/P %d 0 R" % above, b"/P %d 0 R" % table)
                self._put(above, b"/K[%d 0 R " % caption, b"/K[")
                start, inside = self._objects[table].rsplit(b"/K[", 1)
                self._objects[table] = b"%b/K[%d 0 R %b" % (start, caption, inside)

    def _parent(self, element: int) -> int:
        found = _PARENT.search(self._objects[element])
        assert found is not None  # noqa: S101 - every element has one
        return int(found.group(1))

    def _put(self, element: int, old: bytes, new: bytes) -> None:
        self._objects[element] = self._objects[element].replace(old, new, 1)

    def _mark_row(self, row: int) -> None:
        first, *others = self._kids(row)
        name = b"row%06d" % (len(self._named) + 1)
        self._named.append((name, first))
        self._objects[first] = _as_header(self._objects[first], name)
        for other in others:
            self._objects[other] = self._objects[other].replace(b"/Headers[", b"/Headers[(%b)" % name, 1)


def _as_header(cell: bytes, name: bytes) -> bytes:
    """A plain cell as the header of its row."""
    head, rest = cell.split(b" 0 R", 1)  # its role and what it is part of
    head = head.replace(b"/S/TD", b"/S/TH", 1) + b" 0 R/ID(%b)" % name
    if b"/O/Table" in rest:
        return head + rest.replace(b"/O/Table", b"/O/Table/Scope/Row", 1)
    if b"/A[" in rest:
        return head + rest.replace(b"/A[", b"/A[<</O/Table/Scope/Row>>", 1)
    return head + b"/A[<</O/Table/Scope/Row>>]" + rest


def _with_ids(root: bytes, named: list[tuple[bytes, int]]) -> bytes:
    """The root of the tags with more ids in its tree of ids, which is in order."""
    old = _ID_TREE.search(root)
    known = [(name, int(number)) for name, number in _ID.findall(old.group(1))] if old else []
    names = b"".join(b"(%b)%d 0 R" % pair for pair in sorted(known + named))
    tree = b"/IDTree<</Names[%b]>>" % names
    return (
        root.replace(old.group(), tree)
        if old
        else root.replace(b"/Type/StructTreeRoot", b"/Type/StructTreeRoot" + tree)
    )
