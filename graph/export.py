"""The graph in the formats of other programs; the same graph gives the same bytes, whatever the order of loading."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from pyoxigraph import Quad, RdfFormat, Store, Triple, serialize

from ..ontology.errors import GraphError
from ..ontology.prefixes import PREFIXES
from .store import GraphFolder


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format of `geungeo export`: what writes it, its media type and its file extension."""

    write: Callable[[Store, BinaryIO], None]
    media_type: str
    extension: str


def union(store: Store) -> list[Triple]:
    """All triples of all graphs, once each, sorted."""
    return sorted({quad.triple for quad in store}, key=str)


def _all_quads(store: Store) -> list[Quad]:
    return sorted(store, key=lambda quad: (str(quad.graph_name), str(quad.triple)))


def _rdf(form: RdfFormat, store: Store, out: BinaryIO) -> None:
    content = _all_quads(store) if form.supports_datasets else union(store)
    serialize(content, out, form, prefixes=PREFIXES)


def _exporter(form: RdfFormat) -> Exporter:
    return Exporter(partial(_rdf, form), form.media_type, form.file_extension)


EXPORTERS: dict[str, Exporter] = {
    "turtle": _exporter(RdfFormat.TURTLE),
    "trig": _exporter(RdfFormat.TRIG),
    "nquads": _exporter(RdfFormat.N_QUADS),
    "ntriples": _exporter(RdfFormat.N_TRIPLES),
    "jsonld": _exporter(RdfFormat.JSON_LD),
    "rdfxml": _exporter(RdfFormat.RDF_XML),
}


def export(graph: GraphFolder, format: str, out: BinaryIO | Path) -> None:
    """Write the graph in a format of EXPORTERS to a stream or, in one step, to a file.

    Formats for quads keep the named graphs; the others get the union of all. Raises GraphError for an unknown format or
    a file that cannot be written; an older file is then as it was.
    """
    if format not in EXPORTERS:
        raise GraphError(f"there is no format {format!r}", hint=f"one of {', '.join(EXPORTERS)}")
    write = EXPORTERS[format].write
    if isinstance(out, Path):
        _to_file(write, graph.store, out)
    else:
        write(graph.store, out)


def _to_file(write: Callable[[Store, BinaryIO], None], store: Store, path: Path) -> None:
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("wb") as file:
            write(store, file)
        part.replace(path)
    except OSError as error:
        raise GraphError(f"cannot be written: {error.strerror or error}", file=str(path)) from error
    finally:
        part.unlink(missing_ok=True)
