"""Staff tables in the shapes of the genre; what a name lost to extraction is put together only if it is sure."""

from __future__ import annotations

import pytest
from geungeo.loaders.staff import StaffRow, staff_rows

from .texts import doc

_COLUMNS = "구  분 정 원 현 원 과부족 비 고\n계 148 143 △5\n"


def _rows(text: str, *attested: str) -> list[StaffRow]:
    return staff_rows(doc(text).lines, lambda name: name in attested)


def _totals(text: str, *attested: str) -> dict[str, tuple[int | None, int | None]]:
    return {row.name: row.counts[""] for row in _rows(text, *attested)}


def test_a_remark_behind_the_figures() -> None:
    text = f"{_COLUMNS}해 양 전 략 과 31 32 1 휴직대체 1명 포함\n수산자원연구소 30 28 △2 기장군 소재\n"
    assert _totals(text) == {"해양전략과": (31, 32), "수산자원연구소": (30, 28)}
    assert [row.misfit for row in _rows(text)] == ["", ""]


def test_a_name_before_and_behind_its_figures() -> None:
    text = f"{_COLUMNS}도 시 농 업\n24 23 △1\n축 산 과\n수산유통과 22 22 -\n"
    assert _totals(text) == {"도시농업축산과": (24, 23), "수산유통과": (22, 22)}


def test_a_name_over_two_lines_is_one_if_the_document_writes_it_so() -> None:
    text = f"{_COLUMNS}도시농업\n축산과 24 23 △1\n"
    assert _totals(text, "도시농업축산과") == {"도시농업축산과": (24, 23)}
    assert _totals(text) == {"축산과": (24, 23)}


def test_the_table_ends_before_what_is_no_row() -> None:
    assert list(_totals(f"{_COLUMNS}수산유통과 22 22 -\n□ 주요업무\n등대과 1 2\n")) == ["수산유통과"]


@pytest.mark.parametrize(
    "head", ["구  분 계 문화예술과 관 광 과", "구분  계  문화예술과  관광과", "구 분 계 문화예술과 관광과 비고"]
)
def test_departments_as_columns(head: str) -> None:
    text = f"{head}\n정  원 55 34 21\n현  원 55 33 22\n과부족 - △1 1\n"
    assert _totals(text) == {"문화예술과": (34, 33), "관광과": (21, 22)}


def test_departments_as_columns_that_do_not_fit_are_none() -> None:
    assert _totals("구 분 계 문화예술과\n정 원 55 34 21\n현 원 55 33 22\n") == {}


_IN_ROWS = "부  서 구 분 계 4급 5급\n합   계 정원 57 1 2\n현원 55 1 2\n"


def test_quota_and_staff_as_rows_of_a_department() -> None:
    rows = _rows(f"{_IN_ROWS}복지정책과 정원 34 1 1\n현원 33 - 1\n생활보장과 정원 23 - 1\n현원 22 - 1\n")
    assert [(row.name, row.counts) for row in rows] == [
        ("복지정책과", {"": (34, 33), "4급": (1, None), "5급": (1, 1)}),
        ("생활보장과", {"": (23, 22), "4급": (None, None), "5급": (1, 1)}),
    ]


@pytest.mark.parametrize(
    "order", [("정원 34 1 1", "복지정책과", "현원 33 - 1"), ("복지정책과", "정원 34 1 1", "현원 33 - 1")]
)
def test_the_name_of_a_merged_cell(order: tuple[str, ...]) -> None:
    assert _totals(_IN_ROWS + "\n".join(order)) == {"복지정책과": (34, 33)}


@pytest.mark.parametrize("pair", ["{}/{}", "{}({})"])
def test_pairs_in_one_cell(pair: str) -> None:
    cells = " ".join(pair.format(a, b) for a, b in ((32, 31), (1, 1), ("-", "-")))
    text = f"부서명 계 4급 5급\n(정/현) (정/현) (정/현)\n합계 {cells}\n디지털담당관 {cells}\n"
    (row,) = _rows(text)
    assert (row.name, row.counts) == ("디지털담당관", {"": (32, 31), "4급": (1, 1), "5급": (None, None)})


def test_every_cell_on_a_line_of_its_own() -> None:
    head = "구분 계 4급 정원 현원 정원 현원".replace(" ", "\n")
    text = f"□ 인력\n{head}\n합계\n45\n44\n1\n1\n농업정책과\n25\n24\n1\n1\n스마트농업과\n20\n20\n-\n-\n□ 기능\n가\n1\n"
    assert [(row.name, row.counts) for row in _rows(text)] == [
        ("농업정책과", {"": (25, 24), "4급": (1, 1)}),
        ("스마트농업과", {"": (20, 20), "4급": (None, None)}),
    ]


@pytest.mark.parametrize("text", ["", "정원 171명 / 현원 166명\n", "조직 : 1국 3과\n", "정원 1 2\n"])
def test_prose_is_no_table(text: str) -> None:
    assert _rows(text) == []
