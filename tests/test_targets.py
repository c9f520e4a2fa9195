"""Targets: tables wrapped by extraction, numeric tables, lists and headings."""

from __future__ import annotations

import pytest
from geungeo.loaders.fields import items
from geungeo.loaders.knowledge import rows
from geungeo.loaders.targets_cells import is_done
from geungeo.loaders.targets_heads import read_heads
from geungeo.ontology.records import Target

from .activity_texts import FIRST, figures, problems, section, targets
from .texts import doc, of

HEAD = "□ 추진목표\n\n세부사업명 추진시기 물량\n"


def test_a_row_gives_item_period_and_figure() -> None:
    assert targets(f"{HEAD}나래센터 운영 ’25.1.~12. · 기업 1,000개사 지원") == [
        ("나래센터 운영", "’25.1.~12.", "기업 1,000개사 지원", "1000", "개사")
    ]


def test_each_figure_of_a_cell_is_a_target() -> None:
    text = (
        f"{HEAD}물결캠퍼스 조성 연중 5개소 신규 조성, 총 25개소 운영\n"
        "박물관 운영 ’25.1.~12. · 전시 3회 개최· 교육 180회"
    )
    assert figures(text) == [
        ("물결캠퍼스 조성", "5개소"),
        ("물결캠퍼스 조성", "25개소"),
        ("박물관 운영", "3회"),
        ("박물관 운영", "180회"),
    ]


def test_a_cell_goes_on_over_lines_and_brackets_stay_with_their_figure() -> None:
    text = (
        f"{HEAD}2025 \n\n한빛 잔치 연중\n관람객 40,000명 \n기업참여 70개사\n\n"
        "나래허브 조성 1-12월 목표 공정률 27%\n\n(누계 43%)\n"
        "취·창업 지원 3~12월 취업지원 80명 및 창업지원 50명,\n기업탐방 10개소"
    )
    assert figures(text) == [
        ("2025 한빛 잔치", "40000명"),
        ("2025 한빛 잔치", "70개사"),
        ("나래허브 조성", "27%"),
        ("취·창업 지원", "80명"),
        ("취·창업 지원", "50명"),
        ("취·창업 지원", "10개소"),
    ]


def test_an_item_stands_over_several_lines_before_its_period() -> None:
    text = (
        f"{HEAD}확장현실 산업 활성화\n\n(진흥원 대행)\n4-12월 실증 지원 10개사\n\n"
        "9월 잔치 개최(연계)\n엔터 개최 9월 참여 3,000여 명\n"
        "해외영상물 한빛로케이션\n 및 촬영지원 1-12월 촬영 250편"
    )
    assert targets(text) == [
        ("확장현실 산업 활성화 (진흥원 대행)", "4-12월", "실증 지원 10개사", "10", "개사"),
        ("확장현실 산업 활성화 (진흥원 대행)", "9월", "잔치 개최(연계)", "", ""),
        ("엔터 개최", "9월", "참여 3,000여 명", "3000", "명"),
        ("해외영상물 한빛로케이션 및 촬영지원", "1-12월", "촬영 250편", "250", "편"),
    ]


def test_an_item_may_go_on_behind_its_figures() -> None:
    text = f"{HEAD}바다기금\n6-10월 市 150억 출자\n조성 및 운용\n기금 2,550억 조성"
    assert figures(text) == [("바다기금 조성 및 운용", "150억원"), ("바다기금 조성 및 운용", "2550억원")]


def test_nested_rows_carry_the_name_above_them() -> None:
    text = (
        "□ 추진목표\n사 업 내 용 추진시기 추진목표\n\n한빛허브\n나래 운영\n\n"
        "해외 진출 지원 1~12월 기업 130개사\n거점 1개 신설\n\n"
        "발굴 및 육성 1~12월 800개사\n\n한빛허브\n다온 운영\n\n융합 지원 1~12월 34개사\n"
    )
    assert figures(text) == [
        ("한빛허브 나래 운영 - 해외 진출 지원", "130개사"),
        ("한빛허브 나래 운영 - 해외 진출 지원", "1개"),
        ("한빛허브 나래 운영 - 발굴 및 육성", "800개사"),
        ("한빛허브 다온 운영 - 융합 지원", "34개사"),
    ]


