"""A folder on disk -> a Project: its files as bytes, and the steering models at hand.

Only this module and the output reach the disk.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from styrc.diagnostic import Diagnostic
from styrc.resources import builtin
from styrc.source import Place
from styrc.words import languages, words_in

SETTINGS = "styrc.yaml"
OUTPUT = "bygge"
_OWN_FOLDERS = ("schemas", "templates", OUTPUT)
_PLANS = (".yaml", ".yml")
_TEXTS = (".md",)
_SERIES = (".csv",)
_ATTACHED = (".svg", ".png", ".jpg", ".jpeg", ".docx")
_READ = (*_PLANS, *_TEXTS, *_SERIES)
_MOST_READ = 10_000_001
"""Bytes of an attached file: one more than any may be, so that one that is too large is known to be."""


class CannotBeginError(Exception):
    """There is nothing to compile; `code` leads to the words and `values` fill them."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


@dataclass(frozen=True, slots=True)
class Project:
    """The files of a project by name, and what kept others from being read.

    A name has `/` and composed letters on every system.
    """

    root: Path
    plans: Mapping[str, bytes]
    texts: Mapping[str, bytes]
    settings: bytes
    schemas: Mapping[str, bytes]
    templates: Mapping[str, str]
    attached: Mapping[str, bytes | None] = field(default_factory=dict)
    """Pictures and Word files; None for one that `styrc.yaml` does not name, which is only known to be there."""
    series: Mapping[str, bytes] = field(default_factory=dict)
    """Files from a spreadsheet in a folder that is named for outcomes in some language, as much as any may hold."""
    found: tuple[Diagnostic, ...] = field(default=())

    def series_in(self, folder: str) -> dict[str, bytes]:
        """The files from a spreadsheet that stand in or below a folder of this name."""
        return {name: data for name, data in self.series.items() if _is_below(name, (folder,))}


def open_project(folder: Path) -> Project:
    """Read a project's files. Raises CannotBeginError where there is no folder or no `styrc.yaml` in it or above it."""
    root = _root(folder)
    found: list[Diagnostic] = []
    files = {name: path for name, path in _files(root, root, found) if name != SETTINGS}
    settings = _read({SETTINGS: root / SETTINGS}, found).get(SETTINGS, b"")
    return Project(
        root=root,
        plans=_read({name: path for name, path in files.items() if _ending(path) in _PLANS}, found),
        texts=_read({name: path for name, path in files.items() if _ending(path) in _TEXTS}, found),
        settings=settings,
        schemas=_schemas(root, found),
        templates=_templates(root),
        series=_series({name: path for name, path in files.items() if _ending(path) in _SERIES}, found),
        attached=_attached(root, unicodedata.normalize("NFC", settings.decode("utf-8", "replace")), found),
        found=tuple(found),
    )


def _read(files: Mapping[str, Path], found: list[Diagnostic]) -> dict[str, bytes]:
    """The bytes of each file; a file that the system will not open is told."""
    read = {}
    for name, path in files.items():
        try:
            read[name] = path.read_bytes()
        except OSError:
            found.append(_closed(name, "closed"))
    return read


def _closed(name: str, variant: str = "") -> Diagnostic:
    return Diagnostic("STY009", Place(name), {"file": name}, variant)


def _root(folder: Path) -> Path:
    if not folder.is_dir():
        raise CannotBeginError("no folder", folder=str(folder))
    folder = folder.resolve()
    for place in (folder, *folder.parents):
        if (place / SETTINGS).is_file() and _stays_inside(place / SETTINGS, place):
            return place
    raise CannotBeginError("no settings", folder=str(folder))


