"""Of the hand-made report what its projects do, what the council asked, and what stands beside the data."""

from __future__ import annotations

from geungeo.ontology.records import (
    AuditRequest,
    AuditStep,
    ChapterCoverage,
    Finding,
    Funding,
    Milestone,
    Organisation,
    OrganisationName,
    Partner,
    Passage,
    Record,
    Result,
    Target,
    UnreadLine,
)

from .made_text import at
from .made_things import (
    CAMPUS_ORDINANCE,
    CAMPUS_PROJECT,
    FUTURE,
    HUB,
    HUB_PROJECT,
    OVERVIEW_AMOUNT,
    POLICY,
    SUMMARY_CAMPUS,
)

QUANTUM = Organisation("한국양자재단", "foundation")
UNIVERSITY = Organisation("가나대학교", "university")
AGENCY = Organisation("서울산업재단", "public_agency")

PARTNERS: tuple[Record, ...] = (
    OrganisationName(QUANTUM, "양자재단", "", at("한국양자재단(양자재단)", 37)),
    Partner(
        project=HUB_PROJECT,
        organisation=QUANTUM,
        printed="한국양자재단(양자재단)",
        role="operator",
        status="current",
        period="2024-01-01/2026-12-31",
        unit="서울 양자 허브",
        rule="",
        span=at("한국양자재단(양자재단), 서울 양자 허브, 2024.1.1.~2026.12.31.", 37),
    ),
    Partner(HUB_PROJECT, UNIVERSITY, "가나대학교", "co_researcher", "planned", "", "", "", at("가나대학교(예정)", 38)),
    Partner(
        CAMPUS_PROJECT, QUANTUM, "양자재단", "participant", "past", "", "", "section-names-facility", at("양자재단", 37)
    ),
    Partner(
        HUB_PROJECT, AGENCY, "서울산업재단", "delegated_agency", "current", "", "", "", at("서울산업재단 대행", 38)
    ),
)

TENANTS = Target(HUB_PROJECT, "입주기업", "’25년", "40개사", "40", "개사", at("40개사", 39))
REPORTED: tuple[Record, ...] = (
    TENANTS,
    Target(CAMPUS_PROJECT, "양자인력", "", "양성", "", "", at("양자인력 양성", 39)),
    Result(CAMPUS_PROJECT, "양자 포럼", "", "양자 포럼 개최", "", "", at("양자 포럼 개최", 40)),
    Result(HUB_PROJECT, "입주기업", "’24.12월", "입주기업 35개사", "35", "개사", at("입주기업 35개사(’24.12월)", 40)),
    Milestone(HUB_PROJECT, "입주기업 모집", "’25.2월~4월", "2025-02", "2025-04", at("’25.2월~4월 입주기업 모집", 41)),
    Milestone(
        CAMPUS_PROJECT, "성과보고회", "’25. 9. 30.", "2025-09-30", "2025-09-30", at("’25. 9. 30. 성과보고회", 41)
    ),
    Passage(HUB_PROJECT, "추진계획", at("재원", 42)),
    Funding(CAMPUS_PROJECT, "소요예산", "national", 2025, 3_000_000_000, "30", "억원", at("국비 30억원", 42)),
    Funding(CAMPUS_PROJECT, "소요예산", "city", 2025, 3_700_000_000, "37", "억원", at("시비 37억원", 42)),
    Funding(HUB_PROJECT, "", "private", 2024, 100_000_000, "1", "억원", at("재원", 42)),
)

OCCUPANCY = AuditRequest(
    number="1",
    category="corrective",
    departments=(POLICY,),
    request="서울 양자 허브의 입주율을 높일 것",
    answer="입주기업 모집 공고",
    status="in_progress",
    facilities=(HUB,),
    laws=(),
    span=at("서울 양자 허브의 입주율을 높일 것", 44),
    answers=(at("’25. 3월 입주기업 모집 공고", 45),),
)
AUDIT: tuple[Record, ...] = (
    OCCUPANCY,
    AuditRequest(
        number="2",
        category="suggestion",
        departments=(POLICY, FUTURE),
        request="청년 창업 조례를 정비할 것",
        answer="조례 정비를 마침",
        status="done",
        facilities=(),
        laws=(CAMPUS_ORDINANCE,),
        span=at("청년 창업 조례를 정비할 것", 46),
        answers=(at("조례 정비를 마침", 47),),
    ),
    AuditRequest(
        "3", "suggestion", (FUTURE,), "창업캠퍼스를 더 알릴 것", "", "under_review", (), (), at("알릴 것", 48), ()
    ),
    AuditStep(OCCUPANCY, "입주기업 모집 공고", "’25. 3월", "2025-03", "2025-03", at("’25. 3월 입주기업 모집 공고", 45)),
)

BESIDE: tuple[Record, ...] = (
    Finding(
        kind="text_vs_table",
        printed="67억원",
        expected="67.03억원",
        message_ko="사업개요의 소요예산이 총괄표의 6,703백만원과 다릅니다",
        message_en="the overview differs from the summary table's 6,703 million won",
        certainty="likely",
        spans=(OVERVIEW_AMOUNT.span, SUMMARY_CAMPUS.span),
        about=(OVERVIEW_AMOUNT, SUMMARY_CAMPUS),
    ),
    Finding(
        kind="duplicate",
        printed="40개사",
        expected="35개사",
        message_ko="같은 입주기업 수가 두 자리에서 다릅니다",
        message_en="the number of tenants differs in two places",
        certainty="certain",
        spans=(TENANTS.span, at("35개사", 40)),
        about=(TENANTS,),
    ),
    ChapterCoverage("Ⅵ", 24, 23, at("Ⅵ 부서별 주요업무", 18)),
    ChapterCoverage("Ⅶ", 8, 7, at("Ⅶ 행정사무감사 처리결과", 43)),
    UnreadLine("Ⅶ", at("아무도 읽지 못한 줄", 50)),
)

ACTIVITIES: tuple[Record, ...] = (*PARTNERS, *REPORTED, *AUDIT, *BESIDE)
