"""The facilities of a report: proposed by lines, titles, tables, lists and text, merged into one entity each."""

from __future__ import annotations

import pytest
from geungeo.loaders.metadata import Given
from geungeo.ontology.codes import codes
from geungeo.ontology.records import (
    Facility,
    FacilityBudget,
    FacilityFact,
    FacilityName,
    FacilityProject,
    Loaded,
    Record,
)

from .texts import DETAIL_HEAD, REPORT, SUMMARY_HEAD, of, read

_GIVEN = Given(city="부산광역시", bureau="해양국", as_of="2025-01-31")


def _read(section: str = "", lines: str = "", title: str = "바다 가꾸기") -> Loaded:
    """A report with budget lines of one department and one section."""
    return read(
        f"Ⅱ. 예산현황\n{SUMMARY_HEAD}해양산업과\n기본경비 1 1 1 1 1.0\n{lines}\n"
        f"Ⅵ. 주요 업무보고\n1 {title}\n해양산업과장 : ○○○ ☎1001\n□ 사업개요\n{section}\n",
        _GIVEN,
    )


def _facilities(loaded: Loaded) -> dict[str, str]:
    return {f.name: f.network for f in of(loaded.records, Facility)}


def _facts(loaded: Loaded, name: str) -> dict[str, str]:
    return {f.property: f.value for f in of(loaded.records, FacilityFact) if f.facility.name == name}


def _relations(loaded: Loaded) -> dict[str, str]:
    return {r.facility.name: r.relation for r in of(loaded.records, FacilityProject)}


def test_budget_lines_name_facilities_and_their_networks() -> None:
    loaded = _read(lines="나래창업허브 운영 1 1 1 1 1.0\n나래창업허브 다온 운영 1 1 1 1 1.0\n바다 축제 1 1 1 1 1.0\n")
    assert _facilities(loaded) == {"나래창업허브": "", "나래창업허브 다온": "나래창업허브"}
    named = [(b.facility.name, b.line.item, b.match) for b in of(loaded.records, FacilityBudget)]
    assert named == [
        ("나래창업허브", "나래창업허브 운영", "named"),
        ("나래창업허브 다온", "나래창업허브 다온 운영", "named"),
    ]


def test_a_network_that_nothing_names_by_itself_is_left_open() -> None:
    assert _facilities(_read(lines="나래창업허브 다온 운영 1 1 1 1 1.0\n")) == {"나래창업허브 다온": ""}


def test_spellings_of_one_facility_are_one_with_names() -> None:
    section = " ㅇ 시설현황 : 2개소(한빛 연구센터, 나래박물관)\n"
    loaded = _read(section, "부산시 한빛연구센터 운영 1 1 1 1 1.0\n부산광역시립미술관 운영 1 1 1 1 1.0\n")
    assert list(_facilities(loaded)) == ["부산시 한빛연구센터", "부산광역시립미술관", "나래박물관"]
    names = [(n.facility.name, n.name) for n in of(loaded.records, FacilityName)]
    assert names == [("부산시 한빛연구센터", "한빛 연구센터")]


def test_organisations_and_events_are_no_facilities() -> None:
    lines = "한빛진흥원 운영 1 1 1 1 1.0\n정책심의위원회 운영 1 1 1 1 1.0\n바다 연구센터 펀드 조성 1 1 1 1 1.0\n"
    assert _facilities(_read(lines=lines)) == {}


def test_the_table_of_a_section_names_its_branches_with_facts() -> None:
    loaded = read(REPORT)
    branches = [name for name, network in _facilities(loaded).items() if network == "한빛창업허브"]
    assert branches == ["한빛창업허브 나래", "한빛창업허브 다온", "한빛창업허브 M2"]
    facts = _facts(loaded, "한빛창업허브 다온")
    assert facts["address"] == "서구 다온동"
    assert facts["term"] == "2024-03-01/2027-02-28"
    assert facts["area"] == "800"
    assert facts["status"] == "operating"
    names = {n.name for n in of(loaded.records, FacilityName) if n.facility.name == "한빛창업허브 나래"}
    assert names == {"창업허브 나래"}


