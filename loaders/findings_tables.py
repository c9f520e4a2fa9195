"""What must hold in tables other than budgets: totals down and along, rates and changes, as far as rows bear it out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise, permutations, takewhile
from operator import attrgetter

from .findings_equations import Equation, Rate, Sum
from .findings_figures import Figure, Said
from .findings_grids import Grid, GridRow, same_width
from .knowledge import rows
from .source import Document
from .spacing import squeeze

_TOTAL = re.compile(r"계(?!\S)")
_BEFORE_TOTAL = re.compile(r"(?<!\S)(?:[합총소누]\s?)?$")
_START = attrgetter("start")
_MOST_COLUMNS = 8
_STEPS = (1, 2, 3)


def table_equations(document: Document, taken: Collection[int]) -> Iterator[Equation]:
    """The equations of all tables with a total, a rate or a change in their head or rows; `taken` lines are left out.

    The tables' heads are not read, so a reading counts only if it holds for one of its rows or columns at least, and
    fails for no more than it holds for.
    """
    grid = Grid(document, taken)
    seen: set[tuple[Figure, ...]] = set()
    totals = _lines(document, _totals(document.text))
    words = _lines(document, (m.start() for m in _word().finditer(document.text)))
    for at in totals:
        total = grid.row(at)
        if total and total.is_total:
            yield from _new(_best(_down(grid, at, total)), seen)
    for at, below in _below(grid, totals):
        yield from _new(_best(_along(grid, at, below)), seen)
    for at, below in _below(grid, words):
        yield from _new(_formulas(below, at, _kinds(document.lines[at].text)), seen)


def _below(grid: Grid, triggers: Iterable[int]) -> Iterator[tuple[int, list[GridRow]]]:
    """The heads of tables with the rows between each and the next."""
    heads = [at for at in triggers if grid.row(at) is None]
    for at, end in pairwise([*heads, grid.end]):
        rows = [row for row in grid.near(at, 1) if row.line.number <= end]
        if rows:
            yield at, rows


def _lines(document: Document, offsets: Iterable[int]) -> list[int]:
    """The indexes of the lines that offsets lie in, each once, in order."""
    return list(dict.fromkeys(bisect_right(document.lines, offset, key=_START) - 1 for offset in offsets))


def _totals(text: str) -> Iterator[int]:
    """Where 계 or 합계 stands as a word of its own."""
    for found in _TOTAL.finditer(text):
        if _BEFORE_TOTAL.search(text[max(0, found.start() - 3) : found.start()]):
            yield found.start()


def _new(equations: Iterable[Equation], seen: set[tuple[Figure, ...]]) -> Iterator[Equation]:
    """The equations between figures that no other has tied together: the head of a table may stand on two lines."""
    for equation in equations:
        if equation.figures not in seen:
            seen.add(equation.figures)
            yield equation


def _best(readings: Iterable[Sequence[Equation]]) -> Sequence[Equation]:
    """The reading that holds most often as printed, if it fails no more often than that."""
    best: Sequence[Equation] = ()
    most = 0
    for reading in readings:
        judged = [e for e in reading if e.holds is not None and not e.trivial]
        held = sum(1 for e in judged if e.holds and (isinstance(e, Rate) or e.is_exact))
        if held > most and sum(1 for e in judged if not e.holds) <= held:
            best, most = reading, held
    return best


def _down(grid: Grid, at: int, total: GridRow) -> Iterator[list[Equation]]:
    """A total row over the rows behind or before it, column by column."""
    width = len(total.figures)
    for step in (1, -1):
        near = takewhile(lambda row: not row.is_total, grid.near(at, step))
        parts = [row for row in same_width(list(near), width) if not row.is_rate]
        said = f"표의 {len(parts)}개 항목의 합은", f"the {len(parts)} rows of its table add up to"
        if len(parts) > 1:
            columns = [[row.figures[column] for row in parts] for column in range(width)]
            exact = grid.counts([total, *parts])
            yield [Sum(w, c, ("down", at), said, exact=exact) for w, c in zip(total.figures, columns, strict=True)]


def _along(grid: Grid, at: int, rows: Sequence[GridRow]) -> Iterator[list[Equation]]:
    """Rows below a head with 계: the first or last figure, or one of two or three that take turns, over the others."""
    below = [row for row in rows if not row.is_rate]
    exact = grid.counts(below)
    for width in sorted({len(row.figures) for row in below}):
        for step in _STEPS:
            if width % step == 0 and width // step > 2:
                figures = [row.figures for row in same_width(below, width)]
                yield [e for row in figures for e in _row_sums(row, step, at, exact=exact)]
                yield [e for row in figures for e in _row_sums(row[::-1], step, at, exact=exact)]


def _row_sums(figures: Sequence[Figure], step: int, at: int, *, exact: bool) -> Iterator[Equation]:
    for turn in range(step):
        parts = figures[turn + step :: step]
        said = f"옆 {len(parts)}개의 합은", f"the {len(parts)} beside it add up to"
        yield Sum(figures[turn], parts, ("along", at), said, exact=exact)


@cache
def _word() -> re.Pattern[str]:
    """The words of changes and rates, wide or narrow, the longest first."""
    longest = sorted((row["word"] for row in rows("rate_words")), key=len, reverse=True)
    return re.compile("|".join(r"[^\S\n]{0,3}".join(map(re.escape, word)) for word in longest))


def _kinds(text: str) -> list[str]:
    """What a head of a table promises: share, growth, change."""
    known = {row["word"]: row["kind"] for row in rows("rate_words")}
    return list(dict.fromkeys(known[squeeze(found)] for found in _word().findall(text)))


def _formulas(below: Sequence[GridRow], at: int, kinds: Sequence[str]) -> Iterator[Equation]:
    for width in sorted({len(row.figures) for row in below}):
        if 2 < width <= _MOST_COLUMNS:
            found = same_width(below, width)
            for kind in kinds:
                yield from _best(_readings(found, at, kind))


def _readings(found: Sequence[GridRow], at: int, kind: str) -> Iterator[list[Equation]]:
    """Each choice of columns that a rate or a change may be of; the rate stands last, or is printed with a %."""
    width = len(found[0].figures)
    for target in range(width - 1, 0, -1):
        marked = any(row.figures[target].unit for row in found)
        if kind != "change" and not marked and target != width - 1:
            continue
        for one, other in permutations([c for c in range(width) if c != target], 2):
            yield [_equation(row.figures, (target, one, other), (kind, at)) for row in found]


def _equation(figures: Sequence[Figure], columns: tuple[int, int, int], family: tuple[str, int]) -> Equation:
    made, one, other = (figures[column] for column in columns)
    if family[0] == "change":
        said: Said = f"{one.text} - {other.text} =", f"{one.text} less {other.text} is"
        return Sum(made, [one, other], family, said, signs=(1, -1))
    return Rate(made, one, other, family, offset=100 if family[0] == "growth" else 0)
