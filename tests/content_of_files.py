"""A document as HTML, Markdown, Word or PDF in, what it says out, as it is read by those who do not see it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

from content import Content, Grid, bare, text, whole
from markdown_it import MarkdownIt
from markdown_it.token import Token
from tagged_pdf import Tag
from word_file import DOC_PROPERTIES, Read, W

_CAPTION = re.compile(r"^(Tabell|Table|Figur|Figure)\s\d+(?:[.:] ?|$)")

_CONTENTS = ("Innehåll", "Contents")
_BELOW_TITLE = frozenset({"h2", "h3", "h4", "h5", "h6"})

# ---- HTML ------------------------------------------------------------------------------------------------------------

_VOID = frozenset({"br", "hr", "img", "meta", "link", "input"})
_IN_LINE = frozenset({"a", "br", "code", "em", "span", "strong"})


@dataclass(frozen=True, slots=True)
class _Element:
    name: str
    about: dict[str, str]
    inside: list[str | _Element] = field(default_factory=list)

    def all(self, *names: str) -> Iterator[_Element]:
        for one in self.inside:
            if isinstance(one, _Element):
                if one.name in names:
                    yield one
                yield from one.all(*names)

    def joined(self) -> str:
        if self.name == "br":
            return " "
        return "".join(one if isinstance(one, str) else one.joined() for one in self.inside)

    def words(self) -> str:
        return text(self.joined())


class _Tree(HTMLParser):
    """The elements of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open = [_Element("", {})]
        self.feed(html)
        assert len(self.open) == 1, "every tag is closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = _Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].inside.append(_Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().name == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def of_html(page: str) -> Content:
    """What the main part of a page says."""
    content = Content()
    (main,) = _Tree(page).open[0].all("main")
    _html(main, content)
    return content


def _html(element: _Element, content: Content) -> None:
    line = ""
    for one in element.inside:
        if isinstance(one, str):
            line += one
        elif one.name in _IN_LINE:
            line += one.joined()
        else:
            content.texts.append(line)
            line = ""
            _html_block(one, content)
    content.texts.append(line)


def _html_block(one: _Element, content: Content) -> None:
    match one.name:
        case "h1":
            content.texts.append(one.words())
        case name if name in _BELOW_TITLE:
            content.headings.append((int(one.name[1]), one.words()))
        case "table":
            rows = tuple(tuple(cell.words() for cell in row.all("th", "td")) for row in one.all("tr"))
            content.tables.append(Grid(" ".join(caption.words() for caption in one.all("caption")), rows))
        case "figure":
            (title,), (description,) = one.all("figcaption"), one.all("desc")
            content.figures.append((title.words(), description.words()))
            for table in one.all("details"):
                _html(table, content)
        case "nav" | "summary":
            pass  # the table of contents; what opens the table behind a drawing
        case _:
            _html(one, content)


# ---- Markdown --------------------------------------------------------------------------------------------------------

_PARSER = MarkdownIt("commonmark").enable("table")


def of_markdown(said: str, descriptions: Sequence[str]) -> Content:
    """What a Markdown file says.

    It has no figures: they are a title of weight and what the figure shows, which is here known by `descriptions`.
    """
    content, title = Content(), ""
    left = list(map(bare, reversed(descriptions)))
    pieces = list(_pieces(_PARSER.parse(said)))
    for (kind, piece), (following, _) in pairwise([*pieces, ("end", "")]):
        if kind == "table":
            content.tables.append(Grid(title, piece))
            title = ""
        elif kind == "text" and left and bare(piece) == left[-1]:
            left.pop()
            is_once = following == "table"  # the title is then the caption of the table too
            content.figures.append(("" if is_once else title, piece))
            title = title if is_once else ""
        else:
            content.texts.append(title)
            title = piece if kind == "bold" else ""
            content.texts += [piece] if kind in {"text", "h1"} else []
            content.headings += [(int(kind[1]), piece)] if kind in _BELOW_TITLE else []
    return content


def _pieces(tokens: Sequence[Token]) -> Iterator[tuple[str, Any]]:
    """Headings by level, lines of weight, other texts, and tables as rows; without a table of contents."""
    rows: list[list[str]] = []
    end = "bullet_list_close"
    skips, is_contents = False, False
    for before, token in pairwise(tokens):
        skips = skips or (is_contents and token.type == "bullet_list_open")
        is_contents = is_contents and token.type == "heading_close"
        if skips or token.type in {"fence", "code_block"}:
            skips = skips and not (token.type == end and token.level == 0)
            yield from [] if token.type != "fence" else [("text", token.content)]
        elif token.type in {"table_open", "tr_open"}:
            rows = [] if token.type == "table_open" else [*rows, []]
        elif token.type == "table_close":
            yield "table", tuple(map(tuple, rows))
        elif token.type == "inline" and before.type in {"th_open", "td_open"}:
            rows[-1].append(_line(token))
        elif token.type == "inline" and before.type == "heading_open":
            is_contents = token.content in _CONTENTS
            yield from [] if is_contents else [(before.tag, _line(token))]
        elif token.type == "inline":
            yield "bold" if _is_bold(token) else "text", _line(token)


