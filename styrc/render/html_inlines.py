"""Inlines in, HTML out: every value is escaped where it is written, and what is already HTML has a type of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NewType

from markupsafe import escape

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
)

Html = NewType("Html", str)
"""Text that is HTML. Plain strings become it by `escaped` alone; joining typed pieces is some five times quicker than
to let `markupsafe.Markup` look at each of them again at every step."""

Resolve = Callable[[str], str | None]
"""The address of `page:…` or `element:…` as seen from the page being written; None where it has no page."""

NOTHING = Html("")


def escaped(text: str) -> Html:
    """Anybody's words as text, in an element or in an attribute between double quotation marks."""
    return Html(str(escape(text)))


def glued(parts: Iterable[Html]) -> Html:
    """Pieces one after the other."""
    return Html("".join(parts))


class HtmlInlines:
    """Writes lines of text; `anchors` are the names on the page that already lead somewhere."""

    def __init__(self, resolve: Resolve, anchors: set[str]) -> None:
        self._resolve = resolve
        self._anchors = anchors

    def line(self, inlines: Inlines) -> Html:
        """Inlines one after the other."""
        return Html("".join([self.inline(one) for one in inlines]))

    def inline(self, inline: Inline) -> Html:  # noqa: C901, PLR0911 - one line for each kind of inline
        """One inline."""
        match inline:
            case Run(text):
                return escaped(text)
            case Link(target, inlines):
                return self.link(target, self.line(inlines))
            case Strong(inlines):
                return Html(f"<strong>{self.line(inlines)}</strong>")
            case Emphasis(inlines):
                return Html(f"<em>{self.line(inlines)}</em>")
            case Code(text):
                return Html(f"<code>{escaped(text)}</code>")
            case LineBreak():
                return Html("<br>")
            case Anchor(name):
                return self._anchor(name)
            case Mark() | Status():
                return self._sign(inline)

    def _sign(self, sign: Mark | Status) -> Html:
        match sign:
            case Mark(text, tone):
                return Html(f'<span class="mark {escaped(tone)}">{escaped(text)}</span>')
            case Status(word, drawn, tone):
                shape = f'<span class="sign" aria-hidden="true">{escaped(drawn)}</span>'
                return Html(f'<span class="status {escaped(tone)}">{shape} {escaped(word)}</span>')

    def _anchor(self, name: str) -> Html:
        """A name that already leads somewhere on the page keeps leading to its first place."""
        if name in self._anchors:
            return NOTHING
        self._anchors.add(name)
        return Html(f'<span id="{escaped(name)}"></span>')

    def address(self, target: str) -> str | None:
        """Where a target leads from this page; None if it leads nowhere."""
        return self._resolve(target) if target.startswith(INSIDE) else target

    def link(self, target: str, inside: Html) -> Html:
        """A link, or its words where it leads nowhere."""
        address = self.address(target)
        return inside if address is None else Html(f'<a href="{escaped(address)}">{inside}</a>')
