"""Many reports in one go: files, folders and standard input, the bad ones apart from the good."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO, TypeAlias

from ..ontology.errors import SourceError
from ..ontology.records import Loaded
from .laws.book import LawFiles
from .laws.checked import held_against
from .source import discover, read
from .work_report import Given, load

STDIN = Path("-")
Work: TypeAlias = Sequence[tuple[str, Path]]


def read_all(
    paths: Sequence[Path],
    given: Given,
    stdin: BinaryIO,
    watch: Callable[[Work], Iterable[tuple[str, Path]]],
    laws: LawFiles | None = None,
) -> tuple[list[Loaded], list[SourceError]]:
    """Every report under the paths, and why the others could not be read; `-` among the paths is `stdin`.

    `laws` are read beside the bundled register, and the citations of the reports are held against them. `watch` hands
    on the work, source by source: the place for a progress bar. An empty folder, or two sources of one name, is a
    SourceError at once.
    """
    books = laws or LawFiles()
    reports: list[Loaded] = []
    bad: list[SourceError] = []
    with _files(paths, stdin) as named:
        for id, path in watch(discover(named)):
            try:
                reports.append(held_against(load(read(path, id), books.register, given), books))
            except SourceError as error:
                bad.append(error)
    return reports, bad


@contextmanager
def _files(paths: Sequence[Path], stdin: BinaryIO) -> Iterator[list[Path]]:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "stdin.txt"
        if STDIN in paths:
            file.write_bytes(stdin.read())
        yield [file if path == STDIN else path for path in paths]
