"""Chapters by their words, department pages, project sections above contact lines or boxes."""

from __future__ import annotations

import pytest
from geungeo.loaders.outline import (
    Chapter,
    box_title,
    chapter_role,
    chapters,
    contact_unit,
    inline_contact,
    is_contact,
    is_unit_name,
    sections,
)

from .texts import REPORT, doc

PAGES = """\
 1. 해양산업과
  등대 정비

1 등대 정비
해양산업과장 : 한가람☎8 8 8 - 1 0 0 1
□ 사업개요
 ㅇ 내용
   1. 표지판 교체
   2. 담장 보수

2 어촌 뉴딜을 잇는
  바닷길 만들기
해양산업과장 : 한가람 ☎888-1001
□ 사업개요

 2. 항만물류과
  부두 확장
1 부두 확장
항만물류과장 : 두리내 ☎888-1002
□ 사업개요
"""


def _chapter(text: str) -> Chapter:
    lines = doc(text).lines
    return Chapter("projects", "주요 업무보고", lines[0], lines)


def _found(text: str, *units: str) -> list[tuple[str, str, str]]:
    return [(s.department, s.number, " ".join(s.title.split())) for s in sections(_chapter(text), units)]


def test_chapters_of_a_report() -> None:
    assert [(c.role, c.title) for c in chapters(doc(REPORT))] == [
        ("general", "일 반 현 황"),
        ("budget", "예 산 현 황"),
        ("projects", "부서별 주요 업무보고"),
    ]


@pytest.mark.parametrize("line", ["Ⅱ. 예산현황", "제2장 예산현황", "II. 예산현황", "Ⅱ 2025년 예산규모"])
def test_the_numerals_of_a_chapter(line: str) -> None:
    assert [c.role for c in chapters(doc(f"{line}\n계 100\n"))] == ["budget"]


def test_contents_and_repeated_headings_are_not_chapters() -> None:
    contents = "목차\nⅠ. 일반현황 ······ 1\nⅡ. 예산현황 3\n\n"
    text = f"{contents}Ⅰ. 일반현황\nⅡ. 예산현황\n\nⅠ. 일반현황\n가\n나\nⅡ. 예산현황\n다\n라\n"
    assert [(c.role, len(c.lines)) for c in chapters(doc(text))] == [("general", 2), ("budget", 3)]


def test_a_chapter_without_a_known_word_is_kept_without_a_role() -> None:
    assert [(c.role, c.title) for c in chapters(doc("Ⅷ. 부록\n가\n"))] == [("", "부록")]


def test_a_text_without_chapters_has_none() -> None:
    assert chapters(doc("안녕하세요.\n1. 장보기\n")) == []


def test_an_unknown_title_has_no_role() -> None:
    assert chapter_role("맺음말") == ""


def test_sections_stand_under_their_department() -> None:
    assert _found(PAGES, "해양산업과", "항만물류과") == [
        ("해양산업과", "1", "등대 정비"),
        ("해양산업과", "2", "어촌 뉴딜을 잇는 바닷길 만들기"),
        ("항만물류과", "1", "부두 확장"),
    ]


def test_without_a_staff_table_departments_are_told_by_their_ending() -> None:
    assert [d for d, _, _ in _found(PAGES)] == ["해양산업과", "해양산업과", "항만물류과"]


def test_a_section_ends_where_the_next_page_begins() -> None:
    made = sections(_chapter(PAGES), ["해양산업과", "항만물류과"])
    assert [line.text.strip() for s in made for line in s.lines if "부두" in line.text] == []
    assert [(s.lines[0].number, s.lines[-1].number) for s in made] == [(5, 10), (13, 15), (19, 21)]
    assert [[line.number for line in s.heading] for s in made] == [[4], [11, 12], [18]]


def test_department_names_of_their_own_line_and_sub_numbers() -> None:
    text = "해양산업과\n\n1-1. 등대 정비\n□ 사업개요\n1-2. 부두 정비\n□ 사업개요\n【항만물류과】\n1. 하역\n□ 사업개요\n"
    assert _found(text, "해양산업과", "항만물류과") == [
        ("해양산업과", "1-1", "등대 정비"),
        ("해양산업과", "1-2", "부두 정비"),
        ("항만물류과", "1", "하역"),
    ]


