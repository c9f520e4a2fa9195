"""The headers of query files: what a query is called, which parameters it takes, which columns it gives.

A header is the block of comment lines `# key: value` on top of a file. A line that begins with blanks behind its `#`
goes on with the value above.

    # title-ko: 시설                        the titles, in two languages
    # title-en: Facilities
    # description: …                        what a row is
    # param: type code:type ?type | …       a parameter: name, kind, variable, explanation
    # columns: facility,type,line           the columns shown, in this order; other variables are shown on request
    # lines: line = first last, a b         the column `line` from pairs of variables: every line from first to last
    # join: line operator                   columns whose several values share a cell, apart by `|`
    # sort: line facility                   the order of the rows
    # example: geungeo query facilities …

Kinds of parameters: `text`, `integer`, `year`, `thing` (the name or address of something in the graph) and
`code:SCHEME` (a code of ontology/types.csv).
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import BinaryIO

from ..ontology.errors import QueryError
from .rows import Rows

_ENTRY = re.compile(r"# ?([a-z][a-z-]*): ?(.*)")
_MORE = re.compile(r"# {2,}(\S.*)")
_PARAMETER = re.compile(r"(\w+) +(text|integer|year|thing|code:[\w-]+) +\?(\w+) *(?:\| *(.*))?")
_LINES = re.compile(r"(\w+) *= *(\w+ +\w+(?: *, *\w+ +\w+)*)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a query: the name to give it by, its kind, the variable that it binds."""

    name: str
    kind: str
    variable: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """A column of line numbers made of pairs of variables, the first and the last line of each span."""

    column: str
    spans: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Query:
    """A query with what its header says; a query without a header has only its text."""

    text: str
    name: str = ""
    title_ko: str = ""
    title_en: str = ""
    description: str = ""
    parameters: tuple[Parameter, ...] = ()
    columns: tuple[str, ...] = ()
    lines: Lines | None = None
    join: tuple[str, ...] = ()
    sort: tuple[str, ...] = ()
    example: str = ""


def read_header(text: str, name: str = "") -> Query:
    """A query from its text; a parameter or line column that the header declares wrongly is a QueryError."""
    entries = list(_entries(text))
    one = dict(entries)
    return Query(
        text=text,
        name=name,
        title_ko=one.get("title-ko", ""),
        title_en=one.get("title-en", ""),
        description=one.get("description", ""),
        parameters=tuple(_parameter(value, name) for key, value in entries if key == "param"),
        columns=_names(one.get("columns", "")),
        lines=_lines(one["lines"], name) if "lines" in one else None,
        join=_names(one.get("join", "")),
        sort=_names(one.get("sort", "")),
        example=one.get("example", ""),
    )


def _entries(text: str) -> Iterator[tuple[str, str]]:
    key, value = "", ""
    for line in text.lstrip("\ufeff").splitlines():
        if not line.startswith("#"):
            break
        if found := _ENTRY.fullmatch(line):
            yield from [(key, value)] if key else []
            key, value = found[1], found[2].strip()
        elif key and (more := _MORE.fullmatch(line)):
            value = f"{value} {more[1].strip()}"
    yield from [(key, value)] if key else []


def _names(value: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", value))


def _parameter(value: str, name: str) -> Parameter:
    if not (found := _PARAMETER.fullmatch(value.strip())):
        hint = "write `# param: NAME KIND ?variable | explanation`"
        raise QueryError(f"the header declares the parameter {value!r} wrongly", file=name or "query", hint=hint)
    return Parameter(found[1], found[2], found[3], found[4] or "")


def _lines(value: str, name: str) -> Lines:
    if not (found := _LINES.fullmatch(value.strip())):
        hint = "write `# lines: line = first last`"
        raise QueryError(f"the header declares the lines {value!r} wrongly", file=name or "query", hint=hint)
    pairs = (pair.split() for pair in found[2].split(","))
    return Lines(found[1], tuple((first, last) for first, last in pairs))


def names() -> tuple[str, ...]:
    """The names of the saved queries, sorted."""
    folder = files(__package__) / "queries"
    return tuple(sorted(file.name.removesuffix(".rq") for file in folder.iterdir() if file.name.endswith(".rq")))


@cache
def saved(name: str) -> Query:
    """The saved query of that name; an unknown one is a QueryError with the nearest names."""
    if name not in names():
        nearest = difflib.get_close_matches(name.replace("_", "-"), names(), n=3, cutoff=0.5)
        hint = f"did you mean {', '.join(nearest)}?" if nearest else "see `geungeo query --list`"
        raise QueryError(f"no saved query is called {name!r}", hint=hint)
    text = (files(__package__) / "queries" / f"{name}.rq").read_text(encoding="utf-8")
    return read_header(text, name)


def opened(name: str, stdin: BinaryIO) -> Query:
    """The query that a person means: `-` is standard input, a file is read, anything else is a saved name."""
    if name == "-":
        return read_header(_text(stdin.read(), "standard input"), "standard input")
    path = Path(name)
    if path.suffix == ".rq" or path.parent != Path() or path.is_file():
        try:
            return read_header(_text(path.read_bytes(), name), name)
        except OSError as error:
            hint = "give a saved query (see `geungeo query --list`), a file or -"
            raise QueryError(f"cannot be read: {error.strerror}", file=name, hint=hint) from None
    return saved(name)


def _text(raw: bytes, file: str) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise QueryError("is not UTF-8", file=file, line=line, hint="save the query as UTF-8") from None


def listed(*, wide: bool = False) -> Rows:
    """The saved queries: name, titles, parameters; if `wide` also columns, what a row is, an example."""
    columns = ("name", "title_ko", "title_en", "parameters", "columns", "description", "example")
    rows = [_listing(saved(name)) for name in names()]
    shown = len(columns) if wide else 4
    return Rows(columns[:shown], tuple(row[:shown] for row in rows))


def _listing(query: Query) -> tuple[str, ...]:
    parameters = "|".join(parameter.name for parameter in query.parameters)
    titles = (query.name, query.title_ko, query.title_en)
    return (*titles, parameters, ",".join(query.columns), query.description, query.example)
