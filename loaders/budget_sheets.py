"""A budget table as printed: for each row its line, its cells under their columns, the amounts made of them."""

from __future__ import annotations

from dataclasses import dataclass

from ..ontology.records import Amount, BudgetLine
from .budget_columns import Column
from .budget_rows import Cell


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row: its line, its cells with their columns (none if they could not be told apart), the amounts read."""

    line: BudgetLine
    cells: tuple[tuple[Column, Cell], ...]
    amounts: tuple[Amount, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: the unit that it declares (a column may have its own) and its rows in printed order."""

    unit: str
    rows: tuple[SheetRow, ...]
