"""The rows of a budget table as figures, and what must hold within a row: 예산현액, sources, changes, rates."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from ..ontology.records import Amount
from ..ontology.records.money import UNITS
from .amounts import figure
from .budget_columns import Column
from .budget_rows import Cell
from .budget_sheets import Sheet, SheetRow
from .findings_equations import Equation, Rate, Sum, plausible
from .findings_figures import ONE, Figure, Printed, figure_of
from .findings_words import column_name, rate_name, row_name
from .knowledge import words
from .source import Document

_MONEY = frozenset(
    {
        "original", "carryover", "current", "final", "commitment", "expenditure",
        "funding", "supplement", "change", "balance", "planned",
    }
)  # fmt: skip
_SCALES = {"%": ONE, **{unit: Decimal(won) for unit, won in UNITS.items()}}
_SPENT = ("expenditure", "commitment")
_GRANTED = ("current", "original", "final")


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """A column of one table, or (`rate`) the rates in brackets behind its amounts."""

    column: Column
    rate: bool = False


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A row of figures, none at all if its cells could not be told apart; those of each role in printed order."""

    row: SheetRow
    figures: Mapping[Place, Figure]
    by_role: Mapping[str, list[tuple[Place, Figure]]]

    def of(self, *roles: str, year: int = 0) -> list[tuple[Place, Figure]]:
        """The figures of some roles (rates in brackets are none), of one year if it is given."""
        found = [pair for role in roles for pair in self.by_role.get(role, ())]
        return [pair for pair in found if pair[0].column.year == year] if year else found


def figure_rows(document: Document, sheet: Sheet) -> list[FigureRow]:
    """The figures of a table; words in cells (순증) are none."""
    columns = {id(column): column for row in sheet.rows for column, _ in row.cells}
    places = {key: (Place(column), Place(column, rate=True)) for key, column in columns.items()}
    return [figure_row(row, dict(_figures(document, sheet.unit, row, places))) for row in sheet.rows]


def figure_row(row: SheetRow, figures: Mapping[Place, Figure]) -> FigureRow:
    """A row of the given figures."""
    by_role: dict[str, list[tuple[Place, Figure]]] = {}
    for place, found in figures.items():
        if not place.rate:
            by_role.setdefault(place.column.role, []).append((place, found))
    return FigureRow(row, figures, by_role)


def _figures(
    document: Document, unit: str, row: SheetRow, places: Mapping[int, tuple[Place, Place]]
) -> Iterator[tuple[Place, Figure]]:
    amounts: dict[int, Amount] = {a.span.start: a for a in row.amounts}
    no_figures = words("cell_words", "word")
    line = row_name(row.line)
    for column, cell in row.cells:
        own = (column.unit or unit) if column.role in _MONEY else "%"
        read = amounts.get(cell.line.start + cell.start)
        span = read.span if read else document.line_span(cell.line, cell.start, cell.end)
        about = read or row.line
        amount, rate = places[id(column)]
        if cell.text not in no_figures:
            print = Printed(cell.text, own, _SCALES[own], span)
            yield amount, figure_of(print, line, column_name(column.role, column.year, column.word), about)
        if cell.rate:
            print = _bracketed(document, cell.rate)
            yield rate, figure_of(print, line, rate_name(column.role, column.year), about)


def _bracketed(document: Document, cell: Cell) -> Printed:
    text = cell.text.strip("( )%")
    start = cell.start + cell.text.index(text)
    return Printed(text, "%", ONE, document.line_span(cell.line, start, start + len(text)))


def signature(rows: Sequence[FigureRow]) -> Hashable:
    """What tables with the same columns share: the kind of table, and the role and year of each column."""
    cells = max((row.row.cells for row in rows), key=len, default=())
    table = rows[0].row.line.table if rows else ""
    return table, tuple((column.role, column.year, column.word) for column, _ in cells)


def row_equations(rows: Sequence[FigureRow], family: Hashable) -> list[Equation]:
    """What must hold in the rows of all tables with the same columns, as far as the rows bear it out."""
    made: list[Equation] = []
    for row in rows:
        made += [*_current(row, family), *_funding(row, family), *_changes(row, family)]
    made = plausible(made)
    return [*made, *_best(_balances(rows, family)), *_best(_rates(rows, family)), *plausible(_growth(rows, family))]


def _current(row: FigureRow, family: Hashable) -> Iterator[Equation]:
    """예산현액 and 최종예산 are the original budget, what was carried over and the supplements, as far as printed."""
    for role in ("current", "final"):
        for place, whole in row.of(role):
            year = place.column.year
            original, added = row.of("original", year=year), row.of("carryover", "supplement", year=year)
            if len(original) == 1 and added:
                parts = [f for _, f in [*original, *added]]
                words = ("본예산에 이월·추경을 더한 금액은", "the original budget and what was added to it make")
                yield Sum(whole, parts, (family, f"{role} {year}"), words)


