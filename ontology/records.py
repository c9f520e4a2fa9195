"""What a loader may say of a document: frozen records, each with the span it was read from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Table = Literal["summary", "detail", "overview"]
Phase = Literal["original", "carryover", "current", "final", "commitment", "expenditure"]
LawKind = Literal["act", "decree", "rule", "ordinance", "directive", "regulation", "plan"]
CitationStatus = Literal["in_force", "bill", "planned", "amendment_planned"]
Relation = Literal["operates", "builds", "plans", "supports", "uses_venue", "mentions"]
Match = Literal["named", "shared", "stated"]
Strength = Literal["direct", "shared", "register"]
Severity = Literal["error", "warning", "note"]
DepartmentKind = Literal["department", "office", "affiliate"]


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a document: character offsets into the text as read, 1-based lines, the printed wording."""

    document: str
    start: int
    end: int
    first_line: int
    last_line: int
    quote: str


@dataclass(frozen=True, slots=True)
class Source:
    """One loaded document. `as_of` is an ISO date; what is not known is an empty string."""

    id: str
    sha256: str
    encoding: str
    lines: int
    title: str = ""
    city: str = ""
    bureau: str = ""
    as_of: str = ""


@dataclass(frozen=True, slots=True)
class SourceFact:
    """Where the document says its city, bureau, date or title; no span if an option of `build` said it."""

    property: Literal["city", "bureau", "as_of", "title"]
    value: str
    span: Span | None


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


@dataclass(frozen=True, slots=True)
class Law:
    """A law as the register knows it, or (`resolved` false) by its printed name."""

    title: str
    kind: LawKind
    jurisdiction: str
    resolved: bool
    law_id: str = ""
    number: str = ""
    promulgated: str = ""
    in_force: str = ""
    ministry: str = ""
    page: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """One mention of a law. `basis` tells a project's 근거 field from any other mention.

    `articles` are canonical (`제14조제4항`, ranges `제15조~제17조`); `others` is a following 등;
    `how` is the way the name was resolved (exact, fold, weak_fold, …) or the reason that it was not.
    """

    law: Law
    printed: str
    articles: tuple[str, ...]
    heading: str
    others: bool
    how: str
    status: CitationStatus
    basis: bool
    context: str
    project: Project | None
    span: Span


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """A row of a budget table. `total` marks 계, 소계, 합계 and the like, which are no lines of their own."""

    table: Table
    item: str
    department: Department | None
    project: Project | None
    total: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Amount:
    """One figure of a budget line: `won` in won, beside it the figure and unit as printed."""

    line: BudgetLine
    fiscal_year: int
    phase: Phase
    won: int
    printed: str
    unit: str
    span: Span


@dataclass(frozen=True, slots=True)
class Facility:
    """A named place or network of places; a branch carries the name of its network."""

    name: str
    network: str
    span: Span


@dataclass(frozen=True, slots=True)
class FacilityName:
    """Another spelling under which the document speaks of a facility."""

    facility: Facility
    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class FacilityFact:
    """A property of a facility: stated (no rule) or derived by a named rule from the span.

    property: type, status, address, area (m²), rooms, floors, staff, operator, term (ISO interval),
    construction (ISO interval), completion (%), opening (ISO date with its precision), budget (won).
    """

    facility: Facility
    property: str
    value: str
    printed: str
    rule: str
    span: Span


@dataclass(frozen=True, slots=True)
class FacilityOperator:
    """Who runs a facility (위탁법인, 운영기관), over which `term`: an ISO interval, empty if none is stated."""

    facility: Facility
    operator: str
    term: str
    span: Span


@dataclass(frozen=True, slots=True)
class FacilityProject:
    """A facility in a project's section; a rule names how the relation was concluded."""

    facility: Facility
    project: Project
    relation: Relation
    rule: str
    span: Span


@dataclass(frozen=True, slots=True)
class FacilityBudget:
    """A budget line that pays for a facility: named for it alone, or shared with others."""

    facility: Facility
    line: BudgetLine
    match: Match
    rule: str
    basis: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class LineMatch:
    """A project's detail line and the summary line that it is (`same`) or belongs to (`part_of`)."""

    detail: BudgetLine
    summary: BudgetLine
    relation: Literal["same", "part_of"]
    rule: str
    basis: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class FacilityLaw:
    """A law on which a facility stands through a project, with the budget lines that stand between."""

    facility: Facility
    citation: Citation
    project: Project
    strength: Strength
    lines: tuple[BudgetLine, ...]
    rule: str
    basis: tuple[Span, ...]


Record: TypeAlias = (
    SourceFact
    | Department
    | StaffCount
    | Duty
    | Project
    | Team
    | Citation
    | BudgetLine
    | Amount
    | Facility
    | FacilityName
    | FacilityFact
    | FacilityOperator
    | FacilityProject
    | FacilityBudget
    | LineMatch
    | FacilityLaw
)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something of a source that could not be read, or that is missing; a value, not a log line."""

    source: str
    line: int
    text: str
    severity: Severity


@dataclass(frozen=True, slots=True)
class Loaded:
    """All that one document gave."""

    source: Source
    records: tuple[Record, ...]
    problems: tuple[Problem, ...]
