"""YAML text in, plain values out: every scalar stays text, and what a plan must not use becomes a fault.

The C parser of ruamel.yaml gives events; building from them is some eight times quicker than its loader, and lets us
see duplicate keys, aliases and tags, which a loader hides. Lines are not kept: `locate` finds them when someone must
see them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any

from ruamel.yaml.cyaml import CParser  # type: ignore[attr-defined]  # handed on, but not in its types
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from styrc.source import Passage, Path, Raw, Span

DEEPEST = 20
"""Levels of nesting; a plan needs five. The limit keeps hostile files from exhausting the stack."""

_EMPTY = ("", "~", "null", "Null", "NULL")
_MERGE = "<<"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in the text that a plan must not hold: its name, where it stands and what the words need."""

    name: str
    span: Span
    values: Mapping[str, object] = field(default_factory=dict)
    other: Span | None = None


@dataclass(frozen=True, slots=True)
class Parsed:
    """The value of a text, the faults found, and whether all of it could be read."""

    value: Raw
    faults: tuple[Fault, ...]
    whole: bool


class _TooDeepError(Exception):
    """Nesting beyond `DEEPEST`; caught in `parse`."""

    def __init__(self, span: Span) -> None:
        self.span = span


def parse(text: str) -> Parsed:
    """Read one YAML document. Never raises: what cannot be read is a fault, and what came before it is kept."""
    builder = _Builder(text)
    whole = False
    try:
        builder.document()
        whole = True
    except MarkedYAMLError as error:
        builder.faults.append(_syntax_fault(error, text))
    except _TooDeepError as deep:
        builder.faults.append(Fault("too deep", deep.span, {"deepest": DEEPEST}))
    return Parsed(builder.top, tuple(builder.faults), whole)


def read_trusted(path: FilePath) -> Any:  # noqa: ANN401 - handed straight to Pydantic
    """The value of one of styrc's own data files; a fault in it is a bug."""
    parsed = parse(path.read_text("utf-8"))
    if parsed.faults:
        message = f"{path}: {parsed.faults[0]}"
        raise ValueError(message)
    return parsed.value


class _Builder:
    """Turns the parser's events into dicts, lists and text. `top` holds what was read, also after an error."""

    def __init__(self, text: str) -> None:
        self.next_event = CParser(text).get_event
        self.normal = text.isascii() or unicodedata.is_normalized("NFC", text)
        self.faults: list[Fault] = []
        self.anchors: dict[str, tuple[Span, bool]] = {}
        self.top: Raw = None

    def document(self) -> None:
        """Read the first document; a second one is a fault."""
        started = False
        while (event := self.next_event()) is not None:
            if isinstance(event, DocumentStartEvent):
                if started:
                    self.faults.append(Fault("several documents", span(event)))
                    break
                started = True
            elif started and isinstance(event, (MappingStartEvent, SequenceStartEvent, ScalarEvent, AliasEvent)):
                self.value(event, None, 0)
        self.faults += [
            Fault("alias", where, {"name": name}) for name, (where, used) in self.anchors.items() if not used
        ]

    def value(self, event: Any, into: Any, depth: int, key: str = "") -> None:  # noqa: ANN401 - events are untyped
        """Put the value that `event` begins into its parent, before its own parts are read."""
        kind = type(event)
        made: Raw = None
        if kind is ScalarEvent:
            made = self.scalar(event)
        elif kind is AliasEvent:
            self.alias(event)
        else:
            made = {} if kind is MappingStartEvent else []
        if into is None:
            self.top = made
        elif type(into) is dict:
            into[key] = made
        else:
            into.append(made)
        if type(made) is dict or type(made) is list:
            self.inside(event, made, depth)

    def inside(self, event: Any, made: Any, depth: int) -> None:  # noqa: ANN401
        """Read the parts of a mapping or a sequence."""
        if depth >= DEEPEST:
            raise _TooDeepError(span(event))
        if type(made) is dict:
            self.mapping(event, made, depth + 1)
        else:
            self.sequence(event, made, depth + 1)

    def mapping(self, start: Any, made: Any, depth: int) -> None:  # noqa: ANN401
        """Read keys and values up to the end of the mapping."""
        if start.anchor or start.tag:
            self.note(start)
        spans: dict[str, Any] = {}
        while type(event := self.next_event()) is not MappingEndEvent:
            if type(event) is not ScalarEvent:
                self.faults.append(Fault("complex key", span(event)))
                self.value(event, [], depth)
                self.value(self.next_event(), [], depth)
                continue
            key = self.scalar(event) or ""
            first = spans.get(key)
            if first is not None:
                self.faults.append(Fault("duplicate key", span(event), {"key": key}, span(first)))
                self.value(self.next_event(), [], depth)
                continue
            spans[key] = event
            if key == _MERGE and not event.style:
                self.merge(event, depth)
                continue
            self.value(self.next_event(), made, depth, key)

    def sequence(self, start: Any, made: Any, depth: int) -> None:  # noqa: ANN401
        """Read values up to the end of the sequence."""
        if start.anchor or start.tag:
            self.note(start)
        while type(event := self.next_event()) is not SequenceEndEvent:
            self.value(event, made, depth)

    def scalar(self, event: Any) -> str | None:  # noqa: ANN401
        """The text of a scalar, composed; nothing where nothing is written."""
        if event.anchor or event.tag:
            self.note(event)
        text: str = event.value
        if not event.style and text in _EMPTY:
            return None
        return text if self.normal else unicodedata.normalize("NFC", text)

    def alias(self, event: Any) -> None:  # noqa: ANN401
        """An alias stands for a value elsewhere; a plan says each value where it belongs."""
        where, _ = self.anchors.get(event.anchor, (span(event), True))
        self.anchors[event.anchor] = (where, True)
        self.faults.append(Fault("alias", span(event), {"name": event.anchor}, where))

    def merge(self, event: Any, depth: int) -> None:  # noqa: ANN401
        """A merge key takes over another mapping; the one fault is told at the key."""
        value = self.next_event()
        if isinstance(value, AliasEvent) and value.anchor in self.anchors:
            self.anchors[value.anchor] = (self.anchors[value.anchor][0], True)
        else:
            self.value(value, [], depth)
        self.faults.append(Fault("merge key", span(event)))

    def note(self, event: Any) -> None:  # noqa: ANN401
        """Remember an anchor; report a tag."""
        if event.anchor:
            self.anchors[event.anchor] = (span(event), False)
        if event.tag:
            self.faults.append(Fault("tag", span(event), {"tag": event.tag}))


