"""Statements of status that differ: all are kept, one is the facility's, and people are shown which."""

from __future__ import annotations

from functools import cache

import pytest
from geungeo.graph.build import quads
from geungeo.graph.explain import explain
from geungeo.graph.explain_text import text
from geungeo.graph.names import find
from geungeo.graph.network import map_rows
from geungeo.graph.query import run
from geungeo.graph.saved import saved
from geungeo.graph.vocabulary import vocabulary_quads
from geungeo.loaders.metadata import Given
from geungeo.ontology.records import FacilityFact, Loaded
from pyoxigraph import Store

from .texts import of, read

_NAME = "나래센터"
_RUN, _WORKS, _ENDS, _CLOSED = "나래센터 운영 중", "나래센터 공사 중", "나래센터 폐지 예정", "나래센터 폐관"


def _read(*words: str) -> Loaded:
    lines = "".join(f" ㅇ {line}\n" for line in words)
    text = f"Ⅵ. 주요 업무보고\n1 바다 가꾸기\n해양과장 : ○○○ ☎1001\n□ 사업개요\n ㅇ 추진목적 : 바다\n{lines}"
    return read(text, Given(city="부산광역시", bureau="해양국", as_of="2025-01-31"))


def _statuses(loaded: Loaded) -> list[tuple[str, str]]:
    return [(f.value, f.rule) for f in of(loaded.records, FacilityFact) if f.property == "status"]


def _store(loaded: Loaded) -> Store:
    made = Store()
    made.extend([*quads(loaded), *vocabulary_quads()])
    return made


@cache
def _differing() -> Store:
    return _store(_read(_RUN, "나래센터 운영", _ENDS, "나래센터(동구 나래로 1)"))


def test_one_statement_needs_no_choice() -> None:
    assert _statuses(_read(_RUN, "나래센터 운영")) == [("operating", "")]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ((_RUN, _ENDS), "to_be_abolished"),
        ((_ENDS, _RUN), "to_be_abolished"),
        ((_ENDS, _CLOSED), "abolished"),
        ((_RUN, _WORKS), "under_construction"),
        (("나래센터 운영 중(’24. 3월 개관)", _WORKS), "operating"),
        (("나래센터 공사 중(’25. 9월 개관 예정)", _RUN), "under_construction"),
    ],
)
def test_of_several_the_dated_or_the_one_that_says_more_holds(words: tuple[str, ...], status: str) -> None:
    found = _statuses(_read(*words))
    assert len([value for value, rule in found if not rule]) == 2
    assert [value for value, rule in found if rule == "status-of-several"] == [status]


def test_the_row_has_one_status_and_the_graph_all() -> None:
    rows = [row for row in run(_differing(), saved("facilities")).dicts() if row["facility"] == _NAME]
    assert [row["status"] for row in rows] == ["to_be_abolished"]
    shown = text(explain(_differing(), find(_differing(), _NAME, ("facility",))[0]), "ko")
    assert "서로 다른 진술" in shown
    assert "운영 중 [6행" in shown
    assert "폐지 예정 [8행" in shown
    assert "추론: 여러 진술 가운데 고른 상태" in shown


def test_the_map_shows_the_chosen_status_and_every_statement() -> None:
    (node,) = (node for node in map_rows(list(_differing())).nodes if node["label"] == _NAME)
    assert node["status"] == "폐지 예정"
    assert {"운영 중", "폐지 예정"} <= {fact["value"] for fact in node["facts"]}


def test_addresses_and_areas_that_differ_are_told_apart() -> None:
    items = (
        "나래센터 운영\n   - 위치 : 동구 나래로 1\n   - 규모 : 연면적 120㎡",
        "나래센터 조성\n   - 위치 : 서구 다온로 2\n   - 규모 : 연면적 90㎡",
    )
    store = _store(_read(*items))
    (row,) = run(store, saved("facilities")).dicts()
    assert row["location"] == "동구 나래로 1|서구 다온로 2"
    shown = text(explain(store, find(store, _NAME, ("facility",))[0]), "ko")
    assert shown.count("서로 다른 진술") == 2
