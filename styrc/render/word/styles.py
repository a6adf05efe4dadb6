"""A dress and a template in, the styles of a Word file out: the template's own, and those of ours that it lacks."""

from __future__ import annotations

from collections.abc import Mapping

from styrc.dress import Dress
from styrc.render.word.markup import tag
from styrc.render.word.names import STYLES, TONGUES
from styrc.render.word.numbering import Numbering
from styrc.render.word.parts import Node, children, empty, filled, tree, value, w
from styrc.text import Language

FONT = "Calibri"
"""The font where the municipality has named none: one that readers of Word files have."""

_WHITE = 255
_TINT = 0.88  # how much white there is in the head of a table


class Styles:
    """Knows the id that each of our styles has in this file."""

    def __init__(self, root: Node, numbering: Numbering, dress: Dress, language: Language, *, is_own: bool) -> None:
        """With `is_own` all styles are ours; otherwise the template's stay and we add what it lacks, by name."""
        self._root, self._numbering = root, numbering
        self._ids: dict[str, str] = {}
        ours = tree(_written(dress, language))
        if is_own:
            root[:] = list(ours)
            self._ids = {one.get(w("styleId")): one.get(w("styleId")) for one in root.iter(w("style"))}
        else:
            self._add(list(ours.iter(w("style"))))
        self._speak(TONGUES[language])
        self._by_id = {one.get(w("styleId")): one for one in root.iter(w("style"))}

    def __getitem__(self, name: str) -> str:
        """The id in this file of one of our styles."""
        return self._ids[name]

    def list_of(self, name: str) -> tuple[int, int] | None:
        """The list and the level that a style gives its paragraphs; None where it gives none."""
        given = self._by_id[self[name]].find(f"{w('pPr')}/{w('numPr')}")
        number = None if given is None else given.find(w("numId"))
        if number is None or not self._numbering.has(int(value(number))):
            return None
        level = given.find(w("ilvl"))
        return int(value(number)), 0 if level is None else int(value(level))

    def tabs_of(self, name: str) -> list[str]:
        """Where a style sets tab stops, which a paragraph with stops of its own must clear."""
        return [tab.get(w("pos")) for tab in self._by_id[self[name]].iterfind(f"{w('pPr')}/{w('tabs')}/{w('tab')}")]

    def _add(self, ours: list[Node]) -> None:
        there = {value(one.find(w("name"))).casefold(): one.get(w("styleId")) for one in self._root.iter(w("style"))}
        lacking = []
        for style in ours:
            id_ = style.get(w("styleId"))
            found = next((there[name] for name in _names(style) if name in there), None)
            self._ids[id_] = found or _free(id_, there)
            if found is None:
                lacking.append(style)
        for style in lacking:
            self._root.append(self._fitted(style))

    def _fitted(self, style: Node) -> Node:
        """A style of ours, naming other styles and lists as this file does."""
        style.set(w("styleId"), self._ids[style.get(w("styleId"))])
        style.attrib.pop(w("default"), None)
        for name in ("basedOn", "next"):
            for one in style.iter(w(name)):
                one.set(w("val"), self._ids[value(one)])
        for one in style.iter(w("numId")):
            one.set(w("val"), str(int(value(one)) + self._numbering.shift))
        return style

    def _speak(self, tongue: str) -> None:
        """The language of the whole file; a style of the template that speaks another would be read aloud wrongly."""
        for style in self._root.iter(w("style")):
            for one in list(style.iter(w("lang"))):
                one.getparent().remove(one)
        defaults = _child(self._root, "docDefaults")
        properties = _child(_child(defaults, "rPrDefault"), "rPr")
        for one in list(properties.iter(w("lang"))):
            properties.remove(one)
        properties.extend(children(tag("lang", val=tongue, eastAsia=tongue, bidi="ar-SA")))


def _names(style: Node) -> list[str]:
    """What a style may be called: our own have a name in each language."""
    own = STYLES.get(style.get(w("styleId")))
    names = (own.sv, own.en) if own else (value(style.find(w("name"))),)
    return [name.casefold() for name in names]


def _free(id_: str, there: Mapping[str, str]) -> str:
    taken = set(there.values())
    return id_ if id_ not in taken else next(f"{id_}{count}" for count in range(2, 999) if f"{id_}{count}" not in taken)


def _child(node: Node, name: str) -> Node:
    """The child of that name, made first in its place where it is missing."""
    found = node.find(w(name))
    if found is None:
        found = empty(name)
        node.insert(0, found)
    return found


def _written(dress: Dress, language: Language) -> str:
    names = {id_: name.speak(language) for id_, name in STYLES.items()}
    accent = dress.accent.removeprefix("#").upper()
    return filled(
        "styles", names=names, accent=accent, tint=_tint(accent), font=dress.font or FONT, tongue=TONGUES[language]
    )


def _tint(colour: str) -> str:
    """A pale shade of a colour, to stand behind words."""
    parts = (int(colour[place : place + 2], 16) for place in (0, 2, 4))
    return "".join(f"{round(part + (_WHITE - part) * _TINT):02X}" for part in parts)
