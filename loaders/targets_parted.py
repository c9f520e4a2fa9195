"""Rows of a table of targets in which no period stands between item and cell: they part where the figure begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .fields import Piece
from .periods import Term, terms
from .source import Line
from .targets_cells import is_done, outside_brackets
from .targets_figures import quantities
from .targets_heads import Heads
from .targets_rows import trimmed

_MOST_LINES = 8
_LONGEST_CELL = 30
_WIDE = re.compile(r"\s{2,}")
_BULLET = re.compile(r"\s*[·∙•▪￭▸‣\-–]\s*")


@dataclass(frozen=True, slots=True)
class PartedRow:
    """A row: the pieces of its item, its period if it has one, the pieces of its cell."""

    item: tuple[Piece, ...]
    period: Piece | None
    cell: tuple[Piece, ...]


def read_parted(heads: Heads, lines: Sequence[Line], year: int) -> list[PartedRow]:
    """The rows of a table without a period column, or with the period before or behind all that is said."""
    rows, pending = list[PartedRow](), list[Piece]()
    for line in lines:
        piece = trimmed(line)
        if piece.start == piece.end:
            continue
        period, said = _without_period(heads, piece, year)
        at = _border(said.text)
        if at is None and period is None:
            pending = [*pending[1 - _MOST_LINES :], said]
        elif rows and not pending and period is None and _goes_on(rows[-1], said, at):
            rows[-1] = PartedRow(rows[-1].item, rows[-1].period, (*rows[-1].cell, said))
        else:
            rows.append(_row(pending, said, period, at))
            pending = []
    return rows


def _goes_on(row: PartedRow, said: Piece, at: int | None) -> bool:
    """Whether a line is more of the cell above it: it begins with a figure or a bullet."""
    return len(row.cell) < _LONGEST_CELL and (at == 0 or bool(_BULLET.match(said.text)))


def _row(pending: Sequence[Piece], said: Piece, period: Piece | None, at: int | None) -> PartedRow:
    """The item ends before the cell; a row of one text is a cell about what stands above it."""
    if at is None:
        return PartedRow(tuple(pending), period, (said,)) if pending else PartedRow((), period, (said,))
    own = trimmed(said.line, said.start, said.start + at)
    cell = trimmed(said.line, said.start + at, said.end)
    return PartedRow((*pending, *([own] if own.start < own.end else [])), period, (cell,))


def _without_period(heads: Heads, piece: Piece, year: int) -> tuple[Piece | None, Piece]:
    """The period at the edge of a line where the head has one, and the rest."""
    text = outside_brackets(piece.text)
    found = terms(text, year or 1)
    if heads.period_at == "first" and found and not found[0].first:
        return _piece(piece, found[0]), trimmed(piece.line, piece.start + found[0].last, piece.end)
    if heads.period_at == "last" and found and not text[found[-1].last :].strip():
        return _piece(piece, found[-1]), trimmed(piece.line, piece.start, piece.start + found[-1].first)
    return None, piece


def _piece(piece: Piece, when: Term) -> Piece:
    return Piece(piece.line, piece.start + when.first, piece.start + when.last)


def _border(text: str) -> int | None:
    """Where the cell begins: behind a wide blank, or behind the last complete words, before the figure."""
    plain = outside_brackets(text)
    found = quantities(plain) or quantities(text)
    if not found:
        return None
    start = found[0].start
    if wide := list(_WIDE.finditer(plain, 0, start)):
        return wide[-1].end()
    done = (m.end() for m in re.finditer(r"\s+", plain[:start]) if is_done(plain[: m.start()]))
    return max(done, default=start)
