"""Results: each figure with what it counts and for which time."""

from __future__ import annotations

import pytest
from geungeo.loaders.citations.register import Register
from geungeo.loaders.knowledge import rows
from geungeo.loaders.results_items import counted
from geungeo.loaders.source import document
from geungeo.loaders.spacing import squeeze
from geungeo.loaders.work_report import Given, load
from geungeo.ontology.records import Result

from .score import read_table
from .sources import ROOT

HEAD = """Ⅵ 주요 업무보고

항만과

1 부두 정비
항만과장 : ○○○ ☎000-0000

"""


def read(body: str) -> list[Result]:
    """The results of a section with this body, as of 2025-06-30."""
    loaded = load(document(HEAD + body, id="r.txt"), Register(()), Given("부산광역시", "해양국", "2025-06-30", ""))
    return [r for r in loaded.records if isinstance(r, Result)]


def results(body: str) -> list[tuple[str, str, str, str]]:
    return [(r.item, r.period, r.value, r.unit) for r in read(body)]


CLAUSES = {
    "부두 난간 점검 12회, 보수 3건": [("부두 난간 점검", "12", "회"), ("보수", "3", "건")],
    "어린 물고기 412만 마리 방류": [("어린 물고기 방류", "4120000", "마리")],
    "물고기 412만 마리 방류(넙치 292, 해삼 120)": [
        ("물고기 방류", "4120000", "마리"),
        ("물고기 방류 - 넙치", "2920000", "마리"),
        ("물고기 방류 - 해삼", "1200000", "마리"),
    ],
    "관람객 5만여 명": [("관람객", "50000", "명")],
    "신고 4만 8,210건": [("신고", "48210", "건")],
    "매출 1조 2,500억원 달성": [("매출", "12500", "억원")],
    "공정률 48%": [("공정률", "48", "%")],
    "입주작가 14명 선정(경쟁률 5.2대 1)": [("입주작가 선정", "14", "명"), ("입주작가 선정 - 경쟁률", "5.2", "대 1")],
    "교실(12회) 및 상담(1,049건)": [("교실", "12", "회"), ("상담", "1049", "건")],
    "어촌형 : 39개 마을, 754명 참여": [("어촌형 마을", "39", "개"), ("어촌형 참여", "754", "명")],
    "기금 조성((출자) 24억, (융자) 6억)": [("기금 조성 - 출자", "24", "억원"), ("기금 조성 - 융자", "6", "억원")],
    "부두 운영 98일, 야간 1,063일 개방": [("부두 운영", "98", "일"), ("야간 개방", "1063", "일")],
    "개장을 위한 안내원 30~50명 모집": [("안내원 모집", "", "")],
    "46건 중 승인 7건": [("승인", "7", "건")],
    "부두 3개관 정비": [("부두 정비", "3", "개관")],
    "기업당 최대 3천만원 지원": [],
    "1인당 평균 235만원 지급": [],
    "참가자 모집(목표 2,500명)": [],
    "컨설팅 40건 예정": [],
    "2025. 3. 4. 협약 체결": [],
    "처리기간 3일로 단축": [],
    "제3조제2항 개정, 101호 회의실 개방, 2025 개막식": [],
    "1:1 상담 제공": [],
}


@pytest.mark.parametrize(("text", "expected"), CLAUSES.items(), ids=list(CLAUSES))
def test_each_figure_has_what_it_counts(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(c.item, c.value, c.unit) for c in counted(text)] == expected


@pytest.mark.parametrize("row", read_table(ROOT / "tests/data/results/lines.csv"), ids=lambda row: row["line"][:30])
def test_the_figures_of_labelled_lines_are_all_there_and_no_others(row: dict[str, str]) -> None:
    found = [r for r in read(f"{row['heading']}\n {row['line']}\n") if r.value]
    facts = [fact.split(":") for fact in row["facts"].split("|") if fact]
    assert sorted((r.value, r.unit) for r in found) == sorted((value, unit) for _, value, unit in facts)
    for item, value, unit in facts:
        assert any(squeeze(item) in squeeze(r.item) for r in found if (r.value, r.unit) == (value, unit))


