"""A register of laws read whole: first the entries, so that names resolve, then the articles and what they cite."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import groupby
from multiprocessing import get_context
from pathlib import Path
from typing import TypeAlias

from ...ontology.errors import SourceError
from ...ontology.records import LawArticle, Problem, RegisteredLaw, Source
from ..citations.models import Entry
from ..citations.register import Register, law_of
from .files import File, entry_in, law_files, statute_in
from .models import Article
from .references import references
from .shelf import Shelf, law_key

_WORKER: list[Register] = []
_AT_ONCE = 32
_WORTH_A_POOL = 400
_EMPTY = "the folder holds no law (*.md, *.xml, *.json)"
Read: TypeAlias = tuple[RegisteredLaw | None, list[Problem]]
Watch: TypeAlias = Callable[[Sequence[File]], Iterable[File]]


@dataclass(frozen=True)
class LawFiles:
    """The files of one or more registers that count (one of each title), their entries, and what is wrong so far."""

    files: tuple[File, ...] = ()
    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()

    @cached_property
    def register(self) -> Register:
        """The bundled register with these laws."""
        return Register.bundled().extended(self.entries) if self.entries else Register.bundled()

    @cached_property
    def shelf(self) -> Shelf:
        """The articles of these laws, and the bundled ones."""
        return Shelf({law_key(entry): file for file, entry in zip(self.files, self.entries, strict=True)})


def find_laws(paths: Sequence[Path]) -> LawFiles:
    """The law files under the paths by their heads. A path that leads nowhere, and a second register of one name, is a
    SourceError; an empty folder, a file whose head cannot be read, or whose title stands elsewhere in a later version,
    is a Problem and left out."""
    found: list[tuple[File, Entry]] = []
    problems: list[Problem] = []
    for path in _distinct(paths):
        files = law_files(path)
        problems += [] if files else [Problem(path.resolve().name, 1, _EMPTY, "error")]
        for file in files:
            try:
                found.append((file, entry_in(file)))
            except SourceError as error:
                problems.append(_problem(file, error))
    kept, twice = _once(found)
    return LawFiles(tuple(f for f, _ in kept), tuple(e for _, e in kept), (*problems, *twice))


def _distinct(paths: Sequence[Path]) -> Sequence[Path]:
    known: dict[str, Path] = {}
    for path in paths:
        if known.setdefault(path.resolve().name, path) is not path:
            raise SourceError("two registers have this name", file=str(path), hint="give their common folder instead")
    return paths


def _problem(file: File, error: SourceError) -> Problem:
    return Problem(file.shown, error.line, error.message, "error")


def _once(found: Sequence[tuple[File, Entry]]) -> tuple[list[tuple[File, Entry]], list[Problem]]:
    """Of one title the version promulgated last; the others are reported."""
    latest: dict[tuple[str, str, str], tuple[File, Entry]] = {}
    problems: list[Problem] = []
    for file, entry in sorted(found, key=lambda pair: (pair[1].promulgated, pair[0].id)):
        key = law_key(entry)
        if before := latest.get(key):
            text = f"{entry.title} stands twice: {file.shown} counts"
            problems.append(Problem(before[0].shown, 1, text, "warning"))
        latest[key] = (file, entry)
    return sorted(latest.values(), key=lambda pair: (pair[0].register, pair[0].id)), problems


class Reading:
    """Law files read whole, register by register; `problems` grows as the laws go by. See `read_laws`."""

    def __init__(self, books: LawFiles, watch: Watch, *, texts: bool = False) -> None:
        self.problems = list(books.problems)
        self._books = books
        self._watch = watch
        self._texts = texts

    def registers(self) -> Iterator[tuple[Source, Iterator[RegisteredLaw]]]:
        """Each register as a source, with its laws, which are read as they are asked for."""
        for name, files in groupby(self._books.files, key=lambda file: file.register):
            yield Source(f"laws/{name}", "", "utf-8", 0, name), self._laws(tuple(files))

    def _laws(self, files: Sequence[File]) -> Iterator[RegisteredLaw]:
        for law, problems in read_laws(files, self._books.register, self._watch, texts=self._texts):
            self.problems += problems
            if law:
                yield law


def read_laws(files: Sequence[File], register: Register, watch: Watch, *, texts: bool = False) -> Iterator[Read]:
    """The laws of the files in their order, each with its problems; many files are read by all cores.

    `texts`: the articles keep their wording. `watch` hands on the work, file by file: the place for a progress bar.
    """
    if len(files) < _WORTH_A_POOL:
        yield from (read_law(file, register, texts=texts) for file in watch(files))
        return
    entries = register.entries
    with ProcessPoolExecutor(mp_context=get_context("spawn"), initializer=_start, initargs=(entries,)) as pool:
        done = pool.map(partial(_read_here, texts=texts), files, chunksize=_AT_ONCE)
        yield from (next(done) for _ in watch(files))


def _start(entries: Sequence[Entry]) -> None:
    """What every process needs, made once in each."""
    _WORKER.append(Register(entries))


def _read_here(file: File, *, texts: bool) -> Read:
    return read_law(file, _WORKER[0], texts=texts)


def read_law(file: File, register: Register, *, texts: bool = False) -> Read:
    """One law with its articles and references, and the file's problems; no law if it cannot be read."""
    try:
        statute, found = statute_in(file)
    except SourceError as error:
        return None, [_problem(file, error)]
    problems = [replace(problem, source=file.shown) for problem in found]
    articles = tuple(_worded(a) if texts else a.article for a in statute.articles)
    return RegisteredLaw(law_of(statute.entry), file.id, articles, tuple(references(statute, register))), problems


def _worded(article: Article) -> LawArticle:
    return replace(article.article, text="\n".join(passage.text for passage in article.passages))
