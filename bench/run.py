"""Measure styrc as whole processes: `styrc check` against the floor at three sizes, start-up, and peak memory.

`python bench/run.py [RUNS]`: each figure is the median of RUNS (7 when not said). The programs take turns, so that a
slow moment of the machine falls on all of them.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import generate

SIZES = (1_000, 5_000, 20_000)
_HERE = Path(__file__).parent
_ROOT = _HERE.parent
_STYRC = (sys.executable, "-m", "styrc")
_KILOBYTES_IN_A_MEGABYTE = 1024


@dataclass(frozen=True)
class Took:
    """Seconds on the wall and peak memory in megabytes, medians of several runs."""

    seconds: float
    megabytes: float


def measure(programs: dict[str, tuple[str, ...]], runs: int) -> dict[str, Took]:
    """Run each program several times, in turns; the first round warms the disk and is not counted."""
    found: dict[str, list[Took]] = {name: [] for name in programs}
    for round_ in range(runs + 1):
        for name, command in programs.items():
            took = once(command)
            if round_:
                found[name].append(took)
    return {
        name: Took(median(one.seconds for one in took), median(one.megabytes for one in took))
        for name, took in found.items()
    }


def once(command: tuple[str, ...]) -> Took:
    """One run of a program from start to end; what it says is thrown away, and it must succeed."""
    quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    environment = {**os.environ, "PYTHONPATH": str(_ROOT), "PYTHONDONTWRITEBYTECODE": ""}
    start = time.perf_counter()
    child = os.posix_spawn(command[0], command, environment, file_actions=quiet)
    _, status, used = os.wait4(child, 0)
    seconds = time.perf_counter() - start
    if status:
        raise SystemExit(f"{' '.join(command)} failed")
    return Took(seconds, used.ru_maxrss / _KILOBYTES_IN_A_MEGABYTE)


def main(runs: int) -> None:
    """Print all figures."""
    print(f"Python {sys.version.split()[0]}, median of {runs} runs of whole processes\n")
    started = measure({"python": (sys.executable, "-c", "pass"), "styrc": (*_STYRC, "--version")}, max(runs, 11))
    bare, ours = started["python"].seconds, started["styrc"].seconds
    print(f"styrc --version {ours * 1000:.0f} ms, python -c pass {bare * 1000:.0f} ms: {ours / bare:.1f} times\n")
    print("elements   styrc check      floor   times   peak memory   µs for one element more")
    before = None
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            elements = generate.write(size, Path(folder))
            floor = (sys.executable, str(_HERE / "floor.py"), folder)
            took = measure({"styrc": (*_STYRC, "check", folder), "floor": floor}, runs)
        check, least = took["styrc"], took["floor"].seconds
        more = f"{(check.seconds - before[1]) / (elements - before[0]) * 1e6:26.0f}" if before else ""
        ratio = f"{least:8.2f} s {check.seconds / least:7.2f}"
        print(f"{elements:8} {check.seconds:11.2f} s {ratio} {check.megabytes:10.0f} MB{more}")
        before = elements, check.seconds


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
