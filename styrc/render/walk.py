"""Blocks in, everything in them out: the blocks inside blocks and the inlines inside inlines, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from styrc.blocks import Anchor, Heading


def nodes(value: object) -> Iterator[object]:
    """The value itself if it is a node, then all nodes inside it."""
    if isinstance(value, tuple):
        for part in value:
            yield from nodes(part)
    elif is_dataclass(value):
        yield value
        for field in fields(value):
            part = getattr(value, field.name)
            if isinstance(part, tuple) or is_dataclass(part):
                yield from nodes(part)


def anchors(value: object) -> Iterator[str]:
    """The names that links may lead to."""
    for node in nodes(value):
        match node:
            case Heading(_, _, anchor) if anchor:
                yield anchor
            case Anchor(name):
                yield name
