"""The example project with other files laid over it, for tests of what the compiler says."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from styrc.compiler import Compilation, compile_project
from styrc.project import open_project

_UNMARKED = re.compile(r" +# <- STY.*")
"""Marks that a table, or a text in Markdown, would read as a part of itself."""
PROJECT = Path(__file__).parents[1] / "styrc" / "rules" / "example" / "project"


@dataclass(frozen=True)
class Overlay:
    """Files to lay over a project, the example if no other is named, or a project of their own."""

    files: Mapping[str, str]
    alone: bool = False
    encoding: str = "utf-8"
    size: int = 0
    symlink: Mapping[str, str] = field(default_factory=dict)
    base: Path = PROJECT

    def write(self, folder: Path) -> Path:
        """The project on disk, below a folder of its own."""
        root = folder / "projekt"
        if self.alone:
            root.mkdir()
        else:
            shutil.copytree(self.base, root)
        for name, text in self.files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(self._bytes(_UNMARKED.sub("", text) if name.endswith((".csv", ".md")) else text))
        for name, target in self.symlink.items():
            (root / name).symlink_to(target)
        return root

    def _bytes(self, text: str) -> bytes:
        data = text.encode(self.encoding)
        return data + b"# \n" * max(0, (self.size - len(data)) // 3)

    def compiled(self, folder: Path) -> Compilation:
        """What the compiler makes of it."""
        return compile_project(open_project(self.write(folder)))

    def marked(self) -> list[tuple[str, str, int]]:
        """What the marks `<- STY…` at the ends of lines ask for: code, file and line."""
        found = []
        for name, text in self.files.items():
            for number, line in enumerate(text.split("\n"), 1):
                _, mark, codes = line.rpartition("<- ")
                found += [(one, name, number) for one in re.findall(r"STY\d{3}", codes)] if mark else []
        return sorted(found)


def found_in(compilation: Compilation) -> list[tuple[str, str, int]]:
    """The code, file and line of every finding."""
    return sorted((one.code, one.place.file, compilation.span(one.place).line) for one in compilation.diagnostics)
