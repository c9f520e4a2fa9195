"""Rows of budget tables whose names and cells extraction has wrapped over lines, put together again."""

from __future__ import annotations

import pytest
from geungeo.loaders.budget_columns import Column
from geungeo.loaders.budget_rows import Label, Row, is_dash, is_skipped, place, read_rows, usual_width
from hypothesis import given
from hypothesis import strategies as st

from .texts import doc

_COLUMNS = tuple(
    Column(role, family, 2025, rated)
    for role, family, rated in (
        ("original", "budget", False),
        ("current", "budget", False),
        ("final", "budget", False),
        ("expenditure", "execution", True),
    )
)


def _rows(text: str, width: int = 4, *units: str) -> list[str]:
    found = read_rows(doc(text).lines, width, lambda name: name in units)
    return [_shown(row) for row in found]


def _shown(row: Row | Label) -> str:
    if isinstance(row, Label):
        return f"[{row.text}]"
    names = " ".join(line.text[a:b].strip() for line, a, b in row.names)
    return f"{names}: {' '.join(cell.text + ('%' if cell.rate else '') for cell in row.cells)}"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("등대 정비 10 - 10 5(50.0)\n부두 정비 20 - 20 -(0.0)", ["등대 정비: 10 - 10 5%", "부두 정비: 20 - 20 -%"]),
        ("등대 정비 10 - 10 -\n(0.0)\n부두 1 - 1 -\n\n(0.0)", ["등대 정비: 10 - 10 -%", "부두: 1 - 1 -%"]),
        ("등대와 바닷길\n정비 10 - 10 5(50.0)", ["등대와 바닷길 정비: 10 - 10 5%"]),
        ("등대\n정비\n10 - 10 5(50.0)", ["등대 정비: 10 - 10 5%"]),
        ("등대 정비\n(시비) 10 - 10 5\n부두 1 - 1 -", ["등대 정비 (시비): 10 - 10 5", "부두: 1 - 1 -"]),
        ("등대 정비 10 - 10 5\n(국가직접지원)\n부두 1 - 1 -", ["등대 정비 (국가직접지원): 10 - 10 5", "부두: 1 - 1 -"]),
        ("해양산업과\n등대 정비 10 - 10 5", ["[해양산업과]", "등대 정비: 10 - 10 5"]),
        ("등대 정비\n10\n-\n10\n5", ["등대 정비: 10 - 10 5"]),
        ("등대 2025 정비 10 -　 10 　- 5", ["등대 2025 정비 10: - 10 - 5"]),
        ("2025 등대 축제 10 - 10 5", ["2025 등대 축제: 10 - 10 5"]),
        ("제2 부두 (2단계) 1,000 - 1,000 △5", ["제2 부두 (2단계): 1,000 - 1,000 △5"]),
        ("등대 정비 12345 - 12345 1234", ["등대 정비: 12345 - 12345 1234"]),
        ("바다 비전 2030 10 - 10 5", ["바다 비전 2030: 10 - 10 5"]),
        ("등대 정비 1,51362 - 10 5(0.1)", ["등대 정비: 1,51362 - 10 5%"]),
    ],
)
def test_rows_as_printed(text: str, rows: list[str]) -> None:
    assert _rows(text, 4, "해양산업과") == rows


@pytest.mark.parametrize(
    "line", ["", "  ", "※ 시립박물관 제외", "*국비 75", "(단위 : 천원)", "본예산(a) 이월 등(b)", "사업명 ’25년 예산"]
)
def test_what_stands_between_rows_is_skipped(line: str) -> None:
    assert is_skipped(line)
    assert _rows(f"등대 정비 10 - 10 5\n{line}\n부두 1 - 1 -") == ["등대 정비: 10 - 10 5", "부두: 1 - 1 -"]


@given(st.lists(st.sampled_from(["등대 정비", "부두", "-", "10", "(0.0)", "1,000(5.0)", "", "(시비)"]), max_size=12))
def test_no_cell_is_lost_and_none_is_invented(parts: list[str]) -> None:
    made = doc("\n".join(parts))
    rows = [r for r in read_rows(made.lines, 4, lambda _: False) if isinstance(r, Row)]
    printed = [p for p in parts if p and p[0] in "-1"]
    cells = [cell for row in rows for cell in row.cells]
    assert [made.text[c.line.start + c.start : c.line.start + c.end] for c in cells] == [c.text for c in cells]
    assert [c.text for c in cells] == [p.partition("(")[0] for p in printed]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("등대 정비 7,455 2,907 39.0 이월 655 포함", "등대 정비: 7,455 2,907 39.0"),
        ("등대 정비 7,455 2,907 39.0", "등대 정비: 7,455 2,907 39.0"),
        ("등대 정비 7,455 2,907 39.0 국비 60%", "등대 정비: 7,455 2,907 39.0"),
        ("제2 등대 정비 7,455 2,907 39.0 위탁", "제2 등대 정비: 7,455 2,907 39.0"),
        ("등대\n정비 7,455 2,907 39.0 위탁", "등대 정비: 7,455 2,907 39.0"),
    ],
)
def test_remarks_behind_the_cells_are_left_out(text: str, row: str) -> None:
    found = read_rows(doc(text).lines, 3, lambda _: False, remarks=True)
    assert [_shown(one) for one in found] == [row]


def test_a_word_in_a_cell_of_changes() -> None:
    assert _rows("등대 정비 420 - 420 순증\n부두 1 1 - -") == ["등대 정비: 420 - 420 순증", "부두: 1 1 - -"]


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("등대 1 2 3\n부두\n확장 4 5 6\n계 5 7 -", 3),
        ("등대 1(2.0) 3(4.0)\n부두 1 (2.0) 3 (4.0)", 2),
        ("등대\n1 2 3", 0),
        ("※ 제외 1 2 3", 0),
        ("", 0),
    ],
)
def test_the_usual_number_of_cells(text: str, width: int) -> None:
    assert usual_width(doc(text).lines) == width


def _placed(text: str) -> str:
    row = next(r for r in read_rows(doc(text).lines, 4, lambda _: False) if isinstance(r, Row))
    placed = place(row, _COLUMNS)
    return "" if placed is None else " ".join(f"{column.role}={cell.text}" for column, cell in placed)


@pytest.mark.parametrize(
    ("text", "placed"),
    [
        ("등대 10 15 9 1(6.7)", "original=10 current=15 final=9 expenditure=1"),
        ("등대 10 10 1(10.0)", "original=10 current=10 expenditure=1"),
        ("등대 10 9 1(6.7)", ""),
        ("등대 10 10 1", ""),
        ("등대 10 5", ""),
    ],
)
def test_a_missing_cell_is_placed_by_arithmetic_or_not_at_all(text: str, placed: str) -> None:
    assert _placed(text) == placed


def test_a_dash_is_told_from_a_figure() -> None:
    row = next(r for r in read_rows(doc("등대 10 - 10 5").lines, 4, lambda _: False) if isinstance(r, Row))
    assert [is_dash(cell) for cell in row.cells] == [False, True, False, False]


def test_a_row_knows_its_lines() -> None:
    row = next(
        r for r in read_rows(doc("등대\n정비 10 - 10 5\n(시비)").lines, 4, lambda _: False) if isinstance(r, Row)
    )
    assert [line.number for line in row.lines] == [1, 2, 3]
