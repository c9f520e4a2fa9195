"""Writing a graph folder: a whole new generation, then the switch to it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import cast

from pyoxigraph import Quad

from ..ontology.errors import GraphError
from . import lock
from .beside import beside
from .generation import (
    fill_store,
    foreign_names,
    keep_source,
    new_generation,
    quads_of,
    sweep,
    write_register,
    write_source,
)
from .manifest import Manifest, SourceInfo, foreign, has_manifest, read_manifest, write_manifest

Finish = Callable[[Path, Collection[Quad]], None]
Additions = Mapping[str, Sequence[Quad] | Iterator[Sequence[Quad]]]


def replaced(
    path: Path,
    additions: Additions,
    *,
    infos: Sequence[SourceInfo],
    prune: bool,
    demo: bool,
    finish: Finish | None,
) -> Manifest:
    """The manifest of the new generation; see `store.replace_sources`."""
    if {info.id for info in infos} != set(additions):
        raise ValueError("infos and additions name different sources")
    try:
        with _claimed(path):
            before = read_manifest(path) if has_manifest(path) else None
            kept = before.sources if before and not prune else ()
            with new_generation(path) as generation:
                sources = [source for source in kept if source.id not in additions]
                for source in sources:
                    keep_source(path / before.generation, generation, source)  # type: ignore[union-attr]
                sources += _complete(generation, additions, infos, finish)
                manifest = Manifest(generation.name, tuple(sorted(sources, key=lambda s: s.id)), demo)
                write_manifest(path, manifest)
            sweep(path, manifest.generation)
    except OSError as error:
        raise _unwritable(path, error) from error
    return manifest


@contextmanager
def _claimed(path: Path) -> Iterator[None]:
    """The folder, made if need be, held by this build alone; nothing of a folder stays in which no build has ended."""
    path.mkdir(parents=True, exist_ok=True)
    if has_manifest(path):
        read_manifest(path)
    elif foreign_names(path):
        raise foreign(path)
    with lock.locked(path):
        try:
            yield
        finally:
            if not has_manifest(path):
                with suppress(OSError):
                    (path / lock.NAME).unlink()
                    path.rmdir()


def _complete(
    generation: Path, additions: Additions, infos: Sequence[SourceInfo], finish: Finish | None
) -> list[SourceInfo]:
    """The new sources and the store on disk; beside it, while Oxigraph writes, what the caller makes of the quads."""
    if finish is None:
        return _written(generation, additions, infos)
    reports = {info.id: cast(Sequence[Quad], additions[info.id]) for info in infos if not info.register}
    with beside(partial(finish, generation, quads_of(generation, reports))):
        return _written(generation, additions, infos)


def _written(generation: Path, additions: Additions, infos: Sequence[SourceInfo]) -> list[SourceInfo]:
    sources = []
    for info in infos:
        write: Callable[..., int] = write_register if info.register else write_source
        sources.append(replace(info, triples=write(generation, info.id, additions[info.id])))
    fill_store(generation)
    return sources


def _unwritable(path: Path, error: OSError) -> GraphError:
    reason = "a file is in the way" if isinstance(error, FileExistsError | NotADirectoryError) else error.strerror
    return GraphError(f"cannot be written: {reason or error}", file=str(path), hint="give another --graph")
