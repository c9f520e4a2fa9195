"""What follows from records: the same line in two tables, lines that are shared, laws behind facilities."""

from __future__ import annotations

from dataclasses import replace

import pytest
from geungeo.graph.link import derive
from geungeo.ontology.codes import codes
from geungeo.ontology.records import (
    Amount,
    BudgetLine,
    Citation,
    Department,
    Facility,
    FacilityBudget,
    FacilityLaw,
    FacilityProject,
    Law,
    LineMatch,
    Loaded,
    Phase,
    Project,
    Record,
    Relation,
    Source,
    Span,
    Table,
)
from hypothesis import given
from hypothesis import strategies as st

from .texts import of

_THOUSAND, _MILLION = 1_000, 1_000_000
_PRINTED = {1: "원", _THOUSAND: "천원", _MILLION: "백만원", 100 * _MILLION: "억원"}
_HERE = Span("r.txt", 0, 1, 1, 1, "가")
_SEA, _PORT = (Department(name, "department", _HERE) for name in ("해양산업과", "항만물류과"))
_HUB = Project("나래창업허브 운영", "1", _SEA, "주요업무", 1, 9, _HERE)
_QUAY = Project("부두 정비", "1", _PORT, "주요업무", 10, 19, _HERE)
_LAW = Citation(
    Law("하천법", "act", "대한민국", True), "하천법", (), "", False, "exact", "in_force", True, "근거", _HUB, _HERE
)


def _line(table: Table, item: str, department: Department = _SEA, project: Project | None = None) -> BudgetLine:
    return BudgetLine(table, item, department, project, False, replace(_HERE, quote=f"{table} {item}"))


def _amounts(line: BudgetLine, unit: int, **figures: int) -> list[Record]:
    made: list[Record] = [line]
    for phase, value in figures.items():
        year = 2024 if phase == "final" else 2025
        kind: Phase = phase  # type: ignore[assignment]
        made.append(Amount(line, year, kind, value * unit, str(value), _PRINTED[unit], _HERE))
    return made


def _derived(*records: Record) -> list[Record]:
    loaded = Loaded(Source("r.txt", "", "utf-8", 1), records, ())
    return list(derive(loaded).records[len(records) :])


_OWN = _line("detail", "나래창업허브 운영", project=_HUB)


def _matched(detail: dict[str, int], summary: dict[str, int], own: BudgetLine = _OWN) -> list[tuple[str, str]]:
    records = [
        *_amounts(own, _THOUSAND, **detail),
        *_amounts(_line("summary", "나래 창업허브 운영"), _MILLION, **summary),
    ]
    return [(m.relation, m.rule) for m in of(_derived(*records), LineMatch)]


