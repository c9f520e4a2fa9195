"""What a project does: partners, targets, results, milestones, sources of money; and what the council asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .facility import Facility
from .law import Law
from .organisation import Department, Project
from .source import Span

PartnerRole = Literal[
    "operator",
    "delegated_agency",
    "contractor",
    "mou_partner",
    "co_researcher",
    "co_funder",
    "participant",
    "regulator",
    "host",
    "attracted",
    "member",
    "approver",
]
PartnerStatus = Literal["current", "planned", "past"]
FundingSource = Literal["national", "city", "district", "private", "other"]
AuditCategory = Literal["corrective", "suggestion", "other"]
AuditStatus = Literal["done", "in_progress", "under_review", "not_adopted"]


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation outside the bureau by its full name; `kind` is a code of scheme `organisation`."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class OrganisationName:
    """A short form or other spelling under which the document speaks of an organisation.

    The rule is empty where the document itself says that the two are one (`서울경제진흥원(SBA)`).
    """

    organisation: Organisation
    name: str
    rule: str
    span: Span


@dataclass(frozen=True, slots=True)
class Partner:
    """What an organisation does for a project; stated (no rule) or concluded by a named rule.

    `period` is an ISO interval or empty; `unit` is the facility, campus or part of the project that it works for.
    """

    project: Project
    organisation: Organisation
    printed: str
    role: PartnerRole
    status: PartnerStatus
    period: str
    unit: str
    rule: str
    span: Span


@dataclass(frozen=True, slots=True)
class Target:
    """One figure (or, without value, one aim) that a project sets itself (추진목표).

    `item` is the row's name, `text` the printed cell, `value` a plain decimal number in `unit` (`40000`, `명`; sums of
    money in the printed unit), `period` as printed.
    """

    project: Project
    item: str
    period: str
    text: str
    value: str
    unit: str
    span: Span


@dataclass(frozen=True, slots=True)
class Result:
    """What a project reports as done (추진실적), with one figure tied to what it counts, or none."""

    project: Project
    item: str
    period: str
    text: str
    value: str
    unit: str
    span: Span


@dataclass(frozen=True, slots=True)
class Milestone:
    """A step that is to come (향후 추진 일정): `when` as printed, `start` and `end` ISO dates as precise as known."""

    project: Project
    text: str
    when: str
    start: str
    end: str
    span: Span


@dataclass(frozen=True, slots=True)
class Funding:
    """The part of a project's money that one source gives (국비, 시비, 구비, 민간), in won and as printed."""

    project: Project
    item: str
    source: FundingSource
    fiscal_year: int
    won: int
    printed: str
    unit: str
    span: Span


@dataclass(frozen=True, slots=True)
class AuditRequest:
    """What the council asked in its audit (행정사무감사) and what the bureau answered.

    `number` as printed, else empty; `status` is empty if none is given. `span` is the request, `answers` are the
    answer's places in reading order.
    """

    number: str
    category: AuditCategory
    departments: tuple[Department, ...]
    request: str
    answer: str
    status: AuditStatus | Literal[""]
    facilities: tuple[Facility, ...]
    laws: tuple[Law, ...]
    span: Span
    answers: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class AuditStep:
    """A dated step of an answer to a request; the dates as in Milestone."""

    request: AuditRequest
    text: str
    when: str
    start: str
    end: str
    span: Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A bullet, or a line of a box or table, that no other record takes: what the report says, as printed.

    `heading` is the □ under which it stands, outside of projects the chapter's title.
    """

    project: Project | None
    heading: str
    span: Span
