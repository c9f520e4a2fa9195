"""Registers of laws in the graph: articles, what carries out and cites what; and what does not grow by them."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from geungeo.graph.build_register import Tally, register_quads
from geungeo.graph.check import check
from geungeo.graph.explain import explain
from geungeo.graph.explain_text import text
from geungeo.graph.export import export
from geungeo.graph.names import find
from geungeo.graph.network import map_rows
from geungeo.graph.store import replace_sources
from geungeo.ontology.iris import DEFAULT_BASE
from geungeo.ontology.prefixes import PREFIXES
from geungeo.ontology.records import LawReference
from pyoxigraph import RdfFormat, Store

from .made_graph import built, generations, tree
from .made_later import SECOND
from .made_register import (
    CODE,
    INFO,
    LAWS,
    LOST,
    SOURCE,
    built_with_register,
    made_register,
    register_of,
    without_texts,
)

ACT = "<https://w3id.org/geungeo/id/law/act/과학기술기본법>"
GRAPH = "<https://w3id.org/geungeo/id/source/laws%2Fkr>"


@pytest.fixture(scope="module")
def store() -> Store:
    """The register alone."""
    made = Store()
    made.extend(register_of())
    return made


def _holds(store: Store, pattern: str) -> bool:
    return bool(store.query(f"ASK {{ GRAPH {GRAPH} {{ {pattern} }} }}", prefixes={**PREFIXES, "id": DEFAULT_BASE}))


SAID = {
    "a law": f"""{ACT} a gg:Law, eli:LegalResource ; skos:prefLabel "과학기술기본법" ; gg:resolved true ;
        eli:first_date_entry_in_force "2024-07-03"^^xsd:date ; gg:ministry "과학기술정보통신부" ; gg:page ?page""",
    "its file": f"{ACT} prov:wasDerivedFrom <{GRAPH[1:-1]}/file/과학기술기본법.md#line=0,1>",
    "an article": f"""?a eli:is_part_of {ACT} ; eli:number "제14조" ; gg:heading "평가" ; gg:chapter "제1장 총칙" ;
        prov:wasDerivedFrom <{GRAPH[1:-1]}/file/과학기술기본법.md#line=19,20>
        FILTER NOT EXISTS {{ ?a gg:deleted ?d }}""",
    "a deleted article": f"""?a eli:is_part_of {ACT} ; eli:number "제2조" ; gg:deleted true
        FILTER NOT EXISTS {{ ?a gg:heading ?h }}""",
    "a text": '?a eli:number "제14조" ; gg:text "시장은 기술을 평가한다."',
    "an article that cites an article": f"""?a eli:is_part_of {ACT} ; eli:number "제14조" ; eli:cites ?b .
        ?b eli:is_part_of/skos:prefLabel "민법" ; eli:number "제32조" """,
    "a paragraph cited as its article": """?a eli:cites ?b . ?b eli:number "제40조" ;
        eli:is_part_of/skos:prefLabel "민법" """,
    "an ordinance based on an act": f'?o skos:prefLabel "서울특별시 양자산업 육성 조례" ; eli:based_on {ACT}',
    "an article that carries out a whole law": f"""?a eli:cites {ACT} ;
        eli:is_part_of/skos:prefLabel "과학기술기본법 시행령" """,
    "the register itself": f'{GRAPH} a gg:Register, gg:Source ; dct:identifier "laws/kr" ; dct:title "kr"',
}


@pytest.mark.parametrize("pattern", SAID.values(), ids=list(SAID))
def test_what_the_register_says_is_in_the_graph(store: Store, pattern: str) -> None:
    assert _holds(store, pattern)


def test_a_law_that_is_not_known_gives_no_edge(store: Store) -> None:
    assert not _holds(store, f'?x skos:prefLabel "{LOST.title}"')


def test_the_registers_own_version_of_a_law_counts_before_one_that_is_cited() -> None:
    newer = replace(CODE, in_force="2030-01-01")
    own = replace(LAWS[0], law=CODE)
    citing = replace(LAWS[1], references=(LawReference("cites", "제1조", newer, ("제14조",), "exact", 14),))
    made = Store()
    made.extend(register_of((citing, own)))
    assert not _holds(made, "?x eli:first_date_entry_in_force ?y . ?x skos:prefLabel '민법'")


def test_the_tally_counts_what_went_by() -> None:
    register = made_register()
    for _ in register_quads(register):
        pass
    assert register.tally == Tally(4, 9, 6, register.tally.unresolved)
    assert dict(register.tally.unresolved) == {"not_in_register": 1}


def test_texts_stay_out_unless_they_are_given() -> None:
    made = Store()
    made.extend(register_of(without_texts()))
    assert not _holds(made, "?a gg:text ?text")


def test_loading_twice_changes_nothing(tmp_path: Path) -> None:
    once = built_with_register(tmp_path)
    first, triples = _sources(once.generation), set(once.store)
    twice = built_with_register(tmp_path)
    assert _sources(twice.generation) == first
    assert set(twice.store) == triples
    assert twice.sources == once.sources
    assert [(source.id, source.register) for source in once.sources] == [
        ("laws/kr", True),
        ("reports/2025-01.txt", False),
    ]
    assert once.sources[0].triples == sum(len(set(law)) for law in register_quads(made_register()))


def _sources(generation: Path) -> dict[str, bytes]:
    return {name: content for name, content in tree(generation).items() if name.endswith(".nq")}


def test_a_register_stays_until_it_is_pruned(tmp_path: Path) -> None:
    built_with_register(tmp_path)
    graph = built(tmp_path, SECOND)
    assert [source.id for source in graph.sources] == ["laws/kr", "reports/2025-01.txt", "reports/2025-07.txt"]
    assert _holds(graph.store, f"{ACT} a gg:Law")
    pruned = built_with_register(tmp_path, prune=True)
    assert [source.id for source in pruned.sources] == ["laws/kr", "reports/2025-01.txt"]
    reports = replace_sources(tmp_path, {}, infos=[], prune=True)
    assert not _holds(reports.store, f"{ACT} a gg:Law")


def test_a_register_that_cannot_be_read_leaves_the_graph_as_it_was(tmp_path: Path) -> None:
    before = tree(built(tmp_path).path)

    def broken() -> object:
        yield list(register_of())
        raise OSError(5, "gone")

    with pytest.raises(Exception, match="gone"):
        replace_sources(tmp_path, {SOURCE.id: broken()}, infos=[INFO])  # type: ignore[dict-item]
    assert tree(tmp_path) == before
    assert len(generations(tmp_path)) == 1


def test_an_export_holds_the_register(tmp_path: Path) -> None:
    graph = built_with_register(tmp_path)
    out = io.BytesIO()
    export(graph, "nquads", out)
    exported = Store()
    exported.load(out.getvalue(), format=RdfFormat.N_QUADS)
    assert {quad for quad in exported if str(quad.graph_name) == GRAPH} == set(register_of())


def test_the_map_does_not_grow_by_a_register(tmp_path: Path) -> None:
    alone, both = built(tmp_path / "a"), built_with_register(tmp_path / "b")
    assert map_rows(both.quads()) == map_rows(alone.quads())


def test_the_check_leaves_registers_out(tmp_path: Path) -> None:
    graph = built_with_register(tmp_path)
    assert check(graph) == []
    wrong = [quad for quad in register_of() if "prefLabel" not in str(quad.predicate)]
    assert check(replace_sources(tmp_path, {SOURCE.id: iter([wrong])}, infos=[INFO])) == []


def test_explain_tells_the_verdict_beside_the_citation(tmp_path: Path) -> None:
    made = built_with_register(tmp_path).store
    law = explain(made, find(made, "양자산업 육성 조례", ("law",))[0])
    assert "(산업정책과) · 불일치 (2023-03-27 시행 판에 제7조 없음) [21행" in text(law, "ko")
    assert "· contradicted (no 제7조 in the version of 2023-03-27) [line 21" in text(law, "en")
    project = explain(made, find(made, "양자산업 거점 운영", ("project",))[0])
    assert "과학기술기본법 제14조제4항 · 확인 [21행" in text(project, "ko")


def test_explain_tells_which_law_names_a_facility(tmp_path: Path) -> None:
    made = built_with_register(tmp_path).store
    branch = text(explain(made, find(made, "창업캠퍼스 은평점")[0]), "ko")
    assert "법령 명시  서울특별시 은평 창업캠퍼스 설치 조례 제1조 [29행 · 추론: 법령 제명이 시설을 명시]" in branch


def test_the_map_tells_the_verdict_and_the_law_that_names_a_facility(tmp_path: Path) -> None:
    rows = map_rows(built(tmp_path).quads())
    facts = {node["label"]: [fact["value"] for fact in node["facts"]] for node in rows.nodes}
    assert "과학기술기본법 제14조제4항 · 확인" in facts["양자산업 거점 운영"]
    edges = [edge for edge in rows.edges if edge["type"] == "facility_law"]
    assert ("법령 명시 근거", "법령 제명이 시설을 명시") in {(edge["label_ko"], edge["rule"]) for edge in edges}
