"""Lists of branches: counted, in brackets, by cohort; a count that does not fit gives none."""

from __future__ import annotations

import pytest
from geungeo.loaders.facility_lists import Branch, branch_name, branches, listed_names
from geungeo.loaders.fields import items

from .texts import doc, untrue


def _branches(text: str) -> list[tuple[str, dict[str, str]]]:
    made = doc(text)
    found = [b for item in items(made.lines) for b in branches(made, item)]
    assert untrue(made, found) == []
    return [(b.name, {f.property: f.value for f in b.facts}) for b in found]


def _names(text: str) -> list[str]:
    return [name for name, _ in _branches(text)]


def test_a_counted_list_over_lines() -> None:
    text = "  - 기존(5개소) : 가온, 나래,\n\n다온, 마루 , 별내\n  - 신설(2개소)  : 송림(’25.5.), 푸른(’25.12.)\n"
    assert _branches(text) == [
        *((name, {"status": "operating"}) for name in ("가온", "나래", "다온", "마루", "별내")),
        ("송림", {"opening": "2025-05", "status": "planned"}),
        ("푸른", {"opening": "2025-12", "status": "planned"}),
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ㅇ 운영시설 : 기술교육원 3 캠퍼스(동부, 서부, 남부)", ["동부", "서부", "남부"]),
        ("ㅇ 제조지원센터 2개소(가온, 나래)", ["가온", "나래"]),
        ("ㅇ 운영 중인 2개 센터(가온 연구센터, 나래 연구센터)", ["가온 연구센터", "나래 연구센터"]),
        ("ㅇ 창업형 (3) (’22~’25) 가온대, 나래대, 다온여대", ["가온대", "나래대", "다온여대"]),
    ],
)
def test_lists_in_other_forms(text: str, names: list[str]) -> None:
    assert _names(text) == names


def test_a_cohort_states_its_term() -> None:
    text = "창업형 (2)(’23~’25) 가온대, 나래대          ※ 협력 사업"
    assert _branches(text) == [("가온대", {"term": "2023/2025"}), ("나래대", {"term": "2023/2025"})]


@pytest.mark.parametrize(
    "text",
    [
        "ㅇ 기존(4개소) : 가온, 나래, 다온",
        "ㅇ 제조지원센터 2개소(가온, 나래, 다온)",
        "ㅇ 창업형 (1) (’22~’25) 가온대, 나래대",
        "ㅇ 참여기업 100개사(전시 84, 협력 16)",
        "ㅇ 4개 분야(기획, 제작)",
    ],
)
def test_a_count_that_does_not_fit_gives_none(text: str) -> None:
    assert _names(text) == []


def _named(short: str, network: str, noun: str, *printed: str) -> tuple[str, tuple[str, ...]]:
    return branch_name(Branch(short, False, "", (), 0, 0), network, noun, lambda name: name in printed)


@pytest.mark.parametrize(
    ("short", "network", "noun", "printed", "name"),
    [
        ("가온", "청년디딤학교", "캠퍼스", (), "청년디딤학교 가온캠퍼스"),
        ("동부", "한빛시 기술교육원", "", (), "동부기술교육원"),
        ("가온대", "캠퍼스타운", "", (), "가온대 캠퍼스타운"),
        ("가온", "제조지원센터", "", ("가온제조지원센터",), "가온제조지원센터"),
        ("가온", "국민체육센터", "센터", (), "가온 국민체육센터"),
        ("가온", "청년디딤학교", "캠퍼스", ("가온 청년디딤학교",), "가온 청년디딤학교"),
    ],
)
def test_a_branch_is_never_named_by_its_place_alone(
    short: str, network: str, noun: str, printed: tuple[str, ...], name: str
) -> None:
    chosen, others = _named(short, network, noun, *printed)
    assert chosen == name
    assert short not in (chosen, *others)


def test_other_spellings_are_those_that_the_document_prints() -> None:
    assert _named("가온", "청년디딤학교", "캠퍼스") == ("청년디딤학교 가온캠퍼스", ())
    printed = ("청년디딤학교 가온캠퍼스", "가온 청년디딤학교")
    assert _named("가온", "청년디딤학교", "캠퍼스", *printed) == (printed[0], (printed[1],))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("5개 시설(총 28㎡) ※ 한빛 AI 허브, AI 교육센터, 임차 3개소", ["한빛 AI 허브", "AI 교육센터"]),
        ("(가칭) 바다융합지원센터 조성 중(’27.5월 준공)", ["바다융합지원센터"]),
        ("(가칭) 바다융합지원센터, 나래박물관 등", ["바다융합지원센터"]),
        ("한빛진흥원, 한빛 펀드, 12개 센터", []),
    ],
)
def test_names_listed_one_by_one(text: str, names: list[str]) -> None:
    made = doc(text)
    found = [listed for item in items(made.lines) for listed in listed_names(made, item)]
    assert [name for name, _, _ in found] == names
