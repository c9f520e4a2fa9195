"""What the map is made of: rows that it refuses, sizes by money, where nodes stand."""

from __future__ import annotations

import math
import re

import pytest
from geungeo.ontology.errors import GeungeoError
from geungeo.visualize.layout import Link, place
from geungeo.visualize.network import network_from
from geungeo.visualize.style import CEILING_WON, FLOOR_WON, LARGEST, SMALLEST, size, size_of_won

from .map_sample import Rows, edge, node
from .test_map import overlaps

PAIR: Rows = [node("project", "p", "사업"), node("law", "l", "법")]


@pytest.mark.parametrize(
    ("nodes", "edges", "message"),
    [
        ([node("team", "a", "가")], [], "team"),
        ([node("", "a", "가")], [], "''"),
        ([{**PAIR[0], "id": ""}], [], "no id"),
        ([PAIR[0], PAIR[0]], [], PAIR[0]["id"]),
        ([{**PAIR[0], "amount_krw": "12"}], [], "12"),
        ([{**PAIR[0], "amount_krw": 1.5}], [], "1.5"),
        (PAIR, [edge("cites", PAIR[0], PAIR[1], "")], "cites"),
        (PAIR[:1], [edge("legal_basis", PAIR[0], PAIR[1], "")], PAIR[1]["id"]),
    ],
)
def test_what_no_map_can_show_is_refused_with_its_name(nodes: Rows, edges: Rows, message: str) -> None:
    with pytest.raises(GeungeoError, match=re.escape(message)):
        network_from(nodes, edges, [])


def test_refusal_of_a_type_names_the_known_ones() -> None:
    with pytest.raises(GeungeoError, match="department, project, law, budget_line, facility, partner"):
        network_from([node("team", "a", "가")], [], [])


# ---- size and place ----


def test_size_grows_with_money_between_its_bounds() -> None:
    amounts = [0, FLOOR_WON, 10 * FLOOR_WON, 953_000_000, 15_797_378_000, CEILING_WON, 10**30]
    sizes = [size_of_won(won) for won in amounts]
    assert sizes == sorted(sizes)
    assert (sizes[0], sizes[1], sizes[-2], sizes[-1]) == (SMALLEST, SMALLEST, LARGEST, LARGEST)


def test_without_money_a_line_and_a_facility_are_small() -> None:
    nodes = network_from([node("facility", "a", "가"), node("budget_line", "b", "나", amount_krw=10**9)], [], []).nodes
    assert size(nodes[0]) == SMALLEST < size(nodes[1])


def star(leaves: int) -> list[Link]:
    """Node 0 with leaves."""
    return [Link(0, leaf, 20.0, 1.0) for leaf in range(1, leaves + 1)]


@pytest.mark.parametrize(
    ("count", "links"),
    [
        (0, []),
        (1, []),
        (7, []),
        (2, star(1)),
        (26, star(25)),
        (200, star(199)),
        (3, [Link(0, 1, 9.0, 1.0), Link(1, 2, 9.0, 1.0), Link(2, 0, 9.0, 1.0)]),
        (2, [Link(0, 0, 9.0, 1.0), *star(1), *star(1)]),
        (40, [Link(i, i + 1, 9.0, 1.0) for i in range(39)]),
        (12, [Link(i, j, 9.0, 0.5) for i in range(12) for j in range(i)]),
    ],
)
def test_no_shape_of_network_lays_nodes_over_each_other(count: int, links: list[Link]) -> None:
    points = place([10.0] * count, links)
    assert len(points) == count
    assert not overlaps([(x, y, 10.0) for x, y in points])


def test_leaves_stand_around_their_hub() -> None:
    points = place([10.0] * 27, [*star(25), Link(0, 26, 20.0, 1.0)])
    distances = [math.dist(points[0], point) for point in points[1:]]
    assert max(distances) < 150


def test_parts_stand_side_by_side() -> None:
    links = [*star(4), *(Link(5, leaf, 20.0, 1.0) for leaf in range(6, 10))]
    points = place([10.0] * 10, links)
    boxes = points[:5], points[5:]
    (left, right), (above, below) = (
        [(min(p[axis] for p in box), max(p[axis] for p in box)) for box in boxes] for axis in (0, 1)
    )
    assert left[1] < right[0] or right[1] < left[0] or above[1] < below[0] or below[1] < above[0]
