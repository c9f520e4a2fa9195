"""Documents as they lie on disk: found, decoded, hashed, cut into numbered lines; the text itself stays untouched."""

from __future__ import annotations

import codecs
import hashlib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..ontology.errors import SourceError
from ..ontology.records import Span

SUFFIXES = (".txt",)
_END = re.compile(r"\r\n|\n|\r")
_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CUT = ("unexpected end of data", "incomplete multibyte sequence")
_HINT = "save the document as plain text in UTF-8 or CP949"


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its 1-based number, the offset of its first character, its text without the line end."""

    number: int
    start: int
    text: str

    @property
    def end(self) -> int:
        """The offset behind the last character."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Document:
    """A text as read (NFC), with its lines, its encoding and the SHA-256 of its bytes.

    `cut`: the file ends inside a character, so it is a part of a longer one; the text goes up to there.
    """

    id: str
    text: str
    lines: tuple[Line, ...]
    encoding: str
    sha256: str
    cut: bool = False

    def span(self, first: Line, start: int, last: Line, end: int) -> Span:
        """The span from column `start` of one line to column `end` of the same or a later one."""
        a, b = first.start + start, last.start + end
        return Span(self.id, a, b, first.number, last.number, self.text[a:b])

    def line_span(self, line: Line, start: int = 0, end: int | None = None) -> Span:
        """A span inside one line; without columns the line without its outer blanks."""
        if end is None:
            start = len(line.text) - len(line.text.lstrip())
            end = max(start, len(line.text.rstrip()))
        return self.span(line, start, line, end)

    def lines_span(self, lines: Sequence[Line]) -> Span:
        """From the first printed character of the first line to the last of the last."""
        first, last = lines[0], lines[-1]
        return self.span(first, len(first.text) - len(first.text.lstrip()), last, len(last.text.rstrip()))


def document(text: str, *, id: str, encoding: str = "utf-8", sha256: str = "") -> Document:
    """A document from a text in memory."""
    text = unicodedata.normalize("NFC", text)
    lines, start = [], 0
    for number, end in enumerate([*_END.finditer(text), None], 1):
        stop = end.start() if end else len(text)
        lines.append(Line(number, start, text[start:stop]))
        start = end.end() if end else stop
    digest = sha256 or hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(id, text, tuple(lines), encoding, digest)


def read(path: Path, id: str = "") -> Document:
    """Read a plain text in UTF-8 or CP949; anything else is a SourceError that names the file."""
    if path.exists() and not (path.is_file() or path.is_fifo()):
        raise SourceError(
            "cannot be read: it is no file", file=str(path), hint="give the path of a report or of a folder"
        )
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise SourceError("no such file", file=str(path), hint="give the path of a report or of a folder") from None
    except OSError as error:
        hint = "see to it that you may read the file"
        raise SourceError(f"cannot be read: {error.strerror}", file=str(path), hint=hint) from None
    text, encoding, cut = _decode(raw, str(path))
    if not text.strip():
        raise SourceError("the file is empty, expected the text of a report", file=str(path), line=1, hint=_HINT)
    made = document(text, id=id or path.name, encoding=encoding, sha256=hashlib.sha256(raw).hexdigest())
    return replace(made, cut=cut)


def decoded(raw: bytes, file: str) -> str:
    """The text (NFC) of bytes in UTF-8 or CP949; anything else is a SourceError that names the `file`."""
    return unicodedata.normalize("NFC", _decode(raw, file)[0])


def _decode(raw: bytes, file: str) -> tuple[str, str, bool]:
    """The text, its encoding, and whether the file ends inside a character."""
    if raw.startswith(_BOMS):
        raise SourceError("encoded in UTF-16, expected UTF-8 or CP949", file=file, line=1, hint=_HINT)
    if b"\x00" in raw:
        line = raw[: raw.index(b"\x00")].count(b"\n") + 1
        raise SourceError("a binary file, expected plain text", file=file, line=line, hint=_HINT)
    failed = 0
    for encoding in ("utf-8-sig", "cp949"):
        try:
            return raw.decode(encoding), encoding.removesuffix("-sig"), False
        except UnicodeDecodeError as error:
            if error.reason in _CUT and error.start:
                return raw[: error.start].decode(encoding), encoding.removesuffix("-sig"), True
            failed = max(failed, error.start)
    line = raw[:failed].count(b"\n") + 1
    raise SourceError("unknown encoding, expected UTF-8 or CP949", file=file, line=line, hint=_HINT)


def discover(paths: Sequence[Path]) -> list[tuple[str, Path]]:
    """Every report under the given files and folders, with its path relative to the argument that named it."""
    found: dict[str, Path] = {}
    for path in paths:
        for id, file in _under(path):
            if found.setdefault(id, file) != file:
                raise SourceError(
                    f"two sources are called {id}", file=str(file), hint="name their common folder instead"
                )
    return list(found.items())


def _under(path: Path) -> list[tuple[str, Path]]:
    if not path.is_dir():
        return [(path.name, path)]
    files = sorted(p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())
    if not files:
        raise SourceError("the folder holds no report (*.txt)", file=str(path), hint="give a folder with *.txt reports")
    return [(file.relative_to(path).as_posix(), file) for file in files]
