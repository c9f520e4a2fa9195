"""Page numbers and running heads are no text of the report; what only looks like them is."""

from __future__ import annotations

import pytest
from geungeo.loaders.pages import furniture
from geungeo.ontology.records import BudgetLine, Source

from .texts import doc, of, read

_SOURCE = Source("r.txt", "", "utf-8", 9, "2025년도 하반기 주요업무보고", "서울특별시 은평구", "복지국", "2025-06-30")


def _lines(text: str, first: int = 1) -> list[int]:
    return sorted(furniture(doc(text), _SOURCE, first))


@pytest.mark.parametrize(
    "line",
    [
        "2025년도 하반기 주요업무보고",
        "복  지  국",
        "은평구 복지국 주요업무보고",
        "서울특별시 은평구 복지국",
        "2025년 주요업무보고",
    ],
)
def test_running_heads(line: str) -> None:
    assert _lines(f"가\n{line}\n나\n") == [2]


@pytest.mark.parametrize(
    "line", ["Ⅳ. 주요업무보고", "은평구", "2025년", "복지국장", "복지국 예산 300", "□ 복지국", "주요업무보고 요약"]
)
def test_other_lines_stay(line: str) -> None:
    assert _lines(f"가\n{line}\n나\n") == []


def test_the_cover_stays() -> None:
    assert _lines("복지국\nⅠ. 일반현황\n복지국\n", first=2) == [3]


def test_page_numbers_that_rise() -> None:
    assert _lines("- 1 -\n가\n- 2 -\n나\n – 4 – \n") == [1, 3, 5]


@pytest.mark.parametrize("text", ["- 1 -\n가\n", "- 5 -\n- 5 -\n", "- 5 -\n- 3 -\n"])
def test_cells_that_look_like_page_numbers(text: str) -> None:
    assert _lines(text) == []


def test_a_page_break_inside_a_table() -> None:
    row = "등대 정비 10 5\n"
    text = (
        "은평구 복지국\n2025년 주요업무보고\n- 1 -\nⅡ. 예산현황\n(단위 : 천원)\n사업명 2025년 예산액 2024년 예산액\n"
        f"{row}- 2 -\n복지국\n(단위 : 천원)\n사업명 2025년 예산액 2024년 예산액\n{row.replace('등대', '부두')}- 3 -\n"
    )
    assert [line.item for line in of(read(text).records, BudgetLine)] == ["등대 정비", "부두 정비"]
