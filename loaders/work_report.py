"""A council work report (업무보고) as records: the chapters' readers, called in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..ontology.errors import SourceError
from ..ontology.records import BudgetLine, Department, Loaded, Problem, Project, Record, Source, Team
from .activities import read_activities
from .bases import Reader, mentions, section_bases
from .budget_sheets import Sheet
from .budgets import Context, Read, read_detail, read_summary
from .citations.register import Register
from .facility_report import facilities_of
from .facility_sections import SectionText
from .fields import blocks, is_execution
from .general import read_general
from .metadata import Given, describe
from .outline import (
    LONGEST_LINE,
    Chapter,
    Section,
    chapters,
    contact_unit,
    inline_contact,
    is_contact_label,
    is_too_long,
    sections,
)
from .overview import overview_money
from .pages import furniture
from .report import Report
from .source import Document, Line
from .spacing import Lexicon, normal, squeeze
from .whole import missing_end

__all__ = ["Given", "load"]

_TEAM = re.compile(r"(?P<team>[가-힣A-Za-z0-9·]{2,20}팀)(?=\s*장|\s*[:：,)☎☏]|\s*$|\s+[가-힣○]{2,4}\s)")
_UNIT = re.compile(r"\s*(?P<unit>[가-힣]{2,16})\s*")
_HINT = "expected chapters such as Ⅰ 일반현황, Ⅱ 예산현황, Ⅵ 주요 업무보고"
_CUT_ROW = "budget row not read"
_CUT_FIGURE = re.compile(r"malformed figure '([^']*)'")
_CUT_WITHIN = 3


@dataclass(frozen=True, slots=True)
class _Parts:
    """What several readers need."""

    context: Context
    reader: Reader
    departments: tuple[Department, ...]
    as_of: str


def load(document: Document, register: Register, given: Given | None = None) -> Loaded:
    """Read a report. What cannot be read becomes a Problem; a text that is no report is a SourceError."""
    source, facts, problems = describe(document, given or Given())
    outline = _outline(document, source)
    if not {c.role for c in outline} & {"general", "budget", "projects"}:
        raise SourceError("the text is no work report", file=document.id, line=1, hint=_HINT)
    context = Context(document, Lexicon.of(line.text for line in document.lines), _year(source))
    records: list[Record] = [*facts]
    general, found = _general(document, outline)
    problems += found
    departments = tuple(d for d in general if isinstance(d, Department) and d.kind != "affiliate")
    parts = _Parts(context, Reader(document, source.city, register), departments, source.as_of)
    budget, found, sheets = _summary(parts, outline)
    parts = replace(parts, departments=(*departments, *(r for r in budget if isinstance(r, Department))))
    texts = list(_section_texts(parts, outline))
    projects, more, details = _projects(parts, texts, outline)
    records += [*general, *budget, *projects]
    lines = [r for r in records if isinstance(r, BudgetLine)]
    gazetteer, made = facilities_of(parts.reader, parts.as_of, general, lines, texts, outline)
    records += made
    problems += [*found, *more]
    report = Report(
        document,
        source,
        context.year,
        context.lexicon,
        parts.reader,
        _distinct(records, parts.departments),
        tuple(outline),
        tuple(texts),
        gazetteer,
        tuple(records),
        (*sheets, *details),
    )
    done, found = read_activities(report)
    records += done
    problems += found
    _refuse_cut(document, problems)
    problems += [*_unread(document, outline), *missing_end(document, outline, texts)]
    return Loaded(source, tuple(dict.fromkeys(records)), tuple(problems))


def _outline(document: Document, source: Source) -> list[Chapter]:
    """The chapters, blank where the page's own lines stand (numbers, running heads)."""
    first = next((c.heading.number for c in chapters(document)), 1)
    return chapters(document, furniture(document, source, first))


def _distinct(records: Sequence[Record], known: Sequence[Department]) -> tuple[Department, ...]:
    """The departments of the report, those that only a section names included."""
    return tuple(dict.fromkeys([*known, *(r for r in records if isinstance(r, Department) and r.kind != "affiliate")]))