def test_lists_of_branches_under_the_network_of_the_title() -> None:
    section = """\
 ㅇ 인프라 : 캠퍼스 4개소
   - 기존(2개소) : 가온, 나래
   - 신설(2개소) : 다온(’25.5.), 마루(’25.12.)
"""
    loaded = _read(section, title="청년바다사관학교 조성·운영")
    assert _facilities(loaded) == {
        "청년바다사관학교": "",
        **{f"청년바다사관학교 {short}캠퍼스": "청년바다사관학교" for short in ("가온", "나래", "다온", "마루")},
    }
    assert _facts(loaded, "청년바다사관학교 가온캠퍼스")["status"] == "operating"
    assert _facts(loaded, "청년바다사관학교 다온캠퍼스")["status"] == "planned"
    assert _facts(loaded, "청년바다사관학교 다온캠퍼스")["opening"] == "2025-05"
    assert _relations(loaded)["청년바다사관학교 마루캠퍼스"] == "builds"


@pytest.mark.parametrize(
    "line", ["   - 3개 분야(교육, 문화, 복지) 특화", " - 협력(2개 기업) : 가온, 나래", " - 신규(2개사) : 가람, 나람"]
)
def test_counted_things_that_are_no_places_are_no_branches(line: str) -> None:
    assert _facilities(_read(f" ㅇ 주요내용\n{line}\n", title="나래창업허브 운영")) == {"나래창업허브": ""}


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        ("한빛박물관 운영 1 1 1 1 1.0\n", "operating"),
        ("한빛박물관 운영 지원 1 1 1 1 1.0\n", "operating"),
        ("한빛박물관 건립 1 1 1 1 1.0\n", "planned"),
        ("한빛박물관 건립 및 운영 1 1 1 1 1.0\n", "operating"),
    ],
)
def test_the_status_that_a_line_shows(lines: str, status: str) -> None:
    assert _facts(_read(lines=lines), "한빛박물관")["status"] == status


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("(’24.5월 개관)", "operating"),
        ("(’25.12월 개관 예정)", "planned"),
        ("건립 중", "under_construction"),
        ("폐관 예정", "to_be_abolished"),
    ],
)
def test_the_status_that_words_behind_a_name_state(words: str, status: str) -> None:
    loaded = _read(f" ㅇ 시설현황 : ‘한빛박물관’ {words}\n", "한빛박물관 건립 1 1 1 1 1.0\n")
    assert _facts(loaded, "한빛박물관")["status"] == status


@pytest.mark.parametrize(
    ("term", "as_of", "rule"),
    [
        ("’23.1.1~’25.12.31", "2025-01-31", "status-by-term"),
        ("’22~’25", "2025-01-31", "status-by-term"),
        ("’22.1.1~’24.12.31", "2025-01-31", "status-by-action"),
        ("’23.1.1~’25.12.31", "", "status-by-action"),
    ],
)
def test_a_term_shows_the_status_only_while_it_runs(term: str, as_of: str, rule: str) -> None:
    table = f" ㅇ 운영시설 : 나래창업허브 2개소\n구 분 가온 다온\n위 탁 기 간 {term} {term}\n"
    text = f"Ⅵ. 주요 업무보고\n1 나래창업허브 운영\n□ 사업개요\n{table}\n"
    loaded = read(text, Given(as_of=as_of))
    statuses = [f for f in of(loaded.records, FacilityFact) if f.property == "status" and "가온" in f.facility.name]
    assert [(f.value, f.rule) for f in statuses] == [("operating", rule)]


def test_an_opening_shows_nothing_without_a_date_of_the_report() -> None:
    text = "Ⅵ. 주요 업무보고\n1 한빛박물관 건립\n□ 사업개요\n ㅇ 한빛박물관 건립(’24.5월 개관)\n"
    facts = [f for f in of(read(text).records, FacilityFact) if f.property == "status"]
    assert [(f.value, f.rule) for f in facts] == [("planned", "status-by-action")]


def test_labelled_items_under_a_name_are_its_facts() -> None:
    section = """\
□ 추진계획
 ㅇ 한빛박물관 건립
   - 위    치 : 가온구 나래로 37
   - 규    모 : 연면적 4,806㎡(지하3층~지상10층)
   - 공사기간 : ’23. 6. ~ ’27. 6.
"""
    facts = _facts(_read(section, "한빛박물관 건립 1 1 1 1 1.0\n"), "한빛박물관")
    assert (facts["address"], facts["area"]) == ("가온구 나래로 37", "4806")
    assert facts["construction"] == "2023-06/2027-06"
    assert facts["status"] == "under_construction"


def test_the_overview_of_a_section_is_about_the_facility_of_its_title() -> None:
    section = " ㅇ 위    치 : 가온구 나래동 119-5\n ㅇ 사 업 량 : 부지 9,000㎡, 연면적 3,455㎡\n"
    section += "□ 추진상황\n • 2024. 3. 착공\n"
    facts = _facts(_read(section, title="나래환승센터 건립"), "나래환승센터")
    assert (facts["address"], facts["area"], facts["construction"]) == ("가온구 나래동 119-5", "3455", "2024-03/")
    assert facts["status"] == "under_construction"


