"""What registers of laws say of a report: its citations checked, and the laws that name a facility."""

from __future__ import annotations

from ..ontology.records import CitationCheck, FacilityNaming
from ..ontology.terms import DQV, GG, RDF
from .build_laws import build_article, build_law
from .statements import Statements

_RULE = "held-against-register"


def build_citation_check(out: Statements, check: CitationCheck) -> None:
    """Whether the register confirms a citation: the verdict, and the four of which it is made."""
    citation = out.numbering.citations[check.citation]
    iri = out.iris.statement("citation-check", citation)
    out.kind(iri, GG.CitationCheck, DQV.QualityAnnotation)
    out.link(iri, GG.citation, citation)
    out.code(iri, GG.verdict, "verdict", check.verdict)
    for predicate, verdict in (
        (GG.lawCheck, check.law),
        (GG.inForceCheck, check.in_force),
        (GG.articleCheck, check.articles),
        (GG.headingCheck, check.heading),
    ):
        if verdict:
            out.code(iri, predicate, "verdict", verdict)
    out.words(iri, GG.note, check.note_ko, check.note)
    out.origin(iri, _RULE, [check.citation.span])


def build_facility_naming(out: Statements, naming: FacilityNaming) -> None:
    """A law that names the facility itself: no money and no project stands between."""
    facility, law = out.iris.facility_of(naming.facility), build_law(out, naming.law)
    iri = out.iris.statement("facility-law", facility, law, "register", naming.rule)
    out.kind(iri, GG.FacilityLaw, RDF.Statement)
    out.link(iri, GG.facility, facility)
    out.link(iri, GG.law, law)
    if naming.article:
        out.link(iri, GG.article, build_article(out, naming.law, naming.article))
    out.code(iri, GG.strength, "strength", "register")
    out.origin(iri, naming.rule, [naming.facility.span])
    out.link(facility, GG.hasDerivedLegalBasis, law)
