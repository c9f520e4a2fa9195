"""The citations of a text that somebody hands over, as a plain table: one row for each cited law."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO, TypeAlias

from ..citations.cite import Cited, cite
from ..source import decoded, read
from .book import find_laws

COLUMNS = ("line", "seq", "law", "kind", "articles", "text", "resolved", "how")
Row: TypeAlias = tuple[str | int | bool | None, ...]


def cited(text: str, stdin: BinaryIO, laws: Sequence[Path], city: str, *, document: bool) -> tuple[Row, ...]:
    """The rows of COLUMNS for a text, an existing file or `-` (standard input), in order; `laws` are registers beside
    the bundled one, `city` is whose ordinances are meant where no city is named.

    `line` and `seq` (the place in the line) count from 1, `articles` are joined by `|`, `text` is the citation as
    printed, `how` the way the law was told or why it was not.
    """
    found = cite(_text(text, stdin), register=find_laws(laws).register, city=city, document=document)
    return tuple(map(_row, found))


def _row(one: Cited) -> Row:
    law = one.found.law
    articles = "|".join(one.articles) or None
    return one.line, one.seq, law.title, law.kind, articles, one.text, law.resolved, one.found.how


def _text(given: str, stdin: BinaryIO) -> str:
    if given == "-":
        return decoded(stdin.read(), "standard input")
    path = Path(given)
    try:
        known = path.is_file()
    except (OSError, ValueError):  # too long for a name, or no name at all
        known = False
    return read(path).text if known else unicodedata.normalize("NFC", given)