@pytest.mark.parametrize("words", ["’25. 4. 착공", "2024. 3. 착공 예정", "2024. 3. 착공식 준비"])
def test_works_that_have_not_begun_are_planned(words: str) -> None:
    loaded = _read(f"□ 추진상황\n • {words}\n", title="나래환승센터 건립")
    assert _facts(loaded, "나래환승센터")["status"] == "planned"


@pytest.mark.parametrize(
    ("words", "relation"),
    [("운영 방안 마련", "operates"), ("건립", "builds"), ("에서 개최", "mentions"), ("입주기업 지원", "mentions")],
)
def test_the_relation_that_a_section_shows(words: str, relation: str) -> None:
    loaded = _read(f" ㅇ 한빛박물관 {words}\n", "한빛박물관 운영 1 1 1 1 1.0\n")
    assert _relations(loaded) == {"한빛박물관": relation}


def test_a_name_inside_another_word_is_no_mention() -> None:
    loaded = _read(" ㅇ 신한빛박물관앞 광장 정비\n", "한빛박물관 운영 1 1 1 1 1.0\n")
    assert "한빛박물관" not in _relations(loaded)


def test_a_venue_of_an_event_is_kept_apart_by_its_type() -> None:
    loaded = _read(
        " ㅇ 일    자 : ’25. 9. 30.\n ㅇ 장    소 : 한빛전시장 2층 나래홀(2,224㎡)\n", title="바다 축제 개최"
    )
    types = {f.facility.name: f.value for f in of(loaded.records, FacilityFact) if f.property == "type"}
    assert set(types.values()) == {"event_venue"}
    assert set(_relations(loaded).values()) == {"uses_venue"}


def test_an_office_that_is_a_place_is_a_facility() -> None:
    assert _facts(read(REPORT), "한빛해양박물관")["type"] == "museum"


def test_facts_of_facilities_are_stated_or_follow_from_a_reviewed_rule() -> None:
    records: list[Record] = [*read(REPORT).records, *_read(lines="한빛박물관 건립 1 1 1 1 1.0\n").records]
    rules = {f.rule for f in of(records, FacilityFact)} | {r.rule for r in of(records, FacilityProject)}
    rules |= {b.rule for b in of(records, FacilityBudget)}
    assert {rule for rule in rules if rule and ("rule", rule) not in codes()} == set()


def test_every_derived_fact_stands_on_words_of_the_text() -> None:
    for fact in of(read(REPORT).records, FacilityFact):
        assert fact.printed
        assert fact.span.quote


def test_a_detail_line_is_its_facilitys_too() -> None:
    table = f"□ 예산 집행 현황\n(단위: 천원)\n{DETAIL_HEAD}한빛박물관 전시 교체 10 - 10 - -(0.0) -(0.0)\n"
    loaded = _read(table, "한빛박물관 운영 1 1 1 1 1.0\n")
    found = [(b.line.table, b.line.item, b.rule) for b in of(loaded.records, FacilityBudget)]
    assert ("detail", "한빛박물관 전시 교체", "item-begins-with-facility") in found


def test_branches_listed_with_their_trades_are_named_like_their_printed_sibling() -> None:
    section = (
        "□ 추진계획\n ㅇ 시민 제조지원센터 운영(총 3개소)\n   - (시설현황) 의류(가온, 나래), 강북(양말)\n"
        " ㅇ 나래제조지원센터는 연중 운영\n"
    )
    names = {name for name, network in _facilities(_read(section)).items() if network == "시민 제조지원센터"}
    assert names == {"가온제조지원센터", "나래제조지원센터", "강북제조지원센터"}


def test_a_quoted_beginning_means_the_one_facility_that_begins_so() -> None:
    loaded = _read("□ 추진실적\n   - ‘부엌’ 192개사 지원\n", lines="부엌인큐베이터 운영 1 1 1 1 1.0\n")
    assert _relations(loaded) == {"부엌인큐베이터": "operates"}
    two = _read(
        "□ 추진실적\n   - ‘부엌’ 192개사 지원\n",
        lines="부엌인큐베이터 운영 1 1 1 1 1.0\n부엌창업센터 운영 1 1 1 1 1.0\n",
    )
    assert _relations(two) == {}
