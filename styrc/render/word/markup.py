"""Words and properties in, WordprocessingML out: text that is escaped, and parts in the order that Word demands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NewType
from xml.sax.saxutils import escape, quoteattr

Xml = NewType("Xml", str)
"""Markup that is safe to place: only the functions here and our own templates make it."""

NOTHING = Xml("")
Properties = Mapping[str, Xml]
"""Properties of a paragraph by the name of their element."""

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACES = re.compile(r"[ \t\n\r]+")
_ORDER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "numPr", "pBdr", "shd", "tabs", "suppressAutoHyphens",
    "bidi", "spacing", "ind", "jc",
)  # fmt: skip
"""The order of a paragraph's properties; Word refuses a file that has another."""


def clean(text: str) -> str:
    """The text without the signs that XML forbids."""
    return _FORBIDDEN.sub("", text)


def one_line(text: str) -> str:
    """The text clean, on one line."""
    return " ".join(clean(text).split())


def tag(name: str, /, *inside: Xml, **attributes: object) -> Xml:
    """An element of Word's own, with attributes of Word's own."""
    written = "".join([f" w:{key}={_attribute(str(value))}" for key, value in attributes.items()])
    return Xml(f"<w:{name}{written}>{''.join(inside)}</w:{name}>" if inside else f"<w:{name}{written}/>")


@lru_cache(4096)  # most attributes are a few that stand in every paragraph
def _attribute(text: str) -> str:
    return quoteattr(one_line(text))


def joined(parts: Iterable[Xml]) -> Xml:
    """Markup one after the other."""
    return Xml("".join(parts))


def text(words: str) -> Xml:
    """Words of a run; white space is as wide as it is on a page."""
    return exact(_SPACES.sub(" ", words))


def exact(words: str) -> Xml:
    """Words of a run, sign by sign: with all their white space."""
    return Xml(f'<w:t xml:space="preserve">{escape(clean(words))}</w:t>')


def field(code: str, shown: Xml) -> Xml:
    """A field that Word can work out anew, with what it shows until then."""
    return joined((field_start(code), shown, field_end()))


def field_start(code: str) -> Xml:
    """What stands before the words that a field shows."""
    instruction = Xml(f'<w:instrText xml:space="preserve"> {escape(code)} </w:instrText>')
    return joined((_field_mark("begin"), tag("r", instruction), _field_mark("separate")))


def field_end() -> Xml:
    """What stands after the words that a field shows."""
    return _field_mark("end")


def _field_mark(kind: str) -> Xml:
    return tag("r", tag("fldChar", fldCharType=kind))


def paragraph(style: str, inside: Xml, properties: Properties | None = None) -> Xml:
    """A paragraph in a style, by the style's id, with properties of its own."""
    own = {"pStyle": tag("pStyle", val=style), **(properties or {})}
    return tag("p", tag("pPr", *(own[name] for name in sorted(own, key=_ORDER.index))), inside)


def switched_on(*names: str) -> Properties:
    """Properties that are there or not: `keepNext`, `pageBreakBefore`."""
    return {name: tag(name) for name in names}
