"""The money that a project's overview states in words."""

from __future__ import annotations

import pytest
from geungeo.loaders.overview import overview_money
from geungeo.ontology.records import Amount, BudgetLine

from .texts import context, of, project, untrue


def _read(text: str, year: int = 2025) -> list[tuple[str, int, int, str, str]]:
    made = context(text, year)
    records = list(overview_money(made, project(), made.document.lines))
    assert untrue(made.document, records) == []
    assert {line.table for line in of(records, BudgetLine)} <= {"overview"}
    return [(a.line.item, a.fiscal_year, a.won, a.printed, a.unit) for a in of(records, Amount)]


@pytest.mark.parametrize(
    ("field", "amount"),
    [
        ("소요예산 : 1,375백만원 (진흥원 대행)", ("소요예산", 2025, 1_375_000_000, "1,375백만원", "백만원")),
        ("사 업 비 : 980억원 (국비 300, 시비 680)", ("사업비", 2025, 98_000_000_000, "980억원", "억원")),
        ("’26년 예산 : 총 582억 원", ("’26년 예산", 2026, 58_200_000_000, "582억 원", "억원")),
        ("소요예산 : 2조 6,426억원", ("소요예산", 2025, 2_642_600_000_000, "2조 6,426억원", "원")),
        ("예 산 액 : 1억 5천만원", ("예산액", 2025, 150_000_000, "1억 5천만원", "원")),
        ("소요예산 : ’24년 50억원, ’25년 30억원", ("소요예산", 2024, 5_000_000_000, "50억원", "억원")),
        ("예산 : 132억(시비)", ("예산", 2025, 13_200_000_000, "132억", "억원")),
        ("예산 : 26505백만원", ("예산", 2025, 26_505_000_000, "26505백만원", "백만원")),
    ],
)
def test_an_amount_in_words(field: str, amount: tuple[str, int, int, str, str]) -> None:
    assert _read(f"□ 사업개요\n ㅇ {field}\n") == [amount]


@pytest.mark.parametrize(
    "field",
    [
        "소요예산 : 비예산",
        "소요예산 : 12,34백만원",
        "총사업비 : 465억원(’22~’26)",
        "추진목적 : 100억원 절감",
        "소요예산 :",
    ],
)
def test_what_is_no_amount_of_a_year_is_left_out(field: str) -> None:
    assert _read(f"□ 사업개요\n ㅇ {field}\n") == []


@pytest.mark.parametrize(
    "text",
    ["□ 소요예산 : 10억원\n", "■ 사업비\n ◦ 10억원(국비 5, 시비 5)\n", " ◈ 사 업 비 : 10억원\n□ 추진계획\n"],
)
def test_a_heading_or_a_field_above_the_first_block(text: str) -> None:
    assert [won for _, _, won, _, _ in _read(text)] == [1_000_000_000]


def test_only_overviews_are_read() -> None:
    assert _read("□ 추진계획\n ㅇ 소요예산 : 10억원\n□ DMC 사업개요\n ㅇ 소요예산\n   - 20억원\n") == [
        ("소요예산", 2025, 2_000_000_000, "20억원", "억원")
    ]


def test_without_a_year_there_is_no_amount() -> None:
    assert _read("□ 사업개요\n ㅇ 소요예산 : 10억원\n", year=0) == []
