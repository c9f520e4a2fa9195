"""Targets (추진목표): the tables, lists and headings in which a project says what it aims at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..ontology.fold import QUOTES
from ..ontology.records import Problem, Project, Target
from .fields import Item, Piece
from .headed import Headed, headed
from .outline import box_title
from .periods import terms
from .report import Report
from .source import Document, Line
from .spacing import Lexicon, close_up, normal, squeeze
from .targets_cells import Aim, aims
from .targets_heads import PLAIN, Heads, read_heads
from .targets_lists import bullets, names_in
from .targets_numbers import NumberRow, described, in_columns, read_numbers, value_of
from .targets_parted import read_parted
from .targets_rows import cell_item, parents, read_rows, unnumbered

_ROUND = re.compile(r"\s*[ㅇ○◦●◎]\s")
_BULLET = re.compile(r"\s*(?:[ㅇ○◦•●◎\-–∙‣▸▪￭▷*]|[❶-❿➊-➓①-⑳]|\d{1,2}[.)]\s|[가-하][.)]\s)")
_AIMED = re.compile(r"목\s*표")
_LONGEST_HEAD = 16
_NOTE = re.compile(r"\s*[※*]")
_YEAR = re.compile(rf"(?:[{re.escape(QUOTES)}]|20)\d\d년도?")


@dataclass(frozen=True, slots=True)
class _Scope:
    """The document and project at hand, names of numbered things, the report's date and year, the heading's period."""

    document: Document
    project: Project
    names: dict[str, str]
    lexicon: Lexicon
    as_of: str
    year: int
    period: str = ""


def read_targets(report: Report) -> tuple[Iterable[Target], Iterable[Problem]]:
    """The targets of every project; a table whose columns cannot be told apart is a Problem with its line."""
    made: list[Target] = []
    problems: list[Problem] = []
    for text in report.texts:
        parts = list(headed(text.lines, "target"))
        names = names_in(text.lines) if parts else {}
        scope = _Scope(report.document, text.project, names, report.lexicon, report.source.as_of, report.year)
        for part in parts:
            found, unread = _part(scope, part)
            made += found
            problems += unread
        made += _elsewhere(scope, text.lines, {line.number for part in parts for line in part.lines})
    return made, problems


def _elsewhere(scope: _Scope, lines: Sequence[Line], taken: set[int]) -> Iterator[Target]:
    """Targets beside results: the rows of a table under any other heading whose columns are 목표 and 실적."""
    behind = 0
    for index, line in enumerate(lines):
        if index < behind or line.number in taken or not _AIMED.search(line.text) or _BULLET.match(line.text):
            continue
        found = read_heads(lines[index : index + _LONGEST_HEAD])
        if found and found[0].is_numeric and {"target", "result"} <= {c.role for c in found[0].columns}:
            start = index + found[1]
            behind = next((i for i in range(start, len(lines)) if _ends(lines[i])), len(lines))
            yield from _numbers(scope, found[0], lines[start:behind])[0]


def _ends(line: Line) -> bool:
    return bool(_BULLET.match(line.text)) or box_title(line) is not None


def _part(scope: _Scope, part: Headed) -> tuple[list[Target], list[Problem]]:
    """What stands under one heading: the heading's own aims, then a table, bullets around it."""
    year = _YEAR.search(part.title)
    scope = replace(scope, period=year[0] if year else "")
    made = []
    if part.value:
        made += list(_targets(scope, "", scope.period, cell_item([part.value])))
        scope = replace(scope, period=made[0].period if made else scope.period)
    before, heads, table, behind = _layout(scope, part.lines)
    listed = [b for lines in (before, behind) for b in _bullets(scope, lines, elaborates=bool(part.value or table))]
    rows, unread = _table(scope, heads, table) if heads else ([], [])
    made += [*rows, *listed]
    if not made and part.box and any(line.text.strip() for line in part.lines):
        unread = [*unread, _problem(scope, part.heading, "no target read under this heading")]
    return sorted(made, key=lambda t: t.span.start), unread


def _problem(scope: _Scope, line: Line, text: str) -> Problem:
    return Problem(scope.document.id, line.number, f"{text}: {normal(line.text)[:40]}", "warning")


