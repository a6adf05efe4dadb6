"""A document's prose with calls of values in it -> Markdown in which the values stand, as words without a meaning."""

from __future__ import annotations

import re

from styrc.element import Document
from styrc.follow_up.said import spoken
from styrc.plan import Plan
from styrc.render.markdown_in import escape

_LETTER = re.compile(r"[^\W_]")


def said(plan: Plan, document: Document, text: str) -> str:
    """The text with a value in the place of each call; a call that means nothing stays as it is written."""
    return spoken(plan, document, text, _escaped)


def _escaped(value: str, before: str) -> str:
    """A value, escaped; a digit that a line begins with is spelled out, so that no list can begin with it."""
    shown, line = escape(value), before.rpartition("\n")[2]
    return f"&#{ord(shown[0])};{shown[1:]}" if shown[:1].isdigit() and not _LETTER.search(line) else shown