def _funding(row: FigureRow, family: Hashable) -> Iterator[Equation]:
    """An amount that columns of its sources (국비, 시비, …) follow is their sum."""
    cells = [(p, f) for p, f in row.figures.items() if not p.rate]
    for at, (place, whole) in enumerate(cells):
        behind = cells[at + 1 :]
        count = next((i for i, (p, _) in enumerate(behind) if p.column.role != "funding"), len(behind))
        if place.column.role in _GRANTED and count > 1:
            parts = [f for _, f in behind[:count]]
            words = ("재원별 금액의 합은", "its parts by source add up to")
            yield Sum(whole, parts, (family, f"funding {place.column.year}"), words)


def _changes(row: FigureRow, family: Hashable) -> Iterator[Equation]:
    """증감 is this year's budget less last year's."""
    change, years = row.of("change"), _two_years(row)
    if len(change) == 1 and years:
        new, old = years
        words = ("두 해 예산의 차이는", "the budgets of the two years differ by")
        yield Sum(change[0][1], [new, old], (family, "change"), words, signs=(1, -1))


def _two_years(row: FigureRow) -> tuple[Figure, Figure] | None:
    """This year's and last year's budget, where each has one column."""
    budgets = row.of(*_GRANTED)
    years = sorted({p.column.year for p, _ in budgets})
    if len(budgets) != 2 or len(years) != 2:
        return None
    by_year = {p.column.year: f for p, f in budgets}
    return by_year[years[1]], by_year[years[0]]


def _balances(rows: Sequence[FigureRow], family: Hashable) -> Iterator[list[Equation]]:
    """잔액 is a budget less what was spent of it: one reading for each pair of columns that it may be."""
    rows = [row for row in rows if row.of("balance")]
    for granted in _GRANTED if rows else ():
        for spent in _SPENT:
            made: list[Equation] = []
            for row in rows:
                left, whole, used = row.of("balance"), row.of(granted), row.of(spent)
                if len(left) == len(used) == 1 and whole:
                    words = ("예산에서 집행액을 뺀 금액은", "the budget less what was spent leaves")
                    parts = [whole[0][1], used[0][1]]
                    made.append(Sum(left[0][1], parts, (family, "balance"), words, signs=(1, -1)))
            yield made


def _best(readings: Iterable[list[Equation]]) -> list[Equation]:
    """The reading of which the fewest rows fail; of equals the first that has any row."""
    best: list[Equation] = []
    least = 0
    for made in readings:
        failed = sum(1 for e in made if e.holds is False)
        if made and (not best or failed < least):
            best, least = made, failed
        if best and not least:
            break
    return plausible(best)


def _rates(rows: Sequence[FigureRow], family: Hashable) -> Iterator[list[Equation]]:
    """집행률 is what was spent in hundredths of a budget of the same table: one reading for each that it may be."""
    paired = [(row, *found) for row in rows for found in _paired(row)]
    for granted in _GRANTED:
        yield [
            Rate(rate, amount, base, (family, "rate"))
            for row, place, rate, amount in paired
            for _, base in row.of(granted, year=place.column.year)[:1]
        ]


def _paired(row: FigureRow) -> Iterator[tuple[Place, Figure, Figure]]:
    """Each rate of execution with the place and the figure of its amount: in its cell, else before it, else behind."""
    cells = list(row.figures.items())
    for (before, amount), (place, rate) in pairwise(cells):
        if place.rate and before.column.role in _SPENT:
            yield before, rate, amount
    for at, (place, rate) in enumerate(cells):
        if place.column.role == "rate" and not place.rate and not _is_growth(place):
            near = [(p, f) for p, f in [*reversed(cells[:at]), *cells[at + 1 :]] if p.column.role in _SPENT]
            found = next((pair for pair in near if not pair[0].rate), None)
            if found:
                yield found[0], rate, found[1]


def _is_growth(place: Place) -> bool:
    return not place.column.word.startswith("집행")


def _growth(rows: Sequence[FigureRow], family: Hashable) -> Iterator[Equation]:
    """증감률 is the change in hundredths of last year's budget."""
    for row in rows:
        rates = [f for p, f in row.of("rate") if p.column.word.startswith("증감")]
        years = _two_years(row)
        if len(rates) == 1 and years and figure(rates[0].text) is not None:
            new, old = years
            change = row.of("change")
            if len(change) == 1:
                yield Rate(rates[0], change[0][1], old, (family, "growth"))
            else:
                yield Rate(rates[0], new, old, (family, "growth"), offset=100)
