"""A hand-made report, read by hand: at least one of every record type, each span true to `made_text.TEXT`.

`made_later` holds two more reports. All names and figures are invented.
"""

from __future__ import annotations

from geungeo.ontology.records import (
    Amount,
    BudgetLine,
    Citation,
    Department,
    Duty,
    Facility,
    FacilityBudget,
    FacilityFact,
    FacilityLaw,
    FacilityName,
    FacilityOperator,
    FacilityProject,
    Law,
    LineMatch,
    Loaded,
    Phase,
    Problem,
    Project,
    Record,
    Source,
    SourceFact,
    Span,
    StaffCount,
    Team,
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
    heading="추진근거",
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
    heading="추진근거",
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
    heading="관련근거",
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

_WON = {"천원": 1_000, "백만원": 1_000_000, "억원": 100_000_000}


def amount(line: BudgetLine, year: int, phase: Phase, printed: str, unit: str, row: int) -> Amount:
    """A figure as printed in the 1-based `row`; `-` is a stated 0."""
    won = 0 if printed == "-" else int(printed.replace(",", "")) * _WON[unit]
    return Amount(line, year, phase, won, printed, unit, at(printed, row))


_AMOUNTS = (
    amount(SUMMARY_TOTAL, 2024, "final", "21,300", "백만원", 15),
    amount(SUMMARY_TOTAL, 2025, "original", "22,500", "백만원", 15),
    amount(SUMMARY_HUB, 2024, "final", "15,000", "백만원", 16),
    amount(SUMMARY_HUB, 2025, "original", "15,797", "백만원", 16),
    amount(SUMMARY_CAMPUS, 2024, "final", "6,300", "백만원", 17),
    amount(SUMMARY_CAMPUS, 2025, "original", "6,703", "백만원", 17),
    amount(DETAIL_HUB, 2025, "original", "15,797,378", "천원", 25),
    amount(DETAIL_HUB, 2025, "carryover", "0", "천원", 25),
    amount(DETAIL_HUB, 2025, "current", "15,797,378", "천원", 25),
    amount(DETAIL_HUB, 2025, "commitment", "1,200,000", "천원", 25),
    amount(DETAIL_MAPO, 2025, "original", "6,203,000", "천원", 32),
    amount(DETAIL_MAPO, 2025, "carryover", "-", "천원", 32),
    amount(DETAIL_MAPO, 2025, "current", "6,203,000", "천원", 32),
    amount(DETAIL_MAPO, 2025, "expenditure", "-", "천원", 32),
    amount(DETAIL_EUNPYEONG, 2025, "original", "500,000", "천원", 33),
    amount(DETAIL_EUNPYEONG, 2025, "carryover", "100,000", "천원", 33),
    amount(OVERVIEW_CAMPUS, 2025, "original", "67", "억원", 30),
)

HUB = Facility("서울 양자 허브", "", at("서울 양자 허브", 22))
CAMPUS = Facility("창업캠퍼스", "", at("창업캠퍼스", 29))
MAPO = Facility("창업캠퍼스 마포점", "창업캠퍼스", at("창업캠퍼스 마포점", 29))
EUNPYEONG = Facility("창업캠퍼스 은평점", "창업캠퍼스", at("창업캠퍼스 은평점", 29))
VENUE = Facility("한빛전시장", "", at("한빛전시장", 35))


def _stated(facility: Facility, property: str, value: str, printed: str, line: int) -> FacilityFact:
    return FacilityFact(facility, property, value, printed, "", at(printed, line))


def _derived(facility: Facility, property: str, value: str, rule: str, span: Span) -> FacilityFact:
    return FacilityFact(facility, property, value, span.quote, rule, span)


_FACTS = (
    _derived(HUB, "type", "startup_hub", "type-by-name", HUB.span),
    _derived(HUB, "status", "operating", "status-by-action", at("서울양자허브 운영", 25)),
    _stated(HUB, "address", "서초구 태봉로 7", "서초구 태봉로 7", 22),
    _stated(HUB, "area", "10220.5", "10,220.5㎡", 22),
    _stated(HUB, "rooms", "5", "5개실", 22),
    _stated(HUB, "floors", "4", "지상 4층", 22),
    _stated(HUB, "staff", "12", "12명", 22),
    _stated(HUB, "operator", "가나대학교 산학협력단", "가나대학교 산학협력단", 23),
    _stated(HUB, "term", "2024-01-01/2026-12-31", "2024.1.1.~2026.12.31.", 23),
    _stated(HUB, "opening", "2024-05", "2024년 5월 개관", 23),
    _stated(HUB, "budget", "1200000000", "12억원", 23),
    _derived(MAPO, "type", "campus", "type-by-name", MAPO.span),
    _stated(MAPO, "status", "under_construction", "공사", 29),
    _stated(MAPO, "construction", "2024-03/2025-10", "2024.3.~2025.10.", 29),
    _stated(MAPO, "completion", "45", "공정률 45%", 29),
    _derived(EUNPYEONG, "type", "campus", "type-by-name", EUNPYEONG.span),
    _derived(EUNPYEONG, "status", "planned", "status-by-action", at("은평점 조성", 33)),
    _derived(VENUE, "type", "event_venue", "type-by-name", VENUE.span),
)

_LINKS: tuple[Record, ...] = (
    FacilityProject(HUB, HUB_PROJECT, "operates", "", HUB.span),
    FacilityProject(MAPO, CAMPUS_PROJECT, "builds", "section-names-facility", MAPO.span),
    FacilityProject(EUNPYEONG, CAMPUS_PROJECT, "builds", "section-names-facility", EUNPYEONG.span),
    FacilityProject(VENUE, TALK_PROJECT, "uses_venue", "section-names-facility", VENUE.span),
    LineMatch(DETAIL_HUB, SUMMARY_HUB, "same", "same-name-and-amount", (DETAIL_HUB.span, SUMMARY_HUB.span)),
    LineMatch(DETAIL_MAPO, SUMMARY_CAMPUS, "part_of", "name-contains", (DETAIL_MAPO.span, SUMMARY_CAMPUS.span)),
    FacilityBudget(HUB, DETAIL_HUB, "named", "item-names-facility", (HUB.span, DETAIL_HUB.span)),
    FacilityBudget(HUB, SUMMARY_HUB, "named", "item-names-facility", (HUB.span, SUMMARY_HUB.span)),
    FacilityBudget(MAPO, DETAIL_MAPO, "named", "item-names-facility", (MAPO.span, DETAIL_MAPO.span)),
    FacilityBudget(MAPO, SUMMARY_CAMPUS, "shared", "section-only-line", (MAPO.span, SUMMARY_CAMPUS.span)),
    FacilityBudget(EUNPYEONG, SUMMARY_CAMPUS, "shared", "section-only-line", (EUNPYEONG.span, SUMMARY_CAMPUS.span)),
    FacilityBudget(EUNPYEONG, OVERVIEW_CAMPUS, "stated", "", (OVERVIEW_CAMPUS.span,)),
    FacilityLaw(
        facility=HUB,
        citation=ORDINANCE_BASIS,
        project=HUB_PROJECT,
        strength="direct",
        lines=(DETAIL_HUB, SUMMARY_HUB),
        rule="project-states-basis",
        basis=(ORDINANCE_BASIS.span, HUB.span, DETAIL_HUB.span),
    ),
    FacilityLaw(HUB, ACT_BASIS, HUB_PROJECT, "direct", (DETAIL_HUB,), "project-states-basis", (ACT_BASIS.span,)),
    FacilityLaw(MAPO, PLAN_BASIS, CAMPUS_PROJECT, "shared", (), "project-states-basis", (PLAN_BASIS.span, MAPO.span)),
    FacilityLaw(EUNPYEONG, CAMPUS_MENTION, TALK_PROJECT, "register", (), "law-names-facility", (CAMPUS_MENTION.span,)),
)

LOADED = Loaded(
    source=SOURCE,
    records=(
        SourceFact("title", "미래산업국 주요업무보고", at("미래산업국 주요업무보고", 1)),
        SourceFact("as_of", "2025-01-31", at("2025. 1. 31.", 2)),
        SourceFact("city", "서울특별시", at("서울특별시", 3)),
        SourceFact("bureau", "미래산업국", None),
        POLICY,
        FUTURE,
        INSTITUTE,
        FOUNDATION,
        StaffCount(POLICY, "", 32, 30, at("산업정책과 32 30", 6)),
        StaffCount(POLICY, "5급", 4, 4, at("5급 4 4", 7)),
        StaffCount(POLICY, "6급 이하", 28, 26, at("6급 이하 28 26", 8)),
        StaffCount(FUTURE, "", 18, 17, at("미래기술과 18 17", 9)),
        StaffCount(INSTITUTE, "", 41, 39, at("산업연구소 41 39", 10)),
        StaffCount(FOUNDATION, "", None, 85, at("서울산업재단 - 85", 11)),
        Duty(POLICY, "산업정책 종합계획 수립", at("산업정책 종합계획 수립", 13)),
        HUB_PROJECT,
        CAMPUS_PROJECT,
        TALK_PROJECT,
        Team(HUB_PROJECT, "양자산업팀", at("양자산업팀", 20)),
        Team(CAMPUS_PROJECT, "창업팀", at("창업팀", 27)),
        ACT_BASIS,
        ORDINANCE_BASIS,
        PLAN_BASIS,
        BILL_MENTION,
        CAMPUS_MENTION,
        SUMMARY_TOTAL,
        SUMMARY_HUB,
        SUMMARY_CAMPUS,
        DETAIL_HUB,
        DETAIL_MAPO,
        DETAIL_EUNPYEONG,
        OVERVIEW_CAMPUS,
        *_AMOUNTS,
        HUB,
        CAMPUS,
        MAPO,
        EUNPYEONG,
        VENUE,
        FacilityName(HUB, "서울양자허브", at("서울양자허브", 25)),
        FacilityName(EUNPYEONG, "은평 창업캠퍼스", at("은평 창업캠퍼스", 36)),
        FacilityOperator(EUNPYEONG, "한강대학교", "2025-01-01/2027-12-31", at("은평 창업캠퍼스", 36)),
        *_FACTS,
        *_LINKS,
    ),
    problems=(Problem("reports/2025-01.txt", 30, "a sum in prose, not checked against a table", "note"),),
)
