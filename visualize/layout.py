"""Where nodes stand: each connected part by itself, leaves in rings around their hub, the parts packed side by side.

Plain Python and deterministic: networkx's force layouts need numpy, which geungeo does without, and the same network
must give the same bytes on every machine.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from .forces import Spring, push_apart, relax
from .packing import Cloud, Point, grid, pack, turned

Neighbours: TypeAlias = Sequence[Sequence[int]]

LEAF_GAP: Final = 18.0
CLEARANCE: Final = 10.0
FULL_TURN: Final = 2 * math.pi


@dataclass(frozen=True, slots=True)
class Link:
    """An edge between two nodes by position: the wished distance between their rims, and how strongly it is wished."""

    source: int
    target: int
    gap: float
    pull: float


@dataclass(frozen=True, slots=True)
class Ring:
    """Leaves at one distance from their hub, an equal angle apart."""

    leaves: tuple[int, ...]
    radius: float
    step: float


def place(radii: Sequence[float], links: Sequence[Link]) -> list[Point]:
    """A point for each node (y grows downwards) by the radii and links, so that no two nodes overlap."""
    neighbours = _neighbours(len(radii), links)
    parts = _components(neighbours)
    clouds = [_cloud(part, radii, links, neighbours) for part in parts if len(part) > 1]
    if single := [part[0] for part in parts if len(part) == 1]:
        clouds.append(grid(single, radii))
    places = {index: point for cloud in pack(clouds) for index, point in zip(cloud.nodes, cloud.points, strict=True)}
    return [places[index] for index in range(len(radii))]


def _neighbours(count: int, links: Iterable[Link]) -> list[list[int]]:
    near: list[dict[int, None]] = [{} for _ in range(count)]
    for link in links:
        if link.source != link.target:
            near[link.source][link.target] = None
            near[link.target][link.source] = None
    return [list(others) for others in near]


def _components(neighbours: Neighbours) -> list[list[int]]:
    """Connected parts, the largest first; ascending within."""
    seen: set[int] = set()
    parts = []
    for start in range(len(neighbours)):
        if start not in seen:
            part = list(_parents(start, neighbours, set(range(len(neighbours)))))
            seen.update(part)
            parts.append(sorted(part))
    return sorted(parts, key=lambda part: (-len(part), part[0]))


def _parents(root: int, neighbours: Neighbours, among: set[int]) -> dict[int, int]:
    """Each node reached from the root, in order of distance, and the node it is reached through (the root: itself)."""
    parents = {root: root}
    queue = [root]
    for index in queue:
        for other in neighbours[index]:
            if other in among and other not in parents:
                parents[other] = index
                queue.append(other)
    return parents


def _cloud(part: Sequence[int], radii: Sequence[float], links: Sequence[Link], neighbours: Neighbours) -> Cloud:
    """The points of one part: its core by forces, its leaves around their hubs."""
    leaves = _leaves(part, neighbours)
    rings = {hub: _rings(own, radii, hub) for hub, own in leaves.items()}
    loose = {leaf for own in leaves.values() for leaf in own}
    core = [index for index in part if index not in loose]
    bodies = {index: _body(radii, index, rings.get(index, [])) for index in core}
    at = _core(bodies, links, neighbours)
    for hub, own in rings.items():
        away = _away(at[hub], [at[other] for other in neighbours[hub] if other not in loose])
        at.update(_around(at[hub], own, away))
    points = push_apart([at[index] for index in part], [radii[index] + CLEARANCE / 2 for index in part])
    return Cloud(tuple(part), tuple(turned(points)), tuple(radii[index] for index in part))


def _leaves(part: Sequence[int], neighbours: Neighbours) -> dict[int, list[int]]:
    """The nodes with one neighbour, by that neighbour; of a pair the first is the hub."""
    leaves: dict[int, list[int]] = {}
    for index in part:
        if len(neighbours[index]) == 1:
            hub = neighbours[index][0]
            if len(neighbours[hub]) > 1 or hub < index:
                leaves.setdefault(hub, []).append(index)
    return leaves


def _rings(leaves: Sequence[int], radii: Sequence[float], hub: int) -> list[Ring]:
    """Leaves on as many rings as they need, large ones inside, where there is most room between hub and rim."""
    waiting = sorted(leaves, key=lambda leaf: (-radii[leaf], leaf))
    rings: list[Ring] = []
    edge = radii[hub] + LEAF_GAP
    while waiting:
        width = 2 * radii[waiting[0]] + LEAF_GAP
        radius = edge + width / 2
        fits = max(int(FULL_TURN * radius / width), 1)
        own, waiting = waiting[:fits], waiting[fits:]
        rings.append(Ring(tuple(own), radius, FULL_TURN / max(len(own), min(fits, 9))))
        edge = radius + width / 2
    return rings


def _body(radii: Sequence[float], index: int, rings: Sequence[Ring]) -> float:
    """How much room a core node needs with its leaves."""
    if not rings:
        return radii[index]
    outer = rings[-1].radius + radii[rings[-1].leaves[0]]
    crowded = min(sum(len(ring.leaves) for ring in rings) / 6, 1.0)
    return radii[index] + (outer - radii[index]) * crowded


def _core(bodies: Mapping[int, float], links: Sequence[Link], neighbours: Neighbours) -> dict[int, Point]:
    order = list(bodies)
    number = {index: position for position, index in enumerate(order)}
    springs = [
        Spring(number[a], number[b], bodies[a] + bodies[b] + link.gap, link.pull)
        for link in links
        if (a := link.source) in number and (b := link.target) in number and a != b
    ]
    root = max(order, key=lambda index: (len(neighbours[index]), -index))
    start = _tree(_parents(root, neighbours, set(order)), bodies)
    radii = [bodies[index] for index in order]
    points = relax([start[index] for index in order], radii, springs)
    points = push_apart(points, [radius + CLEARANCE / 2 for radius in radii])
    return dict(zip(order, points, strict=True))


def _tree(parents: Mapping[int, int], bodies: Mapping[int, float]) -> dict[int, Point]:
    """A first drawing: the root in the middle, each branch in a sector as wide as it has nodes."""
    weight = {index: bodies[index] for index in parents}
    for index in reversed(list(parents)[1:]):
        weight[parents[index]] += weight[index]
    step = 2 * sum(bodies.values()) / len(bodies) + 60
    sector: dict[int, float] = {}
    depth: dict[int, int] = {}
    points: dict[int, Point] = {}
    for index, parent in parents.items():
        depth[index] = depth[parent] + 1 if index != parent else 0
        begin = sector.get(parent, 0.0)
        width = FULL_TURN * weight[index] / max(weight.values())
        sector[parent] = begin + width
        sector[index] = begin if index != parent else 0.0
        points[index] = _polar((0.0, 0.0), step * depth[index], begin + width / 2)
    return points


def _away(hub: Point, others: Sequence[Point]) -> float:
    """The direction that leads away from a hub's other neighbours."""
    dx = sum(hub[0] - x for x, _ in others)
    dy = sum(hub[1] - y for _, y in others)
    return math.atan2(dy, dx) if dx or dy else 0.0


def _around(hub: Point, rings: Sequence[Ring], away: float) -> Iterable[tuple[int, Point]]:
    for number, ring in enumerate(rings):
        first = away - ring.step * ((len(ring.leaves) - 1) / 2 + (number % 2) / 2)
        for position, leaf in enumerate(ring.leaves):
            yield leaf, _polar(hub, ring.radius, first + position * ring.step)


def _polar(center: Point, radius: float, angle: float) -> Point:
    return center[0] + radius * math.cos(angle), center[1] + radius * math.sin(angle)
