"""The arithmetic of budget tables: what is found, which figure is blamed, and that rounding never is."""

from __future__ import annotations

import pytest

from .finding_texts import in_detail, in_summary, short
from .texts import DETAIL_HEAD, SUMMARY, SUMMARY_HEAD

_DEPARTMENTS = ("해양산업과", "항만물류정책과")
_SPENT = "사업명 예산액 집행액 집행률(%) 잔액\n"
_YEARS = "부서 세부사업 2025 예산액 2024 예산액 증감 증감률(%)\n"
_SOURCES = "부서명 세부사업 2025년 예산액 2024년 예산액\n계 국비 시비 구비\n"


def _summary(old: str, new: str) -> list[str]:
    assert SUMMARY.count(old) == 1, old
    return [short(finding) for finding in in_summary(SUMMARY.replace(old, new), *_DEPARTMENTS)]


def _detail(rows: str, head: str = DETAIL_HEAD) -> list[str]:
    return [short(finding) for finding in in_detail(f"(단위 : 천원)\n{head}{rows}")]


def test_a_table_that_adds_up_gives_nothing() -> None:
    assert in_summary(SUMMARY, *_DEPARTMENTS) == []


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("계 1,700 1,730 1,500", "계 1,700 1,730 1,550", ["sum 1,550 -> 1,500 @6|10|14"]),
        ("소계 1,000 1,030 900 50", "소계 1,000 1,030 980 50", ["sum 980 -> 900 @10|6|11|12|14"]),
        ("소계 1,000 1,030 900 50", "소계 1,000 1,300 900 50", ["sum 1,300 -> 1,030 @10|6|11|12|14"]),
        ("600 630 500 50 7.9", "600 630 500 50 9.7", ["rate 9.7 -> 7.9 @11"]),
        ("400 400 400 -", "400 400 - -", ["sum 900 -> 500 @10|6|11|12"]),
        ("200 200 200 40 20.0", "200 200 200 80 20.0", ["sum 80 -> 40 @27|14|18"]),
    ],
    ids=["bureau", "department", "mends two sums and a rate", "rate", "item or subtotal", "item with its rate"],
)
def test_one_wrong_figure_gives_one_finding(old: str, new: str, found: list[str]) -> None:
    assert _summary(old, new) == found


def test_a_total_of_subtotals_carries_the_difference() -> None:
    wrong = SUMMARY.replace("소계 1,000 1,030 900 50", "소계 1,000 1,030 800 50").replace("1,730 1,500", "1,730 1,400")
    (finding,) = in_summary(wrong, *_DEPARTMENTS)
    assert short(finding) == "sum 800 -> 900 @10|6|11|12"
    assert "1,400" in finding.message_ko
    assert "1,400 carries the same difference" in finding.message_en
    assert [getattr(a, "printed", "") for a in finding.about] == ["800", "1,400"]


def test_a_finding_says_how_one_knows() -> None:
    (finding,) = in_summary(SUMMARY.replace("1,730 1,500", "1,730 1,550"), *_DEPARTMENTS)
    assert finding.message_ko == "계 2024년 최종예산 1,550백만원: 부서 소계 2개의 합은 1,500백만원 (반올림 오차를 넘음)"
    assert "is printed 1,550 백만원: its 2 subtotals add up to 1,500 백만원" in finding.message_en
    assert (finding.certainty, finding.spans[0].quote) == ("certain", "1,550")


_TWO = "등대 100 20 120 90 12(10.0) 6(5.0)\n부두 50 - 50 40 -(0.0) -(0.0)\n합계 "


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (f"{_TWO}150 20 170 130 12(7.1) 6(3.5)", []),
        (f"{_TWO}150 - 170 130 12(7.1) 6(3.5)", ["sum - -> 20 @7|5|6"]),
        (f"{_TWO}150 20 170 310 12(7.1) 6(3.5)", ["sum 310 -> 130 @7|5|6"]),
        ("등대 100 20 120 90 12\n(10.0)\n6\n(8.0)", ["rate 8.0 -> 5.0 @8|5|7"]),
        ("등대 100 20 150 90 15(10.0) -(0.0)", ["sum 150 -> 120 @5"]),
        ("등대 100 - 100 90 -(0.0) -(0.0)\n부두 50 - 50 40 21(42,0) -(0.0)", ["typo 42,0 -> 42.0 @6"]),
        ("등대 100 - 100 90 1,500(9.6) 1,500(9.6)", []),
    ],
    ids=["right", "carry-over", "total", "rate on its own line", "current budget", "comma for point", "nothing fits"],
)
def test_a_projects_own_table(rows: str, found: list[str]) -> None:
    assert _detail(rows) == found


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ("등대 1,000 400 40.0 600\n부두 2,000 500 25.0 1,500\n계 3,000 900 30.0 2,100", []),
        ("등대 1,000 400 40.0 660\n부두 2,000 500 25.0 1,500\n계 3,000 900 30.0 2,100", ["sum 660 -> 600 @3|4|5"]),
        ("등대 1,000 400 40.0 600\n부두 2,000 500 52.0 1,500\n계 3,000 900 30.0 2,100", ["rate 52.0 -> 25.0 @4"]),
        ("등대 1,000 400 40.0 600\n부두 2,000 500 25.0 1,5500", ["typo 1,5500 -> 1,500 @4"]),
        ("등대 1,000 4,00 40.0 600\n부두 2,000 500 25.0 1,500", ["typo 4,00 -> 400 @3"]),
    ],
)
def test_what_is_left_of_a_budget(rows: str, found: list[str]) -> None:
    assert _detail(rows, _SPENT) == found


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ("소계 300 220 80 36.4\n등대 200 120 80 66.7\n부두 100 100 - -", []),
        ("소계 300 220 80 36.4\n등대 200 120 80 76.7\n부두 100 100 - -", ["rate 76.7 -> 66.7 @5"]),
        ("소계 300 220 88 36.4\n등대 200 120 80 66.7\n부두 100 100 - -", ["sum 88 -> 80 @4|5|6"]),
        ("소계 300 120 180 150.0\n등대 200 120 80 66.7\n부두 100 - 100 순증", []),
        ("소계 200 300 △100 △33.3\n등대 100 120 △20 △16.7\n부두 100 180 △80 △4.4", ["rate △4.4 -> -44.4 @6"]),
    ],
)
def test_changes_against_last_year(rows: str, found: list[str]) -> None:
    text = f"(단위 : 백만원)\n{_YEARS}해양산업과\n{rows}"
    assert [short(f) for f in in_summary(text, "해양산업과")] == found


