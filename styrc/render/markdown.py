"""A document in, CommonMark with GitHub's tables out: the same headings, tables and numbers as the page has."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from urllib.parse import quote

from styrc.blocks import (
    INSIDE,
    Align,
    Anchor,
    Block,
    Blocks,
    BulletList,
    Card,
    Cards,
    Code,
    CodeBlock,
    Column,
    Contents,
    DecisionHeader,
    Divider,
    Document,
    Emphasis,
    Facts,
    Figure,
    Heading,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Mark,
    Notice,
    NumberedList,
    PageBreak,
    Pair,
    Paragraph,
    Quote,
    Row,
    Run,
    Status,
    Strong,
    Table,
    Thread,
    ThreadNode,
    line,
    outline,
    words,
)
from styrc.text import Text

Resolve = Callable[[str], str | None]
"""The address of `page:…` or `element:…`; None where it has no place in this format."""

_CONTENTS = Text("Innehåll", "Contents")
_RULES = {Align.START: "---", Align.CENTRE: ":-:", Align.END: "--:"}
_MEANT = re.compile(
    r"[\\`*\[\]~]"  # always
    r"|(?<![^\W_])_|_(?![^\W_])"  # not inside a word
    r"|<(?=[A-Za-z/!?])|&(?=#?\w+;)|!$"  # before what would make it a tag, a sign by name, a picture
)
_MEANT_FIRST = re.compile(
    r"(?:#{1,6}|[-+>])(?=\s|$)|>|[-=]+\s*$|-(?=[-\s]+$)|[|:](?=[-:|\s])|(?P<number>[0-9]{1,9})(?=[.)](?:\s|$))"
)
_SPACES = re.compile(r"[ \t\n\r]+")
_BREAK_IN_TEXT, _BREAK_IN_CELL = "\\\n", "<br>"


def markdown(document: Document, resolve: Resolve) -> str:
    """The whole document, its title first; a link that leads nowhere in this format is written as its words."""
    writer = _Writer(document, resolve)
    label = [_text(document.label)] if document.label else []
    return "\n\n".join([f"# {_as_heading(_text(document.title))}", *label, *writer.blocks(document.blocks)]) + "\n"


class _Writer:
    """Writes one document; every block becomes one text without blank lines around it."""

    def __init__(self, document: Document, resolve: Resolve) -> None:
        self._document = document
        self._resolve = resolve

    def blocks(self, blocks: Iterable[Block]) -> list[str]:
        """The blocks that have anything to say, each as a text."""
        texts: list[str] = []
        for text in filter(None, map(self._block, blocks)):
            texts.append(_told_apart(text, texts[-1] if texts else ""))
        return texts

    def _block(self, block: Block) -> str:  # noqa: C901, PLR0911, PLR0912 - one line for each kind of block
        match block:
            case Heading(level, inlines):
                return f"{'#' * level} {_as_heading(self.line(inlines))}"
            case Paragraph(inlines):
                return _as_paragraph(self.line(inlines, _BREAK_IN_TEXT))
            case BulletList(items):
                return self._list(items, ["- "] * len(items))
            case NumberedList(items, start):
                return self._list(items, [f"{number}. " for number in range(start, start + len(items))])
            case Quote(blocks):
                return _indented("\n\n".join(self.blocks(blocks)), "> ", "> ")
            case CodeBlock(text):
                return _fenced(text)
            case Divider():
                return "___"
            case PageBreak():
                return ""
            case Table():
                return self._table(block)
            case Figure():
                return self._figure(block)
            case DecisionHeader(pairs):
                return self._decision(pairs)
            case Facts(pairs):
                return "\n".join(f"- **{_text(pair.name)}:** {self.line(pair.inlines)}" for pair in pairs)
            case Contents(depth):
                return self._contents(depth)
            case Notice(_, title, blocks):
                inside = "\n\n".join([f"**{_text(title)}**", *self.blocks(blocks)])
                return _indented(inside, "> ", "> ")
            case Thread(nodes):
                return "\n".join(self._thread(nodes))
            case Cards(cards):
                return "\n".join(self._card(card) for card in cards)

    # ---- inlines -------------------------------------------------------------------------------------------------

    def line(self, inlines: Inlines, line_break: str = " ") -> str:
        """Inlines one after the other, on one line unless they are to be broken."""
        return "".join(self._inline(inline, line_break) for inline in inlines).strip(" ")

    def _inline(self, inline: Inline, line_break: str) -> str:  # noqa: C901, PLR0911 - one line for each kind of inline
        match inline:
            case Mark(text):
                return self._inline(Emphasis((Run(text),)), line_break)
            case Run(text):
                return _text(text)
            case Strong(inlines):
                return _around(self._inside(inlines, line_break), "**")
            case Emphasis(inlines):
                return _around(self._inside(inlines, line_break), "*")
            case Code(text):
                return _code(text)
            case Link(target, inlines):
                return self._link(target, self._inside(inlines, line_break))
            case LineBreak():
                return line_break
            case Status(word, sign, _):
                return _text(f"{sign} {word}")
            case Anchor():
                return ""

    def _inside(self, inlines: Inlines, line_break: str) -> str:
        return "".join(self._inline(inline, line_break) for inline in inlines)

    def _link(self, target: str, inside: str) -> str:
        address = self._resolve(target) if target.startswith(INSIDE) else target
        return inside if address is None else f"[{inside}]({_address(address)})"

    # ---- blocks that hold others ---------------------------------------------------------------------------------

    def _list(self, items: Sequence[Blocks], markers: Sequence[str]) -> str:
        """Items close together, unless one of them holds more than a paragraph and lists."""
        is_loose = any(not _is_close(item) for item in items)
        apart = "\n\n" if is_loose else "\n"
        texts = (apart.join(self.blocks(item)) for item in items)
        return apart.join(
            _indented(text, marker, " " * len(marker)) for text, marker in zip(texts, markers, strict=True)
        )

    def _contents(self, depth: int) -> str:
        entries = [
            f"{'  ' * (one.level - 2)}- {self.line(_unlinked(one.inlines))}" for one in outline(self._document, depth)
        ]
        return "\n\n".join([f"## {_CONTENTS.speak(self._document.language)}", "\n".join(entries)])

    def _thread(self, nodes: Iterable[ThreadNode], indent: str = "") -> Iterator[str]:
        for node in nodes:
            title = self.line(node.inlines)
            kind = f"{_text(node.kind)}: " if node.kind else ""
            yield f"{indent}- {kind}{_around(title, '**') if node.is_here else title}"
            yield from self._thread(node.children, indent + "  ")

    def _card(self, card: Card) -> str:
        title = _around(self._link(card.target, _text(card.title)), "**")
        said = [_text(card.mark.text)] if card.mark else []
        said += [self.line(card.inlines)] if card.inlines else []
        return f"- {' – '.join([title, *said])}"

    # ---- tables and figures --------------------------------------------------------------------------------------

    def _table(self, table: Table) -> str:
        caption = [_around(_text(table.caption), "**")] if table.caption else []
        note = [_as_paragraph(self.line(table.note, _BREAK_IN_TEXT))] if table.note else []
        return "\n\n".join([*caption, self._grid(table), *note])

    def _grid(self, table: Table) -> str:
        head = [self._cell(column.inlines) for column in table.columns]
        rules = [_RULES[column.align] for column in table.columns]
        rows = [self._cells(row) for row in table.rows]
        return "\n".join(f"| {' | '.join(cells)} |" for cells in [head, rules, *rows])

    def _cells(self, row: Row) -> list[str]:
        cells = [self._cell(inlines) for inlines in row.cells]
        return [_around(cell, "**") for cell in cells] if row.is_sum else cells

    def _cell(self, inlines: Inlines) -> str:
        return self.line(inlines, _BREAK_IN_CELL).replace("|", "\\|")

    def _figure(self, figure: Figure) -> str:
        """Its title, what it shows and the table behind it, which need not say the title again."""
        caption = figure.table.caption if figure.table else ""
        title = caption if caption.startswith(figure.title) else figure.title
        table = self._table(replace(figure.table, caption="" if title == caption else caption)) if figure.table else ""
        said = _as_paragraph(_text(figure.description))
        return "\n\n".join(part for part in (_around(_text(title), "**"), said, table) if part)

    def _decision(self, pairs: Sequence[Pair]) -> str:
        columns = tuple(Column(line(pair.name)) for pair in pairs)
        return self._grid(Table("", columns, (Row(tuple(pair.inlines for pair in pairs)),)))


def _text(text: str) -> str:
    """Plain words, with a backslash before what Markdown would take for a sign of its own."""
    return _MEANT.sub(r"\\\g<0>", _SPACES.sub(" ", text))


def _as_paragraph(text: str) -> str:
    """Lines of which none begins like a heading, a list or a quote."""
    return "\n".join(
        _MEANT_FIRST.sub(_disarmed, one.strip(" "), count=1) if _MEANT_FIRST.match(one.strip(" ")) else one.strip(" ")
        for one in text.split("\n")
    )


def _disarmed(found: re.Match[str]) -> str:
    return f"{found[0]}\\" if found["number"] else f"\\{found[0]}"


def _as_heading(text: str) -> str:
    """A heading drops number signs at its end, unless told otherwise."""
    return f"{text[:-1]}\\#" if text.endswith("#") else text


def _around(text: str, sign: str) -> str:
    """The signs of weight close around the words, spaces outside."""
    bare = text.strip(" ")
    if not bare:
        return text
    start = text.index(bare)
    return f"{text[:start]}{sign}{bare}{sign}{text[start + len(bare) :]}"


def _code(text: str) -> str:
    bare = _SPACES.sub(" ", text)
    fence = "`" * (max(map(len, re.findall("`+", bare)), default=0) + 1)
    room = " " if bare[:1] in " `" or bare[-1:] in " `" else ""
    return f"{fence}{room}{bare}{room}{fence}"


def _fenced(text: str) -> str:
    fence = "`" * max(max(map(len, re.findall("`+", text)), default=0) + 1, 3)
    return f"{fence}\n{text}\n{fence}"


def _address(address: str) -> str:
    """An address without the signs that would end it."""
    return re.sub(r"[\s()<>\\]", lambda found: quote(found[0]), address)


def _indented(text: str, first: str, rest: str) -> str:
    """The first line after its marker, the others in line with it."""
    lines = [f"{first if number == 0 else rest}{one}".rstrip() for number, one in enumerate(text.split("\n"))]
    return "\n".join(lines)


def _is_close(item: Blocks) -> bool:
    """Whether an item is a paragraph with nothing but lists after it that may follow on the next line."""
    return all(
        isinstance(block, BulletList) or (isinstance(block, NumberedList) and block.start == 1) for block in item[1:]
    )


def _told_apart(text: str, before: str) -> str:
    """A list after a list gets markers of another kind, or the two would be one."""
    if before.startswith("- ") and text.startswith("- "):
        return re.sub(r"^- ", "* ", text, flags=re.MULTILINE)
    if re.match(r"[0-9]+\. ", before) and re.match(r"[0-9]+\. ", text):
        return re.sub(r"^([0-9]+)\. ", r"\1) ", text, flags=re.MULTILINE)
    return text


def _unlinked(inlines: Inlines) -> Inlines:
    return tuple(Run(words((one,))) if isinstance(one, Link) else one for one in inlines)
