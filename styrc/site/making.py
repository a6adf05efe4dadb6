"""A plan and what is wished for -> every file of the site with its path, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from styrc.blocks import Document as Blocks
from styrc.blocks import Notice, Paragraph, Run, Tone
from styrc.element import Document
from styrc.plan import Plan
from styrc.render import labels, language_of, render, render_brief
from styrc.render.html import Shell, page
from styrc.render.markdown import markdown
from styrc.render.style import style
from styrc.render.template import Templates
from styrc.resources import builtin
from styrc.site import search
from styrc.site.address import Addresses
from styrc.site.frame import Frame
from styrc.site.last import Kept, LastBuild
from styrc.site.open_data import DataFile, OpenData
from styrc.site.pages import pages
from styrc.site.prints import PRINTED, Order, Press
from styrc.site.sitemap import SITEMAP, sitemap
from styrc.site.statement import has_statement, statement
from styrc.site.view import SiteView
from styrc.site.ways import ENDINGS, Ways
from styrc.text import Text

FORMATS = tuple(ENDINGS)
_WORKING_COPY = Text(
    "Detta är en arbetsversion och inte det beslutade dokumentet.",
    "This is a working copy and not the document that was decided.",
)

File = tuple[str, str | bytes, Kept | None]


@dataclass(frozen=True, slots=True)
class Wish:
    """What to make: the formats, the documents by id (all of them where nothing is said), and the draft stamp."""

    formats: frozenset[str] = frozenset(FORMATS)
    documents: frozenset[str] | None = None
    draft: bool = False
    sources: Mapping[str, bytes] = field(default_factory=dict)
    """The project's files by name, where each PDF is to hold those that it was made of."""


