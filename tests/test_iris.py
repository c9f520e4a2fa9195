"""Addresses: one for each folded name in its scope, always legal, never of a line number."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from geungeo.ontology.errors import GeungeoError
from geungeo.ontology.fold import name_key
from geungeo.ontology.iris import BlankNameError, Iris, checked_base, digest, encoded, part, web
from geungeo.ontology.records import BudgetLine, Department, Facility, Law, Project, Source, Span
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode
from rdflib import URIRef

from .made import ACT, DETAIL_HUB, HUB, HUB_PROJECT, MAPO, ORDINANCE, PLAN, POLICY, SOURCE, SUMMARY_HUB, SUMMARY_TOTAL

BASE = "https://example.org/"
IRIS = Iris.of(SOURCE, BASE)
NOWHERE = Iris.of(Source("a b/lost.txt", "", "utf-8", 1), BASE)
SPAN = Span("x", 0, 1, 1, 1, "x")
ANY = st.text(st.characters(), max_size=300)
NAMES = ANY.filter(name_key)


@given(ANY, ANY)
def test_encoding_loses_nothing(one: str, other: str) -> None:
    assert (encoded(one) == encoded(other)) == (one == other)


@given(NAMES, NAMES)
def test_a_name_has_the_address_of_its_folded_spelling(one: str, other: str) -> None:
    assert (part(one) == part(other)) == (name_key(one) == name_key(other))


@given(NAMES)
def test_addresses_are_legal_everywhere(name: str) -> None:
    address = IRIS.facility(name)
    assert NamedNode(address).value == address
    assert URIRef(address).n3() == f"<{address}>"
    assert not re.search(r"[\s<>\"{}|\\^`\x00-\x1f\u202a-\u202e\ud800-\udfff]", address)
    assert re.fullmatch(r"https://example\.org/facility/[^/]+/[^/]+", address)
    assert not {".", ".."} & set(address.split("/"))


@given(st.lists(NAMES, min_size=2, max_size=2), st.lists(NAMES, min_size=2, max_size=2))
def test_network_and_branch_do_not_run_together(one: list[str], other: list[str]) -> None:
    same = [name_key(name) for name in one] == [name_key(name) for name in other]
    assert (IRIS.facility(*one) == IRIS.facility(*other)) == same


@given(st.lists(ANY, max_size=4), st.lists(ANY, max_size=4))
def test_a_digest_keeps_its_parts_apart(one: list[str], other: list[str]) -> None:
    assert (digest(*one) == digest(*other)) == (one == other)


@given(st.integers(0, 10**6), st.integers(1, 10**4))
def test_no_address_of_a_thing_knows_where_it_stands(offset: int, line: int) -> None:
    def moved(span: Span) -> Span:
        return replace(span, start=span.start + offset, end=span.end + offset, first_line=line, last_line=line)

    department = replace(POLICY, span=moved(POLICY.span))
    project = replace(HUB_PROJECT, department=department, first_line=line, span=moved(HUB_PROJECT.span))
    detail = replace(DETAIL_HUB, project=project, department=department, span=moved(DETAIL_HUB.span))
    assert IRIS.department(department) == IRIS.department(POLICY)
    assert IRIS.project(project) == IRIS.project(HUB_PROJECT)
    assert IRIS.budget_line(detail, 2025) == IRIS.budget_line(DETAIL_HUB, 2025)
    assert IRIS.facility_of(replace(HUB, span=moved(HUB.span))) == IRIS.facility_of(HUB)


@pytest.mark.parametrize("blank", ["", " ", "\u3000", "「」", "\u202e", "''"])
def test_what_has_no_name_has_no_address(blank: str) -> None:
    with pytest.raises(BlankNameError, match="is no name"):
        part(blank)
    with pytest.raises(BlankNameError):
        IRIS.facility(blank)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (IRIS.source(), "source/reports%2F2025-01.txt"),
        (IRIS.city("서울특별시"), "city/서울특별시"),
        (IRIS.bureau(), "bureau/서울특별시/미래산업국"),
        (IRIS.department(POLICY), "department/서울특별시/미래산업국/산업정책과"),
        (IRIS.team(HUB_PROJECT, "양자산업팀"), "team/서울특별시/미래산업국/산업정책과/양자산업팀"),
        (IRIS.project(HUB_PROJECT), "project/서울특별시/미래산업국/산업정책과/양자산업거점운영"),
        (IRIS.law(ACT), "law/act/과학기술기본법"),
        (IRIS.law(ORDINANCE), "law/서울특별시/ordinance/서울특별시양자산업육성조례"),
        (IRIS.law(PLAN), "law-as-printed/서울특별시/plan/시장방침제100호"),
        (IRIS.article(ACT, "제14조제4항"), "law/act/과학기술기본법/article/제14조제4항"),
        (IRIS.facility_of(HUB), "facility/서울특별시/서울양자허브"),
        (IRIS.facility_of(MAPO), "facility/서울특별시/창업캠퍼스/창업캠퍼스마포점"),
        (
            IRIS.budget_line(SUMMARY_HUB, 2025),
            "budget-line/summary/서울특별시/미래산업국/산업정책과/~/2025/서울양자허브운영",
        ),
        (
            IRIS.budget_line(SUMMARY_HUB, 0, 2),
            "budget-line/summary/서울특별시/미래산업국/산업정책과/~/~/서울양자허브운영/~2",
        ),
        (
            IRIS.budget_line(SUMMARY_TOTAL, 2025),
            "budget-total/summary/서울특별시/미래산업국/산업정책과/~/2025/산업정책과합계",
        ),
        (
            IRIS.budget_line(DETAIL_HUB, 2025),
            "budget-line/detail/서울특별시/미래산업국/산업정책과/양자산업거점운영/2025/서울양자허브운영",
        ),
        (NOWHERE.facility_of(HUB), "facility/~a%20b%2Flost.txt/서울양자허브"),
        (NOWHERE.department(POLICY), "department/~a%20b%2Flost.txt/산업정책과"),
    ],
)
def test_scopes(address: str, expected: str) -> None:
    assert address == BASE + expected


def test_the_scope_tells_things_of_one_name_apart() -> None:
    other_city = Iris.of(replace(SOURCE, city="부산광역시"), BASE)
    other_bureau = Iris.of(replace(SOURCE, bureau="문화국"), BASE)
    assert IRIS.facility_of(HUB) == other_bureau.facility_of(HUB) != other_city.facility_of(HUB)
    assert IRIS.department(POLICY) != other_bureau.department(POLICY)
    assert IRIS.law(ACT) == other_city.law(ACT)
    elsewhere = replace(HUB_PROJECT, department=Department("미래기술과", "department", SPAN))
    assert len({IRIS.project(p) for p in (HUB_PROJECT, elsewhere, replace(HUB_PROJECT, department=None))}) == 3


def test_a_law_of_unknown_jurisdiction_belongs_to_the_city_that_cites_it() -> None:
    law = Law("기금운용규정", "regulation", "", False)
    assert IRIS.law(law) == f"{BASE}law-as-printed/서울특별시/regulation/기금운용규정"
    assert NOWHERE.law(law) == f"{BASE}law-as-printed/~a%20b%2Flost.txt/regulation/기금운용규정"


def test_a_team_without_department_belongs_to_its_project() -> None:
    project = Project("소통", "1", None, "Ⅵ", 1, 2, SPAN)
    assert IRIS.team(project, "소통팀") == f"{BASE}team/서울특별시/미래산업국/~/소통/소통팀"


def test_a_line_without_department_takes_its_projects() -> None:
    line = BudgetLine("detail", "운영", None, HUB_PROJECT, False, SPAN)
    assert IRIS.budget_line(line, 2025) == IRIS.budget_line(replace(line, department=POLICY), 2025)


def test_source_names_are_kept_to_the_letter() -> None:
    names = ("A.txt", "a.txt", "a .txt", "ab.txt", "a/b.txt")
    assert len({Iris.of(Source(name, "", "", 1), BASE).source() for name in names}) == len(names)


def test_long_names_are_shortened_and_stay_apart() -> None:
    one, other = IRIS.facility("가" * 10_000), IRIS.facility("가" * 9_999 + "나")
    assert one != other
    assert max(len(one), len(other)) < 250


@pytest.mark.parametrize(
    ("name", "same"),
    [
        (Facility("서울양자 허브", "", SPAN), True),
        (Facility("「서울 양자 허브」", "", SPAN), True),
        (Facility("서울 양자 허브2", "", SPAN), False),
    ],
)
def test_spellings(name: Facility, same: bool) -> None:
    assert (IRIS.facility_of(name) == IRIS.facility_of(HUB)) == same


@pytest.mark.parametrize("base", ["https://data.example.org/id/", "http://example.org/id#", "https://example.org"])
def test_the_base_is_configurable(base: str) -> None:
    assert Iris.of(SOURCE, base).city("서울특별시").startswith(base)
    assert NamedNode(Iris.of(SOURCE, base).city("서울특별시"))


@pytest.mark.parametrize(
    "base", ["", "example.org", "ftp://x/", "https://", "https://a b/", 'https://x/">', "https://x/\n"]
)
def test_what_is_no_base_is_refused(base: str) -> None:
    with pytest.raises(GeungeoError, match="no base address"):
        checked_base(base)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.law.go.kr/법령/과학기술기본법", "https://www.law.go.kr/법령/과학기술기본법"),
        ("https://x/a b?c=<d>", "https://x/a%20b?c=%3Cd%3E"),
        ("https://x/%EA%B0%80/100%", "https://x/%EA%B0%80/100%25"),
        ("https://x/[1]\x00", "https://x/%5B1%5D%00"),
    ],
)
def test_pages(url: str, expected: str) -> None:
    assert web(url) == expected
    assert NamedNode(web(url))


def test_a_page_without_scheme_is_refused() -> None:
    with pytest.raises(GeungeoError, match="no web address"):
        web("javascript:alert(1)")