def test_the_heading_and_the_dates_beside_a_figure_give_its_time() -> None:
    body = (
        "□ 2024년 추진실적\n ㅇ 난간 점검 12회\n ㅇ 난간 보수(’24. 3. ~ 5.) : 방파제 3건\n ㅇ 협약 체결(’24.11.)\n"
        " ㅇ 난간 완공(8월), 점검 2회\n ㅇ 등대 4기(1분기), 부표 6개(2분기)\n ㅇ 난간 비율 74%(’23년 61%)\n"
    )
    assert results(body) == [
        ("난간 점검", "2024년", "12", "회"),
        ("난간 보수 - 방파제", "’24. 3. ~ 5.", "3", "건"),
        ("", "’24.11.", "", ""),
        ("점검", "2024년", "2", "회"),
        ("등대", "2024년 1분기", "4", "기"),
        ("부표", "2024년 2분기", "6", "개"),
        ("난간 비율", "2024년", "74", "%"),
        ("난간 비율", "’23년", "61", "%"),
    ]


def test_a_half_in_the_heading_is_of_the_reports_year() -> None:
    assert results("□ 상반기 추진실적\n ㅇ 난간 점검 12회\n") == [("난간 점검", "2025년 상반기", "12", "회")]


def test_a_rate_in_the_heading_is_a_result() -> None:
    assert results("□ 추진상황 (공정률 22%)\n") == [("공정률", "", "22", "%")]


def test_a_lower_bullet_counts_what_the_one_above_names() -> None:
    assert results("□ 추진실적\n ㅇ 난간 점검\n   - 12회\n") == [("", "", "", ""), ("난간 점검", "", "12", "회")]


def test_among_plans_only_what_was_is_a_result() -> None:
    body = (
        "□ 추진계획 및 실적\n ㅇ 난간 점검 12회\n     ※ ’24년 난간 점검 8회\n ㅇ 방파제 (공정률 43% 달성)\n"
        " ㅇ 등대 보수(’24년 8기 → ’25년 12기)\n   - 골조 완료(~’24.11.) 및 마감 추진\n"
    )
    assert results(body) == [
        ("난간 점검", "’24년", "8", "회"),
        ("방파제 - 공정률", "", "43", "%"),
        ("등대 보수", "’24년", "8", "기"),
        ("등대 보수", "~’24.11.", "", ""),
    ]


def test_a_note_of_a_plan_that_reports_is_a_result() -> None:
    body = "□ 추진계획\n ㅇ 난간 점검 12회\n     ※ ’24년 실적 : 점검 8회, 보수 3건\n     ※ ’26년 실적 : 점검 8회\n"
    assert results(body) == [("점검", "’24년", "8", "회"), ("보수", "’24년", "3", "건")]


def test_plans_alone_are_no_results() -> None:
    assert results("□ 추진계획\n ㅇ 난간 점검 12회\n") == []


def test_captions_and_the_heads_of_groups_are_no_results() -> None:
    body = "□ 추진실적\n ㅇ 난간 점검 12회 실시\n< 점검 사진 2장 >\n방파제 분야\n ㅇ 보수 3건\n"
    assert results(body) == [("난간 점검", "", "12", "회"), ("보수", "", "3", "건")]


def test_the_span_is_the_clause() -> None:
    found = read("□ 추진실적\n ㅇ 난간 점검 12회, 등대\n보수 3건\n")
    assert [(r.span.quote, r.text) for r in found] == [
        ("난간 점검 12회", "난간 점검 12회"),
        ("등대\n보수 3건", "등대 보수 3건"),
    ]


@pytest.mark.parametrize(
    "text", ["(" * 400 + "3건", "3건," * 300, "가 및 " * 250 + "3건", "3건 : " * 200, "※ 3건 / " * 150]
)
def test_hostile_lines_are_read(text: str) -> None:
    assert all(c.value == "3" for c in counted(text, "", 2025))


@pytest.mark.parametrize("row", rows("result_words"), ids=lambda row: f"{row['role']}-{row['word']}")
def test_each_word_does_what_its_role_says(row: dict[str, str]) -> None:
    word, role, found = row["word"], row["role"], counted(row["example"], "가나다")
    assert word in row["example"]
    if role in ("plan", "limit", "within", "aim"):
        assert found == []
    elif role == "verb":
        assert [c.item for c in found] == [f"가나다 {word}"]
    elif role == "done":
        assert results(f"□ 추진계획 및 실적\n ㅇ {row['example']}\n")
    else:
        assert [c for c in found if word in c.item.split()] == []
