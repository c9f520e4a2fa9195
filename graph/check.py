"""What is wrong with a graph: SHACL's violations, each with the thing, its lines and a sentence.

Two engines share `shapes.ttl`. pySHACL judges the core constraints, on the triples that they can look at; its time goes
with nodes × constraints. The SPARQL constraints are asked once each in Oxigraph, with $this unbound: pySHACL would ask
them for every node apart, which takes minutes on a real report for what here takes a fraction of a second.

What is judged are the reports: registers of laws are left out: millions of triples of one form, made of files that
were judged when they were read, would take minutes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, QuerySolutions, Store, Triple
from pyshacl import validate

from ..ontology.errors import GraphError
from ..ontology.prefixes import PREFIXES
from ..ontology.texts import ontology_text
from .store import GraphFolder

SHACL = rdflib.Namespace("http://www.w3.org/ns/shacl#")
_LABELS = ("skos:prefLabel", "dct:title", "gg:item", "dct:description", "gg:printed", "gg:quote")


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One row of `check`. `line` holds 1-based lines joined by `|`; `source` tells of which document.

    `certainty` is a code; a violation of the shapes has none.
    """

    kind: str
    line: str
    printed: str
    expected: str
    message: str
    source: str = ""
    certainty: str = ""


@dataclass(frozen=True, slots=True)
class _Violation:
    node: str
    path: str
    value: str
    message: str


def check(graph: GraphFolder) -> list[CheckResult]:
    """The violations of `shapes.ttl` in the union of all reports, by source and line; none if the graph conforms."""
    return check_store(graph.store)


def check_store(store: Store) -> list[CheckResult]:
    """The same for a store that is no folder, or not yet."""
    shapes, graphs = _shapes(), _judged(store)
    violations = {*_by_query(shapes, store, graphs), *_by_pyshacl(shapes, store, graphs)}
    rows = {_result(store, violation) for violation in violations}
    return sorted(rows, key=lambda row: (row.source, _first(row.line), row.message, row.printed))


def _first(line: str) -> int:
    return int(line.split("|")[0] or 0)


def _judged(store: Store) -> list[NamedNode]:
    """The graphs that are no register."""
    registers = {quad.subject for quad in store.quads_for_pattern(None, _term("rdf:type"), _term("gg:Register"))}
    return [graph for graph in store.named_graphs() if isinstance(graph, NamedNode) and graph not in registers]


def _shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(data=ontology_text("shapes.ttl"), format="turtle")


def _by_query(shapes: rdflib.Graph, store: Store, graphs: Sequence[NamedNode]) -> Iterator[_Violation]:
    for constraint in set(shapes.objects(None, SHACL.sparql)):
        query, message = shapes.value(constraint, SHACL.select), shapes.value(constraint, SHACL.message)
        rows = store.query(str(query), prefixes=PREFIXES, default_graph=list(graphs))
        assert isinstance(rows, QuerySolutions)
        names = {variable.value for variable in rows.variables}
        for row in rows:
            path, value = (_text(row[name]) if name in names else "" for name in ("path", "value"))
            yield _Violation(_text(row["this"]), path, value, str(message))


def _text(term: object) -> str:
    return term.value if isinstance(term, NamedNode | Literal | BlankNode) else ""


def _by_pyshacl(shapes: rdflib.Graph, store: Store, graphs: Sequence[NamedNode]) -> Iterator[_Violation]:
    core = rdflib.Graph()
    core += (triple for triple in shapes if triple[1] != SHACL.sparql)
    _, report, _ = validate(_looked_at(core, store, graphs), shacl_graph=core, inplace=True, inference="none")
    if not isinstance(report, rdflib.Graph):
        raise GraphError(f"the graph cannot be checked: {report}")
    for result in report.subjects(rdflib.RDF.type, SHACL.ValidationResult):
        node, path, value, message = (
            str(report.value(result, predicate) or "")
            for predicate in (SHACL.focusNode, SHACL.resultPath, SHACL.value, SHACL.resultMessage)
        )
        yield _Violation(node, path, value, message)


def _looked_at(shapes: rdflib.Graph, store: Store, graphs: Sequence[NamedNode]) -> rdflib.Graph:
    """The triples on which the core constraints depend: their paths, and the types and sub-classes of their classes."""
    paths = _values(shapes, "path", "lessThanOrEquals", "targetSubjectsOf") | {str(rdflib.RDFS.subClassOf)}
    data = rdflib.Graph()
    for path in sorted(paths):
        for quad in _found(store, graphs, path, None):
            data.add((_to_rdflib(quad.subject), _resource(path), _to_rdflib(quad.object)))
    for one in sorted(_values(shapes, "class", "targetClass")):
        for quad in _found(store, graphs, str(rdflib.RDF.type), NamedNode(one)):
            data.add((_to_rdflib(quad.subject), rdflib.RDF.type, _resource(one)))
    return data


def _found(store: Store, graphs: Sequence[NamedNode], predicate: str, value: NamedNode | None) -> Iterator[Quad]:
    for graph in graphs:
        yield from store.quads_for_pattern(None, NamedNode(predicate), value, graph)


@lru_cache(maxsize=65536)
def _resource(address: str) -> rdflib.URIRef:
    # Made once: rdflib examines each address anew.
    return rdflib.URIRef(address)


def _to_rdflib(term: NamedNode | BlankNode | Literal | Triple) -> rdflib.URIRef | rdflib.Literal:
    if not isinstance(term, Literal):
        return _resource(_text(term))
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    datatype = _resource(term.datatype.value)
    return rdflib.Literal(term.value, datatype=None if datatype == rdflib.XSD.string else datatype)


def _values(shapes: rdflib.Graph, *terms: str) -> set[str]:
    return {str(value) for term in terms for value in shapes.objects(None, SHACL[term])}


def _result(store: Store, violation: _Violation) -> CheckResult:
    node = NamedNode(violation.node)
    spans = [quad.object for quad in store.quads_for_pattern(node, _term("prov:wasDerivedFrom"), None)]
    lines = {int(text) for span in (*spans, node) for text in _said(store, span, "gg:firstLine") if text.isdecimal()}
    sources = {name for span in (*spans, node) for name in _sources(store, span)}
    label = next((text for name in _LABELS for text in _said(store, node, name)), violation.node)
    path = f" ({_short(violation.path)})" if violation.path else ""
    return CheckResult(
        kind="shape",
        line="|".join(map(str, sorted(lines))),
        printed=violation.value,
        expected="",
        message=f"{label}: {violation.message}{path}",
        source="|".join(sorted(sources)),
    )


def _term(name: str) -> NamedNode:
    prefix, local = name.split(":", 1)
    return NamedNode(PREFIXES[prefix] + local)


def _said(store: Store, node: object, name: str) -> list[str]:
    if not isinstance(node, NamedNode):
        return []
    return sorted({_text(quad.object) for quad in store.quads_for_pattern(node, _term(name), None)})


def _sources(store: Store, span: object) -> list[str]:
    found = [NamedNode(source) for source in _said(store, span, "oa:hasSource")]
    return [name for source in found for name in _said(store, source, "dct:identifier")]


def _short(address: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if address.startswith(namespace):
            return f"{prefix}:{address.removeprefix(namespace)}"
    return address
