"""Budget lines and their figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from .organisation import Department, Project
from .source import Span

Table = Literal["summary", "detail", "overview", "text"]
Phase = Literal["original", "carryover", "current", "final", "commitment", "expenditure"]

UNITS: Mapping[str, int] = {
    "원": 1,
    "천원": 1_000,
    "만원": 10_000,
    "천만원": 10_000_000,
    "백만원": 1_000_000,
    "억원": 100_000_000,
    "조원": 10**12,
}
"""The won that one of a printed unit is."""


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """A row of a budget table, or a sum that running text states (table `text`).

    `total` marks 계, 소계, 합계 and the like, which are no lines of their own.
    """

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
class StatedAmount:
    """A sum of a line that stands in no table; year 0 and a blank phase if the text does not say them."""

    line: BudgetLine
    fiscal_year: int
    phase: Phase | Literal[""]
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
