"""Sums and rates in running text, and figures whose thousands are grouped wrongly."""

from __future__ import annotations

import re

import pytest
from geungeo.loaders.findings_prose import bracket_sums
from geungeo.loaders.findings_rates import text_rates
from geungeo.loaders.findings_typos import malformed
from geungeo.loaders.knowledge import rows

from .finding_texts import judged, short
from .texts import doc


def _sums(text: str) -> list[str]:
    return [short(finding) for finding in judged(bracket_sums(doc(text)))]


@pytest.mark.parametrize(
    "text",
    [
        "동행 사업 : 12,980명 지원(市 1,452명, 區 11,228명, 투출기관 300명)",
        "’25년예산 : 26,505백만원(나래 17,234, M+ 4,848, 다온 1,249, 마루 3,174)",
        "총사업비 : 32,400백만원(국비 6,480 도비 4,860 시비 21,060)",
        "소요예산 : 12억 4,000만원(시비 4억 2,000만원, 구비 8억 2,000만원)",
        "국비 : 565억(기본예산 440억, 인센티브 125억)",
        "수입 : 817백만원(사용료 108백, 임대료 및 관리비 174백, 주차장 535백)",
        "공사규모 : 총면적 2,492㎡(1층 로비 368㎡, 7~8층 2,124㎡)",
        "종자 412만 마리 방류(넙치 120, 해삼 252, 전복 40)",
        "52필지 중 49필지 공급완료(준공 46, 착공전 3)",
        "20개소 캠퍼스 조성·운영 (창업형 16, 단위형 4)",
        "면적 3.3만㎡(본관 1.8, 별관 1.6)",
    ],
)
def test_a_bracket_that_adds_up(text: str) -> None:
    assert len(list(bracket_sums(doc(text)))) == 1
    assert _sums(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("동행 사업 : 12,980명 지원(市 1,452명, 區 11,282명, 투출기관 300명)", "sum 12,980 -> 13,034 @1"),
        ("성과 16건(실증 14건, 허가 1건)", "sum 16 -> 15 @1"),
        ("총사업비 : 32,400백만원(국비 6,480 도비 4,860 시비 210)", "sum 32,400 -> 11,550 @1"),
        ("소요예산 : 12억 4,000만원(시비 4억 2,000만원, 구비 8억 5,000만원)", "sum 12억 4,000만 -> 12억 7,000만 @1"),
        ("국비 : 565억(기본예산 440억,\n인센티브 152억)", "sum 565 -> 592 @1|2"),
    ],
)
def test_a_bracket_that_does_not(text: str, found: str) -> None:
    assert _sums(text) == [found]


def test_a_finding_names_what_it_adds_up() -> None:
    (finding,) = judged(bracket_sums(doc("ㅇ 성과 : 16건(실증 14건, 허가 1건)")))
    assert "괄호 안 2개의 합은 15건" in finding.message_ko
    assert (finding.certainty, [span.quote for span in finding.spans]) == ("likely", ["16", "14", "1"])


@pytest.mark.parametrize(
    "text",
    [
        "155개 사업(市 29개 부서·25개 자치구·6개 기관)",
        "월 177만원 지급(일 6시간/주 5일 기준)",
        "연면적 4,806㎡(지하3층 ~ 지상10층, 대지 804㎡)",
        "7개소 4.8만㎡(운영 4개소 3.3만㎡ + 조성 예정 3개소 1.5만㎡)",
        "5개 시설(총 28,232㎡, 총 117개실)",
        "점검 6회(2, 4, 6, 7, 9, 11월)",
        "간담회 40회(상반기 3회, 하반기 4회 등)",
        "참여 100개사(우수 4개사, 모범 6개사)",
        "마스크 미국의 2%에 불과 (’23년 미국 672억$ →한국 13억$)",
        "용지(F1, F2) 12필지",
    ],
)
def test_a_bracket_that_is_no_sum(text: str) -> None:
    assert _sums(text) == []


@pytest.mark.parametrize("row", rows("not_parts"), ids=[row["word"] for row in rows("not_parts")])
def test_a_word_that_names_no_part(row: dict[str, str]) -> None:
    assert row["word"] in row["example"]
    assert list(bracket_sums(doc(row["example"]))) == []
    neutral = re.sub(rf"(?<![가-힣年]){row['word']}(?=[\s\d])", "가", row["example"])
    assert neutral != row["example"]
    assert len(list(bracket_sums(doc(neutral)))) == 1


def _rates(text: str) -> list[str]:
    return [short(finding) for finding in judged(text_rates(doc(text)))]


def test_shares_of_figures_that_stand_together() -> None:
    text = "- 돌봄 : 500명(50%)\n- 경제 : 300명(30%)\n- 안전 : 150명(15%)\n- 기후 : 50명(5%)\n"
    assert _rates(text) == []
    assert _rates(text.replace("(15%)", "(17%)")) == ["rate 17 -> 15 @3|1"]
    assert _rates("교육 500명(90%)\n취업 30명(20%)\n창업 9명(70%)") == []
    assert _rates("- 가 : 2,221명(16%)\n- 나 : 3,456명(24%)\n- 다 : 8,390명(59%)") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("코스닥 : ’24.1말 799.24 → ’25.1말 728.29 (△8.88%)", []),
        ("코스닥 : ’24.1말 799.24 → ’25.1말 728.29 (△8.28%)", ["rate △8.28 -> -8.88 @1"]),
        ("매출 100억원 → 120억원(20%)", []),
        ("매출 100억원 → 120억원(12%)", ["rate 12 -> 20 @1"]),
        ("비율 10% → 12%(2%p)", []),
        ("(’24) 60.5 → (’25) 61.7", []),
    ],
)
def test_growth_from_one_figure_to_another(text: str, found: list[str]) -> None:
    assert _rates(text) == found


@pytest.mark.parametrize(
    "text", ["집행 1,51362", "시비 176,20", "지원 1513,062천원", "교육 12,34명", "예산 1,513,62 천원", "지원 12,3456명"]
)
def test_thousands_grouped_wrongly(text: str) -> None:
    found = list(malformed(doc(text), ()))
    assert [f.kind for f in found] == ["typo"]
    assert found[0].printed == text.split()[1].rstrip("명천원")


@pytest.mark.parametrize(
    "text",
    [
        "1,513,062천원",
        "매 2,4,6월",
        "5,6호선",
        "10,20,30명",
        "10,20대",
        "2023,2024년",
        "제3,4조",
        "8,9개소",
        "’24,25년",
        "3.14,15",
        "F1,F2",
    ],
)
def test_lists_of_numbers_are_no_figures(text: str) -> None:
    assert list(malformed(doc(text), ())) == []


def test_a_cell_of_a_budget_table_is_said_there() -> None:
    assert list(malformed(doc("등대 1,51362"), {3})) == []
