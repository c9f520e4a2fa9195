"""The records of a report as the tables that the saved queries print: what accuracy is measured on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from geungeo.ontology.records import (
    Amount,
    AuditRequest,
    Citation,
    Department,
    Facility,
    FacilityBudget,
    FacilityFact,
    FacilityLaw,
    FacilityProject,
    Finding,
    Funding,
    LineMatch,
    Loaded,
    Milestone,
    Partner,
    Project,
    Result,
    Span,
    StaffCount,
    Target,
)

Row: TypeAlias = dict[str, str]
_CATEGORIES = {"corrective": "시정·처리", "suggestion": "건의", "other": "기타"}
_STATUSES = {"done": "완료", "in_progress": "추진중", "under_review": "검토중", "not_adopted": "미반영"}


def tables(loaded: Loaded) -> dict[str, list[Row]]:
    """Every table of a report whose derived links are made (`graph.link.derive`), by the saved query's name."""
    return {name: list(make(loaded)) for name, make in _TABLES.items()}


def _lines(*spans: Span) -> str:
    return "|".join(str(n) for n in sorted({n for s in spans for n in (s.first_line, s.last_line)}))


def _of(project: Project | None) -> str:
    return project.title if project else ""


def _in(department: Department | None) -> str:
    return department.name if department else ""


def _departments(loaded: Loaded) -> Iterator[Row]:
    for r in loaded.records:
        if isinstance(r, StaffCount) and not r.grade:
            quota, staff = ("" if n is None else str(n) for n in (r.quota, r.current))
            yield {"department": r.department.name, "quota": quota, "staff": staff, "line": _lines(r.span)}


def _projects(loaded: Loaded) -> Iterator[Row]:
    for r in loaded.records:
        if isinstance(r, Project):
            yield {"department": _in(r.department), "number": r.number, "project": r.title, "line": _lines(r.span)}


def _legal_bases(loaded: Loaded) -> Iterator[Row]:
    for r in loaded.records:
        if isinstance(r, Citation) and r.basis:
            yield {
                "project": _of(r.project),
                "law": r.law.title,
                "kind": r.law.kind,
                "jurisdiction": r.law.jurisdiction,
                "articles": "|".join(r.articles),
                "resolved": "true" if r.law.resolved else "false",
                "line": _lines(r.span),
            }


def _budgets(loaded: Loaded) -> Iterator[Row]:
    for r in loaded.records:
        if isinstance(r, Amount) and not r.line.total:
            yield {
                "table": r.line.table,
                "department": _in(r.line.department),
                "project": _of(r.line.project),
                "item": r.line.item,
                "fiscal_year": str(r.fiscal_year),
                "phase": r.phase,
                "amount_krw": str(r.won),
                "line": _lines(r.line.span),
            }


def _facilities(loaded: Loaded) -> Iterator[Row]:
    statuses: dict[str, tuple[str, str]] = {}
    for r in loaded.records:
        if isinstance(r, FacilityFact) and r.property == "status":
            known = statuses.get(r.facility.name)
            if known is None or (known[1] and not r.rule):
                statuses[r.facility.name] = (r.value, r.rule)
    for r in loaded.records:
        if isinstance(r, Facility):
            status = statuses.get(r.name, ("", ""))[0]
            yield {"facility": r.name, "network": r.network, "status": status, "line": _lines(r.span)}


def _facility_projects(loaded: Loaded) -> Iterator[Row]:
    for r in loaded.records:
        if isinstance(r, FacilityProject) and r.relation != "mentions":
            yield {
                "facility": r.facility.name,
                "project": r.project.title,
                "relation": r.relation,
                "line": _lines(r.span),
            }


def _facility_budgets(loaded: Loaded) -> Iterator[Row]:
    """One row for each line that is named for a facility alone; a reconciled detail line is its summary line."""
    summary = {r.detail: r.summary for r in loaded.records if isinstance(r, LineMatch)}
    named = dict.fromkeys(
        (r.facility.name, summary.get(r.line, r.line))
        for r in loaded.records
        if isinstance(r, FacilityBudget) and r.match == "named"
    )
    for facility, line in named:
        yield {"facility": facility, "item": line.item, "department": _in(line.department), "line": _lines(line.span)}


def _facility_laws(loaded: Loaded) -> Iterator[Row]:
    for r in loaded.records:
        if isinstance(r, FacilityLaw) and r.strength != "register" and r.citation.law.kind != "plan":
            yield {
                "facility": r.facility.name,
                "law": r.citation.law.title,
                "project": r.project.title,
                "line": _lines(r.citation.span),
            }


def _partners(loaded: Loaded) -> Iterator[Row]:
    for r in loaded.records:
        if isinstance(r, Partner):
            yield {
                "project": r.project.title,
                "partner": r.organisation.name,
                "role": r.role,
                "status": r.status,
                "period": r.period,
                "line": _lines(r.span),
            }


def _figures(loaded: Loaded, kind: type[Target | Result], column: str) -> Iterator[Row]:
    for r in loaded.records:
        if isinstance(r, kind):
            yield {
                "project": r.project.title,
                "item": r.item,
                column: r.text,
                "value": r.value,
                "unit": r.unit,
                "line": _lines(r.span),
            }


def _schedule(loaded: Loaded) -> Iterator[Row]:
    for r in loaded.records:
        if isinstance(r, Milestone):
            yield {
                "project": r.project.title,
                "milestone": r.text,
                "start": r.start,
                "end": r.end,
                "line": _lines(r.span),
            }


def _funding(loaded: Loaded) -> Iterator[Row]:
    for r in loaded.records:
        if isinstance(r, Funding):
            yield {
                "project": r.project.title,
                "source": r.source,
                "fiscal_year": str(r.fiscal_year),
                "amount_krw": str(r.won),
                "line": _lines(r.span),
            }


def _audit(loaded: Loaded) -> Iterator[Row]:
    for r in loaded.records:
        if isinstance(r, AuditRequest):
            yield {
                "no": r.number,
                "category": _CATEGORIES[r.category],
                "department": "|".join(d.name for d in r.departments),
                "request": r.request,
                "status": _STATUSES[r.status],
                "line": _lines(r.span),
            }


def _checks(loaded: Loaded) -> Iterator[Row]:
    for r in loaded.records:
        if isinstance(r, Finding):
            yield {"kind": r.kind, "printed": r.printed, "expected": r.expected, "line": _lines(*r.spans)}


_TABLES: dict[str, Callable[[Loaded], Iterable[Row]]] = {
    "departments": _departments,
    "projects": _projects,
    "legal-bases": _legal_bases,
    "budgets": _budgets,
    "facilities": _facilities,
    "facility-projects": _facility_projects,
    "facility-budgets": _facility_budgets,
    "facility-laws": _facility_laws,
    "partners": _partners,
    "targets": lambda loaded: _figures(loaded, Target, "target"),
    "results": lambda loaded: _figures(loaded, Result, "result"),
    "schedule": _schedule,
    "funding": _funding,
    "audit": _audit,
    "checks": _checks,
}
