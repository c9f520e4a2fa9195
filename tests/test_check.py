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

from .breaks import BREAKS, drop, put
from .made import DETAIL_HUB, HUB, LOADED
from .made_graph import built, only
from .made_later import NOWHERE, SECOND

GRAPH = f"<{DEFAULT_BASE}source/reports%2F2025-01.txt>"

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
