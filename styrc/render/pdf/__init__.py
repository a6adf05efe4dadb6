"""A document in, a PDF out: accessible (PDF/UA-1) and fit for archives (PDF/A-2a, or 3a with its sources)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from styrc.blocks import Document, anchored
from styrc.dress import Dress
from styrc.render.pdf.error import PrintError
from styrc.render.pdf.inlines import Resolve
from styrc.render.pdf.pages import Order, source

__all__ = ["UNDATED", "PrintError", "Printed", "Resolve", "pdf", "printed"]

UNDATED = date(2000, 1, 1)
"""The day that a file is said to be made where neither the document nor the caller knows one: never today's."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF, its number of pages, the page of each heading by its anchor, and the signs that no font had."""

    data: bytes
    pages: int
    headings: tuple[tuple[str, int], ...]
    missing: tuple[str, ...]


def pdf(
    document: Document,
    dress: Dress,
    resolve: Resolve,
    *,
    draft: bool = False,
    sources: Mapping[str, bytes] | None = None,
    undated: date = UNDATED,
) -> bytes:
    """The PDF alone; see `printed`."""
    return printed(document, dress, resolve, draft=draft, sources=sources, undated=undated).data


def printed(
    document: Document,
    dress: Dress,
    resolve: Resolve,
    *,
    draft: bool = False,
    sources: Mapping[str, bytes] | None = None,
    undated: date = UNDATED,
) -> Printed:
    """The document on paper; same values, same bytes.

    `sources` are the files that it was made of, by name, which are then attached. `undated` is the file's day where
    the document has none. Raises PrintError where a drawing or a logo cannot be read or the typesetter refuses.
    """
    from styrc.render.pdf.marked import marked  # noqa: PLC0415 - only who prints pays for the libraries
    from styrc.render.pdf.typeset import typeset  # noqa: PLC0415

    order = Order(dress, resolve, draft, undated, sources or {})
    made = source(anchored(document), order)
    data, pages, headings = marked(typeset(made, dress.accent, has_sources=bool(sources)), made.row_headers)
    return Printed(data, pages, tuple(zip(made.headings, headings, strict=True)), made.missing)
