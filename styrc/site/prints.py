"""Documents -> their PDF and Word files: taken from the last build where they were made of the same, else made anew.

Typesetting is what a build spends its time on. Pages, Markdown and open data are quicker made than compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from hashlib import sha256
from html import unescape
from importlib.metadata import version
from pathlib import Path

import styrc
from styrc.blocks import INSIDE, Document, Figure, Link, anchored
from styrc.dress import Dress
from styrc.resources import builtin
from styrc.site.last import Kept, LastBuild, digest
from styrc.site.ways import Ways
from styrc.text import Text

PRINTED = frozenset({"pdf", "word"})
"""The formats that this module makes."""

_LIBRARIES = ("typst", "python-docx", "lxml")
_LINK_IN_DRAWING = re.compile(r' href="((?:page|element):[^"]*)"')

Print = tuple[bytes, Kept]


class NotPrintedError(Exception):
    """A document that cannot be printed: its title, and why."""

    def __init__(self, title: str, reason: Text) -> None:
        super().__init__(f"{title}: {reason.en}")
        self.title, self.reason = title, reason


@dataclass(frozen=True, slots=True)
class Order:
    """A document to print: the path of its page, its blocks, if it is stamped on every leaf, files to attach."""

    path: str
    document: Document
    draft: bool
    sources: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Press:
    """Prints orders, one after the other."""

    dress: Dress
    ways: Ways
    last: LastBuild

    def files(self, order: Order, formats: frozenset[str]) -> Iterator[tuple[str, bytes, Kept]]:
        """The PDF and the Word file of an order, as far as they are wanted, with what the next build is to know."""
        pdf_path, word_path = self.ways.beside(order.path, "pdf"), self.ways.beside(order.path, "word")
        made_of = _made_of(order, self.dress, self._links(order, "pdf"), self._links(order, "word"))
        pdf = self.last.take(pdf_path, made_of)
        word = self.last.take(word_path, made_of) if "word" in formats else None
        if pdf is None and ("pdf" in formats or ("word" in formats and word is None)):
            pdf = self._pdf(order, made_of)
        if pdf is not None and "pdf" in formats:
            yield pdf_path, *pdf
        if pdf is not None and word is None and "word" in formats:
            word = self._word(order, made_of, pdf[1].pages)
        if word is not None:
            yield word_path, *word

    def _pdf(self, order: Order, made_of: str) -> Print:
        from styrc.render.pdf import PrintError, printed  # noqa: PLC0415 - only who prints pays for it

        links, sources = self._links(order, "pdf"), order.sources or None
        try:
            made = printed(order.document, self.dress, links.get, draft=order.draft, sources=sources)
        except PrintError as error:
            raise NotPrintedError(order.document.title, Text(str(error), str(error))) from error
        return made.data, Kept(made_of, digest(made.data), dict(made.headings), made.missing)

    def _word(self, order: Order, made_of: str, pages: Mapping[str, int]) -> Print:
        """The numbers of the pages in its table of contents are those of the PDF."""
        from styrc.render.word import WordTemplateError, word  # noqa: PLC0415 - only who writes Word files pays for it

        links = self._links(order, "word")
        try:
            data = word(order.document, self.dress, links.get, draft=order.draft, pages=pages)
        except WordTemplateError as error:
            raise NotPrintedError(order.document.title, error.text) from error
        return data, Kept(made_of, digest(data))

    def _links(self, order: Order, form: str) -> dict[str, str | None]:
        """Where each link of a document leads from its file of this format."""
        resolve = self.ways.resolver(self.ways.beside(order.path, form), form)
        return {target: resolve(target) for target in sorted(set(_targets(order.document)))}


def _made_of(order: Order, dress: Dress, *links: Mapping[str, str | None]) -> str:
    """All that decides what comes out, as a hash. Blocks say by `repr` all that they are, in a fixed order."""
    said = (_ourselves(), order.document, order.draft, sorted(order.sources.items()), dress, links)
    return sha256(repr(said).encode("utf-8", "surrogatepass")).hexdigest()


@cache
def _ourselves() -> str:
    """What prints, styrc and its libraries, as a hash: another version may print the same blocks in another way."""
    found = sha256()
    for folder, pattern in ((Path(styrc.__file__).parent, "*.py"), (builtin("templates"), "*")):
        for path in sorted(one for one in folder.rglob(pattern) if one.is_file()):
            found.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    found.update(repr([version(name) for name in _LIBRARIES]).encode())
    return found.hexdigest()


def _targets(document: Document) -> Iterator[str]:
    """The logical targets of all links, those in drawings too."""
    rest: list[object] = [*anchored(document).blocks]
    while rest:
        one = rest.pop()
        if isinstance(one, tuple):
            rest.extend(one)
        elif is_dataclass(one):
            if isinstance(one, Link) and one.target.startswith(INSIDE):
                yield one.target
            if isinstance(one, Figure):
                yield from (unescape(found) for found in _LINK_IN_DRAWING.findall(one.svg))
            rest.extend(getattr(one, part.name) for part in fields(one))
