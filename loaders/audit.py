"""The audit chapters (행정사무감사 처리결과): what the council asked, who answered, how far it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ..ontology.records import AuditRequest, Department, Problem, Record
from .audit_asked import Parts
from .audit_columns import Row, side_by_side
from .audit_concerns import Concerns
from .audit_items import cut
from .audit_lines import Token, Units, tokens
from .audit_parts import assemble, assemble_row
from .audit_steps import dated
from .audit_stretches import is_told, stretches
from .audit_text import Wording, joined, logical_lines
from .audit_words import as_category, category_of
from .fields import Piece
from .outline import Chapter
from .report import Report
from .source import Line
from .spacing import squeeze

_NOTHING = re.compile(r"해당\s*(?:사항)?\s*없음")


@dataclass(frozen=True, slots=True)
class _Reading:
    """What reading the requests of one chapter needs."""

    report: Report
    units: Units
    wording: Wording
    concerns: Concerns


def read_audit(report: Report) -> tuple[list[Record], list[Problem]]:
    """The requests of the audit chapters, each with the dated steps of its answer.

    A chapter without a request, a request whose answer or state cannot be told is a Problem.
    """
    records: list[Record] = []
    problems: list[Problem] = []
    chapters = report.chapters("audit")
    if chapters:
        units, concerns = Units.of(_departments(report)), Concerns.of(report)
        for chapter in chapters:
            reading = _Reading(report, units, Wording.of(report.document, chapter.lines), concerns)
            made, found = _chapter(reading, chapter)
            records += made
            problems += found
    return records, problems


def _departments(report: Report) -> list[Department]:
    """The departments and offices, then the affiliated bodies."""
    bodies = (r for r in report.records if isinstance(r, Department) and r.kind == "affiliate")
    return [*report.departments, *bodies]


def _chapter(reading: _Reading, chapter: Chapter) -> tuple[list[Record], list[Problem]]:
    records: list[Record] = []
    problems: list[Problem] = []
    for stretch in stretches(_tokens(_body(chapter.lines), reading.units), ""):
        doubtful = bool(stretch.roles) or any(map(is_told, stretch.tokens))
        for item in cut(stretch, reading.units):
            row = item[0].row
            parts = assemble_row(row, reading.units) if row else assemble(item, reading.units, stretch.roles)
            named = (parts.category, stretch.category, category_of(chapter.title))
            parts.category = next((code for code in named if as_category(code)), "")
            parts.departments = parts.departments or list(stretch.group)
            records += _records(reading, parts)
            problems += _unsure(reading.report, parts) if doubtful else ()
    if not records and not any(_NOTHING.search(line.text) for line in chapter.lines):
        message = "no request found in this chapter (행정사무감사)"
        problems.append(Problem(reading.report.document.id, chapter.heading.number, message, "warning"))
    return records, problems


def _body(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines without the bookmarks that an export leaves behind the last page, each behind a tab."""
    end = len(lines)
    while end and (not lines[end - 1].text.strip() or lines[end - 1].text.startswith("\t")):
        end -= 1
    return lines[:end]


def _tokens(lines: Sequence[Line], units: Units) -> list[Token]:
    made: list[Token] = []
    for is_row, group in groupby(side_by_side(lines), key=lambda part: isinstance(part, Row)):
        if is_row:
            made += [Token("row", row.first, row.first, row=row) for row in group if isinstance(row, Row)]
        else:
            made += tokens([piece for piece in group if isinstance(piece, Piece)], units)
    return made


def _records(reading: _Reading, parts: Parts) -> Iterator[Record]:
    if not parts.request or (parts.status is None and not _is_asked(parts)):
        return
    request, answer = reading.wording.request(parts.request), joined(parts.answer)
    lines = [joined(line) for pieces in (parts.request, parts.answer) for line in logical_lines(pieces)]
    made = AuditRequest(
        parts.number,
        as_category(parts.category) or "other",
        tuple(_named(reading, parts.departments)),
        request,
        answer,
        parts.status or "",
        reading.concerns.facilities(request, answer),
        reading.concerns.laws(lines),
        reading.wording.span(parts.request),
        tuple(reading.wording.spans(parts.places)),
    )
    yield made
    yield from dated(made, parts.answer, reading.wording)


def _is_asked(parts: Parts) -> bool:
    """Whether a request without a state is one: somebody is asked, and there is an answer."""
    return bool(parts.departments and parts.answer)


def _named(reading: _Reading, names: Sequence[Piece]) -> Iterator[Department]:
    """The known departments of these names; one that stands in the request's bracket alone is one of its own."""
    seen: set[str] = set()
    for name in names:
        known = reading.units.known.get(squeeze(name.text))
        department = known or Department(squeeze(name.text), "department", reading.wording.span([name]))
        if department.name not in seen:
            seen.add(department.name)
            yield department


def _unsure(report: Report, parts: Parts) -> Iterator[Problem]:
    line = parts.request[0].line.number if parts.request else 0
    if line and parts.status is None:
        left = "" if _is_asked(parts) else " left out"
        yield Problem(report.document.id, line, f"a request{left}: its state (완료, 추진중 …) is not given", "warning")
    elif line and not parts.apart:
        yield Problem(report.document.id, line, "a request that cannot be told apart from its answer", "warning")
