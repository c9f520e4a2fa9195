"""Forces between circles: springs along the edges, repulsion between all, no overlap at the end."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from .packing import Point

# Which bodies are near is looked up once in so many rounds.
PAIRS_LAST: Final = 8
MOST_ROUNDS: Final = 90
FEWEST_ROUNDS: Final = 40
ROUNDS_TIMES_BODIES: Final = 60_000
STIFFNESS: Final = 0.12
# Stronger downwards: pages are wider than high.
GRAVITY_X: Final = 0.008
GRAVITY_Y: Final = 0.018
PADDING: Final = 4.0
FAR: Final = 300.0
CALM: Final = 0.15
FIRST_STEP: Final = 60.0
APART_ROUNDS: Final = 80


@dataclass(frozen=True, slots=True)
class Spring:
    """Two bodies by position, the wished distance of their centres and how strongly it is wished."""

    source: int
    target: int
    length: float
    pull: float


def relax(points: Sequence[Point], bodies: Sequence[float], springs: Sequence[Spring]) -> list[Point]:
    """Points after the forces have settled, from a first drawing and the bodies' radii."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    masses = [body + PADDING for body in bodies]
    calm = _calm(len(points), springs)
    rounds = max(FEWEST_ROUNDS, min(MOST_ROUNDS, ROUNDS_TIMES_BODIES // max(len(points), 1)))
    pairs: list[tuple[int, int, float]] = []
    for turn in range(rounds):
        if turn % PAIRS_LAST == 0:
            pairs = [(i, j, masses[i] * masses[j]) for i, j in _close_pairs(xs, ys, FAR)]
        fx, fy = [-x * GRAVITY_X for x in xs], [-y * GRAVITY_Y for y in ys]
        _repel(xs, ys, fx, fy, pairs)
        _pull(xs, ys, fx, fy, springs)
        limit = FIRST_STEP * (1 - turn / rounds) + 1
        for index, share in enumerate(calm):
            xs[index] += max(-limit, min(limit, fx[index] * share))
            ys[index] += max(-limit, min(limit, fy[index] * share))
    return list(zip(xs, ys, strict=True))


def _calm(count: int, springs: Sequence[Spring]) -> list[float]:
    """How much of its force each body follows: hubs less, or many springs would make them swing."""
    degrees = [0] * count
    for spring in springs:
        degrees[spring.source] += 1
        degrees[spring.target] += 1
    return [1 / (1 + CALM * degree) for degree in degrees]


def _repel(
    xs: Sequence[float],
    ys: Sequence[float],
    fx: list[float],
    fy: list[float],
    pairs: Sequence[tuple[int, int, float]],
) -> None:
    for i, j, mass in pairs:
        dx, dy = xs[i] - xs[j], ys[i] - ys[j]
        force = mass / (dx * dx + dy * dy + 1.0)
        dx *= force
        dy *= force
        fx[i] += dx
        fy[i] += dy
        fx[j] -= dx
        fy[j] -= dy


def _pull(
    xs: Sequence[float], ys: Sequence[float], fx: list[float], fy: list[float], springs: Sequence[Spring]
) -> None:
    for spring in springs:
        i, j = spring.source, spring.target
        dx, dy = xs[j] - xs[i], ys[j] - ys[i]
        force = STIFFNESS * spring.pull * (1 - spring.length / (math.sqrt(dx * dx + dy * dy) + 0.1))
        fx[i] += dx * force
        fy[i] += dy * force
        fx[j] -= dx * force
        fy[j] -= dy * force


def push_apart(points: Sequence[Point], radii: Sequence[float]) -> list[Point]:
    """The points moved as little as it takes that no two circles overlap."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    reach = 2 * max(radii, default=1.0)
    for _ in range(APART_ROUNDS):
        moved = False
        for i, j in _close_pairs(xs, ys, reach):
            dx, dy = xs[i] - xs[j], ys[i] - ys[j]
            distance = math.sqrt(dx * dx + dy * dy)
            overlap = radii[i] + radii[j] - distance
            if overlap > 0.01:
                moved = True
                # Two circles on one spot part along the x axis.
                ux, uy = (dx / distance, dy / distance) if distance > 1e-6 else (1.0, 0.0)
                xs[i] += ux * overlap / 2
                ys[i] += uy * overlap / 2
                xs[j] -= ux * overlap / 2
                ys[j] -= uy * overlap / 2
        if not moved:
            break
    return list(zip(xs, ys, strict=True))


def _close_pairs(xs: Sequence[float], ys: Sequence[float], reach: float) -> Iterator[tuple[int, int]]:
    """Each pair once that stands in the same square of side `reach` or in neighbouring ones."""
    squares: dict[tuple[int, int], list[int]] = {}
    for index, (x, y) in enumerate(zip(xs, ys, strict=True)):
        squares.setdefault((int(x // reach), int(y // reach)), []).append(index)
    for (column, row), own in squares.items():
        for position, i in enumerate(own):
            for j in own[position + 1 :]:
                yield i, j
        for near in ((column + 1, row), (column - 1, row + 1), (column, row + 1), (column + 1, row + 1)):
            for i in own:
                for j in squares.get(near, ()):
                    yield i, j
