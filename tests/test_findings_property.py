"""Right tables, printed rounded or cut off, give no finding; one changed figure gives one that shows it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from .finding_texts import in_summary
from .texts import SUMMARY_HEAD

_UNIT = 1_000_000
_NAMES = ("가람과", "나래과", "다솜과")
_COLUMNS = 5


@dataclass(frozen=True)
class _Table:
    """Departments of lines of won (본예산, 현액, 최종, 집행), and how figures are printed."""

    departments: list[list[tuple[int, int, int, int]]]
    rounding: str

    def cells(self) -> list[list[str]]:
        """The bureau's row, then each department's total and lines: five printed cells each."""
        totals = [_added(lines) for lines in self.departments]
        rows = [_added(totals)]
        for total, lines in zip(totals, self.departments, strict=True):
            rows += [total, *lines]
        return [self._printed(row) for row in rows]

    def text(self, cells: list[list[str]]) -> str:
        """The table as a budget chapter prints it."""
        rows = iter(cells)
        parts = [SUMMARY_HEAD, f"계 {' '.join(next(rows))}\n"]
        for name, lines in zip(_NAMES, self.departments, strict=False):
            parts.append(f"{name}\n소계 {' '.join(next(rows))}\n")
            parts += [f"{letter}별 사업 {' '.join(next(rows))}\n" for letter in "금은동철석"[: len(lines)]]
        return "".join(parts)

    def _printed(self, row: tuple[int, ...]) -> list[str]:
        figures = [self._figure(Decimal(won) / _UNIT, "1") for won in row]
        rate = Decimal(100) * row[3] / row[1] if row[1] else Decimal(0)
        return [f"{f:,}" if f else "-" for f in figures] + [str(self._figure(rate, "0.1"))]

    def _figure(self, value: Decimal, place: str) -> Decimal:
        return value.quantize(Decimal(place), self.rounding)


def _added(rows: list[tuple[int, int, int, int]]) -> tuple[int, int, int, int]:
    first, second, third, fourth = (sum(column) for column in zip(*rows, strict=True))
    return first, second, third, fourth


_won = st.integers(0, 90_000).map(lambda thousand: thousand * 123_457)


@st.composite
def _line(draw: st.DrawFn) -> tuple[int, int, int, int]:
    original, carried, final = draw(_won), draw(_won), draw(_won)
    spent = draw(st.integers(0, 100)) * (original + carried) // 100
    return original, original + carried, final, spent


_tables = st.builds(
    _Table,
    st.lists(st.lists(_line(), min_size=2, max_size=5), min_size=2, max_size=3),
    st.sampled_from([ROUND_HALF_UP, ROUND_DOWN]),
)


@settings(deadline=None)
@given(_tables)
def test_a_right_table_gives_no_finding(table: _Table) -> None:
    assert in_summary(table.text(table.cells()), *_NAMES) == []


@settings(deadline=None)
@given(_tables, st.data())
def test_one_changed_figure_gives_one_finding_that_shows_it(table: _Table, data: st.DataObject) -> None:
    cells = table.cells()
    row = data.draw(st.integers(0, len(cells) - 1))
    column = data.draw(st.integers(0, _COLUMNS - 1))
    before = Decimal(cells[row][column].replace(",", "").replace("-", "0"))
    if column == _COLUMNS - 1:
        changed = f"{before + 30}" if cells[row][1] != "-" else cells[row][column]
    else:
        changed = f"{2 * before + 100:,}"
    right = cells[row][column]
    cells[row][column] = changed
    found = in_summary(table.text(cells), *_NAMES)
    assert [changed in {span.quote for span in finding.spans} for finding in found] == [True] * (changed != right)
