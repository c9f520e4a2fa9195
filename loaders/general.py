"""Chapter Ⅰ: departments, offices and affiliated bodies, posts and people by grade, duties."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..ontology.fold import unify
from ..ontology.records import Department, DepartmentKind, Duty, Problem, Record, StaffCount
from .amounts import DASHES, head_count
from .knowledge import rows, words
from .outline import Chapter, is_unit_name
from .source import Document, Line
from .spacing import normal, squeeze

_COUNT = re.compile(r"[△▲]?\d[\d,]*\)?|[-–—－]")
_BULLET = re.compile(r"\s*[∙·•‧․ㆍ･∘ㅇ○◦▪\-]\s*(?P<text>\S.*?)\s*$")
_OTHER_UNIT = re.compile(r"(?:과|담당관|기획관|추진단|사업단|사업소|본부)$")
_MEASURES = ("정원", "현원", "과부족", "증감", "결원")


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    cells: tuple[str, ...]
    line: Line


def read_general(document: Document, chapter: Chapter) -> tuple[list[Record], list[Problem]]:
    """The records of the chapter: departments first, in the order of the staff table."""
    table, columns = _staff_table(chapter.lines)
    kinds = _named_kinds(chapter.lines)
    departments = {r.name: _department(document, r, kinds) for r in table}
    records: list[Record] = [*departments.values(), *_affiliates(document, chapter.lines, set(departments))]
    problems: list[Problem] = []
    for row in table:
        counts, problem = _counts(document, row, columns, departments[row.name])
        records += counts
        problems += problem
    records += _duties(document, chapter.lines, departments)
    return records, problems


def _staff_table(lines: Sequence[Line]) -> tuple[list[_Row], list[tuple[str, str]]]:
    """The rows under the head that repeats 정원 and 현원, and the head's columns as (grade, measure)."""
    for index, line in enumerate(lines):
        measures = re.findall("|".join(_MEASURES), squeeze(line.text))
        if {"정원", "현원"} <= set(measures) and not _COUNT.search(line.text):
            grades = _grades(lines[max(0, index - 3) : index], measures)
            return _rows(lines[index + 1 :]), _columns(measures, grades)
    return [], []


def _grades(above: Sequence[Line], measures: list[str]) -> list[str]:
    text = next((line.text for line in reversed(above) if line.text.strip()), "")
    parts = [p for p in re.split(r"\s{2,}|(?<=\S{2})\s", re.sub(r"(?<=\b\S)\s+(?=\S\b)", "", text).strip()) if p]
    grades = [p for p in parts if squeeze(p) not in ("구분", "부서", "부서명")]
    return grades if len(grades) == measures.count("정원") else []


def _columns(measures: list[str], grades: list[str]) -> list[tuple[str, str]]:
    """Each column's grade (the first group is the total, an empty grade) and measure."""
    columns, group = [], -1
    for measure in measures:
        group += measure == "정원"
        named = grades[group] if group > 0 and grades else f"#{group}" if group > 0 else ""
        columns.append((named, measure))
    return columns


def _rows(lines: Sequence[Line]) -> list[_Row]:
    found: list[_Row] = []
    for line in lines:
        tokens = line.text.split()
        cut = next((i for i, t in enumerate(tokens) if _COUNT.fullmatch(t)), len(tokens))
        name = squeeze("".join(tokens[:cut]))
        if name and cut < len(tokens) and all(_COUNT.fullmatch(t) for t in tokens[cut:]):
            if name not in words("totals", "word"):
                found.append(_Row(name, tuple(tokens[cut:]), line))
        elif found and line.text.strip():
            break
    return [r for r in found if is_unit_name(r.name) or len(r.cells) > 1]


def _department(document: Document, row: _Row, kinds: dict[str, DepartmentKind]) -> Department:
    return Department(row.name, kinds.get(row.name, "department"), document.line_span(row.line))


def _counts(
    document: Document, row: _Row, columns: list[tuple[str, str]], department: Department
) -> tuple[list[Record], list[Problem]]:
    """One record a grade; where the cells do not fit the columns only the total's two figures are taken."""
    span = document.line_span(row.line)
    fits = len(row.cells) == len(columns)
    pairs: dict[str, dict[str, int | None]] = {}
    for (grade, measure), cell in zip(columns, row.cells, strict=False):
        if fits or not grade:
            value = None if cell in DASHES and grade else head_count(cell)
            pairs.setdefault(grade, {})[measure] = value
    counts: list[Record] = [
        StaffCount(department, grade, pair.get("정원"), pair.get("현원"), span)
        for grade, pair in pairs.items()
        if pair.get("정원") is not None or pair.get("현원") is not None
    ]
    message = f"{len(row.cells)} figures for {len(columns)} columns of the staff table; grades left out"
    return counts, [] if fits else [Problem(document.id, row.line.number, message, "warning")]


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
    name, bullet, duty = re.match(r"([^∙•∘○◦▪]*)([∙•∘○◦▪]?)\s*(.*?)\s*$", text).groups()  # type: ignore[union-attr]
    return squeeze(name), duty if bullet else ""
