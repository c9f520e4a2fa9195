"""Several tables in a chapter, rows with bullets, units by column, and heads that do not fit their rows."""

from __future__ import annotations

import pytest
from geungeo.ontology.records import BudgetLine

from .texts import detail, figures, items, of, summary

_MILLION = 1_000_000


def test_each_table_of_the_chapter_with_its_own_head_and_unit() -> None:
    text = """□ 총괄
(단위 : 억원)
구 분 2025 예산액 2024 예산액
합 계 30 25
일반회계 20 15
항만특별회계 10 10
□ 세부사업별
(단위 : 백만원)
부서 사업명 2025 예산액 2024 예산액
해양산업과
소 계 3,000 2,500
등대 정비 3,000 2,500
□ 부서별 집행현황 (단위 : 백만원)
부서 예산현액 집행액 집행률(%)
해양산업과 3,100 1,500 48.4
"""
    records, problems = summary(text, "해양산업과")
    assert problems == []
    assert [(line.item, line.total) for line in of(records, BudgetLine)] == [
        ("합계", True),
        ("일반회계", True),
        ("항만특별회계", True),
        ("소계", True),
        ("등대 정비", False),
        ("해양산업과", True),
    ]
    assert figures(records)["등대 정비"] == {("original", 2025): 3_000 * _MILLION, ("original", 2024): 2_500 * _MILLION}
    assert figures(records)["해양산업과"]["current", 2025] == 3_100 * _MILLION


def test_a_table_whose_every_cell_stands_on_a_line_of_its_own() -> None:
    head = "(단위:백만원) 사업명 2025년 예산액 2024년 예산액 증감률 (%)"
    body = "농업과 30 20 50.0 벼 재배 10 10 - 밭농사 20 10 100.0 축산과 5 5 - 방역 5 5 -"
    lines = "\n".join(f"{head} {body}".split())
    records, problems = summary(lines, "농업과", "축산과")
    assert problems == []
    assert [(line.department.name, line.item, line.total) for line in of(records, BudgetLine) if line.department] == [
        ("농업과", "농업과", True),
        ("농업과", "벼 재배", False),
        ("농업과", "밭농사", False),
        ("축산과", "축산과", True),
        ("축산과", "방역", False),
    ]
    assert figures(records)["벼 재배"] == {("original", 2025): 10 * _MILLION, ("original", 2024): 10 * _MILLION}


def test_rows_that_begin_with_bullets() -> None:
    text = "(단위 : 백만원)\n사업명 예산액 집행액\n합 계 30 15\n○ 등대 정비 20 10\n○ 부두 확장 10 5\n"
    assert items(summary(text)[0]) == [("", "합계"), ("", "등대 정비"), ("", "부두 확장")]


def test_a_unit_for_each_column() -> None:
    made = figures(detail("사업명 예산액(백만원) 집행액(천원) 집행률(%)\n등대 정비 1,860 155,000 8.3\n")[0])
    assert made["등대 정비"] == {("original", 2025): 1_860_000_000, ("expenditure", 2025): 155_000_000}


def test_who_pays_is_no_phase() -> None:
    text = "(단위 : 천원)\n사업명 2025년 예산액 2024년 예산액\n계 국비 시비\n등대 정비 30 10 20 25\n"
    made = figures(detail(text)[0])
    assert made["등대 정비"] == {("original", 2025): 30_000, ("original", 2024): 25_000}


def test_the_cells_tell_how_many_columns_a_head_has() -> None:
    head = "(단위 : 천원)\n사업명 예산현액 집행 잔액\n"
    assert figures(detail(f"{head}등대 30 10 20\n부두 9 9 -\n")[0])["등대"]["expenditure", 2025] == 10_000
    assert ("expenditure", 2025) not in figures(detail(f"{head}등대 30 20\n부두 9 -\n")[0])["등대"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("(단위 : 천원)\n사업명 예산액\n등대 1 2 3\n부두 4 5 6\n", "a head of 3 columns as in most rows, not of 1"),
        ("(단위 : 천원)\n사업명 예산액 예산액\n등대 1 2\n", "columns that can be told apart (2 of 2025 original)"),
        ("(단위 : 천원)\n등대 1 2\n부두 4 5\n어촌 4 5\n", "no head names its columns"),
    ],
)
def test_a_table_whose_columns_cannot_be_told_apart(text: str, words: str) -> None:
    for records, problems in (summary(text), detail(text)):
        assert records == []
        assert [(words in p.text, "(lines 2-" in p.text, p.severity) for p in problems] == [(True, True, "error")]


def test_a_centres_name_begins_its_own_item() -> None:
    text = "(단위 : 천원)\n구분 2025년 본예산\n관제센터 6\n관제센터 운영 6\n"
    assert items(summary(text, "관제센터")[0]) == [("관제센터", "관제센터"), ("관제센터", "관제센터 운영")]
