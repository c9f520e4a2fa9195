"""The rows of a budget table whose cells and names extraction has wrapped over lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from .amounts import DASHES, figure, table_unit
from .budget_columns import Column, is_head
from .source import Line

_RATE = r"\(\s*[\d.,]+\s*%?\s*\)"
_CELL = re.compile(
    rf"(?P<figure>[△▲+-]?(?:\d{{1,3}}|(?!19|20)\d{{4}}|\d{{5,}})(?:\.\d+)?%?|[△▲+-]?\d[\d,]*,[\d,]*\d(?:\.\d+)?|[-–—－])(?P<rate>{_RATE})?"
)
_RATE_ALONE = re.compile(_RATE)


@dataclass(frozen=True, slots=True)
class Cell:
    """A printed cell and where it stands; `rate` is the rate in brackets glued to it or on the line after."""

    text: str
    line: Line
    start: int
    end: int
    rated: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A row as printed: the pieces of its name and its cells, in reading order."""

    names: tuple[tuple[Line, int, int], ...]
    cells: tuple[Cell, ...]

    @property
    def lines(self) -> list[Line]:
        """Every line that the row touches, in order."""
        touched = {line.number: line for line in [n[0] for n in self.names] + [c.line for c in self.cells]}
        return [touched[number] for number in sorted(touched)]


@dataclass(frozen=True, slots=True)
class Label:
    """A line of the table's body that is no part of a row: a department."""

    line: Line
    start: int
    end: int

    @property
    def text(self) -> str:
        """The printed words."""
        return self.line.text[self.start : self.end]


def is_skipped(text: str) -> bool:
    """Notes, units and repeated heads between the rows."""
    return not text.strip() or bool(re.match(r"\s*[*※]", text)) or bool(table_unit(text)) or is_head(text)


def read_rows(lines: Sequence[Line], width: int, is_label: Callable[[str], bool]) -> Iterator[Row | Label]:
    """Rows of up to `width` cells. A line without cells is a label of its own (a department) or part of a name:
    of the row before if it is a bracket behind a full row, else of the row after."""
    names: list[tuple[Line, int, int]] = []
    cells: list[Cell] = []
    for line in (line for line in lines if not is_skipped(line.text)):
        start, end, found = _split(line, width)
        text = line.text[start:end]
        if cells and start < end and not (not found and len(cells) == width and re.fullmatch(r"\(.*\)", text)):
            yield Row(tuple(names), tuple(cells))
            names, cells = [], []
        if not found and is_label(text):
            yield Label(line, start, end)
        elif start < end:
            names.append((line, start, end))
        cells += [c for c in found if c.text]
    if cells:
        yield Row(tuple(names), tuple(cells))


def _split(line: Line, width: int) -> tuple[int, int, list[Cell]]:
    """The extent of a line's name part and the cells behind it."""
    tokens = list(re.finditer(r"\S+", line.text))
    cut = len(tokens)
    cells: list[Cell] = []
    while cut and sum(1 for c in cells if c.text) < width:
        found = _cells(line, tokens[cut - 1])
        if found is None:
            break
        cells = [*found, *cells]
        cut -= 1
    if not cut:
        return 0, 0, cells
    return tokens[0].start(), tokens[cut - 1].end(), cells


def _cells(line: Line, token: re.Match[str]) -> list[Cell] | None:
    """The cells of one blank-free token; a rate alone gives a cell without text; None if it is no cell."""
    text, at = token[0], token.start()
    if _RATE_ALONE.fullmatch(text):
        return [Cell("", line, at, token.end(), True)]
    if not (found := _CELL.fullmatch(text)):
        return None
    return [Cell(found["figure"], line, at, at + len(found["figure"]), bool(found["rate"]))]


def place(row: Row, columns: Sequence[Column]) -> list[tuple[Column, Cell]] | None:
    """Each cell with its column. One cell too few is placed only if the arithmetic leaves one way."""
    missing = len(columns) - len(row.cells)
    if missing == 0:
        return list(zip(columns, row.cells, strict=True))
    if missing != 1:
        return None
    ways = [[*columns[:i], *columns[i + 1 :]] for i in range(len(columns))]
    pairs = [list(zip(way, row.cells, strict=True)) for way in ways]
    right = [p for p in pairs if _agrees(p)]
    return right[0] if len(right) == 1 else None


def _agrees(pairs: list[tuple[Column, Cell]]) -> bool:
    """Whether rates stand where rates belong and 예산현액 = 본예산 + 이월 holds; False if nothing can tell."""
    if any(cell.rated and not column.rated for column, cell in pairs):
        return False
    value = {column.role: figure(cell.text) for column, cell in pairs}
    original, carried, current = (value.get(r, Decimal(0)) for r in ("original", "carryover", "current"))
    if "current" not in value or original is None or carried is None or current is None:
        return False
    return original + carried == current


def is_dash(cell: Cell) -> bool:
    """Whether the cell is a stated zero."""
    return cell.text in DASHES
