"""Budget tables: the summary of chapter Ⅱ, the 예산 집행 현황 of each project, the 소요예산 of its overview."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, cast

from ..ontology.records import Amount, BudgetLine, Department, Phase, Problem, Project, Record, Span
from .amounts import table_unit, won
from .budget_columns import Column, read_columns
from .budget_departments import apart, is_account, is_department, is_total, with_departments
from .budget_rows import Cell, Label, Row, place, read_rows, usual_width
from .budget_sheets import Sheet, SheetRow
from .budget_tables import cut_head, figure_rows, only_unit, tables
from .knowledge import words
from .source import Document, Line
from .spacing import Lexicon, close_up, squeeze

_LEAD = re.compile(r"^[-‐–∙·•‣▸▪ㅇ○◦]\s*")
_PHASES = frozenset({"original", "carryover", "current", "final", "commitment", "expenditure"})


@dataclass(frozen=True, slots=True)
class Context:
    """What the reader of a table must know: the document, its words and the year of its as-of date."""

    document: Document
    lexicon: Lexicon
    year: int


@dataclass(frozen=True, slots=True)
class _Grid:
    """A table's head read: its columns in cell order, its unit, its body."""

    columns: tuple[Column, ...]
    unit: str
    body: tuple[Line, ...]
    first: Line
    by_department: bool
    remarks: bool


class Read(NamedTuple):
    """What a reader of budget tables found; the sheets are the same tables as printed."""

    records: list[Record]
    problems: list[Problem]
    sheets: list[Sheet]


def read_summary(context: Context, lines: Sequence[Line], departments: Sequence[Department]) -> Read:
    """Chapter Ⅱ: of each of its tables, the lines under each department, over all pages of the table."""
    read = Read([], [], [])
    unit = only_unit(lines)
    for table in tables(lines):
        named = (r.department for r in read.records if isinstance(r, BudgetLine) and r.department)
        _add(read, _read_table(context, table, list(dict.fromkeys([*departments, *named])), unit))
    return read


def _add(read: Read, more: Read) -> None:
    read.records.extend(more.records)
    read.problems.extend(more.problems)
    read.sheets.extend(more.sheets)


def _read_table(context: Context, lines: Sequence[Line], departments: Sequence[Department], unit: str) -> Read:
    grid, problems = _grid(context, lines, unit)
    if grid is None:
        return Read([], problems, [])
    known = {squeeze(d.name): d for d in departments}
    printed = _rows(grid, lambda text: is_department(text, known))
    rows = list(apart(printed, known, grid.by_department))
    labels = {squeeze(row.text): row for row in reversed(rows) if isinstance(row, Label)}
    placed = (
        (row, replace(_BLANK, table="summary", department=known.get(name) or _new_department(context, labels, name)))
        for row, name in with_departments(rows)
    )
    return _read_rows(context, grid, placed)


def _rows(grid: _Grid, is_label: Callable[[str], bool]) -> Iterator[Row | Label]:
    return read_rows(grid.body, len(grid.columns), is_label, remarks=grid.remarks)


def _new_department(context: Context, labels: Mapping[str, Label], name: str) -> Department | None:
    """A department that no staff table names, from its first label in the budget table."""
    label = labels.get(name)
    if label is None:
        return None
    return Department(name, "department", context.document.line_span(label.line, label.start, label.end))


def read_detail(context: Context, lines: Sequence[Line], project: Project) -> Read:
    """A project's 예산 집행 현황: the block's lines, its □ heading among them."""
    grid, problems = _grid(context, lines)
    if grid is None:
        return Read([], problems, [])
    line = replace(_BLANK, table="detail", department=project.department, project=project)
    rows = (row for row in _rows(grid, _nothing) if isinstance(row, Row))
    return _read_rows(context, grid, ((row, line) for row in rows))


def _read_rows(context: Context, grid: _Grid, rows: Iterable[tuple[Row, BudgetLine]]) -> Read:
    """The rows of one table; each comes with the line that it is but for its name and place."""
    records: list[Record] = []
    problems: list[Problem] = []
    sheet: list[SheetRow] = []
    for row, line in rows:
        made, problem = _read_row(context, grid, row, line)
        records += [made.line, *made.amounts] if made.cells else []
        problems += problem
        sheet.append(made)
    return Read(records, problems, [Sheet(grid.unit, tuple(sheet))])


def _nothing(_text: str) -> bool:
    return False


