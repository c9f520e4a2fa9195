"""The ontology's own files, as text."""

from __future__ import annotations

from importlib.resources import files


def ontology_text(name: str) -> str:
    """One of `vocabulary.ttl`, `shapes.ttl`, `types.csv`, `rules.csv`."""
    return (files(__package__) / name).read_text(encoding="utf-8")
