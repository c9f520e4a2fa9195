"""Facilities that running text names: where a name begins, what is evidence, which names are one."""

from __future__ import annotations

import pytest
from geungeo.loaders.facility_definitions import not_places
from geungeo.loaders.facility_text import Naming, namings
from geungeo.loaders.fields import items
from geungeo.loaders.knowledge import rows
from geungeo.loaders.metadata import Given
from geungeo.ontology.records import Facility, FacilityFact, FacilityName, Loaded

from .texts import doc, of, read

_GIVEN = Given(city="부산광역시", bureau="해양국", as_of="2025-01-31")


def _named(line: str) -> list[Naming]:
    return [n for item in items(doc(line).lines) for n in namings(item)]


def _read(section: str, title: str = "바다 가꾸기") -> Loaded:
    head = f"Ⅵ. 주요 업무보고\n1 {title}\n해양과장 : ○○○ ☎1001\n□ 사업개요\n"
    return read(f"{head} ㅇ 추진목적 : 바다\n{section}\n", _GIVEN)


def _facilities(section: str, title: str = "바다 가꾸기") -> dict[str, str]:
    return {f.name: f.network for f in of(_read(section, title).records, Facility)}


@pytest.mark.parametrize("row", rows("words_before_names"), ids=lambda row: row["word"])
def test_a_word_before_a_name_is_none_of_it(row: dict[str, str]) -> None:
    (naming,) = _named(f" ㅇ {row['example']}")
    assert row["example"].startswith(f"{row['word']} {naming.name}")
    assert naming.leading


@pytest.mark.parametrize("row", rows("definition_words"), ids=lambda row: row["word"])
def test_what_a_definition_calls_a_programme_is_no_place(row: dict[str, str]) -> None:
    name = row["example"].split()[0]
    assert row["word"] in row["example"]
    assert not_places(doc(f"1) {row['example']}"), "") == {name}
    assert _facilities(f" ㅇ {name} 운영\n") == {name: ""}
    assert _facilities(f" ㅇ {name} 운영\n 1) {row['example']}\n") == {}


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (" ㅇ 전용경기장 부산e스타디움에서 대회 개최", ["부산e스타디움"]),
        (" - 나래랜드마크 용지(F1, F2) : 면적 37,262㎡, 유찰", ["나래랜드마크 용지"]),
        (" - 나래 복합단지 : 위 치 동구", ["나래 복합단지"]),
        ("나래콘텐츠센터 입주기업 매출액 75억", ["나래콘텐츠센터"]),
        (" ㅇ 나래보육센터 및 다온플라자 운영(여성과)을 통해", ["나래보육센터", "다온플라자"]),
        (" ㅇ 나래지원센터 공간 활용, 설계 준공", ["나래지원센터"]),
    ],
)
def test_what_is_evidence_of_a_place(line: str, names: list[str]) -> None:
    assert list(_facilities(line)) == names


@pytest.mark.parametrize(
    "line",
    [
        " ㅇ 실리콘밸리에서 투자설명회 개최",
        " ㅇ 대전e스타디움에서 대회 개최",
        " - 산업시설용지 : 면적 37,262㎡",
        " ㅇ 바다 살리기 및 다온플라자 이용 홍보",
        " ㅇ 경제 컨트롤타워 구축",
    ],
)
def test_what_is_none(line: str) -> None:
    assert _facilities(line) == {}


def test_the_title_of_a_state_of_many_names_none() -> None:
    assert _facilities(" ㅇ 용역 : 1건", "나래 미개발 용지 활성화") == {}


def _names(section: str) -> dict[str, set[str]]:
    made: dict[str, set[str]] = {}
    for name in of(_read(section).records, FacilityName):
        made.setdefault(name.facility.name, set()).add(name.name)
    return made


@pytest.mark.parametrize(
    ("section", "name", "other"),
    [
        (" ㅇ N밸리(나래디지털산업단지) 활성화\n ㅇ 나래디지털산업단지 조성", "N밸리", "나래디지털산업단지"),
        (" ㅇ 나래국제금융센터(NIFC) 운영", "나래국제금융센터", "NIFC"),
    ],
)
def test_a_name_in_the_bracket_behind_is_another_name(section: str, name: str, other: str) -> None:
    assert _facilities(section) == {name: ""}
    assert other in _names(section)[name]


def test_what_stands_in_the_bracket_behind_may_be_no_name() -> None:
    assert _names(" ㅇ 나래허브(동구) 운영\n ㅇ 다온연구센터(지식산업센터) 건립") == {}


@pytest.mark.parametrize(("title", "part"), [("바다 가꾸기", "N밸리 다목적체육관"), ("N밸리 활성화", "다목적체육관")])
def test_a_part_of_a_complex_is_one_facility_by_both_its_names(title: str, part: str) -> None:
    section = " ㅇ N밸리 활성화\n ㅇ N밸리 다목적체육관 건립\n ㅇ ‘다목적체육관’ 건립\n"
    assert _facilities(section, title) == {"N밸리": "", part: "N밸리"}


def test_a_name_in_latin_letters_stands_beside_whole_names() -> None:
    found = _read(" ㅇ 시설현황 : 3개소 운영 중(나래허브, BT-2, 다온센터)")
    assert {f.name for f in of(found.records, Facility)} == {"나래허브", "BT-2", "다온센터"}
    assert {f.value for f in of(found.records, FacilityFact) if f.property == "status"} == {"operating"}


def test_beside_the_facility_of_the_title_a_table_may_list_others() -> None:
    table = " ㅇ 시설현황\n시설명 나래종합복지관 다온종합복지관\n소재지 동구 나래동 서구 다온동\n연면적 100㎡ 200㎡\n"
    assert _facilities(table, "나래종합복지관 운영") == {"나래종합복지관": "", "다온종합복지관": ""}


def test_a_host_is_named_without_its_floor() -> None:
    assert "나래패션몰" in _facilities(" ㅇ 다온허브 운영\n   - (위 치) 나래패션몰 3층 (동구 나래로 22)\n")
