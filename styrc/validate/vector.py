"""The bytes of an SVG drawing -> why it may not be shown: something in it acts, fetches or takes too long to draw."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.parsers import expat

_SVG = "http://www.w3.org/2000/svg"
_XHTML = "http://www.w3.org/1999/xhtml"
_SHAPES = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "textPath", "image"}
_PAINT = {"linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern", "marker", "filter", "style"}
_FRAME = {"svg", "g", "defs", "symbol", "use", "title", "desc", "metadata", "switch", "view", "a"}
_DRAWN = _SHAPES | _PAINT | _FRAME
"""Elements that only draw. Not among them: scripts, other documents, animations and sound."""

_REFERENCE = re.compile(r"""url\(\s*["']?\s*([^"')]*)""", re.IGNORECASE)
_INSIDE = re.compile(r"#|data:image/(?:png|jpeg|gif|webp);base64,", re.IGNORECASE)
_FETCHING = re.compile(r"@import|image-set\s*\(|src\s*\(|\\", re.IGNORECASE)  # a backslash may hide any of them
_POSITIVE = r"\+?(?=[\d.]*[1-9])(?:\d{1,6}(?:\.\d*)?|\.\d+)"
_LENGTH = re.compile(rf"{_POSITIVE}(?:px|pt|pc|mm|cm|in|em|%)?")
_BOX = re.compile(rf"(?:[-+]?[\d.]+(?:e[-+]?\d+)?[\s,]+){{2}}{_POSITIVE}[\s,]+{_POSITIVE}", re.IGNORECASE)
_DEEPEST = 100
_MOST = 20_000


@dataclass(frozen=True, slots=True)
class Unfit:
    """Why a drawing may not be shown: a wording of the finding, and the name of what stands in it."""

    variant: str
    what: str = ""


class _FoundError(Exception):
    """Ends the reading at the first thing that makes the drawing unfit."""

    def __init__(self, variant: str, what: str = "") -> None:
        super().__init__(variant)
        self.unfit = Unfit(variant, what)


@dataclass(eq=False)
class _Part:
    """An element of the drawing: what is inside it, and the ids of what it takes in from elsewhere in the drawing."""

    children: list[_Part] = field(default_factory=list)
    takes: list[str] = field(default_factory=list)


def unfit(data: bytes) -> Unfit | None:
    """Why an SVG drawing may not be shown, or nothing. It is read without entities and fetches nothing."""
    try:
        _Drawing(data).judge()
    except _FoundError as found:
        return found.unfit
    except (expat.ExpatError, LookupError, ValueError):
        return Unfit("format")
    return None


def _has_size(attributes: dict[str, str]) -> bool:
    """Whether a drawing says how wide and high it is, so that every program draws it alike."""
    box, sides = attributes.get("viewBox"), (attributes.get("width"), attributes.get("height"))
    measures = [_LENGTH.fullmatch(side.strip()) for side in sides if side is not None]
    if not all(measures) or (box is not None and not _BOX.fullmatch(box.strip())):
        return False
    return box is not None or len(measures) == len(sides)


class _Drawing:
    """One reading of one drawing."""

    def __init__(self, data: bytes) -> None:
        self._root = _Part()
        self._open = [self._root]
        self._ids: dict[str, _Part] = {}
        self._style: list[str] | None = None
        self._costs: dict[_Part, int] = {}
        parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        parser.XmlDeclHandler = self._declaration
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words
        parser.EntityDeclHandler = self._entity
        parser.ProcessingInstructionHandler = self._instruction
        parser.Parse(data.decode("utf-8"), True)  # noqa: FBT003 - expat's own parameter: this is all there is

    def judge(self) -> None:
        """Refuse a drawing whose parts take each other in so many times that nobody can wait for it."""
        if self._cost(self._root, 0) > _MOST:
            raise _FoundError("heavy")

    def _cost(self, part: _Part, depth: int) -> int:
        """How many parts are drawn for this one, itself and all that it takes in."""
        if depth > _DEEPEST:
            raise _FoundError("heavy")  # one part takes in another that takes in the first
        if part not in self._costs:
            taken = [self._ids[name] for name in part.takes if name in self._ids]
            self._costs[part] = 1 + sum(self._cost(one, depth + 1) for one in (*part.children, *taken))
        return self._costs[part]

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        if self._open == [self._root]:
            if (space, local) != (_SVG, "svg"):
                raise _FoundError("format")
            if not _has_size(attributes):
                raise _FoundError("size")
        if space == _XHTML or (space == _SVG and local not in _DRAWN and not local.startswith("fe")):
            raise _FoundError("element", local)
        part = _Part()
        self._open[-1].children.append(part)
        self._open.append(part)
        if len(self._open) > _DEEPEST:
            raise _FoundError("heavy")
        for attribute, value in attributes.items():
            self._attribute(part, attribute, value)
        self._style = [] if (space, local) == (_SVG, "style") else self._style

    def _attribute(self, part: _Part, attribute: str, value: str) -> None:
        space, _, name = attribute.rpartition(" ")
        if not space and name.casefold().startswith("on"):
            raise _FoundError("event", name)
        if name == "id":
            self._ids.setdefault(value, part)
        elif name in ("href", "src", "base"):
            self._refer(part, value)
        else:
            self._look(part, value, is_style=not space)

    def _look(self, part: _Part, value: str, *, is_style: bool) -> None:
        """What a style sheet, or a value that is one, refers to."""
        if is_style and (found := _FETCHING.search(value)):
            raise _FoundError("reference", found[0])
        for address in _REFERENCE.findall(value):
            self._refer(part, address)

    def _refer(self, part: _Part, address: str) -> None:
        address = address.strip()
        if not _INSIDE.match(address):
            raise _FoundError("reference", address[:60])
        if address.startswith("#"):
            part.takes.append(address[1:])

    def _end(self, _name: str) -> None:
        part = self._open.pop()
        if self._style is not None:
            self._look(part, "".join(self._style), is_style=True)
            self._style = None

    def _words(self, text: str) -> None:
        if self._style is not None:
            self._style.append(text)

    def _declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if (encoding or "utf-8").casefold() != "utf-8":
            raise _FoundError("format")  # another reader would see other signs than we have judged

    def _entity(self, name: str, *_: object) -> None:
        raise _FoundError("entity", name)

    def _instruction(self, target: str, _: str) -> None:
        raise _FoundError("reference", target)
