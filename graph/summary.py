"""What a build has read, in words: records by kind, lines that gave a record, problems by line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING

from ..ontology.records import ChapterCoverage, Citation, Loaded, Problem, Record, Span, UnreadLine

if TYPE_CHECKING:
    from .build_register import Register

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
    "StatedAmount": "본문에 적힌 금액",
    "Facility": "시설",
    "FacilityName": "시설의 다른 이름",
    "FacilityFact": "시설의 사실",
    "FacilityOperator": "시설 운영",
    "FacilityProject": "시설-사업",
    "FacilityBudget": "시설-예산",
    "FacilityLaw": "시설-법령",
    "CitationCheck": "인용 대조",
    "FacilityNaming": "법령이 명시한 시설",
    "LineMatch": "상세·총괄 예산 대조",
    "Partner": "참여 기관",
    "OrganisationName": "기관의 다른 이름",
    "Target": "추진목표",
    "Result": "추진실적",
    "Milestone": "향후 일정",
    "Funding": "재원",
    "AuditRequest": "감사 요구",
    "AuditStep": "감사 처리 단계",
    "Finding": "점검 결과",
    "UnreadLine": "읽지 못한 줄",
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
    said = (record for record in report.records if not isinstance(record, ChapterCoverage | UnreadLine))
    for span in (span for record in said for span in _spans(record)):
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
    heads = (line for report in reports for line in _heads(report))
    shown = (f"{p.source}:{p.line}: {p.severity}: {p.text}" for p in found[:most])
    more = [f"… and {len(found) - most} more"] if len(found) > most else []
    return "\n".join([*heads, *kinds, *shown, *more])


def _heads(report: Loaded) -> Iterator[str]:
    yield _head(report)
    if chapters := [record for record in report.records if isinstance(record, ChapterCoverage)]:
        yield f"  read  {' · '.join(map(_share, sorted(chapters, key=lambda one: one.span.first_line)))}"


def _share(one: ChapterCoverage) -> str:
    """`Ⅵ 92.3% (77 unread)`; rounded down, so that only a chapter without an unread line has 100."""
    unread = one.lines - one.read
    share = 1000 * one.read // one.lines / 10 if one.lines else 100.0
    return f"{one.chapter} {share:g}%{f' ({unread} unread)' if unread else ''}"


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


def registered(registers: Iterable[Register], found: Sequence[Problem], most: int = 20) -> list[str]:
    """Each register with its laws, articles and citations, these by reason where no law could be told; the first
    problems (`most` of them), errors before the rest."""
    first = sorted(found, key=lambda p: (SEVERITIES.index(p.severity), p.source, p.line, p.text))[:most]
    shown = [f"{p.source}:{p.line}: {p.severity}: {p.text}" for p in first]
    more = [f"… and {len(found) - most} more"] if len(found) > most else []
    counted = [f"the registers have {weighed(found)}"] if found else []
    return [*(line for register in registers for line in _register(register)), *counted, *shown, *more]


def _register(register: Register) -> Iterator[str]:
    tally = register.tally
    known = tally.references - tally.unresolved.total()
    yield f"{register.source.id}: {tally.laws:,} laws, {tally.articles:,} articles, {tally.references:,} citations"
    reasons = "".join(f", {count:,} {reason}" for reason, count in sorted(tally.unresolved.items()))
    yield f"  {known:,} resolved{reasons}"
