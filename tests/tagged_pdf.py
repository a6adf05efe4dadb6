"""A PDF in, its tags out with their words: what a screen reader says of it, without heads, feet and drawings."""

from __future__ import annotations

import codecs
import io
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NumberObject, StreamObject

_STRING = rb"\((?:[^()\\]|\\.|\((?:[^()\\]|\\.|\([^()]*\))*\))*\)"
_PART = re.compile(
    rb"(?P<open>(?:<<(?:[^<>]|<<[^<>]*>>|<[^<>]*>)*>>|/\w+)\s*BDC|\bBMC\b)|(?P<close>\bEMC\b)"
    rb"|/(?P<font>\w+)\s+[-\d.]+\s+Tf|(?P<shown>" + _STRING + rb"|<[0-9A-Fa-f\s]*>)",
    re.DOTALL,
)
_NUMBER = re.compile(rb"/MCID\s+(\d+)")
_INSTEAD = re.compile(rb"/ActualText\s*(" + _STRING + rb"|<[0-9A-Fa-f\s]*>)", re.DOTALL)
_ESCAPED = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_CONTROLS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r\n": b""}
_SINGLE = re.compile(r"<(\w{4})>\s*<(\w+)>")
_SPAN = re.compile(r"<(\w{4})>\s*<(\w{4})>\s*<(\w+)>")
_SECTION = re.compile(r"beginbf(char|range)(.*?)endbf", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag: its role, its alternative text, and what is in it in reading order, words and tags."""

    role: str
    alternative: str = ""
    inside: list[str | Tag] = field(default_factory=list)

    def tags(self) -> Iterator[Tag]:
        """The tags right inside."""
        return (one for one in self.inside if isinstance(one, Tag))

    def words(self) -> str:
        """All words inside."""
        return "".join(one if isinstance(one, str) else one.words() for one in self.inside)

    def all(self, *roles: str) -> Iterator[Tag]:
        """The tags of these roles, however deep."""
        for one in self.tags():
            if one.role in roles:
                yield one
            yield from one.all(*roles)


def read(data: bytes) -> Tag:
    """The tag of the whole document."""
    reader = PdfReader(io.BytesIO(data))
    pages = {page.indirect_reference.idnum: _words(page) for page in reader.pages if page.indirect_reference}
    root = Tag("all")
    tree = reader.root_object["/StructTreeRoot"]
    assert isinstance(tree, DictionaryObject)
    _gather(tree, root, {}, pages)
    return root


def _gather(
    element: DictionaryObject, tag: Tag, page: Mapping[int, str], pages: Mapping[int, Mapping[int, str]]
) -> None:
    given = element.get("/K", ArrayObject()).get_object()
    for part in given if isinstance(given, ArrayObject) else [given]:
        kid = part.get_object()
        if isinstance(kid, NumberObject):
            tag.inside.append(page[int(kid)])
            continue
        own = kid.raw_get("/Pg") if "/Pg" in kid else None
        there = pages[own.idnum] if isinstance(own, IndirectObject) else page
        if "/S" in kid:
            inner = Tag(str(kid["/S"])[1:], str(kid.get("/Alt", "")))
            tag.inside.append(inner)
            _gather(kid, inner, there, pages)
        elif "/MCID" in kid:
            tag.inside.append(there[int(kid["/MCID"])])


# ---- the words of a page, by the number of the tag that they belong to -----------------------------------------------


def _words(page: PageObject) -> dict[int, str]:
    """Only the page's own text: a drawing is a thing of its own, whose alternative text says what it shows."""
    contents, resources = page.get_contents(), page["/Resources"]
    assert contents is not None
    assert isinstance(resources, DictionaryObject)
    fonts = {key[1:].encode(): _signs(font.get_object()) for key, font in resources.get("/Font", {}).items()}
    words: dict[int, str] = defaultdict(str)
    open_: list[tuple[int | None, bool]] = []  # the number that words belong to; if other words stand for these
    signs: Mapping[bytes, str] = {}
    for found in _PART.finditer(contents.get_data()):
        number, is_replaced = open_[-1] if open_ else (None, False)
        if found["close"]:
            open_.pop()
        elif found["open"]:
            own = _NUMBER.search(found["open"])
            number = int(own[1]) if own else number
            instead = _INSTEAD.search(found["open"])
            if number is not None:
                words[number] += _text(_bytes(instead[1])) if instead and not is_replaced else ""
            open_.append((number, is_replaced or instead is not None))
        elif found["font"]:
            signs = fonts[found["font"]]
        elif number is not None and not is_replaced:
            shown = _bytes(found["shown"])
            words[number] += "".join(signs.get(shown[at : at + 2], "") for at in range(0, len(shown), 2))
    return words


def _bytes(written: bytes) -> bytes:
    if written.startswith(b"<"):
        return bytes.fromhex(written[1:-1].decode())
    return _ESCAPED.sub(lambda found: _plain(found[1]), written[1:-1])


def _text(written: bytes) -> str:
    """A text as files hold it outside pages; one that is not marked as Unicode is for us as good as Latin 1."""
    return written.decode("utf-16" if written.startswith(codecs.BOM_UTF16_BE) else "latin-1")


def _plain(sign: bytes) -> bytes:
    return bytes([int(sign, 8)]) if sign[:1].isdigit() else _CONTROLS.get(sign, sign)


def _signs(font: DictionaryObject) -> dict[bytes, str]:
    """What each glyph of a font stands for."""
    signs: dict[bytes, str] = {}
    table = font["/ToUnicode"].get_object()
    assert isinstance(table, StreamObject)
    for kind, rows in _SECTION.findall(table.get_data().decode("latin-1")):
        for found in (_SINGLE if kind == "char" else _SPAN).findall(rows):
            first, last, said = int(found[0], 16), int(found[-2], 16), bytes.fromhex(found[-1]).decode("utf-16-be")
            count = 1 if kind == "char" else last - first + 1
            signs |= {(first + nth).to_bytes(2): said[:-1] + chr(ord(said[-1]) + nth) for nth in range(count)}
    return signs
