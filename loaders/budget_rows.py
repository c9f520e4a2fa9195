"""The rows of a budget table whose cells and names extraction has wrapped over lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby

from .amounts import DASHES, figure, table_unit
from .budget_columns import Column, is_head
from .knowledge import words
from .source import Line

_RATE = r"\(\s*[\d.,]+\s*%?\s*\)"
_CELL = re.compile(
    rf"(?P<figure>[△▲+-]?(?:\d{{1,3}}|(?!19|20)\d{{4}}|\d{{5,}})(?:\.\d+)?%?|[△▲+-]?\d[\d,]*,[\d,]*\d(?:\.\d+)?|[-–—－])(?P<rate>{_RATE})?"
)
_RATE_ALONE = re.compile(_RATE)
_WIDEST = 20


@dataclass(frozen=True, slots=True)
class Cell:
    """A printed cell and where it stands; `rate` is the rate in brackets glued to it or on a line after."""

    text: str
    line: Line
    start: int
    end: int
    rate: Cell | None = None


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


def read_rows(
    lines: Sequence[Line], width: int, is_label: Callable[[str], bool], *, remarks: bool = False
) -> Iterator[Row | Label]:
    """Rows of up to `width` cells. A line without cells is a label of its own (a department) or part of a name:
    of the row before if it is a bracket behind a full row, else of the row after. `remarks`: words (비고) may follow
    the cells; they are left out."""
    names: list[tuple[Line, int, int]] = []
    cells: list[Cell] = []
    for line in (line for line in lines if not is_skipped(line.text)):
        start, end, found = _split(line, width, remarks=remarks)
        text = line.text[start:end]
        if cells and start < end and not (not found and len(cells) == width and re.fullmatch(r"\(.*\)", text)):
            yield Row(tuple(names), tuple(cells))
            names, cells = [], []
        if not found and is_label(text):
            yield Label(line, start, end)
        elif start < end:
            names.append((line, start, end))
        _add(cells, found)
    if cells:
        yield Row(tuple(names), tuple(cells))


def _add(cells: list[Cell], found: Sequence[Cell]) -> None:
    """Put a line's cells behind the row's; rates alone (`(8.1)`) go to as many of the last cells, in order."""
    for figures, group in groupby(found, key=lambda cell: bool(cell.text)):
        if figures:
            cells += group
            continue
        rates = list(group)[-len(cells) :] if cells else []
        for at, rate in enumerate(rates, len(cells) - len(rates)):
            cells[at] = replace(cells[at], rate=rate.rate)


def _split(line: Line, width: int, *, remarks: bool) -> tuple[int, int, list[Cell]]:
    """The extent of a line's name part and the cells behind it."""
    tokens = list(re.finditer(r"\S+", line.text))
    if remarks:
        tokens = _without_remark(line, tokens, width)
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


def usual_width(lines: Sequence[Line]) -> int:
    """How many cells most lines end with that have a name and two cells or more; 0 without such a line."""
    found = [_split(line, _WIDEST, remarks=False) for line in lines if not is_skipped(line.text)]
    sizes = (sum(1 for cell in cells if cell.text) for start, end, cells in found if start < end)
    widths = Counter(size for size in sizes if size > 1)
    return widths.most_common(1)[0][0] if widths else 0


def _without_remark(line: Line, tokens: list[re.Match[str]], width: int) -> list[re.Match[str]]:
    """The tokens up to the first full run of cells that words follow; all of them if there is no such run."""
    run = 0
    for at, token in enumerate(tokens):
        run = run + 1 if _cells(line, token) else 0
        behind = tokens[at + 1] if at + 1 < len(tokens) else None
        if run == width and behind is not None and not _cells(line, behind):
            return tokens[: at + 1]
    return tokens


def _cells(line: Line, token: re.Match[str]) -> list[Cell] | None:
    """The cells of one blank-free token; a rate alone gives a cell without text; None if it is no cell."""
    text, at = token[0], token.start()
    if _RATE_ALONE.fullmatch(text):
        return [Cell("", line, at, at, Cell(text, line, at, token.end()))]
    if text in words("cell_words", "word"):
        return [Cell(text, line, at, token.end())]
    if not (found := _CELL.fullmatch(text)):
        return None
    end = at + len(found["figure"])
    rate = Cell(found["rate"], line, end, token.end()) if found["rate"] else None
    return [Cell(found["figure"], line, at, end, rate)]


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
    if any(cell.rate and not column.rated for column, cell in pairs):
        return False
    value = {column.role: figure(cell.text) for column, cell in pairs}
    original, carried, current = (value.get(r, Decimal(0)) for r in ("original", "carryover", "current"))
    if "current" not in value or original is None or carried is None or current is None:
        return False
    return original + carried == current


def is_dash(cell: Cell) -> bool:
    """Whether the cell is a stated zero."""
    return cell.text in DASHES
