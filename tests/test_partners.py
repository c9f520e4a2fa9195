"""Who takes part in a project and how: the genre's ways to say so, and what is refused; names are invented."""

from __future__ import annotations

import pytest
from geungeo.loaders.partners_declared import declarations
from geungeo.loaders.partners_mentions import mentions
from geungeo.loaders.partners_names import official

from .made_partners import found_in, names, partners, report, roles_in
from .texts import doc


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("소요예산 : 1,375백만원 (가온진흥원 대행, 나래센터 운영)", {"가온진흥원": "delegated_agency"}),
        ("추진방법 : 대행(가온진흥원)", {"가온진흥원": "delegated_agency"}),
        ("수행기관 : 가온수산공단(대행)", {"가온수산공단": "delegated_agency"}),
        ("시 행 자 : 가온도시공사(위·수탁 협약)", {"가온도시공사": "delegated_agency"}),
        ("소요예산 : 1,532백만원(가온진흥원 출연금)", {"가온진흥원": "operator"}),
        ("운    영 : 가온문화재단(위탁, 2024. 1. 1. ~ 2026. 12. 31.)", {"가온문화재단": "operator"}),
        ("민간위탁 : 학교법인 나래학원", {"학교법인 나래학원": "operator"}),
        ("주최/주관 : 가온광역시 / GBA", {"GBA": "operator"}),
        ("주    최 : 가온광역시 / 주관 : 가온문화재단", {"가온문화재단": "operator"}),
        (
            "시 공 사 : ㈜누리종합건설 / 감리 : 다솜건축사사무소",
            {"㈜누리종합건설": "contractor", "다솜건축사사무소": "contractor"},
        ),
        ("수행체계 : (주관) 가온진흥원 (참여) 나래대학교", {"가온진흥원": "operator", "나래대학교": "participant"}),
        ("감축협약 : 다온타이어, 마루제지 등 15개 사업장", {"다온타이어": "mou_partner", "마루제지": "mou_partner"}),
        (
            "시공 : 다온건설 컨소시엄(다온건설, 마루네이처)",
            {"다온건설": "contractor", "마루네이처": "contractor"},
        ),
        ("협력기관 : 가온구의사회, 나래성모병원", {"가온구의사회": "participant", "나래성모병원": "participant"}),
        ("후    원 : 나래은행, 다온음료", {"나래은행": "co_funder", "다온음료": "co_funder"}),
    ],
)
def test_labels_tell_the_role(line: str, expected: dict[str, str]) -> None:
    assert roles_in(f" ㅇ {line}", block="사업개요") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("市-가온진흥원-나래상공회의소 MOU 체결", {"가온진흥원": "mou_partner", "나래상공회의소": "mou_partner"}),
        ("市-가람-누리솔 업무협약 체결", {"가람": "mou_partner", "누리솔": "mou_partner"}),
        (
            "가람랩(미국), 누리 대학(캐나다), 마루공과대(인도) 등과 공동 연구 확대",
            {"가람랩": "co_researcher", "누리대학교": "co_researcher", "마루공과대학교": "co_researcher"},
        ),
        (
            "다온 밸리(독일), 마루 홀터(독일) 등 글로벌 연구소·기업 유치",
            {"다온 밸리": "attracted", "마루 홀터": "attracted"},
        ),
        ("가람밸리(독일, 2월), 나래랩(캐나다, 5월) 협약체결", {"가람밸리": "mou_partner", "나래랩": "mou_partner"}),
        ("착공(시공사 (주)누리건설)", {"(주)누리건설": "contractor"}),
        ("안전점검 2회(한국선급 합동)", {"한국선급": "participant"}),
        ("기본계획 승인(해양수산부)", {"해양수산부": "approver"}),
        (
            "법령 개정사항은 가온기업옴부즈만, 행안부 등 전방위 건의",
            {"가온기업옴부즈만": "regulator", "행정안전부": "regulator"},
        ),
        ("자체규제는 전문가 검토, 나래철폐심의회 상정 등", {"나래철폐심의회": "approver"}),
        ("1  가온보증기금연계", {"가온보증기금": "co_funder"}),
        ("입주기업 ‘아람솔’ 혁신상 수상", {"아람솔": "participant"}),
        ("국가 연구거점(가온대·나래대 컨소시엄) 개소", {"가온대학교": "participant", "나래대학교": "participant"}),
        ("가온대병원 특화연구소 유치", {"가온대병원 특화연구소": "attracted"}),
        ("독일 ALBA그룹과 공동 기술개발 검토", {"ALBA그룹": "co_researcher"}),
        ("다온솔과 업무협약 체결", {"다온솔": "mou_partner"}),
        ("가온은행 60억 특별출연", {"가온은행": "co_funder"}),
        ("AI 사업 수행을 위한 ‘나래 AI 센터’ 정식 운영", {"나래 AI 센터": "operator"}),
        ("가온투자재단 설립으로 경쟁력 제고", {"가온투자재단": "operator"}),
        ("나래공간기획관과 협력하여 개발방안 마련", {"나래공간기획관": "city_department"}),
        ("< 나래도시국 소관 >", {"나래도시국": "operator"}),
        (
            "구로·금천구 및 가온산단공단 등 주관",
            {"구로구": "operator", "금천구": "operator", "가온산단공단": "operator"},
        ),
        ("가온관광공사 공동 홍보 협약 체결", {"가온관광공사": "mou_partner"}),
        ("국립나래대학교 공동연구 협약 체결", {"국립나래대학교": "co_researcher"}),
        ("가온연구원 데이터 분석", {"가온연구원": "participant"}),
    ],
)
def test_words_beside_the_name_tell_the_role(line: str, expected: dict[str, str]) -> None:
    expected = {name: "participant" if role == "city_department" else role for name, role in expected.items()}
    assert roles_in(f"   - {line}") == expected


