"""A tree in, its parts out: every element beside the one above it, in the plan's order, further parents dashed.

The order is the plan's and never changed to save crossings: a reader must find the goals in the order decided.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field

from styrc.render.svg.drawings import Tree, TreeNode
from styrc.render.svg.measure import wrapped
from styrc.render.svg.palette import LEVELS
from styrc.render.svg.shapes import Canvas, Linked, Part, Shape, Words, at, box
from styrc.text import Language, Text

_ROOMY, _TIGHT = (180.0, 40.0), (158.0, 26.0)  # how broad a column is, and how far it is to the next one
_MANY = 5  # columns that stand closer, so that the words are not made too small on paper
_SIZE = 14
_PADDING, _APART, _TOP, _ROUND = 11.0, 12.0, 34.0, 7.0

_ELSEWHERE = Text("(även under {titles})", "(also under {titles})")


@dataclass(slots=True)
class _Box:
    """An element on its way to a place."""

    node: TreeNode
    words: Words
    x: float
    broad: float
    below: list[_Box] = field(default_factory=list)
    y: float = 0

    @property
    def height(self) -> float:
        return self.words.leading * len(self.words.lines) + 2 * _PADDING - 3

    @property
    def level(self) -> float:
        """Where lines meet the box: at its first line of words, so that a first child is straight ahead."""
        return self.y + _PADDING + _SIZE / 2


def tree(drawing: Tree, language: Language) -> Canvas:
    """The whole tree: heads, lines, and the boxes over the lines."""
    broad, between = _ROOMY if len(drawing.columns) < _MANY else _TIGHT
    boxes = {node.key: _box(node, drawing, (broad, between), language) for node in drawing.nodes}
    main = main_parents(drawing)
    for key, parent in main.items():
        boxes[parent].below.append(boxes[key])
    heads, y = _heads(drawing, broad, between)
    for root in (boxes[node.key] for node in drawing.nodes if node.key not in main):
        y += _place(root, y) + _APART
    lines = _lines(drawing, boxes, main, between)
    parts = (*heads, *lines, *(part for one in boxes.values() for part in _drawn(one)))
    return Canvas(len(drawing.columns) * (broad + between) - between + 2, y, parts, wide=True)


def _box(node: TreeNode, drawing: Tree, room: tuple[float, float], language: Language) -> _Box:
    broad, between = room
    is_first = node.column == 0
    lines = wrapped(node.title, broad - 2 * _PADDING, _SIZE, bold=is_first)
    if node.elsewhere:
        said = _ELSEWHERE.speak(language, {"titles": ", ".join(node.elsewhere)})
        lines += wrapped(said, broad - 2 * _PADDING, _SIZE, bold=is_first)
    paint = f"on-level-{_level(node.column, len(drawing.columns))}"
    return _Box(node, Words((0, 0), lines, paint, size=_SIZE, bold=is_first), node.column * (broad + between), broad)


def _level(column: int, columns: int) -> int:
    """The paint of a column; the last one is always the plain one."""
    return LEVELS if column == columns - 1 and column else min(column + 1, LEVELS - 1)


def main_parents(drawing: Tree) -> dict[str, str]:
    """Under whom each element is placed: its first parent in the tree, unless that would close a ring."""
    known = {node.key for node in drawing.nodes}
    main: dict[str, str] = {}
    for node in drawing.nodes:
        for parent in node.parents:
            if parent in known and node.key not in _line_up(parent, main):
                main[node.key] = parent
                break
    return main


def _line_up(key: str, main: dict[str, str]) -> Iterator[str]:
    yield key
    while key in main:
        key = main[key]
        yield key


def _place(one: _Box, top: float) -> float:
    """Give an element and all below it their places, in a strip of their own. The strip's height.

    An element stands on level with the first one below it, so that the tree reads from its upper left corner.
    """
    one.y, y = top, top
    for child in one.below:
        y += _place(child, y) + _APART
    return max(y - top - _APART, one.height)


def _heads(drawing: Tree, broad: float, between: float) -> tuple[list[Words], float]:
    """What stands over the columns, and where the boxes may begin."""
    lines = [wrapped(name, broad, _SIZE, bold=True) for name in drawing.columns]
    heads = [
        Words((place * (broad + between), 16), name, "quiet", size=_SIZE, bold=True) for place, name in enumerate(lines)
    ]
    return heads, _TOP + max((head.leading * (len(head.lines) - 1) for head in heads), default=0)


def _lines(drawing: Tree, boxes: dict[str, _Box], main: dict[str, str], between: float) -> Iterator[Part]:
    for node in drawing.nodes:
        for parent in node.parents:
            if parent in boxes:
                is_main = main.get(node.key) == parent
                turn = boxes[parent].x + boxes[parent].broad + between * (0.4 if is_main else 0.65)
                yield Shape(_elbow(boxes[parent], boxes[node.key], turn), "edge", 2, "" if is_main else "4 4")


def _elbow(parent: _Box, child: _Box, turn: float) -> str:
    """Out from the parent, down or up beside it, and in to the child: sisters share the way down."""
    start = (parent.x + parent.broad, parent.level)
    end = (child.x if child.x > turn else child.x + child.broad, child.level)
    if abs(end[1] - start[1]) < 2 * _ROUND:
        return f"M{at(start)} C{at((turn, start[1]))} {at((turn, end[1]))} {at(end)}"
    down = math.copysign(_ROUND, end[1] - start[1])
    inwards = math.copysign(_ROUND, end[0] - turn)
    return (
        f"M{at(start)} L{at((turn - _ROUND, start[1]))} Q{at((turn, start[1]))} {at((turn, start[1] + down))} "
        f"L{at((turn, end[1] - down))} Q{at((turn, end[1]))} {at((turn + inwards, end[1]))} L{at(end)}"
    )


def _drawn(one: _Box) -> Iterator[Part]:
    place = (one.x + _PADDING, one.y + _PADDING + _SIZE * 0.8)
    paint = one.words.paint.removeprefix("on-")
    parts = (
        Shape(box(one.x + 1, one.y, one.broad, one.height, 6), paint, 1.5),
        Words(place, one.words.lines, one.words.paint, size=_SIZE, bold=one.words.bold),
    )
    if one.node.target:
        yield Linked(one.node.target, parts)
    else:
        yield from parts
