"""A document in, HTML out: its blocks as a fragment, or a whole page of the site around them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from styrc.blocks import Document, Inlines
from styrc.dress import PLAIN, Dress
from styrc.render.environment import environment
from styrc.render.html_blocks import HtmlBlocks
from styrc.render.html_inlines import Html, Resolve
from styrc.text import Text

__all__ = ["Resolve", "Shell", "Way", "body", "page"]

_WORDS = {
    "skip": Text("Hoppa till innehållet", "Skip to the content"),
    "menu": Text("Huvudmeny", "Main menu"),
    "breadcrumbs": Text("Du är här", "You are here"),
    "downloads": Text("Ladda ner", "Download"),
    "data": Text("Öppna data", "Open data"),
    "changed": Text("Senast ändrad genom beslut", "Last changed by decision"),
    "search": Text("Sök i planerna", "Search the plans"),
    "none": Text("Inga träffar.", "Nothing found."),
    "one": Text("1 träff", "1 found"),
    "some": Text("# träffar", "# found"),
    "many": Text("# träffar, de # som passar bäst visas", "# found, the best # are shown"),
    "sources": Text("Byggd ur", "Built from"),
}


@dataclass(frozen=True, slots=True)
class Way:
    """A way on in the site's navigation."""

    title: str
    target: str
    is_here: bool = False


@dataclass(frozen=True, slots=True)
class Shell:
    """What stands around a document on every page of the site; stylesheets are addresses seen from the page."""

    municipality: str
    home: str
    stylesheets: tuple[str, ...]
    navigation: tuple[Way, ...] = ()
    breadcrumbs: tuple[Way, ...] = ()
    downloads: tuple[Way, ...] = ()
    changed: date | None = None
    sources: tuple[Inlines, ...] = ()
    footer: Inlines = ()
    dress: Dress = PLAIN
    logo: str = ""  # where its picture lies
    data: tuple[Way, ...] = ()  # the page's content for programs
    search: str = ""  # where the script lies that searches the site
    canonical: str = ""  # the page's whole address on the web


def page(document: Document, shell: Shell, resolve: Resolve) -> str:
    """A whole page: the site's head, the document and the site's foot."""
    blocks = HtmlBlocks(document, resolve)
    words = {name: text.speak(document.language) for name, text in _WORDS.items()}
    template = environment().get_template("html/page.html.j2")
    return template.render(
        document=document,
        shell=shell,
        body=_markup(blocks.document()),
        address=blocks.address,
        line=lambda inlines: _markup(blocks.line(inlines)),
        words=words,
    )


def _markup(html: Html) -> Markup:
    """Our own HTML, as Jinja knows it."""
    return Markup(html)  # noqa: S704 - escaped where it was written


def body(document: Document, resolve: Resolve) -> Html:
    """The document alone, as a fragment that begins with its title."""
    return HtmlBlocks(document, resolve).document()
