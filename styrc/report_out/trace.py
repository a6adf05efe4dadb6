"""An element -> the red thread from it as a tree, upwards and downwards, as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text as Line

from styrc.element import Element
from styrc.plan import Plan, Tied
from styrc.report_out.layout import STYLES, Page, safe
from styrc.schema import THREAD_ENDS
from styrc.text import Text

_UP = Text("Uppåt: vad den bidrar till", "Upwards: what it serves")
_DOWN = Text("Nedåt: vad som bidrar till den", "Downwards: what serves it")
_NO_UP = Text("Ingenting: här börjar tråden.", "Nothing: the thread begins here.")
_LOOSE_UP = Text("Ingenting: tråden når inte hela vägen upp.", "Nothing: the thread does not reach the top.")
_NO_DOWN = Text("Ingenting bidrar till den.", "Nothing serves it.")
_RING = Text("rundgång: leder tillbaka hit", "a ring: leads back here")
_ABOVE = Text("visas ovan", "shown above")
_MORE = Text("och {number} till", "and {number} more")
_BROKEN = Text("”{link}” leder ingenstans, se styrc check", "“{link}” leads nowhere, see styrc check")
_ROUND, _PLAIN = ("├─ ", "└─ ", "│  "), ("|- ", "`- ", "|  ")


@dataclass(frozen=True, slots=True)
class Ways:
    """Which ways to follow the thread, and how many steps at most."""

    up: bool = True
    down: bool = True
    depth: int | None = None


def trace(plan: Plan, element: Element, page: Page, ways: Ways) -> Iterator[Line]:
    """The element, and the thread from it."""
    yield from (Line(line, "bold") for line in page.wrap(element.title or element.id))
    home = page.dot.join((plan.schema.word(element.kind), _home(plan, element, None, page)))
    yield from (Line(line, "dim") for line in page.wrap(home))
    if ways.up:
        yield from _side(_Tree(plan, page, ways.depth, upwards=True), element, _UP)
    if ways.down:
        yield from _side(_Tree(plan, page, ways.depth, upwards=False), element, _DOWN)


def _side(tree: _Tree, element: Element, title: Text) -> Iterator[Line]:
    yield Line()
    yield Line(tree.page.say(title), "underline")
    lines = list(tree.branches(element, (), ""))
    yield from lines or [Line(tree.page.say(tree.nothing(element)))]


def _home(plan: Plan, element: Element, near: Element | None, page: Page) -> str:
    """Its id, and where it stands when that is not where the one it is shown under stands."""
    if near is not None and near.document == element.document and near.unit == element.unit:
        return element.id
    unit, document = plan.organisation.name(element.unit), plan.document(element).title
    parts = (element.id, "" if unit.casefold() in document.casefold() else unit, document)
    return page.dot.join(part for part in parts if part)


class _Tree:
    """Follows the thread one way. What has been shown once is not shown again, and a ring ends where it closes."""

    def __init__(self, plan: Plan, page: Page, depth: int | None, *, upwards: bool) -> None:
        self.plan, self.page, self.depth, self.upwards = plan, page, depth, upwards
        self.shown: set[str] = set()
        self.lines = _PLAIN if page.plain else _ROUND

    def nothing(self, element: Element) -> Text:
        """What to say where the thread goes no further."""
        if not self.upwards:
            return _NO_DOWN
        return _NO_UP if self.plan.role(element) in THREAD_ENDS else _LOOSE_UP

    def branches(self, element: Element, way: tuple[str, ...], margin: str) -> Iterator[Line]:
        """The next elements on the thread, each with its own branches below it."""
        self.shown.add(element.key)
        ties = self._next(element)
        broken = sorted(self.plan.loose.get(element.key, ())) if self.upwards else []
        if self.depth is not None and len(way) >= self.depth:
            if ties:
                yield Line(margin + self.lines[1] + self.page.say(_MORE, number=len(ties)), "dim")
            return
        for number, tied in enumerate(ties):
            last = number == len(ties) - 1 and not broken
            yield from self._branch(tied, element, (*way, element.key), margin, last=last)
        for number, link in enumerate(broken):
            corner = self.lines[number == len(broken) - 1]
            mark = f"{self.page.sign('error')} {self.page.say(_BROKEN, link=link)}"
            yield Line.assemble(margin + corner, (mark, STYLES["error"]))

    def _next(self, element: Element) -> list[Tied]:
        plan = self.plan
        if self.upwards:
            return [one for one in plan.up(element) if plan.carries_thread(element, one.reference)]
        return [one for one in plan.down(element) if plan.carries_thread(one.target, one.reference)]

    def _branch(self, tied: Tied, near: Element, way: tuple[str, ...], margin: str, *, last: bool) -> Iterator[Line]:
        target = tied.target
        remark = _RING if target.key in way else _ABOVE if target.key in self.shown and self._next(target) else None
        below = margin + ("   " if last else self.lines[2])
        words = safe(target.title or target.id)
        if remark is not None:
            words += f" ({self.page.say(remark)})"
        kind = safe(self.plan.schema.word(target.kind))
        yield from self._text(f"{kind}: ", words, margin + self.lines[last], below)
        if remark is None:
            yield from self._text("", _home(self.plan, target, near, self.page), below, below, "dim")
            yield from self.branches(target, way, below)

    def _text(self, label: str, words: str, first: str, rest: str, style: str = "") -> Iterator[Line]:
        """Words that wrap within the tree, with its lines kept unbroken beside them."""
        for number, line in enumerate(self.page.wrap(label + words, cell_len(first))):
            made = Line.assemble((first if number == 0 else rest, "dim"), (line, style))
            if number == 0 and label:
                made.stylize("bold", len(first), len(first) + len(label) - 1)
            yield made