def test_the_first_term_of_a_row_is_its_period() -> None:
    text = (
        f"{HEAD}나래관 운영 1-12월 9월 시범운영, 11월 정식 개관\n’25년 상반기 일자리 연중 30명\n"
        "의상주간 2월, 9월 총 2회(회당 100개)"
    )
    assert [(period, words) for _, period, words, _, _ in targets(text)] == [
        ("1-12월", "9월 시범운영, 11월 정식 개관"),
        ("연중", "30명"),
        ("2월, 9월", "총 2회(회당 100개)"),
    ]


def test_a_head_repeated_on_the_next_page_is_no_row() -> None:
    text = (
        f"{HEAD}쉼터 정비 연중 12개소\n\n\n\n세부사업명 추진시기 물량\n낚시터 개선 5월, 9월 20개소\n※ 늘 수 있음 30개소"
    )
    assert figures(text) == [("쉼터 정비", "12개소"), ("낚시터 개선", "20개소")]


def test_columns_of_figures_are_told_by_their_heads() -> None:
    text = (
        "□ 추진목표\n연번 분야 세부 사업 과제 수\n(개)\n\n예산\n(억원)\n\n계 188 411\n1\n\n신성장\n\n로봇  25 50\n"
        "9 보증연계\n\n신규\n사업화 15 30\n관리비 등 - 36"
    )
    assert targets(text) == [
        ("계", "", "과제수 188개, 예산 411억원", "188", "개"),
        ("신성장 로봇", "", "과제수 25개, 예산 50억원", "25", "개"),
        ("보증연계 신규 사업화", "", "과제수 15개, 예산 30억원", "15", "개"),
    ]


def test_only_the_column_of_targets_counts() -> None:
    text = (
        "□ 성과지표\n지표명 단위 ’24년 실적 ’25년 목표 측정방법\n수거율 % 91.2 93.0 수거량/발생량\n"
        "선별장 개소 3 5 준공 기준"
    )
    assert targets(text) == [
        ("수거율", "’25년", "’25년 목표 93.0%", "93.0", "%"),
        ("선별장", "’25년", "’25년 목표 5개소", "5", "개소"),
    ]
    text = "□ 사업목표\n성과지표 2024년 실적 2025년 목표\n취업률(%) 65.2 70\n일자리 1,200명 1,500명"
    assert figures(text) == [("취업률(%)", "70%"), ("일자리", "1500명")]


def test_targets_beside_results_count_under_any_heading() -> None:
    text = "■ 추진실적\n◦ 전시 6회\n\n지표명 단위 목표 실적 달성률(%)\n전시 회 8 6 75.0\n관람객 천명 2,400 1,850 77.1"
    assert targets(text) == [("전시", "", "목표 8회", "8", "회"), ("관람객", "", "목표 2,400천명", "2400", "천명")]
    assert targets("□ 추진실적\n구분 목표시장 진출\n전시 8 6\n") == []


def test_bare_figures_take_the_unit_of_their_column() -> None:
    text = "□ 추진목표\n사업명 추진시기 목표(명) 예산(백만원)\n직업교육 3~11월 1,200 450"
    assert targets(text) == [("직업교육", "3~11월", "목표 1,200명, 예산 450백만원", "1200", "명")]


def test_columns_in_other_orders() -> None:
    assert targets("□ 추진목표\n추진시기 사업내용 물량\n3~4월 실태조사 20개소") == [
        ("실태조사", "3~4월", "20개소", "20", "개소")
    ]
    assert targets("□ 추진목표\n세부사업명 물량 추진시기\n창업 교육 300명 3~10월") == [
        ("창업 교육", "3~10월", "300명", "300", "명")
    ]
    assert figures("□ 추진목표\n구 분 물량\n공원 정비 12개소 정비\n도시숲 조성 3.5ha\n- 나무 3,000그루") == [
        ("공원 정비", "12개소"),
        ("도시숲 조성", "3.5ha"),
        ("도시숲 조성", "3000그루"),
    ]


def test_a_table_whose_figures_fit_no_column_is_a_problem() -> None:
    text = "□ 추진목표\n구분 인원(명) 건수(건) 예산(백만원)\n교육 30 40 50\n상담 30 40"
    assert figures(text) == [("교육", "30명")]
    assert [line for line, _ in problems(text)] == [4]


