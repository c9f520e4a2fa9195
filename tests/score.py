"""Precision, recall and F1 of a report's tables against its gold.

In a gold table `|` between names, roles or statuses means that either is right; a row of grade `optional` counts
neither way. Names are compared without blanks, dots, quotes and brackets.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from .score_tables import Row

Same: TypeAlias = Callable[[Row, Row], bool]
_NEAR = 2
_AGAIN = ("partners", "facility-budgets")
_MANY_PLACES = ("facility-projects", "audit", "checks")
_AUDIT_NEAR = 4
_CLOSE = re.compile(r"[\s·ㆍ․･・‧∙•\-‐–—'\"‘’“”「」『』｢｣(),.]")


@dataclass(frozen=True, slots=True)
class Score:
    """How a table compares with its gold; `extra` and `missing` are shown to people."""

    hits: int
    extra: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def precision(self) -> float:
        """The right among the found; 1 if nothing was found and nothing is there."""
        found = self.hits + len(self.extra)
        return self.hits / found if found else float(not self.missing)

    @property
    def recall(self) -> float:
        """The found among the right."""
        there = self.hits + len(self.missing)
        return self.hits / there if there else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def read_table(path: Path) -> list[Row]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def measure(found: Mapping[str, Sequence[Row]], gold: Mapping[str, Sequence[Row]]) -> dict[str, Score]:
    """Every measure: `table`, `table:line` (the place, of rows that are right) and the finer ones."""
    one = _one_spelling(gold.get("facilities", ()))
    ours = {name: [_spelled(row, one) for row in rows] for name, rows in found.items()}
    theirs = {name: [_spelled(row, one) for row in rows] for name, rows in gold.items()}
    made: dict[str, Score] = {}
    for measured, (table, same) in _MEASURES.items():
        rows, right = (_part(measured, kept.get(table, ())) for kept in (ours, theirs))
        pairs = list(_pairs(rows, right, same, again=table in _AGAIN))
        made[measured] = _score(rows, right, pairs)
        if measured in ours and measured not in _MANY_PLACES:
            made[f"{measured}:line"] = _score_lines(pairs)
    return made


def _part(measured: str, rows: Sequence[Row]) -> list[Row]:
    """`budgets:detail` looks at the rows of one table only, `results` at those with a figure."""
    table, _, part = measured.partition(":")
    if table == "results":
        return [row for row in rows if row["value"]]
    return [row for row in rows if table != "budgets" or row["table"] == part]


def _pairs(found: Sequence[Row], gold: Sequence[Row], same: Same, *, again: bool) -> Iterator[tuple[Row, Row | None]]:
    """Each found row with the gold row that it is, or none; a core row is one found row's alone.

    `again`: a row that says once more what another one has said (a partner in two roles) is passed over.
    """
    left = [row for row in gold if not _optional(row)]
    free = [row for row in gold if _optional(row)]
    taken: list[Row] = []
    for row in found:
        hit = next((g for g in left if same(row, g)), None)
        if hit is not None:
            left.remove(hit)
            taken.append(hit)
        elif again and any(same(row, g) for g in taken):
            continue
        yield row, hit or next((g for g in free if same(row, g)), None)


def _optional(row: Row) -> bool:
    return row.get("grade") == "optional"


def _score(found: Sequence[Row], gold: Sequence[Row], pairs: Sequence[tuple[Row, Row | None]]) -> Score:
    hit = [g for _, g in pairs if g is not None and not _optional(g)]
    extra = tuple(_shown(row) for row, g in pairs if g is None)
    missing = tuple(_shown(g) for g in gold if not _optional(g) and not any(g is h for h in hit))
    return Score(len(hit), extra, missing)


def _score_lines(pairs: Sequence[tuple[Row, Row | None]]) -> Score:
    there = [(row, g) for row, g in pairs if g is not None and not _optional(g)]
    wrong = tuple(f"{_shown(row)}, gold {g['line']}" for row, g in there if not _near(row, g, _NEAR))
    return Score(len(there) - len(wrong), wrong, ())


def _shown(row: Row) -> str:
    return " | ".join(v for k, v in row.items() if v and k not in ("grade", "phase_iri"))


def key(name: str) -> str:
    """A name as compared."""
    return _CLOSE.sub("", name).upper()


def _one_spelling(facilities: Sequence[Row]) -> dict[str, str]:
    """Every accepted spelling of a facility, to the first of them."""
    made: dict[str, str] = {}
    for row in facilities:
        first, *others = row["facility"].split("|")
        made |= {key(name): first for name in (first, *others)}
    return made


def _spelled(row: Row, one: Mapping[str, str]) -> Row:
    name = row.get("facility", "").split("|")[0]
    return {**row, "facility": one.get(key(name), name)} if name else row


def _numbers(cell: str) -> list[int]:
    return [int(n) for n in re.findall(r"\d+", cell)]


def _near(row: Row, gold: Row, distance: int) -> bool:
    return any(abs(a - b) <= distance for a in _numbers(row["line"])[:1] for b in _numbers(gold["line"]))


def _touches(row: Row, gold: Row) -> bool:
    return any(abs(a - b) <= _NEAR for a in _numbers(row["line"]) for b in _numbers(gold["line"]))


def _equal(*columns: str) -> Same:
    """Whether these columns say the same: one of the gold's alternatives is enough, an empty cell is not compared."""

    def same(row: Row, gold: Row) -> bool:
        return all(not gold[c] or key(row[c]) in {key(x) for x in gold[c].split("|")} for c in columns)

    return same