def test_a_department_in_a_cell_opens_no_page() -> None:
    text = "1 등대 정비\n□ 사업개요\n추진부서\n항만물류과\n착수\n2 부두 정비\n□ 사업개요\n"
    assert _found(text, "항만물류과") == [("", "1", "등대 정비"), ("", "2", "부두 정비")]


def test_numbers_that_do_not_go_on_need_a_contact_line() -> None:
    text = "3 등대 정비\n□ 사업개요\n1 표지판 교체\n□ 그림\n1 부두 정비\n부두팀장 : 한가람 ☎1001\n□ 사업개요\n"
    assert [number for _, number, _ in _found(text)] == ["3", "1"]


def test_arabic_chapters_count_where_no_other_numeral_does() -> None:
    text = "1. 일반현황\n가\n2. 예산현황\n나\n3. 2025년도 주요업무 추진계획\n1. 등대 정비\n□ 사업개요\n"
    assert [c.role for c in chapters(doc(text))] == ["general", "budget", "projects"]
    assert [c.role for c in chapters(doc(f"{text}Ⅳ. 주요업무\n가\n"))] == ["projects"]


def test_two_chapters_of_one_role_are_both_kept() -> None:
    text = "Ⅲ. 주요업무 추진실적\n가\n나\nⅣ. 주요업무 추진계획\n다\n"
    assert [(c.role, len(c.lines)) for c in chapters(doc(text))] == [("projects", 2), ("projects", 2)]


def test_a_title_ends_before_a_contact_in_brackets() -> None:
    made = sections(_chapter("1 부두 정비 (담당 : 한가람 ☎888-1001)\n□ 사업개요\n"), [])
    assert [(s.title, s.heading[0].text) for s in made] == [("부두 정비", "1 부두 정비")]


@pytest.mark.parametrize(
    ("line", "title", "contact"),
    [
        ("1 부두 정비 (담당 : 한가람 ☎888-1001)", "부두 정비", "담당 : 한가람 ☎888-1001"),
        ("가. 부두 정비 [부두팀장 한가람 ☎888-1001]", "부두 정비", "부두팀장 한가람 ☎888-1001"),
        ("1. 부두 정비            항만과장 한가람 (☎1001)", "부두 정비", "항만과장 한가람 (☎1001)"),
        ("1. 부두 정비 (2단계)", "부두 정비 (2단계)", ""),
    ],
)
def test_who_is_responsible_on_the_titles_own_line(line: str, title: str, contact: str) -> None:
    (made,) = sections(_chapter(f"{line}\n□ 사업개요\n"), [])
    assert (made.title, inline_contact(line)) == (title, contact)


@pytest.mark.parametrize(
    ("numbers", "printed"),
    [
        (("가. ", "나. ", "다. "), ["가", "나", "다"]),
        (("① ", "②", "③ "), ["①", "②", "③"]),
        (("(1) ", "(2) ", "(3)"), ["1", "2", "3"]),
        (("1-1. ", "1-2. ", "2-1. "), ["1-1", "1-2", "2-1"]),
        (("1) ", "2) ", "3) "), ["1", "2", "3"]),
        (("과제1. ", "과제 2 ", "과 제 3. "), ["1", "2", "3"]),
    ],
)
def test_sections_are_numbered_in_many_ways(numbers: tuple[str, ...], printed: list[str]) -> None:
    contact = "담당 : 해양산업과 어촌팀 (팀장 ○○○, ☎000-0000)"
    text = "".join(f"{n}등대 정비\n{contact}\n□ 사업개요\n ① 표지\n가. 담장\n1. 길\n□ 향후계획\n" for n in numbers)
    assert [(number, title) for _, number, title in _found(text)] == [(n, "등대 정비") for n in printed]


def test_letters_and_circles_inside_numbered_sections_are_items() -> None:
    text = "1 등대 정비\n부두팀장 : ○○○ ☎1001\n□ 사업개요\n① 표지판\n□ 그림\n가. 담장\n□ 그림\n2 부두\n□ 사업개요\n"
    assert [number for _, number, _ in _found(text)] == ["1", "2"]


