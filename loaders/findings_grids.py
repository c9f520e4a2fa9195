"""Tables of figures other than budgets (posts, plots, requests, targets) as rows of figures."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from .findings_figures import ONE, Figure, Printed, figure_of
from .knowledge import words
from .source import Document, Line
from .spacing import squeeze

_NUMBER = r"[△▲]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|[-–—－]"
_CELL = re.compile(rf"(?P<figure>{_NUMBER})(?P<mark>%|％)?|(?P<noted>\d{{1,3}})\d\)")
_FIGURES = re.compile(r"\d\S*\s+(?:/\s+)?(?:[△▲]?\d|[-–—－])|[-–—－]\s+[△▲]?\d")
_BULLET = re.compile(r"\s*(?:[□■◻▣❏☐ㅇ○◦•●◎∙‣▸▪▷※*<【]|[-–]\s*[^\d\s-])")
_RATE = re.compile(r"[률율%％]|비중|구성비|누계")
_MEASURE = re.compile(r"[조억만천]\s?원|[천만]\s?(?:명|건|개|㎡|대)|㎡|㎢|k[mgW]|톤|ha|[%％]|달러|불\)|비율|지수")
_ABOVE = 6
_GAP = 4
_MOST = 60
_WIDEST = 300


@dataclass(frozen=True, slots=True)
class GridRow:
    """A line of a table: the words before its figures, and its first run of two figures or more."""

    name: str
    line: Line
    figures: tuple[Figure, ...]

    @property
    def is_total(self) -> bool:
        """Whether the row is named 계, 합계 or the like."""
        return squeeze(self.name) in words("totals", "word")

    @property
    def is_rate(self) -> bool:
        """Whether its figures are rates or running totals, which do not add up."""
        return bool(_RATE.search(self.name)) or any(figure.unit for figure in self.figures)


class Grid:
    """The lines of a document as rows of tables, each read once; `taken` are lines that are none (budget tables)."""

    def __init__(self, document: Document, taken: Collection[int]) -> None:
        self._document = document
        self._taken = taken
        self._rows: dict[int, GridRow | None] = {}

    @property
    def end(self) -> int:
        """The index behind the last line."""
        return len(self._document.lines)

    def row(self, at: int) -> GridRow | None:
        """The row of the line with an index, if it is one."""
        if at not in self._rows:
            self._rows[at] = self._read(self._document.lines[at])
        return self._rows[at]

    def near(self, at: int, step: int) -> Iterator[GridRow]:
        """The rows behind (step 1) or before (step -1) a line: up to a bullet, a budget table or a longer gap."""
        gap = found = 0
        at += step
        while 0 <= at < len(self._document.lines) and gap <= _GAP and found < _MOST:
            line = self._document.lines[at]
            if line.text.strip():
                if line.number in self._taken or _BULLET.match(line.text):
                    return
                row = self.row(at)
                gap = 0 if row else gap + 1
                if row:
                    found += 1
                    yield row
            at += step

    def counts(self, rows: Sequence[GridRow]) -> bool:
        """Whether rows hold counts, which are not rounded: whole numbers, and no money or measure (억원, 천㎡) in them
        or in the lines above."""
        if not rows or any("." in figure.text for row in rows for figure in row.figures):
            return False
        numbers = [row.line.number for row in rows]
        lines = self._document.lines[max(0, min(numbers) - _ABOVE - 1) : max(numbers)]
        return not any(_MEASURE.search(line.text) for line in lines)

    def _read(self, line: Line) -> GridRow | None:
        if line.number in self._taken or len(line.text) > _WIDEST or not _FIGURES.search(line.text):
            return None
        if _BULLET.match(line.text):
            return None
        run: list[re.Match[str]] = []
        for token in re.finditer(r"\S+", line.text):
            cell = _CELL.fullmatch(token[0])
            if cell:
                run.append(token)
            elif token[0] != "/" or not run:
                if len(run) > 1:
                    break
                run = []
        if len(run) < 2 or not (name := " ".join(line.text[: run[0].start()].split())):
            return None
        return GridRow(name, line, tuple(self._figure(line, name, at, token) for at, token in enumerate(run, 1)))

    def _figure(self, line: Line, name: str, column: int, token: re.Match[str]) -> Figure:
        cell = _CELL.fullmatch(token[0])
        text = (cell["figure"] or cell["noted"]) if cell else ""
        span = self._document.line_span(line, token.start(), token.start() + len(text))
        print = Printed(text, "%" if cell and cell["mark"] else "", ONE, span)
        return figure_of(print, name, (f"{column}번째 수", f"(figure {column})"))


def same_width(rows: Sequence[GridRow], width: int) -> list[GridRow]:
    """The rows with as many figures."""
    return [row for row in rows if len(row.figures) == width]
