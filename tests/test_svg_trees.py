"""Trees, maps in parts and the year wheel: the plan's order is kept, nothing is lost or drawn over another."""

from __future__ import annotations

import re
from dataclasses import replace

from drawn import MAP, TREE, WHEEL, mapped, rows, texts

from styrc.render.svg import Event, Tree, TreeNode, YearWheel, draw, split_map, split_tree
from styrc.render.svg.wheel_places import places


def test_the_tree_keeps_the_plans_order() -> None:
    said = texts(draw(TREE, "sv"))
    assert said[3:] == ["Vision 2035", "Område A", "Område B", "Mål två", "Mål ett", "Mål utan område"]
    svg = draw(TREE, "sv")
    places = {text: float(y) for y, text in re.findall(r'y="([\d.]+)"[^>]*>([^<]+)</text>', svg)}
    assert places["Vision 2035"] == places["Område A"] == places["Mål ett"] < places["Mål två"] == places["Område B"]
    assert svg.count("stroke-dasharray") == 1
    assert re.findall('<a href="([^"]*)"', svg) == ["element:2", "element:1"]


def test_a_ring_of_parents_loses_nobody() -> None:
    ring = Tree("t", "", ("a", "b"), (TreeNode("x", 0, "Ett", ("y",)), TreeNode("y", 1, "Två", ("x",))))
    assert set(texts(draw(ring, "sv"))) == {"a", "b", "Ett", "Två"}


def branching(areas: int, goals: int) -> Tree:
    tops = [TreeNode(f"a{n}", 1, f"Område {n}", ("v",)) for n in range(areas)]
    ends = [
        TreeNode(f"m{n}.{m}", 2, f"Mål {n}.{m}", (f"a{n}", f"a{(n + 1) % areas}") if m == 0 else (f"a{n}",))
        for n in range(areas)
        for m in range(goals)
    ]
    return Tree("Röda tråden", "", ("Vision", "Område", "Mål"), (TreeNode("v", 0, "Vision"), *tops, *ends))


def test_a_small_tree_is_not_split() -> None:
    small = branching(4, 10)
    assert split_tree(small, "sv") == (small,)
    assert split_tree(Tree("t", "", (), ()), "sv") == (Tree("t", "", (), ()),)


def test_a_large_tree_is_split_by_area_in_the_plans_order_and_nothing_is_lost() -> None:
    large = branching(4, 11)
    parts = split_tree(large, "sv")
    assert [part.title for part in parts] == [f"Röda tråden – Område {n}" for n in range(4)]
    keys = [[node.key for node in part.nodes] for part in parts]
    assert keys[1] == ["v", "a1", *(f"m1.{m}" for m in range(11))]
    assert {key for part in keys for key in part} == {node.key for node in large.nodes}
    (shared,) = (node for node in parts[1].nodes if node.elsewhere)
    assert (shared.key, shared.parents, shared.elsewhere) == ("m1.0", ("a1",), ("Område 2",))
    assert "Mål 1.0 (även under Område 2)" in texts(draw(parts[1], "sv"))
    assert ["Mål 1.0", "Mål", "Område 1, Område 2"] in rows(parts[1])


def test_an_area_that_is_still_too_large_is_split_further() -> None:
    parts = split_tree(branching(2, 5), "sv", most=3)
    assert [part.title.removeprefix("Röda tråden – ") for part in parts] == [
        "Område 0 (del 1)", "Område 0 (del 2)", "Område 1 (del 1)", "Område 1 (del 2)",
    ]  # fmt: skip
    assert [len(part.nodes) - 2 for part in parts] == [3, 2, 3, 2]


def test_what_stands_alone_in_a_large_tree_is_drawn_together() -> None:
    area = branching(1, 3)
    alone = tuple(TreeNode(f"x{n}", 2, f"Fristående {n}") for n in range(3))
    parts = split_tree(replace(area, nodes=(*area.nodes, *alone)), "sv", most=4)
    assert [(part.title, len(part.nodes)) for part in parts] == [
        ("Röda tråden – Vision", 5),
        ("Röda tråden – övriga", 3),
    ]


def test_a_long_map_is_split_evenly() -> None:
    parts = split_map(mapped(45, ("a", "b")), "sv", most=20)
    assert [len(part.rows) for part in parts] == [15, 15, 15]
    assert [part.title for part in parts] == ["t (del 1)", "t (del 2)", "t (del 3)"]
    assert tuple(row for part in parts for row in part.rows) == mapped(45, ("a", "b")).rows
    assert split_map(MAP, "sv") == (MAP,)


def test_events_at_the_same_time_lie_in_different_rings() -> None:
    same = YearWheel("t", "", (Event("a", 11, 1), Event("b", 12, 12), Event("c", 2, 10)))
    starts = re.findall(r'class="area-[2-6]"[^>]* d="M([\d.]+),([\d.]+) A([\d.]+)', draw(same, "sv"))[:3]
    radii = [float(radius) for _, _, radius in starts]
    assert radii[0] > radii[1]
    assert radii[2] == radii[0]


def test_events_in_a_year_wheel_never_run_into_each_other() -> None:
    events = [(4, 4), (2, 6), (9, 10), (12, 12), (1, 2), *((1 + n % 12, 1 + n % 12) for n in range(10)), (1, 12)]
    events += [(11, 11)] * 4
    found, radius = places([Event("e", first, last) for first, last in events], 176)
    assert radius == 176
    assert len(found) == len(events) == 20
    for number, one in enumerate(found):
        assert one.outer - one.inner >= 22
        assert (one.end - one.start) * (one.inner + one.outer) / 2 >= 24
        for other in found[number + 1 :]:
            apart_in_ring = one.inner >= other.outer or other.inner >= one.outer
            apart_in_year = one.start >= other.end - 1e-9 or other.start >= one.end - 1e-9
            assert apart_in_ring or apart_in_year


def test_a_wheel_with_too_many_at_once_grows() -> None:
    full = YearWheel("t", "", tuple(Event("e", 1, 12) for _ in range(12)))
    assert 'class="chart wide"' in draw(full, "sv")
    assert 'class="chart"' in draw(WHEEL, "sv")