def test_a_line_of_firms_under_one_about_firms() -> None:
    lines = " ㅇ 글로벌 기업 연계 AI 연구개발 촉진\n   - 최고 기술을 보유한 루멘 AI, 조글, 나일룸 등과 연계 추진"
    assert roles_in(lines) == dict.fromkeys(("루멘 AI", "조글", "나일룸"), "co_researcher")
    assert roles_in("   - 최고 기술을 보유한 루멘, 조글, 나일룸 등과 연계 추진") == {}


def test_universities_of_a_programme_for_universities() -> None:
    table = " ㅇ 추진현황 : 20개소\n4기(4개) 창업형 (4) (’22~’25) 가온대, 나래여대, 다온전문대, 한누리시립대\n마루대"
    found = roles_in(table, title="캠퍼스타운 활성화", block="사업개요")
    assert list(found) == ["가온대학교", "나래여자대학교", "다온전문대학", "한누리시립대학교", "마루대학교"]
    assert set(found.values()) == {"participant"}


def test_the_maker_of_a_directive_regulates_and_laws_name_no_partner() -> None:
    line = " ㅇ 추진근거 : 고등교육법 및 대학지원체계 운영규정(교육부 훈령), 가온문화재단 설립 조례"
    assert roles_in(line, block="사업개요") == {"교육부": "regulator"}


@pytest.mark.parametrize(
    "line",
    [
        "유관기관, 협력사 등과 공동 홍보",
        "대·중견기업 협력 프로그램 진행",
        "자치구, 참여대학과 협력",
        "시중은행, 투자사 등 유치",
        "바이오, 로봇, 핀테크 등과 R&D 연계",
        "미국·프랑스 등 36개국 협력",
        "골조공사 및 진입도로 공사 협의",
        "판로확대, 홍릉일대 협력",
        "* 출처 : 가온연구원",
        "가온대학교 AI 지수 보고서",
        "전문가 자문위원회 운영, 선정심사위원회 심의",
        "「가온문화재단 설립 및 운영 조례」 제정 협의",
        "835억 투자유치, 촬영 유치 협력",
        "자율방재단 협력",
        "나래센터 건립 협약",
        "가온광역시 협력",
    ],
)
def test_what_is_no_partner(line: str) -> None:
    assert roles_in(f"   - {line}") == {}


def test_a_background_and_a_contact_line_name_no_partner() -> None:
    assert roles_in(" ㅇ 가온대, 나래대와 공동연구 확대 추세", block="추진배경") == {}
    assert roles_in(" ㅇ 문의 : 가온진흥원 협력팀 ☎000-0000") == {}


def test_rows_of_a_table_with_a_column_of_operators() -> None:
    table = (
        " ㅇ 시설현황\n시설명 위치 규모(㎡) 운영기관 운영기간\n"
        "가온체육관 동구 가온동 14,200 가온도시공사 ’24.1.1.~’26.12.31.\n"
        "나래체육관 서구 나래동 5,310 나래시체육회 ’25.1.1.~’27.12.31."
    )
    found = found_in(table, block="개요")
    assert [(f.named.name, f.role, f.unit) for f in found] == [
        ("가온도시공사", "operator", "가온체육관"),
        ("나래시체육회", "operator", "나래체육관"),
    ]


