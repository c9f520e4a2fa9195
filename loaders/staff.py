"""Staff tables in their shapes: 정원 and 현원 as columns, as rows of each department, or departments as columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from .amounts import DASHES, head_count
from .knowledge import words
from .outline import box_title, is_unit_name
from .source import Line
from .spacing import squeeze

Counts = dict[str, tuple[int | None, int | None]]
_COUNT = re.compile(r"[△▲]?\d[\d,]*\)?|[-–—－]")
_PAIR = re.compile(r"(?P<quota>\d[\d,]*|[-–—－])[/(](?P<current>\d[\d,]*|[-–—－])\)?")
_MEASURES = ("정원", "현원", "과부족", "증감", "결원")
_LABELLED = re.compile(
    r"(?P<name>.*?)(?<![가-힣])(?P<measure>정\s*원|현\s*원)\s+(?P<cells>(?:[△▲]?\d[\d,]*\)?|[-–—－])(?:\s+\S+)*)\s*"
)
_HEAD_WORDS = re.compile(r"\s*(?:(?:구\s*분|부\s*서(?:\s*명)?|직\s*급|소\s*속)(?=\s)\s*)+|\s+비\s*고\s*$")
_MOST_BETWEEN = 2


@dataclass(frozen=True, slots=True)
class StaffRow:
    """A department's posts and people by grade (an empty one is the total); `misfit` says what the head leaves open."""

    name: str
    line: Line
    counts: Counts
    misfit: str = ""


@dataclass(slots=True)
class _Open:
    """A department whose rows of 정원 and 현원 are being read."""

    name: str
    line: Line
    cells: dict[str, list[str]] = field(default_factory=dict)


def staff_rows(lines: Sequence[Line], attested: Callable[[str], bool]) -> list[StaffRow]:
    """The departments of the first staff table, its totals left out.

    `attested` tells whether the document writes a name elsewhere: then the pieces of a wrapped name are one.
    """
    for shape in (_measures_in_columns, _departments_in_columns, _measures_in_rows, _pairs_in_cells, _cells_on_lines):
        if found := [row for row in shape(lines, attested) if row.name not in words("totals", "word")]:
            return found
    return []


def _measures_in_columns(lines: Sequence[Line], attested: Callable[[str], bool]) -> Iterator[StaffRow]:
    """The rows under the head that repeats 정원 and 현원."""
    for index, line in enumerate(lines):
        measures = re.findall("|".join(_MEASURES), squeeze(line.text))
        if {"정원", "현원"} <= set(measures) and not _COUNT.search(line.text):
            columns = _columns(measures, _grades_above(lines[max(0, index - 3) : index], measures))
            for name, cells, at in _named_cells(lines[index + 1 :], len(columns), attested):
                if is_unit_name(name) or len(cells) > 1:
                    yield _row(name, cells, columns, at)
            return


def _columns(measures: list[str], grades: list[str]) -> list[tuple[str, str]]:
    """Each column's grade (the first group is the total, an empty grade) and measure."""
    columns, group = [], -1
    for measure in measures:
        group += measure == "정원"
        named = grades[group] if group > 0 and grades else f"#{group}" if group > 0 else ""
        columns.append((named, measure))
    return columns


def _grades_above(above: Sequence[Line], measures: list[str]) -> list[str]:
    text = next((line.text for line in reversed(above) if line.text.strip()), "")
    grades = _head_cells(text)
    return grades if len(grades) == measures.count("정원") else []


def _head_cells(text: str) -> list[str]:
    """A head's cells: words, letters set apart put together, without 구분 and 부서 before and 비고 behind them."""
    joined = re.sub(r"(?<=\b\S)\s+(?=\S\b)", "", _HEAD_WORDS.sub(" ", text)).strip()
    return [p for p in re.split(r"\s{2,}|(?<=\S{2})\s|(?<=^계)\s", joined) if p]


def _named_cells(
    lines: Sequence[Line], width: int, attested: Callable[[str], bool]
) -> Iterator[tuple[str, list[str], Line]]:
    """Names with their cells up to the table's end; a name may stand before and behind its figures."""
    pending: list[Line] = []
    rows = [line for line in lines if line.text.strip()]
    for index, line in enumerate(rows):
        words_before, cells = _cut(line.text, width)
        if not cells:
            pending.append(line)
            if len(pending) > _MOST_BETWEEN or box_title(line) is not None:
                return
            continue
        before = squeeze("".join(p.text for p in pending))
        name = squeeze("".join(words_before))
        if not name:
            behind = squeeze(rows[index + 1].text) if index + 1 < len(rows) else ""
            name = before if is_unit_name(before) else before + behind
            pending = [] if is_unit_name(before) else [rows[index + 1]] if index + 1 < len(rows) else []
            if is_unit_name(name):
                yield name, cells, line
            continue
        yield (before + name if before and attested(before + name) else name), cells, line
        pending = []


def _cut(text: str, width: int) -> tuple[list[str], list[str]]:
    """A line's name and its cells, the remark behind them cut off; no cells if it is no row."""
    tokens = text.split()
    start = next((i for i, t in enumerate(tokens) if _COUNT.fullmatch(t)), len(tokens))
    end = start
    while end < len(tokens) and end - start < width and _COUNT.fullmatch(tokens[end]):
        end += 1
    whole = end == len(tokens) or end - start > 1
    return (tokens[:start], tokens[start:end]) if whole and tokens[:start] + tokens[start:end] else (tokens, [])


