"""Facility tables with one facility a column, whose cells extraction has run together into one line a row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ..ontology.records import Span
from .facility_values import AREA, FIRMS, MONEY, PEOPLE, read_value
from .knowledge import rows
from .periods import periods
from .source import Document, Line
from .spacing import squeeze

_ADDRESS = re.compile(r"(?:\S+[시도]\s+)?\S+[시군구](?=\s|$)(?:\s+\S+(?:동|읍|면|리|로|길|가)(?=\s|$)(?:\s+[\d-]+)?)?")
_LEGAL_FORM = re.compile(r"((?:학교|사단|재단|사회복지|의료|협동조합|농업회사)법인|주식회사|\(주\)|㈜)\s+")


@dataclass(frozen=True, slots=True)
class Stated:
    """A property as stated in a table or a labelled item, with the words and the span."""

    property: str
    value: str
    printed: str
    span: Span


@dataclass(frozen=True, slots=True)
class FacilityColumn:
    """One column: the name in the head, where it stands, what the rows state."""

    name: str
    span: Span
    facts: tuple[Stated, ...]


@dataclass(frozen=True, slots=True)
class _TableRow:
    attribute: str
    line: Line
    start: int

    @property
    def rest(self) -> str:
        return self.line.text[self.start :]


def read_table(document: Document, lines: Sequence[Line]) -> list[FacilityColumn]:
    """The facilities of a 구분/위치/위탁법인/… table; none if the columns cannot be told apart."""
    head = next((found for line in lines if (found := _head(line))), None)
    found_rows = [row for line in lines if (row := _row(line))]
    if head is None or not found_rows:
        return []
    width = _width(head, found_rows)
    names = _equal(head.rest, width) if width else []
    if not names:
        return []
    cells = [(row, _split(row, width)) for row in found_rows]
    made = []
    for at, (start, end) in enumerate(names):
        facts = [f for row, split in cells if len(split) == width for f in _facts(document, row, split[at])]
        printed = head.rest[start:end]
        name = squeeze(printed) if all(len(w) == 1 for w in printed.split()) else " ".join(printed.split())
        span = document.line_span(head.line, head.start + start, head.start + end)
        made.append(FacilityColumn(name, span, tuple(facts)))
    return made


@cache
def _labels() -> tuple[tuple[re.Pattern[str], str], ...]:
    ordered = sorted(rows("facility_rows"), key=lambda r: -len(r["label"]))
    return tuple(
        (re.compile(r"\s*(?:[’'‘]?\d\d년\s*)?" + r"\s*".join(r["label"]) + r"(?:\s*[:：]|\s)\s*"), r["property"])
        for r in ordered
    )


def _head(line: Line) -> _TableRow | None:
    found = re.match(r"\s*(?:구\s*분|시\s*설\s*명|명\s*칭)\s+(?=\S)", line.text)
    return _TableRow("name", line, found.end()) if found else None


def _row(line: Line) -> _TableRow | None:
    for pattern, property in _labels():
        if found := pattern.match(line.text):
            return _TableRow(property, line, found.end())
    return None


def _width(head: _TableRow, found: Sequence[_TableRow]) -> int:
    """How many columns: what the rows with countable cells agree on, if the head can be cut so."""
    counts = {len(_regular(row)) for row in found}
    fitting = [n for n in counts if n > 1 and _equal(head.rest, n)]
    return max(fitting, default=0)


def _regular(row: _TableRow) -> list[tuple[int, int]]:
    patterns = {"staff": PEOPLE, "budget": MONEY, "address": _ADDRESS, "residents": FIRMS}
    if row.attribute == "term":
        return _period_columns(row.rest)
    if row.attribute == "size":
        return _size_columns(row.rest)
    pattern = patterns.get(row.attribute)
    return [m.span() for m in pattern.finditer(row.rest)] if pattern else []


def _period_columns(text: str) -> list[tuple[int, int]]:
    made, at = [], 0
    for _, printed in periods(text):
        start = text.index(printed, at)
        at = start + len(printed)
        made.append((start, at))
    return made


def _size_columns(text: str) -> list[tuple[int, int]]:
    """Cells that each begin with the same label (`▪ 면적 : …▪ 입주 : …`), else one area each."""
    starts = [m.start() for m in re.finditer(r"[▪•∙]?\s*(?:연\s*)?면\s*적", text)]
    if len(starts) > 1:
        return list(zip(starts, [*starts[1:], len(text)], strict=True))
    return [m.span() for m in AREA.finditer(text)]


def _split(row: _TableRow, width: int) -> list[tuple[int, int]]:
    """The row's cells; one value in a merged cell counts for every column."""
    found = _regular(row)
    if len(found) == width:
        return found
    if len(found) == 1 or (row.attribute == "operator" and _is_one(row.rest, width)):
        return [_trimmed(row.rest)] * width
    return [] if found else _equal(row.rest, width)


def _is_one(text: str, width: int) -> bool:
    words = _LEGAL_FORM.sub(r"\1", text).split()
    return len(words) == 1 or len(words) % width != 0


def _trimmed(text: str) -> tuple[int, int]:
    return len(text) - len(text.lstrip()), len(text.rstrip())


def _equal(text: str, width: int) -> list[tuple[int, int]]:
    """The text cut into `width` groups of equally many words."""
    words = [m.span() for m in re.finditer(r"\S+", text)]
    if not words or len(words) % width:
        return []
    size = len(words) // width
    return [(words[i][0], words[i + size - 1][1]) for i in range(0, len(words), size)]


def _facts(document: Document, row: _TableRow, cell: tuple[int, int]) -> list[Stated]:
    printed = row.rest[cell[0] : cell[1]].strip()
    start = row.start + row.rest.index(printed, cell[0])
    span = document.line_span(row.line, start, start + len(printed))
    return [Stated(property, value, printed, span) for property, value in read_value(row.attribute, printed)]
