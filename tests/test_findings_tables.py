"""Totals, rates and changes in tables other than budgets: only what their own rows bear out is judged."""

from __future__ import annotations

import pytest
from geungeo.loaders.findings_tables import table_equations
from geungeo.loaders.knowledge import rows
from geungeo.ontology.records import Finding

from .finding_texts import judged, short
from .texts import STAFF, doc

_AUDIT = """\
구분 계 완 료 추진 중 검토 중
계 73 41 27 5
시정 요구사항 19 6 10 3
건 의 사 항 27 9 17 1
기타 27 26 - 1
"""
_COURSES = """\
구 분 합 계 중 부 남 부 동 부
학과 / 인원 82 / 900 23 / 260 6 / 220 53 / 420
시과정 60 / 500 20 / 200 5 / 100 35 / 200
"""
_FUND = """\
(단위: 억원)
분야 합 계 바이오 제조 창조
목표 50,000 20,000 17,500 12,500
조성액 26,245 9,997 8,300 7,948
달성률 52.5% 50.0% 47.4% 63.6%
"""
_AIMS = "지표명 단위 목표 실적 달성률(%)\n전시 회 8 6 75.0\n관람객 명 11,000 8,930 81.2\n"
_GROWTH = "구   분 투자 전 투자 후 증  감 증감률\n매출증가 16,657 19,395 2,738 16.4%\n고용창출 6,286 6,546 260 4.1%\n"
_SHARE = """\
지표 전국 (A) 서울 (B) 비중 (B/A) 출처
생산 (조원) 2,404 548 22.8% 통계청
수출 (억불) 6,837 684 10.0% 관세청
"""


def _found(text: str) -> list[Finding]:
    return judged(table_equations(doc(text), ()))


@pytest.mark.parametrize("text", [_AUDIT, _COURSES, _FUND, _AIMS, _GROWTH, _SHARE, STAFF])
def test_a_right_table_is_read_and_gives_nothing(text: str) -> None:
    assert len(list(table_equations(doc(text), ()))) > 1
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "old", "new", "found"),
    [
        (_AUDIT, "계 73 41", "계 74 41", "sum 74 -> 73 @2|3|4|5"),
        (_AUDIT, "27 9 17 1", "27 9 18 1", "sum 18 -> 17 @4|2|3|5"),
        (_COURSES, "60 / 500", "60 / 550", "sum 550 -> 500 @3"),
        (_FUND, "26,245 9,997", "26,246 9,997", ""),
        (_FUND, "50,000 20,000", "50,000 2,000", "sum 50,000 -> 32,000 @3"),
        (_AIMS, "75.0", "57.0", "rate 57.0 -> 75.0 @2"),
        (_GROWTH, "2,738", "2,378", "sum 2,378 -> 2,738 @2"),
        (_GROWTH, "4.1%", "1.4%", "rate 1.4 -> 4.1 @3"),
        (_SHARE, "548 22.8%", "584 22.8%", "rate 22.8 -> 24.3 @2"),
        (STAFF, "계 45 44", "계 54 44", "sum 54 -> 45 @4|5|6|7"),
        (STAFF, "15 14 △1", "15 41 △1", "sum 44 -> 71 @4|5|6|7"),
    ],
)
def test_one_wrong_figure(text: str, old: str, new: str, found: str) -> None:
    assert text.count(old) == 1
    assert [short(f) for f in _found(text.replace(old, new))] == ([found] if found else [])


def test_counts_are_not_rounded_but_money_is() -> None:
    rows_of = "합계 11 20\n가 5 10\n나 5 10\n"
    assert [short(f) for f in _found(f"구분 신규 계속\n{rows_of}")] == ["sum 11 -> 10 @2|3|4"]
    assert _found(f"(단위: 억원)\n구분 신규 계속\n{rows_of}") == []
    assert _found("구분 신규 계속\n합계 11.1 20.0\n가 5.0 10.0\n나 6.0 10.0\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "계 10 20\n가 1 2\n나 3 4\n",
        "구분 합계 가 나\n사용료 100 30 20\n임대료 200 90 10\n",
        "구분 계\n" + "ㅇ 가 3 2 1\n- 나 9 5 2\n",
        "비중이 늘어 증감률을 봄\n가 1 2 3\n나 4 5 6\n",
        "합계 3\n가 1\n나 1\n",
        "",
    ],
)
def test_what_no_row_bears_out_is_left_alone(text: str) -> None:
    assert _found(text) == []


def test_budget_tables_are_judged_elsewhere() -> None:
    assert list(table_equations(doc(_AUDIT), range(1, 9))) == []


@pytest.mark.parametrize("row", rows("rate_words"), ids=[row["word"] for row in rows("rate_words")])
def test_a_head_word_promises_a_rate_or_a_change(row: dict[str, str]) -> None:
    below = {
        "share": "가 200 50 25.0%\n나 40 4 10.0%\n",
        "growth": "가 200 250 25.0%\n나 40 50 25.0%\n",
        "change": "가 200 250 50\n나 40 50 10\n",
    }
    text = f"{row['example']}\n{below[row['kind']]}"
    kind = "sum" if row["kind"] == "change" else "rate"
    assert kind in {equation.kind for equation in table_equations(doc(text), ())}
    without = text.replace(row["word"], "값")
    assert kind not in {equation.kind for equation in table_equations(doc(without), ())}
