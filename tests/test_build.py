"""Records to quads: what each record becomes, in any order, with its place and its rule."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

import pytest
from geungeo.graph.build import quads
from geungeo.graph.labels import one_label
from geungeo.ontology.errors import GraphError
from geungeo.ontology.iris import DEFAULT_BASE
from geungeo.ontology.prefixes import PREFIXES
from geungeo.ontology.records import (
    Amount,
    BudgetLine,
    ChapterCoverage,
    Facility,
    FacilityFact,
    FacilityLaw,
    FacilityName,
    Loaded,
    Record,
    Span,
    UnreadLine,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store

from . import made
from .made import LOADED
from .made_graph import asks, only, plain
from .made_later import NOWHERE
from .made_text import TEXT, at

SOURCE_IRI = f"{DEFAULT_BASE}source/reports%2F2025-01.txt"
_FACILITY_LAWS = [record for record in LOADED.records if isinstance(record, FacilityLaw)]
_Value = TypeVar("_Value")


def test_everything_is_in_the_graph_of_its_source_and_has_a_name() -> None:
    found = quads(LOADED)
    assert {quad.graph_name for quad in found} == {NamedNode(SOURCE_IRI)}
    assert not [quad for quad in found if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode)]
    assert len(set(found)) == len(found)


@settings(max_examples=20, deadline=None)
@given(st.permutations(LOADED.records))
def test_the_order_of_records_does_not_matter(records: list[Record]) -> None:
    assert set(quads(only(*records))) == set(quads(LOADED))


def test_saying_it_twice_changes_nothing() -> None:
    assert set(quads(only(*LOADED.records, *LOADED.records))) == set(quads(LOADED))


def test_what_a_record_refers_to_is_described_too() -> None:
    alone = only(_FACILITY_LAWS[0])
    for kind in ("Facility", "Project", "Department", "Law", "Citation", "BudgetLine"):
        assert asks(alone, f"?x a gg:{kind} ; prov:wasDerivedFrom ?span" if kind != "Law" else "?x a gg:Law")


def test_spans_are_true_to_the_text() -> None:
    store = Store()
    store.extend(quads(LOADED))
    rows: Any = store.query(
        "SELECT ?span ?quote ?first ?last ?exact ?lines WHERE { ?span a oa:SpecificResource ; gg:quote ?quote ; "
        "gg:firstLine ?first ; gg:lastLine ?last ; oa:hasSelector [ oa:exact ?exact ], [ rdf:value ?lines ; "
        "dct:conformsTo <http://tools.ietf.org/rfc/rfc5147> ] }",
        prefixes=PREFIXES,
        use_default_graph_as_union=True,
    )
    lines = TEXT.splitlines()
    seen = 0
    for row in rows:
        start, end = map(int, row["span"].value.rpartition("/")[2].split("-"))
        assert TEXT[start:end] == row["quote"].value == row["exact"].value
        assert row["quote"].value in lines[int(row["first"].value) - 1]
        assert row["lines"].value == f"line={int(row['first'].value) - 1},{row['last'].value}"
        seen += 1
    said = tuple(r for r in LOADED.records if not isinstance(r, ChapterCoverage | UnreadLine))
    assert seen == len({(s.start, s.end) for s in _spans(said)})


def _spans(value: object) -> set[Span]:
    if isinstance(value, Span):
        return {value}
    parts = (
        value if isinstance(value, tuple) else [getattr(value, n) for n in getattr(value, "__dataclass_fields__", ())]
    )
    return {span for part in parts for span in _spans(part)}


def _moved(value: _Value, by: int) -> _Value:
    """The same records in a text with more lines before."""
    return cast(_Value, _moved_object(value, by))


def _moved_object(value: object, by: int) -> object:
    if isinstance(value, Span):
        moved = replace(value, first_line=value.first_line + by, last_line=value.last_line + by)
        return replace(moved, start=value.start + 100 * by, end=value.end + 100 * by)
    if isinstance(value, tuple):
        return tuple(_moved_object(part, by) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _moved_object(getattr(value, f.name), by) for f in fields(value)})
    return value


def test_lines_added_above_change_no_address_but_the_spans() -> None:
    def things(loaded: Loaded) -> set[str]:
        return {str(quad.subject) for quad in quads(loaded) if not re.search("/(?:span|lines)/", str(quad.subject))}

    assert things(LOADED) == things(_moved(LOADED, 7))


def _line(item: str, row: int, project: bool = True) -> BudgetLine:
    return BudgetLine("detail", item, made.POLICY, made.HUB_PROJECT if project else None, False, at("운영", row))


def test_two_rows_of_one_name_stay_two_lines() -> None:
    first, second = _line("운영비", 19), _line("운영 비", 25)
    found = quads(only(Amount(second, 2025, "original", 5, "5", "원", second.span), first, second))
    lines = {str(q.subject) for q in found if str(q.object) == f"<{PREFIXES['gg']}BudgetLine>"}
    assert len(lines) == 2
    assert asks(
        only(
            Amount(first, 2025, "original", 5, "5", "원", first.span),
            Amount(second, 2025, "original", 5, "5", "원", second.span),
        ),
        "?a a gg:BudgetAmount ; obeu-dimension:budgetLine ?l . ?b a gg:BudgetAmount ; obeu-dimension:budgetLine ?m . "
        'FILTER(?l != ?m && STRENDS(STR(?m), "/~2") && !STRENDS(STR(?l), "/~2"))',
    )


def test_the_year_of_a_line_is_the_latest_of_its_figures() -> None:
    assert asks(LOADED, '?l gg:item "창업 거점 조성" FILTER(CONTAINS(STR(?l), "/2025/"))')
    assert asks(only(_line("운영비", 25)), '?l gg:item "운영비" FILTER(CONTAINS(STR(?l), "/2025/"))')
    undated = replace(only(_line("운영비", 25)), source=replace(made.SOURCE, as_of=""))
    assert asks(undated, '?l gg:item "운영비" FILTER(CONTAINS(STR(?l), "/~/"))')


def test_two_citations_of_one_law_stay_two_mentions() -> None:
    again = replace(made.BILL_MENTION, span=at("논의", 35), context="다시")
    found = quads(only(made.BILL_MENTION, again))
    assert len({str(q.subject) for q in found if str(q.object) == f"<{PREFIXES['gg']}Citation>"}) == 2


def test_two_spellings_give_one_label() -> None:
    spaced, closed = (
        Facility("서울 양자 허브", "", at("서울 양자 허브", 22)),
        Facility("서울양자허브", "", at("서울양자허브", 25)),
    )
    for records in ((spaced, closed), (closed, spaced)):
        assert asks(only(*records), '?x skos:prefLabel "서울 양자 허브" ; skos:altLabel "서울양자허브"')
        assert not asks(only(*records), '?x skos:prefLabel "서울양자허브"')


def test_labels_with_a_language_are_left_alone() -> None:
    label = NamedNode(f"{PREFIXES['skos']}prefLabel")
    both = {
        Quad(NamedNode("https://x/"), label, Literal(text, language=of)) for text, of in (("가", "ko"), ("a", "en"))
    }
    assert one_label(both) == both


def test_a_source_without_city_and_bureau_shares_nothing() -> None:
    here = {str(q.subject) for q in quads(LOADED) if "/source/" not in str(q.subject)}
    lost = {str(q.subject) for q in quads(NOWHERE)}
    assert lost & here == set()
    assert not asks(NOWHERE, "?x a gg:City") and not asks(NOWHERE, "?x org:unitOf ?y")


def test_the_base_is_configurable() -> None:
    for quad in quads(LOADED, "https://data.example.org/x"):
        assert DEFAULT_BASE not in str(quad)


def _fact(property: str, value: str, rule: str = "") -> FacilityFact:
    return FacilityFact(made.HUB, property, value, value, rule, at("서울 양자 허브", 22))


@pytest.mark.parametrize(
    ("record", "message"),
    [
        (
            _fact("status", "operating", "a-guess"),
            "reports/2025-01.txt:22: no rule is called 'a-guess'; add a reviewed row",
        ),
        (_fact("type", "castle"), "reports/2025-01.txt:22: no type is called 'castle'"),
        (_fact("colour", "red"), "reports/2025-01.txt:22: a facility has no property 'colour'"),
        (
            FacilityName(replace(made.HUB, name="「 」"), "x", at("서울 양자 허브", 22)),
            "reports/2025-01.txt:22: '「 」' is no name",
        ),
        (replace(_FACILITY_LAWS[-1], rule="a-guess"), "reports/2025-01.txt:28: no rule is called 'a-guess'"),
    ],
)
def test_a_record_that_cannot_be_written_fails_loudly(record: Record, message: str) -> None:
    with pytest.raises(GraphError) as caught:
        quads(only(record))
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    ("property", "value", "term"),
    [
        ("area", "10220.50", '"10220.5"^^xsd:decimal'),
        ("area", "1E+3", '"1000"^^xsd:decimal'),
        ("area", "넓음", '"넓음"'),
        ("area", "NaN", '"NaN"'),
        ("rooms", "12", '"12"^^xsd:integer'),
        ("rooms", "１２", '"１２"'),
        ("opening", "2025", '"2025"^^xsd:gYear'),
        ("opening", "2025-03-02", '"2025-03-02"^^xsd:date'),
        ("opening", "곧", '"곧"'),
    ],
)
def test_values_keep_what_is_known_of_them(property: str, value: str, term: str) -> None:
    assert asks(only(_fact(property, value)), f"?f a gg:Fact ; rdf:object {term} . ?x gg:{property} {term}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("가\x00나\x0b다\x1f라", "가\ufffd나\ufffd다\ufffd라"),
        ("가\ud800나\udfff", "가\ufffd나\ufffd"),
        ("가\ufffe나\uffff", "가\ufffd나\ufffd"),
        ("가\r\n나\r다\t라", "가\n나\n다\t라"),
        ('<script>alert("1")</script>\'\\', '<script>alert("1")</script>\'\\'),
        ("가\u202e나\u2028다\u0085라", "가\u202e나\u2028다\u0085라"),
        ("긴" * 10_000, "긴" * 10_000),
    ],
)
def test_hostile_text_becomes_a_legal_literal_of_the_same_length(text: str, expected: str) -> None:
    hostile = Facility(text, "", Span(made.SOURCE.id, 0, len(text), 1, 1, text))
    found = {plain(quad)[2] for quad in quads(only(hostile, FacilityName(hostile, text, hostile.span)))}
    assert str(Literal(expected)) in found


def test_a_network_that_is_itself_a_branch_has_one_address() -> None:
    hub = replace(made.HUB, name="한강 거점", network="")
    branch = replace(made.HUB, name="한강 거점 동쪽", network="한강 거점")
    part = replace(made.HUB, name="작은 부엌", network="한강 거점 동쪽")
    said = {plain(quad) for quad in quads(only(hub, branch, part))}
    networks = {(s, o) for s, p, o in said if p.endswith("#network>") or p.endswith("#network")}
    assert len(networks) == 2
    assert {o for _, o in networks} <= {s for s, p, _ in said if "prefLabel" in p}
    assert len({s for s, p, o in said if "prefLabel" in p and "한강 거점 동쪽" in o}) == 1
