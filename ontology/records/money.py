"""Budget lines and their figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .organisation import Department, Project
from .source import Span

Table = Literal["summary", "detail", "overview"]
Phase = Literal["original", "carryover", "current", "final", "commitment", "expenditure"]


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """A row of a budget table. `total` marks 계, 소계, 합계 and the like, which are no lines of their own."""

    table: Table
    item: str
    department: Department | None
    project: Project | None
    total: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Amount:
    """One figure of a budget line: `won` in won, beside it the figure and unit as printed."""

    line: BudgetLine
    fiscal_year: int
    phase: Phase
    won: int
    printed: str
    unit: str
    span: Span


@dataclass(frozen=True, slots=True)
class LineMatch:
    """A project's detail line and the summary line that it is (`same`) or belongs to (`part_of`)."""

    detail: BudgetLine
    summary: BudgetLine
    relation: Literal["same", "part_of"]
    rule: str
    basis: tuple[Span, ...]