def _layout(scope: _Scope, lines: Sequence[Line]) -> tuple[list[Line], Heads | None, list[Line], list[Line]]:
    """Bullets before a table, its head, its lines, bullets behind it."""
    for index, line in enumerate(lines):
        if (
            line.text.strip()
            and not _BULLET.match(line.text)
            and (found := read_heads(lines[index : index + _LONGEST_HEAD]))
        ):
            heads, taken = found
            first = index + taken
            end = next((i for i in range(first, len(lines)) if _ROUND.match(lines[i].text)), len(lines))
            head = {squeeze(line.text) for line in lines[index:first]}
            rows = [line for line in _without_notes(lines[first:end]) if squeeze(line.text) not in head - {""}]
            return list(lines[:index]), heads, rows, list(lines[end:])
    if any(_BULLET.match(line.text) for line in lines):
        return list(lines), None, [], []
    plain = any(t.first for line in lines for t in terms(line.text.strip(), scope.year))
    return ([], PLAIN, _without_notes(lines), []) if plain else (list(lines), None, [], [])


def _without_notes(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if not _NOTE.match(line.text)]


def _table(scope: _Scope, heads: Heads, lines: Sequence[Line]) -> tuple[list[Target], list[Problem]]:
    if heads.is_numeric:
        return _numbers(scope, heads, lines)
    if heads.period_at in ("none", "last", "first"):
        rows = read_parted(heads, lines, scope.year)
        return [
            t for row in rows for t in _targets(scope, _name(scope, row.item), _words(row.period), cell_item(row.cell))
        ], []
    made: list[Target] = []
    table = read_rows(heads, lines, scope.year)
    for row, (above, item) in zip(table, parents(table), strict=True):
        names = (_name(scope, unnumbered(heads, pieces)) for pieces in (above, item))
        said = " - ".join(filter(None, names)), normal(row.period.text)
        if numbers := in_columns(heads, row):
            made += _counted(scope, heads, numbers, said)
        else:
            made += _targets(scope, *said, cell_item(row.cell))
    return made, []


def _words(piece: Piece | None) -> str:
    return normal(piece.text) if piece else ""


def _name(scope: _Scope, pieces: Sequence[Piece]) -> str:
    """A name joined from its lines, its letters closed up."""
    return close_up(" ".join(p.text for p in pieces), scope.lexicon).strip(" ·") if pieces else ""


def _numbers(scope: _Scope, heads: Heads, lines: Sequence[Line]) -> tuple[list[Target], list[Problem]]:
    rows, unread = read_numbers(heads, lines)
    made = [t for row in rows for t in _counted(scope, heads, row, (_name(scope, row.item), scope.period))]
    return made, [_problem(scope, line, "the columns of this table of targets cannot be told apart") for line in unread]


def _counted(scope: _Scope, heads: Heads, row: NumberRow, said: tuple[str, str]) -> Iterator[Target]:
    """A target for each column of targets; the other figures of the row but past ones stand in its words."""
    figured = heads.figured
    aimed = [c for c in figured if c.role == "target"] or [c for c in figured if c.role == "count"][:1]
    for column, printed in row.values:
        value, unit = value_of(row, column, printed) if column in aimed else ("", "")
        if value:
            others = [c for c in figured if c.role != "result" and (c is column or c not in aimed)]
            span = scope.document.line_span(row.place.line, row.place.start, row.place.end)
            item, period = said
            text = described(row, others)
            yield Target(scope.project, item, column.year or period, text, value, unit, span)


def _bullets(scope: _Scope, lines: Sequence[Line], *, elaborates: bool) -> Iterator[Target]:
    if not lines:
        return
    for bullet in bullets(lines, scope.names, scope.year, scope.as_of, elaborates=elaborates):
        yield from _targets(scope, bullet.about, scope.period, bullet.aims)


def _targets(scope: _Scope, item: str, period: str, cell: Item) -> Iterator[Target]:
    """A target for each aim of a cell; a date that an aim begins with is its period and that of those behind it."""
    for aim in aims(cell):
        start = aim.start
        text = cell.text[start : aim.end]
        lead = next((t for t in terms(text, scope.year) if not t.first and text[t.last : t.last + 1] == " "), None)
        if lead and (not period or period == scope.period):
            period, start = normal(text[: lead.last]), start + lead.last + 1
        yield _target(scope, (item, period), cell, replace(aim, start=start))


def _target(scope: _Scope, said: tuple[str, str], cell: Item, aim: Aim) -> Target:
    first, last = cell.locate(aim.start, aim.end)
    span = scope.document.span(first.line, first.start, last.line, last.end)
    return Target(scope.project, *said, normal(cell.text[aim.start : aim.end]), aim.value, aim.unit, span)
