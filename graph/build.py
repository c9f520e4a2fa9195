"""Records to quads: one small function per record type, and their registry."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from functools import cache
from typing import Any, get_args

from pyoxigraph import Quad

from ..ontology.errors import GeungeoError, GraphError
from ..ontology.iris import DEFAULT_BASE, Iris
from ..ontology.records import (
    Amount,
    AuditRequest,
    AuditStep,
    BudgetLine,
    ChapterCoverage,
    Citation,
    CitationCheck,
    Department,
    Duty,
    Facility,
    FacilityBudget,
    FacilityFact,
    FacilityLaw,
    FacilityName,
    FacilityNaming,
    FacilityOperator,
    FacilityProject,
    Finding,
    Funding,
    LineMatch,
    Loaded,
    Milestone,
    OrganisationName,
    Partner,
    Passage,
    Project,
    Record,
    Result,
    SourceFact,
    Span,
    StaffCount,
    StatedAmount,
    Target,
    Team,
    UnreadLine,
)
from .build_activities import (
    build_funding,
    build_milestone,
    build_organisation_name,
    build_partner,
    build_passage,
    build_reported,
)
from .build_audit import build_audit_request, build_audit_step
from .build_budget import build_amount, build_budget_line, build_line_match, build_stated_amount
from .build_checks import build_citation_check, build_facility_naming
from .build_facilities import (
    build_facility,
    build_facility_budget,
    build_facility_fact,
    build_facility_law,
    build_facility_name,
    build_facility_operator,
    build_facility_project,
)
from .build_findings import build_chapter_coverage, build_finding, build_unread_line
from .build_laws import build_citation
from .build_organisation import (
    build_department,
    build_duty,
    build_project,
    build_source,
    build_source_fact,
    build_staff_count,
    build_team,
)
from .labels import one_label
from .numbering import numbering
from .statements import Statements

BUILDERS: dict[type, Callable[[Statements, Any], None]] = {
    SourceFact: build_source_fact,
    Department: build_department,
    StaffCount: build_staff_count,
    Duty: build_duty,
    Project: build_project,
    Team: build_team,
    Citation: build_citation,
    BudgetLine: build_budget_line,
    Amount: build_amount,
    Facility: build_facility,
    FacilityName: build_facility_name,
    FacilityFact: build_facility_fact,
    FacilityOperator: build_facility_operator,
    FacilityProject: build_facility_project,
    FacilityBudget: build_facility_budget,
    LineMatch: build_line_match,
    StatedAmount: build_stated_amount,
    FacilityLaw: build_facility_law,
    CitationCheck: build_citation_check,
    FacilityNaming: build_facility_naming,
    OrganisationName: build_organisation_name,
    Partner: build_partner,
    Target: build_reported,
    Result: build_reported,
    Milestone: build_milestone,
    Passage: build_passage,
    Funding: build_funding,
    AuditRequest: build_audit_request,
    AuditStep: build_audit_step,
    Finding: build_finding,
    ChapterCoverage: build_chapter_coverage,
    UnreadLine: build_unread_line,
}

_RECORDS = get_args(Record)


def quads(loaded: Loaded, base: str = DEFAULT_BASE) -> list[Quad]:
    """All that a document says, once each, in its own named graph; the order of the records does not matter.

    Things that a record only refers to are described too. A record that cannot be written (a blank name, a rule or
    code without a reviewed row) raises GraphError with its line: that is a fault of the loader, not of the document.
    """
    iris = Iris.of(loaded.source, base)
    try:
        known = dict.fromkeys(_with_parts(loaded.records))
        out = Statements(loaded.source, iris, numbering(known, iris, loaded.source.as_of))
        build_source(out, loaded.source)
    except GeungeoError as error:
        raise GraphError(error.message, file=loaded.source.id, hint=error.hint) from error
    for record in known:
        _build(out, record)
    return list(one_label(out.quads))


def _build(out: Statements, record: Record) -> None:
    try:
        BUILDERS[type(record)](out, record)
    except GeungeoError as error:
        raise GraphError(error.message, file=out.source.id, line=_line(record), hint=error.hint) from error


def _line(record: Record) -> int:
    return min((value.first_line for value in _values(record) if isinstance(value, Span)), default=0)


def _with_parts(records: Iterable[Record]) -> Iterator[Record]:
    """The records and all that they refer to; the same object once."""
    seen: set[int] = set()
    waiting = list(records)[::-1]
    while waiting:
        record = waiting.pop()
        if id(record) not in seen:
            seen.add(id(record))
            yield record
            waiting += [value for value in _values(record) if isinstance(value, _RECORDS)]


def _values(record: Record) -> Iterator[object]:
    kind: type = type(record)
    for name in _field_names(kind):
        value = getattr(record, name)
        yield from value if isinstance(value, tuple) else (value,)


@cache
def _field_names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
