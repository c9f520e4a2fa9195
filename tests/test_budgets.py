"""Budget tables as lines and amounts: departments over pages, units anywhere, damage said and not guessed at."""

from __future__ import annotations

import pytest
from geungeo.loaders.budgets import read_detail, read_summary
from geungeo.ontology.records import Amount, BudgetLine, Department

from .texts import (
    DETAIL_HEAD,
    SUMMARY,
    SUMMARY_HEAD,
    context,
    department,
    detail,
    doc,
    figures,
    items,
    of,
    project,
    summary,
    untrue,
)

_MILLION = 1_000_000


def test_lines_stand_under_their_department_over_all_pages() -> None:
    records, problems = summary(SUMMARY, "해양산업과", "항만물류정책과")
    assert items(records) == [
        ("", "계"),
        ("해양산업과", "소계"),
        ("해양산업과", "한빛창업허브 운영"),
        ("해양산업과", "물결체육관 건립"),
        ("항만물류정책과", "소계"),
        ("항만물류정책과", "새벽시장 현대화"),
        ("항만물류정책과", "기본경비"),
    ]
    assert problems == []
    assert [line.item for line in of(records, BudgetLine) if line.total] == ["계", "소계", "소계"]
    assert untrue(doc(SUMMARY), records) == []


def test_the_amounts_of_an_overview() -> None:
    made = figures(summary(SUMMARY, "해양산업과", "항만물류정책과")[0])
    assert made["한빛창업허브 운영"] == {
        ("original", 2025): 600 * _MILLION,
        ("current", 2025): 630 * _MILLION,
        ("final", 2024): 500 * _MILLION,
        ("expenditure", 2025): 50 * _MILLION,
    }
    assert made["새벽시장 현대화"]["expenditure", 2025] == 0


def test_an_amount_keeps_what_is_printed() -> None:
    records, _ = summary(SUMMARY, "해양산업과", "항만물류정책과")
    found = [a for a in of(records, Amount) if a.line.item == "한빛창업허브 운영"]
    assert (found[0].printed, found[0].unit, found[0].span.quote) == ("600", "백만원", "600")
    assert {a.line.span.quote for a in found} == {"한빛창업허브 운영 600 630 500 50 7.9"}


def test_a_subtotal_before_the_name_of_its_department() -> None:
    text = f"{SUMMARY_HEAD}해양산업과\n등대 1 1 1 1 100.0\n소 계 2 2 2 1 50.0\n항만물류과\n부두 2 2 2 1 50.0\n"
    assert items(summary(text, "해양산업과", "항만물류과")[0]) == [
        ("해양산업과", "등대"),
        ("항만물류과", "소계"),
        ("항만물류과", "부두"),
    ]


@pytest.mark.parametrize("known", [(), ("해양산업과", "항만물류과")])
def test_the_department_as_a_column_of_its_own(known: tuple[str, ...]) -> None:
    text = """(단위 : 억원)
부서명 사업명 2025년 예산액 2024년 예산액 증감
합계 34.5 30 4.5
해양산업과 소계 20.5 20 0.5
해양산업과 등대 정비 10.5 10 0.5
성과 관리 10 10 -
항만물류과 소계 14 10 4
항만물류과 부두 정비 14 10 4
"""
    records, problems = summary(text, *known)
    assert items(records) == [
        ("", "합계"),
        ("해양산업과", "소계"),
        ("해양산업과", "등대 정비"),
        ("해양산업과", "성과 관리"),
        ("항만물류과", "소계"),
        ("항만물류과", "부두 정비"),
    ]
    assert figures(records)["등대 정비"] == {("original", 2025): 1_050_000_000, ("original", 2024): 1_000_000_000}
    assert problems == []


@pytest.mark.parametrize("known", [(), ("해양산업과", "항만물류과")])
def test_a_row_named_like_a_department_is_its_total(known: tuple[str, ...]) -> None:
    text = "(단위 : 천원)\n구분 2025년 본예산\n합계 9\n해양산업과 5\n- 등대 정비 5\n항만물류과 4\n- 부두 정비 4\n"
    records, _ = summary(text, *known)
    assert items(records) == [
        ("", "합계"),
        ("해양산업과", "해양산업과"),
        ("해양산업과", "등대 정비"),
        ("항만물류과", "항만물류과"),
        ("항만물류과", "부두 정비"),
    ]
    assert [line.total for line in of(records, BudgetLine)] == [True, True, False, True, False]


def test_a_line_that_ends_like_a_unit_is_a_line() -> None:
    text = "(단위 : 천원)\n구분 2025년 본예산\n해양산업과 5\n바다지원단 5\n"
    assert items(summary(text, "해양산업과")[0])[1] == ("해양산업과", "바다지원단")


def test_a_total_beside_the_name_of_its_department() -> None:
    text = "(단위 : 천원)\n구분 예산액 예산현액 집행액\n총 계 5 6 1\n해양산업과 계 5 6 1\n등대 정비 5 6 1\n"
    records, _ = summary(text, "해양산업과")
    assert items(records) == [("", "총계"), ("해양산업과", "계"), ("해양산업과", "등대 정비")]
    assert figures(records)["등대 정비"]["current", 2025] == 6000


def test_an_office_that_an_item_names_is_no_column() -> None:
    text = f"{SUMMARY_HEAD}해양산업과\n한빛박물관 운영 1 1 1 1 100.0\n"
    made = context(text)
    office = Department("한빛박물관", "office", department("x").span)
    records, *_ = read_summary(made, made.document.lines, [department("해양산업과"), office])
    assert items(records) == [("해양산업과", "한빛박물관 운영")]


