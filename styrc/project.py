"""A folder on disk -> a Project: its files as bytes, and the steering model it names. Only this module and the output reach the disk."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from styrc.diagnostic import Diagnostic
from styrc.resources import builtin
from styrc.source import Place

SETTINGS = "styrc.yaml"
OUTPUT = "bygge"
_OWN_FOLDERS = ("schemas", "templates", OUTPUT)
_PLANS = (".yaml", ".yml")
_TEXTS = (".md",)


class CannotBeginError(Exception):
    """There is nothing to compile; `code` leads to the words and `values` fill them."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


@dataclass(frozen=True, slots=True)
class Project:
    """The files of a project by name (with `/` on every system), and what kept others from being read."""

    root: Path
    plans: Mapping[str, bytes]
    texts: Mapping[str, bytes]
    settings: bytes
    schemas: Mapping[str, bytes]
    found: tuple[Diagnostic, ...] = field(default=())


def open_project(folder: Path) -> Project:
    """Read a project's files. Raises CannotBeginError where there is no folder or no `styrc.yaml` in it or above it."""
    root = _root(folder)
    found: list[Diagnostic] = []
    files = dict(_files(root, root, found))
    return Project(
        root=root,
        plans={name: path.read_bytes() for name, path in files.items() if name != SETTINGS and path.suffix in _PLANS},
        texts={name: path.read_bytes() for name, path in files.items() if path.suffix in _TEXTS},
        settings=(root / SETTINGS).read_bytes(),
        schemas=_schemas(root),
        found=tuple(found),
    )


def _root(folder: Path) -> Path:
    if not folder.is_dir():
        raise CannotBeginError("no folder", folder=str(folder))
    folder = folder.resolve()
    for place in (folder, *folder.parents):
        if (place / SETTINGS).is_file():
            return place
    raise CannotBeginError("no settings", folder=str(folder))


def _files(folder: Path, root: Path, found: list[Diagnostic]) -> Iterator[tuple[str, Path]]:
    """Every plan and text below a folder, by name; links that lead out of the project are told and left alone."""
    for entry in sorted(os.scandir(folder), key=lambda one: one.name):
        path = Path(entry.path)
        name = path.relative_to(root).as_posix()
        if entry.name.startswith("."):
            continue
        if entry.is_symlink() and not _stays_inside(path, root):
            if path.suffix in (*_PLANS, *_TEXTS) or path.is_dir():
                found.append(Diagnostic("STY009", Place(name), {"file": name}))
            continue
        if entry.is_dir():
            if not (folder == root and entry.name in _OWN_FOLDERS) and not _loops(path):
                yield from _files(path, root, found)
        elif entry.is_file() and path.suffix in (*_PLANS, *_TEXTS):
            yield name, path


def _stays_inside(path: Path, root: Path) -> bool:
    try:
        return path.resolve(strict=True).is_relative_to(root)
    except (OSError, RuntimeError):
        return False


def _loops(path: Path) -> bool:
    """Whether a linked folder leads back to a folder above it."""
    return path.is_symlink() and path.parent.resolve().is_relative_to(path.resolve())


def _schemas(root: Path) -> dict[str, bytes]:
    """The steering models at hand, by the name a reader would look for; a project's own comes before ours."""
    own, ours = root / "schemas", builtin("schemas")
    found = {path.stem: path for path in sorted(ours.glob("*.yaml"))}
    if own.is_dir():
        found |= {path.stem: path for path in sorted(own.glob("*.yaml")) if _stays_inside(path, root)}
    return {name: path.read_bytes() for name, path in found.items()}
