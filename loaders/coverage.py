"""Coverage: which lines of a chapter some record, rule or reviewed ignore entry accounts for, and which none does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import cache

from ..ontology.fold import loose_key
from ..ontology.records import BudgetLine, ChapterCoverage, Problem, Project, Record, Span, Target, UnreadLine
from .amounts import table_unit
from .budget_columns import is_head
from .fields import blocks, is_execution
from .knowledge import alternatives, rows
from .outline import box_title, contact_cells, contact_unit, is_contact
from .report import Report
from .source import Line
from .spacing import normal, squeeze
from .title_numbers import numbered

_RATES = re.compile(r"[\s()%.,]*\d[\d\s()%.,]*")
_CONTACT_MORE = re.compile(r"[\s,가-힣○:：]*[☎☏]|.*[☎☏]\s*[\d-]+\s*,?\s*$")
_NUMBERED = re.compile(r"^[^\w(「‘’'\"]*(?:\d{1,2}\s*[.)]?\s+)?")
_BESIDE_HEADS = re.compile(r"(?:20|[’‘'])?\d\d년?도?|등|및|천원|백만원|억원|원|단위|기준|증감|[’‘'%()=+:.,/·\-A-Za-z]")
_ASKED = re.compile(r"[가-힣·]{1,12}(?:과|관|단|실|소|원|센터|본부)")
_NEAR = 8


def read_coverage(report: Report) -> tuple[Iterable[Record], Iterable[Problem]]:
    """For each chapter how many of its non-blank lines are read, and each line that is not."""
    known = _known(report)
    made: list[Record] = []
    for chapter in report.outline:
        lines = [line for line in chapter.lines if line.text.strip()]
        unread = [line for line in lines if line.number not in known and not is_ignored(line)]
        title = normal(chapter.heading.text)
        span = report.document.line_span(chapter.heading)
        made.append(ChapterCoverage(title, len(lines), len(lines) - len(unread), span))
        made += [UnreadLine(title, report.document.line_span(line)) for line in unread]
    return made, ()


def covered(records: Iterable[Record]) -> frozenset[int]:
    """The lines on which records stand. A project's section encloses lines, it does not read them: its span is its
    heading alone."""
    found: set[int] = set()
    names: dict[str, tuple[str, ...]] = {}
    for record in records:
        kind = type(record).__name__
        if kind not in names:
            names[kind] = tuple(f.name for f in fields(record) if "Span" in str(f.type))
        for name in names[kind]:
            for span in _spans(getattr(record, name)):
                found.update(range(span.first_line, span.last_line + 1))
    return frozenset(found)


def _spans(value: object) -> Iterator[Span]:
    for one in value if isinstance(value, tuple) else (value,):
        if isinstance(one, Span):
            yield one


def _known(report: Report) -> set[int]:
    """The lines of records, and those that a reader took as structure: headings, contacts, heads of tables."""
    found = set(covered(report.records))
    titles = {loose_key(r.title) for r in report.records if isinstance(r, Project)}
    names = titles | {loose_key(d.name) for d in report.departments}
    found.update(_wrapped_names(report, found))
    for chapter in report.outline:
        left = (line for line in chapter.lines if line.number not in found and line.text.strip())
        found.update([line.number for line in left if _is_structure(line, names, chapter.role)])
    for text in report.texts:
        for block in blocks(text.lines):
            if block.heading is None:
                found.update(line.number for line in block.lines if _CONTACT_MORE.match(line.text))
                found.update(line.number for line in contact_cells(block.lines))
            elif is_execution(block):
                found.update(n for n in map(_table_head, block.lines) if n)
    return found


def _is_structure(line: Line, names: set[str], role: str) -> bool:
    """A □ heading, a contact line, a line of the contents, the head of a table of targets, staff or budgets, the
    departments that a request of the audit is put to."""
    if box_title(line) is not None or is_contact(line.text) or contact_unit(line.text):
        return True
    if _title(line.text) in names or is_target_head(line.text) or table_unit(line.text):
        return True
    if role == "audit":
        return _is_asked(line.text)
    return role == "budget" and (_is_budget_head(line.text) or is_head(line.text))


def _is_asked(text: str) -> bool:
    """Whether a line is nothing but departments in brackets, perhaps wrapped over lines."""
    said = text.strip()
    names = [name for name in re.split(r"[(),\s]+", said) if name]
    bracketed = said.startswith("(") or said.endswith(")")
    return bracketed and bool(names) and all(_ASKED.fullmatch(name) for name in names)


def _title(text: str) -> str:
    """A line as compared with the titles of projects and the names of departments: without number and brackets."""
    found = numbered(text)
    return loose_key(_NUMBERED.sub("", found.title if found else text).strip(" 【】"))


def _table_head(line: Line) -> int:
    """The number of a line of a budget table that its reader takes without a row: heads of columns, rates; else 0."""
    return line.number if _RATES.fullmatch(line.text) or _is_budget_head(line.text) else 0


def is_target_head(text: str) -> bool:
    """Whether a line is nothing but the heads of a table of targets."""
    return _is_head("target_columns", text)


def _is_budget_head(text: str) -> bool:
    return _is_head("budget_columns", text)


def _is_head(table: str, text: str) -> bool:
    """Whether a line is nothing but known heads of columns, years, units and signs of addition."""
    rest = _columns(table).sub("", squeeze(text))
    return rest != squeeze(text) and not _BESIDE_HEADS.sub("", rest)


@cache
def _columns(table: str) -> re.Pattern[str]:
    return re.compile(alternatives(table, "word"))


def _wrapped_names(report: Report, known: set[int]) -> Iterator[int]:
    """Lines whose words are part of the name of a record that stands a few lines away (a cell wrapped over lines)."""
    lines = (line for chapter in report.outline for line in chapter.lines if line.number not in known)
    words = {line.number: text for line in lines if len(text := squeeze(line.text)) > 1}
    for record in report.records:
        if isinstance(record, Target | BudgetLine):
            name, span = squeeze(record.item), record.span
            near = range(span.first_line - _NEAR, span.last_line + _NEAR + 1)
            yield from (number for number in near if number in words and words[number] in name)


def is_ignored(line: Line) -> bool:
    """Whether a reviewed entry says that a line holds nothing to read."""
    return _ignore().fullmatch(line.text.strip()) is not None


@cache
def _ignore() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{row['pattern']})" for row in rows("ignored_lines")))