def test_departments_that_no_staff_table_names() -> None:
    records, _ = summary(SUMMARY)
    named = {line.department for line in of(records, BudgetLine) if line.department}
    assert {(d.name, d.kind, d.span.quote) for d in named} == {
        ("해양산업과", "department", "해양산업과"),
        ("항만물류정책과", "department", "항만물류정책과"),
    }


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("□ 예산 집행 현황 (단위: 천원, ’25.1.31. 기준)\n", ""),
        ("□ 예산 집행 현황\n          (단위 : 천원, ’25. 1. 31. 기준)\n\n", ""),
        ("", "(단위: 천원, ’25.1.31.기준)\n"),
    ],
)
def test_the_unit_in_the_heading_above_or_behind_the_table(before: str, after: str) -> None:
    text = f"{before}{DETAIL_HEAD}등대 정비 10,500 - 10,500 9,000 1,000(9.5) 500(4.8)\n{after}"
    records, problems = detail(text)
    assert figures(records)["등대 정비"] == {
        ("original", 2025): 10_500_000,
        ("carryover", 2025): 0,
        ("current", 2025): 10_500_000,
        ("final", 2024): 9_000_000,
        ("commitment", 2025): 1_000_000,
        ("expenditure", 2025): 500_000,
    }
    assert problems == []
    assert untrue(doc(text), records) == []


@pytest.mark.parametrize(
    ("unit", "won"), [("원", 12), ("천원", 12_000), ("백만원", 12_000_000), ("억원", 1_200_000_000)]
)
def test_every_unit(unit: str, won: int) -> None:
    assert figures(detail(f"(단위 : {unit})\n사업명 본예산\n등대 12\n")[0])["등대"] == {("original", 2025): won}


def test_rates_on_lines_of_their_own() -> None:
    text = f"{DETAIL_HEAD}등대 정비 10 - 10 - -\n(0.0)\n-\n\n(0.0)\n합계 10 - 10 - -\n(0.0)\n- (0.0)\n(단위: 천원)\n"
    records, problems = detail(text)
    assert [line.item for line in of(records, BudgetLine)] == ["등대 정비", "합계"]
    assert figures(records)["등대 정비"]["expenditure", 2025] == 0
    assert problems == []


def test_letter_spaced_and_wrapped_names() -> None:
    text = f"""{DETAIL_HEAD}등 대 와  바 닷 길  정 비 10 - 10 - -(0.0) -(0.0)
어촌 마을
가꾸기 20 - 20 - -(0.0) -(0.0)
부두 정비 30 - 30 - -(0.0) -(0.0)
(국가직접지원)
(단위: 천원)
"""
    found = [line.item for line in of(detail(text)[0], BudgetLine)]
    assert found == ["등대와 바닷길 정비", "어촌 마을 가꾸기", "부두 정비 (국가직접지원)"]


def test_a_page_head_inside_a_table_is_no_row() -> None:
    row = "등대 10 - 10 - -(0.0) -(0.0)\n"
    records, problems = detail(
        f"(단위: 천원)\n{DETAIL_HEAD}{row}\n(단위: 천원)\n{DETAIL_HEAD}{row.replace('등대', '부두')}"
    )
    assert [line.item for line in of(records, BudgetLine)] == ["등대", "부두"]
    assert problems == []


def test_a_figure_typed_wrong_is_said_and_left_out() -> None:
    records, problems = detail(f"(단위: 천원)\n{DETAIL_HEAD}등대 10,500 - 10,500 9,000 1,000(9.5) 5,00(4.8)\n")
    assert ("expenditure", 2025) not in figures(records)["등대"]
    assert len(figures(records)["등대"]) == 5
    assert [(p.line, p.severity) for p in problems] == [(5, "warning")]
    assert "5,00" in problems[0].text


def test_a_row_with_too_few_cells_is_said_and_the_rest_is_read() -> None:
    text = f"(단위: 천원)\n{DETAIL_HEAD}등대 10 10 9 1\n부두 10 - 10 9 1(9.5) 1(4.8)\n"
    records, problems = detail(text)
    assert [line.item for line in of(records, BudgetLine)] == ["부두"]
    assert [(p.line, p.text) for p in problems] == [(5, "budget row not read: 4 figures for 6 columns")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"{DETAIL_HEAD}등대 10 - 10 - -(0.0) -(0.0)\n", "unit"),
        ("(단위: 천원)\n사업명 증감 비고\n등대 10 -\n", "amount columns"),
        (f"(단위: 천원)\n{DETAIL_HEAD}", "without rows"),
    ],
)
def test_a_table_that_cannot_be_read_is_a_problem(text: str, words: str) -> None:
    records, problems = detail(text)
    assert records == []
    assert [(words in p.text, p.severity) for p in problems] == [(True, "error")]


def test_amounts_without_a_year_are_not_made() -> None:
    made = context("(단위: 천원)\n사업명 예산액 집행액\n등대 10 5\n", year=0)
    records, problems, _ = read_detail(made, made.document.lines, project())
    assert records == []
    assert "--date" in problems[0].text


@pytest.mark.parametrize("behind", ["참 고 어촌 지원 규모", "ㅇ 시설 10 20 30 40 50 60", "<그림>"])
def test_a_table_ends_before_what_is_no_row(behind: str) -> None:
    text = f"(단위: 천원)\n{DETAIL_HEAD}등대 10 - 10 - -(0.0) -(0.0)\n{behind}\n연구 1 2 3 4 5 6\n"
    assert [line.item for line in of(detail(text)[0], BudgetLine)] == ["등대"]


def test_a_block_without_a_table_gives_nothing() -> None:
    assert detail("□ 예산 집행 현황 : 해당 없음\n") == ([], [])
