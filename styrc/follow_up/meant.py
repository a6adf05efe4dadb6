"""The words of a call -> what they mean in a document: an element, a table and its row, a kind; or why they do not."""

from __future__ import annotations

from collections.abc import Mapping
from weakref import WeakKeyDictionary

from styrc.calls import Piece
from styrc.element import Document, Element, FigureTable, Row
from styrc.follow_up.nearness import nearness
from styrc.names import nearest
from styrc.plan import Plan
from styrc.schema import Role
from styrc.text import AnyOf


class UnsaidError(Exception):
    """A call that nothing can be said for: the code and variant of the finding, and the words of the call at fault."""

    def __init__(self, code: str, at: Piece, variant: str = "", **values: object) -> None:
        super().__init__(code)
        self.code, self.at, self.variant, self.values = code, at, variant, {"name": at.text, **values}


_BY_ID: WeakKeyDictionary[Plan, dict[str, list[Element]]] = WeakKeyDictionary()


def _by_id(plan: Plan) -> dict[str, list[Element]]:
    if plan not in _BY_ID:
        found: dict[str, list[Element]] = {}
        for element in plan.elements.values():
            found.setdefault(element.id, []).append(element)
        _BY_ID[plan] = found
    return _BY_ID[plan]


class Meaning:
    """Follows the names in one document to what they mean. Each name that means nothing raises UnsaidError."""

    def __init__(self, plan: Plan, document: Document) -> None:
        self.plan, self.document = plan, document
        self.is_report = document.kind in plan.schema.reports

    def element(self, piece: Piece, *roles: Role) -> Element:
        """The element that an id means in the document: one whose plan is for that time, the nearest first."""
        document, slash, id_ = piece.text.rpartition("/")
        alike = [one for one in _by_id(self.plan).get(id_, ()) if not slash or one.document == document]
        right = [one for one in alike if not roles or self.plan.role(one) in roles]
        if not right:
            raise self._unknown(piece, id_, alike, roles)
        current = [one for one in right if slash or self._is_current(one)]
        if not current:
            home = self.plan.document(right[0])
            values = {"document": home.title, "period": str(home.period), "own": str(self.document.period)}
            raise UnsaidError("STY223", piece, "period", **values)
        ranks = [(one.document != self.document.id, nearness(self.plan, one, self.document.unit)) for one in current]
        best = [one for one, rank in zip(current, ranks, strict=True) if rank == min(ranks)]
        if len({(one.kind, one.unit) for one in best}) > 1:
            raise UnsaidError("STY223", piece, "several", choices=AnyOf(tuple(one.key for one in best)))
        return best[0]

    def _is_current(self, element: Element) -> bool:
        return self.plan.document(element).period.overlaps(self.document.period)

    def _unknown(self, piece: Piece, id_: str, alike: list[Element], roles: tuple[Role, ...]) -> UnsaidError:
        schema = self.plan.schema
        if alike:
            wanted = AnyOf(tuple(dict.fromkeys(schema.word(kind) for kind in schema.kinds_with(*roles))))
            return UnsaidError("STY223", piece, "kind", kind=schema.word(alike[0].kind), wanted=wanted)
        fitting = (one for one in self.plan.elements.values() if self._is_current(one) and self._fits(one, roles))
        near = nearest(id_, dict.fromkeys(one.id for one in fitting))
        return UnsaidError("STY223", piece, "near" if near else "", near=AnyOf(near))

    def _fits(self, element: Element, roles: tuple[Role, ...]) -> bool:
        return not roles or self.plan.role(element) in roles

    def table(self, piece: Piece) -> FigureTable:
        """The table of a name, in the document or in the one that is named before it."""
        document, slash, name = piece.text.rpartition("/")
        home = self.plan.documents.get(document) if slash else self.document
        tables: Mapping[str, FigureTable] = home.tables if home else {}
        if name in tables:
            return tables[name]
        near = nearest(name, tables)
        raise UnsaidError("STY223", piece, "table near" if near else "table", near=AnyOf(near))

    def row(self, table: FigureTable, piece: Piece) -> Row:
        """The row of a name or of a unit's id; the sum row by the language's word for it."""
        rows = {name.casefold(): row for row in reversed(table.rows) for name in (row.label, row.unit) if name}
        if table.total is not None:
            rows.setdefault(self.plan.words.table.sum, table.total)
        if piece.text.casefold() in rows:
            return rows[piece.text.casefold()]
        near = nearest(piece.text, dict.fromkeys(row.label for row in rows.values()))
        raise UnsaidError("STY223", piece, "row near" if near else "row", near=AnyOf(near), table=table.name)

    def kinds(self, piece: Piece) -> tuple[str, ...]:
        """The kinds that a word names: those that the document has to do with where several share it."""
        schema, said = self.plan.schema, piece.text.casefold()
        named = [kind for kind in schema.kinds if said in (word.casefold() for word in schema.section_words(kind))]
        asks = schema.reports[self.document.kind].asks if self.is_report else schema.holdings(self.document.kind)
        if not named:
            near = nearest(piece.text, dict.fromkeys(schema.word(kind) for kind in schema.kinds))
            raise UnsaidError("STY223", piece, "kinds near" if near else "kinds", near=AnyOf(near))
        return tuple(kind for kind in named if kind in asks) or tuple(named)
