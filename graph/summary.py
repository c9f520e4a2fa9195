"""What a build has read, in words: records by kind, lines that gave a record, problems by line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields

from ..ontology.records import Citation, Loaded, Problem, Record, Span

LABELS = {
    "Department": "부서·사업소·출연기관",
    "StaffCount": "정원·현원",
    "Duty": "담당업무",
    "Project": "사업",
    "Team": "팀",
    "Basis": "추진근거",
    "Mention": "법령 언급",
    "BudgetLine": "예산 항목",
    "Amount": "예산 금액",
    "Facility": "시설",
    "FacilityName": "시설의 다른 이름",
    "FacilityFact": "시설의 사실",
    "FacilityOperator": "시설 운영",
    "FacilityProject": "시설-사업",
    "FacilityBudget": "시설-예산",
    "FacilityLaw": "시설-법령",
    "LineMatch": "상세·총괄 예산 대조",
    "SourceFact": "문서의 사실",
}
SEVERITIES = ("error", "warning", "note")


def counts(reports: Iterable[Loaded]) -> dict[str, int]:
    """How many records of each kind (a key of LABELS), in the order of a report."""
    found = Counter(_kind(record) for report in reports for record in report.records)
    return {kind: found[kind] for kind in LABELS if found[kind]}


def _kind(record: Record) -> str:
    if isinstance(record, Citation):
        return "Basis" if record.basis else "Mention"
    return type(record).__name__


def covered(report: Loaded) -> int:
    """How many lines of the document a record stands on."""
    lines: set[int] = set()
    for span in (span for record in report.records for span in _spans(record)):
        lines.update(range(span.first_line, span.last_line + 1))
    return len(lines)


def _spans(record: Record) -> Iterator[Span]:
    for field in fields(record):
        value = getattr(record, field.name)
        yield from (one for one in (value if isinstance(value, tuple) else (value,)) if isinstance(one, Span))


def summary(reports: Sequence[Loaded], most: int = 20) -> str:
    """Each source with its coverage, the records by kind, the first problems by line (`most` of them)."""
    found = problems(reports)
    kinds = (f"  {count:>6,}  {LABELS[kind]} ({kind})" for kind, count in counts(reports).items())
    shown = (f"{p.source}:{p.line}: {p.severity}: {p.text}" for p in found[:most])
    more = [f"… and {len(found) - most} more"] if len(found) > most else []
    return "\n".join([*map(_head, reports), *kinds, *shown, *more])


def _head(report: Loaded) -> str:
    source = report.source
    named = " ".join((source.city or "(city?)", source.bureau or "(bureau?)", source.as_of or "(date?)"))
    lines = f"{covered(report):,} of {source.lines:,} lines carry a record"
    return f"{source.id}: {named}; {lines}; {weighed(report.problems)}"


def problems(reports: Iterable[Loaded]) -> list[Problem]:
    """All problems by source and line."""
    return sorted((p for r in reports for p in r.problems), key=lambda p: (p.source, p.line, p.text))


def weighed(found: Iterable[Problem]) -> str:
    """The number of problems by severity: `1 error, 3 warnings`."""
    by_severity = Counter(str(problem.severity) for problem in found)
    said = [f"{n} {severity}{'s' if n > 1 else ''}" for severity in SEVERITIES if (n := by_severity[severity])]
    return ", ".join(said) or "no problems"
