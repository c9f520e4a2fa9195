"""What the saved queries answer that people ask first: money that adds up, and what is missing, late or shared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from geungeo.graph.build import quads
from geungeo.graph.money import Claim, Match, total
from geungeo.graph.query import run
from geungeo.graph.saved import names, saved
from geungeo.graph.vocabulary import vocabulary_quads
from geungeo.ontology.records import Citation, FacilityBudget, FacilityOperator, Record
from pyoxigraph import Store

from .made import ACT_BASIS, CAMPUS, CAMPUS_PROJECT, LOADED, MAPO, SUMMARY_CAMPUS, TALK_PROJECT
from .made_chains import EXTRA, store
from .made_text import at


def _ask(name: str, made: Store | None = None, **given: str) -> list[tuple[object, ...]]:
    return list(run(made or store(), saved(name), given).rows)


def _with(*records: Record) -> Store:
    made = Store()
    made.extend(quads(replace(LOADED, records=(*LOADED.records, *EXTRA, *records))))
    made.extend(vocabulary_quads())
    return made


def test_there_are_enough_of_them() -> None:
    assert len(names()) >= 25


ANSWERS: dict[str, Sequence[tuple[object, ...]]] = {
    "based-on": [
        ("과학기술기본법 시행령", "decree", "대한민국", "과학기술기본법", "act"),
        ("서울특별시 양자산업 육성 조례", "ordinance", "서울특별시", "과학기술기본법", "act"),
        ("서울특별시 은평 창업캠퍼스 설치 조례", "ordinance", "서울특별시", "민법", "act"),
    ],
    "citation-checks": [
        ("과학기술기본법", "제14조제4항", None, "checked", *["checked"] * 3, None, None, "양자산업 거점 운영", "21"),
        (
            *("서울특별시 양자산업 육성 조례", "제5조~제7조", None, "contradicted", "checked", "checked"),
            *("contradicted", "contradicted", "2023-03-27 시행 판에 제7조 없음", "양자산업 거점 운영", "21"),
        ),
        (
            *("시장방침 제100호", None, None, "unknown", "unknown", "unknown", None, None),
            *("법령이 아닌 계획·방침", "청년 창업 거점 조성", "28"),
        ),
        (
            *("양자기술법", None, None, "unknown", "unknown", "unknown", None, None),
            *("법령 목록에 없음", "시민과의 소통", "35"),
        ),
        (
            *("서울특별시 은평 창업캠퍼스 설치 조례", None, None, "checked", "checked", "checked", None, None),
            *(None, "시민과의 소통", "36"),
        ),
    ],
    "law-cites": [
        ("과학기술기본법 시행령", "decree", "제3조", "과학기술기본법", "제14조"),
        ("서울특별시 양자산업 육성 조례", "ordinance", "제1조", "과학기술기본법", "제14조"),
        ("과학기술기본법 시행령", "decree", "제1조", "과학기술기본법", None),
        ("과학기술기본법", "act", "제14조", "민법", "제32조"),
        ("서울특별시 은평 창업캠퍼스 설치 조례", "ordinance", "제1조", "민법", "제32조"),
        ("과학기술기본법", "act", "제14조", "민법", "제40조"),
    ],
    "audit-steps": [
        ("1", "서울 양자 허브의 입주율을 높일 것", "입주기업 모집 공고", "’25. 3월", "2025-03", "2025-03", "45")
    ],
    "budgets-without-execution": [
        ("산업정책과", "양자산업 거점 운영", "서울양자허브 운영", 2025, 15_797_378_000, 1_200_000_000, "25"),
        ("미래기술과", "청년 창업 거점 조성", "마포점 조성", 2025, 6_203_000_000, None, "32"),
    ],
    "cofunded-projects": [("청년 창업 거점 조성", 2025, "국비|시비", 6_700_000_000, "42")],
    "contracts-ending": [
        ("가나대학교 산학협력단", "서울 양자 허브", None, "operator", "2024-01-01", "2026-12-31", "23"),
        ("한국양자재단", "서울 양자 허브", "양자산업 거점 운영", "operator", "2024-01-01", "2026-12-31", "37"),
        ("한강대학교", "창업캠퍼스 은평점", None, "operator", "2025-01-01", "2027-12-31", "36"),
    ],
    "coverage": [("Ⅵ", 24, 23, 1, 95.8), ("Ⅶ", 8, 7, 1, 87.5)],
    "department-overview": [
        ("산업정책과", 32, 30, 1, 1, 2, 29_203_000_000, "6"),
        ("미래기술과", 18, 17, 2, 3, 2, None, "9"),
        ("산업연구소", 41, 39, 0, 0, 0, None, "10"),
    ],
    "facilities-opening": [
        ("서울 양자 허브", "startup_hub", "operating", "2024-05", "23"),
        ("봄내 공방", None, "planned", "2025-03", "9"),
    ],
    "facilities-without-basis": [
        ("한강 실험실", None, None, None, "6"),
        ("봄내 공방", None, "planned", None, "9"),
        ("이름뿐인 전시관", None, None, None, "10"),
        ("창업캠퍼스", None, None, None, "29"),
    ],
    "findings-by-department": [
        ("미래기술과", "text_vs_table", 1, 0, "17|30"),
        ("산업정책과", "duplicate", 1, 1, "39|40"),
        ("산업정책과", "text_vs_table", 1, 0, "17|30"),
    ],
    "network-branches": [
        ("창업캠퍼스", "창업캠퍼스 마포점", "campus", "under_construction", None, "29"),
        ("창업캠퍼스", "창업캠퍼스 은평점", "campus", "planned", None, "29"),
    ],
    "operators": [
        ("서울 양자 허브", "가나대학교 산학협력단", None, None, None, "23"),
        ("창업캠퍼스 은평점", "한강대학교", None, "2025-01-01", "2027-12-31", "36"),
    ],
    "organisations": [
        ("가나대학교", "university", None, 1),
        ("서울산업재단", "public_agency", None, 1),
        ("한국양자재단", "foundation", "양자재단", 2),
    ],
    "partners-across-departments": [
        ("한국양자재단", "foundation", 2, "미래기술과|산업정책과", "participant|operator", 2)
    ],
    "projects-without-basis": [("미래기술과", "4", "봄내 공방 운영", "34"), (None, "3", "시민과의 소통", "34")],
    "requests-by-facility": [("서울 양자 허브", 1, 1, "44")],
    "requests-open": [
        (
            "1",
            "산업정책과",
            "시정·처리",
            "서울 양자 허브의 입주율을 높일 것",
            "추진중",
            "’25. 3월 입주기업 모집 공고",
            "44",
        ),
        ("3", "미래기술과", "건의", "창업캠퍼스를 더 알릴 것", "검토중", None, "48"),
    ],
    "schedule-by-month": [
        ("2025-02", "산업정책과", "양자산업 거점 운영", "입주기업 모집", "’25.2월~4월", "41"),
        ("2025-09", "미래기술과", "청년 창업 거점 조성", "성과보고회", "’25. 9. 30.", "41"),
    ],
    "targets-and-results": [("양자산업 거점 운영", "입주기업", "개사", 40, "’25년", 35, "’24.12월", 87.5, "39|40")],
    "targets-without-figure": [("청년 창업 거점 조성", "양자인력", None, "양성", "39")],
    "unresolved-laws": [
        ("시장방침 제100호", "plan", "not in the register", "청년 창업 거점 조성", "시장방침 제100호", "28"),
        ("양자기술법", "act", "not in the register", "시민과의 소통", "(가칭)양자기술법", "35"),
    ],
}


@pytest.mark.parametrize("name", ANSWERS)
def test_a_question_is_answered(name: str) -> None:
    rows = [tuple(float(value) if isinstance(value, Decimal) else value for value in row) for row in _ask(name)]
    assert rows == list(ANSWERS[name])


def test_every_saved_query_is_answered_somewhere() -> None:
    asked_here = {"money-by-law", "money-by-facility", "laws-of-several-departments", "budget-changes"}
    asked_here |= {"facilities-by-department", "law-articles"}
    of_the_contract = {
        *("departments", "projects", "legal-bases", "law-mentions", "laws", "budgets", "facilities", "facility-laws"),
        *("facility-projects", "facility-budgets", "partners", "targets", "results", "schedule", "funding"),
        *("audit", "checks"),
    }
    assert set(names()) == {*ANSWERS, *asked_here, *of_the_contract}


def test_the_articles_of_a_law_are_those_of_the_register() -> None:
    file, chapter = "과학기술기본법.md", "제1장 총칙"
    assert _ask("law-articles", law="과학기술기본법") == [
        ("과학기술기본법", "제1조", "목적", chapter, False, 0, file, 12),
        ("과학기술기본법", "제2조", None, chapter, True, 0, file, 16),
        ("과학기술기본법", "제14조", "평가", chapter, False, 2, file, 20),
    ]


def test_money_by_law_counts_every_won_once() -> None:
    both = "과학기술기본법|서울특별시 양자산업 육성 조례"
    assert _ask("money-by-law") == [
        ("시장방침 제100호", 1, 1, 2024, 100_000_000),
        (both, 2, 1, 2025, 15_797_378_000),
        ("시장방침 제100호", 1, 1, 2025, 6_703_000_000),
    ]
    assert _ask("money-by-law", law="과학기술기본법") == [(both, 2, 1, 2025, 15_797_378_000)]


def test_projects_of_the_same_laws_are_one_row() -> None:
    shared = replace(ACT_BASIS, project=CAMPUS_PROJECT, span=at("시장방침 제100호", 28))
    rows = {row[0]: row[1:] for row in _ask("money-by-law", _with(shared), year="2025")}
    assert rows["과학기술기본법|시장방침 제100호"] == (2, 1, 2025, 6_703_000_000)
    assert sum(int(str(row[-1])) for row in rows.values()) == 15_797_378_000 + 6_703_000_000


def test_money_by_facility_counts_every_won_once() -> None:
    assert _ask("money-by-facility", year="2025") == [
        ("봄내 공방", 1, "named", 2025, 500_000_000),
        ("서울 양자 허브", 1, "named", 2025, 15_797_378_000),
        ("창업캠퍼스 마포점", 1, "named", 2025, 6_203_000_000),
        ("창업캠퍼스 마포점|창업캠퍼스 은평점", 2, "shared", 2025, 500_000_000),
        ("한강 실험실", 1, "named", 2025, 6_703_000_000),
    ]


def test_money_by_facility_is_the_money_of_a_trace() -> None:
    made = store()
    won = {str(row[0]): int(str(row[1])) for row in run(made, _FIGURES).rows}
    matches = [Match(*map(str, row)) for row in run(made, _MATCHES).rows]
    claims = [Claim(*map(str, row)) for row in run(made, _CLAIMS).rows]
    assert sum(int(str(row[-1])) for row in _ask("money-by-facility", year="2025")) == total(won, matches, claims).won


_FIGURES = """SELECT ?line ?won { ?line a gg:BudgetLine ; gg:table ?t . FILTER(?t != "overview")
  ?a obeu-dimension:budgetLine ?line ; obeu-dimension:budgetPhase gg:phase-original ; obeu-measure:amount ?won ;
    obeu-dimension:fiscalYear ?y . FILTER(STR(?y) = "2025") }"""
_MATCHES = (
    """SELECT ?detail ?summary ?kind { ?m gg:detailLine ?detail ; gg:summaryLine ?summary ; gg:matchKind ?kind }"""
)
_CLAIMS = """SELECT ?facility ?line (STRAFTER(STR(?m), "#match-") AS ?match)
  { ?c a gg:FacilityBudget ; gg:facility ?facility ; gg:budgetLine ?line ; gg:match ?m }"""


def test_a_network_does_not_share_with_its_branches() -> None:
    claim = FacilityBudget(CAMPUS, SUMMARY_CAMPUS, "shared", "section-only-line", (SUMMARY_CAMPUS.span,))
    rows = _ask("money-by-facility", _with(claim), facility=MAPO.name)
    assert [row[:2] for row in rows] == [("창업캠퍼스 마포점", 1), ("창업캠퍼스 마포점|창업캠퍼스 은평점", 2)]


def test_laws_of_several_departments_name_them() -> None:
    assert _ask("laws-of-several-departments") == []
    shared: Citation = replace(ACT_BASIS, project=CAMPUS_PROJECT, span=at("시장방침 제100호", 28))
    loose: Citation = replace(ACT_BASIS, project=TALK_PROJECT, span=at("양자기술법", 35))
    assert _ask("laws-of-several-departments", _with(shared, loose)) == [
        ("과학기술기본법", "act", 2, "미래기술과|산업정책과", 2)
    ]


def test_budget_changes_take_the_last_budget_of_the_year_before() -> None:
    rows = {row[2]: (row[4], row[6], float(str(row[7]))) for row in _ask("budget-changes")}
    assert rows == {
        "서울 양자 허브 운영": (15_000_000_000, 797_000_000, 5.3),
        "창업 거점 조성": (6_300_000_000, 403_000_000, 6.4),
        "한강 실험실 운영": (6_300_000_000, 403_000_000, 6.4),
        "은평점 조성": (100_000_000, 400_000_000, 400.0),
    }


def test_facilities_by_department_say_how() -> None:
    rows = {row[:2]: row[2] for row in _ask("facilities-by-department")}
    assert set(str(rows["산업정책과", "서울 양자 허브"]).split("|")) == {"operates", "budget"}
    assert rows["산업정책과", "한강 실험실"] == "budget"


def test_an_operator_is_named_in_full_where_it_is_known() -> None:
    run_by = FacilityOperator(MAPO, "양자재단", "2025-01-01/2025-12-31", MAPO.span)
    rows = {row[0]: row[1:5] for row in _ask("operators", _with(run_by))}
    assert rows["창업캠퍼스 마포점"] == ("양자재단", "한국양자재단", "2025-01-01", "2025-12-31")


def test_the_query_whose_money_repeats_says_so_and_where_sums_are() -> None:
    said = saved("facility-laws").description
    assert "NEVER ADD UP amount_krw" in said
    assert "money-by-law" in said
