"""The head of a budget table, scrambled over lines by extraction, read as columns in the order of the cells."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..ontology.fold import QUOTES
from .knowledge import alternatives, rows
from .spacing import squeeze

_YEAR = r"(?:[’‘'`]?(?P<year>20\d\d|\d\d)(?:년도|년|년말)?)?"
_YEARLESS = frozenset({"change", "note"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its role (a phase of the budget, rate, change, note), its year if the head says one.

    `rated`: the amount's rate stands in brackets in the same cell.
    """

    role: str
    family: str
    year: int
    rated: bool = False


def read_columns(head: str, year: int) -> tuple[Column, ...]:
    """The columns behind the item's name. `year` (as-of) is meant where the head names none.

    A two-level head is printed upper level first: `’25년 예산 ’24년최종예산 집행액 및 집행률` and then
    `본예산 이월 등 예산현액 원인행위액(집행률) 지출액(집행률)`; the lower columns go where their group stands.
    """
    upper: list[Column | list[Column]] = []
    tokens = _tokens(head)
    for at, (column, may_group) in enumerate(tokens):
        group = _group_for(upper, column)
        if may_group and _has_lower(column, tokens[at + 1 :]):
            upper.append([column])
        elif group is not None:
            group.append(replace(column, year=column.year or group[0].year))
        else:
            upper.append(_alone(column))
    flat = [c for part in upper for c in (part[1:] if isinstance(part, list) else [part])]
    return tuple(replace(c, year=c.year or year) for c in flat if c.role not in ("department", "item"))


def _has_lower(column: Column, behind: list[tuple[Column, bool]]) -> bool:
    """Whether a column stands over others: execution over its parts, a year's 예산 over a 본예산 of its own."""
    lower = [c for c, may_group in behind if not may_group and c.family == column.family]
    return bool(lower) if column.role == "group" else any(c.role == "original" and not c.year for c in lower)


def _alone(column: Column) -> Column:
    """`집행액 및 집행률` without columns below it is one cell: the amount with its rate in brackets."""
    return replace(column, role="expenditure", rated=True) if column.role == "group" else column


def _tokens(head: str) -> list[tuple[Column, bool]]:
    """The head's words as columns; whether each may be a group over others."""
    text = re.sub(rf"[{re.escape(QUOTES)}]", "’", squeeze(head))
    words = alternatives("budget_columns", "word")
    pattern = re.compile(rf"(?P<when>{_YEAR})(?P<word>{words})?(?P<tail>(?:\([^()]*\))*)")
    kinds = {r["word"]: (r["role"], r["family"]) for r in rows("budget_columns")}
    found: list[tuple[Column, bool]] = []
    position = 0
    while position < len(text):
        match = pattern.match(text, position)
        if match is None or not (match["word"] or match["year"]):
            position += 1
            continue
        word = match["word"]
        if match["year"] and word and kinds[word][0] in _YEARLESS:  # `’24년 증감` is two columns
            word = None
        position = match.end() if word == match["word"] else match.end("when")
        role, family = kinds[word] if word else ("original", "budget")
        rated = bool(re.search("률|율|%", match["tail"])) and role not in ("rate", "group")
        column = Column(role, family, _full_year(match["year"]), rated)
        found.append((column, role == "group" or (role == "original" and word in (None, "예산", "예산액"))))
    return found


def _full_year(text: str | None) -> int:
    return 0 if not text else int(text) if len(text) == 4 else 2000 + int(text)


def _group_for(upper: list[Column | list[Column]], column: Column) -> list[Column] | None:
    """The first group of its family, and of its year if it names one, that has no such column yet."""
    if not column.family or (column.role == "original" and column.year):
        return None
    groups = [p for p in upper if isinstance(p, list) and p[0].family == column.family]
    if column.year:
        groups = [g for g in groups if g[0].year == column.year and column.role != "final"]
    elif column.role == "final" and len(groups) > 1:  # the last revised budget is of the year before
        groups = [min(groups, key=lambda g: g[0].year)]
    return next((g for g in groups if column.role not in [c.role for c in g[1:]]), None)


def is_head(text: str) -> bool:
    """Whether a line holds nothing but head words, years and units."""
    rest = re.sub(r"\([^()]*\)", "", squeeze(text))
    words = alternatives("budget_columns", "word")
    rest = re.sub(rf"{words}|[’‘'`]?(?:20)?\d\d(?:년도|년)|20\d\d|액", "", rest)
    return bool(text.strip()) and not re.sub(r"[\W_]", "", rest) and bool(re.search(rf"{words}|년", squeeze(text)))
