"""What the pages of a site share: the plan, where things lie, which documents are drafts, words in a language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from styrc.blocks import PAGE, Block, Heading, Inlines, Link, Mark, Paragraph, Run, Tone
from styrc.blocks import Document as Blocks
from styrc.element import Document, Element
from styrc.plan import Plan
from styrc.render import labels
from styrc.site.address import Addresses
from styrc.text import Text


@dataclass(frozen=True)
class SiteView:
    """The plan as the pages see it; `faults` counts the errors in each document."""

    plan: Plan
    addresses: Addresses
    faults: Mapping[str, int]

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years to show, the latest first: those of the project, else the latest that there is a document for."""
        stated = sorted(set(self.plan.municipality.years), reverse=True)
        return tuple(stated or sorted({one.period.start.year for one in self.plan.documents.values()})[-1:])

    @property
    def name(self) -> str:
        """Whose site it is, as the municipality has its name printed."""
        return self.plan.municipality.dress.name or self.plan.schema.name

    def say(self, words: Text, **values: object) -> str:
        """Words in the language of the site."""
        return words.speak(self.addresses.language, values)

    def page(self, title: str, blocks: Iterable[Block]) -> Blocks:
        """A page of its own."""
        return Blocks(title, self.addresses.language, tuple(blocks))

    def is_draft(self, document: Document) -> bool:
        """Whether a document is stamped as a draft."""
        return not document.decided or bool(self.faults[document.id])

    def document_links(self, documents: Sequence[Document]) -> Inlines:
        """Links to documents with commas between; drafts are marked."""
        parts: list[Run | Link | Mark] = []
        for document in documents:
            parts += [Run(", ")] if parts else []
            parts.append(Link(PAGE + self.addresses.documents[document.id], (Run(document.title),)))
            if self.is_draft(document):
                parts += [Run(" "), Mark(self.say(labels.DRAFT), Tone.CAUTION)]
        return tuple(parts)

    def in_year(self, elements: Iterable[Element], year: int) -> list[Element]:
        """Those of the elements that stand in a document of the year and on the thread."""
        plan = self.plan
        return [one for one in elements if plan.document(one).period.touches(year) and one.key in plan.on_thread]


def is_yearly(document: Document) -> bool:
    """Whether a document is for one year or a part of it, rather than for several or until further notice."""
    return document.period.start.year == document.period.last.year


def heading(words: str) -> Heading:
    """A heading of a page's parts."""
    return Heading(2, (Run(words),))


def text(words: str) -> Paragraph:
    """A paragraph of plain words."""
    return Paragraph((Run(words),))
