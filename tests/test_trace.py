"""Chains from law to facility: complete where the report is, and saying what is missing where it is not."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from geungeo.graph.build import quads
from geungeo.graph.chains import Trace
from geungeo.graph.names import find
from geungeo.graph.rows import to_csv
from geungeo.graph.trace import TRACEABLE, trace, traces
from geungeo.graph.trace_rows import COLUMNS, rows
from geungeo.graph.trace_text import GAPS, tree
from geungeo.graph.vocabulary import vocabulary_quads
from geungeo.ontology.records import FacilityNaming
from pyoxigraph import Store

from .made import CAMPUS_ORDINANCE as CAMPUS_ORDINANCE_LAW
from .made import LOADED
from .made_chains import EXTRA, YARD, YARD_PROJECT, store

ORDINANCE = "서울특별시 양자산업 육성 조례"
CAMPUS_ORDINANCE = "서울특별시 은평 창업캠퍼스 설치 조례"


def _trace(name: str, *, later: bool = False) -> Trace:
    made = store(later=later)
    return trace(made, find(made, name, TRACEABLE)[0])


def _steps(name: str) -> list[tuple[str, str, str, str, str]]:
    """Each chain as law, project, item, facility, gap."""
    return [
        (
            chain.law.title if chain.law else "",
            chain.project.title if chain.project else "",
            chain.budget.line.item if chain.budget else "",
            chain.facility.name if chain.facility else "",
            chain.gap,
        )
        for chain in _trace(name).chains
    ]


def test_a_facility_is_traced_to_its_laws_and_its_money() -> None:
    way = ("양자산업 거점 운영", "서울양자허브 운영", "서울 양자 허브", "")
    assert _steps("서울양자허브") == [("과학기술기본법", *way), (ORDINANCE, *way)]


def test_a_chain_keeps_figures_lines_and_how_each_link_is_known() -> None:
    chain = _trace("서울양자허브").chains[1]
    assert chain.law and chain.budget and chain.budget.line.figure and chain.budget.twin and chain.budget.reconciled
    figure = chain.budget.line.figure
    assert (figure.won, figure.printed, figure.unit, figure.phase) == (15_797_378_000, "15,797,378", "천원", "original")
    assert [place.lines for place in figure.places] == [(25,)]
    assert (chain.budget.twin.item, chain.budget.reconciled.rule) == ("서울 양자 허브 운영", "same-name-and-amount")
    assert (chain.law.articles, chain.law.printed) == ("제5조~제7조", "서울시 양자산업 육성 조례")
    assert chain.relation and chain.match and chain.strength
    assert [(e.code, e.basis, e.rule) for e in (chain.relation, chain.match, chain.strength)] == [
        ("operates", "stated", ""),
        ("named", "derived", "item-names-facility"),
        ("direct", "derived", "project-states-basis"),
    ]


@pytest.mark.parametrize(
    ("name", "first"),
    [
        (ORDINANCE, (ORDINANCE, "양자산업 거점 운영", "서울양자허브 운영", "서울 양자 허브", "")),
        ("양자산업 거점 운영", ("과학기술기본법", "양자산업 거점 운영", "서울양자허브 운영", "서울 양자 허브", "")),
        ("산업정책과", ("과학기술기본법", "양자산업 거점 운영", "서울양자허브 운영", "서울 양자 허브", "")),
        ("양자산업팀", ("과학기술기본법", "양자산업 거점 운영", "서울양자허브 운영", "서울 양자 허브", "")),
        ("서울 양자 허브 운영", ("과학기술기본법", "양자산업 거점 운영", "서울양자허브 운영", "서울 양자 허브", "")),
    ],
)
def test_every_step_leads_to_the_same_chains(name: str, first: tuple[str, ...]) -> None:
    assert _steps(name)[0] == first


def test_no_section_about_a_facility_is_said_with_its_line() -> None:
    assert _steps("한강 실험실") == [("", "", "한강 실험실 운영", "한강 실험실", "no_section")]
    text = tree(_trace("한강 실험실"))
    assert "한강 실험실 운영 (산업정책과)  6,703 백만원 = 6,703,000,000원 (2025 본예산) [17행]" in text
    assert "no project section in this report, so no stated basis" in text


def test_a_section_without_a_basis_says_so() -> None:
    assert _steps("봄내 공방") == [("", "봄내 공방 운영", "봄내 공방 운영", "봄내 공방", "no_basis")]
    assert "the section states no basis" in tree(_trace("봄내 공방"))


def test_a_basis_that_is_not_resolved_keeps_its_printed_name() -> None:
    plan, project = "시장방침 제100호", "청년 창업 거점 조성"
    assert set(_steps("창업캠퍼스 마포점")) == {
        (plan, project, "창업 거점 조성", "창업캠퍼스 마포점", "unresolved"),
        (plan, project, "마포점 조성", "창업캠퍼스 마포점", "unresolved"),
    }
    assert GAPS["unresolved"] in tree(_trace("창업캠퍼스 마포점"))


def test_a_facility_that_is_only_named_is_answered_as_well() -> None:
    assert _steps("이름뿐인 전시관") == [("", "", "", "이름뿐인 전시관", "no_section")]
    assert "예산 없음 [10행]" in tree(_trace("이름뿐인 전시관"))
    assert _steps("한빛전시장") == [
        ("", "시민과의 소통", "", "한빛전시장", "mention"),
        ("", "", "", "한빛전시장", "no_section"),
    ]
    assert GAPS["mention"] in tree(_trace("한빛전시장"))


def test_a_law_that_is_no_basis_is_a_mention_unless_it_names_a_facility() -> None:
    assert _steps("양자기술법") == [("양자기술법", "시민과의 소통", "", "", "unresolved")]
    assert _steps(CAMPUS_ORDINANCE) == [
        (CAMPUS_ORDINANCE, "시민과의 소통", "", "", "mention"),
        (CAMPUS_ORDINANCE, "", "", "창업캠퍼스 은평점", ""),
    ]


def test_a_law_that_names_a_facility_is_told_beside_what_the_report_states() -> None:
    text = tree(_trace("창업캠퍼스 은평점"))
    named = f"법령 명시  {CAMPUS_ORDINANCE} 제1조 추론: 법령 제명이 시설을 명시"
    assert text.splitlines()[-5:-3] == [f"└─ {named}", "   └─ 시설  창업캠퍼스 은평점 [29행]"]
    (row,) = [row for row in rows([_trace("창업캠퍼스 은평점")]).dicts() if row["strength"] == "register"]
    assert (row["law"], row["articles"], row["rule"]) == (CAMPUS_ORDINANCE, "제1조", "law-title-names-facility")
    assert (row["project"], row["amount_krw"], row["gap"]) == (None, None, None)


def test_where_a_section_states_no_basis_the_registers_law_is_offered() -> None:
    made = Store()
    naming = FacilityNaming(YARD, CAMPUS_ORDINANCE_LAW, "제1조", "ordinance.md", 12, "article-names-facility")
    made.extend(quads(replace(LOADED, records=(*LOADED.records, *EXTRA, naming))))
    made.extend(vocabulary_quads())
    for name in (YARD.name, YARD_PROJECT.title):
        found = trace(made, find(made, name, TRACEABLE)[0])
        assert [chain.gap for chain in found.chains] == ["no_basis", ""]
        text = tree(found)
        assert "the section states no basis" in text
        assert f"법령 명시  {CAMPUS_ORDINANCE} 제1조 추론: 조문이 시설을 명시" in text


def test_a_law_that_no_report_cites_says_so() -> None:
    assert _steps("민법") == [("민법", "", "", "", "not_cited")]
    assert "cited by no report" in tree(_trace("민법"))


def test_a_citation_stands_with_its_verdict() -> None:
    text = tree(_trace("청년 창업 거점 조성"))
    assert "근거  시장방침 제100호 [28행] 명시 · 미확인 (법령이 아닌 계획·방침)" in text
    found = {row["law"]: (row["checked"], row["checked_note"]) for row in rows([_trace("서울양자허브")]).dicts()}
    assert found == {
        "과학기술기본법": ("checked", None),
        ORDINANCE: ("contradicted", "2023-03-27 시행 판에 제7조 없음"),
    }


@pytest.mark.parametrize("kind", TRACEABLE)
def test_nothing_is_answered_with_nothing(kind: str) -> None:
    made = store()
    labels = [str(row[0]) for name in (kind,) for row in _labels(name)]
    assert labels
    for label in labels:
        for thing in find(made, label, (kind,)):
            found = trace(made, thing)
            assert found.chains
            assert tree(found).strip()


def _labels(kind: str) -> list[tuple[object, ...]]:
    from geungeo.graph.names import KINDS
    from geungeo.graph.query import run

    values = " ".join(KINDS[kind])
    labels = "skos:prefLabel|dct:title|gg:item"
    return list(run(store(), f"SELECT DISTINCT ?l {{ VALUES ?k {{ {values} }} ?x a ?k ; {labels} ?l }}").rows)


def test_shared_money_stands_apart_and_once() -> None:
    money = _trace("시장방침 제100호").money
    assert money
    assert dict(money.names)[money.total.own[0][0]] == "창업캠퍼스 마포점"
    assert [won for _, won in money.total.own] == [6_203_000_000]
    assert [(len(share.owners), share.won) for share in money.total.shared] == [(2, 500_000_000)]
    assert money.total.won <= money.budget == 7_203_000_000


@pytest.mark.parametrize("kind", ["law", "project", "department", "facility"])
def test_a_total_never_exceeds_the_budget(kind: str) -> None:
    made = store(later=True)
    found = [trace(made, thing) for label in _labels(kind) for thing in find(made, str(label[0]), (kind,))]
    sums = [one.money for one in found if one.money]
    assert sums
    assert [money for money in sums if money.total.won > money.budget] == []


def test_the_tree_is_short_and_has_its_lines() -> None:
    assert tree(_trace("서울양자허브")).splitlines() == [
        "시설  서울 양자 허브",
        "└─ 사업  1 양자산업 거점 운영 (산업정책과) [19행]",
        "   ├─ 근거  과학기술기본법 제14조제4항 [21행] 명시 · 확인",
        "   ├─ 근거  서울특별시 양자산업 육성 조례 제5조~제7조 [21행] 명시 · 불일치 (2023-03-27 시행 판에 제7조 없음)",
        "   └─ 예산  서울양자허브 운영 (산업정책과)  15,797,378 천원 = 15,797,378,000원 (2025 본예산) [25행]",
        "      ├─ 동일 예산  서울 양자 허브 운영 · 예산 총괄표  15,797 백만원 = 15,797,000,000원 (2025 본예산) [16행]"
        " 추론: 이름과 금액이 같음",
        "      └─ 시설  서울 양자 허브 [22, 25행] — 운영(명시) · 단독 예산(추론: 예산 항목이 시설을 명시)"
        " · 직접 근거(추론: 사업의 추진근거)",
        "",
        "2025 본예산  시설 단독 15,797,378,000원",
        "출처  reports/2025-01.txt",
    ]


def test_lines_of_several_sources_carry_its_name() -> None:
    text = tree(_trace("서울양자허브", later=True))
    assert "[reports/2025-01.txt 19행; reports/2025-07.txt 3행]" in text
    assert text.splitlines()[-1] == "출처  reports/2025-01.txt, reports/2025-07.txt"


def test_branches_are_listed_under_their_network() -> None:
    assert "지점 2곳  창업캠퍼스 마포점, 창업캠퍼스 은평점" in tree(_trace("창업캠퍼스"))


def test_flat_rows_have_numbers_codes_and_lines() -> None:
    table = rows([_trace("서울양자허브")])
    assert table.columns == COLUMNS
    (_, row) = table.dicts()
    assert (row["law"], row["articles"], row["law_line"]) == (ORDINANCE, "제5조~제7조", "21")
    assert (row["amount_krw"], row["printed"], row["unit"]) == (15_797_378_000, "15,797,378", "천원")
    assert (row["basis"], row["rule"]) == ("derived", "item-names-facility|project-states-basis")
    assert (row["budget_line"], row["summary_line"], row["facility_line"]) == ("25", "16", "22|25")
    assert (row["gap"], row["source"]) == (None, "reports/2025-01.txt")
    read = list(csv.DictReader(io.StringIO(to_csv(table))))
    assert read[0]["law"] == "과학기술기본법"


def test_the_twins_of_one_name_are_traced_once() -> None:
    made = store()
    found = find(made, "서울양자허브 운영")
    assert (len(found), len(traces(made, found))) == (2, 1)
