"""Chapter Ⅰ: departments with their posts by grade, offices and affiliated bodies, duties."""

from __future__ import annotations

import pytest
from geungeo.loaders.general import read_general
from geungeo.loaders.outline import Chapter
from geungeo.ontology.records import Department, Duty, Problem, Record, StaffCount

from .texts import STAFF, doc, of, untrue


def _read(text: str) -> tuple[list[Record], list[Problem]]:
    made = doc(text)
    records, problems = read_general(made, Chapter("general", "일반현황", made.lines[0], made.lines))
    assert untrue(made, records) == []
    return records, problems


def _totals(records: list[Record]) -> dict[str, tuple[int | None, int | None]]:
    return {r.department.name: (r.quota, r.current) for r in of(records, StaffCount) if not r.grade}


def test_departments_of_the_staff_table_without_its_total() -> None:
    records, problems = _read(STAFF)
    assert _totals(records) == {"해양산업과": (20, 21), "항만물류정책과": (15, 14), "도시농업과": (10, 9)}
    assert problems == []


def test_posts_by_grade() -> None:
    records, _ = _read(STAFF)
    grades = [(r.grade, r.quota, r.current) for r in of(records, StaffCount) if r.department.name == "도시농업과"]
    assert grades == [("", 10, 9), ("일반직", 9, 9), ("임기제", 1, None)]


def test_a_row_that_does_not_fit_keeps_its_total_and_says_so() -> None:
    records, problems = _read(STAFF.replace("15 14 △1 13 12 2 2", "15 14 △1 13 12 2"))
    grades = [r.grade for r in of(records, StaffCount) if r.department.name == "항만물류정책과"]
    assert grades == [""]
    assert [(p.line, p.severity) for p in problems] == [(6, "warning")]


def test_a_plain_table_of_quota_and_staff() -> None:
    records, _ = _read("■ 인력\n부서명 정원 현원\n계 70 68\n교통정책과 45 44\n주차과 25 24\n")
    assert _totals(records) == {"교통정책과": (45, 44), "주차과": (25, 24)}


def test_numbers_with_thousands_and_units_around_them() -> None:
    records, _ = _read("부서 정원 현원\n시민안전과 1,024 1,020\n")
    assert _totals(records) == {"시민안전과": (1024, 1020)}


def test_offices_and_affiliated_bodies() -> None:
    records, _ = _read(" ∘ 사업소 : 한빛해양박물관, 농업기술센터(가칭)\n ∘ 출자·출연기관 : 한빛진흥원\n" + STAFF)
    kinds = {d.name: d.kind for d in of(records, Department)}
    assert kinds["한빛해양박물관"] == kinds["농업기술센터"] == "office"
    assert kinds["한빛진흥원"] == "affiliate"
    assert kinds["해양산업과"] == "department"


def test_an_office_of_the_staff_table_is_one_department() -> None:
    text = STAFF.replace("도 시 농 업 과", "한빛해양박물관") + "∘ 사업소 : 한빛해양박물관\n"
    records, _ = _read(text)
    assert [(d.name, d.kind) for d in of(records, Department)][-1] == ("한빛해양박물관", "office")
    assert len(of(records, Department)) == 3


@pytest.mark.parametrize("bullet", ["∙", "•", "ㅇ", "○", "-", "▪"])
def test_duties_under_and_beside_the_name(bullet: str) -> None:
    duties = f"""주요업무
해 양 산 업 과
{bullet}해양  정책의 총괄
{bullet} 어촌

항만물류정책과 ∙부두 관리
"""
    records, _ = _read(STAFF + duties)
    found = [(d.department.name, d.text) for d in of(records, Duty)]
    assert found == [("해양산업과", "해양 정책의 총괄"), ("해양산업과", "어촌"), ("항만물류정책과", "부두 관리")]


def test_an_unknown_name_takes_no_duties_from_the_one_above() -> None:
    records, _ = _read(STAFF + "주요업무\n해양산업과\n∙가\n시민소통담당관\n∙나\n")
    assert [d.text for d in of(records, Duty)] == ["가"]


def test_a_chapter_without_a_staff_table_gives_no_departments() -> None:
    records, problems = _read("조직 : 1국 3과\n")
    assert (records, problems) == ([], [])
