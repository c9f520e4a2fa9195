"""Whose report it is: cities, districts, counties and provinces, on the cover or by what the text prints most."""

from __future__ import annotations

import pytest
from geungeo.loaders.citations.names import split_place
from geungeo.loaders.issuer import issuer, own_names
from geungeo.loaders.metadata import Given, describe
from geungeo.ontology.fold import leading_city

from .texts import doc, untrue


def _city(text: str) -> str:
    source, facts, _ = describe(doc(text), Given())
    assert untrue(doc(text), facts) == []
    return source.city


@pytest.mark.parametrize(
    ("cover", "city"),
    [
        ("서울특별시 은평구\n복지국", "서울특별시 은평구"),
        ("은평구의회 제300회 임시회\n복지국", "서울특별시 은평구"),
        ("은평구 복지국", "서울특별시 은평구"),
        ("제395회 수원시의회 임시회", "경기도 수원시"),
        ("수   원   시\n(문화체육국)", "경기도 수원시"),
        ("경기도 수원시", "경기도 수원시"),
        ("부산광역시의회\n해양국", "부산광역시"),
        ("부산시 해양국", "부산광역시"),
        ("부 산 광 역 시", "부산광역시"),
        ("부산광역시 중구\n도시국", "부산광역시 중구"),
        ("부산광역시\n중구 도시국", "부산광역시 중구"),
        ("울주군청", "울산광역시 울주군"),
        ("경기도 광주시의회", "경기도 광주시"),
        ("강원특별자치도 관광국", "강원특별자치도"),
        ("중구의회 도시국", ""),
        ("부산광역시와 대구광역시", ""),
        ("은평구립도서관 소식", ""),
    ],
)
def test_the_government_that_a_cover_names(cover: str, city: str) -> None:
    assert _city(f"{cover}\n2025년 주요업무보고\nⅠ. 일반현황\n조직\n") == city


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("은평구 은평구 은평구", "서울특별시 은평구"),
        ("은평구 은평구", ""),
        ("서울특별시 서울특별시 서울특별시 은평구 강남구", "서울특별시"),
        ("서울특별시, 서울시, 서울시, 강남구, 강남구, 강남구, 강남구", ""),
        ("서울시 서울시 서울시", ""),
        ("수원시민 수원시립 수원시 경기도", "경기도 수원시"),
        ("중구 중구 중구 중구", ""),
        ("서울특별시 중구 서울특별시 중구 서울특별시 중구", "서울특별시 중구"),
    ],
)
def test_without_a_cover_what_is_printed_most(text: str, city: str) -> None:
    assert _city(f"Ⅰ. 일반현황\n{text}\n") == city


def test_an_option_gives_the_full_name() -> None:
    assert describe(doc("Ⅰ. 일반현황\n"), Given(city="강남구"))[0].city == "서울특별시 강남구"
    assert describe(doc("Ⅰ. 일반현황\n"), Given(city="한빛시"))[0].city == "한빛시"


def test_a_text_without_a_government() -> None:
    assert issuer(doc("Ⅰ. 일반현황\n"), ()) is None


def test_the_names_of_the_own_government() -> None:
    assert own_names("서울특별시") == ("서울특별시", "서울시", "서울")
    assert own_names("서울특별시 은평구") == ("서울특별시은평구", "은평구")
    assert own_names("") == ()


@pytest.mark.parametrize(
    ("text", "city", "split"),
    [
        ("區 도서관 조례", "서울특별시 은평구", ("서울특별시 은평구", "도서관 조례")),
        ("은평구 도서관 조례", "서울특별시 은평구", ("서울특별시 은평구", "도서관 조례")),
        ("서울시 은평구 도서관 조례", "서울특별시 은평구", ("서울특별시 은평구", "도서관 조례")),
        ("市 도서관 조례", "서울특별시 은평구", ("서울특별시", "도서관 조례")),
        ("市 도서관 조례", "경기도 수원시", ("경기도 수원시", "도서관 조례")),
        ("道 도서관 조례", "경기도", ("경기도", "도서관 조례")),
        ("은평구립도서관 조례", "서울특별시 은평구", ("", "은평구립도서관 조례")),
        ("은평구 도서관 조례", "", ("", "은평구 도서관 조례")),
    ],
)
def test_a_districts_own_names_lead_a_name(text: str, city: str, split: tuple[str, str]) -> None:
    assert leading_city(text, city) == split


@pytest.mark.parametrize(
    ("name", "city", "title"),
    [
        ("區 도서관 조례", "서울특별시 은평구", "서울특별시 은평구 도서관 조례"),
        ("市 도서관 조례", "경기도 수원시", "수원시 도서관 조례"),
        ("수원시 도서관 조례", "경기도 수원시", "수원시 도서관 조례"),
    ],
)
def test_the_place_of_a_local_law(name: str, city: str, title: str) -> None:
    place = split_place(name, city)
    assert (place.jurisdiction, f"{place.prefix} {place.rest}") == (city, title)
