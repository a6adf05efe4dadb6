"""A drawing too large for a page in, several smaller ones out: a tree by its areas, a status map by its rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from styrc.render.svg.drawings import StatusMap, Tree, TreeNode
from styrc.render.svg.tree import main_parents
from styrc.text import Language, Text

MOST_LEAVES = 40
"""Leaves that a tree may have and still be found one's way in on a screen."""
MOST_ROWS = 20
"""Goals that a status map may have and still be legible on a page."""

_OTHERS = Text("övriga", "others")
_NUMBERED = Text("{title} (del {part})", "{title} (part {part})")
_PART = Text(
    "En del av trädet ”{title}”: {count} delar från {first} till {last}. Samma innehåll finns i tabellen.",
    "A part of the tree “{title}”: {count} parts from {first} to {last}. The same content stands in the table.",
)


@dataclass(frozen=True, slots=True)
class _Strip:
    """What goes into one drawing: the tops, and those above them, which are shown again for the connection."""

    above: tuple[TreeNode, ...]
    tops: tuple[TreeNode, ...]
    name: str


@dataclass(slots=True)
class _Family:
    """Who stands below whom, in the plan's order."""

    below: dict[str, list[TreeNode]] = field(default_factory=dict)

    def leaves(self, top: TreeNode) -> int:
        return sum(1 for one in self.line(top) if one.key not in self.below)

    def line(self, top: TreeNode) -> Iterator[TreeNode]:
        yield top
        for child in self.below.get(top.key, ()):
            yield from self.line(child)


def split_tree(tree: Tree, language: Language, most: int = MOST_LEAVES) -> tuple[Tree, ...]:
    """The tree itself if it has at most so many leaves, else a tree for each area, in the plan's order.

    An area that is still too large is split by what stands below it. Those above an area are drawn again with it;
    who has a further parent in another drawing says so. Parts without anything below them are drawn together.
    """
    main, family = main_parents(tree), _Family()
    nodes = {node.key: node for node in tree.nodes}
    for node in tree.nodes:
        if node.key in main:
            family.below.setdefault(main[node.key], []).append(node)
    roots = [node for node in tree.nodes if node.key not in main]
    if sum(map(family.leaves, roots)) <= most:
        return (tree,)
    strips = list(_strips(roots, (), family, most, language))
    return tuple(_numbered([_part(tree, strip, family, nodes, language) for strip in strips], language))


def _strips(
    sisters: Sequence[TreeNode], above: tuple[TreeNode, ...], family: _Family, most: int, language: Language
) -> Iterator[_Strip]:
    """A strip for each sister with something below her, and strips for those between who have nothing."""
    loose: list[TreeNode] = []
    for sister in (*sisters, None):
        if loose and (sister is None or sister.key in family.below or len(loose) == most):
            yield _Strip(above, tuple(loose), _common_name(sisters, above, family, language))
            loose = []
        if sister is None:
            return
        if sister.key not in family.below:
            loose.append(sister)
        elif family.leaves(sister) <= most:
            yield _Strip(above, (sister,), sister.title)
        else:
            yield from _strips(family.below[sister.key], (*above, sister), family, most, language)


def _common_name(sisters: Sequence[TreeNode], above: tuple[TreeNode, ...], family: _Family, language: Language) -> str:
    """What sisters without anything below them are called together: by who is above them, if that is all there is."""
    others = _OTHERS.speak(language)
    if not above:
        return others
    return f"{above[-1].title}, {others}" if any(one.key in family.below for one in sisters) else above[-1].title


def _part(tree: Tree, strip: _Strip, family: _Family, nodes: Mapping[str, TreeNode], language: Language) -> Tree:
    keys = {one.key for one in strip.above} | {one.key for top in strip.tops for one in family.line(top)}
    inside = [
        replace(
            node,
            parents=tuple(key for key in node.parents if key in keys),
            elsewhere=tuple(nodes[key].title for key in node.parents if key in nodes and key not in keys),
        )
        for node in tree.nodes
        if node.key in keys
    ]
    columns = tree.columns[: max(node.column for node in inside) + 1]
    said = {"title": tree.title, "count": len(inside), "first": columns[0].lower(), "last": columns[-1].lower()}
    return Tree(f"{tree.title} \u2013 {strip.name}", _PART.speak(language, said), columns, tuple(inside))


def _numbered(trees: Sequence[Tree], language: Language) -> Iterator[Tree]:
    """The trees with titles that differ: those of the same title are numbered."""
    titles = [tree.title for tree in trees]
    for place, tree in enumerate(trees):
        part = titles[: place + 1].count(tree.title)
        is_alone = titles.count(tree.title) == 1
        said = {"title": tree.title, "part": part}
        yield tree if is_alone else replace(tree, title=_NUMBERED.speak(language, said))


def split_map(drawing: StatusMap, language: Language, most: int = MOST_ROWS) -> tuple[StatusMap, ...]:
    """The map itself if it has at most so many goals, else maps of nearly as many goals each, in the same order."""
    count = -(-len(drawing.rows) // most)
    if count <= 1:
        return (drawing,)
    ends = [len(drawing.rows) * part // count for part in range(count + 1)]
    return tuple(
        replace(
            drawing,
            title=_NUMBERED.speak(language, {"title": drawing.title, "part": part}),
            rows=drawing.rows[ends[part - 1] : ends[part]],
        )
        for part in range(1, count + 1)
    )
