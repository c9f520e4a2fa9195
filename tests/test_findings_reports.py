"""Findings of whole reports: text against tables, one thing stated twice, and what they are about."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from geungeo.graph.link import derive
from geungeo.loaders.citations.register import Register
from geungeo.loaders.source import read as read_file
from geungeo.loaders.work_report import load
from geungeo.ontology.records import Amount, BudgetLine, Finding, Target

from .finding_texts import in_report, short
from .texts import REPORT, of, read, untrue

_SHARED = Path(__file__).parents[2] / "shared"
_REAL = _SHARED / "reports" / "000_74008803e39ce1ad.txt"
_GOLD = _SHARED / "accuracy" / "gold" / "arithmetic.csv"
_FIRM = {"sum", "rate", "typo", "unit", "text_vs_table"}
_TARGETS = """\
□ 추진목표
세부사업명 추진시기 주요 내용
새벽 일자리 연중 취약계층 11,500명 지원
빛 일자리 연중 구직자 3,500명 지원
□ 추진계획
 ㅇ 새벽 일자리 사업 : 12,980명 지원(市 1,452명, 區 11,528명)
 ㅇ 빛 일자리 사업 : 3,500명 지원(공공형 1,750명, 민간형 1,750명)
□ 예산 집행 현황
"""


def _changed(*pairs: tuple[str, str]) -> str:
    text = REPORT
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def _line(text: str, words: str) -> int:
    return next(number for number, line in enumerate(text.splitlines(), 1) if words in line)


def test_a_report_without_mistakes_gives_none() -> None:
    assert in_report(REPORT) == []


def test_an_overview_against_the_tables() -> None:
    text = _changed(("소요예산 : 600백만원", "소요예산 : 660백만원"))
    (finding,) = in_report(text)
    assert short(finding).startswith(f"text_vs_table 660백만원 -> 630백만원 @{_line(text, '660백만원')}|")
    assert (finding.certainty, [type(one) for one in finding.about]) == ("likely", [Amount, Amount])
    assert "630,250" in finding.message_ko


@pytest.mark.parametrize("money", ["630백만원", "6억원", "600,250천원", "약 6억원"])
def test_an_overview_may_be_rounded_or_the_current_budget(money: str) -> None:
    assert in_report(_changed(("소요예산 : 600백만원", f"소요예산 : {money}"))) == []


def test_the_cost_of_several_years_is_not_the_years_budget() -> None:
    several = "ㅇ 사업기간 : 2023 ~ 2027\n ㅇ 사 업 비 : 980백만원"
    assert in_report(_changed(("ㅇ 소요예산 : 600백만원", several))) == []
    (finding,) = in_report(_changed(("ㅇ 소요예산 : 600백만원", several.replace("사 업 비", "2025년 사업비"))))
    assert finding.kind == "text_vs_table"
    assert in_report(_changed(("ㅇ 소요예산 : 600백만원", "ㅇ 총사업비 : 980백만원"))) == []


def test_the_parts_below_an_overviews_money() -> None:
    parts = "소요예산 : 600백만원\n   - 국비 : 400백만원\n   - 시비 : 200백만원"
    assert in_report(_changed(("소요예산 : 600백만원", parts))) == []
    (finding,) = in_report(_changed(("소요예산 : 600백만원", parts.replace("- 국비 : 4", "- 국비 : 9"))))
    assert short(finding).startswith("sum 600 -> 1,100 @")
    assert [type(one) for one in finding.about] == [Amount]


def test_a_project_without_a_table_against_the_summary() -> None:
    last = "ㅇ 법적근거 : 주차장법 제12조"
    titled = (
        ("1 새벽시장 현대화\n", "1 물결체육관 건립\n"),
        ("항만물류정책과장 : 여울빛", "해양산업과장 : 여울빛"),
        (" 2. 항만물류정책과\n  새벽시장 현대화", " 2. 해양산업과\n  물결체육관 건립"),
    )
    assert in_report(_changed((last, f"{last}\n ㅇ 소요예산 : 400백만원"), *titled)) == []
    (finding,) = in_report(_changed((last, f"{last}\n ㅇ 소요예산 : 440백만원"), *titled))
    assert (finding.kind, finding.expected) == ("text_vs_table", "400백만원")


def test_a_target_and_a_plan_with_two_figures() -> None:
    text = _changed(("□ 예산 집행 현황\n", _TARGETS))
    (finding,) = in_report(text)
    first, second = _line(text, "취약계층 11,500명"), _line(text, "12,980명")
    assert short(finding) == f"duplicate 11,500명 -> 12,980명 @{first}|{second}"
    assert [type(one) for one in finding.about] == [Target]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("사업 : 12,980명 지원(市 1,452명, 區 11,528명)", "사업 : ’24년 12,980명 지원"),
        ("사업 : 12,980명 지원(市 1,452명, 區 11,528명)", "사업 : 12,980명 선발"),
        ("사업 : 12,980명 지원(市 1,452명, 區 11,528명)", "사업 : 120회 지원"),
        ("취약계층 11,500명 지원", "취약계층 11,500명 지원(누적)"),
        ("□ 추진계획", "□ 추진실적"),
        ("새벽 일자리 사업 :", "새벽 시장 사업 :"),
    ],
)
def test_two_figures_of_two_things(old: str, new: str) -> None:
    assert in_report(_changed(("□ 예산 집행 현황\n", _TARGETS.replace(old, new)))) == []


def test_the_whole_budget_in_words() -> None:
    said = "예산현황\n ㅇ 2025년 예산은 1,700백만원으로 2024년 1,500백만원보다 13.3% 늘었음\n"
    assert in_report(_changed(("예산현황\n\n", said))) == []
    (wrong,) = in_report(_changed(("예산현황\n\n", said.replace("1,700", "1,770"))))
    assert (wrong.kind, wrong.printed, wrong.expected) == ("text_vs_table", "1,770백만원", "1,700백만원")
    (rate,) = in_report(_changed(("예산현황\n\n", said.replace("13.3%", "31.3%"))))
    assert (rate.kind, rate.printed, rate.expected, len(rate.about)) == ("rate", "31.3", "13.3", 2)
    assert in_report(_changed(("예산현황\n\n", said.replace("1,700백만원", "300백만원")))) == []


def test_posts_and_people_in_words() -> None:
    said = "인력현황 - 정원 45명, 현원 44명\n구     분 합   계"
    assert in_report(_changed(("구     분 합   계", said))) == []
    (finding,) = in_report(_changed(("구     분 합   계", said.replace("현원 44", "현원 41"))))
    assert (finding.kind, finding.printed, finding.expected) == ("text_vs_table", "41", "44")
    assert in_report(_changed(("구     분 합   계", said.replace("45명, 현원 44", "54명, 현원 41")))) == []


def test_findings_stand_where_they_say_and_in_order() -> None:
    text = _changed(("소요예산 : 600백만원", "소요예산 : 660백만원"), ("600 630 500 50 7.9", "600 630 500 50 9.7"))
    loaded = read(text)
    found = of(loaded.records, Finding)
    assert [f.kind for f in found] == ["rate", "text_vs_table"]
    assert untrue_spans(text, found) == []
    known = set(loaded.records)
    assert all(one in known for f in found for one in f.about)


def untrue_spans(text: str, found: list[Finding]) -> list[str]:
    """The spans that do not quote what stands there."""
    return [span.quote for f in found for span in f.spans if text[span.start : span.end] != span.quote]


def test_a_hostile_text_is_judged_all_the_same() -> None:
    lines = ["구분 계 증감률", "가 1 2 3 4", "나 10명(다 3명, 라 4명)", "마 1,51362", "바 100 → 120 (5%)", "계 1 2 3"]
    text = REPORT + "\n".join(lines * 200)
    kinds = [f.kind for f in in_report(text)]
    assert {kind: kinds.count(kind) for kind in ("sum", "typo", "rate")} == {"sum": 200, "typo": 200, "rate": 200}


@pytest.mark.skipif(not _REAL.exists(), reason="the real report is not at hand")
def test_the_real_report_against_its_gold() -> None:
    loaded = derive(load(read_file(_REAL), Register.bundled()))
    found = [sorted({span.first_line for span in f.spans}) for f in of(loaded.records, Finding)]
    with _GOLD.open(encoding="utf-8") as file:
        gold = [(row, [int(n) for n in row["where"].split("|")]) for row in csv.DictReader(file)]
    firm = [lines for row, lines in gold if row["kind"] in _FIRM and not row["explanation"].startswith("[")]
    assert [lines for lines in firm if not any(_near(lines, one) for one in found)] == []
    annotated = [one for one in found if one[0] <= 198 or 455 <= one[0] < 1999]
    assert [one for one in annotated if not any(_near(lines, one) for _, lines in gold)] == []
    assert untrue(read_file(_REAL), [r for r in loaded.records if isinstance(r, Finding | BudgetLine)]) == []


def _near(one: list[int], other: list[int]) -> bool:
    return any(abs(a - b) <= 2 for a in one for b in other)
