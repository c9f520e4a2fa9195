"""The rows of a table of targets with a column of periods: item, period and cell, each wrapped over lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from .fields import Item, Piece
from .periods import terms
from .source import Line
from .targets_cells import is_done, outside_brackets
from .targets_figures import quantities
from .targets_heads import Heads

_BULLET = re.compile(r"\s*[·∙•▪￭▸‣\-–]\s*")
_ORDER = re.compile(r"\d{1,2}(?:\s+|$)")
_MOST_BLANK = 2
_MOST_LINES = 8
_LONGEST_CELL = 30
_GOES_ON = re.compile(r"\s*(?:및|등|또는|[,·)])")


@dataclass(slots=True)
class Row:
    """A row: the lines of its item above it and on it, its period, the lines of its cell.

    `gap` tells that a blank line stands between the lines above and the row; `same` that the item is that of the row
    before.
    """

    above: list[Piece]
    own: Piece | None
    period: Piece
    cell: list[Piece] = field(default_factory=list)
    below: list[Piece] = field(default_factory=list)
    gap: bool = False
    same: bool = False

    @property
    def item(self) -> list[Piece]:
        """The pieces of the item's name in reading order."""
        return [*self.above, *([self.own] if self.own else []), *self.below]


@dataclass(slots=True)
class _Table:
    """What was read of a table so far; `pending` are lines of an item whose row is still to come, perhaps `far`."""

    heads: Heads
    year: int
    rows: list[Row] = field(default_factory=list)
    pending: list[Piece] = field(default_factory=list)
    gap: int = 0
    far: bool = False


def read_rows(heads: Heads, lines: Sequence[Line], year: int) -> list[Row]:
    """The rows of a table whose head has a period column."""
    table = _Table(heads, year)
    for line in lines:
        if not line.text.strip():
            table.gap += 1
            continue
        piece = trimmed(line)
        if period := _period(table, piece):
            _begin(table, piece, period)
        else:
            table.far = table.far or table.gap > _MOST_BLANK
            _continue(table, piece)
        table.gap = 0
    if table.rows and _is_tail(table):
        table.rows[-1].below += table.pending
    return table.rows


def _is_tail(table: _Table) -> bool:
    """Whether the lines close behind the last row complete the name of its item."""
    return not table.far and is_done(_text(table.pending)) and not is_done(_text(table.rows[-1].item))


def trimmed(line: Line, start: int = 0, end: int | None = None) -> Piece:
    """A part of a line without its outer blanks."""
    text = line.text[start:end]
    return Piece(line, start + len(text) - len(text.lstrip()), start + len(text.rstrip()))


def unnumbered(heads: Heads, pieces: Sequence[Piece]) -> list[Piece]:
    """An item without the running number of an 연번 column."""
    if not pieces or all(c.role != "order" for c in heads.columns) or not (found := _ORDER.match(pieces[0].text)):
        return list(pieces)
    first = replace(pieces[0], start=pieces[0].start + found.end())
    return [*([first] if first.start < first.end else []), *pieces[1:]]


def _text(pieces: Sequence[Piece]) -> str:
    return " ".join(p.text for p in pieces)


def _period(table: _Table, piece: Piece) -> Piece | None:
    """The period cell of a line: the first term that stands free; at its beginning only if the item stands above."""
    text = outside_brackets(piece.text)
    found = [t for t in terms(text, table.year or 1) if text[t.first : t.last].strip() and _free(text, t.first, t.last)]
    if not found:
        return None
    chosen = found[0]
    if table.heads.period_at == "last":
        chosen = found[-1]
    elif not chosen.first and len(found) > 1 and not table.pending and table.heads.period_at != "first":
        chosen = found[1]
    return Piece(piece.line, piece.start + chosen.first, piece.start + chosen.last)


def _free(text: str, first: int, last: int) -> bool:
    return (not first or text[first - 1].isspace()) and (last == len(text) or text[last] in " \t·∙•▪")


def _begin(table: _Table, piece: Piece, period: Piece) -> None:
    """A line with a period begins a row; without an item of its own it goes on with the one before."""
    own = trimmed(piece.line, piece.start, period.start)
    rest = trimmed(piece.line, period.end, piece.end)
    named = own.start < own.end
    row = Row(table.pending, own if named else None, period, gap=table.gap > 0 and bool(table.pending))
    row.same = not (row.item or not table.rows)
    if rest.start < rest.end:
        row.cell.append(rest)
    table.pending, table.far = [], False
    table.rows.append(row)


def _continue(table: _Table, piece: Piece) -> None:
    """A line without a period: more of the cell before it, or the beginning of the next item."""
    row = table.rows[-1] if table.rows else None
    if row is None:
        _await(table, piece)
        return
    figured = bool(quantities(piece.text))
    if len(row.cell) == _LONGEST_CELL:
        row = Row([], None, row.period, same=True)
        table.rows.append(row)
    if table.pending and figured:
        _unperiodic(table, row, piece)
    elif table.pending:
        _await(table, piece)
    elif not row.same and not row.item and not figured:
        row.below.append(piece)
    elif _BULLET.match(piece.text) or figured or not row.cell or not is_done(_text(row.cell)):
        row.cell.append(piece)
    elif piece.text.startswith("(") or (_GOES_ON.match(piece.text) and not row.below):
        row.below.append(piece)
    else:
        _await(table, piece)


def _await(table: _Table, piece: Piece) -> None:
    """A line of an item whose row is still to come; no name is longer than a few lines."""
    table.pending = [*table.pending[1 - _MOST_LINES :], piece]


def _unperiodic(table: _Table, row: Row, piece: Piece) -> None:
    """A figure behind item lines but without a period: the lines end the item before, or begin one of its period."""
    if is_done(_text(row.item)):
        row = Row(table.pending, None, row.period)
        table.rows.append(row)
    else:
        row.below += table.pending
    row.cell.append(piece)
    table.pending = []


def parents(rows: Sequence[Row]) -> list[tuple[list[Piece], list[Piece]]]:
    """The parent's and the own name of each row's item; a parent stands apart above several groups of rows."""
    apart = [_stands_apart(row) for row in rows]
    nested = sum(apart) > 1
    above: list[Piece] = []
    item: list[Piece] = []
    made = []
    for row, stands in zip(rows, apart, strict=True):
        if nested and stands:
            above, item = row.above, row.item[len(row.above) :]
        elif not row.same:
            item = row.item
        made.append((above, item))
    return made


def _stands_apart(row: Row) -> bool:
    own = row.own.text if row.own else ""
    if not (row.gap and row.above and own) or own.startswith("(") or _GOES_ON.match(own):
        return False
    return is_done(_text(row.above))


def cell_item(pieces: Sequence[Piece]) -> Item:
    """A cell's lines as one logical line."""
    return Item(0, tuple(pieces), False)
