"""The graph as rows for the map: every thing once, every link between things that are there, facts with their lines."""

from __future__ import annotations

from collections import Counter

import pytest
from geungeo.graph.names import find
from geungeo.graph.network import TYPES, map_rows, rows_of
from geungeo.graph.walk import Walk
from geungeo.ontology.errors import GeungeoError
from geungeo.visualize.network import network_from

from .made_chains import store


def _id(name: str, kind: str) -> str:
    return find(store(), name, (kind,))[0].iri


def test_the_map_takes_the_rows_as_they_are() -> None:
    rows = map_rows([quad for quad in store(later=True) if "/source/laws" not in str(quad.graph_name)])
    network = network_from(rows.nodes, rows.edges, rows.sources)
    assert {node.type for node in network.nodes} == set(TYPES)
    assert [source.id for source in network.sources] == ["reports/2025-01.txt", "reports/2025-07.txt"]
    assert all(fact.source and fact.lines for node in network.nodes for fact in node.facts if fact.quote)


def test_a_reconciled_line_is_one_node_and_totals_are_none() -> None:
    rows = map_rows(list(store()))
    lines = {row["label"]: row for row in rows.nodes if row["type"] == "budget_line"}
    assert set(lines) == {
        "서울양자허브 운영",
        "창업 거점 조성",
        "마포점 조성",
        "은평점 조성",
        "한강 실험실 운영",
        "봄내 공방 운영",
    }
    assert lines["서울양자허브 운영"]["amount_krw"] == 15_797_378_000
    values = [fact["value"] for fact in lines["서울양자허브 운영"]["facts"]]
    assert "15,797,378 천원 = 15,797,378,000원 (예산 집행 현황표)" in values
    assert "15,797 백만원 = 15,797,000,000원 (예산 총괄표)" in values


def test_a_node_says_what_is_known_with_line_quote_and_rule() -> None:
    (hub,) = [row for row in map_rows(list(store())).nodes if row["label"] == "서울 양자 허브"]
    assert (hub["subtitle"], hub["status"], hub["amount_krw"]) == ("창업지원시설", "운영 중", 15_797_378_000)
    facts = {fact["label_en"]: fact for fact in hub["facts"]}
    assert facts["address"]["value"] == facts["address"]["quote"] == "서초구 태봉로 7"
    assert (facts["address"]["lines"], facts["address"]["basis"], facts["address"]["rule"]) == ("22", "stated", "")
    assert (facts["status"]["basis"], facts["status"]["rule"]) == ("derived", "사업 행위로 본 상태")


def test_links_say_how_they_are_known() -> None:
    rows = map_rows(list(store()))
    assert set(Counter(edge["type"] for edge in rows.edges)) == {
        "competent", "legal_basis", "budget", "funds", "facility_of", "facility_law", "branch", "partner",
    }  # fmt: skip
    labels = {node["id"]: node["label"] for node in rows.nodes}
    (funds,) = [edge for edge in rows.edges if edge["type"] == "funds" and labels[edge["target"]] == "서울 양자 허브"]
    assert labels[funds["source"]] == "서울양자허브 운영"
    assert (funds["label_ko"], funds["basis"], funds["rule"]) == ("단독", "derived", "예산 항목이 시설을 명시")
    ends = {edge[end] for edge in rows.edges for end in ("source", "target")}
    assert ends <= {node["id"] for node in rows.nodes}


def test_a_focus_shows_what_is_near() -> None:
    rows = map_rows(list(store()))
    hub = _id("서울양자허브", "facility")
    labels = [{node["label"] for node in rows.around([hub], depth).nodes} for depth in (0, 1, 2)]
    assert labels[0] == {"서울 양자 허브"}
    assert {"양자산업 거점 운영", "서울양자허브 운영"} < labels[1] < labels[2]
    assert rows.around(["http://x/"], 3).nodes == ()


def test_types_narrow_the_map() -> None:
    rows = map_rows(list(store())).of_types(["project", "law"])
    assert {node["type"] for node in rows.nodes} == {"project", "law"}
    assert {edge["type"] for edge in rows.edges} == {"legal_basis"}
    with pytest.raises(GeungeoError, match="the map has no type 'laws'; known are department, project"):
        rows.of_types(["laws"])


def test_reading_at_once_gives_what_reading_step_by_step_gives() -> None:
    made = store(later=True)
    assert map_rows(made) == map_rows(list(made)[::-1]) == rows_of(Walk(made))
