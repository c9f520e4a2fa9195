"""Milestones: the dated bullets, chains and rows under a schedule heading, with the precision of their dates."""

from __future__ import annotations

import pytest
from geungeo.ontology.records import Milestone

from .activity_texts import FIRST, section, steps
from .texts import doc, of, untrue


def test_bullets_with_their_date_behind_a_colon() -> None:
    text = (
        "□ 향후 추진 일정\n ㅇ 사업 공고            : ’25. 3월\n ㅇ 행사 개최 : ’25. 9. 30.~ 10. 2.\n"
        " ㅇ 접수 : ~ ’25. 6월"
    )
    assert steps(text) == [
        ("사업 공고", "2025-03", "2025-03"),
        ("행사 개최", "2025-09-30", "2025-10-02"),
        ("접수", "", "2025-06"),
    ]


def test_the_date_may_stand_first_or_without_a_colon() -> None:
    text = "□ 향후계획\n ㅇ ’25. 3월 : 공고\n ㅇ ’25. 5월 입찰\n ㅇ 착공    ’25. 7월\n ㅇ 상정 (’25. 6월 정례회)"
    assert steps(text) == [
        ("공고", "2025-03", "2025-03"),
        ("입찰", "2025-05", "2025-05"),
        ("착공", "2025-07", "2025-07"),
        ("상정", "2025-06", "2025-06"),
    ]


def test_every_date_in_brackets_closes_a_step() -> None:
    text = "□ 향후일정\n ㅇ 나래관 준공(’25.8월), 시범운영(’25.9~10월), 개관(’25.11월, 북구)"
    assert steps(text) == [
        ("나래관 준공", "2025-08", "2025-08"),
        ("시범운영", "2025-09", "2025-10"),
        ("개관", "2025-11", "2025-11"),
    ]


def test_chains_in_a_heading_a_label_or_a_bullet() -> None:
    assert steps("□ 추진일정 : ’25. 3월 공고 → 4월 선정") == [
        ("공고", "2025-03", "2025-03"),
        ("선정", "2025-04", "2025-04"),
    ]
    assert steps("□ 추진계획\n ㅇ 공모\n   - (추진일정) 공고(3~4월) → 협약(5월~)\n   - 대상 : 25개 구") == [
        ("공고", "2025-03", "2025-04"),
        ("협약", "2025-05", ""),
    ]


def test_only_what_stands_under_a_schedule_heading_counts() -> None:
    assert steps("□ 추진계획\n ㅇ 용역 : ’25. 3월 ~ 8월\n□ 추진실적\n ㅇ 개관 : ’24. 5월") == []


def test_dates_inherit_their_year() -> None:
    text = (
        "□ 향후계획\n ㅇ 심사 : 4~5월\n ㅇ 평가 : ’25.12월~’26. 2월\n□ 추진일정(2027년)\n"
        " ㅇ 공고 : 상반기\n ㅇ 준공 : 12.31.까지"
    )
    assert [dates for _, *dates in steps(text)] == [
        ["2025-04", "2025-05"],
        ["2025-12", "2026-02"],
        ["2027-01", "2027-06"],
        ["", "2027-12-31"],
    ]


def test_a_date_alone_gives_its_date_to_the_bullets_below() -> None:
    text = "□ 월별 추진계획\n ㅇ 3월\n  - 계획 수립\n  - 모집\n ㅇ 4~11월\n  - 교육"
    assert steps(text) == [
        ("계획 수립", "2025-03", "2025-03"),
        ("모집", "2025-03", "2025-03"),
        ("교육", "2025-04", "2025-11"),
    ]


def test_bullets_below_carry_the_name_of_the_bullet_above() -> None:
    text = (
        "□ 향후 추진 일정\n ㅇ 작업장 개선\n  - 공모 : ’25. 3.\n  - 지원 : ’25. 6.~11.\n"
        " ㅇ 잔치 개최\n  - 일시 : ’25. 10. 3.(금)\n  - 장소 : 바다광장"
    )
    assert steps(text) == [
        ("작업장 개선 - 공모", "2025-03", "2025-03"),
        ("작업장 개선 - 지원", "2025-06", "2025-11"),
        ("잔치 개최", "2025-10-03", "2025-10-03"),
    ]


def test_what_is_past_below_a_bullet_is_no_step_to_come() -> None:
    assert steps("□ 향후계획\n ㅇ 재단 출범 : ’25.하반기\n  - 동의(’24.9월)\n  - 총회(’25.7월)") == [
        ("재단 출범", "2025-07", "2025-12"),
        ("재단 출범 - 총회", "2025-07", "2025-07"),
    ]


def test_rows_of_a_table_even_wrapped() -> None:
    text = "□ 추진 일정\n구 분 추진내용 추진시기\n1 설계 용역 ’25. 3월 ~ 8월\n2 공사 발주 및\n계약 체결 ’25. 9월"
    assert steps(text) == [
        ("설계 용역", "2025-03", "2025-08"),
        ("공사 발주 및 계약 체결", "2025-09", "2025-09"),
    ]
    assert steps("□ 추진일정\n시기 추진내용 비고\n1월 기본계획 수립\n4분기 성과보고회") == [
        ("기본계획 수립", "2025-01", "2025-01"),
        ("성과보고회", "2025-10", "2025-12"),
    ]


def test_a_bullet_wrapped_before_its_date_is_one_step() -> None:
    text = "□ 향후일정\n ㅇ 협의를 거쳐 계획을\n    수립하고 설명회 개최 : ’25. 8월 ~\n그림 설명 3월"
    assert steps(text)[0] == ("협의를 거쳐 계획을 수립하고 설명회 개최", "2025-08", "")


@pytest.mark.parametrize(
    "line", [" ㅇ 민원 모니터링", " ※ 바뀔 수 있음 : ’25. 12월", " ㅇ 대상 : 25개 구", "구분 1월 2월 3월 4월 5월"]
)
def test_what_has_no_date_of_its_own_is_no_milestone(line: str) -> None:
    assert steps(f"□ 향후일정\n{line}") == []


def test_an_arrow_inside_a_dated_line_is_no_chain() -> None:
    assert steps("□ 향후일정\n ㅇ 확대(3개소→5개소) : ’25. 7월") == [("확대(3개소→5개소)", "2025-07", "2025-07")]


def test_a_milestone_keeps_its_line_and_its_printed_date() -> None:
    made = section("□ 향후일정\n\n ㅇ 나래관 운영('25.3월), 점검('25.4월~)")
    found = of(made.records, Milestone)
    assert [m.span.first_line for m in found] == [FIRST + 2, FIRST + 2]
    assert [m.when for m in found] == ["'25.3월", "'25.4월~"]
    assert [m.span.quote for m in found] == ["나래관 운영('25.3월)", ", 점검('25.4월~)"]


def test_hostile_lines_are_read_in_time() -> None:
    lines = [" ㅇ " + ":" * 900, " ㅇ " + "3월," * 200, "나 다,", " ㅇ " + "(’25.3월)" * 90, " ㅇ " + "~" * 900]
    text = "□ 향후일정\n" + "\n".join(lines * 40)
    assert untrue(doc(text), []) == []
    assert len(steps(text)) >= 40
