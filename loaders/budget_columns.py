"""The head of a budget table, scrambled over lines by extraction, read as columns in the order of the cells."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from ..ontology.fold import QUOTES
from ..ontology.records.money import UNITS
from .knowledge import alternatives, rows
from .spacing import squeeze

_YEAR = r"(?:[’‘'`]?(?P<year>20\d\d|\d\d)(?:년도|년|년말)?)?"
_YEARLESS = frozenset({"change", "note"})
_AMOUNTS = frozenset({"original", "current", "final", "carryover", "commitment", "expenditure", "group"})
_WHOLE = "\ue000"  # 계 or 합계 as a word of its own, so that no other word is cut at its 계
_BORDER = "\ue001"
_BETWEEN_WORDS = re.compile(r"(?<!\d년도)(?<=[가-힣]{2})\s+(?=[가-힣]{2})")
_WHOLE_WORD = re.compile(r"(?<!\S)(?:[합총소]\s*)?계(?!\S)")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its role (a phase of the budget, rate, change, note), its year if the head says one.

    `rated`: the amount's rate stands in brackets in the same cell; `unit`: the column's own (`예산액(백만원)`);
    `word` is the head's word.
    """

    role: str
    family: str
    year: int
    rated: bool = False
    unit: str = ""
    word: str = ""


def read_columns(head: str, year: int, *, apart: bool = False) -> tuple[Column, ...]:
    """The columns behind the item's name. `year` (as-of) is meant where the head names none. `apart`: words with a
    blank between them are columns of their own (`집행 잔액`), not one word printed wide.

    A two-level head is printed upper level first: `’25년 예산 ’24년최종예산 집행액 및 집행률` and then
    `본예산 이월 등 예산현액 원인행위액(집행률) 지출액(집행률)`; the lower columns go where their group stands.
    """
    tokens = _tokens(_BETWEEN_WORDS.sub(_BORDER, head) if apart else head)
    if {"whole", "funding"} <= {column.role for column, _ in tokens}:
        return _by_source([column for column, _ in tokens], year)
    upper: list[Column | list[Column]] = []
    for at, (column, may_group) in enumerate(tokens):
        group = _group_for(upper, column)
        if may_group and _has_lower(column, tokens[at + 1 :]):
            upper.append([column])
        elif group is not None:
            group.append(replace(_alone(column), year=column.year or group[0].year))
        else:
            upper.append(_alone(column))
    flat = [c for part in upper for c in (part[1:] if isinstance(part, list) else [part])]
    return tuple(replace(c, year=c.year or year) for c in flat if c.role not in ("department", "item"))


def _by_source(columns: list[Column], year: int) -> tuple[Column, ...]:
    """A head whose amounts are split by who pays: each 계 with its 국비, 시비, … stands under the next amount above.

    `2025년 예산액 2024년 예산액 비고` over `계 국비 시비`: 2025 in three columns, then 2024, then the remark.
    """
    sets: list[list[Column]] = []
    upper: list[Column] = []
    for column in columns:
        if column.role == "whole":
            sets.append([column])
        elif column.role == "funding" and sets:
            sets[-1].append(column)
        elif column.role not in ("department", "item"):
            upper.append(column)
    made: list[Column] = []
    for column in upper if any(c.role in _AMOUNTS for c in upper) else [Column("original", "budget", 0), *upper]:
        whole, *sources = sets.pop(0) if sets and column.role in _AMOUNTS else [column]
        made += [
            replace(_alone(column), unit=column.unit or whole.unit),
            *(replace(s, year=column.year) for s in sources),
        ]
    return tuple(replace(c, year=c.year or year) for c in made)


def _has_lower(column: Column, behind: list[tuple[Column, bool]]) -> bool:
    """Whether a column stands over others: execution over its parts, a year's 예산 over a 본예산 of its own,
    예산현액 over parts and their 계."""
    lower = [c for c, may_group in behind if not may_group and c.family == column.family]
    if column.role == "current":
        return any(c.role == "whole" for c in lower)
    return bool(lower) if column.role == "group" else any(c.role == "original" and not c.year for c in lower)


def _alone(column: Column) -> Column:
    """`집행액 및 집행률` without columns below it is one cell: the amount with its rate in brackets; 계 beside its
    parts (본예산, 이월, 추경) is the 예산현액."""
    if column.role == "whole":
        return replace(column, role="current")
    return replace(column, role="expenditure", rated=True) if column.role == "group" else column


def _tokens(head: str) -> list[tuple[Column, bool]]:
    """The head's words as columns; whether each may be a group over others."""
    text = re.sub(rf"[{re.escape(QUOTES)}]", "’", squeeze(_WHOLE_WORD.sub(_WHOLE, head)))
    words = f"{alternatives('budget_columns', 'word')}|{_WHOLE}"
    pattern = re.compile(rf"(?P<when>{_YEAR})(?P<word>{words})?(?P<tail>(?:\([^()]*\))*)")
    kinds = {r["word"]: (r["role"], r["family"]) for r in rows("budget_columns")} | {_WHOLE: ("whole", "budget")}
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
        column = Column(role, family, _full_year(match["year"]), rated, _unit(match["tail"]), word or "")
        found.append(
            (column, role in ("group", "current") or (role == "original" and word in (None, "예산", "예산액")))
        )
    return found


def _unit(tail: str) -> str:
    """The unit that stands in brackets behind a column's word, or an empty string."""
    found = (part.removeprefix("단위").lstrip(":：") for part in re.findall(r"\(([^()]*)\)", tail))
    return next((unit for unit in found if unit in UNITS), "")


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
    """Whether a line holds nothing but head words, years and units; names may end with `(시비)`."""
    bare = re.sub(r"\([^()]*\)", "", squeeze(_WHOLE_WORD.sub("", text)))
    words = alternatives("budget_columns", "word")
    rest = re.sub(rf"{words}|[’‘'`]?(?:20)?\d\d(?:년도|년)|20\d\d|제?\d회|액", "", bare)
    if re.sub(r"[\W_]", "", rest):
        return False
    return bool(re.search(rf"{words}|년", bare)) or bool(re.search(rf"{_not_paid_by()}|년", squeeze(text)))


@cache
def _not_paid_by() -> str:
    return "|".join(
        sorted((r["word"] for r in rows("budget_columns") if r["role"] != "funding"), key=len, reverse=True)
    )
