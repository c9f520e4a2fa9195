"""One label for one thing: of several spellings the first in code point order is the label, the others are aliases.

A blank sorts before every letter, so `서울 AI 허브` wins over `서울AI허브`. Concepts, whose labels have a language, are
left as they are. The rule asks for no order of loading, so that the same sources give the same graph.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode, Quad

from ..ontology.prefixes import PREFIXES

LABELS = (
    NamedNode(f"{PREFIXES['skos']}prefLabel"),
    NamedNode(f"{PREFIXES['dct']}title"),
    NamedNode(f"{PREFIXES['gg']}item"),
)
_ALIAS = NamedNode(f"{PREFIXES['skos']}altLabel")


def one_label(quads: Iterable[Quad]) -> set[Quad]:
    """The quads with a single label (prefLabel, title or item) for each subject, in all its graphs."""
    kept = set(quads)
    labels: defaultdict[tuple[str, str], list[Quad]] = defaultdict(list)
    for quad in kept:
        if quad.predicate in LABELS and isinstance(quad.object, Literal) and not quad.object.language:
            labels[str(quad.subject), quad.predicate.value].append(quad)
    for found in labels.values():
        best = min(_spelling(quad) for quad in found)
        for quad in found:
            if _spelling(quad) != best:
                kept.remove(quad)
                kept.add(Quad(quad.subject, quad.predicate, Literal(best), quad.graph_name))
                kept.add(Quad(quad.subject, _ALIAS, quad.object, quad.graph_name))
    return kept


def _spelling(quad: Quad) -> str:
    return quad.object.value if isinstance(quad.object, Literal) else ""
