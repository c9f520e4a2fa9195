"""Facilities, what is said of them, and their links to projects, budget lines and laws."""

from __future__ import annotations

from collections.abc import Callable

from pyoxigraph import Literal, NamedNode

from ..ontology.codes import code_iri
from ..ontology.errors import GeungeoError
from ..ontology.fold import loose_key
from ..ontology.records import (
    Facility,
    FacilityBudget,
    FacilityFact,
    FacilityLaw,
    FacilityName,
    FacilityOperator,
    FacilityProject,
)
from ..ontology.terms import CV, GG, ORG, RDF, SDO, SKOS
from .statements import Statements, dated, decimal, node, plain, whole


def build_facility(out: Statements, facility: Facility) -> None:
    """A named place; a branch points to its network, which may be no facility of its own."""
    iri = out.iris.facility_of(facility)
    out.kind(iri, GG.Facility, SDO.CivicStructure, ORG.Site)
    out.named(iri, SKOS.prefLabel, facility.name)
    out.origin(iri, "", [facility.span])
    if facility.network:
        known = out.numbering.facilities.get(facility.network)
        network = out.iris.facility_of(known) if known else out.iris.facility(facility.network)
        out.kind(network, GG.FacilityNetwork, SDO.Place)
        out.named(network, SKOS.prefLabel, facility.network)
        out.origin(network, "", [facility.span])
        out.link(iri, GG.network, network)


def build_facility_name(out: Statements, name: FacilityName) -> None:
    """Another spelling, as a fact."""
    facility, alias = out.iris.facility_of(name.facility), plain(name.name)
    out.keys(facility, name.name)
    out.value(facility, SKOS.altLabel, alias)
    iri = out.fact(facility, SKOS.altLabel, alias, ("name", name.name))
    out.text(iri, GG.printed, name.span.quote)
    out.origin(iri, "", [name.span])


def _type(value: str) -> NamedNode:
    return node(code_iri("type", value))


def _status(value: str) -> NamedNode:
    return node(code_iri("status", value))


ATTRIBUTES: dict[str, tuple[str, Callable[[str], NamedNode | Literal]]] = {
    "type": (GG.facilityType, _type),
    "status": (GG.status, _status),
    "address": (GG.address, plain),
    "area": (GG.area, decimal),
    "rooms": (GG.rooms, whole),
    "floors": (GG.floors, plain),
    "staff": (GG.facilityStaff, whole),
    "operator": (GG.operator, plain),
    "term": (GG.term, plain),
    "construction": (GG.construction, plain),
    "completion": (GG.completion, decimal),
    "opening": (GG.opening, dated),
    "budget": (GG.statedBudget, whole),
    "residents": (GG.residents, whole),
    "tenant": (GG.tenant, plain),
    "spaces": (GG.spaces, plain),
}


def facility_fact(out: Statements, fact: FacilityFact) -> str:
    """The address of a fact."""
    return out.iris.statement("fact", out.iris.facility_of(fact.facility), fact.property, fact.value, fact.rule)


def build_facility_fact(out: Statements, fact: FacilityFact) -> None:
    """A property of a facility: the plain triple, and the fact that says where it stands."""
    if fact.property not in ATTRIBUTES:
        raise GeungeoError(
            f"a facility has no property {fact.property!r}", hint="add it to ATTRIBUTES and vocabulary.ttl"
        )
    predicate, reader = ATTRIBUTES[fact.property]
    facility, value = out.iris.facility_of(fact.facility), reader(fact.value)
    out.value(facility, predicate, value)
    iri = out.fact(facility, predicate, value, (fact.property, fact.value, fact.rule))
    out.text(iri, GG.printed, fact.printed)
    out.origin(iri, fact.rule, [fact.span])


def build_facility_operator(out: Statements, run: FacilityOperator) -> None:
    """Who runs a facility, as a participation with its period."""
    facility = out.iris.facility_of(run.facility)
    iri = out.iris.statement("facility-operator", facility, run.operator, run.term)
    out.kind(iri, GG.FacilityOperation, CV.Participation)
    out.link(iri, GG.facility, facility)
    out.text(iri, GG.operator, run.operator)
    if known := out.numbering.organisations.get(loose_key(run.operator)):
        out.link(iri, GG.organisation, out.iris.organisation(known.name))
    out.days(iri, *run.term.split("/"))
    out.origin(iri, "", [run.span])


def build_facility_project(out: Statements, link: FacilityProject) -> None:
    """A facility in a project's section."""
    facility, project = out.iris.facility_of(link.facility), out.iris.project(link.project)
    iri = out.iris.statement("facility-project", facility, project, link.relation, link.rule)
    out.kind(iri, GG.FacilityProject, RDF.Statement)
    out.link(iri, GG.facility, facility)
    out.link(iri, GG.project, project)
    out.code(iri, GG.relation, "relation", link.relation)
    out.origin(iri, link.rule, [link.span])
    out.link(facility, GG.inProject, project)


def build_facility_budget(out: Statements, link: FacilityBudget) -> None:
    """A budget line that pays for a facility."""
    facility, line = out.iris.facility_of(link.facility), out.numbering.lines[link.line]
    iri = out.iris.statement("facility-budget", facility, line, link.match, link.rule)
    out.kind(iri, GG.FacilityBudget, RDF.Statement)
    out.link(iri, GG.facility, facility)
    out.link(iri, GG.budgetLine, line)
    out.code(iri, GG.match, "match", link.match)
    out.origin(iri, link.rule, link.basis)
    out.link(facility, GG.fundedBy, line)


def build_facility_law(out: Statements, link: FacilityLaw) -> None:
    """A law on which a facility stands, through a project and the budget lines between."""
    facility, law = out.iris.facility_of(link.facility), out.iris.law(link.citation.law)
    project, citation = out.iris.project(link.project), out.numbering.citations[link.citation]
    iri = out.iris.statement("facility-law", facility, citation, project, link.strength, link.rule)
    out.kind(iri, GG.FacilityLaw, RDF.Statement)
    out.link(iri, GG.facility, facility)
    out.link(iri, GG.law, law)
    out.link(iri, GG.citation, citation)
    out.link(iri, GG.project, project)
    out.link(iri, GG.budgetLine, *(out.numbering.lines[line] for line in link.lines))
    out.code(iri, GG.strength, "strength", link.strength)
    out.origin(iri, link.rule, link.basis)
    out.link(facility, GG.hasDerivedLegalBasis, law)
