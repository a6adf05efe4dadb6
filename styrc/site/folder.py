"""Files by path -> a folder on disk, moved into place when all is written: a failed build leaves the last good one."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from styrc.site.last import Kept, LastBuild, marker

_MARK = ".styrc"


class ForeignFolderError(Exception):
    """The output folder holds something that styrc did not make; it is left alone."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self.folder = folder


@dataclass
class Fresh:
    """A folder that is being filled, and what the last build left in the one that it replaces."""

    root: Path
    last: LastBuild
    names: list[str] = field(default_factory=list)
    kept: dict[str, Kept] = field(default_factory=dict)

    def write(self, name: str, content: str | bytes, kept: Kept | None = None) -> None:
        """Write a file; with `kept`, the next build may take it from here instead of making it anew."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        self.names.append(name)
        if kept is not None:
            self.kept[name] = kept


@contextmanager
def replacing(output: Path) -> Iterator[Fresh]:
    """A new folder to fill, which takes the place of `output` at the end.

    Raises ForeignFolderError before anything is made where the folder holds what styrc did not make.
    """
    if output.is_symlink() or (output.exists() and not _is_ours(output)):
        raise ForeignFolderError(output)
    output.parent.mkdir(parents=True, exist_ok=True)
    root = Path(tempfile.mkdtemp(prefix=f".{output.name}-", dir=output.parent))
    try:
        fresh = Fresh(root, LastBuild(output, _MARK))
        yield fresh
        (root / _MARK).write_bytes(marker(fresh.kept).encode("utf-8"))
        root.chmod(0o755)
        _swap(root, output)
    finally:
        shutil.rmtree(root, ignore_errors=True)


def _is_ours(folder: Path) -> bool:
    return folder.is_dir() and ((folder / _MARK).is_file() or not any(folder.iterdir()))


def _swap(fresh: Path, output: Path) -> None:
    """Two renames: the old folder aside, the new one in; the old one back if that fails."""
    if not output.exists():
        fresh.rename(output)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{output.name}-old-", dir=output.parent)) / output.name
    output.rename(old)
    try:
        fresh.rename(output)
    except OSError:
        old.rename(output)
        raise
    finally:
        shutil.rmtree(old.parent, ignore_errors=True)
