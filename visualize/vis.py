"""pyvis, wrapped: the drawing as JSON and the vis-network library that it bundles. The only file that knows pyvis.

Its pages are never used: none is offline, ids go into them unescaped, and writing one leaves a `lib/` folder behind.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any, Final, TypeAlias

from ..ontology.errors import GeungeoError

Item: TypeAlias = Mapping[str, Any]

# Nothing moves by itself, vis draws no labels (ours keep off each other) and no HTML titles.
OPTIONS: Final[dict[str, Any]] = {
    "autoResize": True,
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "physics": {"enabled": False},
    "interaction": {"hover": True, "hoverConnectedEdges": False, "multiselect": False, "keyboard": False},
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 3, "font": {"size": 0}},
    "edges": {"smooth": False, "selectionWidth": 1.5, "hoverWidth": 1, "font": {"size": 0}},
}


def drawing(nodes: Sequence[Item], edges: Sequence[Item]) -> dict[str, Any]:
    """What vis-network takes: nodes, edges and options, as pyvis keeps them.

    node: id, shape and any other vis-network option; edge: from, to and any other. The lists of the pyvis network are
    filled directly, because its add_node and add_edge search all that is there for each new one.
    """
    from pyvis.edge import Edge  # type: ignore[import-untyped]
    from pyvis.network import Network  # type: ignore[import-untyped]
    from pyvis.node import Node  # type: ignore[import-untyped]

    network = Network(directed=True)
    network.options = OPTIONS
    for item in nodes:
        node = dict(item)
        network.nodes.append(Node(node.pop("id"), node.pop("shape"), "", **node).options)
    for item in edges:
        edge = dict(item)
        network.edges.append(Edge(edge.pop("from"), edge.pop("to"), **edge).options)
    filled_nodes, filled_edges, _, _, _, options = network.get_network_data()
    return {"nodes": filled_nodes, "edges": filled_edges, "options": json.loads(options)}


def library() -> str:
    """The text of the smallest vis-network that pyvis bundles, licence notice included; line ends are `\\n`.

    Its style sheet (220 KB, pictures for buttons and an editor that the map does not show) is left out.
    """
    bundles = [folder / "vis-network.min.js" for folder in (files("pyvis") / "lib").iterdir()]
    texts = sorted((b.read_text(encoding="utf-8") for b in bundles if b.is_file()), key=lambda text: (len(text), text))
    if not texts:
        raise GeungeoError("pyvis brings no vis-network", hint="install pyvis 0.3.2")
    return texts[0]
