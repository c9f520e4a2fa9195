"""City, bureau, date and title: from the document's words, else from the user, else unknown and said so."""

from __future__ import annotations

import pytest
from geungeo.loaders.metadata import Given, describe
from geungeo.ontology.records import Problem, Source, SourceFact

from .texts import doc, untrue

_COVER = "부산광역시 해양산업국\n\n2025년 주요 업무보고\n\nⅠ. 일반현황 (’25. 1. 31. 기준)\n부산광역시 부산광역시\n"


def _describe(text: str, given: Given | None = None) -> tuple[Source, list[SourceFact], list[Problem]]:
    source, facts, problems = describe(doc(text), given or Given())
    assert untrue(doc(text), facts) == []
    return source, facts, problems


def test_a_cover_says_everything() -> None:
    source, facts, problems = _describe(_COVER)
    assert (source.city, source.bureau, source.as_of) == ("부산광역시", "해양산업국", "2025-01-31")
    assert source.title == "2025년 주요 업무보고"
    assert {f.property: f.span.first_line for f in facts if f.span} == {"city": 1, "bureau": 1, "as_of": 5, "title": 3}
    assert problems == []


def test_options_fill_what_the_text_leaves_open_and_have_no_span() -> None:
    given = Given("대구광역시", "교통국", "2024-07-01", "보고")
    source, facts, problems = _describe("Ⅰ. 일반현황\n", given)
    assert (source.city, source.bureau, source.as_of, source.title) == ("대구광역시", "교통국", "2024-07-01", "보고")
    assert [f.span for f in facts] == [None] * 4
    assert problems == []


def test_the_text_wins_over_the_options() -> None:
    source, _, _ = _describe(_COVER, Given("대구광역시", "교통국", "2024-07-01"))
    assert (source.city, source.bureau, source.as_of) == ("부산광역시", "해양산업국", "2025-01-31")


def test_what_is_unknown_is_said_with_the_option_to_give() -> None:
    source, facts, problems = _describe("Ⅰ. 일반현황\n")
    assert (source.city, source.bureau, source.as_of, source.title, facts) == ("", "", "", "", [])
    assert [p.text.split("--")[-1] for p in problems] == ["city", "bureau", "date", "title"]
    assert {p.severity for p in problems} == {"warning", "note"}


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("부산광역시 조례, 부산광역시 규칙, 부산광역시, 대구광역시", "부산광역시"),
        ("부산광역시와 대구광역시", ""),
        ("부산시와 부산", ""),
        ("제주특별자치도", "제주특별자치도"),
    ],
)
def test_the_city_is_the_one_that_the_text_prints_most(text: str, city: str) -> None:
    assert _describe(text)[0].city == city


@pytest.mark.parametrize(
    ("text", "bureau"),
    [
        ("해양산업국\nⅠ. 일반현황", "해양산업국"),
        ("한빛시 도시재생본부장 보고\nⅠ. 일반현황", "도시재생본부"),
        ("Ⅰ. 일반현황\n2025년 업무보고(시민안전실)", "시민안전실"),
        ("Ⅰ. 일반현황\n해양산업국은 부두를 정비함", ""),
    ],
)
def test_the_bureau_of_the_cover_or_of_a_bracket(text: str, bureau: str) -> None:
    assert _describe(text)[0].bureau == bureau


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("2026년도  주요업무보고", "2026년도 주요업무보고"),
        ("업  무  보  고", "업무보고"),
        ("2025년 주요업무 추진계획", "2025년 주요업무 추진계획"),
        ("2025년 업무 여건", ""),
        ("2025년 주요업무계획", "2025년 주요업무계획"),
    ],
)
def test_titles(line: str, title: str) -> None:
    assert _describe(f"{line}\nⅠ. 일반현황\n")[0].title == title
