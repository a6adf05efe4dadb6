"""A Compilation -> a site in a folder: pages for people, the documents as Markdown beside them; whole or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from styrc.blocks import Document as Blocks
from styrc.blocks import Run
from styrc.compiler import Compilation
from styrc.diagnostic import Severity
from styrc.plan import Plan
from styrc.render import labels, language_of, render
from styrc.render.html import Shell, Way, page
from styrc.render.markdown import markdown
from styrc.render.style import style
from styrc.render.template import Templates
from styrc.resources import builtin
from styrc.rule import severity
from styrc.site.address import Addresses, relative
from styrc.site.folder import written_whole
from styrc.site.pages import pages
from styrc.site.view import SiteView

FORMATS = frozenset({"html", "markdown"})


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What was made: the number of files, the documents stamped as drafts because of errors, and the page to open."""

    files: int
    drafts: tuple[str, ...]
    start: Path


def build_site(
    compilation: Compilation,
    output: Path,
    *,
    templates: dict[str, str],
    formats: frozenset[str] = FORMATS,
    progress: Callable[[str], None] = lambda _: None,
) -> BuildResult:
    """Make every page. Raises ForeignFolderError where the folder holds something that styrc did not make."""
    plan = compilation.plan
    assert plan is not None  # noqa: S101 - a caller without a plan has a bug
    site = _Site(plan, _faults(compilation), Templates(templates), formats)
    files: dict[str, str | bytes] = {}
    for name, content in site.files():
        progress(name)
        files[name] = content
    written_whole(files, output)
    start = "index.html" if "html" in formats else min(files)
    return BuildResult(len(files), site.drafts(), output / start)


def _faults(compilation: Compilation) -> Counter[str]:
    """How many errors there are in each file."""
    return Counter(one.place.file for one in compilation.diagnostics if severity(one) is Severity.ERROR)


class _Site:
    """Knows the plan, where every page lies, and what stands around each of them."""

    def __init__(self, plan: Plan, faults: Counter[str], templates: Templates, formats: frozenset[str]) -> None:
        self.plan, self.templates, self.formats = plan, templates, formats
        self.language = language_of(plan)
        self.faults = {name: sum(faults[file] for file in plan.files_of(one)) for name, one in plan.documents.items()}
        self.addresses = Addresses(plan, self.language)
        self.dress = plan.municipality.dress
        self.logo = f"logo{PurePosixPath(self.dress.logo.name).suffix.lower()}" if self.dress.logo else ""

    def drafts(self) -> tuple[str, ...]:
        """The documents that have errors, by title."""
        return tuple(self.plan.documents[name].title for name, count in self.faults.items() if count)

    def files(self) -> Iterator[tuple[str, str | bytes]]:
        """Every file of the site by its path."""
        for name, document in self.plan.documents.items():
            made = render(self.plan, document, self.templates, self.faults[name])
            path = self.addresses.documents[name]
            if "html" in self.formats:
                yield path, self._html(made, path, _beside(path))
            if "markdown" in self.formats:
                yield _beside(path), markdown(made, self._resolver(_beside(path), ".md"))
        if "html" in self.formats:
            yield "style.css", (builtin("templates") / "site.css").read_text("utf-8") + style(self.dress)
            if self.dress.logo is not None:
                yield self.logo, self.dress.logo.data
            for path, made in pages(SiteView(self.plan, self.addresses, self.faults)):
                yield path, self._html(made, path, "")

    def _html(self, made: Blocks, path: str, download: str) -> str:
        say = self.language
        start = Way(labels.START.speak(say), relative(path, "index.html"))
        ways = tuple(Way(title, relative(path, to), is_here=to == path) for title, to in self.addresses.menu)
        trail = () if path == "index.html" else (start, Way(made.title, relative(path, path), is_here=True))
        shell = Shell(
            municipality=self.dress.name or self.plan.schema.name,
            home=relative(path, "index.html"),
            stylesheets=(relative(path, "style.css"),),
            navigation=ways,
            breadcrumbs=trail,
            downloads=(Way(labels.MARKDOWN.speak(say), relative(path, download)),)
            if download and "markdown" in self.formats
            else (),
            footer=(Run(labels.FOOTER.speak(say)),),
            dress=self.dress,
            logo=relative(path, self.logo) if self.logo else "",
        )
        return page(made, shell, self._resolver(path, ".html"))

    def _resolver(self, path: str, ending: str) -> Callable[[str], str | None]:
        def resolve(target: str) -> str | None:
            found = self.addresses.of(target)
            if found is None:
                return None
            file, hash_, anchor = found.partition("#")
            if ending == ".md" and file in self.addresses.documents.values():
                file = _beside(file)
            elif ending == ".md":
                return None
            return ("" if file == path and hash_ else relative(path, file)) + hash_ + anchor

        return resolve


def _beside(path: str) -> str:
    return path.removesuffix(".html") + ".md"