def _all(*tests: Same) -> Same:
    return lambda row, gold: all(test(row, gold) for test in tests)


def _place(distance: int) -> Same:
    return lambda row, gold: _near(row, gold, distance)


def _set(column: str) -> Same:
    """Whether a column's `|`-separated values are the same set."""
    return lambda row, gold: {*map(key, row[column].split("|"))} == {*map(key, gold[column].split("|"))}


def _figure(column: str) -> Same:
    """Whether the gold's figure, if it has one, is the value found (412 of 412만 is 4120000), else in its words."""

    def same(row: Row, gold: Row) -> bool:
        printed = gold["value"].replace(",", "")
        if row["value"] and printed:
            return re.fullmatch(f"{re.escape(printed)}(?:0{{3,}})?", row["value"]) is not None
        return not printed or printed in re.findall(r"\d+(?:\.\d+)?", row[column].replace(",", ""))

    return same


def _dates(row: Row, gold: Row) -> bool:
    """Whether both begin (or else end) in the same month."""
    pairs = [(gold[c][:7], row[c][:7]) for c in ("start", "end") if gold[c]]
    return all(a == b for a, b in pairs[:1])


def _audit(*tests: Same) -> tuple[str, Same]:
    return "audit", _all(_place(_AUDIT_NEAR), *tests)


_MEASURES: dict[str, tuple[str, Same]] = {
    "departments": ("departments", _equal("department", "quota", "staff")),
    "projects": ("projects", _equal("department", "project")),
    "projects:number": ("projects", _equal("project", "number")),
    "legal-bases": ("legal-bases", _equal("project", "law", "kind", "jurisdiction", "resolved")),
    "legal-bases:articles": ("legal-bases", _all(_equal("project", "law"), _set("articles"))),
    **{
        f"budgets:{table}": ("budgets", _equal("department", "project", "item", "fiscal_year", "phase", "amount_krw"))
        for table in ("summary", "detail")
    },
    "budgets:overview": ("budgets", _equal("project", "fiscal_year", "amount_krw")),
    "facilities": ("facilities", _equal("facility")),
    "facilities:status": ("facilities", _equal("facility", "status")),
    "facility-projects": ("facility-projects", _equal("facility", "project")),
    "facility-budgets": ("facility-budgets", _equal("facility", "item")),
    "facility-laws": ("facility-laws", _equal("facility", "law", "project")),
    "partners": ("partners", _equal("project", "partner")),
    "partners:role": ("partners", _equal("project", "partner", "role")),
    "targets": ("targets", _all(_equal("project"), _place(_NEAR), _figure("target"))),
    "results": ("results", _all(_equal("project"), _place(_NEAR), _figure("result"))),
    "schedule": ("schedule", _all(_equal("project"), _place(_NEAR), _dates)),
    "funding": ("funding", _equal("project", "source", "amount_krw")),
    "audit": _audit(),
    "audit:category": _audit(_equal("category")),
    "audit:status": _audit(_equal("status")),
    "audit:department": _audit(_set("department")),
    "checks": ("checks", _all(_equal("kind"), _touches)),
}


def shown(scores: Mapping[str, Score], most: int = 6) -> Iterator[str]:
    """A line for each measure that is not perfect, and under it what is missing and what is extra."""
    for name, score in scores.items():
        if score.extra or score.missing:
            yield f"{name}: P {score.precision:.3f} R {score.recall:.3f} F1 {score.f1:.3f}"
            yield from (f"    missing {row}" for row in score.missing[:most])
            yield from (f"    extra   {row}" for row in score.extra[:most])
