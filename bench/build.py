"""Measure `styrc build` as whole processes: each example made whole and made again, and a large project as text.

`python bench/build.py [RUNS]`: each figure is the median of RUNS (3 when not said).
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median

import generate
from run import Took, once

_ROOT = Path(__file__).parent.parent
_BUILD = (sys.executable, "-m", "styrc", "build", "--draft")
_LARGE = 20_000
_TEXTS = ("--format", "html", "--format", "markdown", "--format", "data")


def main(runs: int) -> None:
    """Print all figures."""
    print(f"Python {sys.version.split()[0]}, median of {runs} runs of whole processes\n")
    print("project      documents    files    whole   peak memory    again")
    for example in sorted(path.parent for path in (_ROOT / "examples").glob("*/styrc.yaml")):
        _told(example.name, example, (), runs)
    with tempfile.TemporaryDirectory() as folder:
        elements = generate.write(_LARGE, Path(folder))
        _told(f"{elements}", Path(folder), _TEXTS, runs)
    print(f"\nThe last line: that many elements, only {', '.join(_TEXTS[1::2])}.")


def _told(name: str, project: Path, more: tuple[str, ...], runs: int) -> None:
    """A row of figures for one project."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "bygge"
        command = (*_BUILD, str(project), "--to", str(output), *more)
        whole = _median([_clean(command, output) for _ in range(runs)])
        again = _median([once(command) for _ in range(runs)])
        files = [path for path in output.rglob("*") if path.is_file()]
        documents = len(list((output / "dokument").glob("*.html")))
        figures = f"{whole.seconds:7.1f} s {whole.megabytes:10.0f} MB {again.seconds:7.1f} s"
        print(f"{name:12} {documents:9} {len(files):8} {figures}")


def _clean(command: tuple[str, ...], output: Path) -> Took:
    shutil.rmtree(output, ignore_errors=True)
    return once(command)


def _median(took: list[Took]) -> Took:
    return Took(median(one.seconds for one in took), median(one.megabytes for one in took))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
