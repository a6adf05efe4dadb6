"""Rows added to a section of a YAML text, every other sign of it as it was: comments, order, spaces and quotes.

A round trip through a YAML writer would fold and indent what somebody else has written; lines put in where they belong
leave the rest alone, and a colleague sees just them in the comparison of two versions.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from styrc.source import Raw
from styrc.yaml_text import parse

_INDENT = 2
_FLOW = re.compile(r"[\[{]")


class CannotInsertError(Exception):
    """The section is written within braces on one line, or the text cannot be read."""


def insert(text: str, section: str, rows: Sequence[tuple[str, Sequence[str]]]) -> str:
    """The text with rows added last in a section at its top; the section is made where there is none.

    A row is its key and its lines, comments first, without indentation. Keys that are there already are left alone.
    Raises CannotInsertError where the section is no list of rows on lines of their own.
    """
    parsed = parse(text)
    if not parsed.whole or not isinstance(parsed.value, dict):
        raise CannotInsertError(section)
    known = parsed.value.get(section)
    new = [lines for key, lines in rows if not (isinstance(known, dict) and key in known)]
    if not new:
        return text
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    if section not in parsed.value:
        made = "".join(lines) + f"\n{section}:\n" + _indented(new, _INDENT)
    else:
        made = _inside(lines, section, new)
    _check(parsed.value, section, rows, made)
    return made


def _inside(lines: list[str], section: str, new: Sequence[Sequence[str]]) -> str:
    """The lines with rows put in after the last one of a section."""
    start = next((number for number, line in enumerate(lines) if _is_key(line, section)), None)
    if start is None or _FLOW.match(lines[start].partition(":")[2].strip()):
        raise CannotInsertError(section)
    end, indent = start + 1, 0
    for number in range(start + 1, len(lines)):
        written = lines[number].strip()
        depth = len(lines[number]) - len(lines[number].lstrip(" "))
        if written and depth == 0:
            break
        if written:
            end, indent = number + 1, indent or depth
    return "".join((*lines[:end], _indented(new, indent or _INDENT), *lines[end:]))


def _is_key(line: str, section: str) -> bool:
    key, colon, _ = line.partition(":")
    return bool(colon) and key.strip("\"'") == section


def _indented(rows: Sequence[Sequence[str]], indent: int) -> str:
    space = " " * indent
    return "".join(f"{space}{line}".rstrip() + "\n" for row in rows for line in row)


def _check(before: Mapping[str, Raw], section: str, rows: Sequence[tuple[str, Sequence[str]]], made: str) -> None:
    """Nothing that was there may have changed: should that ever be, nothing is written."""
    after = parse(made)
    if not after.whole or not isinstance(after.value, dict):
        raise CannotInsertError(section)
    kept = {key: value for key, value in after.value.items() if key != section}
    was = {key: value for key, value in before.items() if key != section}
    inside, had = after.value[section], before.get(section)
    new = {key for key, _ in rows}
    mine = had if isinstance(had, dict) else {}
    if kept != was or not isinstance(inside, dict) or any(inside.get(key) != value for key, value in mine.items()):
        raise CannotInsertError(section)
    if set(inside) != {*mine, *new}:
        raise CannotInsertError(section)