def _files(
    folder: Path, root: Path, found: list[Diagnostic], above: tuple[Path, ...] = ()
) -> Iterator[tuple[str, Path]]:
    """Every plan and text below a folder, by name; links that lead out of the project are told and left alone."""
    real = folder.resolve()
    if real in above:
        return  # a link that leads back
    for entry in _entries(folder, root, found):
        path = Path(entry.path)
        if entry.is_symlink() and not _stays_inside(path, root):
            if _ending(path) in _READ or path.is_dir():
                found.append(_closed(_name(path, root)))
        elif entry.is_dir():
            if not (folder == root and entry.name in _OWN_FOLDERS):
                yield from _files(path, root, found, (*above, real))
        elif entry.is_file() and _ending(path) in _READ:
            yield _name(path, root), path


def _entries(folder: Path, root: Path, found: list[Diagnostic]) -> list[os.DirEntry[str]]:
    """What lies in a folder and is not hidden, in an order that is the same everywhere."""
    try:
        return sorted((one for one in os.scandir(folder) if not one.name.startswith(".")), key=lambda one: one.name)
    except OSError:
        found.append(_closed(_name(folder, root), "closed"))
        return []


def _ending(path: Path) -> str:
    return path.suffix.lower()


def _name(path: Path, root: Path) -> str:
    """The name with composed letters, unless another file beside it has that name."""
    name = path.relative_to(root).as_posix()
    composed = unicodedata.normalize("NFC", name)
    other = root / composed
    return name if composed != name and other.exists() and not other.samefile(path) else composed


def _stays_inside(path: Path, root: Path) -> bool:
    try:
        return path.resolve(strict=True).is_relative_to(root)
    except (OSError, RuntimeError):
        return False


def _templates(root: Path) -> dict[str, str]:
    """The project's own templates by their name in `templates/`; what leads out of the project is left alone."""
    folder = root / "templates"
    files = sorted(path for path in folder.rglob("*.j2") if path.is_file() and _stays_inside(path, root))
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8", "replace") for path in files}


def _attached(root: Path, settings: str, found: list[Diagnostic]) -> dict[str, bytes | None]:
    """Pictures and Word files by name; read only where `styrc.yaml` names them, for a project may hold thousands."""
    attached: dict[str, bytes | None] = {}
    if not any(ending in settings.lower() for ending in _ATTACHED):
        return attached
    for folder, inner, files in os.walk(root):
        inner[:] = sorted(one for one in inner if not one.startswith(".") and one != OUTPUT)
        for path in sorted(Path(folder, file) for file in files if _is_attached(file)):
            if path.is_file() and _stays_inside(path, root):
                name = _name(path, root)
                attached[name] = _beginning(path, name, found) if PurePath(name).name in settings else None
    return attached


def _series(files: Mapping[str, Path], found: list[Diagnostic]) -> dict[str, bytes]:
    """The beginnings of the files that may hold outcomes; a project may hold other tables that are none of ours."""
    folders = [words_in(language).report.outcomes for language in languages()] if files else []
    read = {name: _beginning(path, name, found) for name, path in files.items() if _is_below(name, folders)}
    return {name: data for name, data in read.items() if data is not None}


def _is_below(name: str, folders: Collection[str]) -> bool:
    return any(folder.name.casefold() in folders for folder in PurePath(name).parents)


def _is_attached(file: str) -> bool:
    return not file.startswith(".") and PurePath(file).suffix.lower() in _ATTACHED


def _beginning(path: Path, name: str, found: list[Diagnostic]) -> bytes | None:
    """As much of a file as any may hold; a file that the system will not open is told."""
    try:
        with path.open("rb") as file:
            return file.read(_MOST_READ)
    except OSError:
        found.append(_closed(name, "closed"))
        return None


def _schemas(root: Path, found: list[Diagnostic]) -> dict[str, bytes]:
    """The steering models at hand, by the name a reader would look for; a project's own comes before ours."""
    own, models = root / "schemas", {path.stem: path for path in builtin("schemas").glob("*.yaml")}
    for path in sorted(own.glob("*.yaml")) if own.is_dir() else ():
        if _stays_inside(path, root):
            models[unicodedata.normalize("NFC", path.stem)] = path
        else:
            found.append(_closed(_name(path, root)))
    return _read(dict(sorted(models.items())), found)
