"""The document, its places, and what of it could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a document: character offsets into the text as read, 1-based lines, the printed wording."""

    document: str
    start: int
    end: int
    first_line: int
    last_line: int
    quote: str


@dataclass(frozen=True, slots=True)
class Source:
    """One loaded document. `as_of` is an ISO date; what is not known is an empty string."""

    id: str
    sha256: str
    encoding: str
    lines: int
    title: str = ""
    city: str = ""
    bureau: str = ""
    as_of: str = ""


@dataclass(frozen=True, slots=True)
class SourceFact:
    """Where the document says its city, bureau, date or title; no span if an option of `build` said it."""

    property: Literal["city", "bureau", "as_of", "title"]
    value: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something of a source that could not be read, or that is missing; a value, not a log line."""

    source: str
    line: int
    text: str
    severity: Severity
