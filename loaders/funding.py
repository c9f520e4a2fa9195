"""Who pays (국비, 시비, 구비, 민간): the parts of a project's money that fields, tables and sentences state, in won."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from ..ontology.fold import QUOTES
from ..ontology.records import Amount, Funding, FundingSource, Problem, Project
from ..ontology.records.money import UNITS
from .amounts import won
from .fields import Block, Field, Item, block_fields, blocks, is_execution, items
from .funding_parts import Share, shares, source_of, unit_of
from .headed import is_heading
from .knowledge import alternatives
from .report import Report
from .results_lines import label_of
from .results_phrases import before, behind
from .source import Line
from .spacing import normal

_YEAR = re.compile(rf"(?P<range>~\s*)?(?:[{re.escape(QUOTES)}]\s?|(?<!\d)20)(?P<year>\d\d)(?!\d)\s*년?")
_EACH_YEAR = re.compile(r"연간|매년|연\s?평균|年")
_NOT_STATED = re.compile(r"목\s*적|필요성|배\s*경|신청|건의|요청|목표")
_WHOLE = "whole_cost"
_MONEY = ("money", _WHOLE)
_NOTE_NEAR = 2
_MOST_LINES = 12


@dataclass(frozen=True, slots=True)
class _Place:
    """A project and what its money is for; the fiscal year, 0 if the text names none."""

    report: Report
    project: Project
    item: str
    year: int


def read_funding(report: Report) -> tuple[Iterable[Funding], Iterable[Problem]]:
    """The stated parts. A share in per cent is no amount; a part without unit has the unit of the sum before it."""
    made = [*_columns(report)]
    for text in report.texts:
        if any(_hint().search(line.text) for line in text.lines):
            for block in blocks(text.lines):
                made += _block(report, text.project, block)
    seen: dict[tuple[object, ...], Funding] = {}
    for part in made:
        seen.setdefault((part.project, part.item, part.source, part.fiscal_year, part.won), part)
    return list(seen.values()), ()


def _block(report: Report, project: Project, block: Block) -> Iterator[Funding]:
    """The fields of money of a block, then its other sentences; the notes under the figures of a budget table."""
    if is_execution(block) and block.heading is not None:
        yield from _notes(report, project, block.lines)
    fields = [field for field in block_fields(block) if field.role in _MONEY]
    taken: set[int] = set()
    for field in fields:
        yield from _field(report, project, field)
        taken |= {field.line.number, *(p.line.number for item in field.items for p in item.pieces)}
    if not any(is_heading(block.title, role) for role in ("schedule", "target")):
        rest = [line for line in block.lines if line.number not in taken]
        if any(_hint().search(line.text) for line in rest):
            yield from _sentences(report, project, block, rest)


def _field(report: Report, project: Project, field: Field) -> Iterator[Funding]:
    """A field of money: `소요예산 : 4,000백만원(국비 2,400, 시비 1,600)`, or with its parts on bullets below."""
    unit = ""
    first = field.items[0].text if field.items else ""
    year = _year(field.label) or _year(first) or (0 if field.role == _WHOLE else report.year)
    for item in map(_short, field.items):
        place = _Place(report, project, normal(field.label), year)
        if item.note and (label := before(item.text[: _first_figure(item.text)])):
            place = _Place(report, project, label, year)
        yield from _parts(place, item, shares(item.text, unit))
        unit = unit_of(item.text) or unit


def _short(item: Item) -> Item:
    """A logical line as far as one goes on in print; what stands behind is a table or a picture."""
    return Item(item.level, item.pieces[:_MOST_LINES], item.note)


def _first_figure(text: str) -> int:
    found = re.search(r"\d", text)
    return found.start() if found else len(text)


def _parts(place: _Place, item: Item, found: Sequence[Share]) -> Iterator[Funding]:
    """The parts of a line; a year printed before one is its own, 연간 leaves it open."""
    for share in found:
        words = item.text[: share.start]
        year = 0 if _EACH_YEAR.search(words) else _year(words) or place.year
        first, last = item.locate(share.start, share.end)
        span = place.report.document.span(first.line, first.start, last.line, last.end)
        source = _source(place.report, share.word)
        yield Funding(place.project, place.item, source, year, share.won, normal(share.printed), share.unit, span)


def _sentences(report: Report, project: Project, block: Block, lines: Sequence[Line]) -> Iterator[Funding]:
    """Sums with their source in running text: `국비 15억원 확보(’24. 5월)`; only those that print their unit."""
    for item in map(_short, items(lines)):
        label = label_of(item.text)
        if not _hint().search(item.text) or _NOT_STATED.search(label) or _NOT_STATED.search(item.text):
            continue
        years = {*_years(item.text)} or {*_years(block.title)}
        year = years.pop() if len(years) == 1 else 0
        for share in shares(item.text):
            if unit_of(share.printed):
                name = before(item.text[: share.first]) or behind(item.text[share.end :]) or normal(block.title)
                yield from _parts(_Place(report, project, name, year), item, [share])


def _notes(report: Report, project: Project, lines: Sequence[Line]) -> Iterator[Funding]:
    """`*국비 75,516 시비 176,205` below a figure of a budget table, if that is their sum."""
    amounts = [r for r in report.records if isinstance(r, Amount) and r.line.project == project]
    for item in items(lines):
        line = item.pieces[0].line
        if not _hint().search(line.text):
            continue
        above = [a for a in amounts if line.number - _NOTE_NEAR <= a.span.last_line <= line.number]
        for amount in above:
            own = Item(item.level, item.pieces[:1], item.note)
            found = shares(own.text, amount.unit)
            if found and sum(s.won for s in found) == amount.won:
                yield from _parts(_Place(report, project, amount.line.item, amount.fiscal_year), own, found)
                break


def _columns(report: Report) -> Iterator[Funding]:
    """The columns 국비, 시비, … of the projects' own budget tables; a dash is no part."""
    for sheet in report.sheets:
        for row in sheet.rows:
            if row.line.project is None or row.line.total:
                continue
            for column, cell in row.cells:
                unit = column.unit or sheet.unit
                value = won(cell.text, unit) if column.role == "funding" and unit in UNITS else None
                if value:
                    span = report.document.line_span(cell.line, cell.start, cell.end)
                    source = _source(report, column.word)
                    item = row.line.item
                    yield Funding(row.line.project, item, source, column.year, value, cell.text, unit, span)


def _source(report: Report, word: str) -> FundingSource:
    return cast(FundingSource, source_of(word, report.source.city))


def _year(text: str) -> int:
    """The last year that words name; 0 without one, or for a stretch of years."""
    found = list(_YEAR.finditer(text))
    return 2000 + int(found[-1]["year"]) if found and not found[-1]["range"] else 0


def _years(text: str) -> Iterator[int]:
    return (2000 + int(found["year"]) for found in _YEAR.finditer(text))


@cache
def _hint() -> re.Pattern[str]:
    """A source's word with a figure not far from it."""
    word = rf"(?<![가-힣])(?:{alternatives('funding_sources', 'word')}|국|시|구|도|군|민)(?![가-힣])"
    return re.compile(rf"{word}[^가-힣]{{0,12}}\d|\d[^()]{{0,8}}\(\s*(?:전액\s*)?{word}|{word}\s*100\s*%")
