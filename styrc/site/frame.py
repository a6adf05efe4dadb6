"""A page of the site -> what stands around it: menu, the way to it, downloads, when it was last changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import PurePosixPath

from styrc.blocks import PAGE, Link, Run, slug
from styrc.element import Document
from styrc.render import labels
from styrc.render.html import Shell, Way
from styrc.site.address import INDICATORS, STATEMENT, relative
from styrc.site.search import SCRIPT
from styrc.site.view import SiteView, is_yearly
from styrc.site.ways import Ways
from styrc.text import Text

_NAMES = {
    "pdf": Text("PDF", "PDF"),
    "word": Text("Word", "Word"),
    "markdown": Text("Markdown", "Markdown"),
}
"""The formats that people read, in the order in which they are offered."""
_BRIEF = Text("I korthet", "In brief")


@dataclass(frozen=True)
class Frame:
    """Makes the shells of a site's pages."""

    view: SiteView
    formats: frozenset[str]
    ways: Ways
    has_statement: bool

    @cached_property
    def logo(self) -> str:
        """Where the logo lies; nothing where there is none."""
        logo = self.view.plan.municipality.dress.logo
        return f"logo{PurePosixPath(logo.name).suffix.lower()}" if logo else ""

    def published(self, path: str) -> str:
        """The whole address of a page on the web; nothing where the municipality has not said where the site lies."""
        start = self.view.plan.municipality.dress.web_address
        return start + path.removesuffix("index.html") if start and self.ways.has_pages else ""

    def of_document(self, document: Document, path: str, data: Iterable[tuple[str, str]], *, brief: str) -> Shell:
        """The shell of a document's page, with its open data as names and paths, and the path of its short version."""
        short = (Way(self.view.say(_BRIEF), relative(path, brief)),) if brief else ()
        open_data = tuple(Way(name, relative(path, to)) for name, to in data)
        above = self._above_document(document)
        return self._shell(document.title, path, above, _changed(document), (*short, *self._downloads(path)), open_data)

    def of_brief(self, document: Document, title: str, path: str) -> Shell:
        """The shell of the page with a document's short version, which stands below the whole of it."""
        whole = (document.title, self.view.addresses.documents[document.id])
        above = (*self._above_document(document), whole)
        return self._shell(title, path, above, _changed(document), self._downloads(path), ())

    def _downloads(self, path: str) -> tuple[Way, ...]:
        """The same in the other formats, beside the page."""
        read = (form for form in _NAMES if form in self.formats)
        return tuple(Way(self.view.say(_NAMES[form]), relative(path, self.ways.beside(path, form))) for form in read)

    def of_page(self, title: str, path: str) -> Shell:
        """The shell of another page, which is as new as the latest decision that it could tell of."""
        return self._shell(title, path, self._above_page(path), self._latest, (), ())

    @cached_property
    def _latest(self) -> date | None:
        decisions = (one.decision for one in self.view.plan.documents.values() if one.decided)
        return max((one.day for one in decisions if one and one.day), default=None)

    def _shell(
        self,
        title: str,
        path: str,
        above: tuple[tuple[str, str], ...],
        changed: date | None,
        downloads: tuple[Way, ...],
        data: tuple[Way, ...],
    ) -> Shell:
        dress, whole = self.view.plan.municipality.dress, self.ways.has_pages
        menu = tuple(Way(name, relative(path, to), is_here=to == path) for name, to in self.view.addresses.menu)
        trail = (*(Way(name, relative(path, to)) for name, to in above), Way(title, relative(path, path), is_here=True))
        return Shell(
            municipality=self.view.name,
            home=relative(path, "index.html") if whole else "",
            stylesheets=(relative(path, "style.css"),),
            navigation=menu if whole else (),
            breadcrumbs=trail if whole and above else (),
            downloads=downloads,
            data=data,
            changed=changed,
            footer=self._foot(),
            canonical=self.published(path),
            search=relative(path, SCRIPT) if whole else "",
            dress=dress,
            logo=relative(path, self.logo) if self.logo else "",
        )

    def _foot(self) -> tuple[Run | Link, ...]:
        said = Run(self.view.say(labels.FOOTER))
        if not (self.has_statement and self.ways.has_pages):
            return (said,)
        return said, Run(" "), Link(PAGE + self.view.addresses.statement, (Run(self.view.say(STATEMENT)),))

    # The way to a page

    @property
    def _start(self) -> tuple[str, str]:
        return self.view.say(labels.START), "index.html"

    def _above_document(self, document: Document) -> tuple[tuple[str, str], ...]:
        """A document stands on the start page under its year, or among those that hold for several."""
        if not is_yearly(document):
            return self._start, self._part(self.view.say(labels.RUNNING))
        year = document.period.start.year
        return (self._start, self._part(str(year))) if year in self.view.years else (self._start,)

    def _above_page(self, path: str) -> tuple[tuple[str, str], ...]:
        addresses = self.view.addresses
        if path == "index.html":
            return ()
        if path in addresses.areas.values():
            return self._start, (self.view.say(labels.THREAD), addresses.thread)
        if path in addresses.indicators.values():
            return self._start, (self.view.say(INDICATORS), addresses.indicator_index)
        if path in addresses.kinds.values():
            return self._start, self._part(self.view.say(labels.CONTENT))
        entry = next((name for (name, _), to in addresses.outside.items() if to == path), None)
        if entry is not None:
            title = next(title for title, to in addresses.menu if to == addresses.lists[entry])
            return self._start, (title, addresses.lists[entry])
        return (self._start,)

    def _part(self, heading: str) -> tuple[str, str]:
        """A part of the start page, by its heading."""
        return heading, f"index.html#{slug(heading)}"


def _changed(document: Document) -> date | None:
    """The day of the decision that made a document what it is; None where it is not decided."""
    return document.decision.day if document.decision and document.decided else None
