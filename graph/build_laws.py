"""Laws, their articles, and the citations that reach them."""

from __future__ import annotations

from ..ontology.iris import NATION, web
from ..ontology.records import Citation, Law
from ..ontology.terms import ELI, GG, OA, SKOS
from .build_organisation import build_city
from .statements import Statements

COUNTRY = "http://publications.europa.eu/resource/authority/country/KOR"


def build_law(out: Statements, law: Law) -> str:
    """A law as the register knows it, or by its printed name."""
    iri = out.iris.law(law)
    out.kind(iri, GG.Law, ELI.LegalResource)
    out.named(iri, SKOS.prefLabel, law.title)
    out.code(iri, ELI.type_document, "kind", law.kind)
    out.truth(iri, GG.resolved, law.resolved)
    out.text(iri, ELI.id_local, law.law_id)
    out.text(iri, ELI.number, law.number)
    out.date(iri, ELI.date_document, law.promulgated)
    out.date(iri, ELI.first_date_entry_in_force, law.in_force)
    out.text(iri, GG.ministry, law.ministry)
    _jurisdiction(out, iri, law.jurisdiction)
    if law.page:
        out.link(iri, GG.page, web(law.page))
    return iri


def _jurisdiction(out: Statements, iri: str, jurisdiction: str) -> None:
    if jurisdiction:
        out.text(iri, GG.jurisdiction, jurisdiction)
        place = COUNTRY if jurisdiction == NATION else build_city(out, jurisdiction)
        out.link(iri, ELI.jurisdiction, place)


def build_article(out: Statements, law: Law, article: str) -> str:
    """An article, or a paragraph or item of one, as part of its law."""
    iri = out.iris.article(law, article)
    out.kind(iri, GG.Article, ELI.LegalResourceSubdivision)
    out.link(iri, ELI.is_part_of, out.iris.law(law))
    out.text(iri, ELI.number, article)
    return iri


def build_citation(out: Statements, citation: Citation) -> None:
    """One mention of a law; a project's basis also gives the direct edge."""
    iri, law = out.numbering.citations[citation], build_law(out, citation.law)
    out.kind(iri, GG.Citation, OA.Annotation)
    out.link(iri, GG.law, law)
    out.link(iri, GG.article, *(build_article(out, citation.law, article) for article in citation.articles))
    out.text(iri, GG.articles, "|".join(citation.articles))
    out.text(iri, GG.heading, citation.heading)
    out.text(iri, GG.printed, citation.printed)
    out.text(iri, GG.how, citation.how)
    out.text(iri, GG.context, citation.context)
    out.truth(iri, GG.others, citation.others)
    out.truth(iri, GG.resolved, citation.law.resolved)
    out.truth(iri, GG.isBasis, citation.basis)
    out.code(iri, GG.citationStatus, "citation", citation.status)
    out.origin(iri, "", [citation.span])
    if citation.project:
        out.link(iri, GG.project, out.iris.project(citation.project))
        if citation.basis:
            out.link(out.iris.project(citation.project), GG.hasLegalBasis, law)
