"""The handbook is tried as its reader would: links lead somewhere, files can be read, commands answer what is shown.

A page is a script over a copy of the example project:

- `path`: before a block of `yaml`, `json` or `jinja` makes it a new file; before a `diff` block, a change of one.
- A `console` block holds commands after `$ ` and below each what it prints; nothing below means anything.
  `console utgång 1` is the exit code of the block's styrc commands. A line of only `…` stands for any lines.
- A `yaml` block must be readable; `yaml fel` shows how not to write.

`python tests/test_handbook.py` writes into the pages what the commands print now, where nothing is left out by `…`.
"""

from __future__ import annotations

import contextlib
import difflib
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from model import needs

from styrc.cli import main
from styrc.quantity import Misread, read_date, read_money, read_number, read_period, read_target, read_year
from styrc.rule import catalogue
from styrc.words import words_in
from styrc.yaml_text import parse

pytestmark = needs("leksand")

ROOT = Path(__file__).parent.parent
HANDBOOK = ROOT / "docs/handbok"
PAGES = sorted(HANDBOOK.glob("*.md"))
MOST_WORDS = 25
ANYTHING = "…"

_BLOCK = re.compile(r"(?:^`(?P<file>[^`\n]+)`:\n\n)?^```(?P<mark>[^\n]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_SETTING = {"PATH": os.environ["PATH"], "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"} | {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "Kim Ek"), ("EMAIL", "kim@example.se"), ("DATE", "2026-10-01T09:00:00"))
}


@dataclass(frozen=True, slots=True)
class Block:
    """A block of code on a page: its mark, the file it is about, and its text."""

    mark: str
    file: str
    body: str


@dataclass(slots=True)
class Step:
    """A command on a page, what the page says that it answers, and what it did answer."""

    command: str
    code: int
    shown: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    ended: int = 0

    @property
    def went(self) -> bool:
        """Whether it ended as the page says."""
        return self.ended == (self.code if self.command.startswith("styrc") else 0)

    @property
    def fits(self) -> bool:
        """Whether the answer is what the page shows."""
        return not self.shown or alike(self.shown, self.told)


def alike(shown: list[str], told: list[str]) -> bool:
    """Whether lines are those shown, where a line of only `…` stands for any number of them."""
    if not shown:
        return not told
    if shown[0] == ANYTHING:
        return any(alike(shown[1:], told[start:]) for start in range(len(told) + 1))
    return bool(told) and shown[0] == told[0] and alike(shown[1:], told[1:])


def blocks(page: Path) -> list[Block]:
    """All blocks of code on a page, in order."""
    return [Block(one["mark"], one["file"] or "", one["body"]) for one in _BLOCK.finditer(page.read_text("utf-8"))]


def prose(page: Path) -> str:
    """A page without its blocks of code."""
    return _BLOCK.sub("", page.read_text("utf-8"))


def steps(block: Block) -> list[Step]:
    """The commands of a console block."""
    code = int(block.mark.partition("utgång")[2] or 0)
    found: list[Step] = []
    for line in block.body.rstrip("\n").split("\n"):
        if line.startswith("$ "):
            found.append(Step(line[2:], code))
        else:
            found[-1].shown.append(line)
    return found


def played(page: Path, project: Path) -> Iterator[list[Step]]:
    """Do everything that a page tells, in a copy of the example; the steps of each console block as they went."""
    ignored = shutil.ignore_patterns("bygge")
    shutil.copytree(ROOT / "examples/leksand", project, ignore=ignored)
    if any(command.startswith("git ") for block in consoles(page) for command in block.body.split("$ ")):
        for line in ("init --quiet --initial-branch=main", "add .", "commit --quiet --message start"):
            run(f"git {line}", project)
    for block in blocks(page):
        if block.mark == "diff" and block.file:
            change(project / block.file, block.body)
        elif block.mark in ("yaml", "jinja", "json") and block.file:
            (project / block.file).parent.mkdir(parents=True, exist_ok=True)
            (project / block.file).write_text(block.body, "utf-8")
        elif block.mark.startswith("console"):
            done = steps(block)
            for step in done:
                step.ended, step.told = run(step.command, project)
            yield done


