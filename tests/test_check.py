"""The check: the hand-made reports conform, and for every shape something is broken that it must find."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pyshacl
import pytest
import rdflib
from geungeo.graph.build import quads
from geungeo.graph.check import SHACL, CheckResult, check, check_store
from geungeo.graph.export import union
from geungeo.graph.vocabulary import vocabulary_quads
from geungeo.ontology.iris import DEFAULT_BASE
from geungeo.ontology.prefixes import PREFIXES
from geungeo.ontology.records import Record
from geungeo.ontology.texts import ontology_text
from pyoxigraph import Quad, QuerySolutions, RdfFormat, Store, serialize

from .made import DETAIL_HUB, HUB, LOADED
from .made_graph import built, only
from .made_later import NOWHERE, SECOND

GRAPH = f"<{DEFAULT_BASE}source/reports%2F2025-01.txt>"


def drop(kind: str, predicate: str) -> str:
    """Take a property from all things of a kind."""
    return f"DELETE {{ ?x {predicate} ?v }} WHERE {{ ?x a {kind} ; {predicate} ?v }}"


def put(kind: str, predicate: str, value: str = "<x:nothing>") -> str:
    """Give a property of all things of a kind another value."""
    return (
        f"DELETE {{ ?x {predicate} ?v }} INSERT {{ ?x {predicate} {value} }} WHERE {{ ?x a {kind} ; {predicate} ?v }}"
    )


def add(kind: str, predicate: str, value: str = "<x:nothing>") -> str:
    """Give all things of a kind one more value."""
    return f"INSERT {{ ?x {predicate} {value} }} WHERE {{ ?x a {kind} }}"


BREAKS: dict[str, dict[str, str]] = {
    "SaidShape": {"does not say whether it is stated or derived": drop("gg:Duty", "gg:basis")},
    "DerivedShape": {
        "is derived by a rule that nobody has described": put("gg:LineMatch", "gg:rule"),
        "has a rule but is not marked as derived": put("gg:LineMatch", "gg:basis", "'stated'"),
    },
    "SpanShape": {
        "belongs to no document": put("oa:SpecificResource", "oa:hasSource"),
        "has no quote": drop("oa:SpecificResource", "gg:quote"),
        "has two quotes": add("oa:SpecificResource", "gg:quote", "'another'"),
        "has no lines, or a first one after its last": put("oa:SpecificResource", "gg:firstLine", "1000"),
        "has no selector": drop("oa:SpecificResource", "oa:hasSelector"),
        "has a selector that selects neither quote nor lines": drop("oa:TextQuoteSelector", "oa:exact"),
    },
    "SourceShape": {
        "has no name": drop("gg:Source", "dct:identifier"),
        "has no SHA-256": put("gg:Source", "gg:sha256", "'abc'"),
        "has no readable date": put("gg:Source", "dct:issued", "'yesterday'"),
    },
    "FactShape": {
        "has no subject": drop("gg:Fact", "rdf:subject"),
        "has no predicate": drop("gg:Fact", "rdf:predicate"),
        "has no object, or two": add("gg:Fact", "rdf:object", "'another'"),
    },
    "NamedShape": {"has no label, or two": add("gg:City", "skos:prefLabel", "'another'")},
    "StaffCountShape": {
        "counts no department's staff": drop("gg:StaffCount", "gg:department"),
        "has no readable quota": put("gg:StaffCount", "gg:quota", "'many'"),
        "has no readable number of staff": put("gg:StaffCount", "gg:staff", "-1"),
        "counts neither posts nor people": drop("gg:StaffCount", "(gg:quota|gg:staff)").replace(
            "DELETE { ?x (gg:quota|gg:staff) ?v }", "DELETE { ?x gg:quota ?v ; gg:staff ?v }"
        ),
    },
    "DutyShape": {
        "is no department's duty": drop("gg:Duty", "gg:department"),
        "is a duty without words": drop("gg:Duty", "dct:description"),
    },
    "TeamShape": {"answers for no project": drop("gg:Team", "gg:responsibleFor")},
    "ProjectShape": {
        "has no title, or two": add("gg:Project", "dct:title", "'another'"),
        "stands on something that is no law": add("gg:Project", "gg:hasLegalBasis"),
        "has something that is no budget line": add("gg:Project", "gg:hasBudgetLine"),
    },
    "LawShape": {
        "has no kind of law": drop("gg:Law", "eli:type_document"),
        "is neither resolved nor unresolved": drop("gg:Law", "gg:resolved"),
        "has two jurisdictions": add("gg:Law", "gg:jurisdiction", "'another'"),
        "is a resolved law without jurisdiction": drop("gg:Law", "gg:jurisdiction"),
    },
    "ArticleShape": {
        "is part of no law": drop("gg:Article", "eli:is_part_of"),
        "has no number": drop("gg:Article", "eli:number"),
    },
    "CitationShape": {
        "cites no law": drop("gg:Citation", "gg:law"),
        "has no printed name": drop("gg:Citation", "gg:printed"),
        "is neither basis nor mention": drop("gg:Citation", "gg:isBasis"),
        "has no status of the law": put("gg:Citation", "gg:citationStatus"),
        "cites an article that is none": put("gg:Citation", "gg:article"),
    },
    "BudgetLineShape": {
        "has no item, or two": add("gg:BudgetLine", "gg:item", "'another'"),
        "is in no known table": put("gg:BudgetTotal", "gg:table", "'list'"),
    },
    "AmountShape": {
        "is no budget line's": put("gg:BudgetAmount", "obeu-dimension:budgetLine"),
        "has no fiscal year": put("gg:BudgetAmount", "obeu-dimension:fiscalYear", "2025"),
        "has no phase": drop("gg:BudgetAmount", "obeu-dimension:budgetPhase"),
        "is no whole number of won": put("gg:BudgetAmount", "obeu-measure:amount", "1.5"),
        "has no currency": drop("gg:BudgetAmount", "obeu-attribute:currency"),
        "is in no data set": drop("gg:BudgetAmount", "qb:dataSet"),
        "has no printed figure": drop("gg:BudgetAmount", "gg:printed"),
        "has no unit": drop("gg:BudgetAmount", "gg:unit"),
    },
    "LineMatchShape": {
        "has no detail line": put("gg:LineMatch", "gg:detailLine"),
        "has no summary line": drop("gg:LineMatch", "gg:summaryLine"),
        "is no known match": put("gg:LineMatch", "gg:matchKind", "'like'"),
    },
    "FacilityShape": {
        "has an unknown type": put("gg:Facility", "gg:facilityType"),
        "has an unknown status": put("gg:Facility", "gg:status"),
        "has an unreadable area": put("gg:Facility", "gg:area", "'wide'"),
        "has an unreadable number of rooms": put("gg:Facility", "gg:rooms", "'some'"),
        "has an unreadable number of staff": put("gg:Facility", "gg:facilityStaff", "'some'"),
        "is completed by an impossible share": put("gg:Facility", "gg:completion", "120.0"),
        "has an unreadable opening date": put("gg:Facility", "gg:opening", "'2025-02-30'^^xsd:date"),
        "has an unreadable term": put("gg:Facility", "gg:term", "'always'"),
        "has an unreadable construction period": put("gg:Facility", "gg:construction", "'soon'"),
        "has an unreadable budget": put("gg:Facility", "gg:statedBudget", "'much'"),
    },
    "FacilityOperationShape": {
        "is of no facility": put("gg:FacilityOperation", "gg:facility"),
        "names no operator": drop("gg:FacilityOperation", "gg:operator"),
    },
    "FacilityProjectShape": {
        "links no facility": put("gg:FacilityProject", "gg:facility"),
        "links no project": drop("gg:FacilityProject", "gg:project"),
        "is no known relation": put("gg:FacilityProject", "gg:relation"),
    },
    "FacilityBudgetShape": {
        "links no facility": put("gg:FacilityBudget", "gg:facility"),
        "links no budget line": drop("gg:FacilityBudget", "gg:budgetLine"),
        "is neither named nor shared": put("gg:FacilityBudget", "gg:match"),
    },
    "FacilityLawShape": {
        "links no facility": put("gg:FacilityLaw", "gg:facility"),
        "links no law": put("gg:FacilityLaw", "gg:law"),
        "stands on no citation": drop("gg:FacilityLaw", "gg:citation"),
        "goes through no project": drop("gg:FacilityLaw", "gg:project"),
        "has no strength": put("gg:FacilityLaw", "gg:strength"),
    },
    "PlacedShape": {
        "stands on no line of a document": drop("gg:Duty", "prov:wasDerivedFrom"),
        "stands on something that is no place in a document": put("gg:Duty", "prov:wasDerivedFrom"),
    },
    "DerivedHasRuleShape": {"is derived, but by no rule": drop("gg:LineMatch", "gg:rule")},
    "AttributeHasFactShape": {
        "has a property that no fact states or derives": add("gg:Facility", "gg:address", "'elsewhere'")
    },
    "FactHoldsShape": {"states something that the graph does not hold": drop("gg:Facility", "gg:address")},
    "OneFigureShape": {
        "is one of two figures for the same line, year and phase": """
            INSERT { <x:a> a gg:BudgetAmount ; ?p ?v ; obeu-measure:amount 1 }
            WHERE { ?x a gg:BudgetAmount ; obeu-measure:amount 15797378000 ; ?p ?v
              FILTER(?p != obeu-measure:amount) }"""
    },
    "BasisEdgeShape": {
        "has a legal basis that no citation states": """
            INSERT { ?x gg:hasLegalBasis ?y } WHERE { ?x a gg:Project . ?y a gg:Law }"""
    },
    "DerivedBasisEdgeShape": {
        "has a derived legal basis that nothing explains": """
            INSERT { ?x gg:hasDerivedLegalBasis ?y } WHERE { ?x a gg:Facility . ?y a gg:Law }"""
    },
    "FundedEdgeShape": {
        "has a budget line that nothing explains": """
            INSERT { ?x gg:fundedBy ?y } WHERE { ?x a gg:Facility . ?y a gg:BudgetLine }"""
    },
}
EVERY = [(shape, message, update) for shape, breaks in BREAKS.items() for message, update in breaks.items()]


def _few() -> list[Record]:
    """One record of each type, and what the mutations know: a facility's facts and a line's figures."""
    known = [r for r in LOADED.records if getattr(r, "facility", None) == HUB or getattr(r, "line", None) == DETAIL_HUB]
    return [*{type(record): record for record in LOADED.records}.values(), *known]


@cache
def _quads(few: bool) -> tuple[Quad, ...]:
    return (*quads(only(*_few()) if few else LOADED), *vocabulary_quads())


def _store(update: str = "", few: bool = False) -> Store:
    store = Store()
    store.extend(_quads(few))
    if update:
        before = set(store)
        store.update(f"WITH {GRAPH} {update}", prefixes=PREFIXES)
        assert set(store) != before, "the mutation changes nothing"
    return store


def _shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(data=ontology_text("shapes.ttl"), format="turtle")


def test_the_hand_made_reports_conform(tmp_path: Path) -> None:
    assert check(built(tmp_path, LOADED, SECOND, NOWHERE)) == []


@pytest.mark.parametrize(("shape", "message", "update"), EVERY, ids=[f"{shape}: {text}" for shape, text, _ in EVERY])
def test_what_is_broken_is_found(shape: str, message: str, update: str) -> None:
    found = check_store(_store(update))
    assert [row for row in found if f": {message}" in row.message], f"{shape} has found {found[:3]}"
    assert {row.kind for row in found} == {"shape"}


def test_every_message_of_the_shapes_has_its_mutation() -> None:
    graph = _shapes()
    written = set()
    for shape in graph.subjects(rdflib.RDF.type, SHACL.NodeShape):
        parts = (shape, *graph.objects(shape, SHACL.property), *graph.objects(shape, SHACL.sparql))
        name = str(shape).removeprefix(PREFIXES["gg"])
        written |= {(name, str(text)) for part in parts for text in graph.objects(part, SHACL.message)}
    assert {(shape, message) for shape, message, _ in EVERY} == written


def test_every_part_of_a_shape_says_what_is_wrong() -> None:
    graph = _shapes()
    nodes = {node for term in ("property", "sparql") for node in graph.objects(None, SHACL[term])}
    nested = {part for node in graph.objects(None, SHACL["or"]) for part in graph.items(node)}
    inner = {node for part in nested for node in graph.objects(part, SHACL.property)}
    assert [node for node in nodes - inner if not graph.value(node, SHACL.message)] == []


def test_a_row_names_the_thing_its_lines_and_its_source() -> None:
    store = _store(put("gg:Facility", "gg:area", "'wide'"))
    assert CheckResult(
        kind="shape",
        line="22",
        printed="wide",
        expected="",
        message="서울 양자 허브: has an unreadable area (gg:area)",
        source="reports/2025-01.txt",
    ) in check_store(store)


def test_rows_stand_in_the_order_of_the_text() -> None:
    lines = [int(row.line) for row in check_store(_store(drop("gg:BudgetAmount", "gg:unit")))]
    assert lines == sorted(lines)
    assert set(lines) == {15, 16, 17, 25, 30, 32, 33}


def _queries() -> dict[str, str]:
    graph = _shapes()
    found = ((str(shape).removeprefix(PREFIXES["gg"]), c) for shape, c in graph.subject_objects(SHACL.sparql))
    return {str(graph.value(c, SHACL.message)): shape for shape, c in found}


@pytest.mark.parametrize(("message", "name"), sorted(_queries().items()))
def test_shacl_alone_comes_to_the_same_judgement(message: str, name: str) -> None:
    """The SPARQL constraints are plain SHACL: pySHACL, which asks them node by node, finds the same nodes."""
    store, shapes = _store(BREAKS[name][message], few=True), _shapes()
    shape = shapes.cbd(rdflib.URIRef(PREFIXES["gg"] + name)) + shapes.cbd(rdflib.URIRef(PREFIXES["gg"].rstrip("#")))
    data = rdflib.Graph().parse(data=serialize(union(store), format=RdfFormat.N_TRIPLES), format="nt")
    _, report, _ = pyshacl.validate(data, shacl_graph=shape, inplace=True, inference="none")
    assert isinstance(report, rdflib.Graph), report
    results = report.subjects(SHACL.resultMessage, rdflib.Literal(message))
    query = shapes.value(shapes.value(None, SHACL.message, rdflib.Literal(message)), SHACL.select)
    rows = store.query(str(query), prefixes=PREFIXES, use_default_graph_as_union=True)
    assert isinstance(rows, QuerySolutions)
    assert {str(report.value(found, SHACL.focusNode)) for found in results} == {str(row["this"])[1:-1] for row in rows}
