"""Whose row it is: the departments that label, head or lead the rows of a summary table, and what is only a sum."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ..ontology.records import Department
from .budget_rows import Label, Row
from .knowledge import words
from .outline import is_unit_name
from .source import Line
from .spacing import squeeze

_UNIT = re.compile(r"(?:과|담당관|기획관|추진단|사업단|지원단)$")


def is_total(name: str) -> bool:
    """Whether a row's name is one of 계, 소계, 합계 and the like."""
    return squeeze(name) in words("totals", "word")


def is_account(name: str) -> bool:
    """Whether a row's name is an account (일반회계, 특별회계, 기금), which holds lines and is none."""
    return squeeze(name).endswith(tuple(words("accounts", "suffix")))


def is_department(text: str, known: dict[str, Department]) -> bool:
    """Whether a row's text names a department: a known one or, if none is known, what looks like one."""
    return squeeze(text) in known or (not known and is_unit_name(text))


def apart(rows: Iterable[Row | Label], known: dict[str, Department], by_department: bool) -> Iterator[Row | Label]:
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
    """Where a leading department ends; 0 without one. A centre's or office's name may begin an item (`박물관 운영`)."""
    departments = [d for d in known.values() if d.kind == "department"]
    for word in re.finditer(r"\S+(?=\s)", name):
        first, rest = name[: word.end()], name[word.end() :]
        listed = known.get(squeeze(first))
        column = listed in departments and bool(_UNIT.search(squeeze(first)))
        if column or (is_total(rest) and (listed or _is_unit(first))):
            return word.end()
        if by_department and not departments and _is_unit(first):
            return word.end()
    return 0


def _is_unit(name: str) -> bool:
    """Whether one word (or letters set apart) is a department's name by its ending; 성과, 효과 are none."""
    one = len(name.split()) in (1, len(squeeze(name)))
    return one and len(squeeze(name)) > 2 and bool(_UNIT.search(name))


def with_departments(rows: Sequence[Row | Label]) -> Iterator[tuple[Row, str]]:
    """Each row with its department's name. A 소계 that follows a department's lines opens the next one's."""
    current, filled, waiting = "", False, False
    labelled: Line | None = None
    behind = _labels_behind(rows)
    for at, row in enumerate(rows):
        if isinstance(row, Label):
            filled = filled and squeeze(row.text) == current
            current, waiting, labelled = squeeze(row.text), False, row.line
            continue
        total = is_total("".join(line.text[a:b] for line, a, b in row.names))
        if total and filled and labelled not in row.lines:
            yield row, behind[at]
            waiting = True
            continue
        filled = filled or (bool(current) and not waiting)
        yield row, "" if total and not current else current


def _labels_behind(rows: Sequence[Row | Label]) -> list[str]:
    """For each row the department that the next label names; empty if none follows."""
    made, name = [""] * len(rows), ""
    for at in range(len(rows) - 1, -1, -1):
        row = rows[at]
        name = made[at] = squeeze(row.text) if isinstance(row, Label) else name
    return made
