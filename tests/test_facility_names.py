"""Names of facilities: head words, actions, branches, and the key under which spellings meet."""

from __future__ import annotations

import pytest
from geungeo.loaders.facility_names import action_of, clean, facility_key, head_of, read_item, refused
from geungeo.loaders.facility_text import namings
from geungeo.loaders.fields import items
from hypothesis import given
from hypothesis import strategies as st

from .texts import doc

_CITY = "부산광역시"


@pytest.mark.parametrize(
    ("item", "name", "network", "relation"),
    [
        ("나래창업허브 운영", "나래창업허브", "", "operates"),
        ("나래창업허브 다온 운영", "나래창업허브 다온", "나래창업허브", "operates"),
        ("나래창업허브 M2 조성", "나래창업허브 M2", "나래창업허브", "builds"),
        ("물결체육관 건립", "물결체육관", "", "builds"),
        ("한빛 바다 연구센터 건립 및 운영", "한빛 바다 연구센터", "", "operates"),
        ("한빛연구센터 운영 지원(국가직접지원)", "한빛연구센터", "", "operates"),
        ("한빛밸리(한빛디지털단지) 활성화", "한빛밸리", "", "supports"),
        ("(가칭)한빛박물관 건립", "한빛박물관", "", "builds"),
        ("‘한빛박물관’ 운영", "한빛박물관", "", "operates"),
        ("나래 창업 허브 관리·운영", "나래 창업 허브", "", "operates"),
    ],
)
def test_a_line_that_is_about_a_facility(item: str, name: str, network: str, relation: str) -> None:
    named = read_item(item)
    assert named is not None
    assert (named.name, named.network, named.relation) == (name, network, relation)


@pytest.mark.parametrize(
    "item",
    [
        "기본경비",
        "바다 축제 개최",
        "창업기업 지원",
        "박물관 및 미술관 지원",
        "나래창업허브",
        "나래창업허브 입주기업 판로 지원",
        "해양연구소 유치",
        "박물관 운영",
        "",
    ],
)
def test_a_line_that_is_about_none(item: str) -> None:
    assert read_item(item) is None


@pytest.mark.parametrize("name", ["한빛박물관", "한빛 AI 허브", "캠퍼스타운", "‘한빛미술관’", "(가칭) 한빛미술관"])
def test_names_with_a_head(name: str) -> None:
    assert head_of(name) is not None


@pytest.mark.parametrize("name", ["박물관", "미술관", "센터", "축제", ""])
def test_a_head_alone_is_no_name(name: str) -> None:
    assert head_of(name) is None


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        (" 조성 및 운영", "operates"),
        ("관리ㆍ운영 사업", "operates"),
        (" 건립", "builds"),
        ("운영사 공모", ""),
        ("", ""),
    ],
)
def test_the_action_behind_a_name(text: str, relation: str) -> None:
    found = action_of(text)
    assert (found[1] if found else "") == relation


@pytest.mark.parametrize("name", ["한빛진흥원", "한빛 창업 펀드", "바다 축제", "정책심의 위원회", "한빛 누리 플랫폼"])
def test_organisations_funds_events_and_sites_are_refused(name: str) -> None:
    assert refused(name)
    assert not refused("한빛박물관")


@pytest.mark.parametrize(
    "spellings",
    [
        ("부산창업허브 초량", "창업허브 초량", "부산시 창업허브 초량", "부산광역시 창업허브초량"),
        ("(가칭)바다융합센터", "바다융합센터", "「바다융합센터」"),
        ("부산시립미술관", "시립미술관"),
        ("회동산단", "회동일반산업단지", "회동산업단지"),
        ("미음 R&D 융복합 산업단지", "미음산업단지"),
    ],
)
def test_spellings_of_one_facility(spellings: tuple[str, ...]) -> None:
    assert len({facility_key(name, _CITY) for name in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("제1부산핀테크랩", "제2부산핀테크랩"),
        ("창업허브 초량", "창업허브 영도"),
        ("부산대 캠퍼스타운", "대 캠퍼스타운"),
        ("부산시민공원", "민공원"),
        ("부산역 창업카페", "역 창업카페"),
        ("대구창업허브", "창업허브"),
        ("미음 1 산업단지", "미음 2 산업단지"),
    ],
)
def test_facilities_that_stay_two(one: str, other: str) -> None:
    assert facility_key(one, _CITY) != facility_key(other, _CITY)


_SYLLABLES = st.text(alphabet="가나다라마바사아자차", min_size=2, max_size=6)


@given(_SYLLABLES, st.sampled_from(["창업허브", "박물관", "기술교육원"]), st.sampled_from(["", " ", "ㆍ", "·", "-"]))
def test_blanks_and_dots_never_tell_two_apart(name: str, head: str, between: str) -> None:
    assert facility_key(f"{name}{between}{head}", _CITY) == facility_key(f"{name}{head}", _CITY)


@given(_SYLLABLES)
def test_cleaning_twice_changes_nothing_more(name: str) -> None:
    once = clean(f"(가칭) ‘{name}’ ,")
    assert once == clean(once) == name


@pytest.mark.parametrize(
    ("name", "is_none"),
    [("나래 주간보호시설", False), ("임차 시설", True), ("나래데이터", True)],
)
def test_a_longer_head_word_wins_over_what_is_no_facility(name: str, is_none: bool) -> None:
    assert refused(name) is is_none


@pytest.mark.parametrize(
    ("line", "names"),
    [("나래도매시장 부지 활용", ["나래도매시장 부지"]), ("나래도매시장 현대화", ["나래도매시장"])],
)
def test_the_site_of_a_place_says_nothing_of_the_place(line: str, names: list[str]) -> None:
    assert [n.name for item in items(doc(f" ㅇ {line}").lines) for n in namings(item)] == names