class Site:
    """Knows the plan, where every page lies, and which files there are to be."""

    def __init__(self, plan: Plan, faults: Mapping[str, int], templates: Templates, wish: Wish) -> None:
        self.plan, self.templates, self.wish = plan, templates, wish
        self.faults = {
            name: sum(faults.get(file, 0) for file in plan.files_of(one)) for name, one in plan.documents.items()
        }
        chosen = frozenset(plan.documents) if wish.documents is None else wish.documents
        self.documents = {name: one for name, one in plan.documents.items() if name in chosen}
        addresses = Addresses(plan, language_of(plan))
        self.ways = Ways(addresses, chosen, has_pages=wish.documents is None)
        self.view = SiteView(plan, addresses, self.faults)
        self.frame = Frame(self.view, wish.formats, self.ways, has_statement(plan))
        self.data = OpenData(plan)
        self.missing: dict[str, tuple[str, ...]] = {}
        """The signs that the font of print lacks, by the title of what has been printed."""
        self._entries: list[search.Entry] = []
        self._paths: list[str] = []
        """The pages that have been made."""

    def drafts(self) -> tuple[str, ...]:
        """The documents that have errors, by title."""
        return tuple(one.title for name, one in self.documents.items() if self.faults[name])

    def files(self, last: LastBuild, progress: Callable[[str], None]) -> Iterator[File]:
        """Every file with its path, and what the next build is to know of it; `last` is what there is of print."""
        press = Press(self.plan.municipality.dress, self.ways, last)
        for number, document in enumerate(self.documents.values(), 1):
            progress(f"{number}/{len(self.documents)} {document.title}")
            made, brief = self._blocks(document), self._brief(document)
            for path, content in self._texts(document, made, brief):
                yield path, content, None
            for path, blocks in self._versions(document, made, brief):
                if self.wish.formats & PRINTED:
                    yield from self._printed(press, self._order(document, path, blocks))
        if "html" in self.wish.formats:
            for path, text in self._site(progress):
                yield path, text, None

    def _printed(self, press: Press, order: Order) -> Iterator[File]:
        for path, content, kept in press.files(order, self.wish.formats):
            if kept.missing:
                self.missing[order.document.title] = kept.missing
            yield path, content, kept

    def _blocks(self, document: Document) -> Blocks:
        """A document, stamped if that is wished for and nothing in it says already that it is a draft."""
        return self._stamped(document, render(self.plan, document, self.templates, self.faults[document.id]))

    def _brief(self, document: Document) -> Blocks | None:
        """The short version of a document, where it has one."""
        if document.id not in self.view.addresses.briefs:
            return None
        made = render_brief(self.plan, document, self.templates, self.faults[document.id])
        return self._stamped(document, made) if made is not None else None

    def _versions(self, document: Document, made: Blocks, brief: Blocks | None) -> Iterator[tuple[str, Blocks]]:
        """The whole of a document and its short version, each with the path of its page."""
        yield self.view.addresses.documents[document.id], made
        if brief is not None:
            yield self.view.addresses.briefs[document.id], brief

    def _stamped(self, document: Document, made: Blocks) -> Blocks:
        if not self.wish.draft or self.view.is_draft(document):
            return made
        words = (Paragraph((Run(self.view.say(_WORKING_COPY)),)),)
        stamp = Notice(Tone.CAUTION, self.view.say(labels.DRAFT).upper(), words)
        return replace(made, blocks=(stamp, *made.blocks))

    def _order(self, document: Document, path: str, made: Blocks) -> Order:
        """A document as it goes to print."""
        draft = self.wish.draft or self.view.is_draft(document)
        names = sorted(self.plan.files_of(document) & self.wish.sources.keys())
        sources = {name: self.wish.sources[name] for name in names}
        return Order(path, made, draft, sources)

    def _texts(self, document: Document, made: Blocks, brief: Blocks | None) -> Iterator[tuple[str, str]]:
        """A document and its short version in the formats that are text, and the data of the document."""
        path = self.view.addresses.documents[document.id]
        data = self._data(document, path)
        named = [(one.title, one.path) for one in data]
        if "html" in self.wish.formats:
            short = self.view.addresses.briefs[document.id] if brief is not None else ""
            yield path, self._page(made, path, self.frame.of_document(document, path, named, brief=short))
            self._entries += search.entries(made, path, self._about(document))
            if brief is not None:
                yield short, self._page(brief, short, self.frame.of_brief(document, brief.title, short))
        if "markdown" in self.wish.formats:
            for page_path, blocks in self._versions(document, made, brief):
                beside = self.ways.beside(page_path, "markdown")
                yield beside, markdown(blocks, self.ways.resolver(beside, "markdown"))
        yield from ((one.path, one.content) for one in data)

    def _data(self, document: Document, path: str) -> tuple[DataFile, ...]:
        if "data" not in self.wish.formats:
            return ()
        return tuple(self.data.files(document, path.removesuffix(ENDINGS["html"])))

    def _page(self, made: Blocks, path: str, shell: Shell) -> str:
        self._paths.append(path)
        return page(made, shell, self.ways.resolver(path, "html"))

    def _about(self, document: Document) -> Callable[[str], str]:
        """What a search tells of a place in a document: the word for what stands there, and the document."""
        anchors = {anchor: key for key, anchor in self.view.addresses.anchors[document.id].items()}

        def about(anchor: str) -> str:
            if not anchor:
                return document.kind
            key = anchors.get(anchor)
            word = self.plan.schema.word(self.plan.elements[key].kind) if key else ""
            return " · ".join(part for part in (word, document.title) if part)

        return about

    def _site(self, progress: Callable[[str], None]) -> Iterator[tuple[str, str | bytes]]:
        """The pages that are no documents where all documents are made, and what every page needs."""
        dress = self.plan.municipality.dress
        yield "style.css", (builtin("templates") / "site.css").read_text("utf-8") + style(dress)
        if dress.logo is not None:
            yield self.frame.logo, dress.logo.data
        if not self.ways.has_pages:
            return
        for path, made in (*pages(self.view), *statement(self.view, self.templates)):
            progress(made.title)
            yield path, self._page(made, path, self.frame.of_page(made.title, path))
            self._entries += list(search.entries(made, path, lambda _: self.view.name))[:1]
        yield search.SCRIPT, (builtin("templates") / "site" / search.SCRIPT).read_text("utf-8")
        yield search.INDEX, search.index(self._entries)
        if dress.web_address:
            yield SITEMAP, sitemap(self.frame.published(path) for path in sorted(self._paths))
