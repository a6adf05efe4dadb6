"""Files by path -> a folder on disk, moved into place when all is written: a failed build leaves the last good one."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

_MARK = ".styrc"
_MARK_TEXT = "styrc made this folder and puts a new one in its place at the next build.\n"


class ForeignFolderError(Exception):
    """The output folder holds something that styrc did not make; it is left alone."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self.folder = folder


def written_whole(files: Mapping[str, str | bytes], output: Path) -> None:
    """Write all files beside the output folder, then let the new folder take its place."""
    if output.is_symlink() or (output.exists() and not _is_ours(output)):
        raise ForeignFolderError(output)
    output.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{output.name}-", dir=output.parent))
    try:
        (fresh / _MARK).write_text(_MARK_TEXT, "utf-8", newline="\n")
        for name, content in files.items():
            path = fresh / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        fresh.chmod(0o755)
        _swap(fresh, output)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


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
