"""The vocabulary: every term is described in two languages, reuses a published one, and is used."""

from __future__ import annotations

from typing import get_args

import pytest
import rdflib
from geungeo.graph.build import BUILDERS, quads
from geungeo.graph.vocabulary import VOCABULARY, vocabulary_quads
from geungeo.ontology import records, terms
from geungeo.ontology.codes import Code, code_iri, codes
from geungeo.ontology.errors import GeungeoError
from geungeo.ontology.prefixes import PREFIXES
from geungeo.ontology.terms import GG, OWL, QB, RDF, RDFS, SKOS
from geungeo.ontology.texts import ontology_text
from pyoxigraph import BlankNode

from .made import LOADED
from .made_graph import plain
from .made_register import register_of

TERM_TYPES = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, QB.DataStructureDefinition}


def _vocabulary() -> rdflib.Graph:
    return rdflib.Graph().parse(data=ontology_text("vocabulary.ttl"), format="turtle")


GRAPH = _vocabulary()
TERMS = sorted(rdflib.URIRef(str(term)) for term, kind in GRAPH.subject_objects(RDF.type) if kind in TERM_TYPES)
ABSTRACT = set(GRAPH.subjects(GG.abstract, rdflib.Literal(True))) | {GG.abstract}


def _languages(term: rdflib.term.Node, predicate: rdflib.URIRef) -> list[str]:
    return sorted(label.language or "" for label in GRAPH.objects(term, predicate) if isinstance(label, rdflib.Literal))


def test_python_and_the_vocabulary_list_the_same_terms() -> None:
    assert sorted(map(str, dir(GG))) == list(map(str, TERMS))


def test_a_misspelt_term_raises() -> None:
    with pytest.raises(AttributeError, match="Facilty"):
        GG.Facilty  # noqa: B018


@pytest.mark.parametrize("term", TERMS)
def test_every_term_is_described_in_korean_and_english(term: rdflib.URIRef) -> None:
    assert _languages(term, RDFS.label) == ["en", "ko"]
    assert _languages(term, RDFS.comment) == ["en", "ko"]


@pytest.mark.parametrize("term", [t for t in TERMS if t not in (GG.abstract, GG.budgetStructure)])
def test_every_term_narrows_a_published_one(term: rdflib.URIRef) -> None:
    upwards = RDFS.subClassOf if (term, RDF.type, OWL.Class) in GRAPH else RDFS.subPropertyOf
    above = set(GRAPH.transitive_objects(term, upwards)) - {term}
    assert any(not str(one).startswith(PREFIXES["gg"]) for one in above)


def _terms() -> set[str]:
    """The predicates and objects of what the hand-made report and register give."""
    found = (term for quad in (*quads(LOADED), *register_of()) for term in (quad.predicate, quad.object))
    return {str(term)[1:-1] for term in found}


def _produced() -> set[str]:
    return {term for term in _terms() if term.startswith(PREFIXES["gg"])}


def test_every_term_is_produced_or_marked_abstract() -> None:
    produced = {term for term in _produced() if "-" not in term.removeprefix(PREFIXES["gg"])}
    assert produced == {str(term) for term in TERMS if term not in ABSTRACT}


def test_every_code_that_is_produced_is_described() -> None:
    produced = {term for term in _produced() if "-" in term.removeprefix(PREFIXES["gg"])}
    assert produced <= {code.iri for code in codes().values()}


def test_every_record_type_has_its_builder_and_its_example() -> None:
    assert set(BUILDERS) == set(get_args(records.Record))
    assert {type(record) for record in LOADED.records} == set(get_args(records.Record))


@pytest.mark.parametrize(
    ("scheme", "literal"),
    [
        ("kind", records.LawKind),
        ("phase", records.Phase),
        ("relation", records.Relation),
        ("match", records.Match),
        ("strength", records.Strength),
        ("citation", records.CitationStatus),
        ("table", records.Table),
        ("role", records.PartnerRole),
        ("partner-status", records.PartnerStatus),
        ("funding", records.FundingSource),
        ("audit-category", records.AuditCategory),
        ("audit-status", records.AuditStatus),
        ("finding", records.FindingKind),
        ("certainty", records.Certainty),
        ("verdict", records.Verdict),
    ],
)
def test_records_and_code_lists_know_the_same_codes(scheme: str, literal: object) -> None:
    assert {code for of, code in codes() if of == scheme} == set(get_args(literal))


@pytest.mark.parametrize("code", codes().values(), ids=lambda code: f"{code.scheme}-{code.code}")
def test_every_code_is_described_in_two_languages(code: Code) -> None:
    assert all(text.strip() for text in (code.label_ko, code.label_en, code.description))
    scheme = rdflib.URIRef(f"{PREFIXES['gg']}scheme-{code.scheme}")
    assert (scheme, RDF.type, SKOS.ConceptScheme) in GRAPH


