"""The graph folder: a whole new generation is written beside the old one, then one file is replaced.

    DIR/geungeo.json                     the manifest; it names the generation that counts
    DIR/generation-000007/store/         the triple store (Oxigraph on disk)
    DIR/generation-000007/sources/*.nq   what each source says, as sorted N-Quads
    DIR/generation-000007/map.html       the map

A build that fails or is killed leaves the manifest, and so the older graph, as it was; the next one sweeps up.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from pyoxigraph import Quad, Store

from ..ontology.errors import GraphError
from .manifest import STORE, Manifest, SourceInfo, read_manifest

__all__ = ["GraphFolder", "Quads", "SourceInfo", "replace_sources"]

Quads: TypeAlias = Collection[Quad]
Finish: TypeAlias = Callable[[Path, Quads], None]


@dataclass
class GraphFolder:
    """A graph on disk, for reading; any number of processes may read it at once."""

    path: Path
    manifest: Manifest
    _store: Store | None = field(default=None, repr=False)

    @classmethod
    def open(cls, path: Path) -> GraphFolder:
        """The graph in a folder; GraphError if there is none, it is not ours, or of another version."""
        return cls(path, read_manifest(path))

    @property
    def generation(self) -> Path:
        """The folder that counts."""
        return self.path / self.manifest.generation

    @property
    def sources(self) -> tuple[SourceInfo, ...]:
        """The sources of the graph, by name."""
        return self.manifest.sources

    @property
    def demo(self) -> bool:
        """Whether `geungeo demo` made this graph."""
        return self.manifest.demo

    @property
    def map_path(self) -> Path:
        """Where the map lies, if one was drawn."""
        return self.generation / "map.html"

    @property
    def store(self) -> Store:
        """The store, read-only, opened when first asked for; GraphError if it is damaged."""
        if self._store is None:
            self._store = self._opened()
        return self._store

    def quads(self) -> Quads:
        """All that the store holds, for who reads all of it."""
        from .generation import quads_of

        return quads_of(self.generation)

    def _opened(self) -> Store:
        try:
            return Store.read_only(str(self.generation / STORE))
        except OSError as error:
            newer = read_manifest(self.path)
            if newer.generation == self.manifest.generation:
                raise GraphError("the store is damaged", file=str(self.path), hint="build the graph anew") from error
            # A build has replaced the generation since the manifest was read.
            self.manifest = newer
            return self._opened()


def replace_sources(
    path: Path,
    additions: Mapping[str, Sequence[Quad] | Iterator[Sequence[Quad]]],
    *,
    infos: Sequence[SourceInfo],
    prune: bool = False,
    demo: bool = False,
    finish: Finish | None = None,
) -> GraphFolder:
    """Put sources, by name, into the graph at `path`; earlier ones of the same name are replaced.

    The other earlier sources stay, unless `prune`. `infos` describe the additions; their triples are counted here. A
    register of laws is given law by law, as an iterator, and read while it is written.
    `finish` gets the new generation's folder and all quads before the graph is switched to it. Raises GraphError if the
    folder is not ours or cannot be written; then, as after any error, the older graph is as it was.
    """
    # Late, since those who only read need none of it.
    from .replace import replaced

    return GraphFolder(path, replaced(path, additions, infos=infos, prune=prune, demo=demo, finish=finish))
