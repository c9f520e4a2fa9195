"""Budget tables: the summary of chapter Ⅱ, the 예산 집행 현황 of each project, the 소요예산 of its overview."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import cast

from ..ontology.records import Amount, BudgetLine, Department, Phase, Problem, Project, Record, Span
from .amounts import table_unit, won
from .budget_columns import Column, is_head, read_columns
from .budget_rows import Cell, Label, Row, place, read_rows
from .knowledge import words
from .outline import box_title, is_unit_name
from .source import Document, Line
from .spacing import Lexicon, close_up, squeeze

_END = re.compile(r"\s*(?:참\s*고\b|[ㅇ○◦]\s|<)")
_UNIT = re.compile(r"(?:과|담당관|기획관|추진단|사업단|지원단)$")
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


def is_total(name: str) -> bool:
    """Whether a row's name is one of 계, 소계, 합계 and the like."""
    return squeeze(name) in words("totals", "word")


def read_summary(
    context: Context, lines: Sequence[Line], departments: Sequence[Department]
) -> tuple[list[Record], list[Problem]]:
    """Chapter Ⅱ: the lines under each department, over all pages of the table."""
    grid, problems = _grid(context, lines)
    if grid is None:
        return [], problems
    known = {squeeze(d.name): d for d in departments}
    printed = read_rows(grid.body, len(grid.columns), lambda text: _is_department(text, known))
    rows = list(_apart(printed, known, grid.by_department))
    records: list[Record] = []
    for row, name in _with_departments(rows):
        department = known.get(name) or _new_department(context, rows, name)
        made, problem = _records(context, grid, row, replace(_BLANK, table="summary", department=department))
        records += made
        problems += problem
    return records, problems


def _is_department(text: str, known: dict[str, Department]) -> bool:
    return squeeze(text) in known or (not known and is_unit_name(text))


def _apart(rows: Iterable[Row | Label], known: dict[str, Department], by_department: bool) -> Iterator[Row | Label]:
    """The department at the beginning of a row's name (`교통과 계`, a column 부서) as a label before the row.

    A row that is named like its department is the department's total.
    """
    for row in rows:
        if isinstance(row, Label) or not row.names:
            yield row
            continue
        line, start, end = row.names[0]
        name = line.text[start:end]
        if squeeze(name) in known or (not known and _is_unit(name)):
            yield Label(line, start, end)
            yield row
            continue
        if cut := _department_end(name, known, by_department):
            yield Label(line, start, start + cut)
            start += cut + re.match(r"\s*", line.text[start + cut : end]).end()  # type: ignore[union-attr]
        yield Row(((line, start, end), *row.names[1:]), row.cells)


def _department_end(name: str, known: dict[str, Department], by_department: bool) -> int:
    """Where a leading department ends; 0 without one. An office's name may begin an item (`시립박물관 운영`)."""
    departments = [d for d in known.values() if d.kind == "department"]
    for word in re.finditer(r"\S+(?=\s)", name):
        first, rest = name[: word.end()], name[word.end() :]
        listed = known.get(squeeze(first))
        if (listed and listed in departments) or (is_total(rest) and (listed or _is_unit(first))):
            return word.end()
        if by_department and not departments and _is_unit(first):
            return word.end()
    return 0


def _is_unit(name: str) -> bool:
    """Whether one word (or letters set apart) is a department's name by its ending; 성과, 효과 are none."""
    one = len(name.split()) in (1, len(squeeze(name)))
    return one and len(squeeze(name)) > 2 and bool(_UNIT.search(name))


def _with_departments(rows: Sequence[Row | Label]) -> Iterator[tuple[Row, str]]:
    """Each row with its department's name. A 소계 that follows a department's lines opens the next one's."""
    current, filled, waiting = "", False, False
    labelled: Line | None = None
    for at, row in enumerate(rows):
        if isinstance(row, Label):
            filled = filled and squeeze(row.text) == current
            current, waiting, labelled = squeeze(row.text), False, row.line
            continue
        total = is_total("".join(line.text[a:b] for line, a, b in row.names))
        if total and filled and labelled not in row.lines:
            yield row, next((squeeze(r.text) for r in rows[at:] if isinstance(r, Label)), "")
            waiting = True
            continue
        filled = filled or (bool(current) and not waiting)
        yield row, "" if total and not current else current


