"""What must hold down the columns of budget tables: totals, subtotals, departments and the whole bureau."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence

from ..ontology.records import Department
from .budget_departments import is_account
from .findings_equations import Equation, Sum, plausible
from .findings_figures import Said
from .findings_rows import FigureRow, Place, figure_row, signature
from .knowledge import words

_SUBTOTAL = "소계"
_BULLET = re.compile(r"\s*[-‐–∙·•‣▸▪ㅇ○◦]\s")


def column_equations(tables: Sequence[Sequence[FigureRow]]) -> list[Equation]:
    """The sums down the columns of the tables: each detail table by itself, the summary tables also together."""
    made: list[Equation] = []
    summaries = [rows for rows in tables if rows and rows[0].row.line.table == "summary"]
    for rows in tables:
        of = _summary if rows and rows[0].row.line.table == "summary" else _detail
        made += of(rows, signature(rows))
    return plausible([*made, *_across(summaries)])


def _down(whole: FigureRow, parts: Sequence[FigureRow], family: Hashable, what: Said) -> Iterator[Equation]:
    """One equation for each column of amounts that every row fills."""
    if not parts or not all(part.figures for part in parts):
        return
    said = f"{what[0]} {len(parts)}개의 합은", f"its {len(parts)} {what[1]} add up to"
    for place, figure in whole.figures.items():
        if not place.rate and place.column.role != "rate" and all(place in part.figures for part in parts):
            figures = tuple(part.figures[place] for part in parts)
            yield Sum(figure, figures, family, said)


def bureau_totals(tables: Sequence[Sequence[FigureRow]]) -> list[FigureRow]:
    """The bureau's total of each summary table that has one."""
    summaries = (rows for rows in tables if rows and rows[0].row.line.table == "summary")
    return [grand for rows in summaries if (grand := _grand(rows))]


def _summary(rows: Sequence[FigureRow], table: Hashable) -> Iterator[Equation]:
    """A department's total over its lines; the bureau's over the departments, over the accounts, or over all lines."""
    by_department: dict[Department | None, list[FigureRow]] = {}
    for row in rows:
        by_department.setdefault(row.row.line.department, []).append(row)
    grand = _grand(rows)
    for department, own in by_department.items():
        totals = [row for row in own if row.row.line.total]
        if department is not None and len(totals) == 1:
            yield from _down(totals[0], counted(own), (table, "department"), ("항목", "lines"))
    if grand is not None:
        if accounts := _accounts(rows):
            yield from _down(grand, accounts, (table, "accounts"), ("회계", "accounts"))
        if parts := _department_totals(rows):
            yield from _down(grand, parts, (table, "bureau"), ("부서 소계", "subtotals"))
        elif not accounts:
            yield from _down(grand, counted(rows), (table, "bureau"), ("항목", "lines"))


def _across(tables: Sequence[Sequence[FigureRow]]) -> Iterator[Equation]:
    """A bureau's total over the departments' totals of another table that has no total of its own."""
    with_total = [(rows, grand) for rows in tables if (grand := _grand(rows)) and not _department_totals(rows)]
    for rows in tables:
        if _grand(rows) is None and (parts := _department_totals(rows)):
            for _, grand in with_total:
                yield from _down(_shared(grand, parts), parts, ("", "bureau"), ("부서 소계", "subtotals"))


def _shared(grand: FigureRow, parts: Sequence[FigureRow]) -> FigureRow:
    """The total of another table under the columns of this one: those of the same role and year."""
    here: dict[tuple[str, int], Place] = {}
    for place in parts[0].figures:
        if not place.rate:
            here.setdefault((place.column.role, place.column.year), place)
    same = {
        here[key]: figure
        for place, figure in grand.figures.items()
        if not place.rate and (key := (place.column.role, place.column.year)) in here
    }
    return figure_row(grand.row, same)


def _grand(rows: Sequence[FigureRow]) -> FigureRow | None:
    """The one total of all departments."""
    found = [r for r in rows if r.row.line.total and r.row.line.department is None and not is_account(r.row.line.item)]
    return found[0] if len(found) == 1 else None


def _accounts(rows: Sequence[FigureRow]) -> list[FigureRow]:
    return [r for r in rows if r.row.line.department is None and is_account(r.row.line.item)]


def _department_totals(rows: Sequence[FigureRow]) -> list[FigureRow]:
    """The departments' totals, if every department has just one and no line is outside of them."""
    lines = [row.row.line for row in rows if not row.row.line.total]
    totals = [row for row in rows if row.row.line.total and row.row.line.department is not None]
    named = [row.row.line.department for row in totals]
    whole = len(set(named)) == len(named) and {line.department for line in lines} <= set(named)
    return totals if whole and len(totals) > 1 else []


def counted(rows: Sequence[FigureRow]) -> list[FigureRow]:
    """The lines that count: not the sources of money printed below a line, nor the bulleted parts of one."""
    sources = words("budget_columns", "word", role="funding")
    found = [row for row in rows if not row.row.line.total and row.row.line.item not in sources]
    bulleted = [bool(_BULLET.match(row.row.line.span.quote)) for row in found]
    return [row for row, below in zip(found, bulleted, strict=True) if not below or all(bulleted)]


def grand_total(rows: Sequence[FigureRow]) -> FigureRow | None:
    """The one total of a project's table that is no 소계."""
    found = [row for row in rows if row.row.line.total and row.row.line.item != _SUBTOTAL]
    return found[0] if len(found) == 1 else None


def _detail(rows: Sequence[FigureRow], table: Hashable) -> Iterator[Equation]:
    """A table's total over its lines; with subtotals these over the lines before or behind them, it over these."""
    totals = [row for row in rows if row.row.line.total]
    if len(totals) == 1:
        yield from _down(totals[0], counted(rows), (table, "total"), ("항목", "lines"))
        return
    subtotals = [row for row in totals if row.row.line.item == _SUBTOTAL]
    grand = grand_total(rows)
    if grand is None or not subtotals:
        return
    yield from _down(grand, subtotals, (table, "total"), ("소계", "subtotals"))
    groups = _groups([row for row in rows if row is not grand])
    for subtotal, lines in groups:
        yield from _down(subtotal, counted(lines), (table, "subtotal"), ("항목", "lines"))


def _groups(rows: Sequence[FigureRow]) -> Iterator[tuple[FigureRow, list[FigureRow]]]:
    """Each subtotal with its lines: those behind it if the table opens with one, else those before it."""
    ordered = rows if rows[0].row.line.total else list(reversed(rows))
    subtotal: FigureRow | None = None
    lines: list[FigureRow] = []
    for row in ordered:
        if row.row.line.total:
            if subtotal is not None:
                yield subtotal, lines
            subtotal, lines = row, []
        else:
            lines.append(row)
    if subtotal is not None:
        yield subtotal, lines
