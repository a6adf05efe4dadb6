"""What a Word file numbers and keeps outside its running text: links, bookmarks, pictures; same order, same numbers."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable
from urllib.parse import quote, urlsplit

from styrc.blocks import INSIDE
from styrc.render.word.markup import NOTHING, Xml, clean, joined, tag
from styrc.render.word.parts import RELATION, Node, media, r, value, w

Resolve = Callable[[str], str | None]
"""The address of `page:…` or `element:…`: `#anchor` in this document, a file elsewhere; None where there is none."""

_LONGEST_NAME = 40  # Word's limit for the name of a bookmark
_LONGEST_ADDRESS = 2000  # Word refuses to open a file with a longer one
_SCHEMES = frozenset({"", "http", "https", "mailto", "tel"})
_WORD_FILE = re.compile(r"(?P<file>[^#]+\.docx)#(?P<anchor>.+)")


class Register:
    """Counts for one file. `part` is the document's own part, which knows its relations."""

    def __init__(self, part: Node, resolve: Resolve) -> None:
        self._part, self._resolve = part, resolve
        self._names: dict[str, str] = {}
        self._addresses: dict[str, str] = {}
        self._pictures: dict[str, Node] = {}
        self._set: set[str] = set()
        self._counts: Counter[str] = Counter()

    def next(self, what: str) -> int:
        """The next number, from 1, of tables, figures, bookmarks and so on."""
        self._counts[what] += 1
        return self._counts[what]

    def last(self, what: str) -> int:
        """The number that was given last."""
        return self._counts[what]

    def picture(self, data: bytes, ending: str, part: Node | None = None) -> str:
        """The relation by which a part of the file (the document's own by default) shows a picture."""
        key = hashlib.sha256(data).hexdigest()
        if key not in self._pictures:
            self._pictures[key] = media(self._part.package, f"drawing{len(self._pictures) + 1}", data, ending)
        return str((part or self._part).relate_to(self._pictures[key], RELATION + "image"))

    # ---- bookmarks ---------------------------------------------------------------------------------------------------

    def bookmark(self, anchor: str) -> Xml:
        """A place that links may lead to. An anchor is set once; a second of the same name would spoil the file."""
        name = self.name(anchor)
        if not anchor or name in self._set:
            return NOTHING
        self._set.add(name)
        number = self.next("bookmark")
        return joined((tag("bookmarkStart", id=number, name=name), tag("bookmarkEnd", id=number)))

    def name(self, anchor: str) -> str:
        """The name of an anchor's bookmark, no other anchor's in this file."""
        if anchor not in self._names:
            stem = bookmark_name(anchor)
            taken = {name.casefold() for name in self._names.values()}
            name, count = stem, 1
            while name.casefold() in taken:
                count += 1
                name = f"{stem[: _LONGEST_NAME - 5]}_{count}"
            self._names[anchor] = name
        return self._names[anchor]

    def drop_dead_links(self, body: Node, look: str) -> None:
        """Make plain words of the links to places that the document does not have; `look` is the style of links."""
        for link in list(body.iter(w("hyperlink"))):
            if link.get(r("id")) is None and link.get(w("anchor")) not in self._set:
                for style in [one for one in link.iter(w("rStyle")) if value(one) == look]:
                    style.getparent().remove(style)
                for run in list(link):
                    link.addprevious(run)
                link.getparent().remove(link)

    # ---- links -------------------------------------------------------------------------------------------------------

    def link(self, target: str) -> Xml | None:
        """How a link to the target begins; None where it leads nowhere from here."""
        address = self._resolve(target) if target.startswith(INSIDE) else target
        if not address:
            return None
        if address.startswith("#"):
            return Xml(f'<w:hyperlink w:anchor="{self.name(address[1:])}" w:history="1">')
        file = _WORD_FILE.fullmatch(address)
        place = f' w:anchor="{bookmark_name(file["anchor"])}"' if file else ""
        outside = _safe(file["file"] if file else address)
        if outside is None:
            return None
        return Xml(f'<w:hyperlink r:id="{self._outside(outside)}"{place} w:history="1">')

    def _outside(self, address: str) -> str:
        if address not in self._addresses:
            self._addresses[address] = str(self._part.relate_to(address, RELATION + "hyperlink", is_external=True))
        return self._addresses[address]


def bookmark_name(anchor: str) -> str:
    """An anchor as Word names places: letters, digits and underscores, a letter first, forty signs at most."""
    name = "".join(sign if sign.isalnum() else "_" for sign in anchor)
    return (name if name[:1].isalpha() else f"a{name}")[:_LONGEST_NAME]


def _safe(address: str) -> str | None:
    """An address that Word accepts; it refuses to open a file with one that is malformed."""
    try:
        parts = urlsplit(clean(address))
        parts.port  # noqa: B018 - the port is read, and refused, when asked for
    except ValueError:
        return None
    if parts.scheme not in _SCHEMES:
        return None
    quoted = quote(clean(address).strip(), safe="/:?#@!$&'()*+,;=%~")
    return quoted if 0 < len(quoted) <= _LONGEST_ADDRESS else None
