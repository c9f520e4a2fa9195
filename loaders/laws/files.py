"""The files of a law register: found by their format, their heads read alone or the whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from ...ontology.errors import SourceError
from ...ontology.records import Problem
from ..citations.models import Entry
from ..source import Document, document, read
from .markdown import read_entry, read_statute
from .models import Statute
from .openapi import read_json, read_xml

Reader: TypeAlias = Callable[[Document], tuple[Statute, list[Problem]]]
_READERS: dict[str, Reader] = {".md": read_statute, ".xml": read_xml, ".json": read_json}
_HEAD_BYTES = 65_536


@dataclass(frozen=True, slots=True)
class File:
    """A law file: its path relative to the register that was named, where it lies, and the register's name."""

    id: str
    path: Path
    register: str = ""

    @property
    def shown(self) -> str:
        """Its path with the register's name, for people."""
        return f"{self.register}/{self.id}" if self.register not in ("", self.id) else self.id


def law_files(path: Path) -> list[File]:
    """Every law file under a path, or the file itself; none in an empty folder. A path that leads nowhere is a
    SourceError."""
    name = path.resolve().name or "laws"
    if path.is_file():
        return [File(path.name, path, name)]
    if not path.is_dir():
        raise SourceError("no such file or folder", file=str(path), hint="give a register's folder or one of its files")
    found = sorted(p for p in path.rglob("*") if p.suffix.lower() in _READERS and p.is_file())
    return [File(file.relative_to(path).as_posix(), file, name) for file in found]


def statute_in(file: File) -> tuple[Statute, list[Problem]]:
    """The law of a file; SourceError says what is wrong with one that cannot be read."""
    return _reader(file)(read(file.path, file.id))


def entry_in(file: File) -> Entry:
    """The law's entry; of a Markdown file no more than its front matter is read."""
    if file.path.suffix.lower() != ".md":
        return statute_in(file)[0].entry
    with file.path.open("rb") as stream:
        head = stream.read(_HEAD_BYTES)
    if b"\n---" not in head[3:]:
        return read_entry(read(file.path, file.id))
    return read_entry(document(head[: head.index(b"\n---", 3) + 4].decode("utf-8-sig", "replace"), id=file.id))


def _reader(file: File) -> Reader:
    if reader := _READERS.get(file.path.suffix.lower()):
        return reader
    raise SourceError("no law file", file=file.id, hint=f"expected {', '.join(_READERS)}")
