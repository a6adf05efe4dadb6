"""A Compilation -> a site in a folder: pages for people, the documents in other formats beside them; whole or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from styrc.compiler import Compilation
from styrc.diagnostic import Severity
from styrc.render.template import Templates
from styrc.rule import severity
from styrc.site.folder import replacing
from styrc.site.making import FORMATS, Site, Wish

__all__ = ["FORMATS", "BuildResult", "Wish", "build_site"]


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What was made: the number of files, the documents stamped as drafts because of errors, and the page to open.

    `missing` has the signs that the font of print lacks, by the title of each document that has some.
    """

    files: int
    drafts: tuple[str, ...]
    start: Path
    missing: Mapping[str, tuple[str, ...]]


def build_site(
    compilation: Compilation,
    output: Path,
    *,
    templates: dict[str, str],
    wish: Wish | None = None,
    progress: Callable[[str], None] = lambda _: None,
) -> BuildResult:
    """Make all that is wished for. Raises ForeignFolderError where the folder holds what styrc did not make."""
    plan = compilation.plan
    assert plan is not None  # noqa: S101 - a caller without a plan has a bug
    site = Site(plan, _faults(compilation), Templates(templates), wish or Wish())
    with replacing(output) as fresh:
        for name, content, kept in site.files(fresh.last, progress):
            fresh.write(name, content, kept)
    start = "index.html" if "index.html" in fresh.names else next(iter(fresh.names), "")
    return BuildResult(len(fresh.names), site.drafts(), output / start, site.missing)


def _faults(compilation: Compilation) -> Counter[str]:
    """How many errors there are in each file."""
    return Counter(one.place.file for one in compilation.diagnostics if severity(one) is Severity.ERROR)
