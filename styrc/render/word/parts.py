"""Names of Word's own elements, and our templates of them as trees; what styles, lists and pages are made of."""

from __future__ import annotations

from typing import Any

from styrc.render.environment import environment

Node = Any
"""An element of a tree. Its library has no types."""

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
"""How the name of every kind of relation between the parts of a file begins."""

_PACKAGE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/"
_MEDIA = {"png": "image/png", "jpg": "image/jpeg", "svg": "image/svg+xml"}
_NAMESPACES = {
    "w": _WORD,
    "r": RELATION.rstrip("/"),
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in _NAMESPACES.items())


def w(name: str) -> str:
    """The full name of an element or attribute of Word's own."""
    return f"{{{_WORD}}}{name}"


def r(name: str) -> str:
    """The full name of an attribute that leads to another part of the file."""
    return f"{{{_NAMESPACES['r']}}}{name}"


def value(node: Node) -> str:
    """The value of an element that has one."""
    return str(node.get(w("val"), ""))


def filled(template: str, **values: object) -> str:
    """One of our templates of Word's markup, filled in; every value escaped."""
    return environment().get_template(f"word/{template}.xml.j2").render(values)


def tree(markup: str) -> Node:
    """Markup as a tree."""
    from docx.oxml import parse_xml  # noqa: PLC0415 - only who writes Word files pays for it

    return parse_xml(markup)


def empty(name: str) -> Node:
    """An element of Word's own with nothing in it."""
    return tree(f'<w:{name} xmlns:w="{_WORD}"/>')


def children(markup: str) -> list[Node]:
    """Markup of several elements side by side, as trees."""
    return list(tree(f"<w:body {_DECLARED}>{markup}</w:body>"))


def media(package: Node, name: str, data: bytes, ending: str) -> Node:
    """A picture as a part of the file."""
    from docx.opc.packuri import PackURI  # noqa: PLC0415 - only who writes Word files pays for it
    from docx.opc.part import Part  # noqa: PLC0415

    return Part(PackURI(f"/word/media/{name}.{ending}"), _MEDIA[ending], data, package)


def describe(package: Node, core: str) -> None:
    """What a package says about itself, and the program that made it, as parts of their own."""
    from docx.opc.packuri import PackURI  # noqa: PLC0415 - only who writes Word files pays for it
    from docx.opc.part import Part  # noqa: PLC0415

    kind = "application/vnd.openxmlformats-{}+xml"
    extended = '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    program = f"{extended}<Application>styrc</Application></Properties>"
    made = Part(PackURI("/docProps/core.xml"), kind.format("package.core-properties"), core.encode(), package)
    package.relate_to(made, _PACKAGE_RELATION + "metadata/core-properties")
    made = Part(
        PackURI("/docProps/app.xml"), kind.format("officedocument.extended-properties"), program.encode(), package
    )
    package.relate_to(made, RELATION + "extended-properties")
