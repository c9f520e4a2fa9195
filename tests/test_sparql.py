"""Queries as text: what is refused, where a mistake is said to be, how values are put in."""

from __future__ import annotations

import pytest
from geungeo.graph.sparql import bind, checked, explained
from geungeo.ontology.errors import QueryError
from geungeo.ontology.prefixes import PREFIXES
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Store

REMOTE = "<http://127.0.0.1:9/> { ?s ?p ?o }"
SPOKEN = """?s ?p ?a . FILTER( ?a < ?b # > ''' " ' ) ( || BIND(1 AS ?z) <http://a#> x:y x: 1 1e5 true { } << <<( )>>
= - ; , EXISTS{ IN( VALUES @ko ^^ _:b a"""
PIECES = (*SPOKEN.split(), "\n")


@pytest.mark.parametrize(
    "query",
    [
        f"SELECT * {{ SERVICE {REMOTE} }}",
        f"SELECT * {{ service silent {REMOTE} }}",
        "SELECT * { BIND(<http://127.0.0.1:9/> AS ?v) SERVICE ?v { ?s ?p ?o } }",
        "PREFIX x: <http://127.0.0.1:9/> SELECT * { SERVICEx:y{ ?s ?p ?o } }",
        f"SELECT * {{ ?s ?p 1SERVICE {REMOTE} }}",
        f"SELECT * {{ ?s ?p ?o FILTER(1<2)SERVICE {REMOTE} }}",
        f"SELECT * {{ ?s ?p ?a, ?b FILTER(?a<=?b#>'''\n) SERVICE {REMOTE} #'''\n}}",
        f"SELECT * {{ ?s ?p ?a, ?b FILTER(?a<?b#>'''\n) SERVICE {REMOTE} #'''\n}}",
        f"PREFIX x: <http://x/> SELECT * {{ ?s ?p x:-1e5SERVICE {REMOTE} }}",
        f"PREFIX x: <http://x/> SELECT * {{ ?s ?p x:.SERVICE {REMOTE} }}",
    ],
)
def test_service_is_refused_however_it_is_written(query: str) -> None:
    with pytest.raises(QueryError, match="SERVICE reaches out to the network"):
        checked(query)


@pytest.mark.parametrize(
    "query",
    [
        f'SELECT ("SERVICE {REMOTE}" AS ?x) {{ ?s ?p ?o }}',
        f"SELECT * {{ ?s ?p '''SERVICE\n{REMOTE}'''@ko }}",
        f"# SERVICE {REMOTE}\nSELECT * {{ ?s ?p ?o }} # SERVICE",
        "PREFIX service: <http://service/> SELECT ?service { ?service service:service <http://x/SERVICE#service> }",
        "SELECT * { ?s <http://x#service> ?o FILTER(?s = <http://x/service> || ?o < 3) }",
    ],
)
def test_the_word_service_elsewhere_is_no_service(query: str) -> None:
    Store().query(checked(query).text)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=7), st.lists(st.sampled_from(PIECES), max_size=4), st.booleans())
def test_nothing_that_the_engine_reads_as_service_gets_through(
    before: list[str], after: list[str], tight: bool
) -> None:
    glue = "" if tight else " "
    body = glue.join([*before, f"SERVICE {REMOTE}", *after])
    query = f"PREFIX x: <http://127.0.0.1:9/> ASK {{ {body} }}"
    try:
        Store().query(query.replace("SERVICE", "SERVIXE"))
        return  # the word stands in a text or a comment
    except SyntaxError:
        pass
    try:
        checked(query)
    except QueryError:
        return
    with pytest.raises(SyntaxError):
        Store().query(query)


@pytest.mark.parametrize(
    "word", ["LOAD <http://x>", "INSERT DATA {}", "drop all", "PREFIX a: <http://b/> DELETE {} WHERE {}"]
)
def test_updates_are_refused_by_name(word: str) -> None:
    with pytest.raises(QueryError, match="changes a graph, only reading is allowed"):
        checked(word)