def _line(token: Token) -> str:
    parts = token.children or []
    return text("".join(one.content if one.type in {"text", "code_inline"} else _gap(one) for one in parts))


def _gap(token: Token) -> str:
    return " " if token.type in {"softbreak", "hardbreak", "html_inline"} else ""


def _is_bold(token: Token) -> bool:
    parts = [one.type for one in token.children or [] if one.content or one.type != "text"]
    return parts[:1] == ["strong_open"] and parts[-1:] == ["strong_close"] and parts.count("strong_open") == 1


# ---- Word ------------------------------------------------------------------------------------------------------------


_HEADINGS = {f"Heading{level}": level for level in range(1, 7)}


def of_word(data: bytes) -> Content:
    """What a Word file says between head and foot of its leaves."""
    content, captions = Content(), [""]
    pictures: list[str] = []  # what those show that have no caption yet
    for node in _nodes(Read(data).body):
        if node.tag == W + "tbl":
            rows = tuple(tuple(_words(cell) for cell in row.iter(W + "tc")) for row in node.iter(W + "tr"))
            content.tables.append(Grid(captions.pop(), rows))
            captions = [""]
            continue
        style, said = next((one.get(W + "val") for one in node.iter(W + "pStyle")), ""), _words(node)
        pictures += [one.get("descr") for one in node.iter(DOC_PROPERTIES)]
        kind = _CAPTION.match(said) if style == "Caption" else None
        if kind and kind[1].startswith("Fig"):
            content.figures.append((said[kind.end() :], pictures.pop()))
        elif kind:
            captions.append(said[kind.end() :])
        elif style in _HEADINGS:
            content.headings.append((_HEADINGS[style], said))
        elif not style.startswith("TOC"):
            content.texts.append(said)
    content.figures[:0] = [("", logo) for logo in pictures]
    content.tables = whole(content.tables)
    return content


def _nodes(body: Any) -> Iterator[Any]:  # noqa: ANN401 - a node has no type
    """Paragraphs and tables in their order."""
    for node in body:
        if node.tag in {W + "p", W + "tbl"}:
            yield node
        else:
            yield from _nodes(node)


def _words(node: Any) -> str:  # noqa: ANN401 - a node has no type
    spaces = {W + "br": " ", W + "tab": " ", W + "noBreakHyphen": "-", W + "p": " "}
    return text("".join((one.text or "") if one.tag == W + "t" else spaces.get(one.tag, "") for one in node.iter()))


# ---- PDF -------------------------------------------------------------------------------------------------------------

_RUNNING = frozenset({"Span", "Strong", "Em", "Link", "Code", "Reference", "Quote", "Sub", "Sup"})
_UNSAID = frozenset({"TOC", "Lbl"})


def of_pdf(tags: Tag) -> Content:
    """What a PDF says to a screen reader."""
    content = Content()
    _pdf(tags, content, [])
    content.tables = whole(content.tables)
    return content


def _pdf(tag: Tag, content: Content, captions: list[str]) -> None:
    """`captions` are those met that have not found their table or figure yet."""
    line = ""
    for one, following in pairwise([*tag.inside, ""]):
        if isinstance(one, str):
            line += one
        elif one.role in _RUNNING:
            line += one.words()
        elif isinstance(following, str) or following.role != "TOC":  # whose title is a heading
            content.texts.append(line)
            line = ""
            _pdf_block(one, content, captions)
    content.texts.append(line)


def _pdf_block(one: Tag, content: Content, captions: list[str]) -> None:
    if one.role == "Caption":
        captions.append(_CAPTION.sub("", text(one.words())))
    elif re.fullmatch(r"H\d", one.role):
        content.headings.append((int(one.role[1]), one.words()))
    elif one.role == "Table":
        captions += [_CAPTION.sub("", text(caption.words())) for caption in one.all("Caption")]
        rows = tuple(tuple(text(cell.words()) for cell in row.all("TH", "TD")) for row in one.all("TR"))
        content.tables.append(Grid(captions.pop() if captions else "", rows))
    elif one.role == "Figure":
        content.figures.append((captions.pop() if captions else "", one.alternative))
    elif one.role not in _UNSAID:
        _pdf(one, content, captions)
