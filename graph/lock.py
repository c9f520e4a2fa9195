"""One build at a time for one folder: a lock that ends with its process, however that ends."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from ..ontology.errors import GraphError

NAME = "geungeo.lock"

if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the folder's lock; GraphError if another build holds it."""
    with (folder / NAME).open("ab") as file:
        try:
            _take(file)
        except OSError as error:
            raise GraphError("another build is at work here", file=str(folder), hint="wait until it ends") from error
        yield
