"""Sources that claim to be one report: of the same city, bureau and date. Both are kept, and people are told."""

from __future__ import annotations

from collections.abc import Collection
from itertools import groupby

from ..ontology.records import Problem
from .walk import Store, Walk


def twins(store: Store, new: Collection[str]) -> list[Problem]:
    """A Problem for every new source that shares city, bureau and date with another one; all three must be known."""
    walk = Walk(store)
    claims = sorted((_claim(walk, iri), walk.one(iri, "dct:identifier")) for iri in walk.all("gg:Source"))
    found: list[Problem] = []
    for claim, group in groupby((c for c in claims if all(c[0])), key=lambda c: c[0]):
        sources = [source for _, source in group]
        for source in (s for s in sources if s in new and len(sources) > 1):
            others = ", ".join(other for other in sources if other != source)
            message = f"another source claims to be the report of {' '.join(claim)}: {others}; both are kept"
            found.append(Problem(source, 1, message, "warning"))
    return found


def _claim(walk: Walk, source: str) -> tuple[str, ...]:
    city, bureau = (walk.label(iri) if (iri := walk.one(source, f"gg:{part}")) else "" for part in ("city", "bureau"))
    return city, bureau, walk.one(source, "dct:issued")
