"""Rows as text: CSV for spreadsheets, JSON for programs, Markdown, and a table that fits the terminal."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal

import pytest
from geungeo.graph.rows import FORMATS, Form, Rows, columns_of, to_csv, to_json, to_md, to_table
from hypothesis import given
from hypothesis import strategies as st

ROWS = Rows(
    ("facility", "amount_krw", "area", "resolved"),
    (
        ("서울 양자 허브", 15_797_378_000, Decimal("10220.50"), True),
        ("한빛|전시장", None, None, False),
    ),
)
HOSTILE = "<script>alert(1)</script>\x1b[31m\u202e|*x*\n=1+1"


def test_csv_has_plain_numbers_and_an_empty_cell_for_the_unknown() -> None:
    assert to_csv(ROWS) == (
        "facility,amount_krw,area,resolved\n서울 양자 허브,15797378000,10220.5,true\n한빛|전시장,,,false\n"
    )


def test_csv_begins_with_a_mark_for_excel_if_asked() -> None:
    assert to_csv(ROWS, bom=True) == "\ufeff" + to_csv(ROWS)


@pytest.mark.parametrize("text", ["=1+1", "+82", "-5", "@x", "\t=1", " =1", "\r+1"])
def test_a_text_that_a_spreadsheet_would_run_stays_text(text: str) -> None:
    written = to_csv(Rows(("a",), ((text,),)))
    assert list(csv.reader(io.StringIO(written, newline="")))[1] == [f"'{text}".replace("\r", "\n")]


def test_a_negative_number_stays_a_number() -> None:
    assert to_csv(Rows(("a", "b"), ((-5, Decimal("-1.5")),))) == "a,b\n-5,-1.5\n"


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=4))
def test_csv_gives_every_text_back(cells: list[str]) -> None:
    rows = Rows(tuple("abcd"[: len(cells)]), (tuple(cells),))
    read = list(csv.reader(io.StringIO(to_csv(rows), newline="")))[1]
    kept = [cell.replace("\r\n", "\n").replace("\r", "\n") for cell in cells]
    assert [cell.removeprefix("'") for cell in read] == [cell.removeprefix("'") for cell in kept]


def test_json_has_numbers_null_and_no_escapes() -> None:
    text = to_json(ROWS)
    assert "서울 양자 허브" in text
    assert json.loads(text) == [
        {"facility": "서울 양자 허브", "amount_krw": 15797378000, "area": 10220.5, "resolved": True},
        {"facility": "한빛|전시장", "amount_krw": None, "area": None, "resolved": False},
    ]
    assert json.loads(to_json(Rows(("a",), ()))) == []


def test_markdown_is_a_table_whose_cells_are_text() -> None:
    lines = to_md(Rows(("name", "won"), ((HOSTILE, 20_000),))).splitlines()
    assert lines[0] == "| name | won |"
    assert lines[1] == "| --- | --: |"
    assert lines[2].startswith(r"| \<script\>alert(1)\</script\>\\x1b\[31m\\u202e\|\*x\*\\x0a=1+1 | 20,000 |")
    assert len(lines) == 3


def test_a_table_lines_up_korean_and_separates_thousands() -> None:
    assert to_table(ROWS).splitlines() == [
        "facility            amount_krw     area  resolved",
        "──────────────  ──────────────  ───────  ────────",
        "서울 양자 허브  15,797,378,000  10220.5  true",
        "한빛|전시장                              false",
    ]


def test_years_have_no_separator() -> None:
    assert "2025" in to_table(Rows(("fiscal_year",), ((2025,),)))


def test_a_table_cannot_steer_the_terminal() -> None:
    text = to_table(Rows(("name",), ((HOSTILE,),)))
    assert not {"\x1b", "\u202e"} & set(text)
    assert text.count("\n") == 3


@pytest.mark.parametrize("width", [30, 45, 60])
def test_a_table_wraps_its_cells_to_the_terminal(width: int) -> None:
    rows = Rows(("name", "context"), (("서울 양자 허브", "시설현황: 서울 양자 허브(서초구 태봉로 7), " * 3),))
    lines = to_table(rows, width=width).splitlines()
    assert max(map(columns_of, lines)) <= width
    words = "".join("".join(line) for line in lines[2:])
    assert words.replace(" ", "").count("태봉로7") == 3 or width == 30


def test_a_very_long_cell_ends() -> None:
    assert to_table(Rows(("a",), (("가" * 10_000,),)), width=80).count("가") == 10_000


def test_a_form_prints_as_its_format() -> None:
    assert Form().table
    assert Form("table").text(ROWS) == to_table(ROWS)
    assert Form("csv", bom=True).text(ROWS) == to_csv(ROWS, bom=True)
    assert [Form(name).text(ROWS) for name in FORMATS] == [write(ROWS) for write in FORMATS.values()]