def _new_department(context: Context, rows: Sequence[Row | Label], name: str) -> Department | None:
    """A department that no staff table names, from its label in the budget table."""
    label = next((r for r in rows if isinstance(r, Label) and squeeze(r.text) == name), None)
    if label is None:
        return None
    return Department(name, "department", context.document.line_span(label.line, label.start, label.end))


def read_detail(context: Context, lines: Sequence[Line], project: Project) -> tuple[list[Record], list[Problem]]:
    """A project's 예산 집행 현황: the block's lines, its □ heading among them."""
    grid, problems = _grid(context, lines)
    if grid is None:
        return [], problems
    records: list[Record] = []
    line = replace(_BLANK, table="detail", department=project.department, project=project)
    for row in read_rows(grid.body, len(grid.columns), _nothing):
        if isinstance(row, Row):
            made, problem = _records(context, grid, row, line)
            records += made
            problems += problem
    return records, problems


def _nothing(_text: str) -> bool:
    return False


def _grid(context: Context, lines: Sequence[Line]) -> tuple[_Grid | None, list[Problem]]:
    head, body = _cut_head(lines)
    if not head:
        return None, []
    printed = " ".join(line.text for line in head)
    columns = tuple(c for c in read_columns(printed, context.year) if c.role != "note")
    unit = next((u for line in lines if (u := table_unit(line.text))), "")
    missing = _missing(columns, unit)
    if missing:
        message = f"budget table not read: expected {missing}"
        return None, [Problem(context.document.id, head[0].number, message, "error")]
    if not body:
        return None, [Problem(context.document.id, head[0].number, "budget table without rows", "error")]
    by_department = any(w in squeeze(printed) for w in words("budget_columns", "word", role="department"))
    return _Grid(columns, unit, body, head[0], by_department), []


def _missing(columns: Sequence[Column], unit: str) -> str:
    """What a table's head does not say and its amounts need; empty if nothing."""
    amounts = [c for c in columns if c.role in _PHASES]
    if not unit:
        return "a unit such as (단위 : 천원)"
    if not amounts:
        return "amount columns"
    return "" if all(c.year for c in amounts) else "a year in its head or a date of the report (--date)"


def _cut_head(lines: Sequence[Line]) -> tuple[list[Line], tuple[Line, ...]]:
    """The first run of head lines, and what follows it up to the next bullet or reference page."""
    start = next((i for i, line in enumerate(lines) if is_head(line.text) and box_title(line) is None), None)
    if start is None:
        return [], ()
    end = start
    while end < len(lines) and (not lines[end].text.strip() or is_head(lines[end].text) or table_unit(lines[end].text)):
        end += 1
    head = [line for line in lines[start:end] if is_head(line.text)]
    stop = next((i for i in range(end, len(lines)) if _END.match(lines[i].text)), len(lines))
    return head, tuple(lines[end:stop])


_BLANK = BudgetLine("detail", "", None, None, False, Span("", 0, 0, 0, 0, ""))


def _records(context: Context, grid: _Grid, row: Row, line: BudgetLine) -> tuple[list[Record], list[Problem]]:
    name = _LEAD.sub("", " ".join(close_up(at.text[a:b], context.lexicon) for at, a, b in row.names))
    span = context.document.lines_span(row.lines)
    placed = place(row, grid.columns)
    if not name or placed is None:
        message = f"budget row not read: {len(row.cells)} figures for {len(grid.columns)} columns"
        return [], [Problem(context.document.id, span.first_line, message, "warning")]
    total = is_total(name) or (line.department is not None and squeeze(name) == squeeze(line.department.name))
    made = replace(line, item=squeeze(name) if total else name, total=total, span=span)
    records: list[Record] = [made]
    problems: list[Problem] = []
    for column, cell in placed:
        if column.role in _PHASES:
            amount, problem = _amount(context, grid.unit, made, column, cell)
            records += amount
            problems += problem
    return records, problems


def _amount(
    context: Context, unit: str, line: BudgetLine, column: Column, cell: Cell
) -> tuple[list[Record], list[Problem]]:
    value = won(cell.text, unit)
    if value is None:
        message = f"malformed figure {cell.text!r} in {line.item}: printed as it is, not read as an amount"
        return [], [Problem(context.document.id, cell.line.number, message, "warning")]
    span = context.document.line_span(cell.line, cell.start, cell.end)
    return [Amount(line, column.year, cast(Phase, column.role), value, cell.text, unit, span)], []
