"""Tables whose columns stand side by side on a line: their cells by column, row by row; other lines as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from .audit_words import columns_of, title_kind
from .fields import Piece
from .source import Line

_RULED = re.compile(r"\s*[|│┃\t]\s*")
_GAP = re.compile(r"\s{2,}")
_SEVERAL = re.compile(r"[|│┃\t]|\S\s{2,}\S")
_RULE = re.compile(r"[\s|│┃+\-─━=:┼├┤┌┐└┘┬┴]+")
_NUMBER = re.compile(r"\(?\d{1,3}(?:-\d{1,2})?[.)]?|[①-⑳]")
_BULLET = re.compile(r"[□■◆○ㅇ◦●•▶▷❍]")
_LOOK_AHEAD, _SHARE, _NEAR = 20, 0.25, 3


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a table's row, each with the role of its column and its pieces from above to below."""

    cells: tuple[tuple[str, tuple[Piece, ...]], ...]

    def cell(self, role: str) -> tuple[Piece, ...]:
        """What stands in the columns of a role."""
        return tuple(piece for name, pieces in self.cells if name == role for piece in pieces)

    @property
    def first(self) -> Piece:
        """The row's first piece of a request, else its first piece."""
        return (self.cell("request") or tuple(p for _, pieces in self.cells for p in pieces))[0]


@dataclass(frozen=True, slots=True)
class _Table:
    """A head's columns: their roles, where each begins, what stands between them.

    `by_blank`: the rows are told by the blank lines between them, for their numbers stand in the middle.
    """

    roles: tuple[str, ...]
    starts: tuple[int, ...]
    border: re.Pattern[str]
    by_blank: bool = False


def trimmed(piece: Piece) -> Piece:
    """The piece without blanks at its ends."""
    text = piece.line.text[piece.start : piece.end]
    bare = text.strip()
    if len(bare) == len(text):
        return piece
    start = piece.start + len(text) - len(text.lstrip())
    return Piece(piece.line, start, start + len(bare))


def side_by_side(lines: Sequence[Line]) -> list[Piece | Row]:
    """The lines of a chapter; below a head with columns side by side the rows of its table."""
    made: list[Piece | Row] = []
    table, rows = None, list[dict[int, list[Piece]]]()
    for at, line in enumerate(lines):
        head = _head(line)
        if head is not None:
            found = head if table and head.roles == table.roles else _fitting(head, lines, at + 1)
            if found is None or table is None or found.roles != table.roles:
                made += _finished(table, rows)
                rows = []
            table = found
        elif table is not None and _is_title(line, table):
            made += _finished(table, rows)
            rows, table = [], None
        if table is None or (head is None and not line.text.strip()):
            made += [Piece(line, 0, len(line.text))] if table is None else []
        elif head is None and not _RULE.fullmatch(line.text):
            _add(table, rows, _cells(line, table), apart=at > 0 and not _RULE.sub("", lines[at - 1].text))
    return [*made, *_finished(table, rows)]


def _is_title(line: Line, table: _Table) -> bool:
    return len(_split(line, table.border)) == 1 and bool(title_kind(line.text))


def _head(line: Line) -> _Table | None:
    """A table's head whose cells, apart by a rule or by several blanks, are each a column's name."""
    if not _SEVERAL.search(line.text):
        return None
    for border in (_RULED, _GAP):
        cells = _split(line, border)
        if len(cells) > 1 and (roles := columns_of([c.text for c in cells])):
            return _Table(roles, tuple(c.start for c in cells), border)
    return None


def _split(line: Line, border: re.Pattern[str]) -> list[Piece]:
    """The cells of a line; between rules also the empty ones, but for those outside the outer rules."""
    text = line.text.rstrip()
    start = len(text) - len(text.lstrip())
    if border is _RULED:
        text, start = text.rstrip("|│┃"), start + (text.lstrip()[:1] in "|│┃" if text.strip() else 0)
    made = []
    for found in border.finditer(text, start):
        made.append(trimmed(Piece(line, start, found.start())))
        start = found.end()
    return [*made, trimmed(Piece(line, start, len(text)))]


def _fitting(head: _Table, lines: Sequence[Line], start: int) -> _Table | None:
    """The table, if enough of the next lines have several cells; where its columns begin by its full rows."""
    following = (lines[i] for i in range(start, len(lines)))
    below = list(islice((line for line in following if line.text.strip()), _LOOK_AHEAD))
    cut = [_split(line, head.border) for line in below]
    if sum(len(cells) > 1 for cells in cut) < max(1, _SHARE * len(cut)):
        return None
    full = [[c.start for c in cells] for cells in cut if len(cells) == len(head.roles)]
    starts = tuple(sorted(column)[len(column) // 2] for column in zip(*full, strict=True)) if full else head.starts
    table = _Table(head.roles, starts, head.border)
    return replace(table, by_blank=_numbers_in_the_middle(table, lines, start, below[:1]))


def _numbers_in_the_middle(table: _Table, lines: Sequence[Line], start: int, first: Sequence[Line]) -> bool:
    """Whether the first line of the table has no number, and blank lines stand between some lines, not all."""
    if "number" not in table.roles or not first or table.roles.index("number") in dict(_cells(first[0], table)):
        return False
    region = lines[first[0].number - lines[0].number : start + _LOOK_AHEAD]
    blank = sum(not line.text.strip() for line in region)
    return 0 < blank * 2 < len(region)


def _cells(line: Line, table: _Table) -> Iterator[tuple[int, Piece]]:
    """Each piece of a line with the column in which it stands."""
    pieces = _split(line, table.border)
    if len(pieces) == len(table.roles) or table.border is _RULED:
        yield from ((min(i, len(table.roles) - 1), piece) for i, piece in enumerate(pieces) if piece.text)
        return
    column = -1
    for piece in pieces:
        fitting = [i for i, start in enumerate(table.starts) if start <= piece.start + _NEAR]
        column = min(max(fitting[-1] if fitting else 0, column + 1), len(table.roles) - 1)
        yield column, piece


def _add(table: _Table, rows: list[dict[int, list[Piece]]], cells: Iterator[tuple[int, Piece]], *, apart: bool) -> None:
    """Put a line's cells into the row that goes on, or into a new one."""
    found = list(cells)
    if not rows or _begins(table, rows, dict(found), apart=apart):
        rows.append({})
    for column, piece in found:
        rows[-1].setdefault(column, []).append(piece)


def _begins(table: _Table, rows: Sequence[dict[int, list[Piece]]], found: dict[int, Piece], *, apart: bool) -> bool:
    """Whether a line begins a new row: by its number, by the bullet of the first request, else below a blank."""
    request = table.roles.index("request")
    if table.by_blank:
        return apart
    if "number" in table.roles:
        number = found.get(table.roles.index("number"))
        return number is not None and _NUMBER.fullmatch(number.text) is not None
    first = rows[0].get(request)
    mark = _BULLET.match(first[0].text) if first else None
    if request not in found:
        return False
    if mark is not None:
        return found[request].text.startswith(mark[0])
    single = [i for i, role in enumerate(table.roles) if role in ("status", "department") and i in rows[-1]]
    return (apart and table.border is _RULED) or (table.border is _RULED and any(i in found for i in single))


def _finished(table: _Table | None, rows: Sequence[dict[int, list[Piece]]]) -> list[Row]:
    if table is None:
        return []
    return [Row(tuple((table.roles[i], tuple(row[i])) for i in sorted(row))) for row in rows if row]
