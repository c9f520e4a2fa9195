"""Who does what in a bureau: departments, staff, duties, projects, teams."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .source import Span

DepartmentKind = Literal["department", "office", "affiliate"]


@dataclass(frozen=True, slots=True)
class Department:
    """A department (과), office (사업소) or affiliated body (출연기관) of the bureau."""

    name: str
    kind: DepartmentKind
    span: Span


@dataclass(frozen=True, slots=True)
class StaffCount:
    """Posts and people of a department in one grade; an empty grade is the department's total."""

    department: Department
    grade: str
    quota: int | None
    current: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class Duty:
    """One line of a department's duties (주요업무)."""

    department: Department
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Project:
    """A section of the report; `number` as printed, `first_line`..`last_line` the section's extent."""

    title: str
    number: str
    department: Department | None
    chapter: str
    first_line: int
    last_line: int
    span: Span


@dataclass(frozen=True, slots=True)
class Team:
    """A team that a project's contact line names; the span covers the team's name alone."""

    project: Project
    name: str
    span: Span
