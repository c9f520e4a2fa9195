"""How each type looks: name in two languages, colour, shape; size by money."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from .network import Node

FLOOR_WON: Final = 10_000_000
CEILING_WON: Final = 100_000_000_000
SMALLEST: Final = 10.0
LARGEST: Final = 34.0
LEGEND_WON: Final = (100_000_000, 1_000_000_000, 10_000_000_000)


@dataclass(frozen=True, slots=True)
class NodeStyle:
    """A type of node: colour on a light and a dark page, vis-network's shape, radius without money."""

    label_ko: str
    label_en: str
    color: str
    dark: str
    shape: str
    size: float


@dataclass(frozen=True, slots=True)
class EdgeStyle:
    """A type of edge; in the layout `gap` is the wished distance between the rims, `pull` how strongly it is wished."""

    width: float
    gap: float
    pull: float


# Colours after Okabe and Ito, which colour-blind people can tell apart; the shapes say the same again.
NODE_STYLES: Final = {
    "department": NodeStyle("부서", "Department", "#37415c", "#c9d2e6", "square", 26.0),
    "project": NodeStyle("사업", "Project", "#0072b2", "#56b4e9", "dot", 13.0),
    "law": NodeStyle("법령", "Law", "#b0417a", "#e08bb8", "diamond", 14.0),
    "budget_line": NodeStyle("예산", "Budget line", "#d98200", "#f0a830", "triangle", SMALLEST),
    "facility": NodeStyle("시설", "Facility", "#00835f", "#2fbf94", "hexagon", SMALLEST),
    "partner": NodeStyle("참여 기관", "Partner", "#7a4a21", "#cfa277", "triangleDown", SMALLEST),
}

EDGE_STYLES: Final = {
    "competent": EdgeStyle(2.6, 34.0, 1.5),
    "legal_basis": EdgeStyle(2.0, 50.0, 0.4),
    "budget": EdgeStyle(2.0, 20.0, 1.5),
    "funds": EdgeStyle(2.0, 20.0, 1.5),
    "facility_of": EdgeStyle(1.6, 26.0, 1.2),
    "facility_law": EdgeStyle(1.4, 80.0, 0.2),
    "partner": EdgeStyle(1.4, 40.0, 0.4),
    "branch": EdgeStyle(1.6, 26.0, 1.5),
}


def size_of_won(won: int) -> float:
    """The radius for an amount in won, by its logarithm between FLOOR_WON and CEILING_WON."""
    share = math.log10(max(won, FLOOR_WON) / FLOOR_WON) / math.log10(CEILING_WON / FLOOR_WON)
    return round(SMALLEST + (LARGEST - SMALLEST) * min(share, 1.0), 1)


def size(node: Node) -> float:
    """A node's radius: by its money, or its type's own where none is known."""
    plain = NODE_STYLES[node.type].size
    return plain if node.amount_krw is None else max(plain, size_of_won(node.amount_krw))
