"""The marks of lists: those of our own styles beside a template's, and lists in order that each begin anew."""

from __future__ import annotations

from styrc.render.word.markup import tag
from styrc.render.word.parts import Node, children, filled, tree, value, w


class Numbering:
    """The lists of one file."""

    def __init__(self, root: Node, *, is_own: bool) -> None:
        """With `is_own` nothing of what is there is kept."""
        if is_own:
            root[:] = []
        self._root = root
        self.shift = max((_id(one) for one in root if one.tag in (w("num"), w("abstractNum"))), default=0)
        for one in tree(filled("numbering")):
            self._renumber(one)
            self._place(one)
        self._kinds = {_id(one): value(one.find(w("abstractNumId"))) for one in self._root.iter(w("num"))}

    def restarted(self, like: int, level: int, start: int) -> int:
        """The number of a new list that looks like list `like`, whose items on `level` begin at `start`."""
        number, kind = max(self._kinds) + 1, self._kinds[like]
        self._kinds[number] = kind
        begins = tag("lvlOverride", tag("startOverride", val=start), ilvl=level)
        (again,) = children(tag("num", tag("abstractNumId", val=kind), begins, numId=number))
        self._place(again)
        return number

    def has(self, number: int) -> bool:
        """Whether there is such a list; a template may name one that is not."""
        return number in self._kinds

    def _renumber(self, one: Node) -> None:
        """Our own lists are numbered after those of the template."""
        for name in ("numId", "abstractNumId"):
            if one.get(w(name)) is not None:
                one.set(w(name), str(int(one.get(w(name))) + self.shift))
        for kept in one.iter(w("abstractNumId")):
            kept.set(w("val"), str(int(value(kept)) + self.shift))

    def _place(self, one: Node) -> None:
        """All kinds of lists stand before the lists, and those before what else there is."""
        later = (w("num"), w("numIdMacAtCleanup")) if one.tag == w("abstractNum") else (w("numIdMacAtCleanup"),)
        after = next((other for other in self._root if other.tag in later), None)
        if after is None:
            self._root.append(one)
        else:
            after.addprevious(one)


def _id(one: Node) -> int:
    return int(one.get(w("numId")) or one.get(w("abstractNumId")))
