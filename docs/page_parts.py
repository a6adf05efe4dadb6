"""What the generated pages are made of: a page with its note, and tables."""

from __future__ import annotations

from collections.abc import Iterable

_NOTE = "<!-- Written by `make docs`. Change what it is made from, not this page. -->"


def page(title: str, introduction: str, parts: Iterable[str]) -> str:
    """A page with a heading, an introduction and its parts."""
    return "\n\n".join([_NOTE, f"# {title}", introduction.strip(), *parts]) + "\n"


def table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A table; what stands in a cell is put on one line."""
    lines = [heads, tuple("---" for _ in heads), *(tuple(_cell(cell) for cell in row) for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
