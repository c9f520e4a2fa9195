"""The rows of a table of targets whose last columns hold figures: 과제 수(개), 예산(억원), ’24년 실적, ’25년 목표."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .fields import Piece
from .source import Line
from .spacing import normal
from .targets_figures import quantities
from .targets_heads import Column, Heads, is_unit
from .targets_rows import Row, trimmed, unnumbered

_VALUE = re.compile(r"[△▲]?\d[\d,]*(?:\.\d+)?[^\s\d,.()]{0,4}|[-－–]")
_BARE = re.compile(r"[△▲]?\d[\d,]*(?:\.\d+)?")
_MOST_LINES = 8
_UNIT = re.compile(r"\(\s*(?P<unit>[^()\d]{1,6})\s*\)$")


@dataclass(frozen=True, slots=True)
class NumberRow:
    """A row: its item's pieces, the piece that holds the figures, and each figured column with its printed value."""

    item: tuple[Piece, ...]
    place: Piece
    values: tuple[tuple[Column, str], ...]
    unit: str


def read_numbers(heads: Heads, lines: Sequence[Line]) -> tuple[list[NumberRow], list[Line]]:
    """The rows of a numeric table, and the lines with figures that fit no column."""
    rows, unread, pending = list[NumberRow](), list[Line](), list[Piece]()
    for line in lines:
        piece = trimmed(line)
        if piece.start == piece.end:
            continue
        if found := _values(piece, len(heads.figured)):
            rows.append(_row(heads, pending, piece, found))
            pending = []
        elif len(_VALUE.findall(piece.text)) > 1 and any(_VALUE.fullmatch(w) for w in piece.text.split()[-2:]):
            unread.append(line)
            pending = []
        else:
            pending = [*pending[1 - _MOST_LINES :], piece]
    return rows, unread


def _values(piece: Piece, count: int) -> list[re.Match[str]]:
    """The words of a line that fill the figured columns: its last ones, else the first run of enough of them."""
    tokens = list(re.finditer(r"\S+", piece.text))
    starts = [len(tokens) - count, *range(1, len(tokens) - count)]
    for start in starts:
        run = tokens[start : start + count]
        if start >= 0 and len(run) == count and all(_VALUE.fullmatch(t[0]) for t in run):
            return run
    return []


def _row(heads: Heads, pending: Sequence[Piece], piece: Piece, run: Sequence[re.Match[str]]) -> NumberRow:
    name = trimmed(piece.line, piece.start, piece.start + run[0].start())
    unit = ""
    if any(c.role == "unit" for c in heads.columns) and (words := re.search(r"(?:^|\s)(\S+)$", name.text)):
        unit = words[1]
        name = trimmed(name.line, name.start, name.start + words.start())
    elif (own := _UNIT.search(name.text)) and is_unit(own["unit"]):
        unit = own["unit"]
    pieces = unnumbered(heads, [*pending, *([name] if name.start < name.end else [])])
    values = tuple(zip(heads.figured, (found[0] for found in run), strict=True))
    place = Piece(piece.line, piece.start, piece.start + run[-1].end())
    return NumberRow(tuple(pieces), place, values, unit)


def in_columns(heads: Heads, row: Row) -> NumberRow | None:
    """A row with a period whose cell is nothing but a value for each figured column, at least one without unit."""
    tokens = list(re.finditer(r"\S+", row.cell[0].text)) if len(row.cell) == 1 else []
    if len(tokens) != len(heads.figured) or not all(_VALUE.fullmatch(t[0]) for t in tokens):
        return None
    if not any(_BARE.fullmatch(t[0]) for t in tokens):
        return None
    values = tuple(zip(heads.figured, (found[0] for found in tokens), strict=True))
    return NumberRow(tuple(row.item), row.cell[0], values, "")


def value_of(row: NumberRow, column: Column, printed: str) -> tuple[str, str]:
    """The plain number and the unit of a value: its own, its row's or its column's."""
    if found := quantities(printed):
        return found[0].value, found[0].unit
    if not (bare := _BARE.fullmatch(printed)):
        return "", ""
    return re.sub(r"[,△▲]", "", bare[0]), row.unit or column.unit


def described(row: NumberRow, columns: Sequence[Column]) -> str:
    """The values of some columns in words: `과제수 25개, 예산 50억원`."""
    parts = []
    for column, printed in row.values:
        if column in columns and printed not in "-－–":
            own = printed if quantities(printed) else f"{printed}{row.unit or column.unit}"
            parts.append(normal(f"{column.year} {column.word} {own}"))
    return ", ".join(parts)
