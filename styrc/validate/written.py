"""How values stand in the files, for the mistakes that a value alone does not show; looked up only when one is met."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from styrc.source import START, Path, Place, Raw, SourceFile, Span
from styrc.yaml_text import lines_of, locate

_TOLD = re.compile(r"[&*!]|[{\[](?!\s*[}\]])")
"""Anchors, aliases and tags; and a key that is a list or a row of its own."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A text that a comma cut into pieces: the key it belongs to, and the whole of it."""

    key: str
    text: str


@dataclass
class _Sheet:
    """A file with the place of everything in it."""

    lines: list[str]
    spans: dict[Path, tuple[Span, Span]]
    children: dict[Path, list[Path]]
    numbers: dict[Path, int]


@dataclass
class Written:
    """The files as text."""

    sources: Mapping[str, SourceFile]
    _sheets: dict[str, _Sheet] = field(default_factory=dict)
    _edges: dict[str, frozenset[Path]] = field(default_factory=dict)

    def is_cut_short(self, place: Place) -> bool:
        """Whether the file breaks off in the midst of what stands here, so that nothing can be said of it."""
        source = self.sources.get(place.file)
        if source is None or source.whole:
            return False
        if place.file not in self._edges:
            self._edges[place.file] = frozenset(_edge(source.value))
        return place.path in self._edges[place.file]

    def takes_over(self, place: Place) -> bool:
        """Whether a row was meant to take over another, which `load` has told of."""
        return (*place.path, "<<") in self._sheet(place.file).spans

    def is_told(self, place: Place) -> bool:
        """Whether a value is gone because of a sign that `load` has told of."""
        return bool(_TOLD.match(self._from(place)))

    def is_comment(self, place: Place) -> bool:
        """Whether a number sign made the value a comment, as in `#1`; a true comment has a space there."""
        return re.match(r"\s*#\S", self._from(place)) is not None

    def lacks_colon(self, place: Place) -> bool:
        """Whether a key stands alone, with neither colon nor value."""
        key, value = self._sheet(place.file).spans.get(place.path, (START, START))
        return key[2:] == value[:2]

    def is_later_piece(self, place: Place) -> bool:
        """Whether a key without a colon follows another one."""
        before = self._beside(place, -1)
        return before is not None and self.lacks_colon(before)

    def cut(self, place: Place) -> Cut | None:
        """The text whose second piece is this key without a colon, as in `{titel: Barn, unga}`, where there is one."""
        before, sheet = self._beside(place, -1), self._sheet(place.file)
        if before is None or before.path in sheet.children or self.lacks_colon(before):
            return None
        last = place
        while (following := self._beside(last, 1)) is not None and self.lacks_colon(following):
            last = following
        text = _between(sheet.lines, sheet.spans[before.path][1], sheet.spans[last.path][0])
        bare = " ".join(text.replace('"', "").replace("'", "").split())
        return Cut(str(before.path[-1]), unicodedata.normalize("NFC", bare))

    def _beside(self, place: Place, step: int) -> Place | None:
        """The key before or after another in the same row."""
        sheet = self._sheet(place.file)
        if place.path not in sheet.numbers:
            return None
        number, beside = sheet.numbers[place.path] + step, sheet.children[place.path[:-1]]
        return Place(place.file, beside[number]) if 0 <= number < len(beside) else None

    def _from(self, place: Place) -> str:
        """What stands on the line from where a value begins."""
        sheet = self._sheet(place.file)
        _, value = sheet.spans.get(place.path, (START, START))
        return sheet.lines[value.line - 1][value.column - 1 :] if value.line <= len(sheet.lines) else ""

    def _sheet(self, file: str) -> _Sheet:
        if file not in self._sheets:
            text = self.sources[file].text if file in self.sources else ""
            sheet = self._sheets[file] = _Sheet(lines_of(text), locate(text), {}, {})
            for path in sheet.spans:
                if path:
                    beside = sheet.children.setdefault(path[:-1], [])
                    sheet.numbers[path] = len(beside)
                    beside.append(path)
        return self._sheets[file]


def _between(lines: list[str], start: Span, end: Span) -> str:
    found = lines[start.line - 1 : end.end_line]
    found[-1] = found[-1][: end.end_column - 1]
    found[0] = found[0][start.column - 1 :]
    return " ".join(found)


def _edge(value: Raw) -> Iterator[Path]:
    """The path down to the last value that could be read, and every path above it."""
    path: Path = ()
    yield path
    while isinstance(value, (dict, list)) and value:
        step: str | int = next(reversed(value)) if isinstance(value, dict) else len(value) - 1
        value = value[step]  # type: ignore[index]
        path = (*path, step)
        yield path