def consoles(page: Path) -> list[Block]:
    """The console blocks of a page."""
    return [block for block in blocks(page) if block.mark.startswith("console")]


def change(path: Path, difference: str) -> None:
    """Apply a change; each group of lines that go must be in the file."""
    text = path.read_text("utf-8")
    for hunk in re.finditer(r"(?P<old>(?:^-.*\n)+)(?P<new>(?:^\+.*\n)*)", difference, re.MULTILINE):
        old, new = (re.sub(r"^.", "", hunk[part], flags=re.MULTILINE) for part in ("old", "new"))
        assert old in text, f"{path.name} has no {old!r}"
        text = text.replace(old, new, 1)
    path.write_text(text, "utf-8")


def run(command: str, folder: Path) -> tuple[int, list[str]]:
    """Run one of the commands that a page may hold: how it ended, and the lines that it printed."""
    program, *rest = shlex.split(command)
    assert program in ("styrc", "git", "cp", "mkdir"), command
    if program == "styrc":
        told = io.StringIO()
        with contextlib.chdir(folder), contextlib.redirect_stdout(told), contextlib.redirect_stderr(told):
            return main(rest), lines(told.getvalue())
    done = subprocess.run(  # noqa: S603 - commands of our own pages
        [program, *rest], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, cwd=folder, env=_SETTING
    )
    return done.returncode, lines(done.stdout.decode())