def test_every_list_has_labels_and_codes() -> None:
    schemes = set(GRAPH.subjects(RDF.type, SKOS.ConceptScheme))
    assert schemes == {rdflib.URIRef(f"{PREFIXES['gg']}scheme-{code.scheme}") for code in codes().values()}
    assert {tuple(_languages(scheme, RDFS.label)) for scheme in schemes} == {("en", "ko")}


def test_labels_reach_the_graph() -> None:
    triples = {plain(quad) for quad in vocabulary_quads()}
    concept, skos = f"<{PREFIXES['gg']}type-campus>", PREFIXES["skos"]
    assert (concept, f"<{skos}prefLabel>", '"캠퍼스"@ko') in triples
    assert (concept, f"<{skos}prefLabel>", '"campus"@en') in triples
    assert (concept, f"<{skos}notation>", '"campus"') in triples
    assert (f"<{PREFIXES['gg']}Facility>", f"<{PREFIXES['rdfs']}label>", '"시설"@ko') in triples


def test_phases_point_to_the_published_list() -> None:
    matches = {(code.code, *match) for code in codes().values() for match in code.matches}
    assert matches == {
        ("original", "exactMatch", "obeu-phase:approved"),
        ("final", "exactMatch", "obeu-phase:revised"),
        ("current", "broadMatch", "obeu-phase:revised"),
        ("expenditure", "exactMatch", "obeu-phase:executed"),
        ("expenditure", "closeMatch", "obeu-paymentphase:paid"),
    }
    triples = {plain(quad) for quad in vocabulary_quads()}
    revised = f"<{PREFIXES['obeu-phase']}revised>"
    assert (f"<{PREFIXES['gg']}phase-current>", f"<{PREFIXES['skos']}broadMatch>", revised) in triples


def test_the_vocabulary_is_a_graph_of_its_own_without_nameless_nodes() -> None:
    found = vocabulary_quads()
    assert {quad.graph_name for quad in found} == {VOCABULARY}
    assert not [quad for quad in found if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode)]


NAMESPACES = {
    "cv": terms.CV,
    "dct": terms.DCTERMS,
    "dqv": terms.DQV,
    "eli": terms.ELI,
    "oa": terms.OA,
    "obeu-attribute": terms.OBEU_ATTRIBUTE,
    "obeu-dimension": terms.OBEU_DIMENSION,
    "obeu-measure": terms.OBEU_MEASURE,
    "org": terms.ORG,
    "owl": terms.OWL,
    "prov": terms.PROV,
    "qb": terms.QB,
    "rdf": terms.RDF,
    "rdfs": terms.RDFS,
    "schema": terms.SDO,
    "skos": terms.SKOS,
}


def _foreign(graph: rdflib.Graph, prefix: str) -> set[str]:
    found = {str(term) for triple in graph for term in triple if isinstance(term, rdflib.URIRef)}
    return {term for term in found if term.startswith(PREFIXES[prefix])}


@pytest.mark.parametrize("prefix", NAMESPACES)
def test_reused_terms_are_spelt_as_published(prefix: str) -> None:
    shapes = rdflib.Graph().parse(data=ontology_text("shapes.ttl"), format="turtle")
    for graph in (GRAPH, shapes):
        known = {str(term) for term in dir(NAMESPACES[prefix])}
        assert {term for term in _foreign(graph, prefix) - known if term != PREFIXES[prefix]} == set()


@pytest.mark.parametrize("prefix", [p for p, of in NAMESPACES.items() if of.__module__.startswith("geungeo")])
def test_no_reused_term_is_listed_in_vain(prefix: str) -> None:
    assert {str(term) for term in dir(NAMESPACES[prefix])} <= _terms() | _foreign(GRAPH, prefix)


@pytest.mark.parametrize("name", ["vocabulary.ttl", "shapes.ttl"])
def test_prefixes_are_the_same_everywhere(name: str) -> None:
    graph = rdflib.Graph().parse(data=ontology_text(name), format="turtle")
    written = {prefix: str(uri) for prefix, uri in graph.namespaces() if f"@prefix {prefix}:" in ontology_text(name)}
    assert {prefix: PREFIXES.get(prefix, uri) for prefix, uri in written.items()} == written


def test_schema_org_is_written_with_https() -> None:
    assert "http://schema.org" not in ontology_text("vocabulary.ttl") + ontology_text("shapes.ttl")


@pytest.mark.parametrize(("scheme", "code"), [("type", "castle"), ("rule", "guess"), ("colour", "red")])
def test_a_code_without_a_row_raises(scheme: str, code: str) -> None:
    with pytest.raises(GeungeoError, match="add a reviewed row to ontology/") as caught:
        code_iri(scheme, code)
    assert code in str(caught.value)