def span(event: Any) -> Span:  # noqa: ANN401 - events and marks are untyped
    """The stretch of text that an event covers."""
    start, end = event.start_mark, event.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


_PROBLEMS = (
    ("could not find expected ':'", "no colon"),
    ("found unexpected end of stream", "open quotation"),
    ("found unknown escape character", "backslash"),
    ("did not find expected hexdecimal number", "backslash"),
    ("did not find expected ',' or ']'", "open bracket"),
    ("did not find expected ',' or '}'", "open bracket"),
    ("did not find expected '-' indicator", "indentation"),
    ("did not find expected key", "indentation"),
    ("block sequence entries are not allowed", "indentation"),
)


def _syntax_fault(error: Any, text: str) -> Fault:  # noqa: ANN401 - the library's errors are untyped
    """Our own name for what the parser stumbled on, and the place that a person must change."""
    mark, context = error.problem_mark, error.context_mark
    problem = str(error.problem)
    name = next((ours for theirs, ours in _PROBLEMS if problem.startswith(theirs)), "unreadable")
    line = _line(text, mark.line)
    sign = line[mark.column : mark.column + 1]
    if name in ("open quotation", "open bracket") and context is not None:
        mark = context
    elif "cannot start any token" in problem:
        name = "tab" if "\t" in line[: mark.column + 1] else "reserved sign"
    elif problem.startswith("mapping values are not allowed"):
        name = "colon in text" if ": " in line[: mark.column] or ":" in line[: mark.column].strip() else "indentation"
    elif name == "indentation" and line[: mark.column].rstrip().endswith(("'", '"')):
        name = "text after quotation"
    where = Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)
    return Fault(name, where, {"sign": sign})


def _line(text: str, number: int) -> str:
    lines = lines_of(text)
    return lines[number] if number < len(lines) else ""


def lines_of(text: str) -> list[str]:
    """The lines of a text as YAML counts them."""
    for sign in ("\r\n", "\r", "\x85", "\u2028", "\u2029"):
        text = text.replace(sign, "\n")
    return text.split("\n")


def narrow(text: str, value: Span, passage: Passage) -> Span:
    """Where some words of a value stand; the whole value where its notation hides them."""
    lines = lines_of(text)[value.line - 1 : value.end_line]
    lines[-1:] = [line[: value.end_column - 1] for line in lines[-1:]]
    margin = value.column - 1
    written = "\n".join(lines)
    head = written.find("\n") if written[margin : margin + 1] in ("|", ">") else margin
    stands = [one.span() for one in passage.pattern.finditer(written, max(head, 0))]
    if passage.before >= len(stands):
        return value
    (line, column), (end_line, end_column) = (_line_and_column(written, one) for one in stands[passage.before])
    return Span(value.line + line, column, value.line + end_line, end_column)


def _line_and_column(text: str, sign: int) -> tuple[int, int]:
    """How many lines stand before a sign, and its column, counted from one."""
    return text.count("\n", 0, sign), sign - text.rfind("\n", 0, sign)


def locate(text: str) -> dict[Path, tuple[Span, Span]]:
    """For every path in a text: the span of its key (for a row, of the row itself) and of its value."""
    found: dict[Path, tuple[Span, Span]] = {}
    next_event = CParser(text).get_event
    try:
        while (event := next_event()) is not None:
            if isinstance(event, (MappingStartEvent, SequenceStartEvent, ScalarEvent)):
                _place(event, (), span(event), next_event, found)
                break
    except (MarkedYAMLError, _TooDeepError):
        pass  # what stands before the fault has been placed
    return found


def _place(event: Any, path: Path, key: Span, next_event: Any, found: dict[Path, tuple[Span, Span]]) -> None:  # noqa: ANN401
    if len(path) > DEEPEST:
        raise _TooDeepError(span(event))
    found.setdefault(path, (key, span(event)))  # of two equal keys the first counts, as in `parse`
    if isinstance(event, SequenceStartEvent):
        number = 0
        while not isinstance(child := next_event(), SequenceEndEvent):
            _place(child, (*path, number), span(child), next_event, found)
            number += 1
    elif isinstance(event, MappingStartEvent):
        while not isinstance(name := next_event(), MappingEndEvent):
            if isinstance(name, ScalarEvent):
                step = unicodedata.normalize("NFC", name.value)
                _place(next_event(), (*path, step), span(name), next_event, found)
            else:  # a key that is no text has no path; read past it and its value
                _place(name, (), span(name), next_event, found)
                _place(next_event(), (), span(name), next_event, found)
