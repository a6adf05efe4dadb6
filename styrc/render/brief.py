"""A document -> its short version for inhabitants: what it wants or how it went, and the money, on a page or two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from styrc.blocks import ELEMENT, Blocks, BulletList, Facts, Inlines, Link, Paragraph, Run, Strong
from styrc.element import Document, Element
from styrc.follow_up import follow_up
from styrc.follow_up.said import spoken
from styrc.plan import Plan
from styrc.quantity import Target, write_target
from styrc.render.markdown_in import parse
from styrc.render.report import Answering, PartView
from styrc.render.report.marks import between, first_sentence
from styrc.render.report.summary import money, summary
from styrc.render.said import said
from styrc.render.say import capital
from styrc.schema import Part, Role
from styrc.text import Language, Text

TITLE = Text("{title} i korthet", "{title} in brief")
_WANTS = (Role.VISION, Role.AREA, Role.GOAL, Role.QUALITY, Role.MISSION)
_DOES = (Role.ASSIGNMENT, Role.ACTIVITY)
_MOST = 12
"""How many of a kind a short version tells of one by one."""
_MORE = Text("… och {count} till i hela dokumentet.", "… and {count} more in the whole document.")
_MONEY = Text("Pengarna", "The money")
_AIM = Text("{title}: {target} ({year})", "{title}: {target} ({year})")


@dataclass(frozen=True, slots=True)
class BriefView:
    """What the template of a short version may see beside the document itself."""

    title: str
    introduction: Blocks
    report: PartView | None
    parts: tuple[PartView, ...]


def brief_view(plan: Plan, document: Document, language: Language) -> BriefView | None:
    """The short version of a document; None where there is nothing to tell in short."""
    making = _Brief(plan, document, language)
    is_report = document.kind in plan.schema.reports
    report = summary(Answering(plan, document, language)) if is_report else None
    parts = () if is_report else tuple(making.parts())
    if report is None and not parts:
        return None
    return BriefView(TITLE.speak(language, {"title": document.title}), making.introduction(), report, parts)


class _Brief:
    def __init__(self, plan: Plan, document: Document, language: Language) -> None:
        self.plan, self.document, self.language = plan, document, language

    def introduction(self) -> Blocks:
        """The first paragraph of the first chapter that begins with one."""
        for key in self.plan.schema.documents[self.document.kind].chapters:
            prose = self.document.chapters.get(key)
            text = said(self.plan, self.document, prose.text) if prose else ""
            blocks = parse(text, below=2) if text.strip() else ()
            if blocks and isinstance(blocks[0], Paragraph):
                return blocks[:1]
        return ()

    def parts(self) -> Iterator[PartView]:
        """What is wanted, what is to be done, and the money."""
        for roles in (_WANTS, _DOES):
            for kind in self.plan.schema.kinds_with(*roles):
                ones = self.plan.in_document(self.document.id, kind)
                if ones:
                    yield PartView(capital(self.plan.schema.words(kind)), (self._listed(ones),))
        if pairs := tuple(money(self.plan, self.document)):
            yield PartView(_MONEY.speak(self.language), (Facts(pairs),))

    def _listed(self, elements: Sequence[Element]) -> BulletList:
        items = [(Paragraph(self._told(one)),) for one in elements[:_MOST]]
        if len(elements) > _MOST:
            more = _MORE.speak(self.language, {"count": len(elements) - _MOST})
            items.append((Paragraph((Run(more),)),))
        return BulletList(tuple(items))

    def _told(self, element: Element) -> Inlines:
        """The title, a sentence on it, and what the first of its indicators is to reach."""
        title = Link(ELEMENT + element.key, (Strong((Run(element.title or element.id),)),))
        text = spoken(self.plan, self.document, str(self.plan.part(element, Part.TEXT) or ""))
        rest = [*([first_sentence(text)] if text else []), *self._aims(element)]
        stop = (Run("."),) if rest else ()
        return between([(title, *stop), *((Run(one),) for one in rest)], Run(" "))

    def _aims(self, element: Element) -> Iterator[str]:
        known, year = follow_up(self.plan), self.document.period.start.year
        for tied in self.plan.down(element):
            target = known.target(tied.target, year)
            if self.plan.role(tied.target) is Role.INDICATOR and isinstance(target, Target):
                said = {"title": tied.target.title, "target": write_target(target, self.plan.words), "year": year}
                yield f"{_AIM.speak(self.language, said)}."
                return
