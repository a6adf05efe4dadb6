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

_COLUMN, _BETWEEN = 180.0, 40.0
_SIZE = 14
_PADDING, _APART, _TOP, _ROUND = 11.0, 12.0, 34.0, 7.0


@dataclass(slots=True)
class _Box:
    """An element on its way to a place."""

    node: TreeNode
    words: Words
    below: list[_Box] = field(default_factory=list)
    y: float = 0

    @property
    def x(self) -> float:
        return self.node.column * (_COLUMN + _BETWEEN)

    @property
    def height(self) -> float:
        return self.words.leading * len(self.words.lines) + 2 * _PADDING - 3

    @property
    def level(self) -> float:
        """Where lines meet the box: at its first line of words, so that a first child is straight ahead."""
        return self.y + _PADDING + _SIZE / 2


def tree(drawing: Tree) -> Canvas:
    """The whole tree: heads, lines, and the boxes over the lines."""
    boxes = {node.key: _Box(node, _words(node, len(drawing.columns))) for node in drawing.nodes}
    main = _main_parents(drawing)
    for key, parent in main.items():
        boxes[parent].below.append(boxes[key])
    heads, y = _heads(drawing)
    for root in (boxes[node.key] for node in drawing.nodes if node.key not in main):
        y += _place(root, y) + _APART
    parts = (*heads, *_lines(drawing, boxes, main), *(part for one in boxes.values() for part in _drawn(one)))
    width = len(drawing.columns) * (_COLUMN + _BETWEEN) - _BETWEEN
    return Canvas(width + 2, y, parts, wide=True)


def _words(node: TreeNode, columns: int) -> Words:
    lines = wrapped(node.title, _COLUMN - 2 * _PADDING, _SIZE, bold=node.column == 0)
    return Words((0, 0), lines, f"on-level-{_level(node.column, columns)}", size=_SIZE, bold=node.column == 0)


def _level(column: int, columns: int) -> int:
    """The paint of a column; the last one is always the plain one."""
    return LEVELS if column == columns - 1 and column else min(column + 1, LEVELS - 1)


def _main_parents(drawing: Tree) -> dict[str, str]:
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


def _heads(drawing: Tree) -> tuple[list[Words], float]:
    """What stands over the columns, and where the boxes may begin."""
    lines = [wrapped(name, _COLUMN, _SIZE, bold=True) for name in drawing.columns]
    heads = [
        Words((place * (_COLUMN + _BETWEEN), 16), name, "quiet", size=_SIZE, bold=True)
        for place, name in enumerate(lines)
    ]
    return heads, _TOP + max((head.leading * (len(head.lines) - 1) for head in heads), default=0)


def _lines(drawing: Tree, boxes: dict[str, _Box], main: dict[str, str]) -> Iterator[Part]:
    for node in drawing.nodes:
        for parent in node.parents:
            if parent in boxes:
                is_main = main.get(node.key) == parent
                turn = boxes[parent].x + _COLUMN + _BETWEEN * (0.4 if is_main else 0.65)
                yield Shape(_elbow(boxes[parent], boxes[node.key], turn), "edge", 2, "" if is_main else "4 4")


def _elbow(parent: _Box, child: _Box, turn: float) -> str:
    """Out from the parent, down or up beside it, and in to the child: sisters share the way down."""
    start = (parent.x + _COLUMN, parent.level)
    end = (child.x if child.x > turn else child.x + _COLUMN, child.level)
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
        Shape(box(one.x + 1, one.y, _COLUMN, one.height, 6), paint, 1.5),
        Words(place, one.words.lines, one.words.paint, size=_SIZE, bold=one.words.bold),
    )
    if one.node.target:
        yield Linked(one.node.target, parts)
    else:
        yield from parts
