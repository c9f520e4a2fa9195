"""What a loader may say of a document: frozen records, each with the span it was read from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from .activity import (
    AuditCategory,
    AuditRequest,
    AuditStatus,
    AuditStep,
    Funding,
    FundingSource,
    Milestone,
    Organisation,
    OrganisationName,
    Partner,
    PartnerRole,
    PartnerStatus,
    Passage,
    Result,
    Target,
)
from .facility import (
    Facility,
    FacilityBudget,
    FacilityFact,
    FacilityLaw,
    FacilityName,
    FacilityNaming,
    FacilityOperator,
    FacilityProject,
    Match,
    Relation,
    Strength,
)
from .finding import Certainty, ChapterCoverage, Finding, FindingKind, Touched, UnreadLine
from .law import Citation, CitationCheck, CitationStatus, Law, LawArticle, LawKind, LawReference, RegisteredLaw, Verdict
from .money import Amount, BudgetLine, LineMatch, Phase, StatedAmount, Table
from .organisation import Department, DepartmentKind, Duty, Project, StaffCount, Team
from .source import Problem, Severity, Source, SourceFact, Span

__all__ = [
    "Amount",
    "AuditCategory",
    "AuditRequest",
    "AuditStatus",
    "AuditStep",
    "BudgetLine",
    "Certainty",
    "ChapterCoverage",
    "Citation",
    "CitationCheck",
    "CitationStatus",
    "Department",
    "DepartmentKind",
    "Duty",
    "Facility",
    "FacilityBudget",
    "FacilityFact",
    "FacilityLaw",
    "FacilityName",
    "FacilityNaming",
    "FacilityOperator",
    "FacilityProject",
    "Finding",
    "FindingKind",
    "Funding",
    "FundingSource",
    "Law",
    "LawArticle",
    "LawKind",
    "LawReference",
    "LineMatch",
    "Loaded",
    "Match",
    "Milestone",
    "Organisation",
    "OrganisationName",
    "Partner",
    "PartnerRole",
    "PartnerStatus",
    "Passage",
    "Phase",
    "Problem",
    "Project",
    "Record",
    "RegisteredLaw",
    "Relation",
    "Result",
    "Severity",
    "Source",
    "SourceFact",
    "Span",
    "StaffCount",
    "StatedAmount",
    "Strength",
    "Table",
    "Target",
    "Team",
    "Touched",
    "UnreadLine",
    "Verdict",
]

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
    | StatedAmount
    | FacilityLaw
    | OrganisationName
    | Partner
    | Target
    | Result
    | Milestone
    | Funding
    | AuditRequest
    | AuditStep
    | Finding
    | ChapterCoverage
    | UnreadLine
    | CitationCheck
    | FacilityNaming
    | Passage
)


@dataclass(frozen=True, slots=True)
class Loaded:
    """All that one document gave."""

    source: Source
    records: tuple[Record, ...]
    problems: tuple[Problem, ...]