def _unread(document: Document, outline: Sequence[Chapter]) -> Iterator[Problem]:
    """Overlong lines, which are searched in part, and a report that ends before its projects."""
    for line in document.lines:
        if is_too_long(line):
            message = f"a line of {len(line.text):,} characters: only its first {LONGEST_LINE:,} are searched"
            yield Problem(document.id, line.number, message, "warning")
    if not _chapters_of(outline, "projects"):
        message = "no chapter of projects (주요 업무보고) found: the report seems cut, or is none of this kind"
        yield Problem(document.id, len(document.lines), message, "warning")


def _year(source: Source) -> int:
    """The year of the as-of date, else of the title (`2025년 주요 업무보고`); 0 if neither is known."""
    found = re.search(r"20\d\d", source.as_of or source.title)
    return int(found[0]) if found else 0


def _chapters_of(outline: Sequence[Chapter], role: str) -> list[Chapter]:
    return [c for c in outline if c.role == role]


def _general(document: Document, outline: Sequence[Chapter]) -> tuple[list[Record], list[Problem]]:
    records: list[Record] = []
    problems: list[Problem] = []
    for chapter in _chapters_of(outline, "general"):
        made, found = read_general(document, chapter)
        records += made
        problems += found
        if not any(isinstance(r, Department) for r in made):
            message = "no staff table found in this chapter: departments come from the budget and the sections"
            problems.append(Problem(document.id, chapter.heading.number, message, "warning"))
    return records, problems


def _summary(parts: _Parts, outline: Sequence[Chapter]) -> Read:
    records, problems, sheets = Read([], [], [])
    document = parts.context.document
    for chapter in _chapters_of(outline, "budget"):
        made, found, printed = read_summary(parts.context, chapter.lines, parts.departments)
        records += [d for d in _departments_in(made) if d not in parts.departments]
        records += made
        problems += found
        sheets += printed
        if not found and not any(isinstance(r, BudgetLine) for r in made):
            problems.append(
                Problem(document.id, chapter.heading.number, "no budget table found in this chapter", "warning")
            )
    return Read(records, problems, sheets)


def _departments_in(records: Sequence[Record]) -> list[Department]:
    found = [r.department for r in records if isinstance(r, BudgetLine) and r.department]
    return list(dict.fromkeys(found))


def _section_texts(parts: _Parts, outline: Sequence[Chapter]) -> Iterator[SectionText]:
    """The key plan as a project of its own, then the sections by department."""
    for chapter in _chapters_of(outline, "key_plan"):
        if plan := _key_plan(parts.context.document, chapter):
            yield plan
    for chapter in _chapters_of(outline, "projects"):
        for section in sections(chapter, [d.name for d in parts.departments if d.kind != "affiliate"]):
            project = _project(parts, chapter, section)
            if project.department and project.department not in parts.departments:
                parts = replace(parts, departments=(*parts.departments, project.department))
            yield SectionText(project, section.lines)


def _key_plan(document: Document, chapter: Chapter) -> SectionText | None:
    """The chapter's first line is the plan's title; it has no number and no department of its own."""
    head = next((line for line in chapter.lines if line.text.strip()), None)
    if head is None:
        return None
    last = chapter.lines[-1].number
    title, span = normal(head.text), document.line_span(head)
    project = Project(title, "", None, normal(chapter.title), head.number, last, span)
    return SectionText(project, tuple(line for line in chapter.lines if line.number > head.number))


def _project(parts: _Parts, chapter: Chapter, section: Section) -> Project:
    document = parts.context.document
    span = document.lines_span(section.heading)
    last = section.lines[-1].number if section.lines else section.heading[-1].number
    department = _department(document, parts.departments, section)
    title = normal(section.title)
    return Project(title, section.number, department, normal(chapter.title), section.heading[0].number, last, span)


