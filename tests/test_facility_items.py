"""Logical lines with the facilities that each names, and the one under whose name it stands."""

from __future__ import annotations

import pytest
from geungeo.loaders.facility_facts import read_facts
from geungeo.loaders.facility_items import Told, told

from .texts import doc

_KNOWN = ("나래허브", "나래허브 가온", "다온센터", "NDC")


def _told(text: str, title: str = "") -> list[Told]:
    return list(told(doc(text).lines, lambda name: name if name in _KNOWN else "", title))


def _facts(text: str, title: str = "") -> list[tuple[str, str, str]]:
    return [(a.key, a.stated.property, a.stated.value) for a in read_facts(doc(text), _told(text, title))]


@pytest.mark.parametrize(
    ("text", "owner", "alone"),
    [
        (" ㅇ 나래허브 운영\n   - 위치 : 동구", "나래허브", True),
        (" ㅇ 나래허브, 다온센터 운영\n   - 위치 : 동구", "나래허브", False),
        (" ㅇ 나래허브와 마루허브 운영\n   - 위치 : 동구", "나래허브", False),
        (" ㅇ 나래허브 운영\n ㅇ 바다 가꾸기\n   - 위치 : 동구", "", False),
    ],
)
def test_what_stands_under_a_facilitys_own_item(text: str, owner: str, alone: bool) -> None:
    last = _told(text)[-1]
    assert (last.owner, last.owner != "" and last.alone) == (owner, alone)


@pytest.mark.parametrize("heading", ["① 나래허브 가온", "②② 나래허브 가온", "1) 나래허브 가온", "가. 나래허브 가온"])
def test_a_numbered_name_heads_a_part_of_the_section(heading: str) -> None:
    assert _told(f"{heading}\n□ 추진실적\n ㅇ 바다 가꾸기\n")[-1].part == "나래허브 가온"
    assert _told(f"{heading} 활성화 방안\n□ 추진실적\n ㅇ 바다 가꾸기\n")[-1].part == ""


@pytest.mark.parametrize(
    ("heading", "title", "about"),
    [
        ("□ 사업개요", "나래허브 운영", "나래허브"),
        ("□ NDC 사업개요", "미개발 용지 활성화", "NDC"),
        ("□ 다온센터 시설현황", "나래허브 운영", "다온센터"),
        ("□ 사업개요", "바다 가꾸기", ""),
    ],
)
def test_what_an_overview_is_about(heading: str, title: str, about: str) -> None:
    assert _told(f"{heading}\n ㅇ 위치 : 동구\n", title)[-1].about == about


def test_the_spaces_of_a_facility_go_on_behind_a_comma() -> None:
    text = " ㅇ 나래허브 조성\n   - 공간구성 : 창작(1층), 유통(전시장),\n놀이(책방)   < 조감도 >\n"
    assert _facts(text) == [("나래허브", "spaces", "창작(1층), 유통(전시장), 놀이(책방)")]


def test_a_labelled_day_is_the_opening() -> None:
    assert _facts(" ㅇ 나래허브 운영\n   - 개관일 : 2024. 5. 1.\n") == [("나래허브", "opening", "2024-05-01")]