def _grid(context: Context, lines: Sequence[Line], unit: str = "") -> tuple[_Grid | None, list[Problem]]:
    """The table's head read, or what keeps it from being read; `unit` is meant where the table names none."""
    head, body = cut_head(lines)
    if not head:
        return None, _headless(context.document, lines)
    printed = " ".join(line.text for line in head)
    read = _columns_that_fit(printed, context.year, body)
    columns = tuple(c for c in read if c.role != "note")
    unit = next((u for line in lines if (u := table_unit(line.text))), unit)
    where = f" (lines {head[0].number}-{(body or head)[-1].number})"
    if missing := _missing(columns, unit) or _too_few(read, body):
        message = f"budget table not read: expected {missing}{where}"
        return None, [Problem(context.document.id, head[0].number, message, "error")]
    if not body:
        return None, [Problem(context.document.id, head[0].number, "budget table without rows", "error")]
    by_department = any(w in squeeze(printed) for w in words("budget_columns", "word", role="department"))
    return _Grid(columns, unit, body, head[0], by_department, len(columns) < len(read)), []


def _too_few(columns: Sequence[Column], body: Sequence[Line]) -> str:
    """What is wrong if most rows have more figures than the head has columns; empty if nothing."""
    width = usual_width(body)
    return f"a head of {width} columns as in most rows, not of {len(columns)}" if width > len(columns) else ""


def _columns_that_fit(head: str, year: int, body: Sequence[Line]) -> tuple[Column, ...]:
    """The reading of a head that has as many columns as most rows have cells: `집행 잔액` is one column or two."""
    readings = (read_columns(head, year), read_columns(head, year, apart=True))
    wanted = usual_width(body)
    return next((r for r in readings if sum(c.role != "note" for c in r) == wanted), readings[0])


def _headless(document: Document, lines: Sequence[Line]) -> list[Problem]:
    """A table whose columns no head names cannot be read."""
    if not (rows := figure_rows(lines)):
        return []
    message = f"budget table not read: no head names its columns (lines {rows[0].number}-{rows[-1].number})"
    return [Problem(document.id, rows[0].number, message, "error")]


def _missing(columns: Sequence[Column], unit: str) -> str:
    """What a table's head does not say and its amounts need; empty if nothing."""
    amounts = [c for c in columns if c.role in _PHASES]
    if not amounts:
        return "amount columns"
    if not unit and not all(c.unit for c in amounts):
        return "a unit such as (단위 : 천원)"
    if not all(c.year for c in amounts):
        return "a year in its head or a date of the report (--date)"
    alike = Counter((c.role, c.year) for c in amounts).most_common(1)[0]
    return f"columns that can be told apart ({alike[1]} of {alike[0][1]} {alike[0][0]})" if alike[1] > 1 else ""


_BLANK = BudgetLine("detail", "", None, None, False, Span("", 0, 0, 0, 0, ""))


def _read_row(context: Context, grid: _Grid, row: Row, line: BudgetLine) -> tuple[SheetRow, list[Problem]]:
    name = _LEAD.sub("", " ".join(close_up(at.text[a:b], context.lexicon) for at, a, b in row.names))
    if not name and line.table == "summary" and line.department:  # the department's label stands on a line of its own
        name = line.department.name
    span = context.document.lines_span(row.lines)
    placed = place(row, grid.columns)
    total = is_total(name) or _holds_lines(name, line)
    made = replace(line, item=squeeze(name) if total else name, total=total, span=span)
    if not name or placed is None:
        message = f"budget row not read: {len(row.cells)} figures for {len(grid.columns)} columns"
        return SheetRow(made, (), ()), [Problem(context.document.id, span.first_line, message, "warning")]
    amounts: list[Amount] = []
    problems: list[Problem] = []
    for column, cell in placed:
        if column.role in _PHASES:
            amount, problem = _amount(context, column.unit or grid.unit, made, column, cell)
            amounts += amount
            problems += problem
    return SheetRow(made, tuple(placed), tuple(amounts)), problems


def _holds_lines(name: str, line: BudgetLine) -> bool:
    """Whether a row is its department's total or, outside of every department, an account's."""
    if line.department is not None:
        return squeeze(name) == squeeze(line.department.name)
    return line.table == "summary" and is_account(name)


def _amount(
    context: Context, unit: str, line: BudgetLine, column: Column, cell: Cell
) -> tuple[list[Amount], list[Problem]]:
    value = won(cell.text, unit)
    if value is None:
        message = f"malformed figure {cell.text!r} in {line.item}: printed as it is, not read as an amount"
        return [], [Problem(context.document.id, cell.line.number, message, "warning")]
    span = context.document.line_span(cell.line, cell.start, cell.end)
    return [Amount(line, column.year, cast(Phase, column.role), value, cell.text, unit, span)], []
