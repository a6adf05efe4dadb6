"""A document's prose with calls of values in it -> Markdown in which the values stand, as words without a meaning."""

from __future__ import annotations

import re

from styrc.calls import Call, calls
from styrc.element import Document
from styrc.follow_up.meant import UnsaidError
from styrc.follow_up.said import Speaker
from styrc.plan import Plan
from styrc.render.markdown_in import escape

_LETTER = re.compile(r"[^\W_]")


def said(plan: Plan, document: Document, text: str) -> str:
    """The text with a value in the place of each call; a call that means nothing stays as it is written."""
    parts: list[str] = []
    end = 0
    speaker: Speaker | None = None
    for call in calls(text):
        speaker = speaker or Speaker(plan, document)
        before = text[end : call.start]
        parts += [before, _words(speaker, call, text, begins=not _LETTER.search(_line(text[: call.start])))]
        end = call.end
    return "".join(parts) + text[end:]


def _line(before: str) -> str:
    return before.rpartition("\n")[2]


def _words(speaker: Speaker, call: Call, text: str, *, begins: bool) -> str:
    """The value, escaped; a digit that a line begins with is spelled out, so that no list can begin with it."""
    try:
        value = speaker.say(call)
    except UnsaidError:
        value = text[call.start : call.end]
    shown = escape(value)
    return f"&#{ord(shown[0])};{shown[1:]}" if begins and shown[:1].isdigit() else shown
