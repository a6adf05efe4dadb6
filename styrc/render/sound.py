"""A document in, what would shut out those who listen instead of look: the check before anything is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from styrc.blocks import Block, Document, Figure, Heading, Link, Notice, Table, words
from styrc.render.walk import nodes
from styrc.text import Text


class Lack(Enum):
    """What can be missing, in words."""

    TITLE = Text("Dokumentet har ingen titel.", "The document has no title.")
    HEADING = Text("En rubrik har inga ord.", "A heading has no words.")
    LINK = Text("En länk har inga ord.", "A link has no words.")
    DESCRIPTION = Text("En bild har ingen beskrivning i ord.", "A figure has no description in words.")
    CAPTION = Text("En tabell har ingen rubrik.", "A table has no caption.")
    HEAD = Text("En tabell har en kolumn utan rubrik.", "A table has a column without a head.")
    COLUMNS = Text("En tabell har inga kolumner.", "A table has no columns.")
    NOTICE = Text("En ruta har ingen rubrik.", "A notice has no title.")


@dataclass(frozen=True, slots=True)
class Unsound:
    """Something missing: what, in what (its title or the like), and the headings that it stands below."""

    lack: Lack
    what: str
    path: tuple[str, ...]


def unsound(document: Document) -> tuple[Unsound, ...]:
    """All that is missing, in reading order; empty for a document that everybody can read."""
    found = [] if document.title.strip() else [Unsound(Lack.TITLE, document.label, ())]
    path: list[tuple[int, str]] = []
    for block in document.blocks:
        if isinstance(block, Heading):
            path = [(level, title) for level, title in path if level < block.level]
        found += [Unsound(lack, what, tuple(title for _, title in path)) for lack, what in _lacks(block)]
        if isinstance(block, Heading):
            path.append((block.level, words(block.inlines)))
    return tuple(found)


def _lacks(block: Block) -> Iterator[tuple[Lack, str]]:
    for node in nodes(block):
        match node:
            case Heading(_, inlines) if not words(inlines).strip():
                yield Lack.HEADING, ""
            case Link(target, inlines) if not words(inlines).strip():
                yield Lack.LINK, target
            case Figure() if not node.description.strip():
                yield Lack.DESCRIPTION, node.title
            case Notice() if not node.title.strip():
                yield Lack.NOTICE, ""
            case Table():
                yield from ((lack, node.caption) for lack in _of_table(node))


def _of_table(table: Table) -> Iterator[Lack]:
    if not table.caption.strip():
        yield Lack.CAPTION
    if not table.columns:
        yield Lack.COLUMNS
    if any(not words(column.inlines).strip() for column in table.columns[1 if table.row_headers else 0 :]):
        yield Lack.HEAD
