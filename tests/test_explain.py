"""`explain`: everything known of one thing, each fact with line, words and rule, for people and for programs."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from geungeo.graph.build import quads
from geungeo.graph.explain import COLUMNS, Explanation, explain, heads, rows
from geungeo.graph.explain_text import listed, text
from geungeo.graph.names import KINDS, find
from geungeo.graph.rows import Value
from geungeo.graph.vocabulary import vocabulary_quads
from geungeo.ontology.records import Facility, FacilityFact
from pyoxigraph import Store

from .door import failed, run
from .made import HUB, LOADED, MAPO
from .made_chains import store
from .made_graph import built
from .made_text import at

HUB_NAME = "서울양자허브"
ORDINANCE = "서울특별시 양자산업 육성 조례"


def _explained(name: str, kind: str) -> Explanation:
    return explain(store(), find(store(), name, (kind,))[0])


def _facts(name: str, kind: str) -> list[dict[str, Value]]:
    return rows([_explained(name, kind)]).dicts()


def _of(facts: list[dict[str, Value]], name: str) -> list[dict[str, Value]]:
    return [fact for fact in facts if fact["property"] == name]


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of the hand-made report."""
    return built(tmp_path_factory.mktemp("explain") / "g").path


def test_a_facility_has_all_that_is_stated_with_line_and_words() -> None:
    facts = {str(fact["property"]): fact for fact in _facts(HUB_NAME, "facility")}
    stated = {name: fact["value"] for name, fact in facts.items() if fact["basis"] == "stated"}
    assert (
        stated.items()
        >= {
            "name": "서울 양자 허브",
            "alias": "서울양자허브",
            "address": "서초구 태봉로 7",
            "area": "10220.5",
            "rooms": "5",
            "floors": "4",
            "staff": "12",
            "operator": "가나대학교 산학협력단",
            "term": "2024-01-01/2026-12-31",
            "opening": "2024-05",
            "budget": "1200000000",
            "project": "양자산업 거점 운영",
        }.items()
    )
    address = facts["address"]
    assert (address["line"], address["quote"], address["source"]) == ("22", "서초구 태봉로 7", "reports/2025-01.txt")


def test_a_derived_fact_names_its_rule_and_all_that_it_stands_on() -> None:
    facts = _facts(HUB_NAME, "facility")
    (status,) = _of(facts, "status")
    assert (status["value"], status["basis"], status["rule"]) == ("operating", "derived", "status-by-action")
    detail, summary = _of(facts, "budget_line")
    assert (detail["relation"], detail["detail"], detail["amount_krw"]) == (
        "named",
        "2025 original detail",
        15_797_378_000,
    )
    assert (detail["rule"], detail["line"], detail["quote"]) == (
        "item-names-facility",
        "22|25",
        "서울 양자 허브|서울양자허브 운영",
    )
    assert (summary["detail"], summary["amount_krw"]) == ("2025 original summary", 15_797_000_000)
    laws = {str(fact["value"]): fact for fact in _of(facts, "law")}
    assert (laws[ORDINANCE]["relation"], laws[ORDINANCE]["detail"]) == ("direct", "제5조~제7조")
    assert (laws[ORDINANCE]["rule"], laws[ORDINANCE]["line"]) == ("project-states-basis", "21|22|25")


def test_money_is_counted_once() -> None:
    (own,) = _of(_facts(HUB_NAME, "facility"), "budget_named")
    assert (own["amount_krw"], own["detail"], own["rule"]) == (15_797_378_000, "2025", "each-won-once")
    department = _facts("미래기술과", "department")
    (total,) = _of(department, "budget_total")
    parts = [fact["amount_krw"] for fact in department if fact["property"] in ("budget_named", "budget_shared")]
    assert sum(int(str(part)) for part in parts) <= int(str(total["amount_krw"]))


def test_an_operator_stands_with_its_period() -> None:
    (operator,) = _of(_facts("창업캠퍼스 은평점", "facility"), "operator")
    assert (operator["value"], operator["detail"]) == ("한강대학교", "2025-01-01/2027-12-31")
    assert "한강대학교 (2025-01-01~2027-12-31) [36행" in text(_explained("창업캠퍼스 은평점", "facility"), "ko")