def test_the_heading_may_state_the_aims_itself() -> None:
    text = (
        "□ 추진목표 : ’25년 市 890억원 출자 약정 → 1조 2,500억원 조성\n ㅇ 市 출자금으로 성장지원 도모\n"
        " ㅇ 특히, 로봇 분야에 150억원 출자 약정, 2,500억원 조성, \n\n’26년까지 300억원 출자 약정하여 5,000억원 조성"
    )
    assert [(item, period, value + unit) for item, period, _, value, unit in targets(text)] == [
        ("", "’25년", "890억원"),
        ("", "’25년", "12500억원"),
        ("로봇 분야", "’25년", "150억원"),
        ("로봇 분야", "’25년", "2500억원"),
        ("로봇 분야", "’26년까지", "300억원"),
        ("로봇 분야", "’26년까지", "5000억원"),
    ]


def test_numbered_aims_take_their_name_from_the_section() -> None:
    text = (
        "□ 비전 및 추진 목표\n비  전 바다도시\n➊ 인 재  양 성   인재 1만 명 양성 \n"
        "➋인프라 조성 「바다시티」조성, 인프라 10배 확대\n"
        "➌ 시 민 확 산  일상을 변화\n□ 핵심과제\n❷ (인프라 조성) 「바다시티」\n"
    )
    assert figures(text) == [("인재양성", "10000명"), ("인프라 조성", ""), ("인프라 조성", "10배"), ("시민확산", "")]


def test_bullets_without_a_figure_are_aims_unless_figures_stand_below() -> None:
    text = (
        "□ 2025년 목표\n ㅇ 주차난 해소\n  - 주차장 420면 확충\n ㅇ 지원체계 구축\n ㅇ 땅 3개 공급\n"
        "  - 면적 30㎡, 유찰(’04~’24)"
    )
    assert targets(text) == [
        ("주차난 해소", "2025년", "주차장 420면 확충", "420", "면"),
        ("", "2025년", "지원체계 구축", "", ""),
        ("", "2025년", "땅 3개 공급", "3", "개"),
    ]
    assert targets("□ 목표\n ㅇ 땅 공급\n  - 면적 30㎡, 유찰(’04~’24)") == [("", "", "땅 공급", "", "")]


def test_a_labelled_field_states_targets_too() -> None:
    text = "□ 사업개요\n ㅇ 추진목적 : 안전 20개소\n ㅇ 추진목표 : 개선 30개소, 교육 12,000명\n ㅇ 소요예산 : 300백만원"
    assert figures(text) == [("", "30개소"), ("", "12000명")]


def test_a_target_keeps_the_line_of_its_figure() -> None:
    found = of(section(f"{HEAD}나래센터\n운영 연중 기업 30개사\n\n행사 5회").records, Target)
    assert [(t.span.first_line - FIRST, t.span.quote) for t in found] == [(4, "기업 30개사"), (6, "행사 5회")]


def test_a_part_without_any_target_is_a_problem() -> None:
    assert [line for line, _ in problems("□ 추진목표\n\n세부사업명 추진시기 물량\n가나\n")] == [1]


@pytest.mark.parametrize("row", rows("target_columns"), ids=lambda row: row["word"])
def test_a_column_word_has_its_role(row: dict[str, str]) -> None:
    found = read_heads(doc(row["example"]).lines)
    assert found is not None
    assert (row["word"], row["role"]) in [(c.word, c.role) for c in found[0].columns]


@pytest.mark.parametrize("row", rows("doing_words"), ids=lambda row: row["word"])
def test_words_that_end_with_a_word_of_doing_are_complete(row: dict[str, str]) -> None:
    assert row["example"].endswith(row["word"])
    assert is_done(row["example"])
    assert not is_done(f"{row['example']}을")


def test_a_hostile_table_is_read_in_time() -> None:
    lines = ["가 연중 " + "3명, " * 150, "(" * 900, "가 " * 400, "그리고 3명을 위한", "가 연중"]
    assert len(figures(HEAD + "\n".join(lines * 10))) > 1_000


def test_a_bullet_is_one_logical_line() -> None:
    assert len(items(doc(" ㅇ 가\n나\n").lines)) == 1
