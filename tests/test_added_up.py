"""Lines of a facility that add up to the one line of the chapter's summary that is left for it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from geungeo.graph.link import derive
from geungeo.ontology.records import (
    Amount,
    BudgetLine,
    Department,
    Facility,
    FacilityBudget,
    FacilityProject,
    LineMatch,
    Loaded,
    Phase,
    Project,
    Record,
    Source,
    Span,
    Table,
)

from .texts import of

_HERE = Span("r.txt", 0, 1, 1, 1, "가")
_SEA, _PORT = (Department(name, "department", _HERE) for name in ("해양산업과", "항만물류과"))
_BUILT = Project("영화센터 건립", "1", _SEA, "주요업무", 1, 9, _HERE)
_RUN = Project("영상산업 진흥", "2", _SEA, "주요업무", 10, 19, _HERE)
_PLACE, _OTHER = Facility("나래영화센터", "", _HERE), Facility("다온센터", "", _HERE)


def _line(table: Table, item: str, project: Project | None = None, department: Department = _SEA) -> BudgetLine:
    return BudgetLine(table, item, department, project, False, replace(_HERE, quote=f"{table} {item}"))


_WHOLE = _line("summary", "나래영화센터 건립 및 운영")
_WORKS = _line("detail", "나래영화센터 건립", _BUILT)
_RUNNING = _line("detail", "나래영화센터 운영", _RUN)


def _figures(line: BudgetLine, unit: str, **figures: int) -> list[Record]:
    made: list[Record] = [line]
    for phase, value in figures.items():
        kind: Phase = phase  # type: ignore[assignment]
        won = value * (1_000 if unit == "천원" else 1_000_000)
        made.append(Amount(line, 2024 if phase == "final" else 2025, kind, won, str(value), unit, _HERE))
    return made


def _named(*lines: BudgetLine, facility: Facility = _PLACE) -> list[Record]:
    return [FacilityBudget(facility, line, "named", "item-names-facility", (line.span,)) for line in lines]


def _parts(*records: Record) -> list[tuple[str, str, str]]:
    loaded = derive(Loaded(Source("r.txt", "", "utf-8", 1), records, ()))
    found = [m for m in of(loaded.records, LineMatch) if m.rule == "amounts-add-up"]
    assert all(len(m.basis) > 2 for m in found)
    return [(m.detail.item, m.summary.item, m.relation) for m in found]


_ALL = (
    *_figures(_WHOLE, "백만원", original=18_124, current=23_398, final=6_219),
    *_figures(_WORKS, "천원", original=17_215_238, current=22_488_977, final=6_218_709),
    *_figures(_RUNNING, "천원", original=909_049, current=909_049, final=0),
)


def test_the_lines_of_a_facility_are_the_parts_of_what_they_add_up_to() -> None:
    assert _parts(*_ALL, *_named(_WHOLE, _WORKS, _RUNNING)) == [
        ("나래영화센터 건립", "나래영화센터 건립 및 운영", "part_of"),
        ("나래영화센터 운영", "나래영화센터 건립 및 운영", "part_of"),
    ]


def test_a_part_that_does_not_name_the_facility_pays_for_it() -> None:
    fittings = _line("detail", "실내 공사", _BUILT)
    works = _line("detail", "설계 용역", _BUILT)
    records = [
        *_figures(_WHOLE, "백만원", original=12, current=14),
        *_figures(fittings, "천원", original=8_400, current=10_400),
        *_figures(works, "천원", original=3_600, current=3_600),
        FacilityProject(_PLACE, _BUILT, "builds", "", _HERE),
        *_named(_WHOLE),
    ]
    assert [part for part, *_ in _parts(*records)] == ["실내 공사", "설계 용역"]
    loaded = derive(Loaded(Source("r.txt", "", "utf-8", 1), tuple(records), ()))
    found = [b for b in of(loaded.records, FacilityBudget) if b.rule == "amounts-add-up"]
    assert [(b.facility.name, b.line.item, b.match) for b in found] == [
        ("나래영화센터", "실내 공사", "named"),
        ("나래영화센터", "설계 용역", "named"),
    ]


@pytest.mark.parametrize(
    "records",
    [
        pytest.param([*_ALL, *_named(_WORKS, _RUNNING)], id="the summary line is not the facility's"),
        pytest.param([*_ALL, *_named(_WHOLE, _WORKS)], id="one line alone"),
        pytest.param(
            [*_ALL, *_named(_WHOLE, _WORKS), *_named(_RUNNING, facility=_OTHER)], id="a line of another facility"
        ),
        pytest.param(
            [
                *_figures(_WHOLE, "백만원", original=18_124, current=23_400),
                *_figures(_WORKS, "천원", original=17_215_238, current=22_488_977),
                *_figures(_RUNNING, "천원", original=909_049, current=909_049),
                *_named(_WHOLE, _WORKS, _RUNNING),
            ],
            id="one column differs",
        ),
        pytest.param(
            [
                *_ALL,
                *_figures(_line("summary", "나래영화센터 기자재"), "백만원", original=7),
                *_named(_WHOLE, _WORKS, _RUNNING, _line("summary", "나래영화센터 기자재")),
            ],
            id="two summary lines are left",
        ),
        pytest.param(
            [
                *_figures(_WHOLE, "백만원", original=0),
                *_figures(_WORKS, "천원", original=0),
                *_figures(_RUNNING, "천원", original=0),
                *_named(_WHOLE, _WORKS, _RUNNING),
            ],
            id="nothing but zeros",
        ),
        pytest.param(
            [
                *_figures(_line("summary", "나래영화센터 건립 및 운영", department=_PORT), "백만원", original=18_124),
                *_figures(_WORKS, "천원", original=17_215_238),
                *_figures(_RUNNING, "천원", original=909_049),
                *_named(_line("summary", "나래영화센터 건립 및 운영", department=_PORT), _WORKS, _RUNNING),
            ],
            id="another department's",
        ),
    ],
)
def test_what_does_not_surely_add_up_is_left_alone(records: list[Record]) -> None:
    assert _parts(*records) == []