def test_statements_that_differ_stand_side_by_side() -> None:
    other = FacilityFact(HUB, "rooms", "6", "6개실", "", at("서울양자허브", 25))
    made = Store()
    made.extend(quads(replace(LOADED, records=(*LOADED.records, other))))
    made.extend(vocabulary_quads())
    one = explain(made, find(made, HUB_NAME)[0])
    assert [fact.value for fact in one.facts if fact.property == "rooms"] == ["5", "6"]
    lines = text(one, "ko").splitlines()
    first = next(at for at, line in enumerate(lines) if line.startswith("  실 수"))
    assert "5 [22행 “5개실” · 명시]" in lines[first]
    assert lines[first + 1].strip() == "6 [25행 “서울양자허브” · 명시]  ≠ 서로 다른 진술"


def test_a_network_and_its_branches_know_each_other() -> None:
    branches = [fact["value"] for fact in _of(_facts("창업캠퍼스", "facility"), "branch")]
    assert branches == ["창업캠퍼스 마포점", "창업캠퍼스 은평점"]
    (network,) = _of(_facts("창업캠퍼스 마포점", "facility"), "network")
    assert network["value"] == "창업캠퍼스"


def test_a_branch_that_is_a_network_itself_is_one_thing() -> None:
    lab = Facility("마포 실험실", "창업캠퍼스 마포점", at("창업캠퍼스 마포점", 29))
    made = Store()
    made.extend(quads(replace(LOADED, records=(*LOADED.records, lab))))
    found = find(made, MAPO.name)
    assert [thing.kind for thing in found] == ["facility"]
    (one,) = heads(made, found)
    assert [fact.value for fact in explain(made, one).facts if fact.property == "branch"] == ["마포 실험실"]


def test_a_law_tells_the_register_the_sections_and_the_facilities() -> None:
    facts = _facts("양자산업 육성 조례", "law")
    given = {str(fact["property"]): fact["value"] for fact in facts if fact["basis"] == "given"}
    assert given.items() >= {"kind": "ordinance", "jurisdiction": "서울특별시", "number": "9000"}.items()
    assert {"promulgated", "in_force", "page"} < set(given)
    (cited,) = _of(facts, "cited")
    assert (cited["relation"], cited["detail"], cited["line"]) == ("basis", "제5조~제7조", "21")
    assert str(cited["iri"]).startswith("https://w3id.org/geungeo/id/project/")
    (hub,) = _of(facts, "facility")
    assert (hub["value"], hub["relation"]) == ("서울 양자 허브", "direct")
    shown = text(_explained(ORDINANCE, "law"), "ko")
    assert "9000 [법령 목록 " not in shown
    assert "9000 [법령 목록]" in shown


def test_a_law_that_no_register_knows_says_so() -> None:
    facts = _facts("시장방침 제100호", "law")
    assert [fact["value"] for fact in _of(facts, "resolved")] == ["false"]
    assert not [fact for fact in facts if fact["basis"] == "given"]


def test_a_project_has_bases_lines_and_facilities() -> None:
    facts = _facts("양자산업 거점 운영", "project")
    assert [(fact["value"], fact["detail"]) for fact in _of(facts, "legal_basis")] == [
        ("과학기술기본법", "제14조제4항"),
        (ORDINANCE, "제5조~제7조"),
    ]
    assert [fact["value"] for fact in _of(facts, "team")] == ["양자산업팀"]
    assert [(fact["value"], fact["relation"]) for fact in _of(facts, "facility")] == [("서울 양자 허브", "operates")]
    assert [fact["amount_krw"] for fact in _of(facts, "budget_line")] == [15_797_378_000]


