"""Of the hand-made report the things that its records speak of: who, what, which laws, lines and places."""

from __future__ import annotations

from geungeo.ontology.records import (
    Amount,
    BudgetLine,
    Citation,
    Department,
    Facility,
    Law,
    Phase,
    Project,
    Source,
)

from .made_text import TEXT, at

SOURCE = Source(
    id="reports/2025-01.txt",
    sha256="0" * 63 + "1",
    encoding="utf-8",
    lines=len(TEXT.splitlines()),
    title="미래산업국 주요업무보고",
    city="서울특별시",
    bureau="미래산업국",
    as_of="2025-01-31",
)

POLICY = Department("산업정책과", "department", at("산업정책과", 6))
FUTURE = Department("미래기술과", "department", at("미래기술과", 9))
INSTITUTE = Department("산업연구소", "office", at("산업연구소", 10))
FOUNDATION = Department("서울산업재단", "affiliate", at("서울산업재단", 11))

HUB_PROJECT = Project("양자산업 거점 운영", "1", POLICY, "Ⅵ", 19, 25, at("양자산업 거점 운영", 19))
CAMPUS_PROJECT = Project("청년 창업 거점 조성", "2", FUTURE, "Ⅵ", 26, 33, at("청년 창업 거점 조성", 26))
TALK_PROJECT = Project("시민과의 소통", "3", None, "Ⅵ", 34, 36, at("시민과의 소통", 34))

ACT = Law(
    title="과학기술기본법",
    kind="act",
    jurisdiction="대한민국",
    resolved=True,
    law_id="000123",
    number="20000",
    promulgated="2024-01-02",
    in_force="2024-07-03",
    ministry="과학기술정보통신부",
    page="https://www.law.go.kr/법령/과학기술기본법",
)
ORDINANCE = Law(
    title="서울특별시 양자산업 육성 조례",
    kind="ordinance",
    jurisdiction="서울특별시",
    resolved=True,
    law_id="2000001",
    number="9000",
    promulgated="2023-03-27",
    in_force="2023-03-27",
    page="https://www.law.go.kr/자치법규/서울특별시양자산업육성조례",
)
CAMPUS_ORDINANCE = Law("서울특별시 은평 창업캠퍼스 설치 조례", "ordinance", "서울특별시", True, law_id="2000002")
PLAN = Law("시장방침 제100호", "plan", "서울특별시", False)
BILL = Law("양자기술법", "act", "대한민국", False)

_BASIS = "추진근거: 「과학기술기본법」 제14조제4항, 서울시 양자산업 육성 조례 제5조~제7조 등"
ACT_BASIS = Citation(
    law=ACT,
    printed="과학기술기본법",
    articles=("제14조제4항",),
    heading="",
    others=False,
    how="exact",
    status="in_force",
    basis=True,
    context=_BASIS,
    project=HUB_PROJECT,
    span=at("「과학기술기본법」 제14조제4항", 21),
)
ORDINANCE_BASIS = Citation(
    law=ORDINANCE,
    printed="서울시 양자산업 육성 조례",
    articles=("제5조~제7조",),
    heading="",
    others=True,
    how="fold",
    status="in_force",
    basis=True,
    context=_BASIS,
    project=HUB_PROJECT,
    span=at("서울시 양자산업 육성 조례 제5조~제7조 등", 21),
)
PLAN_BASIS = Citation(
    law=PLAN,
    printed="시장방침 제100호",
    articles=(),
    heading="",
    others=False,
    how="not in the register",
    status="in_force",
    basis=True,
    context="관련근거: 시장방침 제100호",
    project=CAMPUS_PROJECT,
    span=at("시장방침 제100호", 28),
)
BILL_MENTION = Citation(
    law=BILL,
    printed="(가칭)양자기술법",
    articles=(),
    heading="",
    others=False,
    how="not in the register",
    status="bill",
    basis=False,
    context="(가칭)양자기술법 제정안 논의",
    project=TALK_PROJECT,
    span=at("(가칭)양자기술법 제정안", 35),
)
CAMPUS_MENTION = Citation(
    law=CAMPUS_ORDINANCE,
    printed="서울시 은평 창업캠퍼스 설치 조례",
    articles=(),
    heading="",
    others=False,
    how="fold",
    status="in_force",
    basis=False,
    context="서울시 은평 창업캠퍼스 설치 조례에 따라 은평점 준비",
    project=TALK_PROJECT,
    span=at("서울시 은평 창업캠퍼스 설치 조례", 36),
)

SUMMARY_TOTAL = BudgetLine("summary", "산업정책과 합계", POLICY, None, True, at("산업정책과 합계", 15))
SUMMARY_HUB = BudgetLine("summary", "서울 양자 허브 운영", POLICY, None, False, at("서울 양자 허브 운영", 16))
SUMMARY_CAMPUS = BudgetLine("summary", "창업 거점 조성", POLICY, None, False, at("창업 거점 조성", 17))
DETAIL_HUB = BudgetLine("detail", "서울양자허브 운영", POLICY, HUB_PROJECT, False, at("서울양자허브 운영", 25))
DETAIL_MAPO = BudgetLine("detail", "마포점 조성", FUTURE, CAMPUS_PROJECT, False, at("마포점 조성", 32))
DETAIL_EUNPYEONG = BudgetLine("detail", "은평점 조성", FUTURE, CAMPUS_PROJECT, False, at("은평점 조성", 33))
OVERVIEW_CAMPUS = BudgetLine("overview", "소요예산", FUTURE, CAMPUS_PROJECT, False, at("소요예산", 30))
TEXT_EUNPYEONG = BudgetLine("text", "설치비", FUTURE, TALK_PROJECT, False, at("설치비 3억원", 36))

_WON = {"천원": 1_000, "백만원": 1_000_000, "억원": 100_000_000}


def amount(line: BudgetLine, year: int, phase: Phase, printed: str, unit: str, row: int) -> Amount:
    """A figure as printed in the 1-based `row`; `-` is a stated 0."""
    won = 0 if printed == "-" else int(printed.replace(",", "")) * _WON[unit]
    return Amount(line, year, phase, won, printed, unit, at(printed, row))


OVERVIEW_AMOUNT = amount(OVERVIEW_CAMPUS, 2025, "original", "67", "억원", 30)

HUB = Facility("서울 양자 허브", "", at("서울 양자 허브", 22))
CAMPUS = Facility("창업캠퍼스", "", at("창업캠퍼스", 29))
MAPO = Facility("창업캠퍼스 마포점", "창업캠퍼스", at("창업캠퍼스 마포점", 29))
EUNPYEONG = Facility("창업캠퍼스 은평점", "창업캠퍼스", at("창업캠퍼스 은평점", 29))
VENUE = Facility("한빛전시장", "", at("한빛전시장", 35))
