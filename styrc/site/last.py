"""What the last build says of its files -> those that need not be made anew; whatever is damaged counts as missing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path

_ABOUT = "styrc made this folder and puts a new one in its place at the next build."
_VERSION = 2
"""The shape of the marker file; one of another shape is not read."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A file as it was made: of what, what came out, and on which page each anchor stands; hashes in hexadecimal.

    `missing` are the signs that the font of print lacks.
    """

    made_of: str
    content: str
    pages: Mapping[str, int] = field(default_factory=dict)
    missing: tuple[str, ...] = ()


class LastBuild:
    """The files of a folder that an earlier build filled."""

    def __init__(self, folder: Path, mark: str) -> None:
        self._folder = folder
        self._kept = _read(folder / mark)

    def take(self, name: str, made_of: str) -> tuple[bytes, Kept] | None:
        """The file of this name if it was made of the same and nobody has touched it since."""
        kept = self._kept.get(name)
        if kept is None or kept.made_of != made_of:
            return None
        try:
            content = (self._folder / name).read_bytes()
        except OSError:
            return None
        return (content, kept) if digest(content) == kept.content else None


def digest(content: bytes) -> str:
    """The hash by which contents are told apart."""
    return sha256(content).hexdigest()


def marker(kept: Mapping[str, Kept]) -> str:
    """The text of the file that marks a folder as ours; the same files give the same text."""
    files = {name: asdict(one) for name, one in sorted(kept.items())}
    return json.dumps({"about": _ABOUT, "version": _VERSION, "files": files}, indent=1, sort_keys=True) + "\n"


def _read(path: Path) -> dict[str, Kept]:
    try:
        said = json.loads(path.read_bytes())
        if said["version"] != _VERSION:
            return {}
        return {str(name): _one(row) for name, row in said["files"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}


def _one(row: Mapping[str, object]) -> Kept:
    made_of, content, pages, missing = row["made_of"], row["content"], row["pages"], row["missing"]
    if not (isinstance(made_of, str) and isinstance(content, str) and isinstance(pages, dict)):
        raise TypeError
    if not (isinstance(missing, list) and all(isinstance(sign, str) for sign in missing)):
        raise TypeError
    if not all(isinstance(page, int) for page in pages.values()):
        raise TypeError
    return Kept(made_of, content, pages, tuple(missing))
