"""Firms that are housed in a facility: how many the text counts, which it names."""

from __future__ import annotations

import pytest
from geungeo.loaders.facility_items import told
from geungeo.loaders.facility_residents import read_residents
from geungeo.loaders.knowledge import rows

from .texts import doc

_KNOWN = ("나래허브", "다온센터", "나래허브 가온")


def _said(text: str, title: str = "") -> list[tuple[str, str, str]]:
    document = doc(text)
    lines = told(document.lines, lambda name: name if name in _KNOWN else "", title)
    return [(a.key, a.stated.property, a.stated.value) for a in read_residents(document, lines)]


@pytest.mark.parametrize(
    "line",
    [
        " ㅇ 나래허브 운영 : 입주기업 45개사",
        " ㅇ 나래허브 운영\n   - 입주기업 : 45개사(입주율 90%)",
        " ㅇ 나래허브 : 창업기업 45개사 입주",
        " ㅇ 나래허브 : 창업기업 45개 기업이 입주 중",
        " ㅇ 나래허브 운영\n   - 입주현황(총 45개사)",
        " ㅇ 나래허브 운영 현황\n   - 입주업체 45社",
        "① 나래허브\n□ 추진실적\n ㅇ (육성) 입주기업 45개사 운영",
    ],
)
def test_a_number_of_firms(line: str) -> None:
    assert _said(line) == [("나래허브", "residents", "45")]


@pytest.mark.parametrize(
    "line",
    [
        " ㅇ 나래허브 : 입주기업 신규 45개사 선정",
        " ㅇ 나래허브 : 입주기업 45개사 모집",
        " ㅇ 나래허브 : 창업기업 45개사 입주지원",
        " ㅇ 나래허브 : 창업기업 45개사 입주 예정",
        " ㅇ 나래허브 입주기업(45개사 대상) 상담",
        "□ 추진목표\n ㅇ 나래허브 : 입주기업 45개사",
        "□ 추진계획\n ㅇ 나래허브 : 입주기업 45개사",
        " ㅇ 바다 가꾸기 : 입주기업 45개사",
        " ㅇ 나래허브, 다온센터 운영\n   - 입주기업 45개사",
        " ㅇ 나래허브와 마루허브 : 입주기업 45개사",
    ],
)
def test_a_number_that_counts_others_or_is_not_yet(line: str) -> None:
    assert _said(line) == []


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (" ㅇ 나래허브 : 입주기업 ‘가나테크’ 혁신상 수상", ["가나테크"]),
        (" ㅇ 나래허브 : 입주기업인 ‘가나테크’, “라마바”의 수출", ["가나테크", "라마바"]),
        (" ㅇ 나래허브 운영\n   - 입주기업 : ㈜가나테크, 라마(주), 바사 연구회", ["㈜가나테크", "라마(주)"]),
        ("① 나래허브\n□ 추진실적\n ㅇ 해외 진출\n   - 입주기업 ‘가나테크’ 유치", ["가나테크"]),
    ],
)
def test_firms_by_name(line: str, names: list[str]) -> None:
    assert _said(line) == [("나래허브", "tenant", name) for name in names]


@pytest.mark.parametrize("row", rows("tenant_not_names"), ids=lambda row: row["word"])
def test_quoted_words_that_name_no_firm(row: dict[str, str]) -> None:
    assert row["word"] in row["example"]
    assert _said(f" ㅇ 나래허브 : {row['example']}") == []


def test_a_part_of_a_section_is_headed_by_the_facilitys_name_alone() -> None:
    parts = "②② 나래허브 가온\n□ 추진실적\n ㅇ 입주기업 20개사\n③③ 다온센터\n□ 추진실적\n ㅇ 입주기업 30개사\n"
    assert _said(parts) == [("나래허브 가온", "residents", "20"), ("다온센터", "residents", "30")]
