"""What stands beside the data: the source's inconsistencies, how much of it was read, which lines were not."""

from __future__ import annotations

from ..ontology.records import (
    Amount,
    AuditRequest,
    BudgetLine,
    ChapterCoverage,
    FacilityFact,
    Finding,
    Funding,
    Touched,
    UnreadLine,
)
from ..ontology.terms import DCTERMS, DQV, GG, OA, PROV, RDF, RDFS
from .build_activities import funding, reported
from .build_audit import audit_request
from .build_budget import amount_iri
from .build_facilities import facility_fact
from .statements import RFC5147, Statements


def build_finding(out: Statements, finding: Finding) -> None:
    """An inconsistency, with the lines that it stands on and the figures that it touches."""
    touched = [_touched(out, one) for one in finding.about]
    said = (finding.kind, finding.printed, finding.expected, finding.message_ko)
    iri = out.iris.statement("finding", *said, *touched, *(span.quote for span in finding.spans))
    out.kind(iri, GG.Finding, DQV.QualityAnnotation)
    out.code(iri, DCTERMS.type, "finding", finding.kind)
    out.code(iri, GG.certainty, "certainty", finding.certainty)
    out.text(iri, GG.printed, finding.printed)
    out.text(iri, GG.expected, finding.expected)
    out.words(iri, RDFS.comment, finding.message_ko, finding.message_en)
    out.link(iri, OA.hasTarget, *touched)
    out.link(iri, PROV.wasDerivedFrom, *map(out.span, finding.spans))


def _touched(out: Statements, one: Touched) -> str:
    if isinstance(one, Amount):
        return amount_iri(out, one)
    if isinstance(one, BudgetLine):
        return out.numbering.lines[one]
    if isinstance(one, FacilityFact):
        return facility_fact(out, one)
    if isinstance(one, AuditRequest):
        return audit_request(out, one)
    return funding(out, one) if isinstance(one, Funding) else reported(out, one)


def build_chapter_coverage(out: Statements, coverage: ChapterCoverage) -> None:
    """How much of a chapter was read."""
    iri = out.iris.statement("coverage", coverage.chapter)
    out.kind(iri, GG.ChapterCoverage, DQV.QualityMeasurement)
    out.text(iri, GG.chapter, coverage.chapter)
    out.number(iri, GG.lineCount, coverage.lines)
    out.number(iri, GG.readCount, coverage.read)
    out.number(iri, GG.firstLine, coverage.span.first_line)
    out.link(iri, OA.hasSource, out.iris.source())


def build_unread_line(out: Statements, line: UnreadLine) -> None:
    """A line that nothing accounts for: as lean as can be, since there may be many."""
    iri = out.iris.lines(line.span)
    out.kind(iri, GG.UnreadLine, OA.FragmentSelector)
    out.link(iri, DCTERMS.isPartOf, out.iris.statement("coverage", line.chapter))
    out.number(iri, GG.firstLine, line.span.first_line)
    out.text(iri, GG.quote, line.span.quote)
    out.text(iri, RDF.value, f"line={line.span.first_line - 1},{line.span.last_line}")
    out.link(iri, DCTERMS.conformsTo, RFC5147)