def test_the_unit_stands_before_the_bracket_or_in_the_title() -> None:
    line = "  - 구립 가온노인복지관(가온동, 연면적 2,960㎡, 사회복지법인 누리재단 위탁 2022. 4. 1. ~ 2027. 3. 31.)"
    assert [(f.named.name, f.unit) for f in found_in(line)] == [("사회복지법인 누리재단", "구립 가온노인복지관")]
    title = " ㅇ 운영주체 : 누리대학교 산학협력단(위탁, 2023. 1. 1. ~ 2025. 12. 31.)"
    assert [f.unit for f in found_in(title, title="가온구 가족센터 운영")] == ["가온구 가족센터"]


def test_full_names_and_short_forms() -> None:
    assert [m.named.name for m in mentions("행안부와 기보, 코트라, 산단공, SBA 협력", {})] == [
        "행정안전부",
        "기술보증기금",
        "대한무역투자진흥공사",
        "한국산업단지공단",
        "서울경제진흥원",
    ]
    assert official("재단법인 다움") == official("재단법인  다움")
    assert official("푸른마을") is None
    assert [m.printed for m in mentions("사단법인 푸른마을 위탁, 재단법인 다움을 통해", {})] == [
        "사단법인 푸른마을",
        "재단법인 다움",
    ]


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("위탁법인 : 가온산업진흥원(GIPA)", "GIPA", "가온산업진흥원"),
        ("GIPA(가온산업진흥원)와 협력", "GIPA", "가온산업진흥원"),
        ("가온산업단지공단(이하 ‘가산단’)", "가산단", "가온산업단지공단"),
        ("* Gaon Startup Alliance(가온 창업지원 협의체)", "Gaon Startup Alliance", "가온 창업지원 협의체"),
    ],
)
def test_the_document_declares_short_names(text: str, short: str, full: str) -> None:
    assert [(d.short, d.named.name) for d in declarations(doc(text))] == [(short, full)]


@pytest.mark.parametrize("text", ["국토교통부(국비)", "마루공과대(인도)", "가온진흥원(위탁)", "확장현실(XR) 산업"])
def test_other_brackets_declare_nothing(text: str) -> None:
    assert declarations(doc(text)) == []


def test_short_names_of_the_document_are_one_organisation() -> None:
    loaded = report(
        "사업 추진\n□ 사업개요\n ㅇ 위탁법인 : 가온산업진흥원(GIPA)\n□ 추진계획\n ㅇ 市-GIPA 업무협약 체결\n",
        "협의체 운영\n□ 추진실적\n ㅇ 가온나래 협의체(GSA) 참여 발굴\n * Gaon Alliance(다온 SW 가온나래 협의체)\n",
    )
    assert names(loaded)["가온산업진흥원"] == ["GIPA"]
    assert [(p.organisation.name, p.role) for p in partners(loaded)[:2]] == [
        ("가온산업진흥원", "operator"),
        ("가온산업진흥원", "mou_partner"),
    ]
    assert {p.organisation.name for p in partners(loaded)[2:]} == {"다온 SW 가온나래 협의체"}
    assert names(loaded)["다온 SW 가온나래 협의체"] == ["GSA", "Gaon Alliance", "가온나래 협의체"]


def test_status_by_block_period_and_words() -> None:
    loaded = report(
        "사업 추진\n□ 사업개요\n ㅇ 추진방법 : 대행(가온진흥원)    ※ 협약 기간: ’23. 1. ~ ’25. 12.(3년)\n"
        "□ 추진계획\n ㅇ 나래진흥원 협약 체결\n ㅇ 다온진흥원 회의 참여(매월)\n ㅇ 라온진흥원 위탁(’25.1.~)\n"
        "□ 추진실적(2024년)\n ㅇ 마루진흥원 협약 체결\n"
    )
    assert [(p.organisation.name, p.status, p.period) for p in partners(loaded)] == [
        ("가온진흥원", "current", "2023-01/2025-12"),
        ("나래진흥원", "planned", ""),
        ("다온진흥원", "current", ""),
        ("라온진흥원", "current", ""),
        ("마루진흥원", "past", ""),
    ]


def test_one_record_for_each_role_and_what_is_only_named_gives_way() -> None:
    loaded = report(
        "사업 추진\n□ 추진계획\n ㅇ 가온진흥원 회의\n ㅇ 가온진흥원 협약\n"
        " ㅇ 가온진흥원 협약 체결\n ㅇ 나래진흥원 회의\n"
    )
    assert [(p.organisation.name, p.role, p.rule, p.span.first_line) for p in partners(loaded)] == [
        ("가온진흥원", "mou_partner", "", 11),
        ("나래진흥원", "participant", "section-names-partner", 13),
    ]
