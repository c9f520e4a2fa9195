"""The vocabulary as quads: its terms and the reviewed codes with their labels, in a graph of their own."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from ..ontology.codes import Code, codes
from ..ontology.prefixes import PREFIXES
from ..ontology.texts import ontology_text

VOCABULARY = NamedNode(PREFIXES["gg"].rstrip("#"))


def vocabulary_quads() -> list[Quad]:
    """Every term of `vocabulary.ttl` and every code of the lists, in the named graph VOCABULARY."""
    terms = parse(ontology_text("vocabulary.ttl"), format=RdfFormat.TURTLE)
    stated = [Quad(quad.subject, quad.predicate, quad.object, VOCABULARY) for quad in terms]
    return stated + [quad for code in codes().values() for quad in _concept(code)]


def _term(name: str) -> NamedNode:
    prefix, local = name.split(":", 1)
    return NamedNode(PREFIXES[prefix] + local)


def _concept(code: Code) -> Iterator[Quad]:
    concept = NamedNode(code.iri)
    yield Quad(concept, _term("rdf:type"), _term("skos:Concept"), VOCABULARY)
    yield Quad(concept, _term("skos:inScheme"), _term(f"gg:scheme-{code.scheme}"), VOCABULARY)
    yield Quad(concept, _term("skos:notation"), Literal(code.code), VOCABULARY)
    yield Quad(concept, _term("skos:prefLabel"), Literal(code.label_ko, language="ko"), VOCABULARY)
    yield Quad(concept, _term("skos:prefLabel"), Literal(code.label_en, language="en"), VOCABULARY)
    yield Quad(concept, _term("skos:definition"), Literal(code.description, language="en"), VOCABULARY)
    for relation, other in code.matches:
        yield Quad(concept, _term(f"skos:{relation}"), _term(other), VOCABULARY)