def test_the_sources_of_money_make_up_the_whole() -> None:
    right = "소계 300 120 100 80 250\n등대 200 120 80 - 150\n부두 100 - 20 80 100"
    text = f"(단위 : 백만원)\n{_SOURCES}해양산업과\n{right}"
    assert in_summary(text, "해양산업과") == []
    (finding,) = in_summary(text.replace("200 120 80 -", "200 210 80 -"), "해양산업과")
    assert short(finding) == "sum 210 -> 120 @6|5|7"


def test_accounts_and_another_tables_departments_are_a_total_too() -> None:
    first = "<총괄>\n(단위 : 백만원)\n구분 2025 예산액 2024 예산액\n계 300 200\n일반회계 250 180\n수산특별회계 50 20\n"
    second = "<사업>\n(단위 : 백만원)\n부서 세부사업 2025 예산액 2024 예산액\n해양산업과\n소계 180 90\n등대 180 90\n"
    third = "항만물류정책과\n소계 120 110\n부두 120 110\n"
    assert in_summary(first + second + third, *_DEPARTMENTS) == []
    wrong = (first + second + third).replace("소계 180 90", "소계 108 90")
    assert [short(f) for f in in_summary(wrong, *_DEPARTMENTS)] == ["sum 108 -> 180 @11|4|12|14"]


def test_subtotals_behind_or_before_their_lines() -> None:
    behind = "등대 10 5\n부두 20 5\n소계 30 10\n축제 40 -\n소계 40 -\n합계 70 10"
    before = "합계 70 10\n소계 30 10\n등대 10 5\n부두 20 5\n소계 40 -\n축제 40 -"
    head = "사업명 예산액 집행액\n"
    assert _detail(behind, head) == _detail(before, head) == []
    assert _detail(behind.replace("30 10", "90 10"), head) == ["sum 90 -> 30 @5|3|4|7|8"]
    assert _detail(before.replace("30 10", "90 10"), head) == ["sum 90 -> 30 @4|3|5|6|7"]


def test_parts_of_a_line_are_not_counted_twice() -> None:
    head = "사업명 예산액 집행액\n"
    assert _detail("등대 30 10\n - 정비 10 4\n - 신설 20 6\n부두 5 5\n합계 35 15", head) == []
    assert _detail("등대 30 10\n국비 10 4\n시비 20 6\n부두 5 5\n합계 35 15", head) == []


def test_a_table_that_means_something_else_is_left_alone() -> None:
    head = "사업명 예산액 집행액 집행률(%)\n"
    assert _detail("등대 100 10 50.0\n부두 100 20 60.0\n축제 100 30 70.0", head) == []
    assert _detail("등대 10 5 50.0\n합계 99 10 10.1\n부두 20 5 25.0", head) == ["sum 99 -> 30 @4|3|5"]


def test_a_row_that_was_not_read_leaves_its_sums_open() -> None:
    assert _detail("등대 10 - 10 10 -(0.0) -(0.0)\n부두 1 2 3\n합계 50 - 50 50 -(0.0) -(0.0)") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{SUMMARY_HEAD}해양산업과\n소계 1 2 2 1 50.0\n등대 0.4 0.6 0.6 0.5 83.3\n부두 0.5 0.8 0.7 0.4 50.0\n", []),
        (f"{SUMMARY_HEAD}해양산업과\n소계 4 4 4 - 0.0\n등대 2 2 2 - 0.0\n부두 1 1 1 - 0.0\n", []),
        (f"{SUMMARY_HEAD}해양산업과\n소계 9 9 9 1 9.5\n등대 5 5 5 1 17.9\n부두 5 5 5 - 0.0\n", []),
    ],
    ids=["decimals", "cut off", "rounded up and a rate of unrounded figures"],
)
def test_rounding_and_cutting_off_are_no_errors(text: str, expected: list[str]) -> None:
    assert [short(f) for f in in_summary(text, "해양산업과")] == expected