def lines(text: str) -> list[str]:
    """What was printed, line by line, without what the eye does not see."""
    return [one.rstrip() for one in text.strip("\n").split("\n")]


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("STYRC_LANG", "NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


def named(page: Path) -> str:
    return page.name


@pytest.mark.parametrize("page", [page for page in PAGES if consoles(page)], ids=named)
def test_commands_answer_what_is_shown(page: Path, tmp_path: Path) -> None:
    for done in played(page, tmp_path / "leksand"):
        for step in done:
            assert step.went, f"{step.command} ended with {step.ended}: {step.told}"
            difference = "\n".join(difflib.unified_diff(step.shown, step.told, "page", step.command, lineterm=""))
            assert step.fits, f"{difference}\n\nRun python tests/test_handbook.py if the page is to change."


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_yaml_can_be_read(page: Path) -> None:
    for block in blocks(page):
        assert block.mark.split(" ")[0] in ("yaml", "console", "diff", "text", "json", "jinja", "markdown"), block.mark
        if block.mark == "yaml":
            assert parse(block.body).faults == (), block.body


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", prose(page)):
        if "://" not in target:
            name, _, anchor = target.partition("#")
            other = page.parent / name if name else page
            assert other.exists(), target
            assert not anchor or anchor in anchors(other), target


def anchors(page: Path) -> set[str]:
    """The anchors that a page's headings get."""
    heads = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", head.lower()).strip().replace(" ", "-") for head in heads}


def test_commands_in_running_text_exist(tmp_path: Path) -> None:
    """What a page says in passing can be run: selections select something, options are known."""
    shutil.copytree(ROOT / "examples/leksand", tmp_path / "leksand", ignore=shutil.ignore_patterns("bygge"))
    text = re.sub(r"^#.*$", "", "".join(map(prose, PAGES)), flags=re.MULTILINE)
    rows = text.partition("| Skriv | så får du |")[2].partition("\n\n")[0]
    selections = [f"styrc ls {row}" for row in re.findall(r"^\| `([^`]+)`", rows, re.MULTILINE)]
    assert selections
    for command in sorted({*re.findall(r"`(styrc [a-z][^`]*)`", text), *selections}):
        ended, told = run(command, tmp_path / "leksand")
        assert ended == 0, f"{command}: {told}"


def test_every_page_is_reached_from_the_first() -> None:
    first = (HANDBOOK / "README.md").read_text("utf-8")
    assert [page.name for page in PAGES if page.name != "README.md" and f"]({page.name})" not in first] == []


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_sentences_are_short(page: Path) -> None:
    assert [one for one in sentences(prose(page)) if len(one.split()) > MOST_WORDS] == []


def sentences(text: str) -> Iterator[str]:
    """The sentences of a page; a row of a table, a heading and a point in a list begin anew."""
    text = re.sub(r"\[\^\w+\](?!:)|(?<=\])\([^)]*\)", "", text)
    for part in re.split(r"\n\s*\n|\n(?=\s*(?:[-|#>]|\d+\.|\[\^))|\|", text):
        yield from re.split(r"(?<=[.!?]) (?=[A-ZÅÄÖ`”*_\[])", " ".join(part.split()))


def test_rules_are_called_by_their_names() -> None:
    """`STY203 Okänd hänvisning` in a table is the rule's own title; no code is mentioned that does not exist."""
    for page in PAGES:
        text = page.read_text("utf-8")
        for code in re.findall(r"STY\d{3}", text):
            assert code in catalogue(), f"{page.name}: {code}"
        for code, title in re.findall(r"^\| (STY\d{3}) ([^|]+?) \|", text, re.MULTILINE):
            assert catalogue()[code].title.sv == title, page.name


READERS: dict[str, Callable[[str], object]] = {
    "Tal": read_number,
    "Belopp": read_money,
    "Målvärden": lambda text: read_target(text, words_in("sv")),
    "Datum": lambda text: read_date(text, words_in("sv")),
    "Årtal": read_year,
    "Perioder": lambda text: read_period(text, words_in("sv")),
}


@pytest.mark.parametrize("name", READERS)
def test_values_are_read_as_the_handbook_says(name: str) -> None:
    """In the tables of `varden.md`, what is to be written is read and what is not to be written is refused."""
    page = (HANDBOOK / "varden.md").read_text("utf-8")
    section = page.partition(f"\n## {name}\n")[2].partition("\n## ")[0]
    rows = [line.split("|")[1:-1] for line in section.split("\n") if line.startswith("| ") and "---" not in line][1:]
    assert rows
    for _, right, wrong in rows:
        for value in re.findall(r"`([^`]+)`", right):
            READERS[name](value)
        for value in re.findall(r"`([^`]+)`", wrong):
            with pytest.raises(Misread):
                READERS[name](value)


@pytest.mark.parametrize(
    ("shown", "fits"),
    [
        ("ett två tre", True),
        ("ett …", True),
        ("… tre", True),
        ("ett … tre", True),
        ("ett", False),
        ("ett … fyra", False),
    ],
)
def test_a_shown_answer_may_leave_lines_out(shown: str, *, fits: bool) -> None:
    assert alike(shown.split(), ["ett", "två", "tre"]) is fits


def rewrite(page: Path) -> bool:
    """Write what the commands of a page answer now; whether something changed."""
    text = page.read_text("utf-8")
    with tempfile.TemporaryDirectory() as folder:
        answers = list(played(page, Path(folder) / "leksand"))
    for block, done in zip(consoles(page), answers, strict=True):
        body = ""
        for step in done:
            kept = step.shown if step.fits or ANYTHING in step.shown or not step.went else step.told
            body += "\n".join([f"$ {step.command}", *kept]) + "\n"
        text = text.replace(f"```{block.mark}\n{block.body}```", f"```{block.mark}\n{body}```", 1)
    changed = text != page.read_text("utf-8")
    page.write_text(text, "utf-8")
    return changed


if __name__ == "__main__":
    for setting in ("STYRC_LANG", "NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        os.environ.pop(setting, None)
    for one in PAGES:
        if consoles(one) and rewrite(one):
            sys.stdout.write(f"wrote {one.relative_to(ROOT)}\n")
