"""Chapter Ⅰ: departments, offices and affiliated bodies, posts and people by grade, duties."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..ontology.fold import unify
from ..ontology.records import Department, DepartmentKind, Duty, Problem, Record, StaffCount
from .knowledge import rows
from .outline import Chapter
from .source import Document, Line
from .spacing import normal, squeeze
from .staff import StaffRow, staff_rows

_BULLET = re.compile(r"\s*[∙·•‧․ㆍ･∘ㅇ○◦▪‣▸\-]\s*(?P<text>\S.*?)\s*$")
_OTHER_UNIT = re.compile(r"(?:과|담당관|기획관|추진단|사업단|사업소|본부)$")


def read_general(document: Document, chapter: Chapter) -> tuple[list[Record], list[Problem]]:
    """The records of the chapter: departments first, in the order of the staff table."""
    whole = squeeze(document.text)
    table = staff_rows(chapter.lines, lambda name: name in whole)
    kinds = _named_kinds(chapter.lines)
    departments = {r.name: _department(document, r, kinds) for r in table}
    records: list[Record] = [*departments.values(), *_affiliates(document, chapter.lines, set(departments))]
    records += [count for row in table for count in _counts(document, row, departments[row.name])]
    problems = [Problem(document.id, r.line.number, r.misfit, "warning") for r in table if r.misfit]
    return [*records, *_duties(document, chapter.lines, departments)], problems


def _department(document: Document, row: StaffRow, kinds: dict[str, DepartmentKind]) -> Department:
    return Department(row.name, kinds.get(row.name, "department"), document.line_span(row.line))


def _counts(document: Document, row: StaffRow, department: Department) -> Iterator[Record]:
    span = document.line_span(row.line)
    for grade, (quota, current) in row.counts.items():
        if quota is not None or current is not None:
            yield StaffCount(department, grade, quota, current, span)


def _named_kinds(lines: Sequence[Line]) -> dict[str, DepartmentKind]:
    return {name: kind for _, name, kind in _named(lines)}


def _named(lines: Sequence[Line]) -> Iterator[tuple[Line, str, DepartmentKind]]:
    """The offices and bodies that a line such as `∘ 사업소 : …` names."""
    labels: dict[str, DepartmentKind] = {}
    for row in rows("affiliates"):
        labels[row["label"]] = "office" if row["kind"] == "office" else "affiliate"
    for line in lines:
        label, colon, names = unify(line.text).partition(":")
        kind = labels.get(re.sub(r"[^가-힣]", "", label))
        for name in re.split(r"[,·]", names) if colon and kind else ():
            if kind and name.strip():
                yield line, normal(re.sub(r"\(.*", "", name)), kind


def _affiliates(document: Document, lines: Sequence[Line], known: set[str]) -> list[Record]:
    return [
        Department(name, kind, document.line_span(line))
        for line, name, kind in _named(lines)
        if squeeze(name) not in known
    ]


def _duties(document: Document, lines: Sequence[Line], departments: dict[str, Department]) -> Iterator[Record]:
    """The bullet lines under a line that begins with a department's name, behind the heading 담당업무."""
    at = next((i for i, line in enumerate(lines) if re.search("담당업무|주요업무|분장사무", squeeze(line.text))), None)
    current: Department | None = None
    for line in lines[at:] if at is not None else ():
        head, text = _duty_head(line.text)
        current = departments.get(head, None if _OTHER_UNIT.search(head) else current)
        if current and text:
            start = line.text.index(text)
            yield Duty(current, normal(text), document.line_span(line, start, start + len(text)))


def _duty_head(text: str) -> tuple[str, str]:
    """A line's name part (blanks dropped) and its bullet's text; either may be empty."""
    if found := _BULLET.fullmatch(text):
        return "", found["text"]
    name, bullet, duty = re.match(r"([^∙•∘○◦▪‣▸]*)([∙•∘○◦▪‣▸]?)\s*(.*?)\s*$", text).groups()  # type: ignore[union-attr]
    return squeeze(name), duty if bullet else ""