@given(st.integers(1, 10**9))
def test_an_amount_in_thousands_is_the_rounded_or_cut_one_in_millions(thousands: int) -> None:
    for millions in {thousands // 1000, (thousands + 500) // 1000} - {0}:
        assert _matched({"original": thousands}, {"original": millions}) == [("same", "same-name-and-amount")]


@pytest.mark.parametrize(
    ("detail", "summary", "match"),
    [
        ({"original": 600_250, "final": 500_000}, {"original": 600, "final": 499}, [("same", "same-name-and-amount")]),
        ({"original": 400_000}, {"original": 600}, [("part_of", "same-name")]),
        ({"original": 700_000}, {"original": 600}, []),
        ({"original": 0, "current": 0}, {"original": 0, "current": 0}, [("part_of", "same-name")]),
        ({"original": 600_000, "current": 700_000}, {"original": 600, "current": 800}, [("part_of", "same-name")]),
    ],
)
def test_lines_of_one_name(detail: dict[str, int], summary: dict[str, int], match: list[tuple[str, str]]) -> None:
    assert _matched(detail, summary) == match


@pytest.mark.parametrize(
    ("detail", "summary", "same"),
    [
        ((7_455, _MILLION), (7_455_120, _THOUSAND), True),
        ((7_456, _MILLION), (7_455_120, _THOUSAND), False),
        ((149_900, _MILLION), (1_499, 100 * _MILLION), True),
        ((1_860_000_000, 1), (1_860, _MILLION), True),
        ((5_400, _THOUSAND), (5_400, _THOUSAND), True),
        ((5_400, _THOUSAND), (5_401, _THOUSAND), False),
    ],
)
def test_the_coarser_unit_of_both_tables_is_the_rounding(
    detail: tuple[int, int], summary: tuple[int, int], same: bool
) -> None:
    records = [
        *_amounts(_OWN, detail[1], original=detail[0]),
        *_amounts(_line("summary", "나래창업허브 운영"), summary[1], original=summary[0]),
    ]
    assert [m.relation == "same" for m in of(_derived(*records), LineMatch)] in ([[True]] if same else [[], [False]])


def test_lines_of_another_department_do_not_match() -> None:
    assert _matched({"original": 600_250}, {"original": 600}, replace(_OWN, department=_PORT)) == []


def test_another_name_needs_two_equal_figures() -> None:
    both = {"original": 600, "final": 500}
    assert _matched({"original": 600_250}, both, replace(_OWN, item="허브 운영")) == []
    found = _matched({"original": 600_250, "final": 500_100}, both, replace(_OWN, item="허브 운영"))
    assert found == [("same", "amount-in-department")]


def test_two_lines_that_fit_are_none() -> None:
    detail = _amounts(_line("detail", "등대", project=_HUB), _THOUSAND, original=5000, final=4000)
    summary = [
        record
        for item in ("등대", "등 대")
        for record in _amounts(_line("summary", item), _MILLION, original=5, final=4)
    ]
    assert of(_derived(*detail, *summary), LineMatch) == []


def test_totals_and_overviews_are_matched_with_nothing() -> None:
    total = replace(_line("detail", "합계", project=_HUB), total=True)
    overview = _line("overview", "합계", project=_HUB)
    records = [*_amounts(total, _THOUSAND, original=5000), *_amounts(overview, _THOUSAND, original=5000)]
    assert of(_derived(*records, *_amounts(_line("summary", "합계"), _MILLION, original=5)), LineMatch) == []


def _facility(name: str, network: str = "") -> Facility:
    return Facility(name, network, _HERE)


def _named(facility: Facility, line: BudgetLine) -> FacilityBudget:
    return FacilityBudget(facility, line, "named", "item-names-facility", (_HERE,))


def _shared(*records: Record) -> list[tuple[str, str, str, str]]:
    found = of(_derived(*records), FacilityBudget)
    return [(f.facility.name, f.line.item, f.match, f.rule) for f in found]


def test_branches_without_a_line_share_that_of_their_network() -> None:
    network, branch, other = _facility("나래"), _facility("나래 가온", "나래"), _facility("나래 다온", "나래")
    line, own = _line("summary", "나래 운영"), _line("summary", "나래 다온 운영")
    found = _shared(network, branch, other, line, own, _named(network, line), _named(other, own))
    assert found == [("나래 가온", "나래 운영", "shared", "network-line")]


@pytest.mark.parametrize(
    ("relation", "count", "shares"),
    [("operates", 1, True), ("builds", 1, True), ("plans", 1, True), ("supports", 1, False), ("operates", 2, False)],
)
def test_a_facility_shares_the_only_line_of_its_section(relation: Relation, count: int, shares: bool) -> None:
    place, lines = _facility("나래"), [_line("detail", f"사업 {n}", project=_HUB) for n in range(count)]
    found = _shared(place, *lines, FacilityProject(place, _HUB, relation, "table-lists-facility", _HERE))
    assert found == ([("나래", "사업 0", "shared", "section-only-line")] if shares else [])


def _laws(*records: Record) -> list[tuple[str, str, list[str]]]:
    found = of(_derived(*records), FacilityLaw)
    return [(f.citation.law.title, f.strength, [line.item for line in f.lines]) for f in found]


def _stands(facility: Facility, relation: Relation = "operates", project: Project = _HUB) -> FacilityProject:
    return FacilityProject(facility, project, relation, "table-lists-facility", _HERE)


def test_a_law_is_direct_where_a_line_is_named_for_the_facility() -> None:
    place, line = _facility("나래"), _line("detail", "나래 운영", project=_HUB)
    assert _laws(place, line, _stands(place), _named(place, line), _LAW) == [("하천법", "direct", ["나래 운영"])]


def test_a_law_is_shared_where_the_line_is() -> None:
    place, line = _facility("나래"), _line("detail", "허브 운영", project=_HUB)
    assert _laws(place, line, _stands(place), _LAW) == [("하천법", "shared", ["허브 운영"])]


def test_a_law_without_a_line_between_is_shared() -> None:
    place = _facility("나래")
    assert _laws(place, _stands(place), _LAW) == [("하천법", "shared", [])]


def test_the_summary_line_stands_between_where_the_section_has_none() -> None:
    place, line = _facility("나래"), _line("summary", "나래 운영")
    assert _laws(place, line, _stands(place), _named(place, line), _LAW) == [("하천법", "direct", ["나래 운영"])]


def test_a_summary_line_of_another_section_does_not_stand_between() -> None:
    place, other = _facility("나래"), replace(_HUB, title="다른 사업")
    summary, detail = _line("summary", "나래 운영"), _line("detail", "나래 운영", project=other)
    records = [*_amounts(summary, _MILLION, original=5), *_amounts(detail, _THOUSAND, original=5000)]
    assert _laws(place, *records, _stands(place), _named(place, summary), _LAW) == [("하천법", "shared", [])]


@pytest.mark.parametrize("relation", ["supports", "uses_venue", "mentions"])
def test_a_section_that_only_speaks_of_a_place_gives_it_no_law(relation: Relation) -> None:
    place = _facility("나래")
    assert _laws(place, _stands(place, relation), _LAW) == []


def test_only_the_bases_of_the_same_section_count() -> None:
    place = _facility("나래")
    mention = replace(_LAW, basis=False)
    assert _laws(place, _stands(place, project=_QUAY), _LAW) == []
    assert _laws(place, _stands(place), mention) == []


def test_a_conclusion_names_a_reviewed_rule_and_stands_on_something() -> None:
    network, branch = _facility("나래"), _facility("나래 가온", "나래")
    summary, detail = _line("summary", "나래 운영"), _line("detail", "나래 운영", project=_HUB)
    records = [*_amounts(summary, _MILLION, original=5), *_amounts(detail, _THOUSAND, original=5000)]
    links: list[Record] = [_named(network, summary), _named(network, detail), _stands(network), _stands(branch)]
    found = _derived(network, branch, *records, *links, _LAW)
    assert {type(f).__name__ for f in found} == {"LineMatch", "FacilityBudget", "FacilityLaw"}
    for conclusion in found:
        assert isinstance(conclusion, LineMatch | FacilityBudget | FacilityLaw)
        assert ("rule", conclusion.rule) in codes()
        assert conclusion.basis


def test_deriving_twice_adds_nothing() -> None:
    place, line = _facility("나래"), _line("detail", "허브 운영", project=_HUB)
    once = derive(Loaded(Source("r.txt", "", "utf-8", 1), (place, line, _stands(place), _LAW), ()))
    assert set(derive(once).records) == set(once.records)
