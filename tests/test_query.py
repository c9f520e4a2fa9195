"""Questions in SPARQL: what comes back, how values are given, and what is said when it cannot be answered."""

from __future__ import annotations

import io
from decimal import Decimal
from pathlib import Path

import pytest
from geungeo.graph.query import parameters, run, run_within
from geungeo.graph.rows import Value
from geungeo.graph.saved import opened, read_header, saved
from geungeo.ontology.errors import GeungeoError, GraphError, QueryError
from pyoxigraph import Literal, NamedNode, Quad, Store

from .made_chains import store
from .made_graph import built

GG = "https://w3id.org/geungeo/ns#"
NAMES = "SELECT ?name WHERE { ?f a gg:Facility ; skos:prefLabel ?name } ORDER BY ?name"
SLOW = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
HEADED = """\
# title-ko: 항목
# description: What a row is,
#   told over two lines.
# param: year year ?y | the fiscal year
# columns: item,lines
# lines: lines = first last
# sort: item
SELECT ?item ?first ?last ?line WHERE {
  ?line a gg:BudgetLine ; gg:item ?item ; qb:observation/obeu-dimension:fiscalYear ?y ; prov:wasDerivedFrom ?span .
  ?span gg:firstLine ?first ; gg:lastLine ?last
}
"""


def _values(*terms: Literal) -> tuple[Value, ...]:
    made = Store()
    for at, term in enumerate(terms):
        made.add(Quad(NamedNode(f"http://x/{at}"), NamedNode("http://p"), term, NamedNode("http://g")))
    rows = run(made, "SELECT ?o WHERE { ?s ?p ?o } ORDER BY ?s").rows
    return tuple(row[0] for row in rows)


def test_a_query_sees_all_sources_and_knows_our_prefixes() -> None:
    rows = run(store(later=True), NAMES)
    assert rows.columns == ("name",)
    assert ("서울 양자 허브",) in rows.rows
    sources = run(store(later=True), "SELECT ?id WHERE { ?s a gg:Source ; dct:identifier ?id } ORDER BY ?id")
    assert sources.rows == (("laws/kr",), ("reports/2025-01.txt",), ("reports/2025-07.txt",))


def test_values_are_plain() -> None:
    xsd = "http://www.w3.org/2001/XMLSchema#"
    typed = [Literal(text, datatype=NamedNode(xsd + kind)) for text, kind in (("1.50", "decimal"), ("2025", "gYear"))]
    assert _values(Literal(5), Literal(True), *typed, Literal("말", language="ko"), Literal(0.5)) == (
        5,
        True,
        Decimal("1.50"),
        "2025",
        "말",
        0.5,
    )
    assert run(Store(), "SELECT ?x (IRI('http://x/') AS ?y) WHERE {}").rows == ((None, "http://x/"),)


def test_ask_and_construct() -> None:
    assert run(store(), "ASK { ?f a gg:Facility }").rows == ((True,),)
    made = run(store(), "CONSTRUCT { ?f skos:prefLabel ?n } WHERE { ?f a gg:Facility ; skos:prefLabel ?n }")
    assert made.columns == ("subject", "predicate", "object")
    assert len(made.rows) == 8
    assert 'skos:prefLabel "서울 양자 허브"' in made.turtle
    told = run(store(), "DESCRIBE ?f WHERE { ?f skos:prefLabel '서울 양자 허브' }")
    assert "gg:facilityType" in told.turtle or "gg:status" in told.turtle


def test_star_gives_the_columns_as_the_query_names_them() -> None:
    assert run(store(), "SELECT * WHERE { ?z ?y ?x } LIMIT 1").columns == ("z", "y", "x")


@pytest.mark.parametrize(
    ("given", "found"),
    [({"name": "서울 양자 허브"}, 1), ({"name": "없음"}, 0), ({"f": "<https://w3id.org/geungeo/id/facility/x>"}, 0)],
)
def test_any_variable_of_ones_own_query_takes_a_value(given: dict[str, str], found: int) -> None:
    assert len(run(store(), NAMES, given).rows) == found


def test_a_number_is_a_number_and_a_hostile_text_is_text() -> None:
    count = "SELECT (COUNT(*) AS ?n) WHERE { ?s gg:quota ?q FILTER(?q = ?wanted) }"
    assert run(store(), count, {"wanted": "41"}).rows == ((2,),)
    assert run(store(), count, {"wanted": '41) } SERVICE <http://x> { ?a ?b "c'}).rows == ((0,),)