def test_a_numeral_with_a_second_number_opens_no_chapter() -> None:
    text = "Ⅲ. 주요 업무 추진상황\nⅢ-1. 바다 가꾸기\n1 등대 정비\n□ 사업개요\n"
    assert [(c.role, len(c.lines)) for c in chapters(doc(text))] == [("projects", 4)]


def test_ignored_lines_are_blank_in_a_chapter() -> None:
    (chapter,) = chapters(doc("Ⅰ. 일반현황\n- 1 -\n가\n"), {2})
    assert [line.text for line in chapter.lines] == ["", "가", ""]


def test_a_title_that_ends_like_an_institute_is_no_department() -> None:
    text = "1 기술교육원 운영 지원\n□ 사업개요\n2 어촌계 활동 지원\n부두팀장 : ○○○ ☎1001\n□ 사업개요\n"
    assert [title for _, _, title in _found(text)] == ["기술교육원 운영 지원", "어촌계 활동 지원"]


def test_a_section_knows_the_line_of_its_department() -> None:
    assert [s.page.number for s in sections(_chapter(PAGES), []) if s.page] == [1, 1, 16]


@pytest.mark.parametrize(
    "line",
    [
        "해양산업과장 : ○○○☎21 3 3 - ○ ○ ○ ○  어촌팀장 : ○○○☎○○ ○ ○  담당 : ○○○☎○ ○ ○ ○",
        "해양산업과장: 한가람 ☎888-1001",
        "담당자 : 한가람(☎ 1001)",
        "담당부서 : 해양산업과 (어촌팀, ☎ 888-1001)",
        "(소관부서 : 해양산업과)",
        "○ 담당부서 : 해양산업과",
        "담   당 : 한가람 전화 888-1001",
        "(부두팀장 한가람 031-888-1001)",
        "(부두팀 한가람 031-888-1001)",
        "담당부서",
        "[소관부서]",
    ],
)
def test_contact_lines(line: str) -> None:
    assert is_contact(line)


@pytest.mark.parametrize("line", ["과장급 회의 개최", "□ 사업개요", "ㅇ 추진근거 : 하천법", "1. 팀장 교육 과정"])
def test_other_lines_are_no_contact_lines(line: str) -> None:
    assert not is_contact(line)


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("해양산업과장 : 한가람 ☎1001", "해양산업과"),
        ("담당부서 : 항만물류과(부두팀)", "항만물류과"),
        ("소관부서 : 시민소통담당관", "시민소통담당관"),
        ("부두팀장 : 한가람 ☎1001", ""),
        ("항만물류과에서 부두를 정비함", ""),
        ("담당 : 복지정책과 통합돌봄팀 (팀장 ○○○, ☎000-0000)", "복지정책과"),
        ("담당부서   디지털정책담당관 (기획팀장 ○○○ 000-0000)", "디지털정책담당관"),
        ("[급수관리부장 ○○○(000-0000), 시설팀장 ○○○(000-0000)]", "급수관리부"),
        ("항만물류과장 한가람 ☎1001", "항만물류과"),
    ],
)
def test_the_department_of_a_contact_line(line: str, unit: str) -> None:
    found = contact_unit(line)
    assert (found["unit"] if found else "") == unit


@pytest.mark.parametrize("mark", "□■◻▣❏")
def test_boxes(mark: str) -> None:
    assert box_title(doc(f" {mark} 사업개요  ").lines[0]) == "사업개요"
    assert box_title(doc("ㅇ 사업개요").lines[0]) is None


@pytest.mark.parametrize("name", ["해양산업과", "시 민 소 통 담 당 관", "한빛해양박물관", "농업기술센터"])
def test_names_of_units(name: str) -> None:
    assert is_unit_name(name)


@pytest.mark.parametrize(
    "name", ["등대 정비", "과", "2025년 계획과", "부서: 해양산업과", "가" * 17 + "과", "운영 지원", "공원"]
)
def test_other_names_are_no_units(name: str) -> None:
    assert not is_unit_name(name)
