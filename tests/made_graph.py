"""The hand-made reports as a graph folder, and as the plain terms of a quad."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from geungeo.graph.build import quads
from geungeo.graph.store import GraphFolder, SourceInfo, replace_sources
from geungeo.ontology.iris import DEFAULT_BASE
from geungeo.ontology.prefixes import PREFIXES
from geungeo.ontology.records import Loaded, Record
from pyoxigraph import Quad, Store

from .made import LOADED


def info(loaded: Loaded) -> SourceInfo:
    """What the manifest says of a report."""
    return SourceInfo(loaded.source.id, loaded.source.sha256, loaded.source.title)


def built(path: Path, *reports: Loaded) -> GraphFolder:
    """A graph folder of these reports, by default of the first."""
    those = reports or (LOADED,)
    return replace_sources(path, {r.source.id: quads(r) for r in those}, infos=[info(r) for r in those])


def plain(quad: Quad) -> tuple[str, str, str]:
    """The triple of a quad as text."""
    return str(quad.subject), str(quad.predicate), str(quad.object)


def only(*records: Record) -> Loaded:
    """The first report, had it given no more than these."""
    return replace(LOADED, records=records)


def asks(report: Loaded, pattern: str) -> bool:
    """Whether the graph of a report holds a pattern."""
    store = Store()
    store.extend(quads(report))
    prefixes = {**PREFIXES, "id": DEFAULT_BASE}
    return bool(store.query(f"ASK {{ {pattern} }}", prefixes=prefixes, use_default_graph_as_union=True))


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of ours that readers depend on, but the store's."""
    files = [path for path in folder.rglob("*") if path.is_file() and path.parent.name != "store"]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files if path.name != "geungeo.lock"}


def generations(folder: Path) -> list[str]:
    """The generations that lie in a graph folder."""
    return sorted(path.name for path in folder.iterdir() if path.is_dir())