@pytest.mark.parametrize(
    ("query", "place", "words"),
    [
        ("SELECT ?o WHERE {\n ?s ?p ?o . FOO\n}", "mine.rq:2: column 13:", "FOO is no word of SPARQL"),
        ("SELECT ?o {\n ?s ex:p ?o \n}", "mine.rq:2: column 5:", "the prefix ex: is not declared"),
        ("SELECT ?o {\n {?s ?p ?o\n}", "mine.rq:1: column 11:", "this { is never closed"),
        ("SELECT ?o { ?s ?p ?o ) }", "mine.rq:1: column 22:", "nothing is open that this ) could close"),
        ("SELECT ?o { ?s ?p 'a\n }", "mine.rq:1: column 19:", "this quote is never closed"),
        ("SELECT ?o { ?s ?p ?o } LIMIT", "mine.rq:1: column 29:", "not SPARQL from here"),
        ("SELECT ?x { ?s gg:a ?x . ?x \n}", "mine.rq:2:", "not SPARQL from here"),
    ],
)
def test_a_mistake_is_said_to_be_where_it_is(query: str, place: str, words: str) -> None:
    asked = checked(query, "mine.rq")
    with pytest.raises(SyntaxError) as refused:
        Store().query(query, prefixes=PREFIXES)
    said = str(explained(asked, str(refused.value), PREFIXES))
    assert said.startswith(place)
    assert words in said
    assert "\n" not in said


@pytest.mark.parametrize(
    ("query", "words"),
    [("", "the query is empty"), ("# nothing", "the query is empty"), ("hello", "'hello' is no query")],
)
def test_what_is_no_query_is_told_how_one_begins(query: str, words: str) -> None:
    with pytest.raises(QueryError, match=f"{words}.*begins with SELECT"):
        checked(query)


def test_a_value_takes_the_place_of_its_variable_everywhere() -> None:
    query = checked("SELECT ?k (COUNT(?o) AS ?n) { ?s ?p ?o FILTER(?o = $k) } GROUP BY ?k ORDER BY ?k ?n")
    bound = bind(query, {"k": '"x"'})
    assert (
        bound == 'SELECT ("x" AS ?k) (COUNT(?o) AS ?n) { ?s ?p ?o FILTER(?o = "x") } GROUP BY ("x") ORDER BY ("x") ?n'
    )
    Store().query(bound)


def test_a_value_makes_bound_true_and_reaches_inner_queries() -> None:
    query = checked("SELECT * { ?s ?p ?o FILTER(!BOUND( ?k ) || ?o = ?k) { SELECT DISTINCT ?k ?s { ?s ?k ?o } } }")
    bound = bind(query, {"k": "<http://x/>"})
    assert "!true || ?o = <http://x/>" in bound
    assert "SELECT DISTINCT  ?s { ?s <http://x/> ?o }" in bound
    Store().query(bound)


def test_an_inner_query_still_selects_something() -> None:
    bound = bind(checked("SELECT ?k ?n { ?k ?p ?n { SELECT ?k { ?k ?q ?r } } }"), {"k": "<http://x/>"})
    assert "{ SELECT (true AS ?_) { <http://x/> ?q ?r } }" in bound
    Store().query(bound)


@given(st.text())
def test_no_text_escapes_from_its_quotes(text: str) -> None:
    store = Store()
    bound = bind(checked("SELECT ?k ?s { ?s ?p ?k FILTER(?s = ?k) }"), {"k": str(Literal(text))})
    store.query(bound)
    assert "SERVICE" not in bound.upper().replace(str(Literal(text)).upper(), "")


def test_a_variable_that_the_query_sets_takes_no_value() -> None:
    with pytest.raises(QueryError, match=r"column 23: the query sets \?k itself"):
        bind(checked("SELECT * { BIND(1 AS  ?k) }"), {"k": str(NamedNode("http://x/"))})