def _row(name: str, cells: list[str], columns: list[tuple[str, str]], line: Line) -> StaffRow:
    """Where the cells do not fit the columns only the total's two figures are taken."""
    fits = len(cells) == len(columns)
    pairs: dict[str, dict[str, int | None]] = {}
    for (grade, measure), cell in zip(columns, cells, strict=False):
        if fits or not grade:
            pairs.setdefault(grade, {})[measure] = _count(cell, grade)
    counts = {grade: (pair.get("정원"), pair.get("현원")) for grade, pair in pairs.items()}
    misfit = f"{len(cells)} figures for {len(columns)} columns of the staff table; grades left out"
    return StaffRow(name, line, counts, "" if fits else misfit)


def _count(cell: str, grade: str) -> int | None:
    return None if cell in DASHES and grade else head_count(cell)


def _departments_in_columns(lines: Sequence[Line], _attested: Callable[[str], bool]) -> Iterator[StaffRow]:
    """A head of departments, and under it a row of 정원 and one of 현원."""
    labelled = [(line, f) for line in lines if (f := _LABELLED.fullmatch(line.text)) and not squeeze(f["name"])]
    cells = {squeeze(f["measure"]): f["cells"].split() for _, f in reversed(labelled)}
    if set(cells) != {"정원", "현원"}:
        return
    first = labelled[0][0]
    above = [line for line in lines if line.number < first.number and line.text.strip()][-1:]
    names = [squeeze(name) for line in above for name in _head_cells(line.text)]
    if {len(names)} != {len(c) for c in cells.values()} or not any(map(is_unit_name, names)):
        return
    for name, quota, current in zip(names, cells["정원"], cells["현원"], strict=True):
        yield StaffRow(name, first, {"": (_count(quota, ""), _count(current, ""))})


def _measures_in_rows(lines: Sequence[Line], _attested: Callable[[str], bool]) -> Iterator[StaffRow]:
    """Each department with a row of 정원 and one of 현원, the grades in the head; its name beside either or between."""
    found = [(index, f) for index, line in enumerate(lines) if (f := _LABELLED.fullmatch(line.text))]
    if not found:
        return
    grades = next((g for line in reversed(lines[: found[0][0]]) if (g := _head_cells(line.text))), [])
    for unit in _opened(lines, found[0][0]):
        quota, current = unit.cells.get("정원", []), unit.cells.get("현원", [])
        columns = ["" if squeeze(g) in words("totals", "word") else g for g in grades]
        if unit.name and len(quota) == len(current) == len(columns):
            pairs = zip(columns, quota, current, strict=True)
            yield StaffRow(unit.name, unit.line, {g: (_count(q, g), _count(c, g)) for g, q, c in pairs})


def _opened(lines: Sequence[Line], start: int) -> Iterator[_Open]:
    """The departments from the first labelled row on; the name of a merged cell may stand between its two rows."""
    unit: _Open | None = None
    pending = ""
    for line in lines[start:]:
        label = _LABELLED.fullmatch(line.text)
        if label is None:
            name = squeeze(line.text)
            if unit and not unit.name and is_unit_name(name):
                unit.name = name
            elif is_unit_name(name):
                pending = name
            continue
        name, measure = squeeze(label["name"]) or pending, squeeze(label["measure"])
        if unit is None or measure in unit.cells:
            if unit:
                yield unit
            unit = _Open(name, line)
        unit.name = unit.name or name
        unit.cells[measure], pending = label["cells"].split(), ""
    if unit:
        yield unit


def _pairs_in_cells(lines: Sequence[Line], _attested: Callable[[str], bool]) -> Iterator[StaffRow]:
    """Cells `31/32` or `31(32)` under a head of grades, where the table says 정원/현원."""
    if not any(re.search(r"정원?[/(]현원?", squeeze(line.text)) for line in lines):
        return
    grades: list[str] = []
    for line in lines:
        tokens = line.text.split()
        cells = [found for t in tokens if (found := _PAIR.fullmatch(t))]
        name = squeeze("".join(t for t in tokens if not _PAIR.fullmatch(t)))
        if not cells:
            grades = _head_cells(re.sub(r"\([^()]*\)", "", line.text)) or grades
        elif is_unit_name(name) and len(cells) == len(grades):
            columns = ["" if squeeze(g) in words("totals", "word") else g for g in grades]
            pairs = zip(columns, cells, strict=True)
            yield StaffRow(name, line, {g: (_count(c["quota"], g), _count(c["current"], g)) for g, c in pairs})


def _cells_on_lines(lines: Sequence[Line], _attested: Callable[[str], bool]) -> Iterator[StaffRow]:
    """A table whose every cell stands on a line of its own: grades, 정원 and 현원 in turn, then names and figures."""
    cells = [(squeeze(line.text), line) for line in lines if line.text.strip()]
    measured = [at for at, (text, _) in enumerate(cells) if text in _MEASURES]
    first = next((at for at in measured if at + 1 in measured), len(cells))
    last = next((at for at in range(first, len(cells)) if cells[at][0] not in _MEASURES), len(cells))
    measures = [text for text, _ in cells[first:last]]
    groups = measures.count("정원")
    grades = [text for text, _ in cells[max(0, first - groups) : first]]
    name, at = "", last
    while at < len(cells):
        figures = [text for text, _ in cells[at : at + len(measures)]]
        if name and len(figures) == len(measures) and all(map(_COUNT.fullmatch, figures)):
            if is_unit_name(name):
                yield _row(name, figures, _columns(measures, grades), cells[at - 1][1])
            name, at = "", at + len(measures)
        elif box_title(cells[at][1]) is not None:
            return
        else:
            name, at = cells[at][0], at + 1
