"""The head of a table of targets: which columns it has, in what order, of what year and unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias, cast

from ..ontology.fold import QUOTES
from .knowledge import rows
from .source import Line
from .spacing import squeeze
from .targets_figures import counters

Role: TypeAlias = Literal["order", "item", "period", "target", "count", "result", "money", "unit", "note"]

_FIGURED = ("target", "count", "result", "money")
_MOSTLY = 0.55
_LONGEST_HEAD = 80
_MOST_COLUMNS = 16


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its role, its printed word, the year it is of and the unit in brackets behind it, if any."""

    role: Role
    word: str
    year: str
    unit: str


@dataclass(frozen=True, slots=True)
class Heads:
    """The columns of a table in their order."""

    columns: tuple[Column, ...]

    @property
    def figured(self) -> tuple[Column, ...]:
        """The columns behind the last item column that hold figures."""
        return tuple(c for c in self.columns if c.role in _FIGURED)

    @property
    def period_at(self) -> Literal["none", "first", "middle", "last"]:
        """Where the period stands among what the rows say."""
        said = [c.role for c in self.columns if c.role not in ("order", "unit", "note")]
        if "period" not in said:
            return "none"
        at = said.index("period")
        return "first" if at == 0 else "last" if at == len(said) - 1 else "middle"

    @property
    def is_numeric(self) -> bool:
        """Whether rows end with a figure for each of several columns, or with bare figures of a unit in the head."""
        counted = [c for c in self.figured if c.unit or c.role in ("count", "result", "money")]
        return "period" not in {c.role for c in self.columns} and bool(len(self.figured) > 1 or counted)


PLAIN = Heads((Column("item", "", "", ""), Column("period", "", "", ""), Column("target", "", "", "")))


def read_heads(lines: Sequence[Line]) -> tuple[Heads, int] | None:
    """The head that a table begins with, and how many lines it takes; None if the lines begin with none."""
    taken, text = 0, ""
    for index, line in enumerate(lines):
        if not line.text.strip():
            continue
        if not _belongs(line.text):
            break
        taken, text = index + 1, f"{text} {line.text}"
    columns = _columns(text)
    roles = {c.role for c in columns}
    known = 1 < len(columns) <= _MOST_COLUMNS and bool(roles & {"target", "period", "count"})
    return (Heads(columns), taken) if known else None


def _belongs(text: str) -> bool:
    """Whether a line is head: mostly known column words, or units in brackets; figures only in years."""
    squeezed = squeeze(text)
    if len(squeezed) > _LONGEST_HEAD:
        return False
    if re.fullmatch(r"\([^()\d]{1,8}\)", squeezed):
        return True
    known = sum(len(found[0]) for found in _pattern().finditer(squeezed))
    return known >= _MOSTLY * len(squeezed) and not re.search(r"\d", _pattern().sub("", squeezed))


def _columns(text: str) -> tuple[Column, ...]:
    return tuple(_column(found) for found in _pattern().finditer(squeeze(text)))


def _column(found: re.Match[str]) -> Column:
    unit = found["unit"] or ""
    role = cast(Role, _roles()[found["word"]])
    return Column(role, found["word"], found["year"] or "", unit if is_unit(unit) else "")


def is_unit(text: str) -> bool:
    """Whether the words of a bracket are a unit (`명`, `백만원`)."""
    return squeeze(text) in counters() or text.endswith("원")


@cache
def _roles() -> dict[str, str]:
    return {row["word"]: row["role"] for row in rows("target_columns")}


@cache
def _pattern() -> re.Pattern[str]:
    word = "|".join(sorted(map(re.escape, _roles()), key=lambda w: (-len(w), w)))
    year = rf"(?:[{re.escape(QUOTES)}]|20)\d\d년?도?"
    return re.compile(rf"(?P<year>{year})?(?P<word>{word})(?:\((?P<unit>[^()]{{1,8}})\))?")
