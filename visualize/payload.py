"""A network as the data of the page: JSON that cannot leave its script element, each text once."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, Final

from .layout import Link, place
from .network import Edge, Fact, Network, Node
from .style import EDGE_STYLES, LEGEND_WON, NODE_STYLES, size, size_of_won
from .vis import drawing

# Markup, line ends of JavaScript, what turns the reading direction, and halves of pairs, which UTF-8 cannot hold.
_UNSAFE: Final = re.compile(
    r"[<>&\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_LAW_PAGE: Final = re.compile(
    r"https?://[^\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2066-\u2069<>\"'`\\{}|^]+", re.IGNORECASE
)


class Texts:
    """Each text once; facts name them by their number."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, text: str) -> int:
        """The number of a text, a new one if it was not there."""
        return self._numbers.setdefault(text, len(self._numbers))

    def all(self) -> list[str]:
        """The texts in the order of their numbers."""
        return list(self._numbers)


def safe_json(data: object) -> str:
    """Compact JSON for a script element: nothing in it can end the element or be read as markup."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def payload(network: Network, title: str) -> dict[str, Any]:
    """What the page's scripts read; nodes go by their position, facts and edges are rows of text numbers.

    A fact's row: label_ko, label_en, value, lines, quote, basis, rule, rule_en, source, value_en. An edge's row: the
    positions of both ends, then type, label_ko, label_en, basis, rule, rule_en, lines.
    """
    texts = Texts()
    positions = {node.id: position for position, node in enumerate(network.nodes)}
    return {
        "title": title,
        "nodes": [_node(node, texts) for node in network.nodes],
        "edges": [_edge(edge, positions, texts) for edge in network.edges],
        "sources": [asdict(source) for source in network.sources],
        "types": {name: asdict(style) for name, style in NODE_STYLES.items()},
        "scale": [[won, size_of_won(won)] for won in LEGEND_WON],
        "drawing": _drawing(network, positions),
        "texts": texts.all(),
    }


def law_page(node: Node) -> str:
    """The address of a law's page if it is one that a reader may follow, else nothing."""
    return node.url if node.type == "law" and _LAW_PAGE.fullmatch(node.url) else ""


def _node(node: Node, texts: Texts) -> dict[str, Any]:
    row = {
        "id": node.id,
        "type": node.type,
        "label": node.label,
        "subtitle": node.subtitle,
        "amount": node.amount_krw,
        "status": node.status,
        "status_en": node.status_en,
        "url": law_page(node),
        "facts": [_fact(fact, texts) for fact in node.facts],
    }
    return {name: value for name, value in row.items() if value not in ("", None, [])}


def _fact(fact: Fact, texts: Texts) -> list[int]:
    row = (fact.label_ko, fact.label_en, fact.value, fact.lines, fact.quote, fact.basis, fact.rule)
    return [texts.number(text) for text in (*row, fact.rule_en, fact.source, fact.value_en)]


def _edge(edge: Edge, positions: dict[str, int], texts: Texts) -> list[int]:
    row = (edge.type, edge.label_ko, edge.label_en, edge.basis, edge.rule, edge.rule_en, edge.lines)
    return [positions[edge.source], positions[edge.target], *(texts.number(text) for text in row)]


def _drawing(network: Network, positions: dict[str, int]) -> dict[str, Any]:
    radii = [size(node) for node in network.nodes]
    points = place(radii, [_link(edge, positions) for edge in _holding(network.edges)])
    nodes = [_circle(*row) for row in zip(positions.values(), network.nodes, radii, points, strict=True)]
    return drawing(nodes, _lines(network.edges, positions))


def _holding(edges: Sequence[Edge]) -> list[Edge]:
    """The edges that the layout follows: a partner stands beside the first that it works for, as a leaf; more of its
    edges would pull what has little in common into one crowd."""
    held: set[str] = set()
    found = []
    for edge in edges:
        if edge.type != "partner" or edge.target not in held:
            found.append(edge)
        if edge.type == "partner":
            held.add(edge.target)
    return found


def _link(edge: Edge, positions: dict[str, int]) -> Link:
    style = EDGE_STYLES[edge.type]
    return Link(positions[edge.source], positions[edge.target], style.gap, style.pull)


def _circle(position: int, node: Node, radius: float, point: tuple[float, float]) -> dict[str, Any]:
    style = NODE_STYLES[node.type]
    return {"id": position, "shape": style.shape, "color": style.color, "size": radius, "x": point[0], "y": point[1]}


def _lines(edges: Sequence[Edge], positions: dict[str, int]) -> list[dict[str, Any]]:
    return [
        {
            "id": number,
            "from": positions[edge.source],
            "to": positions[edge.target],
            "width": EDGE_STYLES[edge.type].width,
            "dashes": edge.basis == "derived",
        }
        for number, edge in enumerate(edges)
    ]
