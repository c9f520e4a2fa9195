"""How findings call what they speak of, in Korean and English."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from ..ontology.records import BudgetLine
from .findings_equations import Sum
from .findings_figures import Said
from .knowledge import words

_LEAST = Decimal("0.5")

_COLUMNS: dict[str, Said] = {
    "original": ("예산액", "budget"),
    "carryover": ("이월", "carry-over"),
    "current": ("예산현액", "current budget"),
    "final": ("최종예산", "final budget"),
    "commitment": ("원인행위액", "commitments"),
    "expenditure": ("집행액", "expenditure"),
    "supplement": ("추경", "supplementary budget"),
    "change": ("증감", "change"),
    "balance": ("잔액", "balance"),
    "planned": ("집행예정액", "planned expenditure"),
    "rate": ("비율", "rate"),
}


@cache
def column_name(role: str, year: int, word: str) -> Said:
    """A column's name with its year: `2024년 최종예산`, `final budget of 2024`; a source of money by its own word."""
    ko, en = _COLUMNS.get(role, (word, word))
    return (word or ko, f"{en} {word}".strip()) if role == "rate" else (f"{year}년 {ko}", f"{en} of {year}")


@cache
def rate_name(role: str, year: int) -> Said:
    """The name of the rates behind a column's amounts."""
    ko, en = column_name(role, year, "")
    return f"{ko} 비율", f"rate of the {en}"


def is_source(name: str) -> bool:
    """Whether a name is a source of money: 국비, 시비, …"""
    return re.sub(r"\W", "", name) in words("budget_columns", "word", role="funding")


def is_partition(made: Sum) -> bool:
    """Whether the parts of a sum in words must make up the whole, even if they do not as printed.

    Sources of money always do; a list of other parts that falls short of half of the whole may be a choice.
    """
    total, whole = made.printed(made.whole), made.whole.value
    return all(is_source(f.name[0]) for f in made.parts) or bool(total and whole and total >= whole * _LEAST)


def row_name(line: BudgetLine) -> str:
    """A row's name; a total's with the department that it is of."""
    department = line.department.name if line.total and line.department and line.table == "summary" else ""
    return line.item if not department or line.item == department else f"{department} {line.item}"
