"""A PDF's streams in, the same streams out without one whose end can be misread.

A stream is followed by a line's end and `endstream`. Where its own last byte is a carriage return, a strict reader
takes that and the line's end for one (ISO 19005-2, 6.1.7.1: the length must be what is written). Such a stream is
written in printable signs on top of its own filter.
"""

from __future__ import annotations

import base64

from pypdf import PdfWriter
from pypdf.generic import ArrayObject, NameObject, StreamObject


def told_apart(writer: PdfWriter) -> None:
    """Change the few streams that end so."""
    for one in writer._objects:  # noqa: SLF001 - pypdf has no other way to all objects
        if isinstance(one, StreamObject) and one._data.endswith(b"\r"):  # noqa: SLF001
            _in_signs(one)


def _in_signs(stream: StreamObject) -> None:
    given = stream.get("/Filter")
    filters = list(given) if isinstance(given, ArrayObject) else [given] if given is not None else []
    stream[NameObject("/Filter")] = ArrayObject([NameObject("/ASCII85Decode"), *filters])
    stream._data = base64.a85encode(stream._data) + b"~>"  # noqa: SLF001
