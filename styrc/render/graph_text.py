"""A plan and some of its elements -> the thread between them as text: for Graphviz, for Mermaid, or as JSON.

Lines and colours are left to those who draw: shapes tell the roles apart. The same plan gives the same text.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from styrc.element import Element
from styrc.plan import Plan
from styrc.schema import Role

_DOT_SHAPES = {
    Role.VISION: "doubleoctagon",
    Role.MISSION: "house",
    Role.AREA: "folder",
    Role.QUALITY: "component",
    Role.INDICATOR: "ellipse",
    Role.KEY_FIGURE: "ellipse",
    Role.ASSIGNMENT: "note",
    Role.ACTIVITY: "cds",
    Role.RISK: "diamond",
    Role.CONTROL: "hexagon",
    Role.ACTION: "cds",
}
_MERMAID_SHAPES = {
    Role.VISION: ("([", "])"),
    Role.MISSION: ("[/", "\\]"),
    Role.INDICATOR: ("(", ")"),
    Role.KEY_FIGURE: ("(", ")"),
    Role.ACTIVITY: (">", "]"),
    Role.ACTION: (">", "]"),
    Role.RISK: ("{{", "}}"),
    Role.CONTROL: ("{{", "}}"),
}
_BOX = ("[", "]")
_MERMAID_SIGNS = {ord(sign): f"#{ord(sign)};" for sign in '"#<>&`'}


def dot(plan: Plan, elements: Iterable[Element]) -> str:
    """The thread in the language of Graphviz, with a frame around each document."""
    chosen = _chosen(elements)
    lines = ["digraph styrc {", "  rankdir=BT;", '  node [shape=box, fontname="sans-serif"];']
    for number, (document, ones) in enumerate(_by_document(chosen).items()):
        lines += [f"  subgraph cluster_{number} {{", f"    label={_dot_text(plan.documents[document].title)};"]
        for one in ones:
            shape = _DOT_SHAPES.get(plan.role(one), "box")
            lines.append(f"    {_dot_text(one.key)} [label={_dot_text(*_label(plan, one))}, shape={shape}];")
        lines.append("  }")
    for lower, link, upper in _edges(plan, chosen):
        lines.append(f"  {_dot_text(lower.key)} -> {_dot_text(upper.key)} [label={_dot_text(link)}];")
    return "\n".join([*lines, "}", ""])


def mermaid(plan: Plan, elements: Iterable[Element]) -> str:
    """The thread in the language of Mermaid, with a frame around each document."""
    chosen = _chosen(elements)
    names = {key: f"n{number}" for number, key in enumerate(chosen)}
    lines = ["flowchart BT"]
    for number, (document, ones) in enumerate(_by_document(chosen).items()):
        lines.append(f"  subgraph d{number}[{_mermaid_text(plan.documents[document].title)}]")
        for one in ones:
            left, right = _MERMAID_SHAPES.get(plan.role(one), _BOX)
            lines.append(f"    {names[one.key]}{left}{_mermaid_text(*_label(plan, one))}{right}")
        lines.append("  end")
    for lower, link, upper in _edges(plan, chosen):
        lines.append(f"  {names[lower.key]} -->|{_mermaid_text(link)}| {names[upper.key]}")
    return "\n".join([*lines, ""])


def graph_json(plan: Plan, elements: Iterable[Element]) -> str:
    """The thread as nodes and edges, each edge from what serves to what is served."""
    chosen = _chosen(elements)
    nodes = [
        {
            "key": one.key,
            "id": one.id,
            "kind": one.kind,
            "role": plan.role(one).value,
            "title": one.title,
            "unit": one.unit,
            "document": one.document,
        }
        for one in chosen.values()
    ]
    edges = [
        {"from": lower.key, "to": upper.key, "link": link, "tie": plan.link(lower, link).part.value}
        for lower, link, upper in _edges(plan, chosen)
    ]
    return json.dumps({"nodes": nodes, "edges": edges}, ensure_ascii=False, indent=2) + "\n"


def _chosen(elements: Iterable[Element]) -> dict[str, Element]:
    return {element.key: element for element in elements}


def _by_document(chosen: Mapping[str, Element]) -> dict[str, list[Element]]:
    found: dict[str, list[Element]] = {}
    for one in chosen.values():
        found.setdefault(one.document, []).append(one)
    return found


def _edges(plan: Plan, chosen: Mapping[str, Element]) -> Iterator[tuple[Element, str, Element]]:
    """The links on the thread between what is chosen: from, by which link, to."""
    for one in chosen.values():
        for tied in plan.up(one):
            if tied.target.key in chosen and plan.carries_thread(one, tied.reference):
                yield one, tied.reference.link, tied.target


def _label(plan: Plan, element: Element) -> tuple[str, str]:
    return plan.schema.word(element.kind), element.title or element.id


def _dot_text(*lines: str) -> str:
    escaped = (" ".join(line.split()).replace("\\", "\\\\").replace('"', '\\"') for line in lines)
    return '"' + "\\n".join(escaped) + '"'


def _mermaid_text(*lines: str) -> str:
    return '"' + "<br>".join(" ".join(line.split()).translate(_MERMAID_SIGNS) for line in lines) + '"'
