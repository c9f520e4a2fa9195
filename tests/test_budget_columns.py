"""The heads of budget tables, in one or two levels and any order, read as the columns of the cells."""

from __future__ import annotations

import pytest
from geungeo.loaders.budget_columns import is_head, read_columns
from hypothesis import given
from hypothesis import strategies as st

_TWO_LEVELS = """사업명 ’25년 예산 ’24년최종예산 집행액 및 집행률(%)
본예산(a) 이월 등(b) 예산현액(A=a+b) 원인행위액(집행률) 지출액(집행률)"""


def _read(head: str) -> list[str]:
    return [f"{c.role} {c.year}{' rated' if c.rated else ''}" for c in read_columns(head, 2025)]


@pytest.mark.parametrize(
    ("head", "columns"),
    [
        (
            _TWO_LEVELS,
            "original 2025|carryover 2025|current 2025|final 2024|commitment 2025 rated|expenditure 2025 rated",
        ),
        (
            "부서 세부사업 2025년도 2024년도최종예산 집행액(C)(지출액 기준) 집행률(C/B)본예산(A) 예산현액(B)",
            "original 2025|current 2025|final 2024|expenditure 2025|rate 2025",
        ),
        ("사업명 2025 예산액 2024 예산액 증감", "original 2025|original 2024|change 2025"),
        ("구 분 2025년도 2024년도 증 감\n본예산 최종예산", "original 2025|final 2024|change 2025"),
        ("구분 ’25년 ’24년 증△감 증감률(%)", "original 2025|original 2024|change 2025|rate 2025"),
        ("사업명 본예산 예산현액 집행액 집행률", "original 2025|current 2025|expenditure 2025|rate 2025"),
        ("구    분 예산액 예산현액 집행액 집행률(%)", "original 2025|current 2025|expenditure 2025|rate 2025"),
        ("사  업  명 ’25년 예산 집행액 집행률", "original 2025|expenditure 2025|rate 2025"),
        ("사업명 예산현액 집행현황 원인행위액 집행액", "current 2025|commitment 2025|expenditure 2025"),
        ("사업명 예산액 집행액 및 집행률(%)", "original 2025|expenditure 2025 rated"),
        ("과목 2024년 최종예산 2025년 본예산 비고", "final 2024|original 2025|note 2025"),
        ("단위사업 당초예산 추경예산 예산현액 집행잔액", "original 2025|supplement 2025|current 2025|balance 2025"),
        (
            "사업명 예산현황 집행현황 당초예산 전년도 이월액 예산현액 지출액",
            "original 2025|carryover 2025|current 2025|expenditure 2025",
        ),
        (
            "부서명 세부사업 2025년 예산액 2024년 예산액\n계 국비 시비 구비",
            "original 2025|funding 2025|funding 2025|funding 2025|original 2024",
        ),
        (
            "사업명 2025년 예산액 2024년 예산액\n계 국비 시비 계 국비 시비",
            "original 2025|funding 2025|funding 2025|original 2024|funding 2024|funding 2024",
        ),
        ("사업명 계 국비 도비 시비 비고", "original 2025|funding 2025|funding 2025|funding 2025|note 2025"),
        ("사업명 2025년 예산액 국비 시비", "original 2025|funding 2025|funding 2025"),
        (
            "과 목 예산현액 집행액 집행률\n본예산 이월 계",
            "original 2025|carryover 2025|current 2025|expenditure 2025|rate 2025",
        ),
        ("구분 본예산 추경 계", "original 2025|supplement 2025|current 2025"),
        ("구분 ’25년 당초예산 1회추경 예산현액", "original 2025|supplement 2025|current 2025"),
    ],
)
def test_columns_in_the_order_of_their_cells(head: str, columns: str) -> None:
    assert _read(head) == columns.split("|")


@given(st.sampled_from(["’", "‘", "'", "`", ""]), st.integers(0, 99), st.sampled_from(["년", "년도", ""]))
def test_the_years_of_a_head(quote: str, year: int, word: str) -> None:
    head = f"사업명 {quote}{year:02d}{word} 본예산"
    assert _read(head) == [f"original 20{year:02d}"]


def test_a_unit_of_a_columns_own() -> None:
    columns = read_columns("사업명 예산액(백만원) 집행액(단위:천원) 집행률(%)", 2025)
    assert [(c.role, c.unit, c.rated) for c in columns] == [
        ("original", "백만원", False),
        ("expenditure", "천원", False),
        ("rate", "", False),
    ]


def test_words_apart_may_be_columns_apart() -> None:
    head = "과목 예산현액 집행 잔액"
    assert [c.role for c in read_columns(head, 2025)] == ["current", "balance"]
    assert [c.role for c in read_columns(head, 2025, apart=True)] == ["current", "expenditure", "balance"]
    assert [c.role for c in read_columns("2025년도 예산액", 2025, apart=True)] == ["original"]


def test_an_empty_head_has_no_columns() -> None:
    assert _read("") == []


@pytest.mark.parametrize(
    "line", [*_TWO_LEVELS.splitlines(), "’25년 예산 ’24년최종예산", "본예산(a) 이월 등(b)", "비고", "계 국비 시비"]
)
def test_head_lines(line: str) -> None:
    assert is_head(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "해양산업과",
        "기본경비 200 200 200",
        "예산 절감 사업 100",
        "ㅇ 예산 : 300백만원",
        "’25. 1. 31. 기준",
        "(단위 : 백만원)",
        "계 1,700 1,730",
        "계",
        "(시비)",
    ],
)
def test_lines_of_the_body_are_no_head(line: str) -> None:
    assert not is_head(line)