@pytest.mark.parametrize(
    ("query", "given", "words"),
    [
        (NAMES, {"nam": "x"}, "the query has no parameter 'nam'"),
        (NAMES, {"f": "<no iri>"}, "f is <no iri>, which is no IRI"),
        ("SELECT ?x WHERE { BIND(1 AS ?x) }", {"x": "2"}, "the query sets ?x itself"),
        ("SELECT ?g WHERE { GRAPH ?g { ?s ?p ?o } }", {"g": "text"}, "a parameter does not fit into the query"),
        ("SELECT ?x WHERE { ?x ex:y 1 }", {}, "the prefix ex: is not declared"),
    ],
)
def test_a_value_that_does_not_fit_is_an_error(query: str, given: dict[str, str], words: str) -> None:
    with pytest.raises(QueryError) as error:
        run(store(), query, given)
    assert words in str(error.value)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"project": "없는 사업"}, "nothing is called '없는 사업'"),
        ({"phase": "orginal"}, "'orginal' is no phase; one of original, carryover"),
        ({"year": "’25"}, "year is '’25', expected a whole number"),
        ({"colour": "red"}, "it takes department, project, table, year, phase"),
    ],
)
def test_a_saved_query_says_what_its_parameters_take(given: dict[str, str], words: str) -> None:
    with pytest.raises(GeungeoError) as error:
        run(store(), saved("budgets"), given)
    assert words in str(error.value)


def test_a_header_gives_columns_lines_and_typed_parameters() -> None:
    query = read_header(HEADED, "mine.rq")
    assert (query.title_ko, query.description) == ("항목", "What a row is, told over two lines.")
    rows = run(store(), query, {"year": "2024"})
    assert rows.columns == ("item", "lines")
    items = ("서울 양자 허브 운영", "은평점 조성", "창업 거점 조성", "한강 실험실 운영")
    assert rows.rows == tuple(zip(items, ("16", "33", "17", "17"), strict=True))
    assert run(store(), query, {"year": "2024"}, wide=True).columns == ("item", "lines", "line")


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("# param: year ?y", "declares the parameter 'year ?y' wrongly"),
        ("# lines: first", "declares the lines 'first' wrongly"),
        ("# columns: a,b", "speaks of ?b, which is not selected"),
        ("# join: c", "speaks of ?c, which is not selected"),
    ],
)
def test_a_wrong_header_is_an_error(header: str, words: str) -> None:
    with pytest.raises(QueryError) as error:
        run(store(), read_header(f"{header}\nSELECT (1 AS ?a) WHERE {{}}", "mine.rq"))
    assert str(error.value).startswith("mine.rq: ")
    assert words in str(error.value)


def test_several_values_share_a_cell_in_the_order_of_their_lines() -> None:
    values = "VALUES (?a ?b ?first ?last) { (1 'z|y' 3 4) (1 'x' 1 1) (2 UNDEF UNDEF UNDEF) (1 'x' 9 9) }"
    header = "# columns: a,b,line\n# lines: line = first last\n# join: b\n"
    rows = run(Store(), f"{header}SELECT ?a ?b ?first ?last WHERE {{ {values} }}")
    assert rows.rows == ((1, "x|z|y", "1|3|4|9"), (2, None, None))


def test_a_query_may_come_from_a_file_or_from_standard_input(tmp_path: Path) -> None:
    file = tmp_path / "mine.rq"
    file.write_text(f"\ufeff{HEADED}", encoding="utf-8")
    assert opened(str(file), io.BytesIO()).columns == ("item", "lines")
    assert opened("-", io.BytesIO(NAMES.encode())).text == NAMES
    assert opened("laws", io.BytesIO()) == saved("laws")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("gone.rq", None, "No such file or directory"),
        ("bad.rq", "SELECT 1\n\udcff".encode("utf-8", "surrogateescape"), ":2: is not UTF-8"),
    ],
)
def test_a_query_file_that_cannot_be_read(tmp_path: Path, name: str, content: bytes | None, words: str) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(QueryError) as error:
        opened(str(tmp_path / name), io.BytesIO())
    assert words in str(error.value)
    assert name in str(error.value)


def test_an_unknown_name_is_told_the_nearest() -> None:
    with pytest.raises(QueryError, match=r"no saved query is called 'facility_law'; did you mean facility-laws"):
        saved("facility_law")


def test_parameters_are_pairs() -> None:
    assert parameters(["a=1", "b=x=y", "c="]) == {"a": "1", "b": "x=y", "c": ""}
    with pytest.raises(QueryError, match="'nothing' is no parameter"):
        parameters(["nothing"])


def test_a_query_within_its_time_answers_as_any(tmp_path: Path) -> None:
    graph = built(tmp_path)
    expected = run(graph.store, saved("facilities"))
    assert run_within(60, tmp_path, saved("facilities")) == expected


def test_a_query_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    built(tmp_path)
    with pytest.raises(QueryError, match="took longer than"):
        run_within(1.5, tmp_path, SLOW)


def test_an_error_comes_back_from_the_other_process(tmp_path: Path) -> None:
    built(tmp_path / "graph")
    with pytest.raises(QueryError, match="the prefix ex: is not declared"):
        run_within(60, tmp_path / "graph", "SELECT ?x WHERE { ?x ex:y 1 }")
    with pytest.raises(GraphError, match="there is no graph here"):
        run_within(60, tmp_path / "nowhere", NAMES)
