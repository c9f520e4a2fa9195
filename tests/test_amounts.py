"""Figures, units and counts as printed, read to won and integers; what is malformed is never guessed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from geungeo.loaders.amounts import DASHES, figure, head_count, table_unit, won
from geungeo.ontology.records.money import UNITS
from hypothesis import given
from hypothesis import strategies as st


@given(st.integers(-(10**12), 10**12))
def test_a_grouped_figure_is_read_back(value: int) -> None:
    printed = f"{'△' if value < 0 else ''}{abs(value):,}"
    assert figure(printed) == value
    assert figure(str(abs(value))) == abs(value)


@given(st.integers(0, 10**9), st.sampled_from(sorted(UNITS)))
def test_won_is_the_figure_times_its_unit(value: int, unit: str) -> None:
    amount = value * UNITS[unit]
    assert won(f"{value:,}", unit) == (amount if amount < 10**17 else None)


@given(st.decimals(0, 10**6, places=1))
def test_a_decimal_keeps_its_part(value: Decimal) -> None:
    assert won(f"{value:,.1f}", "억원") == int(value * 10**8)


@pytest.mark.parametrize("dash", sorted(DASHES))
def test_a_dash_is_a_stated_zero(dash: str) -> None:
    assert figure(dash) == 0
    assert won(f" {dash} ", "천원") == head_count(dash) == 0


@pytest.mark.parametrize("text", ["1,51362", "1,513,0620", "17,234,", ",5", "1.234.567", "", "금액", "9.2%", "(21,0)"])
def test_a_malformed_figure_is_none(text: str) -> None:
    assert figure(text) is None
    assert won(text, "천원") is None


@pytest.mark.parametrize(
    ("note", "unit"),
    [
        ("(단위: 천원, ’25.1.31. 기준)", "천원"),
        ("(단위 : 백만원, ’25. 1. 31. 기준)", "백만원"),
        ("□ 예산 집행 현황   (단위 : 억원)", "억원"),
        ("(단 위 : 천 원)", "천원"),
        ("[단위:원]", "원"),
        ("(2025. 5. 31. 현재, 단위 만원)", "만원"),
        ("(단위 : 명, 백만원)", "백만원"),
        ("추진단위원회 운영 100 100", ""),
        ("사업추진단 위원회 구성", ""),
        ("(단위 : 개소)", ""),
    ],
)
def test_the_unit_of_a_table(note: str, unit: str) -> None:
    assert table_unit(note) == unit


@given(st.integers(0, 9999), st.integers(1, 9))
def test_a_footnote_mark_is_no_part_of_a_count(posts: int, mark: int) -> None:
    assert head_count(f"{posts:,}{mark})") == posts


@pytest.mark.parametrize(("text", "count"), [("△2", -2), ("1,024", 1024), ("2.5", None), ("명", None)])
def test_a_count_is_whole(text: str, count: int | None) -> None:
    assert head_count(text) == count
