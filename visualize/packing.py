"""Clouds of points side by side on a page that is wider than high, each as high up as it fits."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final, TypeAlias

Point: TypeAlias = tuple[float, float]

ASPECT: Final = 1.5
MARGIN: Final = 80.0
PAGES: Final = 24
# Names are wider than high.
CELL_WIDTH: Final = 130.0
CELL_HEIGHT: Final = 60.0


@dataclass(frozen=True, slots=True)
class Cloud:
    """The nodes of one connected part with their points and radii."""

    nodes: tuple[int, ...]
    points: tuple[Point, ...]
    radii: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Box:
    cloud: Cloud
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class _Step:
    """From `left` to the next step the page is filled down to `bottom`."""

    left: float
    bottom: float


def grid(nodes: Sequence[int], radii: Sequence[float]) -> Cloud:
    """Nodes without edges in rows, in the given order."""
    columns = max(math.ceil(math.sqrt(len(nodes) * ASPECT * CELL_HEIGHT / CELL_WIDTH)), 1)
    points = [(number % columns * CELL_WIDTH, number // columns * CELL_HEIGHT) for number in range(len(nodes))]
    return Cloud(tuple(nodes), tuple(points), tuple(radii[index] for index in nodes))


def turned(points: Sequence[Point]) -> list[Point]:
    """The points turned about their middle until they spread most along x (the main axis of inertia)."""
    count = len(points)
    mx, my = sum(x for x, _ in points) / count, sum(y for _, y in points) / count
    xx = sum((x - mx) ** 2 for x, _ in points)
    yy = sum((y - my) ** 2 for _, y in points)
    xy = sum((x - mx) * (y - my) for x, y in points)
    angle = math.atan2(2 * xy, xx - yy) / 2
    cos, sin = math.cos(angle), math.sin(angle)
    return [((x - mx) * cos + (y - my) * sin, (y - my) * cos - (x - mx) * sin) for x, y in points]


def pack(clouds: Sequence[Cloud]) -> list[Cloud]:
    """The clouds moved so that none lies over another, on the page nearest to ASPECT."""
    boxes = [_box(cloud) for cloud in clouds]
    if not boxes:
        return []
    pages = [_corners(boxes, width) for width in _page_widths(boxes)]
    corners = min(pages, key=lambda corners: _page_height(boxes, corners))
    return [_moved(box.cloud, left, top) for box, (left, top) in zip(boxes, corners, strict=True)]


def _box(cloud: Cloud) -> _Box:
    """The cloud with its left upper corner at the origin."""
    sides = list(zip(cloud.points, cloud.radii, strict=True))
    left, top = min(x - r for (x, _), r in sides), min(y - r for (_, y), r in sides)
    right, bottom = max(x + r for (x, _), r in sides), max(y + r for (_, y), r in sides)
    return _Box(_moved(cloud, -left, -top), right - left, bottom - top)


def _page_widths(boxes: Sequence[_Box]) -> list[float]:
    """Widths worth trying: the first boxes side by side, one more each time, about PAGES of them."""
    widest = max(box.width for box in boxes) + MARGIN
    widths = [max(width, widest) for width in accumulate(box.width + MARGIN for box in boxes)]
    return widths[:: max(len(widths) // PAGES, 1)]


def _corners(boxes: Sequence[_Box], page: float) -> list[Point]:
    """The left upper corner of each box: as high as it fits, then as far left."""
    steps = [_Step(0.0, 0.0), _Step(page, math.inf)]
    corners = []
    for box in boxes:
        width = box.width + MARGIN
        top, left = min((_top(steps, step.left, width), step.left) for step in steps[:-1])
        corners.append((left, top))
        steps = _filled(steps, left, left + width, top + box.height + MARGIN)
    return corners


def _top(steps: Sequence[_Step], left: float, width: float) -> float:
    """How far down a box of this width must go at this place; beyond the page's edge without end."""
    under = [step.bottom for step, after in pairwise(steps) if after.left > left and step.left < left + width]
    return math.inf if left + width > steps[-1].left + 0.01 else max(under)


def _filled(steps: Sequence[_Step], left: float, right: float, bottom: float) -> list[_Step]:
    """The steps after a box has been set between `left` and `right`."""
    before = [step for step in steps if step.left < left]
    after = [step for step in steps if step.left >= right]
    last = [step for step in steps if step.left < right][-1]
    rest = [] if after and after[0].left == right else [_Step(right, last.bottom)]
    return [*before, _Step(left, bottom), *rest, *after]


def _page_height(boxes: Sequence[_Box], corners: Sequence[Point]) -> float:
    """How high a page of the shape ASPECT must be to hold these boxes."""
    right = max(left + box.width for box, (left, _) in zip(boxes, corners, strict=True))
    bottom = max(top + box.height for box, (_, top) in zip(boxes, corners, strict=True))
    return max(right / ASPECT, bottom)


def _moved(cloud: Cloud, left: float, top: float) -> Cloud:
    points = tuple((round(x + left, 1), round(y + top, 1)) for x, y in cloud.points)
    return Cloud(cloud.nodes, points, cloud.radii)
