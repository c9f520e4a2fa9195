"""One generation of a graph on disk: its files are written here, beside the one that counts, and swept away later."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from pyoxigraph import NamedNode, Quad, QuerySolutions, RdfFormat, Store, parse, serialize

from . import lock, manifest
from .labels import LABELS, one_label
from .vocabulary import vocabulary_quads

SOURCES = "sources"
REGISTERS = "registers"
_GENERATION = re.compile(r"generation-(\d{6,})")
_UNSAFE = re.compile(r"[^0-9A-Za-z가-힣_-]+")


def source_file(source_id: str) -> str:
    """A file name for a source that every system can hold; names that differ only in case stay apart."""
    readable = _UNSAFE.sub("_", source_id).strip("_")[-60:]
    return f"{readable}-{sha256(source_id.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}.nq"


def foreign_names(folder: Path) -> list[str]:
    """The names in a folder that no build of ours has written."""
    ours = {manifest.NAME, manifest.TEMPORARY, lock.NAME}
    return sorted(entry.name for entry in folder.iterdir() if entry.name not in ours and not _number(entry))


def _number(entry: Path) -> int:
    found = _GENERATION.fullmatch(entry.name)
    return int(found[1]) if found else 0


@contextmanager
def new_generation(folder: Path) -> Iterator[Path]:
    """A fresh generation's folder; if its making fails, nothing of it stays."""
    number = max((_number(entry) for entry in folder.iterdir()), default=0) + 1
    generation = folder / f"generation-{number:06d}"
    (generation / SOURCES).mkdir(parents=True)
    (generation / REGISTERS).mkdir()
    complete = False
    try:
        yield generation
        complete = True
    finally:
        if not complete:
            shutil.rmtree(generation, ignore_errors=True)


def sweep(folder: Path, current: str) -> None:
    """Remove every generation but the current one; what a reader of this system holds open is left for the next."""
    for entry in folder.iterdir():
        if _number(entry) and entry.name != current:
            shutil.rmtree(entry, ignore_errors=True)


def write_source(generation: Path, source_id: str, quads: Iterable[Quad]) -> int:
    """Write what a source says as sorted N-Quads; the number of its quads."""
    text = serialize(quads, format=RdfFormat.N_QUADS) or b""
    lines = sorted(set(text.splitlines(keepends=True)))
    (generation / SOURCES / source_file(source_id)).write_bytes(b"".join(lines))
    return len(lines)


def write_register(generation: Path, source_id: str, laws: Iterable[Iterable[Quad]]) -> int:
    """Write a register of laws, law by law, each as sorted N-Quads; the number of its quads."""
    count = 0
    with (generation / REGISTERS / source_file(source_id)).open("wb") as file:
        for quads in laws:
            lines = sorted(set((serialize(quads, format=RdfFormat.N_QUADS) or b"").splitlines(keepends=True)))
            file.writelines(lines)
            count += len(lines)
    return count


def keep_source(earlier: Path, generation: Path, source: manifest.SourceInfo) -> None:
    """Take over what an earlier generation holds of a source."""
    name = Path(REGISTERS if source.register else SOURCES) / source_file(source.id)
    shutil.copyfile(earlier / name, generation / name)


def fill_store(generation: Path) -> None:
    """All sources of the generation and the vocabulary, with one label for one thing, on disk and closed."""
    store = Store(str(generation / manifest.STORE))
    vocabulary = serialize(vocabulary_quads(), format=RdfFormat.N_QUADS) or b""
    texts = (path.read_bytes() for path in sorted((generation / SOURCES).iterdir()))
    # In one go: each bulk load costs as much again as 20,000 quads.
    store.bulk_load(b"".join((*texts, vocabulary)), format=RdfFormat.N_QUADS)
    for path in sorted((generation / REGISTERS).iterdir()):
        store.bulk_load(path=str(path), format=RdfFormat.N_QUADS)
    _one_label_across(store)
    store.flush()


def quads_of(generation: Path, known: Mapping[str, Iterable[Quad]] | None = None) -> set[Quad] | list[Quad]:
    """What the store holds but for registers of laws, for who reads all of it: Oxigraph fetches every term from disk on
    its own.

    The sources that are `known` by name are not read from their files.
    """
    made = {source_file(source): quads for source, quads in (known or {}).items()}
    others = [path for path in sorted((generation / SOURCES).iterdir()) if path.name not in made]
    parsed = (parse(path=path, format=RdfFormat.N_QUADS) for path in others)
    found = [quad for quads in (*made.values(), *parsed, vocabulary_quads()) for quad in quads]
    return found if len(made) + len(others) < 2 else one_label(found)


def _one_label_across(store: Store) -> None:
    said = {quad for predicate in LABELS for thing in _named_twice(store, predicate) for quad in thing}
    kept = one_label(said)
    for quad in said - kept:
        store.remove(quad)
    store.extend(kept - said)


def _named_twice(store: Store, predicate: NamedNode) -> list[list[Quad]]:
    query = f"""SELECT ?thing WHERE {{ GRAPH ?g {{ ?thing {predicate} ?label }} FILTER(LANG(?label) = "") }}
        GROUP BY ?thing HAVING(COUNT(DISTINCT ?label) > 1)"""
    rows = store.query(query)
    assert isinstance(rows, QuerySolutions)
    things = [row["thing"] for row in rows]
    return [list(store.quads_for_pattern(thing, predicate, None)) for thing in things if isinstance(thing, NamedNode)]