def test_a_budget_line_has_every_figure_and_its_twin() -> None:
    lines = heads(store(), find(store(), "서울양자허브 운영"))
    assert [thing.note for thing in lines] == ["예산 집행 현황표 · 산업정책과 · 양자산업 거점 운영"]
    facts = rows([explain(store(), lines[0])]).dicts()
    assert [fact["amount_krw"] for name in ("original", "commitment") for fact in _of(facts, name)] == [
        15_797_378_000,
        1_200_000_000,
    ]
    (twin,) = _of(facts, "budget_line")
    assert (twin["relation"], twin["rule"], twin["line"]) == ("same", "same-name-and-amount", "16|25")


@pytest.mark.parametrize("kind", KINDS)
def test_things_of_every_kind_are_explained_in_both_languages(kind: str) -> None:
    made = store()
    things = {
        thing
        for name in ("창업캠퍼스", ORDINANCE, "산업정책과", "미래산업국", "서울특별시", "양자재단")
        for thing in find(made, name)
    }
    things |= {thing for name in ("양자산업 거점 운영", "마포점 조성", "양자산업팀") for thing in find(made, name)}
    things |= set(find(made, "https://w3id.org/geungeo/id/source/reports%2F2025-01.txt"))
    network = {replace(thing, kind="network") for thing in things if thing.kind == "facility"}
    one = explain(made, next(thing for thing in sorted(things | network, key=str) if thing.kind == kind))
    assert one.facts
    assert text(one, "ko") != text(one, "en")
    assert all(fact.basis and fact.places for fact in one.facts if fact.rule)


def test_text_is_korean_or_english() -> None:
    one = _explained(HUB_NAME, "facility")
    korean, english = text(one, "ko"), text(one, "en")
    assert korean.startswith("시설  서울 양자 허브\n  이름 ")
    assert "운영 중 [25행 “서울양자허브 운영” · 추론: 사업 행위로 본 상태]" in korean
    assert "10,220.5 [22행" in korean
    assert english.startswith("facility  서울 양자 허브\n  name ")
    assert "operating [line 25 “서울양자허브 운영” · derived: status by action]" in english
    assert "15,797,378 천원 = 15,797,378,000 won (2025 original budget, detail table)" in english


def test_several_sources_are_named_with_the_lines() -> None:
    made = store(later=True)
    one = explain(made, find(made, "양자산업 거점 운영", ("project",))[0])
    assert "reports/2025-01.txt 19행" in text(one, "ko")
    assert {row["source"] for row in rows([one]).dicts()} >= {"reports/2025-01.txt", "reports/2025-07.txt"}


def test_several_things_of_a_name_are_listed_with_their_addresses() -> None:
    things = [find(store(), name)[0] for name in ("산업정책과", HUB_NAME)]
    shown = listed(things, "en")
    assert shown.startswith("Several things have this name; choose one by its address:\n  department  산업정책과\n")
    assert things[1].iri in shown


@pytest.mark.parametrize("name", ["양자 허브", "서울시 양자허브", "서울양자허브"])
def test_the_command_takes_any_spelling_or_the_address(graph: Path, name: str) -> None:
    by_name = run("explain", name, "--graph", graph)
    assert by_name.exit_code == 0
    address = find(store(), HUB_NAME)[0].iri
    assert run("explain", address, "--graph", graph).stdout == by_name.stdout


def test_the_command_prints_every_form(graph: Path) -> None:
    ask = ("explain", HUB_NAME, "--graph", graph, "--format")
    table, plain, found, marked = (run(*ask, form).stdout for form in ("table", "csv", "json", "md"))
    assert "추론: 사업 행위로 본 상태" in table
    read = list(csv.DictReader(io.StringIO(plain)))
    assert tuple(read[0]) == COLUMNS
    assert len(json.loads(found)) == len(read)
    assert json.loads(found)[0]["thing"] == "서울 양자 허브"
    assert marked.startswith("| thing | kind |")
    assert "derived: status by action" in run("explain", HUB_NAME, "--lang", "en", "--graph", graph).stdout


def test_an_unknown_name_is_told_the_nearest(graph: Path) -> None:
    assert "the nearest: 서울 양자 허브" in failed(run("explain", "서울 양자 허보", "--graph", graph))
    assert "there is no graph here" in failed(run("explain", "x", "--graph", graph / "none"))
