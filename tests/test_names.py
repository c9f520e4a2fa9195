"""Names as people type them: any spelling finds the thing, several are listed, none gives the nearest."""

from __future__ import annotations

import pytest
from geungeo.graph.names import find, find_all
from geungeo.ontology.errors import UnknownNameError

from .made_chains import store

ORDINANCE = "서울특별시 양자산업 육성 조례"


@pytest.mark.parametrize(
    ("typed", "kind", "label"),
    [
        ("서울 양자 허브", "facility", "서울 양자 허브"),
        ("서울양자허브", "facility", "서울 양자 허브"),
        ("  서울 양자허브 ", "facility", "서울 양자 허브"),
        ("양자 허브", "facility", "서울 양자 허브"),
        ("서울시 양자 허브", "facility", "서울 양자 허브"),
        ("은평 창업캠퍼스", "facility", "창업캠퍼스 은평점"),
        ("창업캠퍼스", "facility", "창업캠퍼스"),
        (ORDINANCE, "law", ORDINANCE),
        ("서울시 양자산업 육성조례", "law", ORDINANCE),
        ("「양자산업 육성 조례」", "law", ORDINANCE),
        ("산업 정책과", "department", "산업정책과"),
        ("양자산업거점운영", "project", "양자산업 거점 운영"),
        ("마포점 조성", "budget_line", "마포점 조성"),
        ("양자산업팀", "team", "양자산업팀"),
    ],
)
def test_any_spelling_finds_the_thing(typed: str, kind: str, label: str) -> None:
    assert [(thing.kind, thing.label) for thing in find(store(), typed)] == [(kind, label)]


def test_an_address_is_a_name() -> None:
    (hub,) = find(store(), "서울양자허브")
    assert find(store(), hub.iri) == find(store(), f"<{hub.iri}>") == [hub]


def test_several_things_of_a_name_are_told_apart() -> None:
    found = find(store(), "서울양자허브 운영")
    assert [(thing.label, thing.note) for thing in found] == [
        ("서울 양자 허브 운영", "예산 총괄표 · 산업정책과"),
        ("서울양자허브 운영", "예산 집행 현황표 · 산업정책과 · 양자산업 거점 운영"),
    ]


def test_the_first_spelling_of_two_sources_finds_the_thing_of_both() -> None:
    assert len(find(store(later=True), "양자산업 거점운영")) == 1


def test_kinds_narrow_the_answer() -> None:
    assert [thing.kind for thing in find(store(), "창업캠퍼스", ("network",))] == ["network"]
    with pytest.raises(UnknownNameError):
        find(store(), "서울양자허브", ("law",))


def test_another_citys_name_is_another_name() -> None:
    with pytest.raises(UnknownNameError) as error:
        find(store(), "부산시 양자산업 육성 조례")
    assert error.value.nearest[0] == ORDINANCE


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        ("서울 양자 허보", "서울 양자 허브"),
        ("은평점", "창업캠퍼스 은평점"),
        ("양자산업 육성 조례안", ORDINANCE),
        ("산업정책괴", "산업정책과"),
    ],
)
def test_an_unknown_name_is_told_the_nearest(typed: str, nearest: str) -> None:
    with pytest.raises(UnknownNameError) as error:
        find(store(), typed)
    assert nearest in error.value.nearest
    assert str(error.value).startswith(f"nothing is called '{typed}'; the nearest: ")


@pytest.mark.parametrize("typed", ["", "   ", "<http:// no>", "http://x/y", "쀍", "()"])
def test_what_is_no_name_is_an_unknown_name(typed: str) -> None:
    with pytest.raises(UnknownNameError, match="nothing is called"):
        find(store(), typed)


def test_a_name_may_come_in_several_words_or_several_names_may_come() -> None:
    words = ["서울", "양자", "허브"]
    assert find_all(store(), words) == find(store(), "서울양자허브")
    both = find_all(store(), ["산업정책과", "서울양자허브", "산업정책과"])
    assert [thing.label for thing in both] == ["산업정책과", "서울 양자 허브"]


@pytest.mark.parametrize(("words", "named"), [(["없는", "시설"], "없는 시설"), (["산업정책과", "없는것"], "없는것")])
def test_the_name_that_is_unknown_is_named(words: list[str], named: str) -> None:
    with pytest.raises(UnknownNameError, match=f"nothing is called '{named}'"):
        find_all(store(), words)