def _department(document: Document, known: Sequence[Department], section: Section) -> Department | None:
    """The known department whose head or name the contact line gives, else the one whose page the section stands on."""
    line, found = _contact_unit(document, section)
    same = {squeeze(d.name): d for d in known}
    if found and found["unit"] in same:
        return same[found["unit"]]
    if section.department:
        span = document.line_span(section.page or section.heading[0])
        return same.get(section.department) or Department(section.department, "department", span)
    if line is None or found is None:
        return None
    return Department(found["unit"], "department", document.line_span(line, *found.span("unit")))


def _contact_unit(document: Document, section: Section) -> tuple[Line | None, re.Match[str] | None]:
    """The line that says whose the section is: its title's own, or one of the first below it."""
    own = [document.lines[line.number - 1] for line in section.heading]
    for line in own:
        if (inside := inline_contact(line.text)) and (found := contact_unit(inside)):
            return replace(line, start=line.start + line.text.index(inside)), found
    above = ""
    for line in (line for line in section.lines[:6] if line.text.strip()):
        found = contact_unit(line.text) or (_UNIT.fullmatch(line.text) if is_contact_label(above) else None)
        if found:
            return line, found
        above = line.text
    return None, None


def _projects(parts: _Parts, texts: Sequence[SectionText], outline: Sequence[Chapter]) -> Read:
    records, problems, sheets = Read([], [], [])
    used: set[int] = set()
    for text in texts:
        made, found, printed = _section(parts, text, used)
        records += made
        problems += found
        sheets += printed
    outside = {n for t in texts for n in range(t.project.first_line, t.project.last_line + 1)}
    for chapter in outline:
        records += mentions(parts.reader, chapter.lines, normal(chapter.title), None, used | outside)
    return Read(records, problems, sheets)


def _section(parts: _Parts, text: SectionText, used: set[int]) -> Read:
    """One project: its department if new, its teams, laws, overview money and budget table."""
    project, lines = text.project, text.lines
    records: list[Record] = [project, *_teams(parts.context.document, project, lines)]
    if project.department and project.department not in parts.departments:
        records.insert(0, project.department)
    bases, taken = section_bases(parts.reader, project, lines)
    used |= taken
    records += [*bases, *mentions(parts.reader, lines, project.title, project, used)]
    records += overview_money(parts.context, project, lines)
    problems: list[Problem] = []
    sheets: list[Sheet] = []
    for block in blocks(lines):
        if block.heading is not None and is_execution(block):
            made, found, printed = read_detail(parts.context, [block.heading, *block.lines], project)
            records += made
            problems += found
            sheets += printed
    return Read(records, problems, sheets)


def _teams(document: Document, project: Project, lines: Sequence[Line]) -> Iterator[Record]:
    """The teams of the contact lines above the first □ and of the title's own line; people are never read."""
    titles = [document.lines[n - 1] for n in range(project.span.first_line, project.span.last_line + 1)]
    contacts = [(line, inline_contact(line.text)) for line in titles]
    for line, text in (
        *((line, text) for line, text in contacts if text),
        *((n, n.text) for n in blocks(lines)[0].lines),
    ):
        at = line.text.index(text)
        for found in _TEAM.finditer(text):
            start, end = found.span("team")
            yield Team(project, found["team"], document.line_span(line, at + start, at + end))


def _refuse_cut(document: Document, problems: Sequence[Problem]) -> None:
    """A file that ends inside a table's row or figure: what it says there is not what was printed.

    A report that ends elsewhere is read up to there (see `whole.missing_end`).
    """
    last = max((line.number for line in document.lines if line.text.strip()), default=0)
    ending = document.text.rstrip()
    for problem in problems:
        row = problem.text.startswith(_CUT_ROW) and problem.line > last - _CUT_WITHIN
        figure = _CUT_FIGURE.match(problem.text)
        if row or (figure and problem.line == last and ending.endswith(figure[1])):
            message = f"the file ends inside a table ({problem.text})"
            raise SourceError(message, file=document.id, line=problem.line, hint="load the whole document")
