"""Inlines in, a Typst expression out that is the same line of text; a link that leads nowhere is its words alone."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import assert_never
from urllib.parse import quote

from styrc.blocks import (
    INSIDE,
    Anchor,
    Code,
    Emphasis,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Mark,
    Run,
    Status,
    Strong,
    words,
)
from styrc.render.pdf.words import Words, parted, string

Resolve = Callable[[str], str | None]
"""The address that `page:…` or `element:…` stands for: `#anchor` inside the document; None if it has none."""

_URL_SIGNS = "%:/?#[]@!$&'()*+,;=~-._"
_HASH = "#"


class Lines:
    """Writes lines of text; knows which anchors there are, so that no link leads to none."""

    def __init__(self, resolve: Resolve, anchors: Collection[str]) -> None:
        self.words = Words()
        self._resolve = resolve
        self._anchors = frozenset(anchors) - {""}
        self._placed: set[str] = set()

    def line(self, inlines: Inlines) -> str:
        """An expression for the whole line."""
        return "{" + "; ".join(self._inline(inline) for inline in inlines) + "}" if inlines else "[]"

    def text(self, text: str) -> str:
        """An expression for plain words; what must share a line is put in a box."""
        parts = tuple(parted(self.words.running(text)))
        if not any(part.is_whole for part in parts):
            return string("".join(part.text for part in parts))
        return "{" + "; ".join(f"box({string(one.text)})" if one.is_whole else string(one.text) for one in parts) + "}"

    def _inline(self, inline: Inline) -> str:  # noqa: C901, PLR0911 - one line for each kind of inline
        match inline:
            case Run(text):
                return self.text(text)
            case Strong(inlines):
                return f"strong({self.line(inlines)})"
            case Emphasis(inlines):
                return f"emph({self.line(inlines)})"
            case Code(text):
                return f"raw({string(self.words.running(text))})"
            case Link(target, inlines):
                return self.link(target, inlines)
            case LineBreak():
                return "new-line"
            case Mark(text, tone):
                return f"badge({self.text(text)}, {string(tone)})"
            case Status(word, sign, tone):
                return f"status({self.text(sign)}, {self.text(word)}, {string(tone)})"
            case Anchor(name):
                return self.anchor(name)
        assert_never(inline)

    def link(self, target: str, inlines: Inlines) -> str:
        """A link, or its words where it leads nowhere or has none to follow."""
        inside = self.line(inlines)
        address = (self._resolve(target) or "") if target.startswith(INSIDE) else target
        if not address or not words(inlines).strip():
            return inside
        if not address.startswith(_HASH):
            place = string(quote(address, safe=_URL_SIGNS, errors="replace"))
            return f"link({place}, {inside})"
        name = address.removeprefix(_HASH)
        return f"link(label({named(name)}), {inside})" if name in self._anchors else inside

    def anchor(self, name: str) -> str:
        """A place that links lead to; only the first of a name is one, as where a table's first column is repeated."""
        return f"place-named({named(name)})" if self.is_new(name) else "[]"

    def is_new(self, name: str) -> bool:
        """Whether a name has no place yet; it has one from now on."""
        is_new = bool(name) and name not in self._placed
        self._placed.add(name)
        return is_new


def named(anchor: str) -> str:
    """An anchor as Typst names it; never without a sign, whatever the anchor holds."""
    return string(_HASH + anchor)
