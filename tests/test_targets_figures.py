"""Figures in words become plain numbers with what they count."""

from __future__ import annotations

import pytest
from geungeo.loaders.knowledge import rows
from geungeo.loaders.targets_figures import quantities
from hypothesis import given
from hypothesis import strategies as st


def _read(text: str) -> list[str]:
    return [f"{q.value} {q.unit}" for q in quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1조 2,500억원 조성", ["12500 억원"]),
        ("5천억 기금 신설", ["5000 억원"]),
        ("市 150억 출자", ["150 억원"]),
        ("1.5조원", ["1.5 조원"]),
        ("50백만원", ["50 백만원"]),
        ("3천만원", ["3000 만원"]),
        ("5억 5천만원", ["55000 만원"]),
        ("관람 4만명(온·오프라인)", ["40000 명"]),
        ("연간 1만 명 양성", ["10000 명"]),
        ("7만5천명", ["75000 명"]),
        ("인재양성 5,000여 명", ["5000 명"]),
        ("육성 대학 16개교 선정", ["16 개교"]),
        ("100개 업체 지원", ["100 개"]),
        ("상표 육성(90社)", ["90 社"]),
        ("공정률 27%", ["27 %"]),
        ("관로 12.5km 정비", ["12.5 km"]),
        ("20개소에서 1,000팀", ["20 개소", "1000 팀"]),
        ("500만달러", ["5000000 달러"]),
        ("버스 20대 도입", ["20 대"]),
    ],
)
def test_figures_of_the_genre(text: str, expected: list[str]) -> None:
    assert _read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "제2회 행사",
        "2025 한빛 잔치",
        "3대 강국",
        "1인 미디어",
        "4차산업혁명",
        "’25.1.~12.",
        "5개년 계획",
        "만 5세",
        "A3개",
    ],
)
def test_names_orders_and_dates_count_nothing(text: str) -> None:
    assert _read(text) == []


@pytest.mark.parametrize("row", rows("counters"), ids=lambda row: row["unit"])
def test_a_counter_counts_and_an_order_does_not(row: dict[str, str]) -> None:
    found = [q.unit for q in quantities(row["example"])]
    assert found == ([row["unit"].replace(" ", "")] if row["counts"] else [])


@given(st.integers(0, 10**9), st.sampled_from(["명", "개소", "건", "회", "편", "㎡", "억원", "백만원"]))
def test_a_printed_figure_is_read_back(number: int, unit: str) -> None:
    for printed in (f"{number:,}{unit}", f"{number}{unit}", f"총 {number:,}{unit} 지원"):
        assert [(q.unit, float(q.value)) for q in quantities(printed)] == [(unit, float(number))]


@given(st.text(alphabet="0123456789,.조억만천백개명원여 ()%제’", max_size=60))
def test_values_are_plain_numbers_in_place(text: str) -> None:
    for found in quantities(text):
        assert float(found.value) >= 0
        assert "e" not in found.value.lower()
        assert text[found.start].isdigit()
        assert found.start < found.end <= len(text)
